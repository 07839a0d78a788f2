import katex from 'katex'
import { markup, trusted, type Markup } from './markup.ts'

/** Longest text shown whole. */
const longest = 1800

const mathsPattern =
  /\$\$([^$]{1,2000})\$\$|\\\[([\s\S]{1,2000}?)\\\]|\\\(([\s\S]{1,1000}?)\\\)|(?<![\\$])\$((?:[^$\\\n]|\\[^\n]){1,800})\$|(\\boxed\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\}){1,300}\})|(\\begin\{(align|gather|equation|cases|array|pmatrix|bmatrix)(\*?)\}[\s\S]{1,2000}?\\end\{\7\8\})/g

/**
 * A problem or completion as HTML: formulas as MathML, which browsers draw without scripts or fonts of ours; line breaks kept; everything else
 * escaped. What cannot be read as a formula stands as it was written. Texts beyond 1,800 characters are cut, with a note.
 *
 * @param passage  marked where it first occurs
 */
export function renderText(source: string, passage?: string): Markup {
  // The source of a drawing tells a reader nothing.
  const text = source.replaceAll(/\[asy\][\s\S]*?(?:\[\/asy\]|$)/g, '[drawing]')
  const cut = text.length > longest
  const shown = cut ? text.slice(0, longest) : text
  const marked = passage === undefined || passage.trim() === '' ? -1 : shown.indexOf(passage)
  const range = { from: marked, to: marked < 0 ? -1 : marked + (passage?.length ?? 0) }
  const parts: Markup[] = []
  let past = 0
  for (const match of shown.matchAll(mathsPattern)) {
    if (match[4] !== undefined && !isFormula(match[4])) continue
    parts.push(plain(shown, { from: past, to: match.index }, range))
    const end = match.index + match[0].length
    const formula = renderFormula(match)
    parts.push(
      range.from < end && range.to > match.index && marked >= 0 ? markup`<mark>${formula}</mark>` : formula,
    )
    past = end
  }
  parts.push(plain(shown, { from: past, to: shown.length }, range))
  const note = cut
    ? markup`<span class="cut"> … cut after ${longest} of ${text.length} characters</span>`
    : undefined
  return markup`<div class="text">${parts}${note}</div>`
}

/** `$5 for 3 pens and $` between two prices is no formula. */
function isFormula(content: string): boolean {
  if (/^\s*[\d.,]+ [a-z]{2}/i.test(content) && !/[\\^_=]/.test(content)) return false
  return !/(?:[a-z]{3,}[ ,.]+){3}/i.test(content.replaceAll(/\\(?:text|mbox|textrm|mathrm)\{[^{}]*\}/g, ''))
}

interface Range {
  readonly from: number
  readonly to: number
}

function plain(text: string, { from, to }: Range, mark: Range): Markup {
  const [start, end] = [Math.max(from, mark.from), Math.min(to, mark.to)]
  if (mark.from < 0 || start >= end) return markup`${text.slice(from, to)}`
  return markup`${text.slice(from, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end, to)}`
}

function renderFormula(match: RegExpExecArray): Markup {
  const [whole, double, bracket, parenthesis, dollar, boxed, environment] = match
  const display = double ?? bracket ?? environment
  const content = display ?? parenthesis ?? dollar ?? boxed ?? ''
  try {
    return trusted(
      katex.renderToString(content, {
        output: 'mathml',
        displayMode: display !== undefined,
        throwOnError: true,
        strict: 'ignore',
        trust: false,
        maxExpand: 200,
        maxSize: 20,
      }),
    )
  } catch {
    return markup`<code>${whole}</code>`
  }
}
