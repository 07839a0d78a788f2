import type { JSX } from 'preact'
import type { RunView } from '../../api/contract/runs.ts'
import { getRuns } from '../client/graph-requests.ts'
import { latest, useLoaded } from '../client/use-loaded.ts'
import { isUnderWay } from '../client/watch-run.ts'
import { DataTable } from '../components/data-table.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Await, EmptyState } from '../components/states.tsx'
import { formatCount, shortId } from '../format-figures.ts'
import { hrefTo } from '../router/place.ts'
import { ActivityTag } from './activity-tag.tsx'
import { formatCost } from './format-cost.ts'
import { useEvery } from './use-every.ts'

const refreshMilliseconds = 3_000

/** Every run of the workspace, latest first. */
export function RunsView(): JSX.Element {
  const loaded = useLoaded('runs', (signal) => getRuns({ limit: 200 }, signal))
  const isMoving = loaded.state !== 'loading' && latest(loaded)?.items.some(isUnderWay) === true
  useEvery(isMoving ? refreshMilliseconds : undefined)
  return (
    <>
      <PageHead title="Runs" note="Latest first. A run under way is followed on its own page.">
        <a class="button is-primary" href={hrefTo('/generate')}>
          Generate
        </a>
      </PageHead>
      <Await loaded={loaded}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No run yet">
              <p>
                Make the first with <code>conceptloom run</code>; it gives this page its graph.
              </p>
            </EmptyState>
          ) : (
            <RunTable runs={items} />
          )
        }
      </Await>
    </>
  )
}

function RunTable({ runs }: { runs: readonly RunView[] }): JSX.Element {
  return (
    <DataTable
      caption="Runs"
      rows={runs}
      keyOf={({ id }) => id}
      columns={[
        {
          title: 'Run',
          isHeading: true,
          cell: ({ id }) => <a href={hrefTo(`/runs/${id}`)}>{shortId(id)}</a>,
        },
        { title: 'State', cell: ({ activity }) => <ActivityTag activity={activity} /> },
        { title: 'Engine', cell: ({ engine }) => engineName(engine) },
        { title: 'Pairs', isNumber: true, cell: ({ stored }) => formatCount(stored) },
        { title: 'Asked for', isNumber: true, cell: ({ requested }) => formatCount(requested) },
        { title: 'Unmarked', isNumber: true, cell: ({ unmarked }) => formatCount(unmarked) },
        { title: 'Cost', isNumber: true, cell: ({ calls }) => formatCost(calls) },
      ]}
    />
  )
}

export function engineName({ generator, extractor, preset, model }: RunView['engine']): string {
  const writer = [generator, preset, model].filter((part) => part !== undefined).join(', ')
  return extractor === 'taxonomy' ? writer : `${writer}; labels by ${extractor}`
}
