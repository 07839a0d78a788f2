// Gives up a process's claim on a run.
MATCH (claim:Claim {id: $id, pid: toInteger($pid), host: $host, started: $started})
DELETE claim
