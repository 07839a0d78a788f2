import { render } from 'katex'
import 'katex/dist/katex.min.css'
import type { MathsPart } from './split-maths.ts'

/**
 * Typesets a formula into an element, with MathML for screen readers. It builds elements and sets their styles one by one, so a strict
 * content security policy holds. The text may come from a model: no links, bounded macros; what cannot be read stays as it was.
 */
export function typeset(part: MathsPart, element: HTMLElement): void {
  render(part.text, element, {
    displayMode: part.kind === 'display',
    output: 'htmlAndMathml',
    throwOnError: false,
    errorColor: 'currentColor',
    strict: 'ignore',
    trust: false,
    maxExpand: 200,
    maxSize: 20,
  })
}
