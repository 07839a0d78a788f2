/** The sides of `a = b = c`, trimmed; `plain` where it stood in running text and not in LaTeX. */
export interface EquationChain {
  readonly sides: readonly string[]
  readonly plain: boolean
}

/** Text looked at; the rest is left out. */
const maximumText = 20_000

const displayPattern =
  /\$\$([^$]{1,4000})\$\$|(?<!\\)\$((?:[^$\\]|\\.){1,2000})\$(?!\d)|\\\[((?:[^\\]|\\[^[\]])+)\\\]|\\\(((?:[^\\]|\\[^()])+)\\\)|\\begin\{(align|gather|equation|eqnarray|multline)(\*?)\}([\s\S]{1,4000}?)\\end\{\5\6\}/g

/** Where a chain ends: relations other than `=`, sentences, conclusions, text, columns. */
const breaks =
  /\\(?:neq?|leq?|geq?|lt|gt|approx|equiv|sim|simeq|cong|Rightarrow|Longrightarrow|implies|iff|Leftrightarrow|rightarrow|to|mapsto|qquad|quad|text|mbox|textrm|textbf|intertext|tag|begin|end|propto|therefore|because)(?![A-Za-z])|\\\\|[<>≤≥≠≈≡~|→⇒]|==|(?<!\\)(?:;|,(?!\d{3}(?!\d)|\\?!))|\.(?=\s|$)/g

/** Signs that change what the side means: remainders, congruences, plus-minus. */
const poison =
  /\\(?:not|pm|mp|parallel|mid|nmid|in|pmod|bmod|mod)(?![A-Za-z])|\(?mod\b|\\(?:text|mbox|textrm)\{[^{}]{0,30}(?:\bR|remainder|mod)[^{}]{0,30}\}|\\textbf|\\&|(?<!\\):/g

/** What plain arithmetic is written with. */
const plainSigns = new Set('\\$(0123456789.+-−*/×÷·^%,) x='.split(''))
const maximumSide = 400
const maximumSides = 60

/** Chains of equal expressions, in order. Linear in the text; texts beyond 20,000 units are cut, annotations `<<…>>` are passed over. */
export function equationChains(text: string): EquationChain[] {
  const bounded = text.length > maximumText ? text.slice(0, maximumText) : text
  if (!bounded.includes('=')) return []
  const chains: EquationChain[] = []
  let plain = bounded.includes('<<') ? bounded.replaceAll(/<<[^<>]{0,300}>>/g, '') : bounded
  if (/\$|\\[[(]|\\begin/.test(bounded)) {
    plain = plain.replaceAll(displayPattern, (segment: string, ...groups: (string | undefined)[]) => {
      // A pair of currency signs is not a formula.
      if (segment.startsWith('$') && isMoney(groups[1])) return segment
      const content = groups[0] ?? groups[1] ?? groups[2] ?? groups[3] ?? groups[6] ?? ''
      if (content.includes('=')) chains.push(...latexChains(content))
      return ' § '
    })
  }
  chains.push(...plainChains(plain))
  return chains
}

/** `$5 for 3 pens and $` between two prices: words, and no command. */
function isMoney(content: string | undefined): boolean {
  return content !== undefined && /^\s*[\d.,]+ [a-z]/i.test(content) && !/[\\^_]/.test(content)
}

/** Stands for what cannot be evaluated, so that the side it touches is no number. */
const unreadable = '§'

function latexChains(content: string): EquationChain[] {
  const joined = content
    // An aligned row that begins with `=` goes on with the row before; one that begins with an operator continues a side.
    .replaceAll(/\\\\(?:\[[^\]]{0,10}\])?\s*&?\s*=/g, '=')
    .replaceAll(
      /\\\\(?:\[[^\]]{0,10}\])?[\s&]*(?:[+\-*]|\\cdot|\\times|\\(?:q?quad|[,;: ]|phantom\{[^{}]{0,40}\})[\s&]*[+\-*])/g,
      unreadable,
    )
    .replaceAll(poison, unreadable)
    .replaceAll('&', ' ')
  return joined.split(breaks).flatMap((part) => chainOf(part, false))
}

function chainOf(part: string, plain: boolean): EquationChain[] {
  if (!part.includes('=')) return []
  const sides = part.split('=', maximumSides).map((side) => side.trim())
  // A first side that begins with an operator is the tail of something before it.
  if (/^(?:\+|[-−*/×]\s|[*/×÷])/.test(sides[0] ?? '')) sides[0] = ''
  return [{ sides, plain }]
}

function plainChains(text: string): EquationChain[] {
  const chains: EquationChain[] = []
  let past = 0
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', past)) {
    let begin = at
    const lowest = Math.max(past, at - maximumSide)
    while (begin > lowest && plainSigns.has(text[begin - 1] as string)) begin--
    past = at + 1
    while (past < text.length && past - at < maximumSide && plainSigns.has(text[past] as string)) past++
    const run = text.slice(begin, past)
    // A side that touches a letter or sign is a part of something longer: `2y = 5`, `= 5x`, `\\alpha = 3`.
    const cutBefore = !/^\s/.test(run) && isCut(text[begin - 1])
    const cutAfter = /\s$/.test(run) ? remainder.test(text.slice(past, past + 12)) : isCut(text[past])
    const parts = `${cutBefore ? unreadable : ''}${run}${cutAfter ? unreadable : ''}`.split(breaks)
    for (const part of parts) chains.push(...chainOf(part, true))
  }
  return chains
}

/** `17/3 = 5 and 2/3`, `17/3 = 5 remainder 2`: the right side is only the whole part. */
const remainder = /^(?:and (?:a |\(?\d+\/\d)|remainder|R\b|r\b|with)/

function isCut(neighbour: string | undefined): boolean {
  return neighbour !== undefined && /[^\s"'“”‘’;!?]/.test(neighbour)
}
