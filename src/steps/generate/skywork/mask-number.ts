import type { Random } from '../../../core/random.ts'
import { sameNumber } from '../../../foundations/answers/same-number.ts'
import { givenUnused, replayAnnotations, type ReplayOutcome } from './replay-annotations.ts'

/** A given of a question with one place of its own. */
export interface MaskableNumber {
  /** As written, thousands commas included, without a dollar sign. */
  readonly numeral: string
  /** What the letter takes the place of: the numeral, with its dollar sign where it is an amount of money. */
  readonly start: number
  readonly end: number
  readonly unit: '' | ' dollars'
}

/** A question with a letter in the place of a given. */
export interface MaskedQuestion {
  readonly text: string
  readonly letter: string
  readonly number: MaskableNumber
}

const numeral = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/g

/** What must not stand beside a given: it would be part of a power, an index, a fraction, a word or an ordinal. */
const badBefore = /[\p{L}\d.,^_\\{/:]$/u
const badAfter = /^(?:[\p{L}{^_:!]|\/(?!\p{L})|[.,]\d)/u

/**
 * The givens of a question that can be made unknown: numerals whose value occurs once in the text, other than 0, 1 and the answer,
 * and that stand alone.
 */
export function maskableNumbers(question: string, answer: string): readonly MaskableNumber[] {
  const money = hasOnlyMoney(question)
  const all = Array.from(question.matchAll(numeral), (match): MaskableNumber => {
    const isMoney = money && question[match.index - 1] === '$'
    return {
      numeral: match[0],
      start: match.index - (isMoney ? 1 : 0),
      end: match.index + match[0].length,
      unit: isMoney ? ' dollars' : '',
    }
  })
  // A dollar sign without a partner belongs to a number beside it in some way that cannot be told.
  const lost = !money && (question.split('$').length - 1) % 2 === 1
  return all.filter((one) => {
    if (lost && (question[one.start - 1] === '$' || question[one.end] === '$')) return false
    if (badBefore.test(question.slice(0, one.start)) || badAfter.test(question.slice(one.end, one.end + 2)))
      return false
    if (['0', '1'].some((small) => sameNumber(small, one.numeral) === 'equal')) return false
    if (sameNumber(answer, one.numeral) === 'equal') return false
    return all.every((other) => other === one || sameNumber(other.numeral, one.numeral) !== 'equal')
  })
}

/** `$12`, `$7.50`, `$200/month`; not `$2+3$`. */
const moneyAmount = /(?<![\\$])\$\d[\d,]*(?:\.\d+)?(?![\d$]|\s*[-+*=^\\]|\s*\/\s*[^a-z\s])/g

/** True where every dollar sign opens an amount of money and none a formula. */
function hasOnlyMoney(question: string): boolean {
  const signs = question.split('$').length - 1
  const amounts = question.match(moneyAmount)?.length ?? 0
  return signs > 0 && signs === amounts && !question.includes('\\')
}

export interface MaskSource {
  readonly question: string
  readonly answer: string
  /** Its calculator annotations say which givens are used. */
  readonly solution?: string
}

/**
 * Puts a letter that the question does not use in the place of one of its givens; `undefined` where none can be made unknown. A given
 * that is shown to follow from the answer is taken before others, and one that the calculations leave out is taken last.
 */
export function maskNumber(source: MaskSource, random: Random): MaskedQuestion | undefined {
  const { question, answer, solution = '' } = source
  const numbers = maskableNumbers(question, answer)
  const letter = unusedLetter(question, ['X', 'K', 'N', 'Q'])
  if (numbers.length === 0 || letter === undefined) return undefined
  const ranked = Map.groupBy(numbers, ({ numeral }) =>
    rankOf(replayAnnotations({ question, solution, answer, numeral })),
  )
  const best = ranked.get(0) ?? ranked.get(1) ?? ranked.get(2) ?? []
  return applyMask(question, random.pick(best), letter)
}

function rankOf(replayed: ReplayOutcome): 0 | 1 | 2 {
  if (replayed.outcome === 'unique') return 0
  return replayed.reason === givenUnused ? 2 : 1
}

export function applyMask(question: string, number: MaskableNumber, letter: string): MaskedQuestion {
  return {
    text: question.slice(0, number.start) + letter + number.unit + question.slice(number.end),
    letter,
    number,
  }
}

/** The first letter that does not stand alone in the text, in either case. */
export function unusedLetter(text: string, letters: readonly string[]): string | undefined {
  return letters.find((letter) => !new RegExp(`(?<![A-Za-z])${letter}(?![A-Za-z])`, 'i').test(text))
}
