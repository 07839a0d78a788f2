import { describe, expect, it } from 'vitest'
import { simulateGraph, clustered, small } from '../../../bench/walk/simulate-graph.ts'
import { walkModes, conceptPathSchema, type ConceptPath } from '../../core/concept-path.ts'
import type { ConceptGraph } from '../../core/concept-graph.ts'
import { UsageError } from '../../core/errors.ts'
import { edgeWeight } from '../../foundations/statistics/edge-weight.ts'
import { samplePath } from './sample-path.ts'
import { createWalkBuffer } from './walk-buffer.ts'
import type { WalkOptions } from './walk-options.ts'
import { planWalks, type WalkPlan } from './walk-plan.ts'
import { edgeCountsOf, walkProperties } from './walk-properties.ts'

const graphs = { small: simulateGraph(small).graph, clustered: simulateGraph(clustered).graph }

/** Communities by hash of the id: any partition must do. */
function halves(graph: ConceptGraph): Map<string, number> {
  return new Map(graph.nodes.map((node) => [node.id, Number.parseInt(node.id.slice(0, 1), 16) % 2]))
}

function planOf(graph: ConceptGraph, options: Omit<WalkOptions, 'seed'> & { seed?: number }): WalkPlan {
  return planWalks(graph, { seed: 11, communities: halves(graph), ...options })
}

function walksOf(plan: WalkPlan, count: number): ConceptPath[] {
  return Array.from({ length: count }, (_, index) => samplePath(plan, index)).filter(
    (outcome): outcome is ConceptPath => !('failed' in outcome),
  )
}

