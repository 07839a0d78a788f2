import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError, type InputPlace } from '../../core/errors.ts'
import { readRow } from '../../steps/curate/rows/read-row.ts'
import { readLines } from '../../steps/seeds/read-lines.ts'

/** JSON lines: a file, a folder of them, or a dataset folder of ours, of which one format of each split is read. */
export function datasetFiles(path: string): readonly string[] {
  if (!existsSync(path)) throw new UsageError(`no such file or folder: ${path}`)
  if (!statSync(path).isDirectory()) return [path]
  const lines = existsSync(join(path, 'jsonl')) ? join(path, 'jsonl') : path
  const names = readdirSync(lines)
    .filter((name) => /\.(?:jsonl|ndjson)$/.test(name))
    .sort()
  // `train.alpaca.jsonl` holds the rows of `train.jsonl` again.
  const bySplit = Map.groupBy(names, (name) => (lines === path ? name : name.split('.')[0]))
  const chosen = [...bySplit.values()].map(
    (same) => same.find((name) => /^[^.]+\.jsonl$/.test(name)) ?? same[0],
  )
  if (chosen.length === 0) throw new UsageError(`no JSON lines in folder: ${path}`)
  return chosen.map((name) => join(lines, name as string))
}

/** `question` is undefined where the line cannot be read, for the reason given. */
export interface FoundQuestion {
  readonly place: InputPlace
  readonly id: string
  readonly question: string | undefined
  readonly reason: string
}

/** The questions of a JSON lines file in any format of ours, one for each line that is not blank. */
export async function* readQuestions(file: string): AsyncGenerator<FoundQuestion, void> {
  for await (const batch of readLines(createReadStream(file, { highWaterMark: 1 << 18 }))) {
    for (const { line, text, tooLong } of batch) {
      if (!tooLong && text.trim() === '') continue
      const place = { file, line }
      const read = tooLong ? { reason: 'line too long' } : parseRow(text)
      if ('reason' in read) yield { place, id: `${line}`, question: undefined, reason: read.reason }
      else yield { place, id: String(read.row.id ?? line), question: read.row.question, reason: '' }
    }
  }
}

function parseRow(text: string): ReturnType<typeof readRow> {
  try {
    return readRow(JSON.parse(text))
  } catch {
    return { reason: 'not JSON' }
  }
}
