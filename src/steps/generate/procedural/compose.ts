import type { Random } from '../../../core/random.ts'
import { arrange } from './arrange.ts'
import type { Composition } from './composition.ts'
import { coverPoints, missingPoints } from './cover-points.ts'
import { tellProblem, type ToldProblem } from './tell.ts'

/** A composition with its text. */
export interface ComposedProblem {
  readonly composition: Composition
  readonly told: ToldProblem
}

/** Why a set of knowledge points gave no problem. `missing` is empty when the points have families that could not be woven. */
export interface Unwoven {
  readonly missing: readonly string[]
  readonly reason: 'no family' | 'no weave'
}

/** To be raised when the same families and random numbers are woven in another way: a run keeps the way that it began with. */
export const weavingVersion = 2

const coversTried = 6
/** Larger sets are harder to weave, so they are tried longer. */
const arrangementsPerPoint = 16
const longestQuestion = 1200

/**
 * One problem that needs exactly the given knowledge points (taxonomy ids), in words; a pure function of (points, random). Linking
 * follows the three fusions of MathFusion (sequential, parallel, conditional) restricted to what can be checked exactly.
 */
export function composeProblem(points: readonly string[], random: Random): ComposedProblem | Unwoven {
  const missing = missingPoints(points)
  if (missing.length > 0) return { missing, reason: 'no family' }
  for (const cover of coverPoints(points, random).slice(0, coversTried)) {
    for (let attempt = 0; attempt < arrangementsPerPoint * points.length; attempt++) {
      const root = arrange(cover, random)
      if (root === undefined) continue
      const composition: Composition = { storySeed: random.uint32(), root }
      const told = tellProblem(composition)
      if (told !== undefined && told.question.length <= longestQuestion) return { composition, told }
    }
  }
  return { missing: [], reason: 'no weave' }
}
