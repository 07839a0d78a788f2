// Makes sure that seeds can be referred to; storing their text fills them in.
UNWIND $ids AS id
MERGE (seed:Seed {id: id})
ON CREATE SET seed.name = left(id, 8), seed.concepts = []
