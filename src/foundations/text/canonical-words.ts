import {
  characterClass,
  characterClasses,
  isAsciiLetter,
  isDigit,
  isFactorial,
  isNumberMark,
  isWordEnd,
  isWordLetter,
} from './character-classes.ts'
import { commandEffect, commandEffects, operatorBase, operatorCode } from './latex-commands.ts'
import { unifySymbols } from './unify-symbols.ts'
import { codeKind, stopKind } from './word-columns.ts'
import { WordReader } from './word-reader.ts'

const { space: spaceClass, letter: letterClass, digit: digitClass, other: otherClass } = characterClass
const functionName = /^(?:sin|cos|tan|cot|sec|csc|log|ln|exp|sqrt)/

/**
 * The words of a text in a canonical spelling, as hashes in reused columns: no object per word. Letter runs (lower case; a single letter
 * keeps its case), numbers, LaTeX commands and single CJK characters are words; an operator belongs to the word behind it, a closing
 * bracket, `%`, `!` or `°` to the word before it; punctuation only sets `stop`. Spellings that mean the same give the same words:
 * white space, `$` and `\(`, `\left`, `\dfrac`, `\frac12`, braces around one token, `×` and `\times`, `1,000` and `1000`.
 * Operators, signs, digits and decimal points always count.
 */
export class CanonicalWords extends WordReader {
  private styleNext = false
  private readonly groups: boolean[] = []

  /** Replaces the columns by those of `text`. */
  scan(text: string): void {
    this.reset(unifySymbols(text))
    this.styleNext = false
    this.groups.length = 0
    this.scanRange(0, this.text.length)
    this.settle(stopKind.sentence)
  }

  private scanRange(from: number, to: number): void {
    const { text } = this
    let at = from
    while (at < to) {
      const code = text.charCodeAt(at)
      if (code === 32) {
        at++
        continue
      }
      const kind = code < 128 ? characterClasses[code] : isWordLetter(code) ? letterClass : otherClass
      if (kind === letterClass) {
        at = this.letters(at, to)
        // Most words have a space behind them.
        if (at < to && text.charCodeAt(at) === 32) at++
      } else if (kind === digitClass) at = this.number(at, to)
      else if (kind === spaceClass) {
        at++
        continue
      } else if (code === 92) {
        at = this.command(at, to)
        continue
      } else at = code < 128 ? this.sign(code, at, to) : this.character(code, at, to)
      this.styleNext = false
    }
  }

  private command(from: number, to: number): number {
    const { text } = this
    let at = from + 1
    while (at < to && isAsciiLetter(text.charCodeAt(at))) at++
    if (at === from + 1) return this.escaped(text.charCodeAt(at), at)
    const effect = commandEffects.get(text.slice(from + 1, at))
    if (effect === undefined) {
      this.commandWord(from, at)
      return at
    }
    if (effect >= operatorBase) {
      if (effect === operatorCode.braceClose || effect === operatorCode.prime) this.postfix(effect)
      else this.operator(effect)
      if (effect === operatorCode.ring) this.attachPending()
    } else if (effect === commandEffect.fraction) return this.fraction(at, to)
    else if (effect === commandEffect.style) this.styleNext = true
    else if (effect === commandEffect.delimiter) {
      const next = this.skipSpace(at, to)
      if (text.charCodeAt(next) === 46) return next + 1
    } else if (effect === commandEffect.degree) {
      this.operator(94)
      this.operator(operatorCode.ring)
      this.attachPending()
    }
    return at
  }

  /** A backslash before what is no letter. */
  private escaped(code: number, at: number): number {
    if (code === 123) this.operator(operatorCode.braceOpen)
    else if (code === 125) this.postfix(operatorCode.braceClose)
    else if (code === 92) this.operator(operatorCode.row)
    else if (code === 124) this.operator(operatorCode.norm)
    else if (code === 37) this.postfix(37)
    else if (code === 38 || code === 95) this.operator(code)
    return at + 1
  }

  /** `\frac` with two arguments of one token each is a quotient, as in `a/b`; otherwise the command is an operator. */
  private fraction(from: number, to: number): number {
    const first = this.skipSpace(from, to)
    const firstEnd = this.argumentEnd(first, to)
    const second = firstEnd < 0 ? -1 : this.skipSpace(firstEnd, to)
    const secondEnd = second < 0 ? -1 : this.argumentEnd(second, to)
    if (secondEnd >= 0) {
      const grouped = this.afterScript
      if (grouped) this.operator(operatorCode.groupOpen)
      this.scanRange(first, firstEnd)
      this.operator(47)
      this.scanRange(second, secondEnd)
      if (grouped) this.postfix(operatorCode.groupClose)
      return secondEnd
    }
    this.operator(operatorCode.fraction)
    if (!isDigit(this.text.charCodeAt(first)) || first >= to) return first
    this.scanRange(first, first + 1)
    return first + 1
  }

  /** End of an argument of one token at `from`, braces included; -1 where it is longer. */
  private argumentEnd(from: number, to: number): number {
    if (from >= to) return -1
    const code = this.text.charCodeAt(from)
    if (isDigit(code) || isAsciiLetter(code)) return from + 1
    if (code !== 123) return -1
    const inner = this.skipSpace(from + 1, to)
    const close = this.tokenEnd(inner, to)
    return close < 0 ? -1 : close + 1
  }

