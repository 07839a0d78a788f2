/** Elementary number theory for the solving side of families; independent checks count or search instead. */

export interface PrimePower {
  readonly prime: number
  readonly exponent: number
}

/** Prime factorisation in ascending primes; empty for 1. */
export function factorise(whole: number): readonly PrimePower[] {
  const factors: PrimePower[] = []
  let rest = whole
  for (let prime = 2; prime * prime <= rest; prime++) {
    let exponent = 0
    while (rest % prime === 0) {
      rest /= prime
      exponent++
    }
    if (exponent > 0) factors.push({ prime, exponent })
  }
  return rest > 1 ? [...factors, { prime: rest, exponent: 1 }] : factors
}

/** `2^2 \cdot 3`, for use inside $…$. */
export function showFactorisation(factors: readonly PrimePower[]): string {
  return factors
    .map(({ prime, exponent }) => (exponent === 1 ? `${prime}` : `${prime}^{${exponent}}`))
    .join(' \\cdot ')
}

/** `60 = 2 × 30, 30 = 2 × 15, 15 = 3 × 5`: the divisions by the smallest prime that lead to the factorisation. */
export function showDivisions(whole: number): string {
  const primes = factorise(whole).flatMap(({ prime, exponent }) =>
    Array.from({ length: exponent }, () => prime),
  )
  let rest = whole
  const lines = primes.slice(0, -1).map((prime) => {
    const line = `${rest} = ${prime} × ${rest / prime}`
    rest /= prime
    return line
  })
  return lines.length > 0 ? lines.join(', ') : `${whole} is itself prime`
}

/** `2^2*3`, for use in a calculator annotation. */
export function factorisationExpression(factors: readonly PrimePower[]): string {
  return factors
    .map(({ prime, exponent }) => (exponent === 1 ? `${prime}` : `${prime}^${exponent}`))
    .join('*')
}

export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}

export function leastCommonMultiple(a: number, b: number): number {
  return (a / greatestCommonDivisor(a, b)) * b
}

/** The divisions of the Euclidean algorithm down to the remainder 1, and the multiplier with number × multiplier ≡ 1 that they give. */
export function euclideanInverse(
  number: number,
  modulus: number,
): { readonly divisions: readonly string[]; readonly multiplier: number; readonly cofactor: number } {
  const divisions: string[] = []
  let [large, small] = [
    { rest: number, own: 1, other: 0 },
    { rest: modulus, own: 0, other: 1 },
  ]
  if (number < modulus) [large, small] = [small, large]
  while (small.rest > 1) {
    const quotient = Math.floor(large.rest / small.rest)
    const next = {
      rest: large.rest - quotient * small.rest,
      own: large.own - quotient * small.own,
      other: large.other - quotient * small.other,
    }
    divisions.push(`${large.rest} = ${quotient} × ${small.rest} + ${next.rest}`)
    ;[large, small] = [small, next]
  }
  return { divisions, multiplier: small.own, cofactor: small.other }
}

/** Worked lines that find the inverse of a number modulo a coprime modulus. */
export function inverseLines(number: number, modulus: number): readonly string[] {
  const { divisions, multiplier, cofactor } = euclideanInverse(number, modulus)
  const combination =
    multiplier > 0
      ? `${number} × ${multiplier} - ${modulus} × ${-cofactor}`
      : `${modulus} × ${cofactor} - ${number} × ${-multiplier}`
  const divided = `The Euclidean algorithm gives ${divisions.join(', ')}.`
  const backwards =
    divisions.length > 1
      ? `Working backwards from the last of these equations, 1 = ${combination}.`
      : `So 1 = ${combination}.`
  return multiplier > 0
    ? [`${divided} ${backwards}`]
    : [
        `${divided} ${backwards}`,
        `So $${multiplier}$ is an inverse, and ${modulus} - ${-multiplier} = <<${modulus}-${-multiplier}=${modulus + multiplier}>>${modulus + multiplier} is the positive one.`,
      ]
}

/** Positive divisors, ascending. */
export function divisorsOf(whole: number): readonly number[] {
  return factorise(whole)
    .reduce<number[]>(
      (divisors, { prime, exponent }) =>
        divisors.flatMap((divisor) =>
          Array.from({ length: exponent + 1 }, (_, power) => divisor * prime ** power),
        ),
      [1],
    )
    .sort((a, b) => a - b)
}

/** base^exponent mod modulus by repeated squaring; modulus below 2^26. */
export function powerModulo(base: number, exponent: number, modulus: number): number {
  if (exponent === 0) return 1 % modulus
  const half = powerModulo(base, Math.floor(exponent / 2), modulus)
  const square = (half * half) % modulus
  return exponent % 2 === 0 ? square : (square * (base % modulus)) % modulus
}

/** Decimal digits of a non-negative integer, most significant first. */
export function digitsOf(whole: number, base = 10): readonly number[] {
  const rest = Math.floor(whole / base)
  return rest === 0 ? [whole % base] : [...digitsOf(rest, base), whole % base]
}

/** The largest integer whose square is at most `whole`. */
export function integerRoot(whole: number): number {
  let root = Math.floor(Math.sqrt(whole))
  while (root * root > whole) root--
  while ((root + 1) * (root + 1) <= whole) root++
  return root
}
