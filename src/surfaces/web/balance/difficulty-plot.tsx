import type { JSX } from 'preact'
import type { BalanceView } from '../../api/contract/runs.ts'
import { PlotFigure } from '../components/plot-figure.tsx'
import { formatCount } from '../format-figures.ts'

/** Rows by difficulty. */
export function DifficultyPlot({ balance }: { balance: BalanceView }): JSX.Element {
  const { difficulty } = balance
  return (
    <PlotFigure
      label="Rows by structural difficulty"
      changes={`${balance.run}:${balance.rows}`}
      options={(plot, { accent, soft, ink }) => ({
        x: { label: 'difficulty', type: 'band' },
        y: { label: 'rows', grid: true, nice: true },
        style: { color: soft, background: 'transparent' },
        marks: [
          plot.barY(difficulty, { x: 'level', y: 'rows', fill: accent, inset: 1 }),
          plot.text(difficulty, {
            x: 'level',
            y: 'rows',
            text: ({ rows }: { readonly rows: number }) => formatCount(rows),
            dy: -8,
            fill: ink,
          }),
          plot.ruleY([0], { stroke: soft }),
        ],
      })}
    >
      1 is easiest. The scale is structural: steps, operations and the numbers at work.
    </PlotFigure>
  )
}
