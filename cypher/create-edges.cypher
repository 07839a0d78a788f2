// Edges of concepts that had none, the lower id first. Places are those in $ids.
WITH COLLECT {
  UNWIND range(0, size($ids) - 1) AS place
  MATCH (concept:Concept {id: $ids[place]})
  RETURN concept ORDER BY place
} AS concepts
UNWIND $rows AS row
WITH concepts, row, concepts[toInteger(row.from)] AS a
UNWIND range(0, size(row.to) - 1) AS place
WITH a, concepts[toInteger(row.to[place])] AS b, toInteger(row.counts[place]) AS count
CREATE (a)-[:CO_OCCURS_WITH {count: count}]->(b)
