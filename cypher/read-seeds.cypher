// Seeds by id; those that are only referred to have no body.
UNWIND $ids AS id
MATCH (seed:Seed {id: id})
WHERE seed.body IS NOT NULL
RETURN seed.id AS id, seed.body AS body, seed.concepts AS concepts
