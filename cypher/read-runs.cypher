// Runs by the beginning of their id, the one stored last first.
MATCH (run:Run)
WHERE run.id STARTS WITH $prefix
RETURN run.id AS id, run.config AS config, run.kept AS kept, run.graphVersion AS graphVersion, run.seedIds AS seedIds,
       run.state AS state, run.cursor AS cursor, run.counters AS counters
ORDER BY run.stored DESC
