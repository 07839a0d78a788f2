/** Superscripts and subscripts, each with what it stands for. */
const raised = new Map(
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿˣ'.split('').map((sign, place) => [sign, '0123456789+-()nx'.charAt(place)]),
)
const lowered = new Map(
  '₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙ'.split('').map((sign, place) => [sign, '0123456789+-()n'.charAt(place)]),
)

/** Signs, and what each of them stands for. */
const signs: ReadonlyMap<string, string> = new Map(
  [
    ['−–—‐‑﹣', '-'],
    ['×', '\\times '],
    ['·⋅∙•', '\\cdot '],
    ['∗', '*'],
    ['÷', '\\div '],
    ['∕⁄', '/'],
    ['√', '\\radic '],
    ['∛', '\\cuberoot '],
    ['π', '\\pi '],
    ['∞', '\\infty '],
    ['≤≦⩽', '\\leq '],
    ['≥≧⩾', '\\geq '],
    ['≠', '\\neq '],
    ['≈≃', '\\approx '],
    ['≅', '\\cong '],
    ['∪', '\\cup '],
    ['∩', '\\cap '],
    ['∈', '\\in '],
    ['±', '\\pm '],
    ['∓', '\\mp '],
    ['°', '^\\circ '],
    ['′’‘', "'"],
    ['“”', '"'],
    ['∅', '\\emptyset '],
    ['ℝ', '\\mathbb{R}'],
    ['ℤ', '\\mathbb{Z}'],
    ['ℕ', '\\mathbb{N}'],
    ['ℚ', '\\mathbb{Q}'],
    ['ℂ', '\\mathbb{C}'],
    ['∖', '\\setminus '],
    ['∣', '\\mid '],
    ['∧', ' and '],
    ['∨', ' or '],
    ['⟨', '\\langle '],
    ['⟩', '\\rangle '],
    ['⌊', '\\lfloor '],
    ['⌋', '\\rfloor '],
    ['⌈', '\\lceil '],
    ['⌉', '\\rceil '],
    ['∠', '\\angle '],
    ['△', '\\triangle '],
    ['…', '\\ldots '],
    ['⋯', '\\cdots '],
    ['½', '\\frac{1}{2}'],
    ['⅓', '\\frac{1}{3}'],
    ['⅔', '\\frac{2}{3}'],
    ['¼', '\\frac{1}{4}'],
    ['¾', '\\frac{3}{4}'],
    ['⅕', '\\frac{1}{5}'],
    ['⅖', '\\frac{2}{5}'],
    ['⅗', '\\frac{3}{5}'],
    ['⅘', '\\frac{4}{5}'],
    ['⅙', '\\frac{1}{6}'],
    ['⅚', '\\frac{5}{6}'],
    ['⅛', '\\frac{1}{8}'],
    ['⅜', '\\frac{3}{8}'],
    ['⅝', '\\frac{5}{8}'],
    ['⅞', '\\frac{7}{8}'],
    ['⅐', '\\frac{1}{7}'],
    ['⅑', '\\frac{1}{9}'],
    ['⅒', '\\frac{1}{10}'],
    ['、，', ', '],
    ['；', '; '],
    ['。', '. '],
    ['：', ':'],
    ['α', '\\alpha '],
    ['β', '\\beta '],
    ['γ', '\\gamma '],
    ['δ', '\\delta '],
    ['ε', '\\epsilon '],
    ['θ', '\\theta '],
    ['λ', '\\lambda '],
    ['μ', '\\mu '],
    ['ρ', '\\rho '],
    ['σ', '\\sigma '],
    ['τ', '\\tau '],
    ['φ', '\\phi '],
    ['ω', '\\omega '],
    ['Δ', '\\Delta '],
    ['Ω', '\\Omega '],
    ['€', '\\euro '],
    ['£', '\\pound '],
    ['¥￥', '\\yen '],
    ['\u00a0\u2009\u200a\u202f\u2003\u3000', ' '],
  ].flatMap(([written = '', meaning = '']) =>
    written.split('').map((sign): [string, string] => [sign, meaning]),
  ),
)

const beyondAscii = /[^\n\r\t\x20-\x7e]/

/**
 * Answer text with one notation: signs of Unicode as LaTeX (`√2` → `\radic 2`, `x²` → `x^{2}`), full-width forms as plain ones, control and
 * invisible characters dropped. Linear; text of ASCII alone is given back as it is.
 */
export function tidyNotation(text: string): string {
  if (!beyondAscii.test(text)) return text
  let tidy = ''
  let open: ReadonlyMap<string, string> | undefined
  for (const sign of text) {
    const script = raised.has(sign) ? raised : lowered.has(sign) ? lowered : undefined
    if (script !== open) {
      if (open !== undefined) tidy += '}'
      if (script !== undefined) tidy += script === raised ? '^{' : '_{'
      open = script
    }
    tidy += script?.get(sign) ?? signs.get(sign) ?? plainForm(sign)
  }
  return open === undefined ? tidy : `${tidy}}`
}

function plainForm(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x7f) return code < 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d ? '' : sign
  if (
    code < 0xa0 ||
    (code >= 0x200b && code <= 0x200f) ||
    code === 0x2060 ||
    code === 0xfeff ||
    code === 0xad
  )
    return ''
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd'
  const plain = sign.normalize('NFKC')
  return signs.get(plain) ?? plain
}
