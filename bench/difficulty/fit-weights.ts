import { featuresOf, questionFeatures } from '../../src/steps/curate/difficulty/question-features.ts'
import type { LevelledProblem } from './read-levels.ts'

export interface FittedWeights {
  readonly intercept: number
  /** Weight of each feature as it is, in the order of `questionFeatures`. */
  readonly weights: readonly number[]
}

/** Ridge regression of the level within each type, by coordinate descent on standardised features. */
export function fitWeights(problems: readonly LevelledProblem[], ridge = 0.01): FittedWeights {
  const size = questionFeatures.length
  const raw = problems.map(({ question }) => featuresOf(question))
  const mean = columnMeans(raw, size)
  const spread = columnMeans(
    raw.map((row) => row.map((value, place) => (value - (mean[place] as number)) ** 2)),
    size,
  ).map((variance) => Math.sqrt(variance) || 1)
  const levels = Float64Array.from(problems, ({ level }) => level)
  const level = levels.reduce((sum, one) => sum + one, 0) / levels.length
  const rows = raw.map((row) =>
    row.map((value, place) => (value - (mean[place] as number)) / (spread[place] as number)),
  )
  // Types differ in their levels and in their words; only what orders problems inside one is wanted.
  for (const type of new Set(problems.map((problem) => problem.type))) {
    const own = [...problems.keys()].filter((place) => problems[place]?.type === type)
    const centre = columnMeans(
      own.map((place) => rows[place] as Float64Array),
      size,
    )
    const typeLevel = own.reduce((sum, place) => sum + (levels[place] as number), 0) / own.length
    for (const place of own) {
      levels[place] = (levels[place] as number) - typeLevel
      const row = rows[place] as Float64Array
      for (let at = 0; at < size; at++) row[at] = (row[at] as number) - (centre[at] as number)
    }
  }
  const fitted = descend(rows, levels, ridge)
  const weights = fitted.map((weight, place) => weight / (spread[place] as number))
  const shift = weights.reduce((sum, weight, place) => sum + weight * (mean[place] as number), 0)
  return { intercept: level - shift, weights: [...weights] }
}

function columnMeans(rows: readonly Float64Array[], size: number): Float64Array {
  const means = new Float64Array(size)
  for (const row of rows)
    for (let at = 0; at < size; at++) means[at] = (means[at] as number) + (row[at] as number) / rows.length
  return means
}

const rounds = 200

function descend(rows: readonly Float64Array[], target: Float64Array, ridge: number): Float64Array {
  const size = questionFeatures.length
  const weights = new Float64Array(size)
  const rest = target.slice()
  const squares = new Float64Array(size)
  for (const row of rows) row.forEach((value, at) => (squares[at] = (squares[at] as number) + value * value))
  for (let round = 0; round < rounds; round++) {
    for (let at = 0; at < size; at++) {
      let along = 0
      rows.forEach((row, place) => (along += (row[at] as number) * (rest[place] as number)))
      const before = weights[at] as number
      const square = squares[at] as number
      const after = (along + square * before) / (square + ridge * rows.length)
      weights[at] = after
      rows.forEach((row, place) => {
        rest[place] = (rest[place] as number) - (after - before) * (row[at] as number)
      })
    }
  }
  return weights
}
