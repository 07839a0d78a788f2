// Pairs that others were derived from, where they are stored.
UNWIND $rows AS row
MATCH (pair:Pair {runId: $runId, index: toInteger(row.index)})
CALL (row) {
  MATCH (parent:Pair {id: row.parent})
  RETURN parent ORDER BY parent.runId, parent.index LIMIT 1
}
CREATE (pair)-[:DERIVED_FROM {method: row.method}]->(parent)
