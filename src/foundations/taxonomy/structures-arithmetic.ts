import { calculations, isNumeral, SIGNS, type Calculation } from './read-calculations.ts'
import { detectAt, detectFrom, isUnknown, textAt, type StructureDetector } from './token-patterns.ts'
import type { ProblemToken } from './tokenise-problem.ts'

type Tokens = readonly ProblemToken[]

function calculation(holds: (found: Calculation, tokens: Tokens) => boolean): StructureDetector {
  return (tokens) =>
    calculations(tokens)
      .filter((found) => holds(found, tokens))
      .map((found) => found.span)
}

const whole = (found: Calculation): boolean =>
  found.fractions === 0 && !found.powers && found.numbers.every((text) => !text.includes('.'))
const onlySigns = (found: Calculation, signs: string): boolean =>
  [...found.signs].every((sign) => signs.includes(sign))
const isFraction = (sign: string) => (found: Calculation) => found.fractions > 0 && found.signs.has(sign)
const isDecimal = (sign: string) => (found: Calculation) =>
  found.fractions === 0 && found.signs.has(sign) && found.numbers.some((text) => text.includes('.'))

/** `37×25 + 63×25`: every product of the sum has a factor in common. */
function hasCommonFactor(found: Calculation, tokens: Tokens): boolean {
  const terms: Set<string>[] = [new Set()]
  const products = new Set<number>()
  for (let at = found.span[0]; at < found.span[1]; at++) {
    const text = textAt(tokens, at)
    if (text === '+' || text === '-') terms.push(new Set())
    else if (SIGNS[text] === '×') products.add(terms.length - 1)
    else if (tokens[at]?.kind === 'number') terms.at(-1)?.add(text)
  }
  const [first, ...rest] = terms
  if (first === undefined || rest.length === 0 || products.size < 2) return false
  return [...first].some((factor) => factor.length > 1 && rest.every((term) => term.has(factor)))
}

