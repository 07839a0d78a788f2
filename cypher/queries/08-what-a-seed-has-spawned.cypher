// What a seed has spawned
// Which pairs rest on a seed problem? Draws pairs whose walk it supports, whose prompt showed it, or whose text comes from it.
// :param seed => '00000000000000000000000000000000'
// :param limit => 50
MATCH (seed:Seed {id: $seed})
CALL (seed) {
  MATCH path = (seed)<-[:DERIVED_FROM|SHOWN]-(:Pair)
  RETURN path
  LIMIT toInteger($limit)
  UNION
  MATCH path = (seed)<-[:SUPPORTED_BY]-(:Walk)<-[:SAMPLED_BY]-(:Pair)
  RETURN path
  LIMIT toInteger($limit)
}
RETURN path
LIMIT toInteger($limit)