  /** The place of the `}` right behind the one token at `from`; -1 where there is more than one token or none. */
  private tokenEnd(from: number, to: number): number {
    const { text } = this
    let at = from
    const code = text.charCodeAt(at)
    if (isDigit(code)) {
      while (at < to && (isDigit(text.charCodeAt(at)) || isNumberMark(text, at))) at++
    } else if (isAsciiLetter(code)) at++
    else if (code === 92) {
      at++
      while (at < to && isAsciiLetter(text.charCodeAt(at))) at++
      if (at === from + 1) return -1
    } else return -1
    at = this.skipSpace(at, to)
    return at < to && text.charCodeAt(at) === 125 ? at : -1
  }

  private skipSpace(from: number, to: number): number {
    let at = from
    while (at < to && this.text.charCodeAt(at) <= 32) at++
    return at
  }

  private sign(code: number, at: number, to: number): number {
    const { text } = this
    const next = at + 1 < to ? text.charCodeAt(at + 1) : 32
    switch (code) {
      case 36: // $
      case 34:
      case 96:
      case 126:
      case 35:
      case 39:
        return at + 1
      case 44:
        return this.comma(at)
      case 46: // . is a point, an ellipsis or a stop
        if (isDigit(next)) return this.number(at, to)
        if (next === 46) return this.run(at, to, operatorCode.ellipsis)
        this.settle(stopKind.sentence)
        return at + 1
      case 63:
        this.settle(stopKind.sentence)
        return at + 1
      case 33:
        if (next === 61) {
          this.operator(operatorCode.notEqual)
          return at + 2
        }
        if (isFactorial(text, at)) this.postfix(operatorCode.factorial)
        else this.settle(stopKind.sentence)
        return at + 1
      case 59:
        this.settle(stopKind.clause)
        return at + 1
      case 58:
        if (isDigit(next) && at > 0 && isDigit(text.charCodeAt(at - 1))) this.operator(58)
        else this.settle(stopKind.clause)
        return at + 1
      case 45:
        return this.minus(at, to)
      case 42:
        return this.star(at, to)
      case 95:
        if (next === 95) return this.run(at, to, operatorCode.blank)
        this.operator(95)
        this.afterScript = true
        return at + 1
      case 94:
        this.operator(94)
        this.afterScript = true
        return at + 1
      case 60:
      case 62:
        this.operator(
          next !== 61 ? code : code === 60 ? operatorCode.lessOrEqual : operatorCode.greaterOrEqual,
        )
        return next === 61 ? at + 2 : at + 1
      case 123:
        this.openGroup(at, to)
        return at + 1
      case 125:
        if (this.groups.pop() !== true) this.postfix(operatorCode.groupClose)
        return at + 1
      case 91:
        this.operator(code)
        if (text.startsWith('asy]', at + 1)) this.code = codeKind
        else if (text.startsWith('/asy]', at + 1)) this.code = 0
        return at + 1
      case 41:
      case 93:
      case 37:
        this.postfix(code)
        return at + 1
      default:
        this.operator(code)
        return at + 1
    }
  }

  private openGroup(at: number, to: number): void {
    const silent = this.styleNext || this.tokenEnd(this.skipSpace(at + 1, to), to) >= 0
    this.groups.push(silent)
    if (!silent) this.operator(operatorCode.groupOpen)
  }

  /** One operator for a run of the sign at `at`. */
  private run(from: number, to: number, operator: number): number {
    const { text } = this
    const code = text.charCodeAt(from)
    let at = from
    while (at < to && text.charCodeAt(at) === code) at++
    this.operator(operator)
    return at
  }

  /** A hyphen in a compound says nothing, a dash between words is punctuation, any other is a minus sign. */
  private minus(at: number, to: number): number {
    const { text } = this
    let end = at + 1
    while (end < to && text.charCodeAt(end) === 45) end++
    const before = at > 0 ? text.charCodeAt(at - 1) : 32
    const after = end < to ? text.charCodeAt(end) : 32
    if (end - at > 1) {
      if (before <= 32 || after <= 32) this.settle(stopKind.clause)
      else this.operator(operatorCode.doubleDash)
      return end
    }
    const beforeWord = isWordLetter(before) && at > 1 && isWordLetter(text.charCodeAt(at - 2))
    const afterWord =
      isWordLetter(after) &&
      end + 1 < to &&
      isWordLetter(text.charCodeAt(end + 1)) &&
      !functionName.test(text.slice(end, end + 4))
    if (afterWord && (beforeWord || isDigit(before))) return end
    const spaced = before === 32 && after === 32 && at > 2 && end + 2 < to
    if (
      spaced &&
      isWordLetter(text.charCodeAt(at - 2)) &&
      isWordLetter(text.charCodeAt(at - 3)) &&
      isWordLetter(text.charCodeAt(end + 1)) &&
      isWordLetter(text.charCodeAt(end + 2)) &&
      !functionName.test(text.slice(end + 1, end + 5))
    )
      this.settle(stopKind.clause)
    else this.operator(45)
    return end
  }

  /** `**` between operands is a power, elsewhere emphasis. */
  private star(at: number, to: number): number {
    const { text } = this
    if (at + 1 >= to || text.charCodeAt(at + 1) !== 42) {
      this.operator(42)
      return at + 1
    }
    const before = at > 0 ? text.charCodeAt(at - 1) : 32
    const after = at + 2 < to ? text.charCodeAt(at + 2) : 32
    const operand = isDigit(before) || before === 41 || (isAsciiLetter(before) && !isWordEnd(text, at - 1))
    if (operand && (isDigit(after) || after === 40 || isAsciiLetter(after))) this.operator(94)
    return at + 2
  }
}
