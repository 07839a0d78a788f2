import { isDigit, isLetter } from './ascii-signs.ts'
import { readLiteral, type NumberLiteral } from './read-literal.ts'
import {
  argumentIgnored,
  commandNames,
  functionNames,
  ignored,
  plainConstants,
  shortWords,
  signNames,
  spaces,
  textCommands,
} from './token-names.ts'
import { isUnitLetter, isUnitName } from './units.ts'

/** A piece of an answer. `sign` covers operators, brackets and the commands that act as such. */
export interface Token {
  readonly kind: 'number' | 'name' | 'symbol' | 'text' | 'sign' | 'end'
  readonly text: string
  /** White space stood before it. */
  readonly spaced: boolean
  readonly literal?: NumberLiteral
}

/** Longest answer that is parsed, in UTF-16 units, and most tokens of it. */
export const maximumParsed = 3_000
const maximumTokens = 2_500

/** After the letter of a unit that ends the answer: `/s^2`. */
const unitTail = /^(?:\/[A-Za-z]{1,4})?(?:\^?\{?-?\d\}?)?[\s.$]*$/

interface Scanner {
  readonly text: string
  readonly tokens: Token[]
  at: number
  spaced: boolean
  /** Depth of round and square brackets, in which a comma separates. */
  brackets: number
}

/** Splits tidied answer text; `undefined` where it is too long. Linear. */
export function readTokens(text: string): readonly Token[] | undefined {
  if (text.length > maximumParsed) return undefined
  const scanner: Scanner = { text, tokens: [], at: 0, spaced: false, brackets: 0 }
  while (scanner.at < text.length) {
    if (scanner.tokens.length > maximumTokens) return undefined
    readToken(scanner)
  }
  push(scanner, 'end', '')
  return scanner.tokens
}

function push(scanner: Scanner, kind: Token['kind'], text: string, literal?: NumberLiteral): void {
  scanner.tokens.push(
    literal === undefined
      ? { kind, text, spaced: scanner.spaced }
      : { kind, text, spaced: scanner.spaced, literal },
  )
  scanner.spaced = false
}

function readToken(scanner: Scanner): void {
  const { text, at } = scanner
  const unit = text.charCodeAt(at)
  if ((unit >= 0x30 && unit <= 0x39) || (unit === 0x2e && isDigit(text.charCodeAt(at + 1))))
    return readNumber(scanner)
  if (unit === 0x5c) return readCommand(scanner)
  if (isLetter(unit) || unit > 0x7f) return readLetters(scanner)
  scanner.at++
  if (unit <= 0x20 || unit === 0x7e || unit === 0x24) {
    scanner.spaced ||= unit !== 0x24
    return
  }
  readSign(scanner, text[at] ?? '')
}

function readNumber(scanner: Scanner): void {
  const before = scanner.tokens.at(-1)
  // TeX takes one digit as the argument of a command or a script that stands without braces.
  if (before !== undefined && takesOneDigit(scanner, before)) {
    const literal = readLiteral(scanner.text.charAt(scanner.at), 0, true)
    scanner.at++
    return push(scanner, 'number', literal.raw, literal)
  }
  const literal = readLiteral(scanner.text, scanner.at, scanner.brackets > 0)
  scanner.at = literal.end
  push(scanner, 'number', literal.raw, literal)
}

function takesOneDigit(scanner: Scanner, before: Token): boolean {
  if (before.kind === 'sign' && before.text === '_') return false
  if (before.kind === 'name') return before.text === 'frac' || before.text === 'binom'
  if (before.kind !== 'number' || before.literal?.raw.length !== 1) return false
  const earlier = scanner.tokens.at(-2)
  return earlier?.kind === 'name' && (earlier.text === 'frac' || earlier.text === 'binom')
}

