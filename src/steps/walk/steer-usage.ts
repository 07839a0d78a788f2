import { giniAgainst } from '../../foundations/statistics/gini.ts'
import { edgesEnd, entryTarget, entryWeight, sharedFloats, type SubGraph } from './sub-graph.ts'
import type { StepRange } from './walk-options.ts'

export interface Steering {
  /** Multiplies the weight of steps to a knowledge point. */
  readonly factors: Float64Array
  /** Weight of ending the walk at a knowledge point. */
  readonly stops: Float64Array
  readonly expectedGini: number
  readonly expectedVisits: number
}

/** Weight of a row's stop over the row's plain weight: where all neighbours are in little need, the walk ends rather than use them again. */
const stopShare = 0.01
const iterations = 150
/** Walks get shorter the closer use is held to the target. 0.10 leaves room for sampling noise below 0.20 at 15 uses per point. */
const goodEnough = 0.1
const smallest = 1e-9

/**
 * Correction weights that make the expected use of every knowledge point proportional to its target, while each walk stays a pure
 * function of its index. A coverage walk begins its knowledge points at a given one, drawn exactly by target; the steps after it go
 * from u to v with weight(u, v) · factor(v) and end with weight stop(u). Expected use is pushed through at most `steps.maximum`
 * steps from the target distribution, O(edges) each, with returns after two steps taken off because a set counts a point once; then
 * every factor is multiplied by √(wanted / expected), and so on until the expected Gini coefficient is ≤ 0.10 or 150 rounds are done.
 * The factors of the best round are kept. Only +, ·, / and √ are used, so results are equal on all machines.
 *
 * @param plain    knowledge-point sub-graph without steering
 * @param targets  weight by knowledge-point number, ≥ 0
 */
export function steerUsage(plain: SubGraph, targets: Float64Array, steps: StepRange): Steering {
  const rows = listRows(plain)
  const count = targets.length
  const total = targets.reduce((sum, target) => sum + target, 0)
  const given = targets.map((target) => target / total)
  const factors = sharedFloats(count).fill(1)
  const stops = sharedFloats(count)
  for (let row = 0; row < count; row++) {
    const sum = plain.sums[row] as number
    // A row without neighbours ends the walk anyway, but every row has its stop entry.
    stops[row] = sum > 0 ? sum * stopShare : 1
    if (given[row] === 0) factors[row] = 0
  }
  let best = { factors: factors.slice(), expectedGini: Infinity, expectedVisits: 1 }
  for (let round = 0; round < iterations; round++) {
    const use = expectedUse(rows, { given, factors, stops, steps })
    const expectedGini = giniWithin(use, given)
    const expectedVisits = use.reduce((sum, value) => sum + value, 0)
    if (expectedGini < best.expectedGini) best = { factors: factors.slice(), expectedGini, expectedVisits }
    if (expectedGini <= goodEnough) break
    for (let point = 0; point < count; point++) {
      const wanted = (given[point] as number) * expectedVisits
      if (wanted === 0) continue
      const factor = (factors[point] as number) * Math.sqrt(wanted / (use[point] as number))
      factors[point] = Math.min(1, Math.max(smallest, factor))
    }
  }
  factors.set(best.factors)
  return { factors, stops, expectedGini: best.expectedGini, expectedVisits: best.expectedVisits }
}

interface Rows {
  readonly offsets: Uint32Array
  readonly targets: Uint32Array
  readonly weights: Float64Array
}

function listRows(plain: SubGraph): Rows {
  const rows = plain.sums.length
  const length = plain.offsets[rows] as number
  const targets = new Uint32Array(length)
  const weights = new Float64Array(length)
  for (let row = 0; row < rows; row++) {
    for (let entry = plain.offsets[row] as number; entry < edgesEnd(plain, row); entry++) {
      targets[entry] = entryTarget(plain.entries, entry)
      weights[entry] = entryWeight(plain, row, entry)
    }
  }
  return { offsets: plain.offsets, targets, weights }
}

interface Process {
  readonly given: Float64Array
  readonly factors: Float64Array
  readonly stops: Float64Array
  readonly steps: StepRange
}

/** Expected visits by point: the given one and those of each further step, a return to the point of two steps before not counted. */
function expectedUse(rows: Rows, process: Process): Float64Array {
  const { given, factors, steps } = process
  const count = given.length
  const norms = rowNorms(rows, process)
  const returns = returnProbabilities(rows, factors, norms)
  const use = given.slice()
  let before: Float64Array | undefined
  let current = given
  for (let step = 1; step <= steps.maximum; step++) {
    const share = stepShare(steps, step)
    const flow = new Float64Array(count)
    for (let row = 0; row < count; row++) flow[row] = (current[row] as number) / (norms[row] as number)
    const next = new Float64Array(count)
    for (let row = 0; row < count; row++) {
      let sum = 0
      const end = rows.offsets[row + 1] as number
      // Weights are symmetric: what flows into a row is gathered over its own neighbours.
      for (let entry = rows.offsets[row] as number; entry < end; entry++) {
        sum += (rows.weights[entry] as number) * (flow[rows.targets[entry] as number] as number)
      }
      next[row] = sum * (factors[row] as number)
      const back = before === undefined ? 0 : (before[row] as number) * (returns[row] as number)
      use[row] = (use[row] as number) + share * Math.max(0, (next[row] as number) - back)
    }
    before = current
    current = next
  }
  return use
}

/** Probability that a walk has at least `step` knowledge-point steps to make. */
function stepShare({ minimum, maximum }: StepRange, step: number): number {
  return step <= minimum ? 1 : (maximum - step + 1) / (maximum - minimum + 1)
}

function rowNorms(rows: Rows, { factors, stops }: Process): Float64Array {
  return stops.map((stop, row) => {
    let sum = stop
    const end = rows.offsets[row + 1] as number
    for (let entry = rows.offsets[row] as number; entry < end; entry++) {
      sum += (rows.weights[entry] as number) * (factors[rows.targets[entry] as number] as number)
    }
    return sum
  })
}

function returnProbabilities(rows: Rows, factors: Float64Array, norms: Float64Array): Float64Array {
  return norms.map((norm, row) => {
    let sum = 0
    const end = rows.offsets[row + 1] as number
    for (let entry = rows.offsets[row] as number; entry < end; entry++) {
      const neighbour = rows.targets[entry] as number
      const weight = rows.weights[entry] as number
      sum += (weight * weight * (factors[neighbour] as number)) / (norms[neighbour] as number)
    }
    return (sum * (factors[row] as number)) / norm
  })
}

function giniWithin(use: Float64Array, given: Float64Array): number {
  return giniAgainst(
    use.map((value, point) => (given[point] === 0 ? 0 : value)),
    given,
  )
}
