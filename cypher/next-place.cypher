// Takes the next number in the order of storing. Its lock lets one writer of runs and pairs in at a time.
MERGE (store:Store {id: 'conceptloom'})
ON CREATE SET store.name = 'conceptloom', store.schema = 1, store.stored = 0
SET store.stored = store.stored + 1
RETURN store.stored AS place
