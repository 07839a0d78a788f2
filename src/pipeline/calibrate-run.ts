import { readFileSync } from 'node:fs'
import { ConfigurationError, UsageError } from '../core/errors.ts'
import type { PairStore } from '../core/ports.ts'
import {
  calibrateDifficulty,
  calibratedDifficulty,
  calibratedLabel,
  passRateSchema,
  type Calibration,
  type PassRate,
  type ScoredRate,
} from '../steps/curate/difficulty/calibrate-difficulty.ts'
import { structuralLabel } from '../steps/curate/difficulty/structural-difficulty.ts'

/** What the structural difficulty of a pair is exported as. */
export interface DifficultyScale {
  readonly label: string
  readonly calibration?: Calibration
  of(structural: number): number
}

export const structuralScale: DifficultyScale = { label: structuralLabel, of: (score) => score }

/** Fewer pairs than this say nothing of a scale. */
const fewestPairs = 20

/**
 * The scale of a model's pass rates, one JSON row a line: `{"id":PAIR,"model":NAME,"passed":3,"of":8}`. Rows of pairs that the workspace
 * does not hold are passed over.
 *
 * @throws UsageError when the file cannot be read or a row is not one; ConfigurationError for two models or too few known pairs
 */
export async function readDifficultyScale(
  file: string | undefined,
  pairs: Pick<PairStore, 'byId'>,
): Promise<DifficultyScale> {
  if (file === undefined) return structuralScale
  const rates = readRates(file)
  const models = [...new Set(rates.map(({ model }) => model))].sort()
  const [model] = models
  if (model === undefined || models.length > 1)
    throw new ConfigurationError(
      `dataset.passRates: ${models.length} models in ${file}; a scale is that of one model, give its rows alone`,
    )
  const scored: ScoredRate[] = []
  for (const { id, passed, of } of rates) {
    const pair = await pairs.byId(id)
    if (pair !== undefined) scored.push({ score: pair.draft.difficulty, passed, of })
  }
  if (scored.length < fewestPairs)
    throw new ConfigurationError(
      `dataset.passRates: ${scored.length} of ${rates.length} rows of ${file} are pairs of this workspace; at least ${fewestPairs} are needed`,
    )
  const calibration = calibrateDifficulty(model, scored)
  return {
    label: calibratedLabel(calibration),
    calibration,
    of: (score) => calibratedDifficulty(calibration, score),
  }
}

function readRates(file: string): readonly PassRate[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (cause) {
    throw new UsageError(`cannot read: ${file}`, { cause })
  }
  return text.split('\n').flatMap((line, place) => {
    if (line.trim() === '') return []
    const parsed = passRateSchema.safeParse(jsonOf(line))
    if (parsed.success) return [parsed.data]
    const issue = parsed.error.issues[0]
    throw new UsageError(
      `${file}:${place + 1}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'no pass rate'}; a row is {"id","model","passed","of"}`,
    )
  })
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
