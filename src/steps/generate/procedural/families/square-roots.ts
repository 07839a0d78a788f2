import { integerRoot } from './whole-numbers.ts'
import { multiply, rational, type Rational } from '../../../../foundations/exact-number/rational.ts'
import { simplifyRadical } from '../../../../foundations/exact-number/radical.ts'
import { rationalAnswer, type Answer } from '../answer.ts'

/** factor · √square in simplest form, for a non-negative whole `square`; for the solving side of families. */
export function rootAnswer(square: number, factor: Rational = rational(1)): Answer {
  const { outside, inside } = simplifyRadical(BigInt(square))
  const coefficient = multiply(factor, rational(outside))
  if (inside === 1n || outside === 0n) return rationalAnswer(coefficient)
  return { kind: 'radical', rational: rational(0), coefficient, radicand: inside }
}

/** True for 0, 1, 4, 9, … */
export function isSquare(whole: number): boolean {
  return whole >= 0 && Number.isInteger(whole) && integerRoot(whole) ** 2 === whole
}

/** Right triangles with whole sides: [leg, other leg, hypotenuse], both orders of the legs, legs up to 90. */
export const rightTriangles: readonly (readonly [number, number, number])[] = Array.from(
  { length: 90 },
  (_, at) => at + 1,
).flatMap((one) =>
  Array.from({ length: 90 }, (_, at) => at + 1)
    .map((other) => [one, other, Math.sqrt(one * one + other * other)] as const)
    .filter(([, , longest]) => Number.isInteger(longest)),
)
