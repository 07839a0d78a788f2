// Pairs of a run in the order of their index.
MATCH (pair:Pair)
WHERE pair.runId = $runId AND pair.index >= $from AND pair.index < $to
WITH pair ORDER BY pair.index LIMIT toInteger($limit)
MATCH (pair)-[:SAMPLED_BY]->(walk:Walk)
RETURN pair.id AS id, pair.runId AS runId, pair.index AS index, pair.question AS question, pair.solution AS solution,
       pair.finalAnswer AS finalAnswer, pair.marks AS marks, pair.body AS body, walk.body AS path
ORDER BY index
