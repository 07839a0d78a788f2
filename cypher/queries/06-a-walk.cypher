// A walk
// Which way did the walk behind a pair take? Draws the walk with the concepts it visited; the steps are numbered on the arrows.
// Take the id of a pair from "Find pairs by their words".
// :param pair => '00000000000000000000000000000000'
// :param limit => 50
MATCH path = (:Pair {id: $pair})-[:SAMPLED_BY]->(:Walk)-[visit:VISITED]->(:Concept)
RETURN path
ORDER BY visit.step
LIMIT toInteger($limit)
