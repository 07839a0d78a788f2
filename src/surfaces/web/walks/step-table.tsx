import type { JSX } from 'preact'
import type { TracedStep, WalkCandidate } from '../../api/contract/walks.ts'
import { DataTable } from '../components/data-table.tsx'
import { formatAmount, formatCount, formatShare } from '../format-figures.ts'
import { hrefTo } from '../router/place.ts'

/** Why this step: what could have been taken, how likely each was, and which was. */
export function StepTable({
  step,
  previous,
}: {
  step: TracedStep
  previous: string | undefined
}): JSX.Element {
  const { candidates, others, name } = step
  const all = candidates.length + others.count
  const most = Math.max(...candidates.map(({ probability }) => probability), 0)
  return (
    <section aria-labelledby="why-title">
      <h2 id="why-title">Why {name}</h2>
      <p class="note walk-why">
        {previous === undefined
          ? `The walk starts here, one of ${formatAmount(all, 'possible start')}.`
          : `From ${previous}, ${formatAmount(all, 'concept')} could have come next.`}
      </p>
      <DataTable<WalkCandidate>
        caption={`What could have been taken instead of ${name}`}
        rows={candidates}
        keyOf={({ conceptId }) => conceptId}
        isMarked={({ taken }) => taken}
        columns={[
          {
            title: 'Candidate',
            isHeading: true,
            cell: (candidate) => (
              <>
                <a href={hrefTo(`/concepts/${encodeURIComponent(candidate.conceptId)}`)}>{candidate.name}</a>
                {candidate.taken && <span class="tag is-accent walk-taken">taken</span>}
              </>
            ),
          },
          { title: 'Seeds', isNumber: true, cell: ({ edgeCount }) => formatCount(edgeCount) },
          {
            title: 'Probability',
            cell: ({ probability }) => (
              <span class="walk-probability">
                <span class="bar" aria-hidden="true">
                  <i style={{ width: `${most === 0 ? 0 : (probability / most) * 100}%` }} />
                </span>
                <span class="number">{formatShare(probability)}</span>
              </span>
            ),
          },
        ]}
      />
      {others.count > 0 && (
        <p class="note walk-why">
          And {formatAmount(others.count, 'other')}, together {formatShare(others.probability)}.
        </p>
      )}
    </section>
  )
}
