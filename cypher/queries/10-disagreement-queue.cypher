// Disagreement queue
// Which pairs wait for a person, because votes or checks disagreed? A table: the closest vote first.
// :param limit => 50
MATCH (pair:Pair)
WHERE pair.marks > [] AND 'review' IN pair.marks
RETURN pair.id AS id, pair.votes AS votes, pair.of AS of, pair.rung AS rung, pair.finalAnswer AS answer,
       pair.marks AS marks, pair.question AS question
ORDER BY 1.0 * pair.votes / pair.of, id
LIMIT toInteger($limit)
