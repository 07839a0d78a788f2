import { describeGraphStore } from '../contracts/graph-store.ts'
import { describePairStore } from '../contracts/pair-store.ts'
import { describeRunStore } from '../contracts/run-store.ts'
import { describeNeo4j, freshStores } from './test-server.ts'

describeNeo4j('the contracts of the stores', () => {
  describeGraphStore(
    'neo4j',
    freshStores((stores) => stores.graph),
  )
  describePairStore(
    'neo4j',
    freshStores((stores) => stores.pairs),
  )
  describeRunStore(
    'neo4j',
    freshStores((stores) => stores.runs),
  )
})
