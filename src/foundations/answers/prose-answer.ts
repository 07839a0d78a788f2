import { trimEnd } from './trim-end.ts'
import { isUnitName } from './units.ts'

const mathWords = new Set(
  'sin cos tan cot sec csc log ln exp sqrt abs floor ceil gcd lcm max min mod and or to pi infinity infty inf theta alpha beta arcsin arccos arctan union square cubic per percent pct am pm dollars base'.split(
    ' ',
  ),
)

/** Words that are no part of a formula: letters outside commands and `\text{}`; functions and units do not count. */
function countWords(text: string): number {
  let count = 0
  for (const match of text.slice(0, 2_000).matchAll(/\\[A-Za-z]+|[A-Za-z\u00c0-\u024f]{2,}/g)) {
    const word = match[0]
    if (word.startsWith('\\') || mathWords.has(word.toLowerCase()) || isUnitName(word)) continue
    count++
  }
  return count
}

/** True for sentences, as against a formula or a few words with a number. */
export function isProse(text: string): boolean {
  if (text.includes('\n') && text.trim().includes('\n')) return true
  const plain = withoutTexts(text)
  const digit = plain.search(/\d/)
  if (
    digit > 0 &&
    !plain.startsWith('百分之') &&
    /\p{Script=Han}/u.test(plain.slice(Math.max(0, digit - 200), digit))
  )
    return true
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Cyrillic}]{5}/u.test(
      plain,
    )
  )
    return true
  const words = countWords(plain)
  return (
    words >= 3 ||
    (words >= 1 && /(?:^|\s)(?:is|are|equals|was|be)\s/i.test(plain)) ||
    (words >= 1 && hasInlineMath(plain))
  )
}

function withoutTexts(text: string): string {
  return text.replaceAll(
    /\\(?:text|textbf|mbox|mathrm|textrm|operatorname|begin|end)\s*\{[^{}]{0,400}\}/g,
    ' ',
  )
}

function hasInlineMath(text: string): boolean {
  return /\$[^$]{1,400}\$|\\\(|\\\[/.test(text)
}

/** Where a formula stands in prose. */
interface Segment {
  readonly from: number
  readonly to: number
  readonly content: string
}

const maximumSegments = 400

/** `$…$`, `$$…$$`, `\(…\)`, `\[…\]` in order. A dollar sign before a digit that no other closes is money. */
function findSegments(text: string): readonly Segment[] {
  const segments: Segment[] = []
  for (let at = 0; at < text.length && segments.length < maximumSegments; at++) {
    const opening = openingAt(text, at)
    if (opening === undefined) {
      if (text[at] === '\\') at++
      continue
    }
    const [open, close] = opening
    const end = closingAt(text, close, at + open.length)
    if (end < 0) continue
    const content = text.slice(at + open.length, end)
    if (open === '$' && isMoney(content)) continue
    if (content.trim() !== '') segments.push({ from: at, to: end + close.length, content: content.trim() })
    at = end + close.length - 1
  }
  return segments
}

/** Place of a closing sign that is not escaped. */
function closingAt(text: string, close: string, from: number): number {
  let at = text.indexOf(close, from)
  while (at > 0 && close.startsWith('$') && text[at - 1] === '\\') at = text.indexOf(close, at + 1)
  return at
}

function openingAt(text: string, at: number): readonly [string, string] | undefined {
  if (text.startsWith('$$', at)) return ['$$', '$$']
  if (text[at] === '$') return ['$', '$']
  if (text.startsWith('\\(', at)) return ['\\(', '\\)']
  return text.startsWith('\\[', at) ? ['\\[', '\\]'] : undefined
}

/** `10 for 2 pens and ` between two dollar signs. */
function isMoney(content: string): boolean {
  return (
    (/^\s?[\d.,]+(?:\s|$)/.test(content) && /[A-Za-z]{2}/.test(content) && !/[\\^_{}]/.test(content)) ||
    /\n\s*\n/.test(content)
  )
}

/**
 * The answer that a sentence or a text ends on: its last formula or number, whichever stands later. Formulas with only a comma or `and`
 * between them are a list. A text without either is its own answer.
 */
export function answerInClause(text: string): string | undefined {
  const segments = findSegments(text)
  const last = segments.at(-1)
  const after = last === undefined ? text : text.slice(last.to)
  const number = lastNumber(after)
  if (last === undefined) {
    const stated = statedAtEnd(text)
    if (stated !== undefined) return stated
    return number ?? (text.length <= 300 && !text.includes('\n') ? text : undefined)
  }
  if (number !== undefined) return number
  const joined = joinedSegments(text, segments)
  const unit = /^\s*(\\?%|percent\b|pct\b)/i.exec(after)?.[1]
  return unit === undefined ? joined : `${joined}\\%`
}

function joinedSegments(text: string, segments: readonly Segment[]): string {
  let place = segments.length - 1
  let to = segments[place] as Segment
  const contents = [to.content]
  while (place > 0) {
    const earlier = segments[--place] as Segment
    if (!/^\s*(?:,|and|or|,\s*and|,\s*or)\s*$/i.test(text.slice(earlier.to, to.from))) break
    contents.unshift(earlier.content)
    to = earlier
  }
  return contents.map((content) => trimEnd(content, '.,;')).join(', ')
}

const tupleAtEnd = /[([{]\s*-?[\d.]+(?:\s*[,/]\s*-?[\d.]+){1,8}\s*[)\]}]$/

/** A tuple, interval or short formula at the very end: `… the system is (7, 6).` */
function statedAtEnd(text: string): string | undefined {
  const end = trimEnd(text, ' \n\t\r.*!')
  const tuple = tupleAtEnd.exec(end.slice(-160))?.[0]
  if (tuple !== undefined) return tuple
  const stated = /(?<!not|n't)\s(?:is|are|equals|be)\s+(?:either\s+)?([^\s].{0,79})$/is.exec(
    end.slice(-120),
  )?.[1]
  if (stated === undefined || !/\d|\\|^[A-J]$|^\(?[A-J]\)?$/.test(stated)) return choiceAtEnd(end)
  // What follows `is` may be a sentence of its own.
  return countWords(stated) <= 1 && !/\b(?:is|are|not)\b/i.test(stated) && !stated.includes('. ')
    ? stated
    : undefined
}

function choiceAtEnd(text: string): string | undefined {
  return /\b(?:option|choice|answer)\s*(?:is)?\s*\(?([A-J])\)?$/i.exec(text.slice(-40))?.[1]
}

const numberPattern =
  /(?<![\w.:])\d{1,2}(?::\d{1,4}){1,4}(?:\s?[ap]\.?m\b\.?)?|(?<![\w.]|[\^_]\{?)(?:[-+](?=[\d.$]))?(?:\\?\$\s?)?(?:\d{1,3}(?:(?:,|\{,\})\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:\s?\/\s?\d+(?![\d.]))?(?:\s?(?:\\?%|percent|pct)|\s(?:million|billion|thousand)\b)?|(?<![\w.])-?\.\d+/g

/** The last number of a text, with its sign, fraction and percent sign. Numbers of list items and steps stand at the start of a line. */
function lastNumber(text: string): string | undefined {
  const tail = text.length > 4_000 ? text.slice(-4_000) : text
  let last: string | undefined
  for (const match of tail.matchAll(numberPattern)) {
    const before = tail.slice(Math.max(0, match.index - 24), match.index)
    if (/(?:\bnot|\bcannot|n't)\s+(?:\w+\s+){0,2}$/i.test(before)) continue
    last = match[0]
  }
  return last?.trim()
}
