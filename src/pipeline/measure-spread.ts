import type { Pair } from '../core/pair.ts'
import { normalisedEntropy } from '../foundations/statistics/entropy.ts'
import { gini } from '../foundations/statistics/gini.ts'

/** How pairs lie over concepts and difficulty: looked at before and after a filter, because filters favour easy and frequent ones. */
export interface Spread {
  readonly pairs: number
  /** Knowledge points that some pair realises; their use. */
  readonly knowledgePoints: number
  readonly gini: number
  readonly entropy: number
  readonly meanDifficulty: number
  /** Pairs by whole difficulty, 1 to 5. */
  readonly byDifficulty: Readonly<Record<string, number>>
}

export interface SpreadMeter {
  add(pair: Pair): void
  result(): Spread
}

export function openSpread(): SpreadMeter {
  const points = new Map<string, number>()
  const difficulties = new Map<string, number>()
  let pairs = 0
  let difficulty = 0
  const bump = (counts: Map<string, number>, key: string): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1)
  return {
    add({ draft }) {
      pairs++
      difficulty += draft.difficulty
      bump(difficulties, `${Math.round(draft.difficulty)}`)
      for (const point of draft.realised) bump(points, point)
    },
    result() {
      const uses = [...points.values()]
      return {
        pairs,
        knowledgePoints: points.size,
        gini: gini(uses),
        entropy: normalisedEntropy(uses),
        meanDifficulty: pairs === 0 ? 0 : difficulty / pairs,
        byDifficulty: Object.fromEntries([...difficulties].sort(([a], [b]) => (a < b ? -1 : 1))),
      }
    },
  }
}
