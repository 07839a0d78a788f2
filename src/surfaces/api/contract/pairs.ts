import type { DraftMethod } from '../../../core/draft.ts'
import type { PairMark } from '../../../core/pair.ts'
import type { Verdict } from '../../../core/verdict.ts'
import type { Explanation } from '../../../pipeline/explain-pair.ts'
import type { PageQuery, RunQuery } from './page.ts'

/** `GET /v1/pairs`, in draw order. */
export interface PairsQuery extends PageQuery, RunQuery {
  /** Id of a concept that the pair realises. */
  readonly concept?: string
  readonly minimumRung?: number
  readonly maximumRung?: number
  readonly minimumDifficulty?: number
  readonly maximumDifficulty?: number
  readonly mark?: PairMark
  readonly method?: DraftMethod
  readonly split?: string
  readonly review?: ReviewState
}

/** `pending`: marked `review` or `answer-conflict` and not decided yet. */
export type ReviewState = 'none' | 'pending' | 'accepted' | 'rejected' | 'edited'

export interface NamedConcept {
  readonly id: string
  readonly name: string
}

/** A pair as lists show it. Texts are whole; they hold LaTeX between dollar signs. */
export interface PairSummary {
  readonly id: string
  readonly run: string
  readonly index: number
  readonly question: string
  readonly finalAnswer: string
  readonly rung: number
  /** Structural, 1 to 5. */
  readonly difficulty: number
  readonly method: DraftMethod
  readonly split: string
  readonly marks: readonly PairMark[]
  readonly realised: readonly NamedConcept[]
  readonly review: ReviewState
}

/** `GET /v1/pairs/{id}`. */
export interface PairDetail extends PairSummary {
  readonly solution: string
  readonly requested: readonly NamedConcept[]
  readonly verdict: Verdict
  readonly prompt?: string
  readonly model?: string
  /** Latest first. */
  readonly reviews: readonly Review[]
}

/** `GET /v1/pairs/{id}/provenance`: what `conceptloom explain --json` prints. */
export type Provenance = Explanation

/** `POST /v1/pairs/{id}/reviews`. An edit replaces what it names; the edited pair is graded again and keeps its provenance. */
export type ReviewRequest =
  | { readonly decision: 'accept' | 'reject'; readonly reviewer: string; readonly note?: string }
  | {
      readonly decision: 'edit'
      readonly reviewer: string
      readonly note?: string
      readonly question?: string
      readonly solution?: string
      readonly finalAnswer?: string
    }

/** A decision of a person on a pair. The latest that is not undone holds. */
export interface Review {
  readonly id: string
  readonly pairId: string
  readonly decision: 'accept' | 'reject' | 'edit'
  readonly reviewer: string
  readonly note?: string
  /** ISO 8601. */
  readonly time: string
  readonly undone: boolean
  /** What an edit changed. */
  readonly changes?: { readonly question?: string; readonly solution?: string; readonly finalAnswer?: string }
}
