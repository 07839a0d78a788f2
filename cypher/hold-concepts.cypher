// What one version of the graph says of each of its concepts: its place, neighbours with a later place, their counts, and its seeds.
MATCH (graph:Graph {id: $id})
UNWIND $rows AS row
MATCH (concept:Concept {id: row.id})
MERGE (graph)-[holds:HOLDS]->(concept)
SET holds.place = toInteger(row.place), holds.body = row.body, holds.neighbours = toIntegerList(row.neighbours),
    holds.counts = toIntegerList(row.counts), holds.seeds = row.seeds
