import type { Check } from '../../core/verdict.ts'
import { formulaMark, maskMathematics, maximumText } from './mask-mathematics.ts'

/** A drawing or table that the words point to. */
const pointsToFigure =
  /\b(?:figures?|diagrams?|pictures?|graphs?|charts?|images?|tables?|maps?|drawings?|photos?|grids?|number lines?) (?:is |are |as )?(?:shown|given|drawn|pictured|displayed|presented)?\s*(?:below|above|beneath|on the (?:right|left)|to the (?:right|left))\b|\b(?:in|from|see|on) (?:the|this|that) (?:following )?(?:figure|diagram)\b|\bas (?:shown|pictured|depicted|illustrated|drawn|displayed)\b(?! (?:that|to))|\b(?:shown|pictured|depicted|illustrated) (?:below|above|here|at (?:the )?right)\b|\bfollowing (?:figures?|diagrams?|pictures?|graphs?|charts?|images?|tables?)\b/i

/** A drawing or table that is there: Asymptote, LaTeX tables, Markdown tables and images. */
const holdsFigure =
  /\[asy\]|\\begin\{(?:array|tabular|tikzpicture)|\\includegraphics|!\[[^\]]*\]\(|^[^\S\n]{0,20}\|.*\|[^\S\n]{0,20}$/m

/** `as shown below: 13, 20, 14`: what is shown follows. */
const introduces = /^[^.?!]*:\s*\S/

/** Text that is not there. */
const pointsElsewhere =
  /\b(?:previous|preceding|prior|above) (?:problem|question|exercise|example|part)s?(?! of)\b|\b(?:problem|question|exercise|example|part|section)s? above\b|\b(?:the|this|see|use|from) above (?:problem|question|table|figure|statement)s?\b|\b(?:refer to|recall from|see|use|as in|by) (?:the )?(?:problem|exercise|example|theorem|section|chapter|figure) \(?\d[.\d]*\b/i
const numbered = /\b(?:Figure|Table|Theorem|Exercise) \d/

/** Asks to choose among what is not listed. */
const choice =
  /\b(?:which|what|choose|select)(?: one)? of the following\b|\bfollowing (?:options|choices)\b|\b(?:answer|multiple) choices\b/i
const listed =
  /(?:^|[\s(])[A-E][.):]\s|\\text(?:bf)?\{\(?[A-E]\)?|\(A\)|[:：]\s*\S|\n[^\S\n]*(?:[-*•§]|\d[.)])|[,;]\s*(?:and|or)\s/

/** What a template leaves behind. */
const placeholder =
  /\$\{[^}$]{0,60}\}|\{\{[^}]{0,60}\}\}|(?<![\\A-Za-z}^_])\{\s*[A-Za-z_]\w{0,40}\s*\}|\[object Object\]|\bNaN\b|%[sd]\b(?!\w)|<(?:number|name|value|item|object|answer|insert[^>]{0,40})>|\[(?:insert[^\]]{0,40}|your [^\]]{0,40}|NAME|NUMBER|VALUE|ITEM|TODO|PLACEHOLDER)\]|\b(?:TODO|FIXME|lorem ipsum)\b|\ufffd/

/** `Tom has undefined apples`, `costs $undefined`; but `is undefined for`, `an undefined slope` are mathematics. */
const undefinedValue =
  /[$:=\d+*/]\s*undefined\b|\bundefined(?=\s+(?!(?:for|at|when|if|in|on|and|or|by|because|since|as|there|here|over|everywhere|terms?|expressions?|values?|points?|slopes?|functions?|quantit|numbers?|operations?|but|where|only|whenever|unless)\b)[a-z])/

/** The same inside a formula. */
const brokenFormula = /[=+\-*/(]\s*undefined\b|\bundefined\s*[=+\-*/)^]|\bNaN\b|\[object Object\]|\ufffd/

/**
 * Rung 2: the question can be understood alone. Fails on a figure or table that is not there, on a reference to another problem or
 * an answer choice that is not listed, on what a template leaves unfilled, and on `$` or braces that do not balance.
 * The first 20,000 units of the text are looked at.
 */
export function checkSelfContained(text: string): Check {
  const question = text.slice(0, maximumText)
  const words = maskMathematics(question)
  const left =
    placeholder.exec(words) ??
    undefinedValue.exec(words) ??
    (words.includes(formulaMark) ? brokenFormula.exec(question) : null)
  if (left !== null) return failed(`unfilled placeholder: ${left[0].trim().slice(0, 40)}`)
  const figure = pointsToFigure.exec(words)
  if (
    figure !== null &&
    !holdsFigure.test(question) &&
    !introduces.test(words.slice(figure.index, figure.index + 80))
  )
    return failed(`figure is missing: ${figure[0]}`)
  const elsewhere = pointsElsewhere.exec(words) ?? (holdsFigure.test(question) ? null : numbered.exec(words))
  if (elsewhere !== null) return failed(`refers to other text: ${elsewhere[0]}`)
  const among = choice.exec(words)
  if (among !== null && !listed.test(words.slice(among.index + among[0].length)))
    return failed(`choices are missing: ${among[0]}`)
  const unbalanced = findUnbalanced(question, words)
  if (unbalanced !== undefined) return failed(`unbalanced: ${unbalanced}`)
  return { name: 'self-contained', outcome: 'passed', evidence: 'nothing is missing' }
}

/** The first sign that does not balance, or `undefined`. */
function findUnbalanced(question: string, words: string): string | undefined {
  let depth = 0
  for (let at = 0; at < question.length; at++) {
    const unit = question.charCodeAt(at)
    if (unit === 0x5c) at++
    else if (unit === 0x7b) depth++
    else if (unit === 0x7d && --depth < 0) return '}'
  }
  if (depth !== 0) return '{'
  // Formulas are masked: a `$` that is left is money or has no partner.
  if (/(?<![\\\d])\$(?!\s?[\d.,]|\s?§)/.test(words)) return '$'
  if (count(question, /\\begin\{/g) !== count(question, /\\end\{/g)) return '\\begin'
  return /(?<!\\)\\[[\]]/.test(words) ? '\\[' : undefined
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

function failed(evidence: string): Check {
  return { name: 'self-contained', outcome: 'failed', evidence }
}
