// What a write to a run is checked against.
MATCH (run:Run {id: $id})
RETURN run.cursor AS cursor, run.lastIndex AS lastIndex, run.lastWrite AS lastWrite, run.counters AS counters
