// Places of the pairs of a run in the order of their index, without content.
MATCH (pair:Pair)
WHERE pair.runId = $runId AND pair.index >= $from AND pair.index < $to
RETURN pair.index AS index, pair.id AS id, pair.marks AS marks
ORDER BY index
LIMIT toInteger($limit)
