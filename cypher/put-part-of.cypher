// Topics that knowledge points belong to.
UNWIND $rows AS row
MATCH (point:Concept {id: row.from})
MATCH (topic:Concept {id: row.to})
MERGE (point)-[:PART_OF]->(topic)
