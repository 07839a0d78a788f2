import { lastBoxed } from './final-answer.ts'
import { sameNumber } from './same-number.ts'

/** `unknown` where two texts differ and it cannot be told whether they mean the same: two formulas, a formula and a word. */
export type AnswerComparison = 'equal' | 'different' | 'unknown'

/** Longest answer that is compared, in UTF-16 units. */
const maximumAnswer = 1_000

/**
 * Whether two final answers are the same: numbers in any notation by {@link sameNumber}, lists and sets of answers (in any order),
 * tuples and intervals (in order), text without regard to case, spaces, units and LaTeX dress. Symmetric, and `equal` on equal texts.
 * Says `equal` only where nothing else can be meant; formulas are compared as written, not as functions.
 */
export function sameAnswer(first: string, second: string): AnswerComparison {
  if (first.length > maximumAnswer || second.length > maximumAnswer)
    return first.trim() === second.trim() ? 'equal' : 'unknown'
  return compareBare(bareAnswer(first), bareAnswer(second))
}

function compareBare(first: string, second: string): AnswerComparison {
  if (first === '' || second === '') return first === second ? 'equal' : 'unknown'
  if (first === second) return 'equal'
  const numbers = compareNumbers(first, second)
  if (numbers !== 'unreadable') return numbers
  const lists = compareLists(first, second)
  if (lists !== undefined) return lists
  return arePlain(first, second) ? 'different' : 'unknown'
}

function compareNumbers(first: string, second: string): 'equal' | 'different' | 'unreadable' {
  const asWritten = sameNumber(first, second)
  return asWritten === 'unreadable' ? sameNumber(withoutUnit(first), withoutUnit(second)) : asWritten
}

/** `12 apples`, `$5 dollars`, `x=5` → the number. */
function withoutUnit(text: string): string {
  const value = /^[a-z]\s*=\s*(.+)$/.exec(text)?.[1] ?? text
  return /^(.*?[\d})])\s*(?:\^?\\?circ|°|[a-z][a-z. ]*(?:\^?[23]|\/[a-z]+)?)$/.exec(value)?.[1] ?? value
}

/** A list with its brackets, `(1,2]`; bare lists and sets are in any order. */
interface AnswerList {
  readonly brackets: string
  readonly items: readonly string[]
}

/** `undefined` where neither is a list. */
function compareLists(first: string, second: string): AnswerComparison | undefined {
  const a = readList(first)
  const b = readList(second)
  if (a === undefined && b === undefined) return undefined
  if (a === undefined || b === undefined) return 'unknown'
  if (a.brackets !== b.brackets) return 'unknown'
  if (a.items.length !== b.items.length) return 'different'
  return a.brackets === '' ? compareAsSets(a.items, b.items) : compareInOrder(a.items, b.items)
}

function compareInOrder(first: readonly string[], second: readonly string[]): AnswerComparison {
  const compared = first.map((item, place) => compareBare(item, second[place] ?? ''))
  if (compared.includes('different')) return 'different'
  return compared.includes('unknown') ? 'unknown' : 'equal'
}

/** Each item takes one equal partner; `different` only where nothing was unknown. */
function compareAsSets(first: readonly string[], second: readonly string[]): AnswerComparison {
  const left = [...second]
  let unknown = false
  for (const item of first) {
    const compared = left.map((other) => compareBare(item, other))
    const partner = compared.indexOf('equal')
    if (partner >= 0) left.splice(partner, 1)
    else unknown ||= compared.includes('unknown')
  }
  if (left.length === 0) return 'equal'
  return unknown ? 'unknown' : 'different'
}

function readList(text: string): AnswerList | undefined {
  const set = /^\\?\{(.*?)\\?\}$/.exec(text)
  if (set !== null) return { brackets: '', items: splitItems(set[1] ?? '') }
  const bracketed = /^([([])(.*)([)\]])$/.exec(text)
  const inner = bracketed?.[2] ?? ''
  if (bracketed !== null && splitItems(inner).length > 1)
    return { brackets: `${bracketed[1] ?? ''}${bracketed[3] ?? ''}`, items: splitItems(inner) }
  const items = splitItems(text)
  return items.length > 1 ? { brackets: '', items } : undefined
}

/** Parts between commas outside brackets; ` and ` and ` or ` separate too. */
function splitItems(text: string): readonly string[] {
  const items: string[] = []
  let depth = 0
  let start = 0
  const whole = text.replaceAll(/,?\s+(?:and|or)\s+/g, ',')
  for (let at = 0; at <= whole.length; at++) {
    const unit = whole[at]
    if (unit === '(' || unit === '[' || unit === '{') depth++
    else if (unit === ')' || unit === ']' || unit === '}') depth--
    else if (
      at === whole.length ||
      ((unit === ',' || unit === ';') && depth === 0 && !isThousands(whole, at))
    ) {
      items.push(whole.slice(start, at).trim())
      start = at + 1
    }
  }
  return items.filter((item) => item !== '')
}

/** The comma of `1,250`, but not of `1, 250`. */
function isThousands(text: string, at: number): boolean {
  return /(?:^|[^\d])\d{1,3}(?:,\d{3})*$/.test(text.slice(0, at)) && /^,\d{3}(?!\d)/.test(text.slice(at))
}

/** Two different words mean different things, as do two different numbers; a word may name a number. */
function arePlain(first: string, second: string): boolean {
  return [/^[\p{L}\s'.-]+$/u, /^-?[\d.,]+$/].some((pattern) => pattern.test(first) && pattern.test(second))
}

/** An answer without its box, dollar signs, sizes, spaces of LaTeX, final stop and case. Idempotent on what it gives. */
function bareAnswer(answer: string): string {
  const text = (lastBoxed(answer) ?? answer)
    .normalize('NFKC')
    .replaceAll(/[−–—]/g, '-')
    .replaceAll(/\\(?:left|right|displaystyle|,|!|;|:|quad|qquad)(?![a-zA-Z])|\\ (?=.)/g, ' ')
    .replaceAll(/\\(?:text|textbf|mathrm|mbox|mathbf|textit)\{([^{}]*)\}/g, ' $1 ')
    .replaceAll(/\\[dt]frac(?![a-z])/g, '\\frac')
    .replaceAll(/\\frac\s*(\d)\s*(\d)(?!\d)/g, '\\frac{$1}{$2}')
    .replaceAll(/(?<!\\)\$|\\\$|\\\(|\\\)|\*\*/g, '')
    .trim()
    .replace(/^(?:the )?(?:final )?answer(?: is)?:?\s*/i, '')
    .replace(/^\(([A-Ea-e])\)(?=\s|$)/, '$1')
    .replace(/[.。]$/, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return /[a-z]{2}/i.test(text.replaceAll(/\\[a-z]+/gi, ''))
    ? text.toLowerCase()
    : text.replaceAll(/\s*([-+*/=^(){}[\]])\s*/g, '$1')
}
