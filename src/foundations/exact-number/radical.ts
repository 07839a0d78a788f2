/** `outside * sqrt(inside)` with `inside` free of square factors. */
export interface SimplifiedRadical {
  readonly outside: bigint
  readonly inside: bigint
}

/** Takes the largest square factor out of a square root: 72 → 6√2. Trial division; meant for radicands below 10^12. */
export function simplifyRadical(radicand: bigint): SimplifiedRadical {
  if (radicand < 0n) throw new RangeError(`negative radicand: ${radicand}`)
  if (radicand === 0n) return { outside: 0n, inside: 1n }
  let outside = 1n
  let inside = radicand
  for (let factor = 2n; factor * factor <= inside; factor++) {
    while (inside % (factor * factor) === 0n) {
      inside /= factor * factor
      outside *= factor
    }
  }
  return { outside, inside }
}
