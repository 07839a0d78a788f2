import type { Concept, SeedContribution } from '../../core/concept.ts'
import type { ConceptEdge, ConceptGraph, EdgeKind } from '../../core/concept-graph.ts'
import { StoreError } from '../../core/errors.ts'
import { isContentId, type ContentId } from '../../core/identity.ts'
import type { GraphStore, LabelledSeed } from '../../core/ports.ts'
import type { Seed } from '../../core/seed.ts'
import { idBytes, idListBytes, idListOf, idText, parseJson } from './column-values.ts'
import { packAscending, unpackAscending } from './packed-bytes.ts'
import type { WorkspaceParts } from './workspace-parts.ts'

/** A graph's concepts and seeds are numbered from 0 in ascending order of their ids, so ascending numbers are ascending ids. */
export function openGraphStore({ database, closing }: WorkspaceParts): GraphStore {
  const putSeed = database.prepare('INSERT OR REPLACE INTO seed (id, body, concepts) VALUES (?, ?, ?)')
  const selectSeed = database.prepare('SELECT body, concepts FROM seed WHERE id = ?')
  const selectGraph = database.prepare('SELECT number, seed_count FROM graph WHERE version = ?')
  const insertGraph = database.prepare('INSERT INTO graph (version, seed_count) VALUES (?, ?)')
  const insertConcept = database.prepare(
    'INSERT INTO graph_concept (graph, number, id, body, seeds) VALUES (?, ?, ?, ?, ?)',
  )
  const selectConcepts = database.prepare('SELECT body FROM graph_concept WHERE graph = ? ORDER BY number')
  const selectConceptSeeds = database.prepare('SELECT seeds FROM graph_concept WHERE graph = ? AND id = ?')
  const insertEdge = database.prepare(
    'INSERT INTO graph_edge (graph, a, b, kind, count) VALUES (?, ?, ?, ?, ?)',
  )
  const selectEdges = database.prepare(
    'SELECT a, b, kind, count FROM graph_edge WHERE graph = ? ORDER BY a, b',
  )
  selectEdges.setReturnArrays(true)
  const insertGraphSeed = database.prepare('INSERT INTO graph_seed (graph, number, id) VALUES (?, ?, ?)')
  const selectGraphSeed = database.prepare('SELECT id FROM graph_seed WHERE graph = ? AND number = ?')

  function graphRow(version: ContentId): { number: number; seedCount: number } | undefined {
    const row = isContentId(version) ? selectGraph.get(idBytes(version)) : undefined
    return row === undefined
      ? undefined
      : { number: Number(row['number']), seedCount: Number(row['seed_count']) }
  }

  function seedsOf(graph: number, concept: ContentId): readonly number[] {
    const row = isContentId(concept) ? selectConceptSeeds.get(graph, idBytes(concept)) : undefined
    return row === undefined ? [] : unpackAscending(row['seeds'] as Uint8Array)
  }

  function insert(graph: ConceptGraph, contributions: readonly SeedContribution[]): void {
    const number = Number(insertGraph.run(idBytes(graph.version), graph.seedCount).lastInsertRowid)
    const seedIds = [...new Set(contributions.map(({ seedId }) => seedId))].toSorted()
    for (const [place, id] of seedIds.entries()) insertGraphSeed.run(number, place, idBytes(id))
    const seedsByConcept = seedNumbersByConcept(contributions, seedIds)
    for (const [place, node] of graph.nodes.entries()) {
      const seeds = packAscending(seedsByConcept.get(node.id) ?? [])
      insertConcept.run(number, place, idBytes(node.id), JSON.stringify(node), seeds)
    }
    const places = new Map(graph.nodes.map((node, place) => [node.id, place]))
    for (const edge of graph.edges) {
      const a = places.get(edge.a)
      const b = places.get(edge.b)
      if (a === undefined || b === undefined)
        throw new StoreError(`edge without node: ${edge.a} - ${edge.b}; build the graph again`)
      insertEdge.run(number, a, b, edge.kind, edge.count)
    }
  }

  return {
    async putSeeds(seeds) {
      database.transaction(() => {
        for (const { seed, conceptIds } of seeds)
          putSeed.run(idBytes(seed.id), JSON.stringify(seed), idListBytes(conceptIds))
      })
    },
    async seeds(ids) {
      return database.attempt(() =>
        ids.flatMap((id): LabelledSeed[] => {
          const row = isContentId(id) ? selectSeed.get(idBytes(id)) : undefined
          if (row === undefined) return []
          return [{ seed: parseJson(row['body']) as Seed, conceptIds: idListOf(row['concepts']) }]
        }),
      )
    },
    async putGraph(graph, contributions) {
      database.transaction(() => {
        if (graphRow(graph.version) === undefined) insert(graph, contributions)
      })
    },
    async graph(version) {
      return database.attempt(() => {
        const row = graphRow(version)
        if (row === undefined) return undefined
        const nodes = selectConcepts.all(row.number).map(({ body }) => parseJson(body) as Concept)
        const edges: ConceptEdge[] = []
        // One at a time: rows of a million edges would take more memory than the edges.
        for (const edge of selectEdges.iterate(row.number))
          edges.push(edgeOf(nodes, edge as unknown as EdgeRow))
        return { version, nodes, edges, seedCount: row.seedCount }
      })
    },
    hasGraph: async (version) => database.attempt(() => graphRow(version) !== undefined),
    async seedsOfEdge(version, { a, b, limit }) {
      return database.attempt(() => {
        const row = graphRow(version)
        if (row === undefined) return []
        const both = commonNumbers(seedsOf(row.number, a), seedsOf(row.number, b), limit)
        return both.map((number) => idText(selectGraphSeed.get(row.number, number)?.['id']))
      })
    },
    close: closing(),
  }
}

/** The first `limit` numbers that two ascending lists share. */
function commonNumbers(one: readonly number[], other: readonly number[], limit: number): number[] {
  const common: number[] = []
  let at = 0
  for (const number of one) {
    while ((other[at] ?? Infinity) < number) at++
    if (common.length >= limit) break
    if (other[at] === number) common.push(number)
  }
  return common
}

type EdgeRow = readonly [a: number, b: number, kind: EdgeKind, count: number]

function edgeOf(nodes: readonly Concept[], [a, b, kind, count]: EdgeRow): ConceptEdge {
  return { a: (nodes[a] as Concept).id, b: (nodes[b] as Concept).id, kind, count }
}

function seedNumbersByConcept(
  contributions: readonly SeedContribution[],
  seedIds: readonly ContentId[],
): ReadonlyMap<ContentId, readonly number[]> {
  const numbers = new Map(seedIds.map((id, number) => [id, number]))
  const seedsByConcept = new Map<ContentId, Set<number>>()
  for (const { seedId, conceptIds } of contributions) {
    const number = numbers.get(seedId) as number
    for (const conceptId of conceptIds) {
      const seeds = seedsByConcept.get(conceptId)
      if (seeds === undefined) seedsByConcept.set(conceptId, new Set([number]))
      else seeds.add(number)
    }
  }
  return new Map([...seedsByConcept].map(([id, seeds]) => [id, [...seeds].toSorted((a, b) => a - b)]))
}
