import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { measureCommand } from '../dedupe/measure-command.ts'
import { plantedQuestion, plantedQuestions, plantRows } from '../dedupe/plant-rows.ts'

// The whole curation pass (read, check, decontaminate, deduplicate, write) over rows that the bench makes itself, against the obvious
// line-by-line program, which finds exact copies and shared 13-grams only. One JSON line each.
// --rows N (200,000; 2,000,000 is the goal's size)  --baseline-rows N (50,000)  --protected N (6,000)  --keep FOLDER

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    'baseline-rows': { type: 'string', default: '50000' },
    protected: { type: 'string', default: '6000' },
    keep: { type: 'string' },
  },
})
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'conceptloom-bench-'))
const seed = 7

/** Protected problems: one in thirty is a row of the file. */
function writeProtected(file: string, rows: number): readonly string[] {
  const count = Number(values.protected)
  const key = randomKey('bench-curate')
  const planted = plantedQuestions(
    Array.from({ length: Math.floor(count / 30) }, (_, place) => randomAt(key, place).integer(0, rows - 1)),
    seed,
  )
  const fresh = Array.from({ length: count - planted.length }, (_, place) =>
    plantedQuestion(randomAt(key, count + place)),
  )
  const questions = [...planted, ...fresh]
  writeFileSync(
    file,
    questions.map((question) => `${JSON.stringify({ question, split: 'test' })}\n`).join(''),
  )
  return questions
}

function gramsOf(text: string): string[] {
  const words = text.toLowerCase().match(/\w+/g) ?? []
  return words.slice(0, Math.max(0, words.length - 12)).map((_, at) => words.slice(at, at + 13).join(' '))
}

async function obviousPass(file: string, questions: readonly string[]): Promise<number> {
  const grams = new Set(questions.flatMap(gramsOf))
  const seen = new Set<string>()
  const out = createWriteStream(join(folder, 'obvious.jsonl'))
  let kept = 0
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const row = JSON.parse(line) as { question: string }
    const key = row.question.toLowerCase().replaceAll(/\s+/g, ' ')
    if (seen.has(key) || gramsOf(row.question).some((gram) => grams.has(gram))) continue
    seen.add(key)
    kept++
    if (!out.write(`${JSON.stringify(row)}\n`))
      await new Promise<void>((settle) => out.once('drain', () => settle()))
  }
  await new Promise<void>((settle) => out.end(() => settle()))
  return kept
}

try {
  const rows = Number(values.rows)
  const file = join(folder, 'rows.jsonl')
  const { bytes } = plantRows(file, { rows, seed })
  const protectedFile = join(folder, 'protected.jsonl')
  const questions = writeProtected(protectedFile, rows)
  const counts = join(folder, 'counts.json')
  const args = ['curate', file, '--against', protectedFile, '--out', join(folder, 'out'), '--json']
  const { note: _, ...cost } = await measureCommand(args, counts)
  console.log(
    JSON.stringify({
      bench: 'curate/pass',
      rows,
      megabytes: Math.round(bytes / 1e6),
      protected: questions.length,
      ...cost,
      rowsPerSecond: Math.round(rows / cost.seconds),
      counts: JSON.parse(readFileSync(counts, 'utf8')) as unknown,
    }),
  )
  const small = join(folder, 'small.jsonl')
  const smallRows = Number(values['baseline-rows'])
  plantRows(small, { rows: smallRows, seed })
  const started = performance.now()
  const kept = await obviousPass(small, questions)
  const seconds = (performance.now() - started) / 1000
  console.log(
    JSON.stringify({
      bench: 'curate/baseline-obvious',
      rows: smallRows,
      seconds: Math.round(seconds * 100) / 100,
      rowsPerSecond: Math.round(smallRows / seconds),
      kept,
      finds: 'exact copies and shared 13-grams only',
    }),
  )
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true })
}
