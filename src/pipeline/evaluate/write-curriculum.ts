import { MalformedInputError } from '../../core/errors.ts'
import { parseRow, type RowLine } from './row-lines.ts'
import { writeRouted } from './write-routed.ts'

export interface CurriculumJob {
  readonly files: readonly string[]
  readonly folder: string
  /** Least difficulty (1 to 5) of a hard row. Skywork-Math says 4 in its §3.2 and 3 in its analysis. */
  readonly hardFrom: number
}

export interface CurriculumStages {
  readonly easy: number
  readonly hard: number
  /** Left out: their level is no number, as `Level ?` of two rows of MATH. */
  readonly unknown: number
}

/**
 * The two stages of Skywork-Math (§3): `stage-1.jsonl` with the easy rows, on which a model is trained first, and `stage-2.jsonl` with the hard
 * ones, on which it goes on. Both files together, shuffled, are the control.
 *
 * @throws MalformedInputError at the first row that has neither `difficulty` nor `level`
 */
export async function writeCurriculum({ files, folder, hardFrom }: CurriculumJob): Promise<CurriculumStages> {
  let unknown = 0
  const names = ['stage-1.jsonl', 'stage-2.jsonl']
  const [easy, hard] = await writeRouted({
    folder,
    kind: 'curriculum',
    from: files,
    to: names,
    route: (line) => {
      const difficulty = difficultyOf(line)
      if (Number.isNaN(difficulty)) unknown++
      return Number.isNaN(difficulty) ? undefined : Number(difficulty >= hardFrom)
    },
    about: {
      hardFrom,
      orders: [
        { name: 'easy then hard', stages: names.map((name) => [name]) },
        { name: 'hard then easy', stages: names.toReversed().map((name) => [name]) },
        { name: 'mixed', stages: [names] },
      ],
    },
  })
  return { easy: easy?.rows ?? 0, hard: hard?.rows ?? 0, unknown }
}

/** Our `difficulty`, or the `level` of MATH as a number or as `Level 4`; NaN where it says no number. */
function difficultyOf(line: RowLine): number {
  const { difficulty, level } = parseRow(line).fields
  const value = difficulty ?? level ?? undefined
  if (value === undefined) {
    const { file } = line
    throw new MalformedInputError('no difficulty: a row needs difficulty or level', { file, line: line.line })
  }
  if (typeof value === 'number') return value
  return typeof value === 'string' ? Number(/\d+/.exec(value)?.[0] ?? Number.NaN) : Number.NaN
}
