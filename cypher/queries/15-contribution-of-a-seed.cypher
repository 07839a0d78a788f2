// Contribution of a seed
// What does one seed add to the graph? Draws its concepts and the edges between them; a count of 1 on an edge says that
// no other seed holds it.
// :param seed => '00000000000000000000000000000000'
// :param limit => 60
MATCH label = (seed:Seed {id: $seed})-[:HAS_TOPIC|TESTS]->(concept:Concept)
WITH collect(label) AS labels, collect(concept) AS concepts
UNWIND concepts AS concept
OPTIONAL MATCH edge = (concept)-[:CO_OCCURS_WITH]->(other:Concept)
WHERE other IN concepts
WITH labels, collect(edge) AS edges
UNWIND labels + edges AS path
RETURN path
LIMIT toInteger($limit)
