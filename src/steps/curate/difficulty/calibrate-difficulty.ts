import { z } from 'zod'
import {
  fallingAt,
  fitFalling,
  type FallingStep,
} from '../../../foundations/statistics/isotonic-regression.ts'
import { rankCorrelation } from '../../../foundations/statistics/rank-correlation.ts'

/** How often a named model solved a pair. */
export interface PassRate {
  /** Id of the pair. */
  readonly id: string
  readonly model: string
  /** Solved samples of all asked for. */
  readonly passed: number
  readonly of: number
}

export const passRateSchema: z.ZodType<PassRate> = z
  .object({
    id: z.string().min(1),
    model: z.string().min(1),
    passed: z.int().min(0),
    of: z.int().min(1),
  })
  .refine(({ passed, of }) => passed <= of, { message: 'passed: more than of' })

/** Structural scores as the pass rate of one model, fitted and never rising with the score. */
export interface Calibration {
  readonly model: string
  /** Pairs and samples it was fitted on. */
  readonly pairs: number
  readonly samples: number
  /** Rank correlation of structural score and share failed before the fit: how far the structure alone agrees with the model. */
  readonly agreement: number
  readonly steps: readonly FallingStep[]
}

export interface ScoredRate {
  /** Structural difficulty of the pair. */
  readonly score: number
  readonly passed: number
  readonly of: number
}

/** Fits pass rate against structural score by isotonic regression, each pair weighted by its samples. Throws RangeError for no rates. */
export function calibrateDifficulty(model: string, rates: readonly ScoredRate[]): Calibration {
  if (rates.length === 0) throw new RangeError(`no pass rates of ${model}: give at least one`)
  return {
    model,
    pairs: rates.length,
    samples: rates.reduce((sum, { of }) => sum + of, 0),
    agreement: rankCorrelation(
      rates.map(({ score }) => score),
      rates.map(({ passed, of }) => 1 - passed / of),
    ),
    steps: fitFalling(rates.map(({ score, passed, of }) => ({ x: score, y: passed / of, weight: of }))),
  }
}

/** Difficulty 1 (the model always passes) to 5 (never) of a structural score. */
export function calibratedDifficulty(calibration: Calibration, score: number): number {
  return Math.round((1 + 4 * (1 - fallingAt(calibration.steps, score))) * 1e6) / 1e6
}

/** What a calibrated difficulty is called. */
export function calibratedLabel({ model }: Calibration): string {
  return `calibrated: ${model}`
}
