import type { JSX } from 'preact'
import type { ConceptSummary } from '../../api/contract/concepts.ts'
import { formatAmount, formatShare, kindName } from '../format-figures.ts'
import { hrefTo } from '../router/place.ts'

/** The concept that is looked at, and where one can go from it. */
export function ConceptCard({
  concept,
  communityName,
  isMiddle,
  onCentre,
  onClose,
}: {
  concept: ConceptSummary
  communityName: string | undefined
  isMiddle: boolean
  onCentre: () => void
  onClose: () => void
}): JSX.Element {
  const { id, name, kind, count, pairs, degree, accuracy } = concept
  return (
    <section class="concept-card" aria-label={`Selected: ${name}`}>
      <div class="concept-card-head">
        <h2>{name}</h2>
        <button type="button" class="button is-quiet is-icon" aria-label="Close" onClick={onClose}>
          ✕
        </button>
      </div>
      <p class="note">
        {kindName(kind)}
        {communityName !== undefined && communityName !== name && `, near ${communityName}`}
      </p>
      <p>
        {formatAmount(count, 'seed')}, {formatAmount(degree, 'neighbour')}, {formatAmount(pairs, 'pair')}
        {accuracy !== undefined && `, ${formatShare(accuracy)} answered right`}
      </p>
      <div class="button-row">
        {!isMiddle && (
          <button type="button" class="button is-primary" onClick={onCentre}>
            Centre here
          </button>
        )}
        <a class="button" href={hrefTo(`/concepts/${encodeURIComponent(id)}`)}>
          Details
        </a>
        {kind === 'topic' && (
          <a class="button" href={hrefTo('/walks', { start: id })}>
            Walk from here
          </a>
        )}
      </div>
    </section>
  )
}
