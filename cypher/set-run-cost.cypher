// What a run has cost, from the ledger.
MATCH (run:Run {id: $id})
SET run.cost = toFloat($cost)
