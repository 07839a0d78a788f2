import type { ComponentChildren, JSX } from 'preact'
import { useId, useState } from 'preact/hooks'

/** A short explanation on hover and on focus; Escape puts it away. Give the ids to the control inside. */
export function Tooltip({
  text,
  children,
}: {
  text: string
  children: (ids: { 'aria-describedby': string }) => ComponentChildren
}): JSX.Element {
  const id = useId()
  const [isShown, setShown] = useState(false)
  return (
    <span
      class="tooltip"
      onMouseEnter={() => setShown(true)}
      onMouseLeave={() => setShown(false)}
      onFocusIn={() => setShown(true)}
      onFocusOut={() => setShown(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setShown(false)
      }}
    >
      {children({ 'aria-describedby': id })}
      <span role="tooltip" id={id} hidden={!isShown}>
        {text}
      </span>
    </span>
  )
}
