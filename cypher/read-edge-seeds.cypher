// Seeds of both ends of an edge in a graph version, ascending.
MATCH (graph:Graph {id: $id, isComplete: true})
MATCH (graph)-[one:HOLDS]->(:Concept {id: $a})
MATCH (graph)-[other:HOLDS]->(:Concept {id: $b})
RETURN one.seeds AS one, other.seeds AS other
