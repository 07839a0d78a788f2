// Provenance of a pair
// Where does a pair come from? Draws the pair, its run, the concepts it covers, its walk, and every way down to seed problems:
// the seeds behind the walk, those shown in a prompt, and those whose text was used, through pairs in between.
// :param pair => '00000000000000000000000000000000'
// :param limit => 100
MATCH (pair:Pair {id: $pair})
CALL (pair) {
  MATCH path = (pair)-[:PRODUCED_IN]->(:Run)
  RETURN path
  UNION
  MATCH path = (pair)-[:DERIVED_FROM|SHOWN]->{1,4}(:Seed)
  RETURN path
  UNION
  MATCH path = (pair)-[:SAMPLED_BY]->(:Walk)-[:SUPPORTED_BY]->(:Seed)
  RETURN path
  UNION
  MATCH path = (pair)-[:SAMPLED_BY]->(:Walk)-[:VISITED]->(:Concept)
  RETURN path
  UNION
  MATCH path = (pair)-[:COVERS]->(:KnowledgePoint)
  RETURN path
}
RETURN path
LIMIT toInteger($limit)
