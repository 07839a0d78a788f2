/** One example: positions of its features with their values, and the number of its class. */
export interface Example {
  readonly features: readonly (readonly [position: number, value: number])[]
  readonly label: number
}

export interface FitOptions {
  readonly features: number
  readonly classes: number
  /** Passes over the data. */
  readonly passes: number
  /** Weight of the squared norm in the mean loss. */
  readonly penalty: number
}

/** Weights by class and feature; the last one of a class is its bias. */
export type Weights = readonly Float64Array[]

/**
 * Multinomial logistic regression, each class weighing the same whatever its size, by AdaGrad over examples in a fixed shuffled
 * order; deterministic.
 */
export function fitLogisticRegression(examples: readonly Example[], options: FitOptions): Weights {
  const { features, classes, passes, penalty } = options
  const weights = Array.from({ length: classes }, () => new Float64Array(features + 1))
  const squares = Array.from({ length: classes }, () => new Float64Array(features + 1).fill(1e-6))
  const sizes = Array.from(
    { length: classes },
    (_, label) => examples.filter((one) => one.label === label).length,
  )
  const balance = sizes.map((size) => examples.length / (classes * Math.max(size, 1)))
  const order = examples.toSorted((a, b) => a.features.length - b.features.length).map((one) => one)
  const step = strideFor(order.length)
  const update = (label: number, position: number, gradient: number): void => {
    const weight = weights[label]
    const square = squares[label]
    if (weight === undefined || square === undefined) return
    const full = gradient + penalty * (weight[position] ?? 0)
    square[position] = (square[position] ?? 0) + full * full
    weight[position] = (weight[position] ?? 0) - (0.15 * full) / Math.sqrt(square[position] ?? 1)
  }
  for (let pass = 0; pass < passes; pass++) {
    for (let turn = 0, at = pass; turn < order.length; turn++, at += step) {
      const example = order[at % order.length]
      if (example === undefined) continue
      const shares = predictShares(weights, example)
      for (const [label, share] of shares.entries()) {
        const error = (share - (label === example.label ? 1 : 0)) * (balance[example.label] ?? 1)
        for (const [position, value] of example.features) update(label, position, error * value)
        update(label, features, error)
      }
    }
  }
  return weights
}

/** A stride coprime to the length, so that a pass visits every example once. */
function strideFor(length: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  let step = Math.max(1, Math.floor(length * 0.618))
  while (divisor(step, length) !== 1) step++
  return step
}

function predictShares(weights: Weights, example: Example): readonly number[] {
  const scores = weights.map((weight) =>
    example.features.reduce(
      (sum, [position, value]) => sum + (weight[position] ?? 0) * value,
      weight.at(-1) ?? 0,
    ),
  )
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - top))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

/** The most likely class. */
export function predictClass(weights: Weights, example: Example): number {
  const shares = predictShares(weights, example)
  return shares.indexOf(Math.max(...shares))
}

/** Mean over the classes of the share classified rightly, each example by a model that has not seen its fold. */
export function balancedAccuracy(
  examples: readonly Example[],
  options: FitOptions & { readonly folds: number },
): { readonly balanced: number; readonly byClass: readonly number[] } {
  const right = Array.from({ length: options.classes }, () => 0)
  const all = Array.from({ length: options.classes }, () => 0)
  for (let fold = 0; fold < options.folds; fold++) {
    const weights = fitLogisticRegression(
      examples.filter((_, at) => at % options.folds !== fold),
      options,
    )
    for (const [at, example] of examples.entries()) {
      if (at % options.folds !== fold) continue
      all[example.label] = (all[example.label] ?? 0) + 1
      if (predictClass(weights, example) === example.label)
        right[example.label] = (right[example.label] ?? 0) + 1
    }
  }
  const byClass = right.map((count, label) => count / Math.max(1, all[label] ?? 0))
  return { balanced: byClass.reduce((sum, share) => sum + share, 0) / byClass.length, byClass }
}
