import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { measureCommand } from './measure-command.ts'
import { naiveMinHash } from './naive-min-hash.ts'
import { plantRows, type PlantedPair, type TokeniserName } from './plant-rows.ts'

// Near duplicates of planted rows through the command line, against the obvious MinHash in JavaScript and, where Python has it, rensa;
// then real output of the procedural engine. One JSON line each.
// --rows N (200,000; 2,000,000 is the goal's size)  --baseline-rows N (5,000)  --real N (20,000; 0 leaves it out)  --keep FOLDER

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    'baseline-rows': { type: 'string', default: '5000' },
    real: { type: 'string', default: '20000' },
    keep: { type: 'string' },
  },
})
const main = resolve(import.meta.dirname, '../../src/surfaces/cli/main.ts')
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'conceptloom-bench-'))

interface Decision {
  readonly id: string | number
  readonly cluster: number
  readonly keep: boolean
  readonly similarity: number | null
}

async function decisionsIn(file: string): Promise<Decision[]> {
  const decisions: Decision[] = []
  for await (const line of createInterface({ input: createReadStream(file) }))
    decisions.push(JSON.parse(line) as Decision)
  return decisions
}

/** Of the planted pairs: the share of those at 0.8 or more that share a cluster, and how many of the others do. */
function scored(pairs: readonly PlantedPair[], decisions: readonly Decision[], name: TokeniserName): object {
  const isLinked = ({ first, second }: PlantedPair): boolean =>
    decisions[first]?.cluster === decisions[second]?.cluster
  const near = pairs.filter(({ jaccard }) => jaccard[name] >= 0.8)
  const far = pairs.filter(({ jaccard }) => jaccard[name] < 0.8)
  const linkedFar = far.filter(isLinked)
  return {
    tokeniser: name,
    near: near.length,
    recall: near.length === 0 ? null : near.filter(isLinked).length / near.length,
    below: far.length,
    linkedBelow: linkedFar.length,
    linkedBelow07: linkedFar.filter(({ jaccard }) => jaccard[name] < 0.7).length,
  }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function print(value: object): void {
  console.log(JSON.stringify(value))
}

async function benchPlanted(): Promise<void> {
  const rows = Number(values.rows)
  const file = join(folder, 'planted.jsonl')
  const { pairs, bytes } = plantRows(file, { rows, seed: 7 })
  const output = join(folder, 'decisions.jsonl')
  const { note, ...cost } = await measureCommand(['dedupe', file, '--json'], output)
  const decisions = await decisionsIn(output)
  const dropped = decisions.filter(({ keep }) => !keep).length
  print({
    bench: 'dedupe/planted',
    rows,
    megabytes: Math.round(bytes / 1e6),
    ...cost,
    rowsPerSecond: Math.round(rows / cost.seconds),
    dropped,
    note,
  })
  for (const name of ['spaces', 'words', 'marks'] as const)
    print({ bench: 'dedupe/planted-recall', rows, ...scored(pairs, decisions, name) })
}

async function benchBaselines(): Promise<void> {
  const rows = Number(values['baseline-rows'])
  const file = join(folder, 'small.jsonl')
  const { pairs } = plantRows(file, { rows, seed: 7 })
  const started = performance.now()
  const linked = naiveMinHash(
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { question: string }).question),
  )
  const seconds = (performance.now() - started) / 1000
  const near = pairs.filter(({ jaccard }) => jaccard.words >= 0.8)
  print({
    bench: 'dedupe/baseline-javascript',
    rows,
    seconds: rounded(seconds),
    rowsPerSecond: Math.round(rows / seconds),
    recall: near.filter(({ first, second }) => linked(first, second)).length / near.length,
  })
  const python = spawnSync(
    'python3',
    [
      join(import.meta.dirname, 'rensa_dedupe.py'),
      existsSync(join(folder, 'planted.jsonl')) ? join(folder, 'planted.jsonl') : file,
    ],
    { encoding: 'utf8' },
  )
  if (python.status === 0) process.stdout.write(python.stdout)
  else console.error('rensa not measured: python3 with the package rensa is not here')
}

async function benchReal(): Promise<void> {
  const count = Number(values.real)
  if (count === 0) return
  const out = join(folder, 'real')
  const run = [
    'run',
    '--seeds',
    resolve(import.meta.dirname, '../../seeds'),
    '--count',
    `${count}`,
    '--out',
    out,
  ]
  const made = spawnSync(process.execPath, [main, ...run, '--workspace', join(folder, 'work'), '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (made.status !== 0) throw new Error(`run failed: ${made.stderr}`)
  const file = join(out, 'jsonl/train.jsonl')
  const output = join(folder, 'real-decisions.jsonl')
  for (const linkage of ['connected', 'star']) {
    const { note, ...cost } = await measureCommand(['dedupe', file, '--linkage', linkage, '--json'], output)
    const decisions = await decisionsIn(output)
    const sizes = new Map<number, number>()
    for (const { cluster } of decisions) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1)
    print({
      bench: 'dedupe/procedural',
      linkage,
      rows: decisions.length,
      megabytes: Math.round(statSync(file).size / 1e6),
      ...cost,
      dropped: decisions.filter(({ keep }) => !keep).length,
      largestCluster: Math.max(...sizes.values()),
      note,
    })
  }
}

try {
  await benchPlanted()
  await benchBaselines()
  await benchReal()
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true })
}
