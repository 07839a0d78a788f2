/** `count` is MathScale's; `lift` prefers pairs that occur together more than chance would have it; `rare` prefers pairs seen seldom. */
export const weightSchemes = ['count', 'lift', 'uniform', 'rare'] as const
export type WeightScheme = (typeof weightSchemes)[number]

export interface EdgeWeighting {
  readonly scheme: WeightScheme
  /** T > 0: the weight is raised to 1/T. 1 leaves it, a large T approaches `uniform`. */
  readonly temperature: number
}

/** How often two concepts occur among `total` seeds, together and each for itself. */
export interface CoOccurrence {
  readonly both: number
  readonly left: number
  readonly right: number
  readonly total: number
}

/**
 * Weight of an edge in the walk; a step is taken with probability weight / Σ weights of the node's edges in the sub-graph.
 *
 * MathScale (§3.2, Eq. 1-2) takes the softmax of ln(count + ε): exp and ln cancel, so its probability is exactly
 * (count + ε) / Σ (count + ε), and with temperature T it is (count + ε)^(1/T) / Σ. Edges have count ≥ 1, so ε (1e-5, there to
 * keep ln finite) is left at 0. `lift` is both · total / (left · right), co-occurrence over its expectation under independence:
 * unlike pointwise mutual information it is never negative. `rare` is 1 / count.
 *
 * @returns a number > 0. Throws RangeError for a temperature that is not > 0 or counts that are not ≥ 1.
 */
export function edgeWeight(pair: CoOccurrence, weighting: EdgeWeighting): number {
  if (!(weighting.temperature > 0))
    throw new RangeError(`temperature: ${weighting.temperature}; give a number > 0`)
  if (!(pair.both >= 1)) throw new RangeError(`count of an edge: ${pair.both}; an edge has at least 1`)
  const weight = schemeWeights[weighting.scheme](pair)
  return weighting.temperature === 1 ? weight : weight ** (1 / weighting.temperature)
}

const schemeWeights: Readonly<Record<WeightScheme, (pair: CoOccurrence) => number>> = {
  count: (pair) => pair.both,
  lift: (pair) => (pair.both * pair.total) / (pair.left * pair.right),
  uniform: () => 1,
  rare: (pair) => 1 / pair.both,
}

/**
 * Normalised pointwise mutual information ln(p(a,b) / (p(a) p(b))) / −ln p(a,b) (Bouma 2009): 1 when two concepts only ever occur
 * together, 0 when they are independent, −1 when they never meet (both = 0). A pair found in every seed has 0.
 */
export function normalisedPmi(pair: CoOccurrence): number {
  if (pair.both === 0) return -1
  if (pair.both === pair.total) return 0
  const joint = pair.both / pair.total
  return Math.log((pair.both * pair.total) / (pair.left * pair.right)) / -Math.log(joint)
}
