import type { ConceptPath } from '../../core/concept-path.ts'
import { contentId, type ContentId } from '../../core/identity.ts'
import { readPath } from './sample-path.ts'
import { sampleInto } from './sample-into.ts'
import { createWalkBuffer, type WalkFailure } from './walk-buffer.ts'
import type { WalkPlan } from './walk-plan.ts'

export interface CombinationWindow {
  /** First index. Default 0. */
  readonly from?: number
  /** Retry budget: indices drawn at most. */
  readonly draws: number
  /** Stop after so many unique combinations. Default: when the draws are used up. */
  readonly count?: number
}

export interface DrawCounts {
  readonly drawn: number
  readonly failed: Readonly<Record<WalkFailure, number>>
  readonly duplicates: number
  readonly unique: number
  /** unique / drawn; 0 when nothing was drawn. */
  readonly uniqueRate: number
  /** Where to go on: one after the last index drawn. */
  readonly next: number
}

/** Identity of a combination: its topics and knowledge points, whatever walk led there. */
export function combinationId(path: Pick<ConceptPath, 'topics' | 'knowledgePoints'>): ContentId {
  return contentId('combination', [path.topics, path.knowledgePoints])
}

/**
 * Walks with combinations not seen before, in index order: of equal combinations the lowest index wins. Returns what was drawn.
 *
 * @param seen  combinations that do not count as new; those found are added. Default none.
 */
export function* sampleCombinations(
  plan: WalkPlan,
  window: CombinationWindow,
  seen: Set<ContentId> = new Set(),
): Generator<ConceptPath, DrawCounts, undefined> {
  const { from = 0, draws, count = Infinity } = window
  const buffer = createWalkBuffer(plan)
  const failed: Record<WalkFailure, number> = { 'no-knowledge-point': 0, 'no-distant-knowledge-point': 0 }
  let drawn = 0
  let duplicates = 0
  let unique = 0
  while (drawn < draws && unique < count) {
    const index = from + drawn++
    if (!sampleInto(plan, index, buffer)) {
      failed[buffer.failure ?? 'no-knowledge-point']++
      continue
    }
    const path = readPath(plan, index, buffer)
    const id = combinationId(path)
    if (seen.has(id)) {
      duplicates++
      continue
    }
    seen.add(id)
    unique++
    yield path
  }
  return {
    drawn,
    failed,
    duplicates,
    unique,
    uniqueRate: drawn === 0 ? 0 : unique / drawn,
    next: from + drawn,
  }
}
