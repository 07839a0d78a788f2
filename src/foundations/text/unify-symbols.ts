import { normaliseText } from './normalise.ts'

// oxlint-disable-next-line no-control-regex
const beyondAscii = /[^\0-\x7f]/
const raised = /[\u00b2\u00b3\u00b9\u2070-\u207f]+/g
const lowered = /[\u2080-\u208e]+/g
const vulgarFraction = /[\u00bc-\u00be\u2150-\u215e]/g

/** Unicode signs as the LaTeX command that says the same. */
const commandOf: ReadonlyMap<string, string> = new Map(
  `× times|⋅ cdot|· cdot|∙ cdot|∗ cdot|÷ div|≤ le|≦ le|⩽ le|≥ ge|≧ ge|⩾ ge|≠ ne|≈ approx|≡ equiv|± pm|∓ mp|√ sqrt|∞ infty|∑ sum|∏ prod|∫ int|∠ angle|△ triangle|∆ triangle|⊥ perp|∥ parallel|∈ in|∉ notin|∪ cup|∩ cap|⊂ subset|⊆ subseteq|∅ emptyset|→ to|⇒ implies|∘ circ|° degree|º degree|α alpha|β beta|γ gamma|δ delta|ε epsilon|ζ zeta|η eta|θ theta|κ kappa|λ lambda|μ mu|ν nu|ξ xi|π pi|ρ rho|σ sigma|τ tau|φ phi|ϕ phi|χ chi|ψ psi|ω omega|Γ Gamma|Δ Delta|Θ Theta|Λ Lambda|Π Pi|Σ Sigma|Φ Phi|Ψ Psi|Ω Omega|⁄ div`
    .split('|')
    .map((entry) => entry.split(' ') as [string, string]),
)
const namedSign = new RegExp(`[${[...commandOf.keys()].join('')}]`, 'g')

/**
 * Text in which signs of Unicode stand as plain ASCII or as the LaTeX command for them: `x² ≤ ½π` → `x^{2} \le  \frac{1}{2}\pi `.
 * NFKC otherwise; letters beyond ASCII stay. Plain ASCII comes back as it is.
 */
export function unifySymbols(text: string): string {
  if (!beyondAscii.test(text)) return text
  return normaliseText(
    text
      .replaceAll(raised, (digits) => `^{${digits.normalize('NFKC')}}`)
      .replaceAll(lowered, (digits) => `_{${digits.normalize('NFKC')}}`)
      .replaceAll(vulgarFraction, (sign) => {
        const [top = '', bottom = ''] = sign.normalize('NFKC').split('\u2044')
        return `\\frac{${top}}{${bottom}}`
      }),
  ).replaceAll(namedSign, (sign) => `\\${commandOf.get(sign) ?? ''} `)
}
