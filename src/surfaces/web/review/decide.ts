import type { PairSummary, Review, ReviewRequest } from '../../api/contract/pairs.ts'
import { reviewPair, undoReview } from '../client/data-requests.ts'
import { problemFrom, reloadAll } from '../client/use-loaded.ts'
import { showToast } from '../components/toasts.tsx'
import { editorName } from '../shell/editor-name.ts'

const said = { accept: 'Accepted', reject: 'Rejected', edit: 'Edited' } as const

export type Decision =
  | { readonly decision: 'accept' | 'reject' }
  | {
      readonly decision: 'edit'
      readonly question?: string
      readonly solution?: string
      readonly finalAnswer?: string
    }

/** Writes a decision down and offers to undo it. Whether it was taken. */
export async function decide(pair: Pick<PairSummary, 'id'>, decision: Decision): Promise<boolean> {
  try {
    const request: ReviewRequest = { ...decision, reviewer: editorName.value.trim() || 'someone' }
    const review = await reviewPair(pair.id, request)
    showToast(said[decision.decision], () => undoReview(review))
    reloadAll()
    return true
  } catch (cause) {
    showToast(`Not written down: ${problemFrom(cause).detail}`)
    return false
  }
}

/** Takes the latest decision back. */
export async function undoLatest(reviews: readonly Review[]): Promise<void> {
  const latest = reviews.find(({ undone }) => !undone)
  if (latest === undefined) {
    showToast('Nothing to undo on this pair')
    return
  }
  try {
    await undoReview(latest)
    showToast('Undone')
    reloadAll()
  } catch (cause) {
    showToast(`Not undone: ${problemFrom(cause).detail}`)
  }
}