function readSign(scanner: Scanner, sign: string): void {
  const { text, at } = scanner
  const next = text[at]
  if (sign === '(' || sign === '[') scanner.brackets++
  else if (sign === ')' || sign === ']') scanner.brackets = Math.max(0, scanner.brackets - 1)
  const double =
    (sign === '*' && next === '*') ||
    (sign === '=' && next === '=') ||
    ((sign === '<' || sign === '>' || sign === '!') && next === '=')
  if (double) scanner.at++
  if (sign === '*' && double) return push(scanner, 'sign', '^')
  if (sign === '=' && (next === '<' || next === '>') && !double) {
    scanner.at++
    return push(scanner, 'sign', next === '<' ? '<=' : '>=')
  }
  if (sign === '.') {
    if (text.startsWith('..', at)) {
      scanner.at += 2
      return push(scanner, 'sign', 'dots')
    }
    return
  }
  push(scanner, 'sign', sign === '=' ? '=' : double ? `${sign}=` : sign)
}

function readCommand(scanner: Scanner): void {
  const { text, at } = scanner
  const next = text.charCodeAt(at + 1)
  if (!isLetter(next)) {
    scanner.at += 2
    const sign = text[at + 1] ?? ''
    if (sign === '{' || sign === '}' || sign === '\\') return push(scanner, 'sign', `\\${sign}`)
    if (sign === '%') return push(scanner, 'sign', '%')
    if (sign === '|') return push(scanner, 'sign', '|')
    if (sign === '$') return push(scanner, 'sign', 'currency')
    if (sign !== '!') scanner.spaced = true
    return
  }
  let end = at + 1
  while (isLetter(text.charCodeAt(end))) end++
  let name = text.slice(at + 1, end)
  // `\quadx` is a slip for `\quad x`.
  if (name.startsWith('quad') && name.length > 4) {
    name = 'quad'
    end = at + 5
  }
  scanner.at = end
  applyCommand(scanner, name)
}

function applyCommand(scanner: Scanner, name: string): void {
  if (ignored.has(name)) return
  if (spaces.has(name)) {
    scanner.spaced = true
    return
  }
  if (textCommands.has(name)) return readText(scanner)
  if (argumentIgnored.has(name)) return void bracedArgument(scanner)
  if (name === 'begin' || name === 'end')
    return push(scanner, 'name', `${name} ${bracedArgument(scanner) ?? ''}`)
  if (name === 'mathbb') {
    const letter = bracedArgument(scanner) ?? scanner.text.charAt(scanner.at++).trim()
    return push(scanner, 'symbol', `set ${letter}`)
  }
  const sign = signNames.get(name)
  if (sign !== undefined) return push(scanner, 'sign', sign)
  if (name === 'dfrac' || name === 'tfrac' || name === 'cfrac') return push(scanner, 'name', 'frac')
  if (name === 'dbinom' || name === 'tbinom') return push(scanner, 'name', 'binom')
  if (name === 'frac' || name === 'binom' || functionNames.has(name) || commandNames.has(name))
    return push(scanner, 'name', name)
  push(scanner, 'symbol', plainConstants.get(name) ?? (name.startsWith('var') ? name.slice(3) : name))
}

/** `{…}` after the scanner's place, balanced; `undefined` where there is none. */
function bracedArgument(scanner: Scanner): string | undefined {
  const { text } = scanner
  let start = scanner.at
  while (text.charCodeAt(start) === 0x20 || text[start] === '*') start++
  if (text[start] !== '{') return undefined
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') at++
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) {
      scanner.at = at + 1
      return text.slice(start + 1, at)
    }
  }
  return undefined
}

