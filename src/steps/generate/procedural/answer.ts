import {
  add,
  compare,
  decimalPlaces,
  equals,
  isInteger,
  negate,
  rational,
  toDecimal,
  toLatex,
  type Rational,
} from '../../../foundations/exact-number/rational.ts'

/** An exact answer. `list` holds sets (unordered) and tuples; `interval` ends may be absent (infinite). */
export type Answer =
  | { readonly kind: 'rational'; readonly value: Rational }
  /** rational + coefficient·√radicand, radicand square-free and > 1. */
  | {
      readonly kind: 'radical'
      readonly rational: Rational
      readonly coefficient: Rational
      readonly radicand: bigint
    }
  /** coefficient·π. */
  | { readonly kind: 'pi'; readonly coefficient: Rational }
  | { readonly kind: 'complex'; readonly real: Rational; readonly imaginary: Rational }
  | { readonly kind: 'polynomial'; readonly variable: string; readonly coefficients: readonly Rational[] }
  | { readonly kind: 'list'; readonly form: 'set' | 'tuple'; readonly items: readonly Answer[] }
  | {
      readonly kind: 'interval'
      readonly low: IntervalEnd | undefined
      readonly high: IntervalEnd | undefined
    }
  /** One of a closed list of words, for example a day of the week. */
  | { readonly kind: 'word'; readonly text: string; readonly alternatives: readonly string[] }

export interface IntervalEnd {
  readonly value: Rational
  readonly closed: boolean
}

export function integerAnswer(value: bigint | number): Answer {
  return { kind: 'rational', value: rational(value) }
}

export function fractionAnswer(numerator: bigint | number, denominator: bigint | number): Answer {
  return { kind: 'rational', value: rational(numerator, denominator) }
}

export function rationalAnswer(value: Rational): Answer {
  return { kind: 'rational', value }
}

/** The value of a rational answer as a JavaScript number, `NaN` for any other kind; for the independent checks. */
export function numericValue(answer: Answer): number {
  return answer.kind === 'rational'
    ? Number(answer.value.numerator) / Number(answer.value.denominator)
    : Number.NaN
}

/** The value of an integer answer, `undefined` for any other; for the independent checks and for links. */
export function integerValue(answer: Answer): number | undefined {
  if (answer.kind !== 'rational' || !isInteger(answer.value)) return undefined
  const value = Number(answer.value.numerator)
  return Number.isSafeInteger(value) ? value : undefined
}

/** True when the answer is exactly numerator / denominator. */
export function isFraction(
  answer: Answer,
  numerator: bigint | number,
  denominator: bigint | number = 1,
): boolean {
  if (answer.kind !== 'rational') return false
  return answer.value.numerator * BigInt(denominator) === BigInt(numerator) * answer.value.denominator
}

/** How a number is written as a final answer: money with two decimals, otherwise integer, short decimal or fraction. */
export type NumberStyle = 'plain' | 'money' | 'decimal'

/** The answer in LaTeX or plain digits, without unit. */
export function showAnswer(answer: Answer, style: NumberStyle = 'plain'): string {
  switch (answer.kind) {
    case 'rational':
      return showRational(answer.value, style)
    case 'radical': {
      const root = `${showFactor(answer.coefficient)}\\sqrt{${answer.radicand}}`
      if (answer.rational.numerator === 0n) return root
      const rest =
        answer.coefficient.numerator < 0n
          ? `-${showFactor(negate(answer.coefficient))}`
          : `+${showFactor(answer.coefficient)}`
      return `${toLatex(answer.rational)}${rest}\\sqrt{${answer.radicand}}`
    }
    case 'pi':
      return `${showFactor(answer.coefficient)}\\pi`
    case 'complex':
      return showComplex(answer.real, answer.imaginary)
    case 'polynomial':
      return showPolynomial(answer.coefficients, answer.variable)
    case 'list': {
      const inside = answer.items.map((item) => showAnswer(item, style)).join(', ')
      return answer.form === 'set' ? `\\{${inside}\\}` : `(${inside})`
    }
    case 'interval': {
      const low =
        answer.low === undefined
          ? '(-\\infty'
          : `${answer.low.closed ? '[' : '('}${toLatex(answer.low.value)}`
      const high =
        answer.high === undefined
          ? '\\infty)'
          : `${toLatex(answer.high.value)}${answer.high.closed ? ']' : ')'}`
      return `${low}, ${high}`
    }
    case 'word':
      return answer.text
  }
}

