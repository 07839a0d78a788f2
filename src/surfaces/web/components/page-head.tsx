import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { focusTitle } from '../router/title-focus.ts'

/** The one `h1` of a view, with what it is about and what can be done with it. */
export function PageHead({
  title,
  note,
  children,
}: {
  title: ComponentChildren
  note?: ComponentChildren
  children?: ComponentChildren
}): JSX.Element {
  return (
    <div class="page-head">
      <div>
        <Title>{title}</Title>
        {note !== undefined && <p class="note">{note}</p>}
      </div>
      {children}
    </div>
  )
}

/** The `h1` alone, for a view that lays out its head itself; it takes the focus when the view is opened. */
export function Title({ children }: { children: ComponentChildren }): JSX.Element {
  const place = useRef<HTMLHeadingElement>(null)
  // At once: a moment later it would take the focus from a field that the reader has gone to.
  useLayoutEffect(() => focusTitle(place.current), [])
  return (
    <h1 ref={place} tabIndex={-1}>
      {children}
    </h1>
  )
}
