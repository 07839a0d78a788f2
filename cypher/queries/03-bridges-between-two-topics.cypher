// Bridges between two topics
// Which knowledge points occur with both topics? Draws them between the two, the strongest (by the weaker of their two edges) first.
// :param from => 'Shopping and prices'
// :param to => 'Percentages'
// :param limit => 20
MATCH path = (:Topic {name: $from})-[left:CO_OCCURS_WITH]-(bridge:KnowledgePoint)
             -[right:CO_OCCURS_WITH]-(:Topic {name: $to})
USING JOIN ON bridge
RETURN path
ORDER BY CASE WHEN left.count < right.count THEN left.count ELSE right.count END DESC, bridge.name
LIMIT toInteger($limit)