function showRational(value: Rational, style: NumberStyle): string {
  if (isInteger(value)) return `${value.numerator}`
  const places = decimalPlaces(value)
  if (style === 'money' && places !== undefined && places <= 2) return toDecimal(value, 2)
  if (style !== 'plain' && places !== undefined && places <= 6) return toDecimal(value)
  return toLatex(value)
}

function showFactor(coefficient: Rational): string {
  if (equals(coefficient, rational(1))) return ''
  if (equals(coefficient, rational(-1))) return '-'
  return toLatex(coefficient)
}

function showComplex(real: Rational, imaginary: Rational): string {
  if (imaginary.numerator === 0n) return toLatex(real)
  const size = showFactor(imaginary)
  if (real.numerator === 0n) return `${size}i`
  return `${toLatex(real)}${imaginary.numerator < 0n ? '' : '+'}${size}i`
}

/** `3x^2-x+5` from ascending coefficients; `0` for the zero polynomial. */
export function showPolynomial(coefficients: readonly Rational[], variable: string): string {
  let text = ''
  for (let degree = coefficients.length - 1; degree >= 0; degree--) {
    const coefficient = coefficients[degree] as Rational
    if (coefficient.numerator === 0n) continue
    const sign = coefficient.numerator < 0n ? '-' : text === '' ? '' : '+'
    const size = coefficient.numerator < 0n ? negate(coefficient) : coefficient
    const factor = degree === 0 ? toLatex(size) : showFactor(size)
    text +=
      sign +
      factor +
      (degree === 0 ? '' : degree === 1 ? variable : `${variable}^${degree > 9 ? `{${degree}}` : degree}`)
  }
  return text === '' ? '0' : text
}

/** True when two answers are the same value. Sets ignore order. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  if (a.kind === 'rational' && b.kind === 'rational') return equals(a.value, b.value)
  if (a.kind === 'list' && b.kind === 'list') {
    if (a.form !== b.form || a.items.length !== b.items.length) return false
    if (a.form === 'tuple') return a.items.every((item, place) => sameAnswer(item, b.items[place] as Answer))
    return a.items.every((item) => b.items.some((other) => sameAnswer(item, other)))
  }
  return a.kind === b.kind && showAnswer(a) === showAnswer(b)
}

/**
 * The answer changed in one component at a time: each number moved up and down, each end of an interval opened or closed, each
 * word replaced. An independent check that accepts any of these is no check.
 */
export function mutateAnswer(answer: Answer): readonly Answer[] {
  switch (answer.kind) {
    case 'rational':
      return [...moved(answer.value), negate(answer.value)]
        .filter((value) => !equals(value, answer.value))
        .map((value) => ({ kind: 'rational', value }))
    case 'radical':
      return [
        ...moved(answer.rational).map((value) => ({ ...answer, rational: value })),
        ...moved(answer.coefficient).map((value) => ({ ...answer, coefficient: value })),
        { ...answer, radicand: answer.radicand + 1n },
      ]
    case 'pi':
      return moved(answer.coefficient).map((value) => ({ ...answer, coefficient: value }))
    case 'complex':
      return [
        ...moved(answer.real).map((value) => ({ ...answer, real: value })),
        ...moved(answer.imaginary).map((value) => ({ ...answer, imaginary: value })),
      ]
    case 'polynomial':
      return answer.coefficients.flatMap((coefficient, degree) =>
        moved(coefficient).map((value) => ({
          ...answer,
          coefficients: answer.coefficients.with(degree, value),
        })),
      )
    case 'list':
      return answer.items.flatMap((item, place) =>
        mutateAnswer(item).map((changed) => ({ ...answer, items: answer.items.with(place, changed) })),
      )
    case 'interval':
      return mutateInterval(answer)
    case 'word':
      return answer.alternatives.filter((text) => text !== answer.text).map((text) => ({ ...answer, text }))
  }
}

function moved(value: Rational): readonly Rational[] {
  return [add(value, rational(1)), add(value, rational(-1)), add(value, rational(1, 10))].filter(
    (other) => compare(other, value) !== 0,
  )
}

function mutateInterval(answer: Extract<Answer, { kind: 'interval' }>): readonly Answer[] {
  const ends = ['low', 'high'] as const
  return ends.flatMap((end): readonly Answer[] => {
    const held = answer[end]
    if (held === undefined) return [{ ...answer, [end]: { value: rational(0), closed: false } }]
    return [
      ...moved(held.value).map((value) => ({ ...answer, [end]: { ...held, value } })),
      { ...answer, [end]: { ...held, closed: !held.closed } },
      { ...answer, [end]: undefined },
    ]
  })
}
