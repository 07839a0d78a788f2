import { computed } from './computed.ts'

/** Counting formulas for the solving side of families; independent checks enumerate instead. */

/** n!, exact up to n = 18. */
export function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1)
}

/** Number of ways to choose k of n; 0 where k is out of range. */
export function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0
  let ways = 1
  for (let taken = 1; taken <= k; taken++) ways = (ways * (n - taken + 1)) / taken
  return ways
}

/** n(n - 1)…(n - k + 1). */
export function fallingProduct(n: number, k: number): number {
  return k === 0 ? 1 : n * fallingProduct(n - 1, k - 1)
}

/** `7*6*5` for a calculator annotation: k factors from n downwards. */
export function fallingExpression(n: number, k: number): string {
  return Array.from({ length: k }, (_, place) => n - place).join('*')
}

/** `(7*6*5)/(3*2*1)` for a calculator annotation: n choose k, over the smaller of k and n - k. */
export function chooseExpression(n: number, k: number): string {
  const smaller = Math.min(k, n - k)
  if (smaller <= 0) return '1'
  if (smaller === 1) return `${n}/1`
  return `(${fallingExpression(n, smaller)})/(${fallingExpression(smaller, smaller)})`
}

/** n choose k for prose inside $…$. */
export function binomial(n: number, k: number): string {
  return `\\binom{${n}}{${k}}`
}

/** The value of n choose k with its working: `$\binom{7}{5} = \binom{7}{2} = \frac{7 \cdot 6}{2 \cdot 1}$ = <<(7*6)/(2*1)=21>>21`. */
export function binomialStep(n: number, k: number): string {
  const smaller = Math.min(k, n - k)
  const value = computed(chooseExpression(n, k), choose(n, k))
  if (smaller === 0) return `$${binomial(n, k)}$ = ${value}`
  const names = smaller === k ? binomial(n, k) : `${binomial(n, k)} = ${binomial(n, smaller)}`
  if (smaller <= 1) return `$${names}$ = ${value}`
  const [top, bottom] = [fallingExpression(n, smaller), fallingExpression(smaller, smaller)].map((product) =>
    product.replaceAll('*', ' \\cdot '),
  )
  return `$${names} = \\frac{${top}}{${bottom}}$ = ${value}`
}
