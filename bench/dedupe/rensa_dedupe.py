"""MinHash with rensa (Rust, Python): candidates of 16 bands of 8, not verified. Prints one JSON line."""
import json
import sys
import time

from rensa import RMinHash, RMinHashLSH

limit = 200_000
questions = []
with open(sys.argv[1], encoding="utf8") as file:
    for line in file:
        questions.append(json.loads(line)["question"])
        if len(questions) == limit:
            break
started = time.perf_counter()
index = RMinHashLSH(threshold=0.8, num_perm=128, num_bands=16)
linked = 0
for row, question in enumerate(questions):
    words = question.lower().split()
    signature = RMinHash(num_perm=128, seed=7)
    signature.update([" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))])
    if index.query(signature):
        linked += 1
    index.insert(row, signature)
seconds = time.perf_counter() - started
print(json.dumps({"bench": "dedupe/baseline-rensa", "rows": len(questions), "seconds": round(seconds, 2),
                  "rowsPerSecond": round(len(questions) / seconds), "linked": linked, "verified": False}))
