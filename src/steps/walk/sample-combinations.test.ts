import { describe, expect, it } from 'vitest'
import { clustered, simulateGraph, small } from '../../../bench/walk/simulate-graph.ts'
import type { ConceptPath } from '../../core/concept-path.ts'
import { tallyCombinations } from './report-combinations.ts'
import { combinationId, sampleCombinations, type DrawCounts } from './sample-combinations.ts'
import { samplePath } from './sample-path.ts'
import { indexSeeds, supportingSeeds } from './supporting-seeds.ts'
import { planWalks } from './walk-plan.ts'

const { graph, contributions } = simulateGraph(small)
const plan = planWalks(graph, { mode: 'mathscale', seed: 9 })

function collect(draws: number, count?: number): { paths: ConceptPath[]; counts: DrawCounts } {
  const paths: ConceptPath[] = []
  const source = sampleCombinations(plan, { draws, ...(count !== undefined && { count }) })
  for (;;) {
    const next = source.next()
    if (next.done === true) return { paths, counts: next.value }
    paths.push(next.value)
  }
}

describe('sampleCombinations', () => {
  it('keeps the lowest index of every combination', () => {
    const { paths, counts } = collect(6000)
    const lowest = new Map<string, number>()
    let failed = 0
    for (let index = 0; index < 6000; index++) {
      const outcome = samplePath(plan, index)
      if ('failed' in outcome) failed++
      else if (!lowest.has(combinationId(outcome))) lowest.set(combinationId(outcome), index)
    }
    expect(paths.map((path) => path.index)).toEqual([...lowest.values()])
    expect(counts).toMatchObject({ drawn: 6000, unique: lowest.size, next: 6000 })
    expect(counts.failed['no-knowledge-point']).toBe(failed)
    expect(counts.duplicates).toBe(6000 - failed - lowest.size)
    expect(counts.duplicates).toBeGreaterThan(0)
    expect(counts.uniqueRate).toBe(lowest.size / 6000)
  })

  it('stops at the count asked for and can go on from there', () => {
    const seen = new Set<string>()
    const first = sampleCombinations(plan, { draws: 10_000, count: 50 }, seen)
    const paths: ConceptPath[] = []
    let counts: DrawCounts | undefined
    while (counts === undefined) {
      const next = first.next()
      if (next.done === true) counts = next.value
      else paths.push(next.value)
    }
    const rest = [...sampleCombinations(plan, { from: counts.next, draws: 500 }, seen)]
    expect([...paths, ...rest].map((path) => path.index)).toEqual(
      collect(counts.next + 500).paths.map((path) => path.index),
    )
    expect(paths).toHaveLength(50)
  })
})

describe('tallyCombinations', () => {
  it('agrees with a direct count', () => {
    const { paths } = collect(2000)
    const tally = tallyCombinations(plan, graph, contributions)
    for (const path of paths) tally.add(path)
    const report = tally.report()
    const sets = contributions.map((seed) => new Set(seed.conceptIds))
    const holdAll = (ids: readonly string[]): boolean => sets.some((set) => ids.every((id) => set.has(id)))
    const novel = paths.filter((path) => path.knowledgePoints.length >= 2 && !holdAll(path.knowledgePoints))
    expect(report.novelRate).toBeCloseTo(novel.length / paths.length, 12)
    expect(report.novelRate).toBeGreaterThan(0)
    const pairs = paths.flatMap(({ knowledgePoints }) =>
      knowledgePoints.flatMap((left, place) =>
        knowledgePoints.slice(place + 1).map((right) => [left, right]),
      ),
    )
    expect(report.novelPairRate).toBeCloseTo(pairs.filter((pair) => !holdAll(pair)).length / pairs.length, 12)
    const used = new Set(paths.flatMap((path) => path.knowledgePoints))
    expect(report.knowledgePoints).toMatchObject({
      used: used.size,
      available: graph.nodes.filter((node) => node.kind === 'knowledge-point').length,
    })
    expect(Object.values(report.sizes).reduce((sum, count) => sum + count, 0)).toBe(paths.length)
    expect(report.coherence).toBeGreaterThan(-1)
    expect(report.coherence).toBeLessThan(1)
    expect(report.knowledgePoints.effective).toBeLessThanOrEqual(used.size)
  })

  it('hop modes make pairs that are novel, hop-1 none', () => {
    const wide = simulateGraph(clustered)
    for (const [mode, share] of [
      ['hop-1', 0],
      ['hop-2', 1],
      ['hop-3', 1],
    ] as const) {
      const hops = planWalks(wide.graph, { mode, seed: 1 })
      const tally = tallyCombinations(hops, wide.graph, wide.contributions)
      for (const path of sampleCombinations(hops, { draws: 300 })) tally.add(path)
      expect(tally.report()).toMatchObject({ novelRate: share, novelPairRate: share })
      expect(tally.report().coherence === -1).toBe(share === 1)
    }
  })
})

describe('supportingSeeds', () => {
  const index = indexSeeds(contributions)
  const labels = new Map(contributions.map((seed) => [seed.seedId, new Set(seed.conceptIds)]))

  it('finds the seeds of a set of concepts, lowest ids first', () => {
    for (const edge of graph.edges.slice(0, 200)) {
      const direct = contributions
        .filter((seed) => [edge.a, edge.b].every((id) => seed.conceptIds.includes(id)))
        .map((seed) => seed.seedId)
        .sort()
      expect(index.seedsWith([edge.a, edge.b])).toEqual(direct)
      expect(direct).toHaveLength(edge.count)
      expect(index.seedsWith([edge.a, edge.b], 1)).toEqual(direct.slice(0, 1))
    }
    expect(index.seedsWith(['nowhere'])).toEqual([])
    expect(index.seedsWith([])).toEqual([])
  })

  it('supports every step of a walk, capped, whatever the order of the contributions', () => {
    const reversed = indexSeeds(contributions.toReversed())
    for (const path of collect(500).paths) {
      const seeds = supportingSeeds(path, index, 1)
      expect(supportingSeeds(path, reversed, 1)).toEqual(seeds)
      expect(seeds).toEqual([...new Set(seeds)].sort())
      expect(seeds.length).toBeLessThanOrEqual(path.steps.length - 1)
      for (const [place, step] of path.steps.entries()) {
        if (place === 0) continue
        const before = path.steps.slice(0, place)
        expect(
          seeds.some(
            (id) =>
              labels.get(id)?.has(step.conceptId) === true &&
              before.some((origin) => labels.get(id)?.has(origin.conceptId) === true),
          ),
        ).toBe(true)
      }
    }
  })
})
