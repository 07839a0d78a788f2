import type { JSX } from 'preact'
import type { Generation } from '../../api/contract/generations.ts'
import type { PairDetail } from '../../api/contract/pairs.ts'
import { answerText } from '../components/answer-text.ts'
import { MathsText } from '../components/maths-text.tsx'
import { EmptyState } from '../components/states.tsx'
import { formatAmount } from '../format-figures.ts'
import { CheckList } from '../pairs/check-list.tsx'
import { PairTags } from '../pairs/pair-tags.tsx'
import { SolutionText } from '../pairs/solution-text.tsx'

/** Pairs that were made at once. They are stored nowhere, so all there is to know of them stands here. */
export function GeneratedPairs({ generation: { pairs, skipped } }: { generation: Generation }): JSX.Element {
  const reasons = Object.entries(skipped).map(([reason, count]) => `${count} ${reason.replaceAll('-', ' ')}`)
  if (pairs.length === 0)
    return (
      <EmptyState title="The draws gave no pair">
        <p>{reasons.join(', ') || 'Choose other knowledge points.'}</p>
      </EmptyState>
    )
  return (
    <>
      <p class="note">
        {formatAmount(pairs.length, 'pair')}
        {reasons.length > 0 && `; draws without one: ${reasons.join(', ')}`}
      </p>
      <ol class="generated">
        {pairs.map((pair) => (
          <GeneratedPair key={pair.id} pair={pair} />
        ))}
      </ol>
    </>
  )
}

function GeneratedPair({ pair }: { pair: PairDetail }): JSX.Element {
  return (
    <li class="stack">
      <p class="question">
        <MathsText text={pair.question} />
      </p>
      <p>
        <span class="note">Answer</span> <MathsText text={answerText(pair.finalAnswer)} />
      </p>
      <PairTags pair={pair} />
      <p class="note">{pair.realised.map(({ name }) => name).join(' · ')}</p>
      <details>
        <summary>Solution and checks</summary>
        <div class="stack generated-detail">
          <SolutionText text={pair.solution} />
          <CheckList verdict={pair.verdict} />
        </div>
      </details>
    </li>
  )
}
