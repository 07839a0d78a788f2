// A graph version; it counts as stored when it is complete.
MERGE (graph:Graph {id: $id})
ON CREATE SET graph.name = $name, graph.seedCount = toInteger($seedCount), graph.isComplete = false
