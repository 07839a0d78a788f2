import './graph-canvas.css'
import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { GraphView } from '../../api/contract/graph.ts'
import { theme } from '../shell/theme.ts'
import type { Drawing, DrawingEvents } from './draw-graph.ts'
import type { Emphasis } from './emphasis.ts'
import type { Colouring } from './graph-colours.ts'

/**
 * A picture of a part of the graph. It says nothing to those who cannot see it: a list of the same concepts must stand beside it.
 * `children` lie over it.
 */
export function GraphCanvas({
  view,
  label,
  colouring,
  emphasis,
  frame,
  events,
  children,
}: {
  view: GraphView | undefined
  label: string
  colouring: Colouring
  emphasis?: Emphasis | undefined
  /** What the picture is laid out around; without it all of it is in sight. */
  frame?: readonly string[]
  events: DrawingEvents
  children?: ComponentChildren
}): JSX.Element {
  const place = useRef<HTMLDivElement>(null)
  const drawing = useRef<Drawing>(undefined)
  const shown = useRef<GraphView>(undefined)
  const shownLayout = useRef<string>(undefined)
  const latestEvents = useRef(events)
  latestEvents.current = events
  const [state, setState] = useState<'opening' | 'open' | 'impossible'>('opening')

  useEffect(() => {
    let isWanted = true
    const resized = new ResizeObserver(() => drawing.current?.resize())
    void import('./draw-graph.ts').then(({ openDrawing }) => {
      if (!isWanted || place.current === null) return
      try {
        drawing.current = openDrawing(place.current, {
          onPick: (id) => latestEvents.current.onPick(id),
          onOpen: (id) => latestEvents.current.onOpen(id),
          onHover: (id) => latestEvents.current.onHover(id),
        })
        resized.observe(place.current)
        setState('open')
      } catch {
        setState('impossible')
      }
    })
    return () => {
      isWanted = false
      resized.disconnect()
      drawing.current?.close()
      drawing.current = undefined
    }
  }, [])

  const look = { colouring, theme: theme.value, emphasis }
  useEffect(() => {
    if (drawing.current === undefined || view === undefined) return
    if (shown.current === view) drawing.current.restyle(look)
    else {
      const layout = JSON.stringify([view.nodes.map(({ id }) => id), frame])
      drawing.current.show(view, look, frame)
      // The same concepts under other names stay where the reader looks at them.
      if (shown.current !== undefined && layout !== shownLayout.current) drawing.current.fit()
      shown.current = view
      shownLayout.current = layout
      performance.mark('graph-shown')
    }
  }, [state, view, colouring, emphasis, theme.value])

  return (
    <div class="graph-canvas">
      <div class="graph-canvas-frame">
        <div
          class="graph-canvas-stage"
          ref={place}
          role="img"
          aria-label={label}
          data-shown={view?.nodes.length}
        />
        {state === 'impossible' && (
          <p class="graph-canvas-note">This browser draws no WebGL. The list holds the same concepts.</p>
        )}
        <div class="graph-canvas-tools" role="group" aria-label="Picture">
          <button
            type="button"
            class="button is-icon"
            aria-label="Larger"
            onClick={() => drawing.current?.magnify(1.4)}
          >
            +
          </button>
          <button
            type="button"
            class="button is-icon"
            aria-label="Smaller"
            onClick={() => drawing.current?.magnify(1 / 1.4)}
          >
            −
          </button>
          <button type="button" class="button" onClick={() => drawing.current?.fit()}>
            Fit
          </button>
        </div>
      </div>
      {children}
    </div>
  )
}
