import type { JSX } from 'preact'
import { MathsText } from '../components/maths-text.tsx'

/** A solution, a line of the text a line of the page, without the calculator's notes (`<<3+4=7>>`) that stand in it for machines. */
export function SolutionText({ text }: { text: string }): JSX.Element {
  return (
    <div class="solution">
      {text
        .replaceAll(/<<[^<>\n]*>>/g, '')
        .split('\n')
        .map((line, index) =>
          line.trim() === '' ? null : (
            <p key={`${index}:${line}`}>
              <MathsText text={line} />
            </p>
          ),
        )}
    </div>
  )
}
