"""The obvious networkx walk: neighbours filtered by kind, softmax of ln(count + eps) recomputed at each step.

Usage: python networkx_walk.py EDGES.json SECONDS, where EDGES.json is {"kinds": [...], "edges": [[a, b, count], ...]}.
Prints one JSON line: walks, seconds (CPU).
"""

import json
import math
import random
import sys
import time

import networkx as nx

EPSILON = 1e-5


def step(graph, node, kind):
    neighbours = [other for other in graph.neighbors(node) if graph.nodes[other]["kind"] == kind]
    if not neighbours:
        return None
    scores = [math.log(graph[node][other]["count"] + EPSILON) for other in neighbours]
    highest = max(scores)
    weights = [math.exp(score - highest) for score in scores]
    return random.choices(neighbours, weights)[0]


def walk(graph, start):
    topics = [start]
    for _ in range(random.randint(1, 2)):
        topic = step(graph, topics[-1], "topic")
        if topic is None:
            break
        topics.append(topic)
    point = None
    for topic in reversed(topics):
        point = step(graph, topic, "knowledge-point")
        if point is not None:
            break
    if point is None:
        return None
    points = [point]
    for _ in range(random.randint(0, 4)):
        point = step(graph, points[-1], "knowledge-point")
        if point is None:
            break
        points.append(point)
    return sorted(set(topics)), sorted(set(points))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        data = json.load(file)
    limit = float(sys.argv[2])
    random.seed(1)
    graph = nx.Graph()
    for node, kind in enumerate(data["kinds"]):
        graph.add_node(node, kind=kind)
    for a, b, count in data["edges"]:
        graph.add_edge(a, b, count=count)
    topics = [node for node, kind in enumerate(data["kinds"]) if kind == "topic"]
    walks = 0
    start = time.process_time()
    while time.process_time() - start < limit:
        walk(graph, topics[walks % len(topics)])
        walks += 1
    print(json.dumps({"walks": walks, "seconds": time.process_time() - start}))


main()
