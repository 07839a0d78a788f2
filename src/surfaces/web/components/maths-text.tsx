import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { type MathsPart, splitMaths } from './split-maths.ts'

/** Text with LaTeX between dollar signs or `\( \)`, typeset once the fonts have come; until then as it was written. */
export function MathsText({ text }: { text: string }): JSX.Element {
  return (
    <span class="maths">
      {splitMaths(text).map((part, index) =>
        part.kind === 'text' ? part.text : <Formula key={`${index}:${part.text}`} part={part} />,
      )}
    </span>
  )
}

function Formula({ part }: { part: MathsPart }): JSX.Element {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    let isWanted = true
    void import('./typeset.ts').then(({ typeset }) => {
      if (isWanted && place.current !== null) typeset(part, place.current)
    })
    return () => {
      isWanted = false
    }
  }, [part.text, part.kind])
  return <span ref={place}>{part.text}</span>
}
