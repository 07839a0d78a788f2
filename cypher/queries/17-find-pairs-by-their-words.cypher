// Find pairs by their words
// Which pairs or seeds speak of this? A table, best match first; its ids are the $pair and $seed of other queries.
// Words, "a phrase", word*, word~ and AND, OR, NOT are understood.
// :param words => 'train AND speed'
// :param limit => 20
CALL db.index.fulltext.queryNodes('questions', $words, {limit: toInteger($limit)})
YIELD node, score
RETURN labels(node)[0] AS kind, node.id AS id, round(score, 2) AS score,
       coalesce(node.finalAnswer, node.answer) AS answer, node.question AS question
ORDER BY score DESC
LIMIT toInteger($limit)
