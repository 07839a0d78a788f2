import './runs.css'
import type { JSX } from 'preact'
import type { RunView as Run } from '../../api/contract/runs.ts'
import { steerRun } from '../client/data-requests.ts'
import { problemFrom, reloadAll } from '../client/use-loaded.ts'
import { isUnderWay, type WatchedRun } from '../client/watch-run.ts'
import { BarList } from '../components/bar-list.tsx'
import { MathsText } from '../components/maths-text.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Await } from '../components/states.tsx'
import { showToast } from '../components/toasts.tsx'
import { formatAmount, formatCount, shortId } from '../format-figures.ts'
import { hrefTo } from '../router/place.ts'
import type { ViewProps } from '../routes.ts'
import { ActivityTag } from './activity-tag.tsx'
import { formatCost } from './format-cost.ts'
import { engineName } from './runs-view.tsx'
import { useLiveRun } from './use-live-run.ts'

/** One run, live while it is written. */
export function RunView({ parts }: ViewProps): JSX.Element {
  const id = parts['id'] ?? ''
  const { loaded, watched } = useLiveRun(id)
  const { run } = watched
  return (
    <>
      <PageHead title={`Run ${shortId(id)}`} note={<a href={hrefTo('/runs')}>All runs</a>}>
        {run !== undefined && <Steering run={run} />}
      </PageHead>
      <Await loaded={loaded}>
        {(held) => (
          <div class="stack is-loose">
            <Progress run={run ?? held} progress={watched.progress} isCut={watched.isCut} />
            <Figures run={run ?? held} />
            <LatestPairs pairs={watched.pairs} />
          </div>
        )}
      </Await>
    </>
  )
}

function Steering({ run: { id, activity } }: { run: Run }): JSX.Element | null {
  const steer = async (action: 'cancel' | 'resume', done: string): Promise<void> => {
    try {
      await steerRun(id, action)
      showToast(done)
      reloadAll()
    } catch (cause) {
      showToast(problemFrom(cause).detail)
    }
  }
  if (activity === 'complete')
    return (
      <div class="button-row">
        <a class="button" href={hrefTo('/balance', { run: id })}>
          Balance
        </a>
        <a class="button" href={hrefTo('/review', { run: id })}>
          Review
        </a>
        <a class="button is-primary" href={hrefTo('/datasets', { run: id })}>
          Make a dataset
        </a>
      </div>
    )
  if (activity === 'stopped')
    return (
      <button type="button" class="button is-primary" onClick={() => void steer('resume', 'It goes on')}>
        Go on
      </button>
    )
  return (
    <button
      type="button"
      class="button is-danger"
      onClick={() => void steer('cancel', 'It stops after what is in flight')}
    >
      Stop
    </button>
  )
}

function Progress({
  run,
  progress,
  isCut,
}: {
  run: Run
  progress: WatchedRun['progress']
  isCut: boolean
}): JSX.Element {
  const isMoving = isUnderWay(run)
  return (
    <div class="stack">
      <div class="button-row">
        <ActivityTag activity={run.activity} />
        <span>{engineName(run.engine)}</span>
        {isCut && <span class="tag is-warning">the service does not answer; trying again</span>}
      </div>
      {run.problem !== undefined && <p class="state is-failed">{run.problem}</p>}
      {(isMoving || run.stored < run.requested) && (
        <div class="progress">
          <label for="stored">
            {formatCount(run.stored)} of {formatAmount(run.requested, 'pair')} stored
          </label>
          <progress id="stored" value={run.stored} max={Math.max(run.requested, 1)} />
          {isMoving && progress !== undefined && (
            <span class="note">
              {progress.stage}: {formatCount(progress.done)} of {formatCount(progress.total)}
            </span>
          )}
        </div>
      )}
    </div>
  )
}

function Figures({ run }: { run: Run }): JSX.Element {
  const { calls } = run
  const rungs = Object.entries(run.byRung).map(([rung, value]) => [`Rung ${rung}`, value] as const)
  return (
    <>
      <dl class="figures">
        <Figure name="Pairs" value={formatCount(run.stored)} />
        <Figure name="Unmarked" value={formatCount(run.unmarked)} />
        {run.unanswered > 0 && <Figure name="Unanswered" value={formatCount(run.unanswered)} />}
        {calls.requests > 0 && (
          <>
            <Figure name="Requests" value={formatCount(calls.requests)} />
            <Figure name="Tokens" value={formatCount(calls.promptTokens + calls.completionTokens)} />
            <Figure name="Cost" value={formatCost(calls)} />
          </>
        )}
      </dl>
      <div class="columns">
        <Counts title="How far stored pairs were verified" rows={rungs} none="No pair is stored yet." />
        <Counts title="Marked" rows={Object.entries(run.byMark)} none="No pair is marked." />
        <Counts
          title="Draws that gave no pair"
          rows={Object.entries(run.skipped)}
          none="Every draw so far gave one."
        />
      </div>
      <p class="note">
        Graph <code>{shortId(run.graphVersion)}</code>. Run <code>{run.id}</code>.
      </p>
    </>
  )
}

function Figure({ name, value }: { name: string; value: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Counts({
  title,
  rows,
  none,
}: {
  title: string
  rows: readonly (readonly [string, number])[]
  none: string
}): JSX.Element {
  return (
    <section class="section">
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p class="soft">{none}</p>
      ) : (
        <BarList
          rows={rows.map(([name, value]) => ({
            key: name,
            label: name.replaceAll('-', ' '),
            value,
            figure: formatCount(value),
          }))}
        />
      )}
    </section>
  )
}

/** Pairs as they come, newest first. */
function LatestPairs({ pairs }: { pairs: WatchedRun['pairs'] }): JSX.Element | null {
  if (pairs.length === 0) return null
  return (
    <section class="section" aria-labelledby="latest-title">
      <h2 id="latest-title">Pairs as they come</h2>
      <ol class="coming-pairs">
        {pairs.map(({ id, index, question, rung }) => (
          <li key={id}>
            <MathsText text={question} />
            <span class="note">
              <a href={hrefTo(`/pairs/${id}`)}>Pair {formatCount(index)}</a>, rung {rung}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
