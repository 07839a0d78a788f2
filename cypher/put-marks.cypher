// Sets the marks of pairs.
UNWIND $rows AS row
MATCH (pair:Pair {runId: $runId, index: toInteger(row.index)})
SET pair.marks = row.marks
