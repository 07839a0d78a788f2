import { describe, expect, it } from 'vitest'
import { conceptId, type Concept, type ConceptKind } from '../../core/concept.ts'
import { buildGraph } from './build-graph.ts'
import { detectCommunities } from './detect-communities.ts'
import { graphStatistics } from './graph-statistics.ts'

function concept(kind: ConceptKind, key: string): Concept {
  return { id: conceptId(kind, key), kind, key, name: key, aliases: [], count: 0 }
}

const topics = ['left', 'right'].map((key) => concept('topic', key))
const points = Array.from({ length: 8 }, (_, number) => concept('knowledge-point', `point ${number}`))
const lonely = concept('knowledge-point', 'lonely')
/** Two dense groups of four points each, joined by one seed. */
const contributions = [0, 1].flatMap((side) =>
  Array.from({ length: 10 }, (_, number) => ({
    seedId: `${side}-${number}`,
    conceptIds: [topics[side], points[side * 4 + (number % 4)], points[side * 4 + ((number + 1) % 4)]].map(
      (member) => (member as Concept).id,
    ),
  })),
)
contributions.push({
  seedId: 'joint',
  conceptIds: [points[0] as Concept, points[4] as Concept].map((p) => p.id),
})
contributions.push({ seedId: 'alone', conceptIds: [lonely.id] })
const graph = buildGraph([...topics, ...points, lonely], contributions)

describe('graphStatistics', () => {
  const statistics = graphStatistics(graph)

  it('counts nodes, edges, components and orphans', () => {
    expect(statistics).toMatchObject({ topics: 2, knowledgePoints: 9, seedCount: 22 })
    expect(statistics.edges).toEqual({ TT: 0, TK: 8, KK: 9 })
    expect(statistics.components).toEqual([10, 1])
    expect(statistics.orphans.map((node) => node.name)).toEqual(['lonely'])
  })

  it('describes the degrees', () => {
    expect(statistics.degrees).toMatchObject({ minimum: 0, median: 3, maximum: 4, mean: 34 / 11 })
    expect(statistics.degrees.histogram).toEqual([
      [0, 1],
      [3, 6],
      [4, 4],
    ])
  })

  it('names over-general concepts and the strongest pairs', () => {
    expect(statistics.overGeneral.map((node) => node.count)).toEqual(
      statistics.overGeneral.map((node) => node.count).sort((left, right) => right - left),
    )
    expect(statistics.overGeneral.filter((node) => node.kind === 'topic')).toHaveLength(2)
    const strongest = statistics.strongestPairs[0]
    expect(strongest?.edge).toMatchObject({ kind: 'TK' })
    expect(strongest?.edge.count).toBe(Math.max(...graph.edges.map((edge) => edge.count)))
    expect(graphStatistics(graph, { pairs: 3 }).strongestPairs).toHaveLength(3)
  })

  it('is empty for an empty graph', () => {
    const empty = graphStatistics(buildGraph([], []))
    expect(empty).toMatchObject({ topics: 0, components: [], orphans: [] })
    expect(empty.degrees).toMatchObject({ minimum: 0, median: 0, mean: 0, maximum: 0 })
  })
})

describe('detectCommunities', () => {
  it('finds the two groups, the same for the same seed', () => {
    const found = detectCommunities(graph, 3)
    expect(found.sizes).toEqual([5, 5, 1])
    const first = points.slice(0, 4).map((point) => found.of.get(point.id))
    expect(new Set(first).size).toBe(1)
    expect(found.of.get((points[5] as Concept).id)).not.toBe(first[0])
    expect(found.modularity).toBeGreaterThan(0.3)
    expect(detectCommunities(graph, 3)).toEqual(found)
  })
})
