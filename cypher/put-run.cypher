// Stores a run, or the new state, cursor and counters of a stored one.
MERGE (run:Run {id: $id})
ON CREATE SET run.name = $name, run.config = $config, run.kept = $kept, run.graphVersion = $graphVersion,
  run.seedIds = $seedIds, run.engine = $engine, run.preset = $preset, run.model = $model, run.lastIndex = -1
SET run.state = $state, run.cursor = toInteger($cursor), run.counters = $counters, run.pairs = toInteger($pairs),
    run.stored = toInteger($stored), run.lastWrite = $write, run.lastIndex = coalesce(toInteger($lastIndex), run.lastIndex)
