import { renderToString } from 'katex'
import 'katex/dist/katex.min.css'
import type { MathsPart } from './split-maths.ts'

/**
 * Typesets a formula into an element, with MathML for screen readers. The text may come from a model: no links, bounded macros; what
 * cannot be read stands as it was written. KaTeX writes style attributes, which a strict content security policy refuses: they come
 * under another name and are set one by one. Its texts are escaped, quotes too, so nothing else can look like one.
 */
export function typeset(part: MathsPart, element: HTMLElement): void {
  element.innerHTML = htmlOf(part).replaceAll(' style="', ' data-style="')
  for (const styled of element.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset['style'] ?? ''
    delete styled.dataset['style']
  }
}

function htmlOf(part: MathsPart): string {
  return renderToString(part.text, {
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
