import type { JSX } from 'preact'
import type { RunQuery } from '../../api/contract/page.ts'
import { getPairs } from '../client/graph-requests.ts'
import { useLoaded } from '../client/use-loaded.ts'
import { answerText } from '../components/answer-text.ts'
import { MathsText } from '../components/maths-text.tsx'
import { Await, EmptyState } from '../components/states.tsx'
import { hrefTo } from '../router/place.ts'

/** The first pairs that realise it. */
export function ConceptPairs({ id, inRun }: { id: string; inRun: RunQuery }): JSX.Element {
  const loaded = useLoaded(`pairs-of:${id}:${inRun.run}`, (signal) =>
    getPairs({ ...inRun, concept: id, limit: 6 }, signal),
  )
  return (
    <section class="section" aria-labelledby="pairs-title">
      <h2 id="pairs-title">Pairs that need it</h2>
      <Await loaded={loaded}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title="None in this run">
              <p class="soft">No stored pair realises this concept yet.</p>
            </EmptyState>
          ) : (
            <div class="stack">
              <ol class="excerpts">
                {items.map(({ id: pair, question, finalAnswer, rung, difficulty }) => (
                  <li key={pair}>
                    <p>
                      <MathsText text={question} />
                    </p>
                    <p class="note">
                      Answer <MathsText text={answerText(finalAnswer)} /> · rung {rung} · difficulty{' '}
                      {difficulty.toFixed(1)} ·{' '}
                      <a href={hrefTo(`/pairs/${pair}`)}>
                        Open<span class="unseen"> pair {pair.slice(0, 8)}</span>
                      </a>
                    </p>
                  </li>
                ))}
              </ol>
              {next !== undefined && (
                <div>
                  <a class="button" href={hrefTo('/review', { concept: id })}>
                    All pairs that need it
                  </a>
                </div>
              )}
            </div>
          )
        }
      </Await>
    </section>
  )
}
