// Over-general concepts
// Which concepts are in so many seeds that they say little? A table: share of all seeds and number of neighbours, widest first.
// :param minimumShare => 0.02
// :param limit => 30
WITH COUNT { (:Seed) } AS allSeeds
MATCH (concept:Concept)
WHERE concept.count >= $minimumShare * allSeeds
RETURN concept.name AS concept, concept.kind AS kind, concept.count AS seeds,
       round(100.0 * concept.count / allSeeds, 1) AS percentOfSeeds,
       COUNT { (concept)-[:CO_OCCURS_WITH]-() } AS neighbours
ORDER BY seeds DESC, concept
LIMIT toInteger($limit)