/** `\text{…}`: a letter is a symbol, a function its name, digits are read on, everything else is text. */
function readText(scanner: Scanner): void {
  const { text } = scanner
  const content = bracedArgument(scanner)
  if (content === undefined) return
  const words = content.trim().replaceAll('~', ' ')
  scanner.spaced ||= content.startsWith(' ')
  if (words === '') return
  const sign = /^(?:,\s*)?(and|or)$/i.exec(words)?.[1]
  if (sign !== undefined) return push(scanner, 'sign', sign.toLowerCase())
  if (isUnitName(words) && isAfterValue(scanner)) return push(scanner, 'text', words)
  if (functionNames.has(words)) return push(scanner, 'name', words)
  if (/[\d\\$(,]/.test(words) && words.length < 400 && text.length < maximumParsed) {
    const inner = readTokens(words)
    if (inner !== undefined) {
      for (const token of inner) if (token.kind !== 'end') scanner.tokens.push(token)
      return
    }
  }
  if (/^[A-Za-z]$/.test(words)) {
    const after = scanner.tokens.at(-1)
    const isUnit =
      (after?.kind === 'number' || after?.text === '}' || after?.text === ')') && isUnitLetter(words)
    return push(scanner, isUnit ? 'text' : 'symbol', words)
  }
  for (const word of words.split(/\s+/)) {
    const bare = word.replaceAll(/^[,.;:]+|[,.;:]+$/g, '')
    if (bare !== '') push(scanner, 'text', bare)
    scanner.spaced = true
  }
}

/** A run of letters outside a command: a word, a function, a unit, or variables side by side. */
function readLetters(scanner: Scanner): void {
  const { text, at } = scanner
  let end = at + 1
  while (isLetter(text.charCodeAt(end)) || text.charCodeAt(end) > 0x7f) end++
  const run = text.slice(at, end)
  scanner.at = end
  // `1orW(x)`: a joint that touches its neighbours.
  const joint = /^(or|and)([A-Za-z])$/.exec(run)
  if (joint?.[1] !== undefined && joint[2] !== undefined && scanner.tokens.at(-1)?.kind === 'number') {
    push(scanner, 'sign', joint[1])
    return push(scanner, 'symbol', joint[2])
  }
  const known = wordToken(scanner, run)
  if (known !== undefined) return push(scanner, known[0], known[1])
  if (run.length > 3 || /[^A-Za-z]/.test(run)) return splitRun(scanner, run)
  for (const letter of run) push(scanner, 'symbol', letter)
}

function wordToken(scanner: Scanner, run: string): [Token['kind'], string] | undefined {
  const lower = run.toLowerCase()
  const before = scanner.tokens.at(-1)
  const afterValue = isAfterValue(scanner)
  if (lower === 'and' || lower === 'or') return ['sign', lower]
  if (run === 'U' && before?.kind === 'sign' && [')', ']', '\\}'].includes(before.text))
    return ['sign', 'cup']
  if (run === 'in') return before?.kind === 'symbol' ? ['sign', 'in'] : ['text', 'in']
  if (run === 'to') return ['sign', 'to']
  if (
    (run === 'x' || run === 'X') &&
    before?.kind === 'number' &&
    /^\s?[\d.]/.test(scanner.text.slice(scanner.at, scanner.at + 2))
  )
    return ['sign', '*']
  if (afterValue && isUnitName(run)) return ['text', run]
  if (
    afterValue &&
    scanner.spaced &&
    isUnitLetter(run) &&
    scanner.tokens.length === 1 &&
    unitTail.test(scanner.text.slice(scanner.at, scanner.at + 20))
  )
    return ['text', run]
  if ((run === 'C' || run === 'F') && isAfterDegree(scanner))
    return ['text', run === 'C' ? 'celsius' : 'fahrenheit']
  if (functionNames.has(run)) return ['name', run]
  if (run === 'union') return ['sign', 'cup']
  if (run === 'mod') return ['sign', 'mod']
  const constant = plainConstants.get(run) ?? plainConstants.get(lower)
  if (constant !== undefined && run.length > 1) return ['symbol', constant]
  if (run.length > 1 && shortWords.has(lower)) return ['text', run]
  return undefined
}

/** After `^\circ` or `^{\circ}`. */
function isAfterDegree({ tokens }: Scanner): boolean {
  const last = tokens.at(-1)
  return last?.text === 'deg' || (last?.text === '}' && tokens.at(-2)?.text === 'deg')
}

function isAfterValue(scanner: Scanner): boolean {
  const before = scanner.tokens.at(-1)
  if (before === undefined) return false
  if (before.kind === 'symbol') return before.text === 'pi'
  return before.kind === 'number' || (before.kind === 'sign' && ['}', ')', 'deg'].includes(before.text))
}

/** `sinx` is a function of x; any other long run is a word. */
function splitRun(scanner: Scanner, run: string): void {
  const name = [...functionNames].find(
    (one) => one.length > 2 && run.startsWith(one) && run.length - one.length <= 2,
  )
  if (name === undefined) return push(scanner, 'text', run)
  push(scanner, 'name', name)
  for (const letter of run.slice(name.length)) push(scanner, 'symbol', letter)
}
