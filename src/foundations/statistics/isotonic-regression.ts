/** One observation; `weight` is how much it counts, above 0. */
export interface WeightedPoint {
  readonly x: number
  readonly y: number
  readonly weight: number
}

/** A level stretch of a falling step function: `y` for x from `from` to `to`, both included. */
export interface FallingStep {
  readonly from: number
  readonly to: number
  readonly y: number
}

/**
 * The never rising function nearest to the points in weighted squares, by pooling adjacent violators (Ayer et al. 1955). Steps come
 * by x, ascending, their y strictly falling; none for no points.
 */
export function fitFalling(points: readonly WeightedPoint[]): readonly FallingStep[] {
  const blocks: { from: number; to: number; sum: number; weight: number }[] = []
  for (const { x, y, weight } of points.toSorted((left, right) => left.x - right.x)) {
    const last = blocks.at(-1)
    if (last?.to === x) {
      last.sum += y * weight
      last.weight += weight
    } else blocks.push({ from: x, to: x, sum: y * weight, weight })
  }
  const pooled: typeof blocks = []
  for (const block of blocks) {
    let current = block
    for (;;) {
      const last = pooled.at(-1)
      if (last === undefined || last.sum / last.weight > current.sum / current.weight) break
      pooled.pop()
      current = {
        from: last.from,
        to: current.to,
        sum: last.sum + current.sum,
        weight: last.weight + current.weight,
      }
    }
    pooled.push(current)
  }
  return pooled.map(({ from, to, sum, weight }) => ({ from, to, y: sum / weight }))
}

/** The fitted function at x: straight lines between steps, level beyond both ends. Throws RangeError for no steps. */
export function fallingAt(steps: readonly FallingStep[], x: number): number {
  const first = steps[0]
  if (first === undefined) throw new RangeError('nothing fitted: 0 steps; give at least one point')
  let before = first
  for (const step of steps) {
    if (x < step.from) {
      if (step === first) return step.y
      return before.y + ((step.y - before.y) * (x - before.to)) / (step.from - before.to)
    }
    if (x <= step.to) return step.y
    before = step
  }
  return before.y
}
