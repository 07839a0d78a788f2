import { afterAll, beforeEach, expect, test } from 'vitest'
import { openNeo4jStores } from '../../src/adapters/neo4j/open-stores.ts'
import { constraintNames, nameOf, schemaStatements } from '../../src/adapters/neo4j/statements.ts'
import { describeNeo4j, dropSchema, emptyDatabase, runCypher, testSettings } from './test-server.ts'

describeNeo4j('constraints and indexes', () => {
  const open = async (): Promise<void> => (await openNeo4jStores(testSettings(), 'write')).close()
  beforeEach(async () => {
    await emptyDatabase()
    await open()
  })
  afterAll(async () => {
    await emptyDatabase()
    await open()
  })

  async function expectWhole(): Promise<void> {
    await runCypher('CALL db.awaitIndexes(60)')
    const indexes = await runCypher(
      "SHOW INDEXES YIELD name, state, type, owningConstraint WHERE type <> 'LOOKUP' RETURN name, state, owningConstraint ORDER BY name",
    )
    const constraints = new Set(constraintNames())
    const wanted = schemaStatements().map((text) => {
      const name = nameOf(text)
      return { name, state: 'ONLINE', owningConstraint: constraints.has(name) ? name : null }
    })
    expect(indexes).toEqual(wanted.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
  }

  test('many writers that open an empty database at once make them together', async () => {
    await dropSchema()
    await Promise.all(Array.from({ length: 6 }, open))
    await expectWhole()
  })

  test('an index that is there without its constraint, as after a crash, is replaced', async () => {
    for (const name of ['seed_id', 'pair_place']) await runCypher(`DROP CONSTRAINT ${name}`)
    await runCypher('CREATE INDEX seed_id FOR (seed:Seed) ON (seed.id)')
    await runCypher('CREATE INDEX pair_place FOR (pair:Pair) ON (pair.runId, pair.index)')
    await Promise.all(Array.from({ length: 6 }, open))
    await expectWhole()
  })

  test('an index of another kind that bears the name of a constraint is left alone', async () => {
    await runCypher('DROP CONSTRAINT seed_id')
    await runCypher('CREATE INDEX seed_id FOR (other:Other) ON (other.id)')
    try {
      await expect(open()).rejects.toThrow(/Neo4j refused.*seed_id/)
    } finally {
      await runCypher('DROP INDEX seed_id')
    }
  })

  test('an index that could not be filled is made again', async () => {
    await runCypher('DROP INDEX concept_name')
    await runCypher('CREATE (:Concept {name: $name})', { name: 'long '.repeat(10_000) })
    await runCypher('CREATE INDEX concept_name FOR (concept:Concept) ON (concept.name)')
    await expect(runCypher('CALL db.awaitIndexes(60)')).rejects.toThrow(/FAILED/)
    await emptyDatabase()
    await open()
    await expectWhole()
  })
})
