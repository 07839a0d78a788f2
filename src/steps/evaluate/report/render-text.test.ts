import { describe, expect, it } from 'vitest'
import { renderText } from './render-text.ts'

describe('renderText', () => {
  it('draws formulas as MathML and escapes the rest', () => {
    const { html } = renderText(String.raw`Find $\frac{1}{2}x^2$ & <b>more</b>, then \(y\) and \boxed{3}.`)
    expect(html.match(/<math /g)).toHaveLength(3)
    expect(html).toContain('<mfrac>')
    expect(html).toContain('&amp; &lt;b&gt;more&lt;/b&gt;')
    expect(html).not.toContain('<b>')
  })

  it('leaves amounts of money and what is no formula as they are', () => {
    expect(renderText('It costs $5 for 3 pens and $7 for 4 pens.').html).not.toContain('<math')
    expect(renderText(String.raw`An open $\frac{1}{ here`).html).toContain(String.raw`$\frac{1}{ here`)
    expect(renderText(String.raw`Bad $\frac{1$ here`).html).toContain(String.raw`<code>$\frac{1$</code>`)
  })

  it('lets no formula open an address or run a script', () => {
    const { html } = renderText(
      String.raw`$\href{javascript:alert(1)}{x}$ $\includegraphics{http://a.example/b.png}$ $\htmlClass{a}{b}$ <script>alert(1)</script> <img src=x onerror=alert(1)>`,
    )
    expect(html).not.toMatch(/<(?:a|img|script)\b|<[^>]*(?:href|src|onerror)=/)
  })

  it('is bounded where macros multiply', () => {
    const bomb = String.raw`$\def\a{xx}\def\b{\a\a\a\a}\def\c{\b\b\b\b}\def\d{\c\c\c\c}\def\e{\d\d\d\d}\e\e\e\e$`
    expect(renderText(bomb).html.length).toBeLessThan(5_000)
  })

  it('leaves the source of drawings out', () => {
    expect(renderText('Look: [asy] draw((0,0)--(1,1)); [/asy] What is it?').html).toContain(
      'Look: [drawing] What is it?',
    )
  })

  it('marks a passage, in text and across a formula, and cuts what is long', () => {
    expect(renderText('so 12 * 7 = 74 pens', '12 * 7 = 74').html).toContain(
      'so <mark>12 * 7 = 74</mark> pens',
    )
    expect(renderText('so $12 = 74$ pens', '12 = 74').html).toMatch(/so <mark><span class="katex">/)
    expect(renderText('x '.repeat(5000)).html).toContain('cut after 1800 of 10000 characters')
  })
})
