import type { JSX } from 'preact'
import type { BalanceView } from '../../api/contract/runs.ts'
import { PlotFigure } from '../components/plot-figure.tsx'
import { formatShare } from '../format-figures.ts'

/** The share of uses that the less used part of the knowledge points has. */
export function LorenzPlot({ balance }: { balance: BalanceView }): JSX.Element {
  const { lorenz } = balance
  const half = lorenz.find(({ concepts }) => concepts >= 0.5)
  return (
    <PlotFigure
      label="Lorenz curve of uses over knowledge points"
      changes={`${balance.run}:${balance.rows}`}
      options={(plot, { accent, wash, soft }) => ({
        x: { label: 'share of knowledge points', tickFormat: '%', domain: [0, 1] },
        y: { label: 'share of uses', tickFormat: '%', domain: [0, 1], grid: true },
        style: { color: soft, background: 'transparent' },
        marks: [
          plot.line(
            [
              { concepts: 0, uses: 0 },
              { concepts: 1, uses: 1 },
            ],
            { x: 'concepts', y: 'uses', stroke: soft, strokeDasharray: '2 4' },
          ),
          plot.areaY(lorenz, { x: 'concepts', y2: 'uses', y1: 0, fill: wash }),
          plot.line(lorenz, { x: 'concepts', y: 'uses', stroke: accent, strokeWidth: 2 }),
        ],
      })}
    >
      {half !== undefined && (
        <>The less used half has {formatShare(half.uses)} of the uses. Dotted: all alike.</>
      )}
    </PlotFigure>
  )
}
