import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { randomAt, randomKey } from '../../src/core/random.ts'
import type { Seed } from '../../src/core/seed.ts'
import { readSeeds } from '../../src/steps/seeds/read-seeds.ts'
import { selectDiverse } from '../../src/steps/seeds/select-diverse.ts'

// Reading 100,000 seed rows against readline + JSON.parse, and choosing a diverse tenth of 4,000. One JSON line each.

const rows = 100_000
const things = ['apples', 'tickets', 'metres', 'litres', 'coins', 'students', 'pages', 'tiles']
const verbs = ['buys', 'sells', 'loses', 'collects', 'paints', 'divides', 'carries', 'counts']

function questionAt(index: number): string {
  const random = randomAt(randomKey('bench-seeds'), index)
  const sentences = Array.from(
    { length: random.integer(2, 5) },
    () =>
      `Worker ${random.integer(1, 900)} ${random.pick(verbs)} ${random.integer(2, 5000)} ${random.pick(things)}.`,
  )
  return `${sentences.join(' ')} How many ${random.pick(things)} are there in all?`
}

function lineAt(index: number): string {
  const solution = `First ${index}+1 = <<${index}+1=${index + 1}>>${index + 1}.\nThen it is done.`
  return JSON.stringify({ question: questionAt(index), answer: `${solution}\n#### ${index + 1}` })
}

async function baseline(file: string): Promise<number> {
  let questions = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    if (typeof (JSON.parse(line) as { question?: unknown }).question === 'string') questions++
  return questions
}

async function ours(file: string): Promise<Seed[]> {
  const seeds: Seed[] = []
  for await (const row of readSeeds([file])) if (row.kind === 'seed') seeds.push(row.seed)
  return seeds
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const start = performance.now()
    await work()
    times.push((performance.now() - start) / 1000)
  }
  return Number(Math.min(...times).toFixed(3))
}

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-bench-'))
try {
  const file = join(folder, 'rows.jsonl')
  writeFileSync(file, Array.from({ length: rows }, (_, index) => lineAt(index)).join('\n'))
  const readlineSeconds = await seconds(() => baseline(file))
  const readSeconds = await seconds(() => ours(file))
  console.log(
    JSON.stringify({
      bench: 'seeds/read',
      rows,
      seconds: readSeconds,
      baseline: 'readline + JSON.parse',
      baselineSeconds: readlineSeconds,
    }),
  )
  const some = (await ours(file)).slice(0, 4_000)
  let radius = 0
  const selectSeconds = await seconds(async () => {
    radius = (await selectDiverse(some, { count: 400 })).radius
  })
  console.log(
    JSON.stringify({
      bench: 'seeds/select',
      rows: some.length,
      chosen: 400,
      seconds: selectSeconds,
      radius: Number(radius.toFixed(4)),
    }),
  )
} finally {
  rmSync(folder, { recursive: true })
}
