import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { RunQuery } from '../../api/contract/page.ts'
import { getSeedsOf } from '../client/graph-requests.ts'
import { useLoaded } from '../client/use-loaded.ts'
import { MathsText } from '../components/maths-text.tsx'
import { Await, EmptyState } from '../components/states.tsx'
import { hrefTo } from '../router/place.ts'

/** The seed problems that it was read from. */
export function ConceptSeeds({ id, inRun }: { id: string; inRun: RunQuery }): JSX.Element {
  const [limit, setLimit] = useState(5)
  const loaded = useLoaded(`seeds-of:${id}:${limit}:${inRun.run}`, (signal) =>
    getSeedsOf(id, { ...inRun, limit }, signal),
  )
  return (
    <section class="section" aria-labelledby="seeds-title">
      <h2 id="seeds-title">Seeds it came from</h2>
      <Await loaded={loaded}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title="No seed">
              <p class="soft">Nothing in this run is labelled with it.</p>
            </EmptyState>
          ) : (
            <div class="stack">
              <ol class="excerpts">
                {items.map((seed) => (
                  <li key={seed.id}>
                    <p>
                      <MathsText text={seed.question} />
                    </p>
                    <p class="note">
                      {seed.source}
                      {seed.sourceId !== undefined && ` ${seed.sourceId}`} · {seed.license}
                      {seed.concepts
                        .filter((concept) => concept.id !== id)
                        .map((concept) => (
                          <span key={concept.id}>
                            {' · '}
                            <a href={hrefTo(`/concepts/${encodeURIComponent(concept.id)}`)}>{concept.name}</a>
                          </span>
                        ))}
                    </p>
                  </li>
                ))}
              </ol>
              {next !== undefined && limit < 200 && (
                <div>
                  <button type="button" class="button" onClick={() => setLimit(limit === 5 ? 50 : 200)}>
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
