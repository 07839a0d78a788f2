// Locks pairs and reads their marks.
UNWIND $indices AS index
MATCH (pair:Pair {runId: $runId, index: toInteger(index)})
SET pair.runId = pair.runId
RETURN pair.index AS index, pair.marks AS marks
