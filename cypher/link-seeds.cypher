// Draws HAS_TOPIC and TESTS anew from the contributions of seeds; concepts that are not stored yet get theirs with their graph.
UNWIND $ids AS id
MATCH (seed:Seed {id: id})
// Its lock comes before the look at what is there: two writers must not both find nothing to take away.
SET seed.concepts = seed.concepts
WITH seed
CALL (seed) {
  MATCH (seed)-[old:HAS_TOPIC|TESTS]->()
  DELETE old
}
WITH seed
UNWIND seed.concepts AS conceptId
MATCH (concept:Concept {id: conceptId})
FOREACH (topic IN CASE concept.kind WHEN 'topic' THEN [concept] ELSE [] END | CREATE (seed)-[:HAS_TOPIC]->(topic))
FOREACH (point IN CASE concept.kind WHEN 'knowledge-point' THEN [concept] ELSE [] END | CREATE (seed)-[:TESTS]->(point))
