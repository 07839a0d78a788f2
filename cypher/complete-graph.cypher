// The last write of a graph version.
MATCH (graph:Graph {id: $id})
SET graph.isComplete = true
