"""Greedy k-center with NumPy, one thread: the baseline of `bench/select`. Arguments: file of float32 rows, rows, dimension, count."""

import json
import os
import sys
import time

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np  # noqa: E402

path, rows, dimension, count = sys.argv[1], *map(int, sys.argv[2:5])
vectors = np.fromfile(path, dtype=np.float32).reshape(rows, dimension)
start, cpu = time.perf_counter(), time.process_time()
nearest = np.full(rows, -2, dtype=np.float32)
picks = [0]
for _ in range(count):
    np.maximum(nearest, vectors @ vectors[picks[-1]], out=nearest)
    nearest[picks[-1]] = np.inf
    picks.append(int(np.argmin(nearest)))
print(
    json.dumps(
        {
            "seconds": round(time.perf_counter() - start, 3),
            "cpuSeconds": round(time.process_time() - cpu, 3),
            "radius": round(float(1 - nearest[picks[-1]]), 4),
            "numpy": np.__version__,
            "picks": picks[:count],
        }
    )
)
