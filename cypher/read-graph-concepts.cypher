// Concepts and edges of a graph version, from a place on.
MATCH (:Graph {id: $id})-[holds:HOLDS]->(:Concept)
WHERE holds.place >= $from AND holds.place < $to
RETURN holds.body AS body, holds.neighbours AS neighbours, holds.counts AS counts
ORDER BY holds.place
