// One writer of walks at a time, until the end of its transaction.
MERGE (lock:Store {id: 'walks'})
SET lock.name = 'walks'
