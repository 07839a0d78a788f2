// Knowledge points that come before others.
UNWIND $rows AS row
MATCH (point:KnowledgePoint {id: row.from})
MATCH (required:KnowledgePoint {id: row.to})
MERGE (point)-[:REQUIRES]->(required)
