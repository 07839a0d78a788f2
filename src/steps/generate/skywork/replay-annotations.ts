import { evaluateArithmetic } from '../../../foundations/answers/evaluate-arithmetic.ts'
import { readNumber, sameNumber } from '../../../foundations/answers/same-number.ts'
import { add, compare, equals, rational, type Rational } from '../../../foundations/exact-number/rational.ts'

export interface ReplayInput {
  readonly question: string
  /** With calculator annotations `<<48/2=24>>`. */
  readonly solution: string
  readonly answer: string
  /** The given that was made unknown, as written. */
  readonly numeral: string
}

/** Whether exactly one value of the unknown gives the answer; `unproven` says why nothing can be said. */
export type ReplayOutcome =
  | { readonly outcome: 'unique'; readonly calculations: number }
  | { readonly outcome: 'unproven'; readonly reason: string }

/** Why a given that no calculation uses proves nothing. */
export const givenUnused = 'the given is used in no calculation'

interface Calculation {
  readonly expression: string
  readonly stated: string
}

/**
 * Proves that a given follows from the answer, by the solution's own calculations. The unknown enters one calculation once, and each
 * result that depends on it is used once, with + − × ÷ only. Then the answer is (aX + b)/(cX + d), which is injective unless constant:
 * that X gives the stated answer and X + 1 another one proves that no other value gives it.
 */
export function replayAnnotations({ question, solution, answer, numeral }: ReplayInput): ReplayOutcome {
  const calculations = Array.from(solution.matchAll(/<<([^<>=]{1,120})=([^<>=]{1,60})>>/g), (match) => ({
    expression: match[1] ?? '',
    stated: match[2] ?? '',
  }))
  if (calculations.length === 0) return unproven('no annotations')
  if (calculations.length !== solution.split('<<').length - 1) return unproven('an annotation cannot be read')
  const value = readNumber(numeral)?.value
  if (value === undefined) return unproven('the given cannot be read')
  if (calculations.some(({ stated }) => sameNumber(stated, numeral) === 'equal'))
    return unproven('a result equals the given')
  const chain = traceUnknown(calculations, { numeral, question })
  if (typeof chain === 'string') return unproven(chain)
  const last = calculations.at(-1)?.stated ?? ''
  if (sameNumber(last, answer) !== 'equal') return unproven('the last result is not the answer')
  if (chain.at(-1)?.place !== calculations.length - 1)
    return unproven('the answer does not depend on the given')
  const same = follow(chain, value)
  const other = follow(chain, add(value, rational(1n))) ?? follow(chain, add(value, rational(2n)))
  const result = readNumber(last)?.value
  if (same === undefined || other === undefined || result === undefined || compare(same, result) !== 0)
    return unproven('the calculations do not give the answer')
  return equals(same, other)
    ? unproven('the answer is the same for another value')
    : { outcome: 'unique', calculations: chain.length }
}

function unproven(reason: string): ReplayOutcome {
  return { outcome: 'unproven', reason }
}

/** One calculation that the unknown enters, with the place of its operand in the expression. */
interface Link {
  readonly place: number
  readonly before: string
  readonly after: string
}

const operand = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+/g

/** The calculations the unknown goes through, in order; a text says what stands in the way. */
function traceUnknown(
  calculations: readonly Calculation[],
  { numeral, question }: { readonly numeral: string; readonly question: string },
): readonly Link[] | string {
  const chain: Link[] = []
  let carried = numeral
  let from = 0
  for (;;) {
    const users: Link[] = []
    for (const [place, { expression }] of calculations.entries()) {
      if (place < from) continue
      for (const match of expression.matchAll(operand))
        if (sameNumber(match[0], carried) === 'equal')
          users.push({
            place,
            before: expression.slice(0, match.index),
            after: expression.slice(match.index + match[0].length),
          })
    }
    if (users.length === 0) return chain.length === 0 ? givenUnused : chain
    const [user] = users
    if (users.length > 1 || user === undefined) return `${carried} is used more than once`
    const calculation = calculations[user.place] as Calculation
    if (!/^[\d\s.,+\-*/()$]+$/.test(calculation.expression)) return 'a calculation has more than + - * /'
    if (sameNumber(evaluated(calculation.expression), calculation.stated) !== 'equal')
      return 'a calculation is rounded'
    chain.push(user)
    carried = calculation.stated
    from = user.place + 1
    if (from === calculations.length) return chain
    if (isAmbiguous(carried, { calculations, place: user.place, question }))
      return `${carried} has more than one source`
  }
}

/** A result that another result or a given also equals: which of them a later operand means cannot be told. */
function isAmbiguous(
  result: string,
  {
    calculations,
    place,
    question,
  }: { readonly calculations: readonly Calculation[]; readonly place: number; readonly question: string },
): boolean {
  const equal = (text: string): boolean => sameNumber(text, result) === 'equal'
  return (
    calculations.some(({ stated }, other) => other !== place && equal(stated)) ||
    Array.from(question.matchAll(operand), ([text]) => text).some(equal)
  )
}

function evaluated(expression: string): string {
  const value = evaluateArithmetic(expression)?.value
  return value === undefined ? '' : `${value.numerator}/${value.denominator}`
}

/** The result at the end of a chain for one value of the unknown. */
function follow(chain: readonly Link[], value: Rational): Rational | undefined {
  let carried: Rational | undefined = value
  for (const { before, after } of chain) {
    if (carried === undefined) return undefined
    const { numerator, denominator }: Rational = carried
    carried = evaluateArithmetic(`${before}((${numerator})/(${denominator}))${after}`)?.value
  }
  return carried
}
