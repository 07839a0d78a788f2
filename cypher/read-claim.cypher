// Locks the claim on a run and tells who has it.
MERGE (claim:Claim {id: $id})
SET claim.name = left($id, 8)
RETURN claim.pid AS pid, claim.host AS host, claim.started AS started
