import type { JSX } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { GraphNode, GraphView } from '../../api/contract/graph.ts'
import { formatAmount, formatCount } from '../format-figures.ts'
import { type Colouring, colourOf } from '../graph/graph-colours.ts'
import { Swatch } from '../graph/legend.tsx'
import { theme } from '../shell/theme.ts'

const atFirst = 40

/** The concepts of a picture: those joined to the one in the middle by weight, else by frequency. */
export function ConceptList({
  view,
  middle,
  selected,
  colouring,
  onPick,
}: {
  view: GraphView
  middle: string
  selected: string
  colouring: Colouring
  onPick: (id: string) => void
}): JSX.Element {
  const [isWhole, setWhole] = useState(false)
  const rows = useMemo(() => rank(view, middle), [view, middle])
  const shown = isWhole ? rows : rows.slice(0, atFirst)
  return (
    <>
      <ul class="concept-list">
        {shown.map(({ node, weight }) => (
          <li key={node.id}>
            <button
              type="button"
              aria-pressed={node.id === selected}
              onClick={() => onPick(node.id === selected ? '' : node.id)}
            >
              <Swatch colour={colourOf(node, colouring, theme.value)} />
              <span>
                {node.name}
                {node.kind === 'topic' && <span class="note"> topic</span>}
              </span>
              <span class="note number">
                {weight === undefined
                  ? formatAmount(node.count, 'seed')
                  : weight === 0
                    ? '·'
                    : `${formatCount(weight)} shared`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < rows.length && (
        <button type="button" class="button" onClick={() => setWhole(true)}>
          Show all {formatCount(rows.length)}
        </button>
      )}
    </>
  )
}

interface Ranked {
  readonly node: GraphNode
  /** Seeds shared with the concept in the middle; undefined for itself and where there is none. */
  readonly weight: number | undefined
}

function rank({ nodes, edges }: GraphView, middle: string): readonly Ranked[] {
  const shared = new Map<string, number>()
  for (const { a, b, count } of edges) {
    if (a === middle) shared.set(b, count)
    else if (b === middle) shared.set(a, count)
  }
  const hasMiddle = nodes.some(({ id }) => id === middle)
  return nodes
    .map((node) => ({
      node,
      weight: hasMiddle && node.id !== middle ? (shared.get(node.id) ?? 0) : undefined,
    }))
    .toSorted(
      (left, right) =>
        Number(right.node.id === middle) - Number(left.node.id === middle) ||
        (right.weight ?? 0) - (left.weight ?? 0) ||
        right.node.count - left.node.count ||
        (left.node.name < right.node.name ? -1 : 1),
    )
}
