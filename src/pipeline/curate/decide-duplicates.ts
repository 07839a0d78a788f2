import { findAnswerConflicts } from '../../steps/curate/near-duplicates/answer-conflicts.ts'
import {
  keepBest,
  type DuplicateDecisions,
  type Linkage,
} from '../../steps/curate/near-duplicates/keep-best.ts'
import type { RowComparer } from './compare-rows.ts'
import type { RowTable } from './row-table.ts'

export interface DuplicateRules {
  /** Least Jaccard index of two questions that count as near duplicates. */
  readonly threshold: number
  readonly linkage: Linkage
  /** Rows kept of one question. */
  readonly solutionsPerQuestion: number
}

export interface RowDecisions extends DuplicateDecisions {
  /** 1 for rows whose question has different answers. */
  readonly conflicts: Uint8Array
  /** Pairs that were compared exactly. */
  readonly compared: number
}

export interface DecisionParts {
  readonly comparer: Pick<RowComparer, 'compare'>
  readonly progress: (done: number, total: number) => void
}

/** Finds the near duplicates of a table and decides which rows stay. Bad and blocked rows take no part. */
export async function decideDuplicates(
  table: RowTable,
  { threshold, linkage, solutionsPerQuestion }: DuplicateRules,
  { comparer, progress }: DecisionParts,
): Promise<RowDecisions> {
  const similarity = (first: number, second: number): number => table.similarity(first, second)
  const links = await table.finder.link({
    threshold,
    compare: (pairs) => comparer.compare(pairs),
    progress,
  })
  const { firstAlike } = links
  const decisions = keepBest(links, table.merits(), {
    linkage,
    solutionsPerQuestion,
    sameQuestion: (first, second) => firstAlike[first] === firstAlike[second],
    similarity,
    threshold,
  })
  const conflicts = findAnswerConflicts(firstAlike, (row) => table.load(row).answer)
  return { ...decisions, conflicts, compared: links.compared }
}
