// Pairs of a run by rung and marks.
MATCH (pair:Pair)
WHERE pair.runId = $runId AND pair.index >= 0
RETURN pair.rung AS rung, pair.marks AS marks, count(*) AS pairs
