import type { JSX } from 'preact'
import { MathsText } from '../components/maths-text.tsx'

/** A solution, a line of the text a line of the page. */
export function SolutionText({ text }: { text: string }): JSX.Element {
  return (
    <div class="solution">
      {text.split('\n').map((line, index) =>
        line.trim() === '' ? null : (
          <p key={`${index}:${line}`}>
            <MathsText text={line} />
          </p>
        ),
      )}
    </div>
  )
}
