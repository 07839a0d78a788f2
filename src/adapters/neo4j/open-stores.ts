import { ConfigurationError, StoreError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { GraphStore, PairStore, RunStore } from '../../core/ports.ts'
import { connect, type Connection } from './connection.ts'
import type { ConnectionSettings } from './connection-settings.ts'
import { openGraphStore } from './graph-store.ts'
import { openPairStore } from './pair-store.ts'
import { openRunStore } from './run-store.ts'
import { constraintNames, nameOf, schemaStatements } from './statements.ts'

/** A problem family and the taxonomy ids of the knowledge points it exercises. */
export interface FamilyEntry {
  readonly id: string
  readonly level: number
  readonly taxonomyIds: readonly string[]
}

/** All stores of a Neo4j database. `close` closes every one of them; it may be called again. */
export interface Neo4jStores {
  readonly uri: string
  readonly graph: GraphStore
  readonly pairs: PairStore
  readonly runs: RunStore
  /** Families, linked to the knowledge points that are stored. May be repeated. */
  putFamilies(families: readonly FamilyEntry[]): Promise<void>
  /** What a stored run has cost. */
  putCost(runId: ContentId, cost: number): Promise<void>
  close(): Promise<void>
}

/** Version of the layout, in the Store node. */
const layout = 1

/**
 * Connects to a database, in `write` mode making constraints and indexes where they are missing.
 *
 * @throws ConfigurationError on wrong credentials, an old server or, in `read` mode, a missing constraint; ProviderError when no
 *   server answers; StoreError when the database was written by a newer version or holds what does not fit
 */
export async function openNeo4jStores(
  settings: ConnectionSettings,
  mode: 'read' | 'write',
): Promise<Neo4jStores> {
  const connection = await connect(settings)
  try {
    if (mode === 'write') await defineSchema(connection)
    else await checkConstraints(connection)
    await checkLayout(connection)
  } catch (error) {
    await connection.close()
    throw error
  }
  let isOpen = true
  const runs = openRunStore(connection, async () => {})
  return {
    uri: connection.uri,
    graph: openGraphStore(connection, async () => {}),
    pairs: openPairStore(connection, async () => {}),
    runs,
    putFamilies: async (families) => {
      await connection.write((run) => run('put-families', { rows: families }))
    },
    putCost: async (id, cost) => {
      await connection.write((run) => run('set-run-cost', { id, cost }))
    },
    async close() {
      if (!isOpen) return
      isOpen = false
      await runs.close()
      await connection.close()
    },
  }
}

/** Makes what is missing: a statement that has nothing to do would still wait for all transactions. */
async function defineSchema(connection: Connection): Promise<void> {
  const constraints = await connection.defined('CONSTRAINTS')
  const indexes = await connection.defined('INDEXES')
  const isThere = (text: string): boolean =>
    (text.startsWith('CREATE CONSTRAINT') ? constraints : indexes).has(nameOf(text))
  await connection.define(schemaStatements().filter((text) => !isThere(text)))
}

async function checkConstraints(connection: Connection): Promise<void> {
  const present = await connection.defined('CONSTRAINTS')
  const missing = constraintNames().filter((name) => !present.has(name))
  if (missing.length > 0)
    throw new ConfigurationError(
      `constraint missing: ${missing.join(', ')} at ${connection.uri}; \`conceptloom neo4j push\` makes them, or run cypher/schema.cypher`,
    )
}

async function checkLayout(connection: Connection): Promise<void> {
  const [row] = await connection.read('read-store')
  const found = Number(row?.['schema'] ?? layout)
  if (found > layout)
    throw new StoreError(
      `store too new: ${connection.uri} has version ${found}, this program reads up to ${layout}; update conceptloom`,
    )
}
