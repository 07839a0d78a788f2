import type { Concept, SeedContribution } from '../../core/concept.ts'
import type { ConceptGraph } from '../../core/concept-graph.ts'
import type { ContentId } from '../../core/identity.ts'
import type { GraphStore, LabelledSeed } from '../../core/ports.ts'
import type { Seed } from '../../core/seed.ts'
import type { Connection } from './connection.ts'
import { conceptRow, edgesOf, holdRows, seedRow, taxonomyLinks } from './graph-rows.ts'
import { putEdges } from './put-edges.ts'
import { captionOf, checkedId, fromJson, partsOf } from './text-values.ts'

/** Rows of nodes in one transaction. */
const batchSize = 2000

/**
 * The graph that people explore is that of the version stored last: nodes, counts and edges are set, never added to. Each version is
 * kept beside it on the HOLDS relationships of its Graph node, so that a run goes on with its own.
 */
export function openGraphStore(connection: Connection, close: () => Promise<void>): GraphStore {
  async function putSeeds(seeds: readonly LabelledSeed[]): Promise<void> {
    // The last of several entries of one seed counts, as it would one after another.
    const rows = [...new Map(seeds.map((labelled) => [labelled.seed.id, seedRow(labelled)])).values()]
    for (const part of partsOf(rows, batchSize))
      await connection.write(async (run) => {
        await run('put-seeds', { rows: part })
        await run('link-seeds', { ids: part.map(({ id }) => id) })
      })
  }

  async function putContributions(contributions: readonly SeedContribution[]): Promise<void> {
    const rows = contributions.map(({ seedId, conceptIds }) => ({
      id: checkedId(seedId),
      name: captionOf(seedId.slice(0, 8)),
      concepts: conceptIds,
    }))
    for (const part of partsOf(rows, batchSize))
      await connection.write(async (run) => {
        await run('put-contributions', { rows: part })
        await run('link-seeds', { ids: [...new Set(part.map(({ id }) => id))] })
      })
  }

  const hasGraph = async (id: ContentId): Promise<boolean> =>
    (await connection.read('read-graph', { id })).length > 0

  async function putGraph(graph: ConceptGraph, contributions: readonly SeedContribution[]): Promise<void> {
    const id = checkedId(graph.version)
    if (await hasGraph(id)) return
    const held = holdRows(graph, contributions)
    await connection.write((run) =>
      run('begin-graph', { id, name: `graph ${id.slice(0, 8)}`, seedCount: graph.seedCount }),
    )
    for (const part of partsOf(graph.nodes.map(conceptRow), batchSize))
      await connection.write((run) => run('put-concepts', { rows: part }))
    await putEdges(connection, held)
    // A hold has as many numbers as its concept has neighbours.
    for (const part of partsOf(held, 500))
      await connection.write((run) => run('hold-concepts', { id, rows: part }))
    await putContributions(contributions)
    const { partOf, requires } = taxonomyLinks(graph.nodes)
    for (const rows of partsOf(partOf, batchSize))
      await connection.write((run) => run('put-part-of', { rows }))
    for (const rows of partsOf(requires, batchSize))
      await connection.write((run) => run('put-requires', { rows }))
    await connection.write((run) => run('complete-graph', { id }))
  }

  async function readGraph(version: ContentId): Promise<ConceptGraph | undefined> {
    const [row] = await connection.read('read-graph', { id: version })
    if (row === undefined) return undefined
    const nodes: Concept[] = []
    const held: { neighbours: readonly number[]; counts: readonly number[] }[] = []
    for (;;) {
      const from = nodes.length
      const rows = await connection.read('read-graph-concepts', { id: version, from, to: from + batchSize })
      for (const { body, neighbours, counts } of rows) {
        nodes.push(fromJson(body) as Concept)
        held.push({ neighbours: (neighbours ?? []) as number[], counts: (counts ?? []) as number[] })
      }
      if (rows.length < batchSize) break
    }
    return { version, nodes, edges: edgesOf(nodes, held), seedCount: row['seedCount'] as number }
  }

  return {
    putSeeds,
    async seeds(ids) {
      const found = new Map<unknown, LabelledSeed>()
      for (const part of partsOf([...new Set(ids)], batchSize))
        for (const row of await connection.read('read-seeds', { ids: part }))
          found.set(row['id'], {
            seed: fromJson(row['body']) as Seed,
            conceptIds: (row['concepts'] ?? []) as ContentId[],
          })
      return ids.flatMap((id) => found.get(id) ?? [])
    },
    putGraph,
    graph: readGraph,
    hasGraph,
    async seedsOfEdge(version, { a, b, limit }) {
      const [row] = await connection.read('read-edge-seeds', { id: version, a, b })
      if (row === undefined) return []
      const others = new Set((row['other'] ?? []) as readonly ContentId[])
      return ((row['one'] ?? []) as readonly ContentId[]).filter((id) => others.has(id)).slice(0, limit)
    },
    close,
  }
}
