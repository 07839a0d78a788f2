import type { PathMode } from '../../../core/concept-path.ts'

/** What structural difficulty is made of. All of it is known of a pair without asking a model how it fares. */
export interface DifficultyFeatures {
  /** Level asked for or given by the engine, 1 to 5. */
  readonly level: number
  /** Knowledge points that the text needs. */
  readonly concepts: number
  /** Steps of the walk. */
  readonly pathLength: number
  readonly mode: PathMode
  /** Steps of the solution. */
  readonly steps: number
  /** Share of independent solutions that agree with the answer, 0 to 1; absent where none were asked for. */
  readonly agreement?: number
}

/** What a difficulty is called until pass rates of a named model calibrate it. */
export const structuralLabel = 'structural-uncalibrated'

/** How far apart the concepts of a walk stand: neighbours in one problem, 0, to three edges away, 1 (GSDP's hops). */
const distances: Readonly<Record<PathMode, number>> = {
  'hop-1': 0,
  community: 0.25,
  mathscale: 0.25,
  given: 0.25,
  coverage: 0.25,
  rare: 0.5,
  uniform: 0.5,
  'hop-2': 0.5,
  'hop-3': 1,
}

/** Share of steps that a well-trained model gets right (Xwin-Math §4: Acc_final = Acc_step^s, 0.897 after 120K pairs). */
const stepAccuracy = 0.897
/** Success on one concept, when that on several is their product (MATH²). */
const conceptAccuracy = 0.8
const longestPath = 8

const weights = { level: 0.5, steps: 0.2, concepts: 0.12, pathLength: 0.04, mode: 0.04, agreement: 0.1 }

/**
 * Structural difficulty from 1 (easiest) to 5: a weighted mean of shares of failure that each feature speaks for. It never falls when
 * the level, the concepts, the path, the distance of the mode or the steps grow, nor when the agreement falls; agreement that was not
 * asked for is left out of the mean. Uncalibrated: it orders pairs, it predicts nobody's success.
 */
export function structuralDifficulty(features: DifficultyFeatures): number {
  const parts: (readonly [weight: number, value: number])[] = [
    [weights.level, (features.level - 1) / 4],
    [weights.steps, 1 - stepAccuracy ** Math.max(0, features.steps)],
    [weights.concepts, 1 - conceptAccuracy ** Math.max(0, features.concepts - 1)],
    [weights.pathLength, Math.min(longestPath, Math.max(0, features.pathLength - 1)) / longestPath],
    [weights.mode, distances[features.mode]],
  ]
  if (features.agreement !== undefined) parts.push([weights.agreement, 1 - features.agreement])
  const total = parts.reduce((sum, [weight]) => sum + weight, 0)
  const share = parts.reduce((sum, [weight, value]) => sum + weight * Math.min(1, Math.max(0, value)), 0)
  // Six digits are more than the score means, and keep rows short.
  return Math.round((1 + (4 * share) / total) * 1e6) / 1e6
}
