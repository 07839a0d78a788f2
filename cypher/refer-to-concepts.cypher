// Makes sure that concepts can be referred to; a graph that has them fills them in.
UNWIND $ids AS id
MERGE (concept:Concept {id: id})
ON CREATE SET concept.name = left(id, 8)
