// Strongest pairs of concepts
// Which two concepts occur together in most seeds? Draws the backbone of the graph.
// :param minimumSeeds => 2
// :param limit => 60
MATCH path = (:Concept)-[edge:CO_OCCURS_WITH]->(:Concept)
WHERE edge.count >= $minimumSeeds
RETURN path
ORDER BY edge.count DESC
LIMIT toInteger($limit)
