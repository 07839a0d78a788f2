import type { JSX } from 'preact'
import type { BalanceView } from '../../api/contract/runs.ts'
import { PlotFigure } from '../components/plot-figure.tsx'
import { formatCount } from '../format-figures.ts'

/** Knowledge points from the most to the least used, with what an even share would be. */
export function UsagePlot({ balance }: { balance: BalanceView }): JSX.Element {
  const points = balance.concepts.map(({ name, used, target }, place) => ({ name, used, target, place }))
  const first = points[0]
  return (
    <PlotFigure
      label="Uses of each knowledge point, most used first, against its target"
      changes={`${balance.run}:${balance.rows}`}
      options={(plot, { accent, wash, warning, soft }) => ({
        x: { label: 'knowledge points, most used first', domain: [0, points.length] },
        y: { label: 'rows', grid: true, nice: true },
        style: { color: soft, background: 'transparent' },
        marks: [
          plot.areaY(points, { x: 'place', y: 'used', fill: wash, curve: 'step-after' }),
          plot.lineY(points, {
            x: 'place',
            y: 'used',
            stroke: accent,
            strokeWidth: 1.5,
            curve: 'step-after',
          }),
          plot.lineY(points, {
            x: 'place',
            y: 'target',
            stroke: warning,
            strokeWidth: 1.5,
            strokeDasharray: '5 3',
            curve: 'step-after',
          }),
          plot.ruleY([0], { stroke: soft }),
        ],
      })}
    >
      {first !== undefined && (
        <>
          Most used: {first.name}, {formatCount(first.used)} rows. Dashed: the target of each.
        </>
      )}
    </PlotFigure>
  )
}
