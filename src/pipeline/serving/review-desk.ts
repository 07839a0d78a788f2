import type { Clock, PairStore, ReviewStore } from '../../core/ports.ts'
import type { Pair } from '../../core/pair.ts'
import type { NewReview, Review } from '../../core/review.ts'
import type { ReviewState } from '../../surfaces/api/contract/pairs.ts'
import type { ReviewDesk } from './service.ts'

export interface ReviewDeskParts {
  readonly pairs: PairStore
  readonly reviews: ReviewStore
  readonly clock: Clock
}

export function openReviewDesk({ pairs, reviews, clock }: ReviewDeskParts): ReviewDesk {
  return {
    async review(pairId, request) {
      const pair = await pairs.byId(pairId)
      if (pair === undefined) return undefined
      const { decision, reviewer, note } = request
      const review: NewReview = {
        pairId: pair.id,
        decision,
        reviewer,
        ...(note === undefined ? {} : { note }),
        time: timeOf(clock),
        ...(request.decision === 'edit' ? { changes: changesOf(request) } : {}),
      }
      return reviews.append(review)
    },
    undo: (reviewId, by) =>
      reviews.undo(reviewId, { time: timeOf(clock), ...(by === undefined ? {} : { by }) }),
  }
}

/** ISO 8601, in UTC. */
export function timeOf(clock: Pick<Clock, 'now'>): string {
  return new Date(clock.now()).toISOString()
}

function changesOf({
  question,
  solution,
  finalAnswer,
}: NonNullable<NewReview['changes']>): NonNullable<NewReview['changes']> {
  return {
    ...(question === undefined ? {} : { question }),
    ...(solution === undefined ? {} : { solution }),
    ...(finalAnswer === undefined ? {} : { finalAnswer }),
  }
}

const stateOf = { accept: 'accepted', reject: 'rejected', edit: 'edited' } as const

/**
 * Where the review of a pair stands.
 *
 * @param review  the decision that holds, if any
 */
export function reviewState({ marks }: Pick<Pair, 'marks'>, review: Review | undefined): ReviewState {
  if (review !== undefined) return stateOf[review.decision]
  return marks.includes('review') || marks.includes('answer-conflict') ? 'pending' : 'none'
}
