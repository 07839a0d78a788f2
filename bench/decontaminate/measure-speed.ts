import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTexts } from './read-texts.ts'

const main = join(import.meta.dirname, '../../src/surfaces/cli/main.ts')
const usage =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("usage "+JSON.stringify(process.resourceUsage())+"\\n"))'
const baselineRows = 200_000

/**
 * The command over rows made from training problems with their numbers shifted, one in a thousand a protected problem, against as many
 * references as GSM8K and MATH test have together; and the obvious sets of 13-gram strings over the first of the same rows.
 */
export async function measureSpeed(rows: number): Promise<readonly object[]> {
  const gsm = await readTexts('gsm8k_train.jsonl')
  const math = await readTexts('math_train.jsonl')
  const mathReferences = math.filter((_, place) => place % 3 < 2).slice(0, 5000)
  const references = [...gsm.slice(0, 1319), ...mathReferences]
  const others = [...gsm.slice(1319), ...math.filter((_, place) => place % 3 === 2)]
  const folder = mkdtempSync(join(tmpdir(), 'conceptloom-bench-'))
  try {
    const against = join(folder, 'references.jsonl')
    writeFileSync(against, references.map((row) => lineOf(row.id, row.text)).join(''))
    const [all, part] = [join(folder, 'rows.jsonl'), join(folder, 'part.jsonl')]
    const bytes = writeRows(all, rows, { others, references })
    writeRows(part, Math.min(rows, baselineRows), { others, references })
    return [
      { ...command(all, against), rows, references: references.length, megabytes: Math.round(bytes / 1e6) },
      javascriptSet(part, against),
      pythonSet(part, against),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Texts {
  readonly others: readonly { readonly text: string }[]
  readonly references: readonly { readonly text: string }[]
}

function writeRows(file: string, rows: number, { others, references }: Texts): number {
  const handle = openSync(file, 'w')
  let lines: string[] = []
  let bytes = 0
  for (let row = 0; row < rows; row++) {
    const text =
      row % 1000 === 7
        ? (references[row % references.length]?.text ?? '')
        : shifted(others[row % others.length]?.text ?? '', Math.floor(row / others.length))
    lines.push(lineOf(`row-${row}`, text))
    if (lines.length < 10_000 && row < rows - 1) continue
    bytes += writeSync(handle, lines.join(''))
    lines = []
  }
  closeSync(handle)
  return bytes
}

function shifted(text: string, by: number): string {
  return by === 0 ? text : text.replaceAll(/\d+/g, (digits) => String(Number(digits) + by))
}

function lineOf(id: string, question: string): string {
  return `${JSON.stringify({ id, question })}\n`
}

function command(file: string, against: string): object {
  const start = performance.now()
  const run = spawnSync(
    process.execPath,
    ['--import', usage, main, 'decontaminate', file, '--against', against, '--json'],
    { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', maxBuffer: 1e9 },
  )
  const seconds = (performance.now() - start) / 1000
  const used = JSON.parse(/usage (.*)/.exec(run.stderr)?.[1] ?? '{}') as NodeJS.ResourceUsage
  return {
    bench: 'decontaminate/speed',
    seconds: round(seconds),
    cpuSeconds: round((used.userCPUTime + used.systemCPUTime) / 1e6),
    megabytesResident: Math.round(used.maxRSS / 1000),
    outcome: run.stderr.trim().split('\n')[0],
  }
}

function javascriptSet(file: string, against: string): object {
  const held = new Set<string>()
  const gramsOf = function* (line: string): Generator<string, void> {
    const words = (JSON.parse(line) as { question: string }).question.toLowerCase().split(/\s+/)
    for (let at = 0; at + 13 <= words.length; at++) yield words.slice(at, at + 13).join(' ')
  }
  for (const line of readFileSync(against, 'utf8').trim().split('\n'))
    for (const gram of gramsOf(line)) held.add(gram)
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  const start = performance.now()
  const cpu = process.cpuUsage()
  let hits = 0
  for (const line of lines) if (gramsOf(line).some((gram) => held.has(gram))) hits++
  return {
    bench: 'decontaminate/baseline',
    baseline: 'JavaScript Set of 13-gram strings',
    rows: lines.length,
    seconds: round((performance.now() - start) / 1000),
    cpuSeconds: round(process.cpuUsage(cpu).user / 1e6),
    hits,
  }
}

function pythonSet(file: string, against: string): object {
  const run = spawnSync('python3', [join(import.meta.dirname, 'ngram_set.py'), against, file], {
    encoding: 'utf8',
  })
  const result = run.status === 0 ? (JSON.parse(run.stdout) as object) : { skipped: 'no python3' }
  return { bench: 'decontaminate/baseline', baseline: 'Python set of 13-gram strings', ...result }
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100
}
