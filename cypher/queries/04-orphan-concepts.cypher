// Orphan concepts
// Which concepts stand nearly alone, where walks end? A table: few seeds and at most so many neighbours, loneliest first.
// :param maximumSeeds => 1
// :param maximumNeighbours => 1
// :param limit => 50
MATCH (concept:Concept)
WHERE concept.count <= $maximumSeeds
WITH concept, COUNT { (concept)-[:CO_OCCURS_WITH]-() } AS neighbours
WHERE neighbours <= $maximumNeighbours
RETURN concept.name AS concept, concept.kind AS kind, concept.count AS seeds, neighbours
ORDER BY neighbours, seeds, concept
LIMIT toInteger($limit)
