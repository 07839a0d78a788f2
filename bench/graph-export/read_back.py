"""Reads a graph export with networkx and rdflib and prints, as one JSON object, what they find in it."""
import json
import sys
import time
from pathlib import Path

import networkx
import rdflib
from rdflib.namespace import PROV, RDF, SKOS

folder = Path(sys.argv[1])
found = {}


def measure(name, read):
    start = time.process_time()
    result = read()
    found[name] = {**result, "cpuSeconds": round(time.process_time() - start, 3)}


def graph(read):
    held = read()
    names = sorted(data["label"] for _, data in held.nodes(data=True))
    weight = sum(data["weight"] for _, _, data in held.edges(data=True))
    return {
        "directed": held.is_directed(),
        "concepts": held.number_of_nodes(),
        "edges": held.number_of_edges(),
        "weight": int(weight),
        "names": names,
    }


def skos():
    held = rdflib.Graph().parse(folder / "concepts.skos.jsonld", format="json-ld")
    return {
        "concepts": len(set(held.subjects(RDF.type, SKOS.Concept))),
        "related": len(list(held.subject_objects(SKOS.related))),
        "broader": len(list(held.subject_objects(SKOS.broader))),
        "names": sorted(str(name) for subject in held.subjects(RDF.type, SKOS.Concept) for name in held.objects(subject, SKOS.prefLabel)),
    }


def prov():
    held = rdflib.Graph().parse(folder / "provenance.prov.jsonld", format="json-ld")
    kinds = [str(subject).split(":")[2] for subject in held.subjects(RDF.type, PROV.Entity)]
    return {
        "triples": len(held),
        "entities": {kind: kinds.count(kind) for kind in sorted(set(kinds))},
        "generated": len(list(held.subject_objects(PROV.wasGeneratedBy))),
    }


measure("gexf", lambda: graph(lambda: networkx.read_gexf(folder / "graph.gexf", version="1.3")))
measure("graphml", lambda: graph(lambda: networkx.read_graphml(folder / "graph.graphml")))
measure("skos", skos)
measure("prov", prov)
print(json.dumps({"networkx": networkx.__version__, "rdflib": rdflib.__version__, **found}))
