import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { RunQuery } from '../../api/contract/page.ts'
import { getNeighbours } from '../client/graph-requests.ts'
import { useLoaded } from '../client/use-loaded.ts'
import { BarList } from '../components/bar-list.tsx'
import { Await, EmptyState } from '../components/states.tsx'
import { formatCount } from '../format-figures.ts'
import { hrefTo } from '../router/place.ts'

/** What it stands beside in seeds, strongest first. */
export function NeighbourBars({ id, inRun }: { id: string; inRun: RunQuery }): JSX.Element {
  const [limit, setLimit] = useState(15)
  const loaded = useLoaded(`neighbours:${id}:${limit}:${inRun.run}`, (signal) =>
    getNeighbours(id, { ...inRun, limit }, signal),
  )
  return (
    <section class="section" aria-labelledby="neighbours-title">
      <h2 id="neighbours-title">Neighbours, by seeds they share</h2>
      <Await loaded={loaded} lines={8}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title="It stands alone">
              <p>No seed is labelled with it and another concept.</p>
            </EmptyState>
          ) : (
            <div class="stack">
              <BarList
                rows={items.map(({ concept, count, lift }) => ({
                  key: concept.id,
                  label: (
                    <>
                      <a href={hrefTo(`/concepts/${encodeURIComponent(concept.id)}`)}>{concept.name}</a>
                      {concept.kind === 'topic' && <span class="note"> topic</span>}
                    </>
                  ),
                  value: count,
                  figure: `${formatCount(count)} · ${formatLift(lift)}`,
                }))}
              />
              <p class="note">
                After the dot: how many times as often as chance would bring the two together.
              </p>
              {next !== undefined && limit < 200 && (
                <div>
                  <button type="button" class="button" onClick={() => setLimit(200)}>
                    Show more
                  </button>
                </div>
              )}
            </div>
          )
        }
      </Await>
    </section>
  )
}

function formatLift(lift: number): string {
  return `${lift >= 10 ? Math.round(lift) : lift.toFixed(1)}×`
}
