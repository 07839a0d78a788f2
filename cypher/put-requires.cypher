// Knowledge points that come before others.
UNWIND $rows AS row
MATCH (point:Concept {id: row.from})
MATCH (required:Concept {id: row.to})
MERGE (point)-[:REQUIRES]->(required)
