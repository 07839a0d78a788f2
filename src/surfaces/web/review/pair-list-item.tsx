import type { JSX } from 'preact'
import type { PairSummary } from '../../api/contract/pairs.ts'
import { MathsText } from '../components/maths-text.tsx'
import { hrefWith } from '../router/place.ts'

/** A pair in the list beside the one being read. */
export function PairListItem({ pair, isCurrent }: { pair: PairSummary; isCurrent: boolean }): JSX.Element {
  const state = pair.review === 'none' ? '' : `, ${pair.review}`
  return (
    <a href={hrefWith({ pair: pair.id })} aria-current={isCurrent ? 'true' : undefined}>
      <span class="clip">
        <MathsText text={pair.question} />
      </span>
      <span class="note">
        {pair.index}, rung {pair.rung}, {pair.method}
        {state}
      </span>
    </a>
  )
}
