import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openCheckedFile, type CheckedFile, type WrittenFile } from './checked-file.ts'
import type { ExportRow } from './export-row.ts'
import { formatRow, jsonLine } from './row-formats.ts'
import type { TrainingRecipe } from './training-recipe.ts'

/** The rows of the train split, apart by difficulty, for a recipe that trains on the easy ones first. */
export interface StageWriter {
  add(row: ExportRow, split: string): void
  /** Both files, easy first; none where the recipe has one stage, or where all rows are of one of the two. */
  finish(): readonly WrittenFile[]
  abandon(): void
}

/** Opens `jsonl/train-stage-1.jsonl` and `jsonl/train-stage-2.jsonl` where a recipe has stages (Skywork-Math §3.2: normal, then hard). */
export function openStageWriter(folder: string, recipe: TrainingRecipe | undefined): StageWriter {
  const hardFrom = recipe?.hardFrom
  if (hardFrom === undefined) return { add: () => {}, finish: () => [], abandon: () => {} }
  const rows: [number, number] = [0, 0]
  const files: [CheckedFile, CheckedFile] = [1, 2].map((stage) =>
    openCheckedFile(folder, `jsonl/train-stage-${stage}.jsonl`),
  ) as [CheckedFile, CheckedFile]
  return {
    add(row, split) {
      if (split !== 'train') return
      const stage = row.difficulty >= hardFrom ? 1 : 0
      rows[stage]++
      files[stage].write(jsonLine(formatRow(row, 'messages', { split, dataset: recipe?.name ?? '' })))
    },
    finish() {
      const written = files.map((file) => file.finish())
      if (!rows.includes(0)) return written
      for (const { path } of written) rmSync(join(folder, path))
      return []
    },
    abandon: () => {
      for (const file of files) file.abandon()
    },
  }
}
