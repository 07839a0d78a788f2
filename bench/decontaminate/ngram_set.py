"""Baseline: the obvious set of 13-gram strings. Usage: ngram_set.py REFERENCES ROWS; prints rows, hits and seconds as JSON."""
import json
import sys
import time

N = 13


def grams(text):
    words = text.lower().split()
    return (" ".join(words[at : at + N]) for at in range(len(words) - N + 1))


held = set()
with open(sys.argv[1]) as file:
    for line in file:
        held.update(grams(json.loads(line)["question"]))
start = time.perf_counter()
rows = hits = 0
with open(sys.argv[2]) as file:
    for line in file:
        rows += 1
        hits += any(gram in held for gram in grams(json.loads(line)["question"]))
print(json.dumps({"rows": rows, "hits": hits, "seconds": round(time.perf_counter() - start, 3)}))
