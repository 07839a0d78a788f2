import type { AnswerNode } from './answer-node.ts'
import { bareAnswer } from './bare-answer.ts'
import { compareNodes } from './compare-nodes.ts'
import type { WorkBudget } from './evaluate-exact.ts'
import { extractAnswer } from './extract-answer.ts'
import { different, equal, undecided, type Grade } from './grade.ts'
import { readNumberWords } from './number-words.ts'
import { parseAnswer } from './parse-answer.ts'
import { readTokens } from './read-tokens.ts'
import { plainWords, readChoice, readTime, sameText, sameTime } from './text-answers.ts'
import { tidyNotation } from './tidy-notation.ts'

/** Work one comparison may cost, in about microseconds of one core. */
const workLimit = 6_000

/** Longest text that is looked at, from the end; an answer stands last. */
const maximumSearched = 20_000

/**
 * Grades a predicted answer against a gold one. Both may be LaTeX, plain text or the prose of a whole solution, from which the final answer
 * is taken: the last `\boxed{}`, `####`, a phrase such as "the answer is", bold, the last formula, the last number. Symmetric; `equal` on
 * equal texts that are not empty; never throws; bounded on any input (20,000 characters searched, 3,000 parsed, capped work).
 */
export function gradeAnswer(gold: string, pred: string): Grade {
  if (gold === pred && gold.trim() !== '') return equal('string', 'the same text')
  const first = readAnswer(gold)
  const second = readAnswer(pred)
  if (first === undefined || second === undefined) return undecided('unreadable', 'no answer found')
  return compareAnswers(first, second)
}

/** The final answer of a text, in one notation: what {@link gradeAnswer} compares. `undefined` where it states none. */
export function readAnswer(text: string): string | undefined {
  return extractAnswer(tidyText(text))
}

