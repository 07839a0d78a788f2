import type { JSX } from 'preact'
import type { TracedStep } from '../../api/contract/walks.ts'
import { formatShare } from '../format-figures.ts'

const phases: Readonly<Record<TracedStep['phase'], string>> = {
  start: 'start',
  topic: 'topic',
  bridge: 'bridge',
  'knowledge-point': 'point',
}

/** The way, step by step; the one that is looked at is marked. */
export function WalkSteps({
  steps,
  at,
  onPick,
}: {
  steps: readonly TracedStep[]
  at: number
  onPick: (step: number) => void
}): JSX.Element {
  return (
    <ol class="walk-steps" aria-label="Steps of the walk">
      {steps.map(({ conceptId, name, phase, probability }, index) => (
        <li key={`${index}:${conceptId}`} class={index > at ? 'is-ahead' : ''}>
          <button
            type="button"
            aria-current={index === at ? 'step' : undefined}
            onClick={() => onPick(index)}
          >
            <span class="walk-step-name">{name}</span>
            <span class="note">
              {phases[phase]}
              {index > 0 && ` · ${formatShare(probability)}`}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
