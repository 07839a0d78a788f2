// Which of these walks are stored.
UNWIND $ids AS id
MATCH (walk:Walk {id: id})
RETURN walk.id AS id