/** The end of a text in one notation; long runs of white space and of punctuation are cut, so that no pattern meets one. */
function tidyText(text: string): string {
  const tidy = tidyNotation(text.length > maximumSearched ? text.slice(-maximumSearched) : text)
  if (tidy.length < 200) return tidy
  return tidy
    .replaceAll(/\s{9,}/g, (run) => (run.includes('\n') ? '\n\n' : ' '))
    .replaceAll(/[.,;:!?*"#_~-]{30,}/g, (run) => run.slice(0, 5))
}

/** Compares two answers that stand alone, without prose around them and in one notation. */
export function compareAnswers(first: string, second: string): Grade {
  const a = bareAnswer(first)
  const b = bareAnswer(second)
  if (a === '' || b === '') return undecided('unreadable', 'an empty answer')
  if (a === b) return equal('string', 'the same text')
  const special = compareTimes(a, b) ?? compareChoices(a, b) ?? compareDecimalCommas(a, b)
  if (special !== undefined) return special
  const budget: WorkBudget = { left: workLimit }
  const one = parse(a)
  const other = parse(b)
  const texts = sameWords(a, b, one, other)
  if (texts !== undefined) return texts
  if (one === undefined || other === undefined)
    return undecided('unreadable', 'an answer that is not understood')
  return compareNodes(one, other, budget)
}

function parse(text: string): AnswerNode | undefined {
  const words = readNumberWords(text.replaceAll(/\\text\s*\{([^{}]{0,100})\}/g, '$1'))
  const source = words ?? fixedPhrase(text) ?? withScale(repairBackslashes(text))
  const ordinal = /^(\d+)(?:st|nd|rd|th)$/i.exec(source)
  const tokens = readTokens(ordinal?.[1] ?? source)
  if (tokens === undefined) return undefined
  const node = parseAnswer(tokens)
  if (node !== undefined) return node
  // What stands before the last equals sign cannot be read: the value after it is what is stated.
  const place = tokens.findLastIndex((token) => token.kind === 'sign' && token.text === '=')
  return place < 0 ? undefined : parseAnswer(tokens.slice(place + 1))
}

/** Words for a set of numbers. */
function fixedPhrase(text: string): string | undefined {
  if (text.length > 80 || !/real|solution/i.test(text)) return undefined
  const words = plainWords(text)
  if (/^(?:all real numbers|all reals|set of (?:all )?real numbers)$/.test(words)) return '\\mathbb{R}'
  return /^no (?:real )?solutions?$/.test(words) ? '\\{\\}' : undefined
}

const scales: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 }

/** `2.5 million` → `2.5 \times 10^{6}`. */
function withScale(text: string): string {
  if (text.length > 200 || (!text.includes('llion') && !text.includes('thousand'))) return text
  return text.replace(
    /(\d) (thousand|million|billion|trillion)\b/,
    (_, digit: string, word: string) => `${digit} \\times 10^{${scales[word] ?? 0}}`,
  )
}

/** `\\frac` where backslashes were escaped twice; rows of a matrix keep theirs. */
function repairBackslashes(text: string): string {
  if (!text.includes('\\\\')) return text
  if (text.includes('\\\\begin')) return text.replaceAll('\\\\', '\\')
  return text.includes('\\begin') ? text : text.replaceAll(/\\\\(?=[A-Za-z{}%,!$])/g, '\\')
}

function compareTimes(first: string, second: string): Grade | undefined {
  if (!/[:m]/i.test(first) && !/[:m]/i.test(second)) return undefined
  const a = readTime(first)
  const b = readTime(second)
  if (a === undefined || b === undefined) return undefined
  return sameTime(a, b) ? equal('time', 'the same time') : different('time', 'different times')
}

/** `1,22` against `1.22`: the comma of a decimal. */
function compareDecimalCommas(first: string, second: string): Grade | undefined {
  const comma = /^-?\d{1,9},\d{1,9}$/
  const point = /^-?\d{1,9}\.\d{1,9}$/
  const same = (one: string, other: string): boolean =>
    comma.test(one) && point.test(other) && one.replace(',', '.') === other
  return same(first, second) || same(second, first) ? equal('decimal', 'the same decimal') : undefined
}

/** Letters of choices; `B. 12` against `12` is decided by what stands beside the letter. */
function compareChoices(first: string, second: string): Grade | undefined {
  const a = readChoice(first)
  const b = readChoice(second)
  if (a === undefined && b === undefined) return undefined
  if (a !== undefined && b !== undefined)
    return a.letter === b.letter
      ? equal('choice', 'the same choice')
      : different('choice', 'different choices')
  const choice = a ?? b
  if (choice === undefined || !choice.marked) return undefined
  const plain = a === undefined ? first : second
  if (choice.content !== '') return compareAnswers(choice.content, plain)
  return /^[a-j]$/.test(plain) && choice.letter === plain.toUpperCase()
    ? equal('choice', 'the same choice')
    : undefined
}

/** Answers of words alone are compared as words. */
function sameWords(
  first: string,
  second: string,
  one: AnswerNode | undefined,
  other: AnswerNode | undefined,
): Grade | undefined {
  const worded = isWorded(one, first) && isWorded(other, second)
  if (!worded) {
    if (one === undefined && other === undefined) return sameSpelling(first, second)
    return undefined
  }
  if (plainWords(first) === plainWords(second) && plainWords(first) !== '')
    return equal('text', 'the same words')
  const unread = [one, other].some((node) => node === undefined || node.kind === 'text')
  return unread ? different('text', 'different words') : undefined
}

function sameSpelling(first: string, second: string): Grade | undefined {
  const squeeze = (text: string): string => text.replaceAll(/\s+|\\left|\\right|\\[,;!]/g, '')
  if (squeeze(first) === squeeze(second)) return equal('string', 'the same text')
  // `October 30`: words with a number.
  const isPhrase = (text: string): boolean =>
    /[\p{L}]{3}/u.test(text) && !/[\^_+*/=<>]|\\(?!text|mathrm|mbox|[ ,;:!])/.test(text)
  const same = isPhrase(first) && isPhrase(second) && sameText(first, second)
  return same ? equal('text', 'the same words') : undefined
}

function isWorded(node: AnswerNode | undefined, text: string): boolean {
  if (node?.kind === 'text') return true
  if (/[\d^_=<>+*/]|\\(?!text|mathrm|mbox|[ ,;:!])/.test(text)) return false
  const words = plainWords(text)
  return node === undefined
    ? /\p{L}{3}|\p{Script=Han}/u.test(words)
    : words.split(' ').filter((word) => /\p{L}{3}/u.test(word)).length > 1
}
