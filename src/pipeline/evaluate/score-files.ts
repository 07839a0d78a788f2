import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { UsageError } from '../../core/errors.ts'
import type { BenchSet } from '../../steps/evaluate/bench-item.ts'
import type { Evaluation } from '../../steps/evaluate/evaluation.ts'
import type { Bench } from '../../steps/evaluate/load/read-bench.ts'
import { openMatcher } from '../../steps/evaluate/score/match-items.ts'
import { openSampleNumbers } from '../../steps/evaluate/score/number-samples.ts'
import { readCompletionRow } from '../../steps/evaluate/score/read-completion-row.ts'
import { scoreCompletion } from '../../steps/evaluate/score/score-completion.ts'
import { openScoreTally } from '../../steps/evaluate/score/tally-scores.ts'
import type { ScoredCompletion } from '../../steps/evaluate/scored-completion.ts'
import { readLines, type TextLine } from '../../steps/seeds/read-lines.ts'
import { excludedRows, itemsOf } from './select-items.ts'

export interface ScoringJob {
  readonly bench: Bench
  /** JSON lines of completions, or `-` for standard input. */
  readonly files: readonly string[]
  /** The set of lines that name none. */
  readonly set?: BenchSet
  /** What the user says about the model. */
  readonly model?: string
  /** Called with every score, in the order of the files. */
  readonly take: (score: ScoredCompletion) => void
  /** Called with every line that could not be read or matched; `line` counts from 1. */
  readonly bad: (file: string, line: number, reason: string) => void
  /** Called after each part of a file. */
  readonly progress?: (completions: number) => void
}

/**
 * Scores completions made elsewhere by both rules, line by line: memory does not grow with their number. A line that cannot be read or
 * matched is reported and stops nothing; one about a row that loaders leave out is counted.
 *
 * @throws UsageError where a file does not exist
 */
export async function scoreFiles(job: ScoringJob): Promise<Evaluation> {
  for (const file of job.files)
    if (file !== '-' && (await stat(file).catch(() => undefined))?.isFile() !== true)
      throw new UsageError(`no such file: ${file}. Name a file of JSON lines, or - for standard input`)
  const { bench, model, progress } = job
  const tally = openScoreTally(itemsOf(bench))
  const scoring = {
    match: openMatcher(bench, job.set === undefined ? {} : { set: job.set }),
    samples: openSampleNumbers(),
    tally,
    job,
  }
  let badLines = 0
  let completions = 0
  for (const file of job.files) {
    const bytes: AsyncIterable<Uint8Array> =
      file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 })
    for await (const lines of readLines(bytes)) {
      for (const line of lines) {
        const scored = scoreLine(line, scoring)
        if (typeof scored === 'number') completions += scored
        else {
          badLines++
          job.bad(file === '-' ? 'stdin' : file, line.line, scored)
        }
      }
      progress?.(completions)
    }
  }
  return {
    tool: 'conceptloom',
    settings: model === undefined ? {} : { model },
    sets: tally.scores(),
    excluded: excludedRows(bench),
    badLines,
  }
}

interface Scoring {
  readonly match: ReturnType<typeof openMatcher>
  readonly samples: ReturnType<typeof openSampleNumbers>
  readonly tally: ReturnType<typeof openScoreTally>
  readonly job: ScoringJob
}

/** How many completions of a line were scored, or what is wrong with it. */
function scoreLine({ text, tooLong }: TextLine, { match, samples, tally, job }: Scoring): number | string {
  if (tooLong) return 'line too long'
  if (text.trim() === '') return 'empty line'
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    return 'not JSON'
  }
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return 'not a JSON object'
  const read = readCompletionRow(row as Readonly<Record<string, unknown>>)
  if (typeof read === 'string') return read
  const matched = match(read.about)
  if ('reason' in matched) return matched.reason
  if ('excluded' in matched) return 0
  const { item } = matched
  for (const [at, completion] of read.completions.entries()) {
    const sample = samples.take(item.id, read.sample === undefined ? undefined : read.sample + at)
    if (sample === undefined) return `sample ${read.sample} of this item is there already`
    const score = scoreCompletion(item, completion, sample)
    const { logProbability } = read
    const whole = logProbability === undefined ? score : { ...score, logProbability }
    tally.add(whole)
    job.take(whole)
  }
  return read.completions.length
}
