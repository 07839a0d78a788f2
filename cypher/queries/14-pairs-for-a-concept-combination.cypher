// Pairs for a concept combination
// Which pairs cover all of these knowledge points at once? Draws the pairs, at most $limit, between the points.
// :param concepts => ['Distance formula', 'Lattice paths']
// :param limit => 25
MATCH (wanted:Concept)
WHERE wanted.name IN $concepts
WITH wanted, COUNT { (wanted)<-[:COVERS]-() } AS pairs
ORDER BY pairs
WITH collect(wanted) AS points
WITH points, head(points) AS rarest
MATCH (pair:Pair)-[:COVERS]->(rarest)
WHERE size(points) = size($concepts) AND all(point IN tail(points) WHERE EXISTS { (pair)-[:COVERS]->(point) })
WITH pair, points
LIMIT toInteger($limit)
MATCH path = (pair)-[:COVERS]->(point)
WHERE point IN points
RETURN path
