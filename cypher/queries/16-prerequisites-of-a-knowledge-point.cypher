// Prerequisites of a knowledge point
// What must be known before? Draws what the knowledge point requires, and what that requires, up to four steps down.
// :param concept => 'Partial fractions'
// :param limit => 60
MATCH path = (:Concept {name: $concept})-[:REQUIRES]->{1,4}(:KnowledgePoint)
RETURN path
ORDER BY length(path)
LIMIT toInteger($limit)
