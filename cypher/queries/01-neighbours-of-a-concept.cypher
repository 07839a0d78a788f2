// Neighbours of a concept
// Which concepts occur with this one in most seeds? Draws the concept and its strongest neighbours.
// :param concept => 'Percentages'
// :param limit => 15
MATCH path = (:Concept {name: $concept})-[edge:CO_OCCURS_WITH]-(:Concept)
RETURN path
ORDER BY edge.count DESC
LIMIT toInteger($limit)
