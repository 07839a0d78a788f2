import type { JSX } from 'preact'
import { useMemo } from 'preact/hooks'
import { useWatchedRun } from '../client/watch-run.ts'
import { MathsText } from '../components/maths-text.tsx'
import { Loading } from '../components/states.tsx'
import { formatAmount, formatCount, shortId } from '../format-figures.ts'
import { hrefTo } from '../router/place.ts'
import { ActivityTag } from '../runs/activity-tag.tsx'

/** A run that was started from here, its pairs as they come. */
export function GeneratingRun({ id }: { id: string }): JSX.Element {
  const { run, pairs, isCut } = useWatchedRun(useMemo(() => ({ id }), [id]))
  return (
    <>
      <div class="button-row">
        <a href={hrefTo(`/runs/${id}`)}>Run {shortId(id)}</a>
        {run !== undefined && <ActivityTag activity={run.activity} />}
        {run !== undefined && (
          <span>
            {formatCount(run.stored)} of {formatAmount(run.requested, 'pair')}
          </span>
        )}
        {isCut && <span class="tag is-warning">the service does not answer; trying again</span>}
      </div>
      {run?.problem !== undefined && <p class="state is-failed">{run.problem}</p>}
      {pairs.length === 0 ? (
        <Loading label="Waiting for the first pairs" />
      ) : (
        <ol class="generated">
          {pairs.map(({ id: pair, question, rung }) => (
            <li key={pair} class="stack">
              <p class="question">
                <MathsText text={question} />
              </p>
              <p class="note">
                <a href={hrefTo(`/pairs/${pair}`)}>Open the pair</a>, rung {rung}
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
