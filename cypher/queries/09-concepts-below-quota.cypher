// Concepts below quota
// Which knowledge points have too few pairs that really cover them? A table: the most frequent in seeds first.
// :param quota => 5
// :param minimumSeeds => 1
// :param limit => 50
MATCH (point:KnowledgePoint)
WHERE point.count >= $minimumSeeds
WITH point, COUNT { (point)<-[:COVERS]-() } AS pairs
WHERE pairs < $quota
RETURN point.name AS knowledgePoint, point.count AS seeds, pairs, $quota - pairs AS missing
ORDER BY seeds DESC, knowledgePoint
LIMIT toInteger($limit)
