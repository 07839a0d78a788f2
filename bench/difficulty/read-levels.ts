import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rankCorrelation } from '../../src/foundations/statistics/rank-correlation.ts'

/** A problem whose difficulty people judged. */
export interface LevelledProblem {
  readonly question: string
  readonly solution: string
  readonly level: number
  readonly type: string
}

/** MATH train: even places are fitted on, odd ones are held out. */
export function readMathLevels(): readonly LevelledProblem[] {
  const file = join(import.meta.dirname, '../../../shared/data/math_train.jsonl')
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Readonly<Record<'problem' | 'solution' | 'level' | 'type', string>>)
    .map(({ problem, solution, level, type }) => ({
      question: problem,
      solution,
      level: Number(level.replace('Level ', '')),
      type,
    }))
    .filter(({ level }) => Number.isFinite(level))
}

/** Mean over types of the rank correlation of a score with the level. */
export function correlationWithin(
  problems: readonly LevelledProblem[],
  scoreOf: (problem: LevelledProblem) => number,
): { readonly mean: number; readonly byType: Readonly<Record<string, number>> } {
  const types = Object.groupBy(problems, ({ type }) => type)
  const byType = Object.fromEntries(
    Object.entries(types).map(([type, rows = []]) => [
      type,
      rankCorrelation(
        rows.map((row) => scoreOf(row)),
        rows.map((row) => row.level),
      ),
    ]),
  )
  const all = Object.values(byType)
  return { mean: all.reduce((sum, one) => sum + one, 0) / all.length, byType }
}
