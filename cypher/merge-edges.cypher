// Edges of concepts that have some already: the counts of the graph are set, never added to. Places are those in $ids.
WITH COLLECT {
  UNWIND range(0, size($ids) - 1) AS place
  MATCH (concept:Concept {id: $ids[place]})
  RETURN concept ORDER BY place
} AS concepts
UNWIND $rows AS row
WITH concepts, row, concepts[toInteger(row.from)] AS a
UNWIND range(0, size(row.to) - 1) AS place
WITH a, concepts[toInteger(row.to[place])] AS b, toInteger(row.counts[place]) AS count
MERGE (a)-[edge:CO_OCCURS_WITH]->(b)
SET edge.count = count
