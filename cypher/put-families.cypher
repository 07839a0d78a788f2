// Problem families and the knowledge points they exercise, by their ids in the taxonomy.
UNWIND $rows AS row
MERGE (family:Family {id: row.id})
SET family.name = row.id, family.level = toInteger(row.level), family.taxonomyIds = row.taxonomyIds
WITH family
UNWIND family.taxonomyIds AS taxonomyId
MATCH (point:KnowledgePoint {taxonomyId: taxonomyId})
MERGE (family)-[:EXERCISES]->(point)
