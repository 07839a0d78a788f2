// A complete graph version.
MATCH (graph:Graph {id: $id, isComplete: true})
RETURN graph.seedCount AS seedCount
