// Pairs of one block, their walks, concepts and seeds. Places are those in $conceptIds and $seedIds.
MATCH (run:Run {id: $runId})
WITH run, COLLECT {
  UNWIND range(0, size($conceptIds) - 1) AS place
  MATCH (concept:Concept {id: $conceptIds[place]})
  RETURN concept ORDER BY place
} AS concepts, COLLECT {
  UNWIND range(0, size($seedIds) - 1) AS place
  MATCH (seed:Seed {id: $seedIds[place]})
  RETURN seed ORDER BY place
} AS seeds
UNWIND $rows AS row
MATCH (walk:Walk {id: row.walk})
CREATE (pair:Pair {id: row.id, runId: $runId, index: toInteger(row.index), name: row.name, question: row.question,
                   solution: row.solution, finalAnswer: row.finalAnswer, method: row.method, model: row.model,
                   difficulty: toFloat(row.difficulty), rung: toInteger(row.rung), votes: toInteger(row.votes),
                   of: toInteger(row.of), split: row.split, marks: row.marks, body: row.body})
CREATE (pair)-[:SAMPLED_BY]->(walk)
CREATE (pair)-[:PRODUCED_IN]->(run)
FOREACH (concept IN [place IN row.requested | concepts[toInteger(place)]] | CREATE (pair)-[:REQUESTED]->(concept))
FOREACH (concept IN [place IN row.realised | concepts[toInteger(place)]] | CREATE (pair)-[:COVERS]->(concept))
FOREACH (seed IN [place IN row.shown | seeds[toInteger(place)]] | CREATE (pair)-[:SHOWN]->(seed))
FOREACH (seed IN [place IN row.derived | seeds[toInteger(place)]] |
  CREATE (pair)-[:DERIVED_FROM {method: row.method}]->(seed))
