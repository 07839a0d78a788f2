import { createReadStream, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { MalformedInputError, UsageError } from '../../core/errors.ts'
import { scoredCompletionSchema, type ScoredCompletion } from './scored-completion.ts'

/** Graded completions are the lines of this file in a folder that `evaluate run` or `evaluate score` wrote. */
export const scoresFile = 'scores.jsonl'

/** The file of graded completions that a path means: itself, or that of a folder. Throws UsageError where there is none. */
export function scoresFileOf(path: string): string {
  const file = existsSync(path) && statSync(path).isDirectory() ? join(path, scoresFile) : path
  if (!existsSync(file))
    throw new UsageError(`no graded completions: ${file}; write them with \`conceptloom evaluate score\``)
  return file
}

/**
 * The graded completions of a file or folder, in order, one at a time: memory does not grow with their number.
 *
 * @throws UsageError where there are none; MalformedInputError with file and line at the first line that is no graded completion
 */
export async function* readScores(path: string): AsyncGenerator<ScoredCompletion, void> {
  const file = scoresFileOf(path)
  let line = 0
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line++
    if (text.trim() === '') continue
    yield parseScore(text, { file, line })
  }
}

function parseScore(text: string, place: { readonly file: string; readonly line: number }): ScoredCompletion {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new MalformedInputError('not JSON', place, { cause })
  }
  const parsed = scoredCompletionSchema.safeParse(value)
  if (!parsed.success)
    throw new MalformedInputError(`no graded completion: ${z.prettifyError(parsed.error)}`, place)
  return parsed.data
}
