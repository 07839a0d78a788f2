// Topics that knowledge points belong to.
UNWIND $rows AS row
MATCH (point:KnowledgePoint {id: row.from})
MATCH (topic:Topic {id: row.to})
MERGE (point)-[:PART_OF]->(topic)
