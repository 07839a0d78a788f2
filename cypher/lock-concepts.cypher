// Locks concepts until the end of the transaction and says which have edges to later ones: all of those are written at once.
UNWIND $ids AS id
MATCH (concept:Concept {id: id})
SET concept.kind = concept.kind
RETURN id, EXISTS { (concept)-[:CO_OCCURS_WITH]->() } AS hasEdges
