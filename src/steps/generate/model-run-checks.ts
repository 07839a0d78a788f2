import type { Draft } from '../../core/draft.ts'
import type { ContentId } from '../../core/identity.ts'
import type { Pair } from '../../core/pair.ts'
import { totalVariation } from '../../foundations/statistics/total-variation.ts'
import { numeralsOf } from './procedural/show-given.ts'

/** A part of a whole; `share` is 0 of nothing. */
export interface Portion {
  readonly count: number
  readonly of: number
  readonly share: number
}

/** Two parts of one whole, as one. */
export function joinPortions(first: Portion, second: Portion): Portion {
  return portion(first.count + second.count, first.of + second.of)
}

/** What the measures of difficulty and concepts look at. */
export interface Measured {
  readonly draft: Pick<Draft, 'difficulty' | 'realised'>
}

export function portion(count: number, of: number): Portion {
  return { count, of, share: of === 0 ? 0 : count / of }
}

/** Characters of mathematical English per token, about. */
const charactersPerToken = 4

/** Pairs whose solution is longer than a trainer's window: 2,048 tokens in Skywork-Math and Xwin-Math. Tokens are estimated. */
export function measureLongSolutions(pairs: readonly Pair[], tokens = 2048): Portion {
  const long = pairs.filter(({ draft }) => draft.solution.length > tokens * charactersPerToken)
  return portion(long.length, pairs.length)
}

/** Pairs from easy to hard, for training in that order (Skywork-Math, takeaway 2); the order of equals is kept. */
export function orderEasyToHard<Row extends Measured>(pairs: readonly Row[]): readonly Row[] {
  return pairs.toSorted((first, second) => first.draft.difficulty - second.draft.difficulty)
}

/** Neighbours of which the second is easier than the first, of all neighbours of different difficulty: 0 is easy to hard. */
export function measureOrder(pairs: readonly Measured[]): Portion {
  let falls = 0
  let steps = 0
  for (let place = 1; place < pairs.length; place++) {
    const change =
      (pairs[place] as Measured).draft.difficulty - (pairs[place - 1] as Measured).draft.difficulty
    if (change !== 0) steps++
    if (change < 0) falls++
  }
  return portion(falls, steps)
}

/** What a filter does besides filtering. */
export interface FilterBias {
  readonly kept: Portion
  /** Mean difficulty, 1 to 5; a filter on correctness is known to keep the easy ones (Skywork-Math, Table 4). */
  readonly difficultyBefore: number
  readonly difficultyAfter: number
  /** Share of each whole level, 1 to 5. */
  readonly levelsBefore: readonly number[]
  readonly levelsAfter: readonly number[]
  /** Total variation distance of the use of knowledge points, 0 to 1. */
  readonly conceptShift: number
  /** Knowledge points that lost their last pair. */
  readonly lostConcepts: readonly ContentId[]
}

/** Difficulty and concepts before and after a filter. Throws RangeError where nothing was there before. */
export function measureFilterBias(before: readonly Measured[], after: readonly Measured[]): FilterBias {
  if (before.length === 0) throw new RangeError('no pairs before the filter; measure a filter that had some')
  const [usesBefore, usesAfter] = [usesOf(before), usesOf(after)]
  const points = [...usesBefore.keys()].sort()
  const left = points.map((point) => usesBefore.get(point) ?? 0)
  const right = points.map((point) => usesAfter.get(point) ?? 0)
  return {
    kept: portion(after.length, before.length),
    difficultyBefore: meanDifficulty(before),
    difficultyAfter: meanDifficulty(after),
    levelsBefore: levelShares(before),
    levelsAfter: levelShares(after),
    conceptShift: points.length === 0 ? 0 : right.some((uses) => uses > 0) ? totalVariation(left, right) : 1,
    lostConcepts: points.filter((point) => !usesAfter.has(point)),
  }
}

function usesOf(pairs: readonly Measured[]): ReadonlyMap<ContentId, number> {
  const uses = new Map<ContentId, number>()
  for (const { draft } of pairs)
    for (const point of draft.realised) uses.set(point, (uses.get(point) ?? 0) + 1)
  return uses
}

function meanDifficulty(pairs: readonly Measured[]): number {
  if (pairs.length === 0) return 0
  return pairs.reduce((sum, { draft }) => sum + draft.difficulty, 0) / pairs.length
}

function levelShares(pairs: readonly Measured[]): readonly number[] {
  return [1, 2, 3, 4, 5].map(
    (level) =>
      portion(pairs.filter(({ draft }) => Math.round(draft.difficulty) === level).length, pairs.length).share,
  )
}

/**
 * Pairs whose question holds a number that the solution never uses: a sign of distractors, under which models fall by a fifth
 * (Skywork-Math, takeaway 6). Numbers in words are not seen.
 */
export function measureDistractors(pairs: readonly Pair[]): Portion {
  const withDistractor = pairs.filter(({ draft }) => {
    const used = new Set(numeralsOf(draft.solution))
    return numeralsOf(draft.question).some((numeral) => !used.has(numeral))
  })
  return portion(withDistractor.length, pairs.length)
}
