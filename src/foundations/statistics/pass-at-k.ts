/**
 * Unbiased estimate of the chance that at least one of k samples is right, from c right ones among n (Chen et al. 2021, Codex §2.1):
 * 1 - C(n - c, k) / C(n, k), as the product ∏_{i = n - c + 1}^{n} (1 - k / i), which neither over- nor underflows.
 *
 * Pass@N of Xwin-Math (§3.1) is k = n; its PassRatio@N is c / n, which is k = 1.
 *
 * @throws RangeError unless 0 ≤ c ≤ n and 1 ≤ k ≤ n, all whole
 */
export function passAtK(samples: number, right: number, k: number): number {
  if (
    ![samples, right, k].every(Number.isSafeInteger) ||
    right < 0 ||
    right > samples ||
    k < 1 ||
    k > samples
  )
    throw new RangeError(
      `pass@${k} of ${right} right in ${samples}: give 0 ≤ right ≤ samples, 1 ≤ k ≤ samples`,
    )
  if (samples - right < k) return 1
  let miss = 1
  for (let i = samples - right + 1; i <= samples; i++) miss *= 1 - k / i
  return 1 - miss
}
