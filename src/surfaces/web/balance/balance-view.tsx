import './balance.css'
import type { JSX } from 'preact'
import type { BalanceView as Balance, RunView } from '../../api/contract/runs.ts'
import { getBalance } from '../client/data-requests.ts'
import { getRuns } from '../client/graph-requests.ts'
import { useLoaded } from '../client/use-loaded.ts'
import { PageHead } from '../components/page-head.tsx'
import { Await, EmptyState } from '../components/states.tsx'
import { formatCount, formatShare, shortId } from '../format-figures.ts'
import { chosenRun, hrefTo } from '../router/place.ts'
import { DifficultyPlot } from './difficulty-plot.tsx'
import { LorenzPlot } from './lorenz-plot.tsx'
import { TopicMap } from './topic-map.tsx'
import { UsagePlot } from './usage-plot.tsx'
import { UsageTable } from './usage-table.tsx'

/** How evenly a run uses its concepts. */
export function BalanceView(): JSX.Element {
  const run = chosenRun.value
  const loaded = useLoaded(`balance:${run}`, async (signal) => {
    const id = run ?? latestOf((await getRuns({ limit: 50 }, signal)).items)
    return id === undefined ? undefined : getBalance(id, signal)
  })
  return (
    <>
      <PageHead
        title="Balance"
        note="How often the fit pairs of the run use each knowledge point, against an even share of the same number of uses."
      />
      <Await loaded={loaded} lines={10}>
        {(balance) =>
          balance === undefined || balance.rows === 0 ? (
            <EmptyState title="Nothing to balance yet">
              <p>
                The run has no pair that is fit for a dataset. <a href={hrefTo('/generate')}>Generate some</a>
                .
              </p>
            </EmptyState>
          ) : (
            <Figures balance={balance} />
          )
        }
      </Await>
    </>
  )
}

function latestOf(runs: readonly RunView[]): string | undefined {
  return (runs.find(({ activity }) => activity === 'complete') ?? runs[0])?.id
}

function Figures({ balance }: { balance: Balance }): JSX.Element {
  const unused = balance.concepts.filter(({ used }) => used === 0).length
  return (
    <div class="stack is-loose">
      <dl class="figures">
        <Figure name="Rows" value={formatCount(balance.rows)} />
        <Figure name="Coverage" value={formatShare(balance.coverage)} />
        <Figure name="Coverage at 10" value={formatShare(balance.coverageAt10)} />
        <Figure name="Gini" value={balance.gini.toFixed(3)} />
        <Figure name="Entropy" value={balance.normalisedEntropy.toFixed(3)} />
        <Figure name="Never used" value={formatCount(unused)} />
      </dl>
      <p class="note">
        Run <a href={hrefTo(`/runs/${balance.run}`)}>{shortId(balance.run)}</a>. Coverage at 10 is the share
        of knowledge points used at least ten times, or as often as they are there. Gini is 0 where all are
        used alike, entropy 1.
      </p>
      <div class="balance-plots">
        <section aria-labelledby="usage-title">
          <h2 id="usage-title">Use against target</h2>
          <UsagePlot balance={balance} />
        </section>
        <section aria-labelledby="lorenz-title">
          <h2 id="lorenz-title">Who gets the uses</h2>
          <LorenzPlot balance={balance} />
        </section>
        <section aria-labelledby="difficulty-title">
          <h2 id="difficulty-title">Difficulty</h2>
          <DifficultyPlot balance={balance} />
        </section>
        <section aria-labelledby="topics-title">
          <h2 id="topics-title">Topics that meet</h2>
          <TopicMap balance={balance} />
        </section>
      </div>
      <UsageTable balance={balance} />
    </div>
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
