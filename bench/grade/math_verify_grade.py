"""Grades pairs with Math-Verify: JSON lines of gold and pred in, one line with the outcome and the milliseconds out."""

import json
import logging
import sys
import time

from math_verify import parse, verify

logging.disable(logging.CRITICAL)


def wrapped(text):
    """A bare answer between dollar signs, the setting in which Math-Verify does best."""
    bare = not any(mark in text for mark in ("$", "\\(", "\\[", "\\boxed")) and len(text) < 200
    return f"${text}$" if bare and "\n" not in text else text


def grade(row):
    gold = parse(wrapped(row["gold"]))
    pred = parse(wrapped(row["pred"]))
    return bool(verify(gold, pred))


rows = [json.loads(line) for line in sys.stdin if line.strip()]
for row in rows[:10]:
    grade(row)
for row in rows:
    begin = time.perf_counter()
    cpu = time.process_time()
    try:
        equal = grade(row)
    except Exception:
        equal = False
    wall = (time.perf_counter() - begin) * 1000
    print(json.dumps({"equal": equal, "ms": wall, "cpu": (time.process_time() - cpu) * 1000}))
