// Takes a run for a process.
MATCH (claim:Claim {id: $id})
SET claim.pid = toInteger($pid), claim.host = $host, claim.started = $started
