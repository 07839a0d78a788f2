import { giniAgainst } from '../../src/foundations/statistics/gini.ts'
import type { CoveragePlan } from '../../src/steps/walk/plan-coverage.ts'
import { tallyCombinations } from '../../src/steps/walk/report-combinations.ts'
import { sampleInto } from '../../src/steps/walk/sample-into.ts'
import { readPath } from '../../src/steps/walk/sample-path.ts'
import { createWalkBuffer } from '../../src/steps/walk/walk-buffer.ts'
import { planWalks, type WalkPlan } from '../../src/steps/walk/walk-plan.ts'
import type { SimulatedGraph } from './simulate-graph.ts'

interface Use {
  readonly gini: number
  readonly walks: number
  /** Walks until every point was used, or undefined when some never were. */
  readonly allUsedAt: number | undefined
  readonly meanSetSize: number
}

/** Walks until the points have `mean` uses each on average. */
function measureUse(plan: WalkPlan, mean: number, targets: ReadonlyMap<string, number>): Use {
  const ids = plan.graph.knowledgePointIds
  const use = new Map([...targets.keys()].map((id) => [id, 0]))
  const walk = createWalkBuffer(plan)
  let uses = 0
  let walks = 0
  let points = 0
  let unused = targets.size
  let allUsedAt: number | undefined
  while (uses < mean * targets.size) {
    if (!sampleInto(plan, walks++, walk)) continue
    for (const point of new Set(walk.nodes.subarray(walk.topicEnd, walk.length))) {
      points++
      const id = ids[point] as string
      const before = use.get(id)
      if (before === undefined) continue
      use.set(id, before + 1)
      uses++
      if (before === 0 && --unused === 0) allUsedAt = walks
    }
  }
  const gini = giniAgainst(
    [...targets.keys()].map((id) => use.get(id) as number),
    [...targets.values()],
  )
  return { gini, walks, allUsedAt, meanSetSize: points / walks }
}

function qualityOf(plan: WalkPlan, simulated: SimulatedGraph): Record<string, number> {
  const tally = tallyCombinations(plan, simulated.graph, simulated.contributions)
  const buffer = createWalkBuffer(plan)
  for (let index = 0; index < 20_000; index++) {
    if (sampleInto(plan, index, buffer)) tally.add(readPath(plan, index, buffer))
  }
  const { novelRate, novelPairRate, coherence } = tally.report()
  return { novelRate: round(novelRate), novelPairRate: round(novelPairRate), coherence: round(coherence) }
}

/** Mode `coverage` against the plain walk over the same points: evenness, and walks until all were used. */
export function* measureCoverage(
  simulated: SimulatedGraph,
  target: 'uniform' | 'sqrt-count',
): Generator<{ measure: string; value: number; goal: string; [detail: string]: unknown }> {
  const plan = planWalks(simulated.graph, { mode: 'coverage', seed: 1, target })
  const coverage = plan.coverage as CoveragePlan
  const targets = new Map(
    [...coverage.points].map((point) => [
      plan.graph.knowledgePointIds[point] as string,
      coverage.targets[point] as number,
    ]),
  )
  const plainPlan = planWalks(simulated.graph, { mode: 'mathscale', seed: 1 })
  const steered = measureUse(plan, 15, targets)
  const plain = measureUse(plainPlan, 15, targets)
  const common = { target, points: targets.size, leftOut: coverage.gated.length }
  yield {
    measure: 'Gini of use against the target at 15 uses per point',
    value: round(steered.gini),
    goal: '<= 0.20',
    baseline: { name: 'mathscale', gini: round(plain.gini), meanSetSize: round(plain.meanSetSize) },
    meanSetSize: round(steered.meanSetSize),
    ...common,
    quality: { coverage: qualityOf(plan, simulated), mathscale: qualityOf(plainPlan, simulated) },
  }
  yield {
    measure: 'walks until every point is used, over points',
    value: steered.allUsedAt === undefined ? -1 : round(steered.allUsedAt / targets.size),
    goal: target === 'uniform' ? '<= 1' : 'none',
    baseline: {
      name: 'mathscale',
      value:
        plain.allUsedAt === undefined ? `not within ${plain.walks}` : round(plain.allUsedAt / targets.size),
    },
    ...common,
  }
}

function round(value: number): number {
  return Number(value.toFixed(3))
}
