import type { ContentId } from './identity.ts'

export const reviewDecisions = ['accept', 'reject', 'edit'] as const
export type ReviewDecision = (typeof reviewDecisions)[number]

/** The texts of a pair that a person may change; absent ones stay as they are. */
export interface TextChanges {
  readonly question?: string
  readonly solution?: string
  readonly finalAnswer?: string
}

/** A decision of a person on a pair. The latest that is not undone holds, in every run that has the pair. */
export interface Review {
  readonly id: ContentId
  readonly pairId: ContentId
  readonly decision: ReviewDecision
  readonly reviewer: string
  readonly note?: string
  /** ISO 8601. */
  readonly time: string
  readonly undone: boolean
  /** What an edit changed. */
  readonly changes?: TextChanges
}

/** A decision as it is made. */
export type NewReview = Omit<Review, 'id' | 'undone'>
