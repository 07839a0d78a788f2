import type { ContentId } from '../../core/identity.ts'
import type { Connection } from './connection.ts'
import type { HoldRow } from './graph-rows.ts'

/** Edges in one transaction, at most; a concept's edges to later ones are never divided. */
const edgesPerTransaction = 20_000

/**
 * Writes the edges of a graph version. All edges of a concept to later ones come in one transaction that holds its lock, so a concept
 * that has none yet can be given its edges without looking for each one.
 */
export async function putEdges(connection: Connection, held: readonly HoldRow[]): Promise<void> {
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
