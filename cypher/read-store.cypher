// Version of the layout.
MATCH (store:Store {id: 'conceptloom'})
RETURN store.schema AS schema
