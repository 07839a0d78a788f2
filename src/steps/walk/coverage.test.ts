import { describe, expect, it } from 'vitest'
import { clustered, mathscaleSized, simulateGraph, small } from '../../../bench/walk/simulate-graph.ts'
import { giniAgainst } from '../../foundations/statistics/gini.ts'
import { givenPoint } from './draw-covering.ts'
import { sampleInto } from './sample-into.ts'
import { createWalkBuffer } from './walk-buffer.ts'
import { planWalks, type WalkPlan } from './walk-plan.ts'
import type { CoveragePlan } from './plan-coverage.ts'

const graphs = { mathscaleSized, small, clustered }

/** Uses of every knowledge point (once per walk) until the mean is `mean`. */
function useOf(plan: WalkPlan, mean: number): Float64Array {
  const { points } = plan.coverage as CoveragePlan
  const walk = createWalkBuffer(plan)
  const use = new Float64Array(plan.graph.knowledgePointIds.length)
  let uses = 0
  for (let index = 0; uses < mean * points.length; index++) {
    if (!sampleInto(plan, index, walk)) throw new Error(`failed: ${walk.failure}`)
    for (const point of new Set(walk.nodes.subarray(walk.topicEnd, walk.length))) {
      use[point] = (use[point] as number) + 1
      uses++
    }
  }
  return use
}

describe.for(Object.entries(graphs))('coverage of the %s graph', ([, simulation]) => {
  const { graph } = simulateGraph(simulation)
  const plan = planWalks(graph, { mode: 'coverage', seed: 2 })
  const coverage = plan.coverage as CoveragePlan
  const size = coverage.points.length

  it('uses every knowledge point within as many walks as there are points', () => {
    const walk = createWalkBuffer(plan)
    const reached = new Set<number>()
    for (let index = 0; index < size; index++) {
      sampleInto(plan, index, walk)
      const given = givenPoint(plan, coverage, index)
      expect(walk.nodes.subarray(walk.topicEnd, walk.length)).toContain(given)
      reached.add(given)
    }
    expect(reached.size).toBe(size)
  })

  it.for(['uniform', 'sqrt-count'] as const)(
    'keeps the Gini coefficient against the target %s at or below 0.20 at 15 uses per point',
    (target) => {
      for (const seed of [2, 3]) {
        const aimed = planWalks(graph, { mode: 'coverage', seed, target })
        const { targets } = aimed.coverage as CoveragePlan
        expect(giniAgainst(useOf(aimed, 15), targets)).toBeLessThanOrEqual(0.2)
      }
    },
  )

  it('still combines: more than one knowledge point in four walks of ten', () => {
    const walks = 4 * size
    const walk = createWalkBuffer(plan)
    let combined = 0
    for (let index = 0; index < walks; index++) {
      sampleInto(plan, index, walk)
      if (walk.length - walk.topicEnd > 1) combined++
    }
    expect(combined / walks).toBeGreaterThan(0.4)
  })

  it('predicts its own use', () => {
    const use = useOf(plan, 200)
    expect(giniAgainst(use, coverage.targets)).toBeCloseTo(coverage.expectedGini, 1)
  })
})

describe('the coverage target', () => {
  const { graph } = simulateGraph(clustered)
  const points = graph.nodes.filter((node) => node.kind === 'knowledge-point')

  it('given as weights: leaves points without weight out and keeps to the others', () => {
    const target = new Map(points.map((point, place) => [point.id, place % 4]))
    const plan = planWalks(graph, { mode: 'coverage', seed: 4, target, gate: { minimumCount: 1 } })
    const coverage = plan.coverage as CoveragePlan
    const left = coverage.gated.filter((gated) => gated.reason === 'not-in-target')
    expect(new Set(left.map((gated) => target.get(gated.conceptId)))).toEqual(new Set([0]))
    expect(coverage.points.length + coverage.gated.length).toBe(points.length)
    const use = useOf(plan, 15)
    expect(giniAgainst(use, coverage.targets)).toBeLessThanOrEqual(0.2)
  })

  it('gives each point the floor or the ceiling of its share in every cycle', () => {
    const plan = planWalks(graph, { mode: 'coverage', seed: 4, target: 'sqrt-count' })
    const coverage = plan.coverage as CoveragePlan
    const size = coverage.points.length
    const total = coverage.cumulative.at(-1) as number
    for (const cycle of [0, 1, 7]) {
      const given = new Map<number, number>()
      for (let turn = 0; turn < size; turn++) {
        const point = givenPoint(plan, coverage, cycle * size + turn)
        given.set(point, (given.get(point) ?? 0) + 1)
      }
      for (const point of coverage.points) {
        const expected = (size * (coverage.targets[point] as number)) / total
        expect(given.get(point) ?? 0).toBeGreaterThanOrEqual(Math.floor(expected - 1e-9))
        expect(given.get(point) ?? 0).toBeLessThanOrEqual(Math.ceil(expected + 1e-9))
      }
    }
  })

  it('gates points seen once in a large graph and over-general ones, and says so', () => {
    const plan = planWalks(graph, { mode: 'coverage', seed: 4, gate: { maximumDocumentFrequency: 0.02 } })
    const { gated } = plan.coverage as CoveragePlan
    const counts = new Map(points.map((point) => [point.id, point.count]))
    const reasons = new Map(gated.map(({ conceptId, reason }) => [conceptId, reason]))
    for (const [id, count] of counts) {
      if (count < 2) expect(reasons.get(id)).toBe('too-few-seeds')
      else if (count > 0.02 * graph.seedCount) expect(reasons.get(id)).toBe('over-general')
      else expect(reasons.has(id)).toBe(false)
    }
    expect(new Set(reasons.values()).size).toBe(2)
    for (const { conceptId } of gated) expect(plan.graph.knowledgePointIds).not.toContain(conceptId)
  })
})