describe.for(Object.entries(graphs))('walks of the %s graph', ([, graph]) => {
  const edgeCounts = edgeCountsOf(graph)
  const kinds = new Map(graph.nodes.map((node) => [node.id, node.kind]))

  it.for(walkModes.flatMap((mode) => Object.keys(walkProperties).map((name) => [mode, name] as const)))(
    'mode %s keeps %s',
    ([mode, name]) => {
      const plan = planOf(graph, { mode })
      const paths = walksOf(plan, 400)
      expect(paths.length).toBeGreaterThan(50)
      for (const path of paths) walkProperties[name]?.({ path, plan, graph, edgeCounts, kinds })
    },
  )

  it.for(walkModes)('mode %s gives what the schema of a path asks for', (mode) => {
    for (const path of walksOf(planOf(graph, { mode }), 50))
      expect(conceptPathSchema.parse(path)).toEqual(path)
  })

  it.for([
    { mode: 'mathscale' },
    { mode: 'rare' },
    { mode: 'uniform' },
    { mode: 'mathscale', weighting: { scheme: 'lift' } },
    { mode: 'mathscale', weighting: { scheme: 'count', temperature: 3 } },
  ] as const)('probability is the share of the weight: %o', (options) => {
    const plan = planOf(graph, options)
    const counts = new Map(graph.nodes.map((node) => [node.id, node.count]))
    const weight = (from: string, to: string): number => {
      const both = edgeCounts.get(`${from} ${to}`)
      if (both === undefined) return 0
      const left = counts.get(from) as number
      const right = counts.get(to) as number
      return edgeWeight({ both, left, right, total: graph.seedCount }, plan.settled.weighting)
    }
    for (const { steps } of walksOf(plan, 60)) {
      steps.forEach((step, place) => {
        if (place === 0) return
        const from = (steps[place - 1] as (typeof steps)[number]).conceptId
        // A bridge from an earlier topic is checked with the dead ends.
        if (weight(from, step.conceptId) === 0) return
        const kind = kinds.get(step.conceptId)
        const all = graph.nodes
          .filter((node) => node.kind === kind)
          .reduce((sum, node) => sum + weight(from, node.id), 0)
        expect(step.probability).toBeCloseTo(weight(from, step.conceptId) / all, 12)
      })
    }
  })

  it('visits every topic once per epoch, in another order each time', () => {
    const plan = planOf(graph, { mode: 'mathscale', knowledgePointSteps: { minimum: 0, maximum: 0 } })
    const topics = plan.graph.topicIds.length
    const epochs = [0, 1].map((epoch) =>
      Array.from({ length: topics }, (_, place) => {
        const outcome = samplePath(plan, epoch * topics + place)
        return 'failed' in outcome ? undefined : outcome.steps[0]?.conceptId
      }),
    )
    for (const starts of epochs) {
      expect([...new Set(starts)].filter((id) => id !== undefined)).toHaveLength(
        starts.filter((id) => id !== undefined).length,
      )
    }
    expect(epochs[0]).not.toEqual(epochs[1])
  })

  it('mode community stays inside the community of its start', () => {
    const communities = halves(graph)
    for (const { steps } of walksOf(planOf(graph, { mode: 'community' }), 300)) {
      expect(new Set(steps.map((step) => communities.get(step.conceptId))).size).toBe(1)
    }
  })

  it.for([1, 2, 3] as const)('mode hop-%i ends exactly that far from its first point', (hops) => {
    const neighbours = new Map<string, Set<string>>()
    for (const { a, b, kind } of graph.edges) {
      if (kind !== 'KK') continue
      neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b))
      neighbours.set(b, (neighbours.get(b) ?? new Set()).add(a))
    }
    const paths = walksOf(planOf(graph, { mode: `hop-${hops}` }), 200)
    expect(paths.length).toBeGreaterThan(20)
    for (const { steps, knowledgePoints } of paths) {
      const points = steps.filter((step) => kinds.get(step.conceptId) === 'knowledge-point')
      expect(points).toHaveLength(hops + 1)
      expect(knowledgePoints).toHaveLength(2)
      let frontier = new Set([points[0]?.conceptId as string])
      const reached = new Set(frontier)
      for (let hop = 1; hop <= hops; hop++) {
        expect(reached.has(points[hops]?.conceptId as string)).toBe(false)
        frontier = new Set([...frontier].flatMap((id) => [...(neighbours.get(id) ?? [])]))
        for (const id of frontier) reached.add(id)
      }
      expect(reached.has(points[hops]?.conceptId as string)).toBe(true)
    }
  })

  it('restricted to allowed points, it visits no other and still works', () => {
    const allowed = new Set(
      graph.nodes
        .filter((node, place) => node.kind === 'knowledge-point' && place % 3 === 0)
        .map((n) => n.id),
    )
    for (const mode of walkModes) {
      const paths = walksOf(planOf(graph, { mode, allowed }), 200)
      expect(paths.length).toBeGreaterThan(0)
      for (const path of paths) for (const id of path.knowledgePoints) expect(allowed.has(id)).toBe(true)
    }
  })

  it('is the same on shared memory in another thread: the plan is plain data', () => {
    for (const mode of walkModes) {
      const plan = planOf(graph, { mode })
      const clone = structuredClone(plan)
      const order = [399, 0, 57, 56, 12_345_678_901]
      expect(order.map((index) => samplePath(clone, index))).toEqual(
        order.map((index) => samplePath(plan, index)),
      )
    }
  })

  it('does not depend on what the buffer held before', () => {
    for (const mode of walkModes) {
      const plan = planOf(graph, { mode })
      const buffer = createWalkBuffer(plan)
      for (let index = 0; index < 300; index++) {
        expect(samplePath(plan, index, buffer)).toEqual(samplePath(plan, index))
      }
    }
  })

  it('depends on the seed, the options and the graph', () => {
    const texts = [
      planOf(graph, { mode: 'mathscale' }),
      planOf(graph, { mode: 'mathscale', seed: 12 }),
      planOf(graph, { mode: 'mathscale', weighting: { temperature: 2 } }),
      planOf({ ...graph, version: 'another' }, { mode: 'mathscale' }),
    ].map((plan) => JSON.stringify(walksOf(plan, 30).map((path) => path.steps)))
    expect(new Set(texts).size).toBe(4)
  })
})

describe('planWalks', () => {
  it('refuses options that make no sense', () => {
    const { graph } = simulateGraph(small)
    expect(() => planWalks(graph, { mode: 'community', seed: 1 })).toThrow(UsageError)
    expect(() => planWalks(graph, { mode: 'rare', seed: 1, weighting: { scheme: 'count' } })).toThrow(
      UsageError,
    )
    expect(() => planWalks(graph, { mode: 'mathscale', seed: -1 })).toThrow(UsageError)
    expect(() => planWalks(graph, { mode: 'mathscale', seed: 1, weighting: { temperature: 0 } })).toThrow(
      UsageError,
    )
    expect(() =>
      planWalks(graph, { mode: 'mathscale', seed: 1, topicSteps: { minimum: 2, maximum: 1 } }),
    ).toThrow(UsageError)
    expect(() => planWalks(graph, { mode: 'coverage', seed: 1, target: new Map() })).toThrow(UsageError)
    expect(() => samplePath(planWalks(graph, { mode: 'mathscale', seed: 1 }), -1)).toThrow(RangeError)
  })
})
