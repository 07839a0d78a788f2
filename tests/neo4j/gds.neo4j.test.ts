import { beforeAll, expect, test } from 'vitest'
import { openNeo4jStores } from '../../src/adapters/neo4j/open-stores.ts'
import type { ConceptGraph } from '../../src/core/concept-graph.ts'
import { contentId } from '../../src/core/identity.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { compactGraph } from '../../src/steps/walk/compact-graph.ts'
import { drawTarget } from '../../src/steps/walk/sub-graph.ts'
import { sampleConcept } from '../contracts/samples.ts'
import { describeNeo4j, emptyDatabase, runCypher, testSettings } from './test-server.ts'

const walks = 20_000

/** Twelve knowledge points, each joined to most others by edges of very unequal counts. */
function unevenGraph(): ConceptGraph {
  const nodes = Array.from({ length: 12 }, (_, place) => sampleConcept('knowledge-point', `point ${place}`))
  nodes.sort((a, b) => (a.id < b.id ? -1 : 1))
  const random = randomAt(randomKey('uneven', 1), 0)
  const edges = nodes.flatMap((a, place) =>
    nodes
      .slice(place + 1)
      .filter(() => random.chance(0.8))
      .map((b) => ({
        a: a.id,
        b: b.id,
        kind: 'KK' as const,
        count: 1 + Math.floor(30 * random.float() ** 3),
      })),
  )
  return { version: contentId('graph', 'uneven'), nodes, edges, seedCount: 500 }
}

type Tally = ReadonlyMap<string, number>

const tally = (paths: Iterable<string>): Tally => {
  const counts = new Map<string, number>()
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1)
  return counts
}

/** Probability of each path of two steps when a step takes an edge in proportion to its weight. */
function expected(
  { nodes, edges }: ConceptGraph,
  weight: (count: number) => number,
): ReadonlyMap<string, number> {
  const neighbours = (id: string): readonly { readonly to: string; readonly share: number }[] => {
    const all = edges.flatMap(({ a, b, count }) => {
      const to = a === id ? b : b === id ? a : undefined
      return to === undefined ? [] : [{ to, weight: weight(count) }]
    })
    const sum = all.reduce((total, each) => total + each.weight, 0)
    return all.map((each) => ({ to: each.to, share: each.weight / sum }))
  }
  const shares = new Map<string, number>()
  for (const first of neighbours(nodes[0]?.id ?? ''))
    for (const second of neighbours(first.to))
      shares.set(`${first.to} ${second.to}`, first.share * second.share)
  return shares
}

/** Pearson's statistic, and what a true distribution exceeds once in about 30,000 times (normal approximation, 4 sigma). */
function misfit(
  observed: Tally,
  shares: ReadonlyMap<string, number>,
): { readonly sum: number; readonly limit: number } {
  let [sum, cells, rare, rareShare] = [0, 0, 0, 0]
  for (const [path, share] of shares) {
    const wanted = share * walks
    const found = observed.get(path) ?? 0
    if (wanted < 5) {
      rare += found
      rareShare += wanted
      continue
    }
    cells += 1
    sum += (found - wanted) ** 2 / wanted
  }
  if (rareShare > 0) sum += (rare - rareShare) ** 2 / rareShare
  return { sum, limit: cells + 4 * Math.sqrt(2 * cells) }
}

describeNeo4j('Graph Data Science', () => {
  const graph = unevenGraph()
  let hasPlugin = false

  beforeAll(async () => {
    await emptyDatabase()
    const found = await runCypher(
      "SHOW PROCEDURES YIELD name WHERE name = 'gds.randomWalk.stream' RETURN name",
    )
    hasPlugin = found.length > 0
    const stores = await openNeo4jStores(testSettings(), 'write')
    await stores.graph.putGraph(graph, [])
    await stores.close()
  })

  test('gds.randomWalk takes knowledge-point steps as our walk does', async ({ skip }) => {
    if (!hasPlugin) {
      console.log('-- no Graph Data Science in this server: its random walk is not compared')
      skip()
    }
    await runCypher(
      `MATCH (a:KnowledgePoint)-[edge:CO_OCCURS_WITH]->(b:KnowledgePoint)
       RETURN gds.graph.project('points', a, b, {relationshipProperties: edge {.count}}, {undirectedRelationshipTypes: ['*']})`,
    )
    const rows = await runCypher(
      `MATCH (start:Concept {id: $start})
       CALL gds.randomWalk.stream('points', {sourceNodes: [start], walkLength: 3, walksPerNode: toInteger($walks),
         relationshipWeightProperty: 'count', randomSeed: 7, concurrency: 1}) YIELD nodeIds
       RETURN [node IN nodeIds | gds.util.asNode(node).id] AS ids`,
      { start: graph.nodes[0]?.id ?? '', walks },
    )
    await runCypher("CALL gds.graph.drop('points') YIELD graphName RETURN graphName")
    const theirs = tally(rows.map(({ ids }) => (ids as readonly string[]).slice(1).join(' ')))
    expect(rows).toHaveLength(walks)

    const { knowledgePointIds, pointPoint } = compactGraph(graph, {
      weighting: { scheme: 'count', temperature: 1 },
    })
    const ours = tally(
      Array.from({ length: walks }, (_, index) => {
        const random = randomAt(randomKey('ours', 1), index)
        const first = drawTarget(pointPoint, 0, random.uint32(), random.uint32())
        const second = drawTarget(pointPoint, first, random.uint32(), random.uint32())
        return `${knowledgePointIds[first]} ${knowledgePointIds[second]}`
      }),
    )
    for (const observed of [theirs, ours]) {
      const byCount = misfit(
        observed,
        expected(graph, (count) => count),
      )
      expect(byCount.sum).toBeLessThan(byCount.limit)
      // The same samples do not pass for walks that ignore the counts.
      const uniform = misfit(
        observed,
        expected(graph, () => 1),
      )
      expect(uniform.sum).toBeGreaterThan(2 * uniform.limit)
    }
  })
})
