/**
 * The feasible target nearest to the weights: q_c = min(available_c, τ · w_c) with τ such that Σ q_c = total (or everything there is, when
 * the pool holds less). Uniform use is out of reach where rare concepts have few rows; this is what uniform becomes then.
 */
export function waterFill(
  available: ArrayLike<number>,
  options: { readonly total: number; readonly weights?: ArrayLike<number> },
): Float64Array {
  const weightOf = (concept: number): number => options.weights?.[concept] ?? 1
  const order = Array.from({ length: available.length }, (_, concept) => concept)
    .filter((concept) => weightOf(concept) > 0)
    .sort((left, right) => levelOf(left) - levelOf(right) || left - right)
  function levelOf(concept: number): number {
    return (available[concept] as number) / weightOf(concept)
  }
  const targets = new Float64Array(available.length)
  let left = options.total
  let weightLeft = order.reduce((sum, concept) => sum + weightOf(concept), 0)
  for (const concept of order) {
    // Concepts come by the level at which they run dry, so once one is not dry at τ none of the rest is.
    const share = (left / weightLeft) * weightOf(concept)
    const target = Math.min(available[concept] as number, share)
    targets[concept] = target
    left -= target
    weightLeft -= weightOf(concept)
  }
  return targets
}
