import type { ComponentChildren, JSX } from 'preact'

/** Settings that stand open beside a view, and are folded away above it on narrow screens. */
export function Folded({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <details class="folded" open={!matchMedia('(max-width: 60rem)').matches}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}
