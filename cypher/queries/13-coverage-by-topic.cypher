// Coverage by topic
// How far do the pairs reach into each topic? A table: of its knowledge points, how many are covered by at least one pair.
// :param minimumSeeds => 1
// :param limit => 50
MATCH (topic:Topic)
WHERE topic.count >= $minimumSeeds
WITH topic
ORDER BY topic.count DESC
LIMIT toInteger($limit)
MATCH (topic)<-[:PART_OF]-(point:KnowledgePoint)
WITH topic, point, COUNT { (point)<-[:COVERS]-() } AS pairs
WITH topic, count(point) AS knowledgePoints, sum(CASE WHEN pairs > 0 THEN 1 ELSE 0 END) AS covered, sum(pairs) AS coverings
RETURN topic.name AS topic, topic.count AS seeds, knowledgePoints, covered,
       round(100.0 * covered / knowledgePoints, 1) AS percentCovered, coverings
ORDER BY percentCovered, seeds DESC, topic
