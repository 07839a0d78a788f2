const goldenShare = (Math.sqrt(5) - 1) / 2

/** Where in [low, high] a function is least: the best of `cells` + 1 equally spaced places, then golden section around it. */
export function minimumWithin(
  objective: (x: number) => number,
  { low, high, cells = 200 }: { readonly low: number; readonly high: number; readonly cells?: number },
): number {
  const at = (cell: number): number => low + ((high - low) * cell) / cells
  let best = 0
  let least = objective(low)
  for (let cell = 1; cell <= cells; cell++) {
    const value = objective(at(cell))
    if (value < least) {
      least = value
      best = cell
    }
  }
  let left = at(Math.max(0, best - 1))
  let right = at(Math.min(cells, best + 1))
  let inner = right - goldenShare * (right - left)
  let outer = left + goldenShare * (right - left)
  let [atInner, atOuter] = [objective(inner), objective(outer)]
  for (let step = 0; step < 80 && right - left > 1e-13 * (1 + Math.abs(left)); step++) {
    if (atInner <= atOuter) {
      ;[right, outer, atOuter] = [outer, inner, atInner]
      inner = right - goldenShare * (right - left)
      atInner = objective(inner)
    } else {
      ;[left, inner, atInner] = [inner, outer, atOuter]
      outer = left + goldenShare * (right - left)
      atOuter = objective(outer)
    }
  }
  const middle = (left + right) / 2
  return objective(at(best)) < objective(middle) ? at(best) : middle
}
