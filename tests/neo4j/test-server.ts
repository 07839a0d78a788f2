import neo4j, { type Driver } from 'neo4j-driver'
import { describe, inject } from 'vitest'
import type { ConnectionSettings } from '../../src/adapters/neo4j/connection-settings.ts'
import { type Neo4jStores, openNeo4jStores } from '../../src/adapters/neo4j/open-stores.ts'
import type { StartServer } from '../../src/adapters/neo4j/server/manage-server.ts'
import type { OpenFresh } from '../contracts/fresh.ts'
import type { TestServer } from './start-server.ts'

/** `describe` where there is a server, otherwise a skipped one. */
export const describeNeo4j: typeof describe.skip = inject('neo4jServer') === null ? describe.skip : describe

/** The server of this tier; only inside {@link describeNeo4j}. */
export function testServer(): TestServer {
  const server = inject('neo4jServer')
  if (server === null) throw new Error('no Neo4j server')
  return server
}

export function testSettings(): ConnectionSettings {
  const { uri, username, password } = testServer()
  return { uri, username, password }
}

/** How servers of this tier are started: a quick start matters more here than quick queries. */
export const quickStart: Omit<StartServer, 'workspace'> = {
  with: 'java',
  javaOptions: ['-XX:TieredStopAtLevel=1'],
  report: () => {},
}

/** Runs Cypher of a test itself. */
export function runCypher(
  text: string,
  parameters: Record<string, unknown> = {},
): Promise<readonly Record<string, unknown>[]> {
  return withDriver(async (driver) => {
    const result = await driver.session().run(text, parameters)
    return result.records.map((record) => record.toObject())
  })
}

/** A driver of a test itself. */
export async function withDriver<Result>(work: (driver: Driver) => Promise<Result>): Promise<Result> {
  const { uri, username, password } = testSettings()
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true })
  try {
    return await work(driver)
  } finally {
    await driver.close()
  }
}

/** Takes everything out of the database but constraints and indexes. */
export async function emptyDatabase(): Promise<void> {
  await runCypher('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS')
}

/** Takes away all constraints and indexes. */
export async function dropSchema(): Promise<void> {
  for (const [list, kind] of [
    ['CONSTRAINTS', 'CONSTRAINT'],
    ["INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name", 'INDEX'],
  ])
    for (const { name } of await runCypher(`SHOW ${list}`)) await runCypher(`DROP ${kind} ${String(name)}`)
}

/** Stores on an emptied database, as the contract suites open them. */
export function freshStores<Store>(pick: (stores: Neo4jStores) => Store): OpenFresh<Store> {
  return async () => {
    await emptyDatabase()
    const opened = [await openNeo4jStores(testSettings(), 'write')]
    return {
      store: pick(opened[0] as Neo4jStores),
      again: async () => {
        const stores = await openNeo4jStores(testSettings(), 'write')
        opened.push(stores)
        return pick(stores)
      },
      remove: async () => {
        for (const stores of opened) await stores.close()
      },
    }
  }
}
