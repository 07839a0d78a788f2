import { StoreError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { GraphStore, PairStore, RunStore } from '../../core/ports.ts'
import { connect, type Connection } from './connection.ts'
import type { ConnectionSettings } from './connection-settings.ts'
import { checkConstraints, defineSchema } from './define-schema.ts'
import { openGraphStore } from './graph-store.ts'
import { openPairStore } from './pair-store.ts'
import { openRunStore } from './run-store.ts'

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

async function checkLayout(connection: Connection): Promise<void> {
  const [row] = await connection.read('read-store')
  const found = Number(row?.['schema'] ?? layout)
  if (found > layout)
    throw new StoreError(
      `store too new: ${connection.uri} has version ${found}, this program reads up to ${layout}; update conceptloom`,
    )
}
