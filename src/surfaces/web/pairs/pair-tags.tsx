import type { JSX } from 'preact'
import type { PairSummary } from '../../api/contract/pairs.ts'

const stateNames = {
  none: undefined,
  pending: 'waits for review',
  accepted: 'accepted',
  rejected: 'rejected',
  edited: 'edited',
} as const

/** What is known of a pair in a few words: how far it was verified, how hard it is, why it is kept out, what a person said. */
export function PairTags({
  pair,
}: {
  pair: Pick<PairSummary, 'rung' | 'difficulty' | 'method' | 'marks' | 'review'>
}): JSX.Element {
  const state = stateNames[pair.review]
  // What a person rejected is marked so as well; once is enough.
  const marks = pair.marks.filter((mark) => mark !== state)
  return (
    <span class="tags">
      <span class="tag">rung {pair.rung}</span>
      <span class="tag">difficulty {pair.difficulty.toFixed(1)}</span>
      <span class="tag">{pair.method}</span>
      {state !== undefined && (
        <span class={`tag ${pair.review === 'rejected' ? 'is-danger' : 'is-accent'}`}>{state}</span>
      )}
      {marks.map((mark) => (
        <span class="tag is-warning" key={mark}>
          {mark}
        </span>
      ))}
    </span>
  )
}
