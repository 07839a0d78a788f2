import type { JSX } from 'preact'
import type { BalanceView } from '../../api/contract/runs.ts'
import { PlotFigure } from '../components/plot-figure.tsx'
import { formatCount } from '../format-figures.ts'
import { strongestTopics } from './strongest-topics.ts'

const topicsShown = 12

/** Which topics are needed together, as a map of the most used ones. */
export function TopicMap({ balance }: { balance: BalanceView }): JSX.Element {
  const topics = strongestTopics(balance.topicPairs, topicsShown)
  const shown = new Set(topics)
  const cells = balance.topicPairs
    .filter(({ a, b }) => shown.has(a) && shown.has(b))
    .flatMap(({ a, b, rows }) =>
      a === b
        ? [{ a, b, rows }]
        : [
            { a, b, rows },
            { a: b, b: a, rows },
          ],
    )
  const [strongest] = balance.topicPairs.filter(({ a, b }) => a !== b).toSorted((a, b) => b.rows - a.rows)
  const isEmpty = cells.length === 0
  return isEmpty ? (
    <p class="soft">No row needs points of two topics.</p>
  ) : (
    <PlotFigure
      label="Rows that need knowledge points of two topics"
      changes={`${balance.run}:${balance.rows}`}
      height={Math.max(200, topics.length * 24 + 110)}
      options={(plot, { accent, wash, soft }) => ({
        marginLeft: 118,
        marginBottom: 96,
        x: { label: null, domain: topics, tickRotate: -40, tickFormat: clipped },
        y: { label: null, domain: topics, tickFormat: clipped },
        color: { type: 'sqrt', range: [wash, accent], interpolate: 'rgb' },
        style: { color: soft, background: 'transparent' },
        marks: [plot.cell(cells, { x: 'a', y: 'b', fill: 'rows', inset: 0.5 })],
      })}
    >
      {strongest !== undefined && (
        <>
          Most often together: {strongest.a} and {strongest.b}, {formatCount(strongest.rows)} rows.
          {balance.topicPairs.length > cells.length && ` The ${topics.length} most used topics are shown.`}
        </>
      )}
    </PlotFigure>
  )
}

function clipped(name: string): string {
  return name.length > 17 ? `${name.slice(0, 16)}…` : name
}
