// Stores or replaces seeds. `concepts` is the seed's whole contribution to the graph.
UNWIND $rows AS row
MERGE (seed:Seed {id: row.id})
SET seed.name = row.name, seed.question = row.question, seed.answer = row.answer, seed.source = row.source,
    seed.split = row.split, seed.license = row.license, seed.subject = row.subject, seed.level = toInteger(row.level),
    seed.concepts = row.concepts, seed.body = row.body
