import type { JSX } from 'preact'
import { getPair } from '../client/data-requests.ts'
import { useLoaded } from '../client/use-loaded.ts'
import { PageHead } from '../components/page-head.tsx'
import { Await } from '../components/states.tsx'
import { shortId } from '../format-figures.ts'
import { ReviewBar } from '../review/review-bar.tsx'
import { hrefTo } from '../router/place.ts'
import type { ViewProps } from '../routes.ts'
import { PairBody } from './pair-body.tsx'

/** One pair with an address of its own. */
export function PairView({ parts }: ViewProps): JSX.Element {
  const id = parts['id'] ?? ''
  const loaded = useLoaded(`pair:${id}`, (signal) => getPair(id, signal))
  return (
    <>
      <PageHead title={`Pair ${shortId(id)}`} note={<a href={hrefTo('/review')}>All pairs of the run</a>} />
      <Await loaded={loaded}>
        {(pair) => (
          <div class="stack is-loose">
            <PairBody pair={pair} />
            <ReviewBar pair={pair} />
          </div>
        )}
      </Await>
    </>
  )
}
