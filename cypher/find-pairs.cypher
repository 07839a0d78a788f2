// Places of the pairs whose id begins so, by id, the run stored last first.
MATCH (pair:Pair)
WHERE pair.id STARTS WITH $prefix
MATCH (run:Run {id: pair.runId})
RETURN pair.id AS id, pair.runId AS runId, pair.index AS index
ORDER BY id, run.stored DESC, index
LIMIT 1000
