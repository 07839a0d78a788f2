import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfigurationError, ProviderError, StoreError } from '../../src/core/errors.ts'
import { openNeo4jStores } from '../../src/adapters/neo4j/open-stores.ts'
import { constraintNames, schemaStatements } from '../../src/adapters/neo4j/statements.ts'
import { describeNeo4j, emptyDatabase, runCypher, testServer, testSettings } from './test-server.ts'

describeNeo4j('what goes wrong is said in one line', () => {
  beforeAll(async () => {
    await emptyDatabase()
    await (await openNeo4jStores(testSettings(), 'write')).close()
  })
  afterAll(async () => {
    await emptyDatabase()
    for (const text of schemaStatements()) await runCypher(text)
  })

  async function failure(more: object, mode: 'read' | 'write' = 'write'): Promise<Error> {
    const error: unknown = await openNeo4jStores({ ...testSettings(), ...more }, mode).catch(
      (thrown: unknown) => thrown,
    )
    if (!(error instanceof Error)) throw new Error('nothing went wrong')
    expect(error.message).not.toContain('\n')
    expect(error.message).not.toContain(testServer().password)
    return error
  }

  test('a wrong password', async () => {
    const error = await failure({ password: 'wrong-password' })
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error.message).toMatch(/wrong user or password.*NEO4J_PASSWORD/)
  })

  test('a server that is not there', async () => {
    const error = await failure({ uri: 'bolt://127.0.0.1:1' })
    expect(error).toBeInstanceOf(ProviderError)
    expect(error.message).toMatch(/not reachable.*neo4j up/)
  })

  test('a server that is none of Neo4j', async () => {
    const { browser } = testServer()
    const error = await failure({ uri: `bolt://127.0.0.1:${new URL(browser).port}` })
    expect([ConfigurationError, ProviderError]).toContain(error.constructor)
  })

  test('an unknown database', async () => {
    const error = await failure({ database: 'nowhere' })
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error.message).toMatch(/no such database.*NEO4J_DATABASE/)
  })

  test('the scheme neo4j:// reaches the server as well', async () => {
    const stores = await openNeo4jStores(
      { ...testSettings(), uri: testServer().uri.replace('bolt:', 'neo4j:') },
      'write',
    )
    expect(await stores.runs.list()).toEqual([])
    await stores.close()
  })

  test('a missing constraint, for those who only read; those who write make it', async () => {
    const [name = ''] = constraintNames()
    await runCypher(`DROP CONSTRAINT ${name}`)
    const error = await failure({}, 'read')
    expect(error).toBeInstanceOf(ConfigurationError)
    expect(error.message).toContain(`constraint missing: ${name} `)
    await (await openNeo4jStores(testSettings(), 'write')).close()
    await (await openNeo4jStores(testSettings(), 'read')).close()
  })

  test('a database that holds something else', async () => {
    const [name = ''] = constraintNames()
    await runCypher(`DROP CONSTRAINT ${name}`)
    await runCypher("CREATE (:Seed {id: 'twice'}), (:Seed {id: 'twice'})")
    const error = await failure({})
    expect(error).toBeInstanceOf(StoreError)
    expect(error.message).toMatch(/does not fit.*empty database/)
  })

  test('a newer layout', async () => {
    await emptyDatabase()
    await runCypher("CREATE (:Store {id: 'conceptloom', schema: 99})")
    const error = await failure({})
    expect(error).toBeInstanceOf(StoreError)
    expect(error.message).toContain('version 99')
    await emptyDatabase()
  })
})
