#!/bin/sh
# A Python environment with schemathesis and a validator of OpenAPI documents, made once in the cache folder; prints its folder.
# Exit code 69 when there is no Python to make it with, or its packages cannot be had.
set -eu

folder="${XDG_CACHE_HOME:-$HOME/.cache}/conceptloom/schemathesis"

if ! "$folder/bin/python" -c 'import importlib.metadata as m
assert m.version("schemathesis") == "4.32.5" and m.version("openapi-spec-validator") == "0.9.0"' >/dev/null 2>&1; then
  command -v python3 >/dev/null 2>&1 || { echo 'no python3: install Python 3.10 or newer' >&2; exit 69; }
  mkdir -p "$folder"
  python3 -m venv --clear "$folder" >&2 || { echo 'python3 -m venv failed: install the venv module' >&2; exit 69; }
  "$folder/bin/python" -m pip install --quiet schemathesis==4.32.5 openapi-spec-validator==0.9.0 >&2 ||
    { echo 'pip cannot install schemathesis and openapi-spec-validator' >&2; exit 69; }
fi

echo "$folder"
