import type * as Plot from '@observablehq/plot'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { theme } from '../shell/theme.ts'
import './plot-figure.css'

/** What the marks of a picture are made with; the library comes when the first picture does. */
export type PlotLibrary = typeof Plot

/** Colours of the page, resolved, because a picture takes no variables in its scales. */
export interface PlotColours {
  readonly ink: string
  readonly soft: string
  readonly accent: string
  readonly wash: string
  readonly warning: string
  readonly paper: string
}

/**
 * A picture of figures that fills its column and follows it. `label` says in a sentence what it shows; the figures themselves stand
 * beside it as text or as a table in `children`.
 */
export function PlotFigure({
  label,
  height = 260,
  options,
  changes,
  children,
}: {
  label: string
  height?: number
  options: (
    plot: PlotLibrary,
    colours: PlotColours,
  ) => Plot.PlotOptions & { readonly marks: readonly Plot.Markish[] }
  /** Everything the picture depends on. */
  changes: string
  children?: ComponentChildren
}): JSX.Element {
  const place = useRef<HTMLDivElement>(null)
  const { value: colouring } = theme
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    let isWanted = true
    let observer: ResizeObserver | undefined
    void import('@observablehq/plot').then((plot) => {
      if (!isWanted) return
      const draw = (): void => {
        const width = Math.max(220, Math.floor(element.clientWidth))
        const picture = plot.plot({
          width,
          height,
          marginLeft: 48,
          marginBottom: 42,
          ariaLabel: label,
          ...options(plot, readColours()),
        })
        // Its own style element is against the content security policy; `plot-figure.css` has the rules instead.
        for (const style of picture.querySelectorAll('style')) style.remove()
        // Groups may carry no name; what the whole shows is said once.
        for (const part of picture.querySelectorAll('g[aria-label]')) part.removeAttribute('aria-label')
        picture.setAttribute('role', 'img')
        element.replaceChildren(picture)
      }
      observer = new ResizeObserver(draw)
      observer.observe(element)
    })
    return () => {
      isWanted = false
      observer?.disconnect()
    }
  }, [changes, colouring, height])
  return (
    <figure class="plot-figure">
      <div ref={place} class="plot-place" style={{ minHeight: `${height}px` }} />
      {children !== undefined && <figcaption class="note">{children}</figcaption>}
    </figure>
  )
}

function readColours(): PlotColours {
  const probe = document.createElement('i')
  document.body.append(probe)
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const colours = {
    ink: read('ink'),
    soft: read('ink-soft'),
    accent: read('accent'),
    wash: read('accent-wash'),
    warning: read('warning'),
    paper: read('raised'),
  }
  probe.remove()
  return colours
}
