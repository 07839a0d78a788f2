import type { ComponentChildren, JSX } from 'preact'

/** The one `h1` of a view; it takes the focus when the view is opened. */
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
        <h1 id="title" tabIndex={-1}>
          {title}
        </h1>
        {note !== undefined && <p class="note">{note}</p>}
      </div>
      {children}
    </div>
  )
}
