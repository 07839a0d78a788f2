// Contributions of seeds whose text is not stored; those of stored seeds stand on them already.
UNWIND $rows AS row
MERGE (seed:Seed {id: row.id})
ON CREATE SET seed.name = row.name, seed.concepts = row.concepts
