import type { ContentId } from '../../core/identity.ts'
import type { Connection } from './connection.ts'
import type { HoldRow } from './graph-rows.ts'
import { nameOf, schemaStatements } from './statements.ts'

/** Edges in one transaction, at most; a concept's edges to later ones are never divided. */
const edgesPerTransaction = 20_000

/** Fewer edges than these are written with their index in place. */
const manyEdges = 50_000

/**
 * Writes the edges of a graph version. Where most edges will be new, the index of their counts is made after them: filling it at once
 * costs a fraction of keeping it up to date. After an interruption the next opening for writing makes it.
 */
export async function putEdges(connection: Connection, held: readonly HoldRow[]): Promise<void> {
  const wanted = held.reduce((sum, { neighbours }) => sum + neighbours.length, 0)
  const [row] = await connection.read('count-edges')
  const isBulk = wanted >= manyEdges && wanted > Number(row?.['edges'])
  if (isBulk) await connection.define([`DROP INDEX ${edgeIndex} IF EXISTS`])
  await putAll(connection, held)
  if (!isBulk) return
  await connection.define(schemaStatements().filter((text) => nameOf(text) === edgeIndex))
  await connection.read('await-edge-index')
}

const edgeIndex = 'co_occurrence_count'

/**
 * All edges of a concept to later ones come in one transaction that holds its lock, so a concept
 * that has none yet can be given its edges without looking for each one.
 */
async function putAll(connection: Connection, held: readonly HoldRow[]): Promise<void> {
  for (const part of partsByEdges(held)) {
    const { ids, rows } = withPlaces(part, held)
    const from = part.map(({ id }) => id)
    await connection.write(async (run) => {
      const locked = await run('lock-concepts', { ids: from })
      const hasEdges = new Set(locked.filter((row) => row['hasEdges'] === true).map((row) => row['id']))
      const [known, fresh] = [true, false].map((has) =>
        rows.filter((row) => hasEdges.has(ids[row.from]) === has),
      )
      if (fresh?.length !== 0) await run('create-edges', { ids, rows: fresh })
      if (known?.length !== 0) await run('merge-edges', { ids, rows: known })
    })
  }
}

function* partsByEdges(held: readonly HoldRow[]): Generator<readonly HoldRow[], void> {
  let part: HoldRow[] = []
  let edges = 0
  for (const row of held) {
    if (row.neighbours.length === 0) continue
    if (part.length > 0 && edges + row.neighbours.length > edgesPerTransaction) {
      yield part
      part = []
      edges = 0
    }
    part.push(row)
    edges += row.neighbours.length
  }
  if (part.length > 0) yield part
}

interface EdgeRow {
  readonly from: number
  readonly to: readonly number[]
  readonly counts: readonly number[]
}

/** The concepts that a part speaks of, each once, and its edges as places among them: an id is looked up once a transaction. */
function withPlaces(
  part: readonly HoldRow[],
  held: readonly HoldRow[],
): { readonly ids: readonly ContentId[]; readonly rows: readonly EdgeRow[] } {
  const places = new Map<number, number>()
  const placeOf = (number: number): number => {
    const place = places.get(number) ?? places.size
    places.set(number, place)
    return place
  }
  const rows = part.map(({ place, neighbours, counts }) => ({
    from: placeOf(place),
    to: neighbours.map(placeOf),
    counts,
  }))
  return { ids: [...places.keys()].map((number) => (held[number] as HoldRow).id), rows }
}