/** Signs that a problem gives a meaning of its own. */
const INVENTED =
  /^(?:\*|@|#|⊕|⊗|☆|★|※|⊙|\\(?:oplus|otimes|odot|star|diamond|clubsuit|spadesuit|heartsuit|nabla|bigtriangleup|triangle|Delta|Diamond|circ|bowtie|square|S|dagger|wedge|vee|bigstar|blacktriangle))$/

const isOperand = (tokens: Tokens, at: number): boolean =>
  isUnknown(tokens, at) || textAt(tokens, at) === 'a' || isNumeral(tokens[at])

const definedOperation: StructureDetector = detectAt((tokens, at) =>
  INVENTED.test(textAt(tokens, at)) &&
  isOperand(tokens, at - 1) &&
  isOperand(tokens, at + 1) &&
  textAt(tokens, at - 2) !== '^'
    ? 1
    : 0,
)

const numberBefore = (tokens: Tokens, at: number): boolean => tokens[at - 1]?.kind === 'number'

export const arithmeticStructures: readonly (readonly [string, StructureDetector])[] = [
  ['whole-sum', calculation((found) => whole(found) && onlySigns(found, '+-'))],
  ['whole-product', calculation((found) => whole(found) && onlySigns(found, '×'))],
  ['whole-quotient', calculation((found) => whole(found) && onlySigns(found, '÷'))],
  [
    'mixed-operations',
    calculation((found) => found.numbers.length > 2 && !onlySigns(found, '+-') && found.signs.size > 1),
  ],
  [
    'fraction-sum',
    calculation((found) => found.fractions > 0 && (found.signs.has('+') || found.signs.has('-'))),
  ],
  ['fraction-product', calculation(isFraction('×'))],
  ['fraction-quotient', calculation(isFraction('÷'))],
  ['decimal-sum', calculation((found) => isDecimal('+')(found) || isDecimal('-')(found))],
  ['decimal-product', calculation(isDecimal('×'))],
  ['decimal-quotient', calculation(isDecimal('÷'))],
  ['common-factor-sum', calculation(hasCommonFactor)],
  [
    'consecutive-sum',
    calculation(
      (found) =>
        found.dots &&
        !found.powers &&
        found.fractions === 0 &&
        onlySigns(found, '+') &&
        found.numbers.length > 2,
    ),
  ],
  [
    'alternating-sum',
    calculation(
      (found) =>
        found.dots && !found.powers && found.fractions === 0 && found.signs.has('+') && found.signs.has('-'),
    ),
  ],
  [
    'telescoping',
    calculation(
      (found) =>
        found.fractions > 1 && found.signs.has('×') && found.signs.has('+') && found.numbers.length > 5,
    ),
  ],
  [
    'negative-arithmetic',
    detectFrom(['-'], (tokens, at) =>
      /^[(=×+*]$|^\\(?:times|div|cdot)$/.test(textAt(tokens, at - 1)) &&
      textAt(tokens, at) === '-' &&
      isNumeral(tokens[at + 1]) &&
      textAt(tokens, at + 2) === ')' &&
      textAt(tokens, at + 3) !== '^'
        ? 2
        : 0,
    ),
  ],
  [
    'stacked-fraction',
    detectFrom(['\\frac'], (tokens, at) =>
      textAt(tokens, at) === '\\frac' &&
      (textAt(tokens, at + 1) === '\\frac' ||
        (isNumeral(tokens[at + 1]) && textAt(tokens, at + 2) === '\\frac'))
        ? 2
        : 0,
    ),
  ],
  [
    'single-numeric-fraction',
    detectFrom(['\\frac'], (tokens, at) =>
      textAt(tokens, at) === '\\frac' &&
      [1, 2].every((step) => isNumeral(tokens[at + step]) && textAt(tokens, at + step).length > 1)
        ? 3
        : 0,
    ),
  ],
  [
    'mixed-number',
    detectFrom(['\\frac'], (tokens, at) =>
      numberBefore(tokens, at) &&
      textAt(tokens, at) === '\\frac' &&
      tokens[at - 1]?.end === tokens[at]?.start &&
      textAt(tokens, at - 2) !== '^' &&
      isNumeral(tokens[at + 1]) &&
      isNumeral(tokens[at + 2])
        ? 3
        : 0,
    ),
  ],
  [
    'radical-denominator',
    detectFrom(['\\frac'], (tokens, at) =>
      textAt(tokens, at) === '\\frac' &&
      isNumeral(tokens[at + 1]) &&
      (textAt(tokens, at + 2) === '\\sqrt' ||
        [3, 4, 5].some((step) => textAt(tokens, at + step) === '\\sqrt'))
        ? 3
        : 0,
    ),
  ],
  [
    'repeating-decimal',
    detectFrom(['\\overline'], (tokens, at) =>
      textAt(tokens, at) === '\\overline' &&
      (textAt(tokens, at - 1) === '.' || (tokens[at - 1]?.text.includes('.') ?? false))
        ? 1
        : 0,
    ),
  ],
  ['defined-operation', definedOperation],
  [
    'box-equation',
    detectFrom(['\\square', '\\Box', '□', '_'], (tokens, at) =>
      /^(?:\\square|\\Box|□|_)$/.test(textAt(tokens, at)) &&
      (SIGNS[textAt(tokens, at - 1)] !== undefined || SIGNS[textAt(tokens, at + 1)] !== undefined)
        ? 1
        : 0,
    ),
  ],
  [
    'operator-choice',
    detectAt((tokens, at) =>
      SIGNS[textAt(tokens, at)] !== undefined &&
      textAt(tokens, at + 1) === ',' &&
      SIGNS[textAt(tokens, at + 2)] !== undefined
        ? 3
        : 0,
    ),
  ],
  [
    'square-root-of-number',
    detectFrom(['\\sqrt'], (tokens, at) =>
      textAt(tokens, at) === '\\sqrt' && isNumeral(tokens[at + 1]) ? 2 : 0,
    ),
  ],
  [
    'cube-root',
    detectFrom(['\\sqrt'], (tokens, at) =>
      textAt(tokens, at) === '\\sqrt' && textAt(tokens, at + 1) === '[' && textAt(tokens, at + 2) === '3'
        ? 4
        : 0,
    ),
  ],
  [
    'numeric-power',
    detectFrom(['^'], (tokens, at) =>
      numberBefore(tokens, at) && textAt(tokens, at) === '^' && isNumeral(tokens[at + 1]) ? 2 : 0,
    ),
  ],
  [
    'scientific-notation',
    detectFrom(['\\times', '\\cdot', '*'], (tokens, at) =>
      SIGNS[textAt(tokens, at)] === '×' && textAt(tokens, at + 1) === '10' && textAt(tokens, at + 2) === '^'
        ? 3
        : 0,
    ),
  ],
]
