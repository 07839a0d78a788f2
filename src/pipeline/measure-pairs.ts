import type { ContentId } from '../core/identity.ts'
import type { Pair } from '../core/pair.ts'
import { effectiveNumber, normalisedEntropy } from '../foundations/statistics/entropy.ts'
import { gini } from '../foundations/statistics/gini.ts'
import { structureOf } from '../steps/generate/draft-structure.ts'

/** Variety and balance of a set of pairs, by what their texts realise. */
export interface PairMeasures {
  readonly pairs: number
  readonly questions: number
  readonly byRung: Readonly<Record<number, number>>
  readonly bySplit: Readonly<Record<string, number>>
  /** Knowledge points that some pair realises. */
  readonly knowledgePoints: number
  /** Of their use. */
  readonly gini: number
  readonly entropy: number
  /** Share of pairs that realise at least three knowledge points. */
  readonly threeOrMore: number
  /** e^entropy of the skeletons, and the share of the commonest. */
  readonly effectiveSkeletons: number
  readonly topSkeletonShare: number
  /** Operation graphs: which families, and how they feed each other. */
  readonly structures: number
  /** Of pairs with several families, the share that is a plain chain. */
  readonly sequentialShare: number
}

export interface PairMeter {
  add(pair: Pair): void
  result(): PairMeasures
}

export function openPairMeter(): PairMeter {
  const questions = new Set<ContentId>()
  const skeletons = new Map<string, number>()
  const structures = new Set<string>()
  const points = new Map<string, number>()
  const rungs = new Map<string, number>()
  const splits = new Map<string, number>()
  let pairs = 0
  let several = 0
  let sequential = 0
  let threeOrMore = 0
  return {
    add(pair) {
      pairs++
      questions.add(pair.questionId)
      bump(skeletons, pair.skeletonId)
      bump(rungs, `${pair.verdict.rung}`)
      bump(splits, pair.split)
      for (const point of pair.draft.realised) bump(points, point)
      if (pair.draft.realised.length >= 3) threeOrMore++
      const { signature, shape } = structureOf(pair.draft)
      structures.add(signature)
      if (shape !== 'single') several++
      if (shape === 'sequential') sequential++
    },
    result: () => {
      const uses = [...points.values()]
      const counts = [...skeletons.values()]
      return {
        pairs,
        questions: questions.size,
        byRung: sortedCounts(rungs),
        bySplit: sortedCounts(splits),
        knowledgePoints: points.size,
        gini: gini(uses),
        entropy: normalisedEntropy(uses),
        threeOrMore: share(threeOrMore, pairs),
        effectiveSkeletons: effectiveNumber(counts),
        topSkeletonShare: share(Math.max(0, ...counts), pairs),
        structures: structures.size,
        sequentialShare: share(sequential, several),
      }
    },
  }
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function sortedCounts(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
