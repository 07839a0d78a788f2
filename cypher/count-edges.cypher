// Edges of all concepts; the database keeps this count.
MATCH ()-[edge:CO_OCCURS_WITH]->()
RETURN count(edge) AS edges
