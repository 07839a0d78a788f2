import type { ContentId } from '../../core/identity.ts'
import type { Pair } from '../../core/pair.ts'
import type {
  NamedConcept,
  PairDetail,
  PairSummary,
  Review,
  ReviewState,
} from '../../surfaces/api/contract/pairs.ts'

/** How the concepts of pairs are shown. */
export interface ConceptNames {
  /** The id under which a stored concept is shown. */
  shownId(id: ContentId): ContentId
  nameOf(id: ContentId): string
}

/** A pair as lists show it. */
export function summarisePair(pair: Pair, names: ConceptNames, review: ReviewState): PairSummary {
  const { draft, verdict } = pair
  return {
    id: pair.id,
    run: pair.runId,
    index: pair.index,
    question: draft.question,
    finalAnswer: draft.finalAnswer,
    rung: verdict.rung,
    difficulty: draft.difficulty,
    method: draft.method,
    split: pair.split,
    marks: pair.marks,
    realised: namedConcepts(draft.realised, names),
    review,
  }
}

/** @param reviews  of this pair, latest first */
export function detailPair(pair: Pair, names: ConceptNames, reviews: readonly Review[] = []): PairDetail {
  const { draft, verdict } = pair
  return {
    ...summarisePair(pair, names, reviewStateOf(pair.marks, reviews)),
    solution: draft.solution,
    requested: namedConcepts(draft.requested, names),
    verdict,
    ...(draft.prompt === undefined ? {} : { prompt: draft.prompt }),
    ...(draft.model === undefined ? {} : { model: draft.model }),
    reviews,
  }
}

/** @param reviews  of one pair, latest first: the latest that is not undone decides */
export function reviewStateOf(marks: Pair['marks'], reviews: readonly Review[]): ReviewState {
  const held = reviews.find(({ undone }) => !undone)
  if (held !== undefined) return decided[held.decision]
  return marks.includes('review') || marks.includes('answer-conflict') ? 'pending' : 'none'
}

export const decided: Readonly<Record<Review['decision'], ReviewState>> = {
  accept: 'accepted',
  reject: 'rejected',
  edit: 'edited',
}

/** Concepts that were merged into one are shown once. */
function namedConcepts(ids: readonly ContentId[], names: ConceptNames): readonly NamedConcept[] {
  return [...new Set(ids.map((id) => names.shownId(id)))].map((id) => ({ id, name: names.nameOf(id) }))
}
