// New walks, the concepts they visited and the seeds behind their edges. Places are those in $conceptIds and $seedIds.
WITH COLLECT {
  UNWIND range(0, size($conceptIds) - 1) AS place
  MATCH (concept:Concept {id: $conceptIds[place]})
  RETURN concept ORDER BY place
} AS concepts, COLLECT {
  UNWIND range(0, size($seedIds) - 1) AS place
  MATCH (seed:Seed {id: $seedIds[place]})
  RETURN seed ORDER BY place
} AS seeds
UNWIND $rows AS row
CREATE (walk:Walk {id: row.id, name: row.name, mode: row.mode, index: toInteger(row.index), runSeed: toInteger(row.runSeed),
                   graphVersion: row.graphVersion, body: row.body})
FOREACH (visit IN row.steps |
  FOREACH (concept IN [concepts[toInteger(visit[0])]] |
    CREATE (walk)-[:VISITED {step: toInteger(visit[1]), phase: visit[2], probability: visit[3]}]->(concept)))
FOREACH (seed IN [place IN row.seeds | seeds[toInteger(place)]] | CREATE (walk)-[:SUPPORTED_BY]->(seed))
