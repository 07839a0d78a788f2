// Stores concepts as the latest graph has them.
UNWIND $rows AS row
MERGE (concept:Concept {id: row.id})
SET concept.name = row.name, concept.key = row.key, concept.kind = row.kind, concept.definition = row.definition,
    concept.count = toInteger(row.count), concept.aliases = row.aliases, concept.taxonomyId = row.taxonomyId
FOREACH (topic IN CASE row.kind WHEN 'topic' THEN [concept] ELSE [] END | SET topic:Topic)
FOREACH (point IN CASE row.kind WHEN 'knowledge-point' THEN [concept] ELSE [] END | SET point:KnowledgePoint)
