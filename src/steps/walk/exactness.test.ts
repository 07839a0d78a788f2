import { describe, expect, it } from 'vitest'
import { clustered, simulateGraph } from '../../../bench/walk/simulate-graph.ts'
import { chiSquareTest } from '../../foundations/statistics/chi-square.ts'
import { sampleInto } from './sample-into.ts'
import { edgesEnd, entryTarget, entryWeight, type SubGraph } from './sub-graph.ts'
import { createWalkBuffer } from './walk-buffer.ts'
import { planWalks, type WalkPlan } from './walk-plan.ts'

const { graph } = simulateGraph(clustered)
const seeds = Array.from({ length: 20 }, (_, seed) => seed)
const draws = 40_000

/** Steps from row to target of one phase, counted over the walks of a plan. */
function countSteps(plan: WalkPlan, phase: 'topic' | 'bridge' | 'point'): Map<number, Map<number, number>> {
  const counts = new Map<number, Map<number, number>>()
  const walk = createWalkBuffer(plan)
  for (let index = 0; index < draws; index++) {
    if (!sampleInto(plan, index, walk)) continue
    const from = { topic: 1, bridge: walk.topicEnd, point: walk.topicEnd + 1 }[phase]
    const to = { topic: walk.topicEnd, bridge: walk.topicEnd + 1, point: walk.length }[phase]
    for (let place = from; place < to; place++) {
      const row = walk.nodes[phase === 'bridge' ? walk.bridgeFrom : place - 1] as number
      const targets = counts.get(row) ?? new Map<number, number>()
      const target = walk.nodes[place] as number
      targets.set(target, (targets.get(target) ?? 0) + 1)
      counts.set(row, targets)
    }
  }
  return counts
}

function expectedShares(part: SubGraph, row: number): { targets: number[]; weights: number[] } {
  const targets: number[] = []
  const weights: number[] = []
  for (let entry = part.offsets[row] as number; entry < edgesEnd(part, row); entry++) {
    targets.push(entryTarget(part.entries, entry))
    weights.push(entryWeight(part, row, entry))
  }
  return { targets, weights }
}

describe('exactness', () => {
  it.for([
    ['topic', 'count'],
    ['bridge', 'count'],
    ['point', 'count'],
    ['topic', 'lift'],
    ['point', 'lift'],
  ] as const)('%s steps by %s follow the weights: 20 seeds, rows pooled', ([phase, scheme]) => {
    let tests = 0
    let rejected = 0
    let excess = 0
    let variance = 0
    for (const seed of seeds) {
      const plan = planWalks(graph, { mode: 'mathscale', seed, weighting: { scheme } })
      const part = {
        topic: plan.graph.topicTopic,
        bridge: plan.graph.topicPoint,
        point: plan.graph.pointPoint,
      }[phase]
      for (const [row, counts] of countSteps(plan, phase)) {
        const { targets, weights } = expectedShares(part, row)
        const observed = targets.map((target) => counts.get(target) ?? 0)
        if (observed.reduce((sum, count) => sum + count, 0) < 40) continue
        const test = chiSquareTest(observed, weights, 20)
        if (test.degreesOfFreedom < 1) continue
        tests++
        if (test.pValue < 0.05) rejected++
        excess += test.statistic - test.degreesOfFreedom
        variance += 2 * test.degreesOfFreedom
      }
    }
    expect(tests).toBeGreaterThan(1000)
    // Of exact draws 5 % are rejected at 5 %, give or take √(0.05 · 0.95 / tests); the sum of the statistics is near normal.
    expect(Math.abs(rejected / tests - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / tests))
    expect(Math.abs(excess / Math.sqrt(variance))).toBeLessThan(4)
  })

  it('numbers of steps are uniform', () => {
    const plan = planWalks(graph, { mode: 'mathscale', seed: 5 })
    const walk = createWalkBuffer(plan)
    const topicSteps = [0, 0, 0]
    const pointSteps = [0, 0, 0, 0, 0]
    for (let index = 0; index < draws; index++) {
      if (!sampleInto(plan, index, walk)) continue
      const topics = walk.topicEnd - 1
      const points = walk.length - walk.topicEnd - 1
      topicSteps[topics] = (topicSteps[topics] as number) + 1
      pointSteps[points] = (pointSteps[points] as number) + 1
    }
    expect(topicSteps[0]).toBe(0)
    expect(chiSquareTest(topicSteps.slice(1), [1, 1]).pValue).toBeGreaterThan(0.001)
    expect(chiSquareTest(pointSteps, [1, 1, 1, 1, 1]).pValue).toBeGreaterThan(0.001)
  })

  it('alias tables hold the exact probabilities to 32 bits', () => {
    const plan = planWalks(graph, { mode: 'coverage', seed: 5 })
    for (const part of [plan.graph.topicTopic, plan.graph.topicPoint, plan.graph.pointPoint]) {
      for (let row = 0; row < part.sums.length; row++) {
        const start = part.offsets[row] as number
        const degree = (part.offsets[row + 1] as number) - start
        const held = new Map<number, number>()
        const give = (target: number, share: number): void => {
          held.set(target, (held.get(target) ?? 0) + share / degree)
        }
        for (let entry = start; entry < start + degree; entry++) {
          const kept = (part.entries[entry * 3] as number) / 2 ** 32
          give(entryTarget(part.entries, entry), kept)
          give((part.entries[entry * 3 + 2] as number) & 0xf_ffff, 1 - kept)
        }
        const { targets, weights } = expectedShares(part, row)
        const sum = part.sums[row] as number
        const errors = targets.map((target, place) =>
          Math.abs((held.get(target) ?? 0) - (weights[place] as number) / sum),
        )
        expect(Math.max(0, ...errors)).toBeLessThan(1e-9)
      }
    }
  })
})
