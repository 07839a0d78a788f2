import { renderToString } from 'katex'
import 'katex/dist/katex.min.css'
import type { MathsPart } from './split-maths.ts'

/**
 * Typesets a formula into an element, with MathML for screen readers. The text may come from a model: no links, bounded macros,
 * everything escaped; what cannot be read stays as it was. Styles are set one by one, so a strict content security policy holds.
 */
export function typeset(part: MathsPart, element: HTMLElement): void {
  const markup = renderToString(part.text, {
    displayMode: part.kind === 'display',
    output: 'htmlAndMathml',
    throwOnError: false,
    errorColor: 'currentColor',
    strict: 'ignore',
    trust: false,
    maxExpand: 200,
    maxSize: 20,
  })
  // The policy refuses style attributes, which an arrow over a letter has, and mistakes. In texts the quotation mark is escaped.
  element.innerHTML = markup.replaceAll(' style="', ' data-style="')
  for (const styled of element.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset['style'] ?? ''
    delete styled.dataset['style']
  }
}
