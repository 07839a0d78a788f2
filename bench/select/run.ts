/**
 * Diverse seeds. Time: 20,000 clustered unit vectors of 384 numbers, 2,000 chosen, by the SIMD kernel with one and two threads, by the
 * scalar one, and by NumPy where `python3` has it (`PYTHONPATH` is passed on). Quality: covering radius, mean distance and taxonomy
 * points covered, of a selection of real seeds against random ones of the same size. `--rows`, `--count`, `--seeds FILE…`.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { VectorTable } from '../../src/core/ports.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
import type { Seed } from '../../src/core/seed.ts'
import { labelProblem } from '../../src/steps/extract/label-problem.ts'
import { startWorker } from '../../src/pipeline/start-worker.ts'
import { admitSeeds } from '../../src/steps/seeds/admit-seeds.ts'
import {
  greedyKCenter,
  type KCenterOptions,
  type KCenterResult,
} from '../../src/steps/seeds/greedy-k-center.ts'
import { createHashedEmbedder } from '../../src/steps/seeds/hashed-embedding.ts'
import { readSeeds } from '../../src/steps/seeds/read-seeds.ts'
import { selectDiverse } from '../../src/steps/seeds/select-diverse.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    count: { type: 'string', default: '2000' },
    seeds: { type: 'string', multiple: true, default: ['../shared/data/seeds_dev.jsonl'] },
    many: {
      type: 'string',
      multiple: true,
      default: ['gsm8k_train', 'math_train', 'tal_scq_en_train', 'seeds_dev'].map(
        (name) => `../shared/data/${name}.jsonl`,
      ),
    },
  },
})
const [rows, count, dimension] = [Number(values.rows), Number(values.count), 384]

function print(row: object): void {
  console.log(JSON.stringify(row))
}

function rounded(value: number, places: number = 3): number {
  return Number(value.toFixed(places))
}

async function measured<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly result: T; readonly seconds: number; readonly cpuSeconds: number }> {
  const [cpu, start] = [process.cpuUsage(), performance.now()]
  const result = await work()
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(cpu)
  return { result, seconds: rounded(seconds), cpuSeconds: rounded((user + system) / 1e6) }
}

/** Unit vectors around 300 middles. */
function clustered(): VectorTable {
  const vectors = new Float32Array(rows * dimension)
  const key = randomKey('bench select')
  const middles = Array.from({ length: 300 }, (_, at) => {
    const random = randomAt(randomKey('bench select middle'), at)
    return Float32Array.from({ length: dimension }, () => random.float() - 0.5)
  })
  for (let row = 0; row < rows; row++) {
    const random = randomAt(key, row)
    const middle = random.pick(middles)
    const vector = vectors.subarray(row * dimension, (row + 1) * dimension)
    for (let at = 0; at < dimension; at++) vector[at] = (middle[at] as number) + 0.8 * (random.float() - 0.5)
    const length = Math.hypot(...vector)
    for (let at = 0; at < dimension; at++) vector[at] = (vector[at] as number) / length
  }
  return { vectors, dimension }
}

function same(one: readonly number[], other: readonly number[]): number {
  let shared = 0
  while (shared < Math.min(one.length, other.length) && one[shared] === other[shared]) shared++
  return shared
}

async function compareKernels(table: VectorTable): Promise<void> {
  const shape = { bench: 'select/k-center', rows, dimension }
  const choose = (
    options: Partial<KCenterOptions>,
  ): Promise<{ result: KCenterResult; seconds: number; cpuSeconds: number }> =>
    measured(() => greedyKCenter(table, { count, start: 0, ...options }))
  // Compiled code is warm in every later call as well.
  greedyKCenter(table, { count: 20, start: 0 })
  const { result: alone, ...one } = await choose({})
  print({ ...shape, chosen: count, method: 'wasm SIMD, 1 thread', ...one, radius: rounded(alone.radius, 4) })
  const { result: together, ...two } = await choose({
    startHelpers: (job) => startWorker('k-center-worker', job).unref(),
  })
  print({
    ...shape,
    chosen: count,
    method: 'wasm SIMD, 2 threads',
    ...two,
    samePicks: same(alone.centers, together.centers),
  })
  const few = Math.max(1, Math.floor(count / 10))
  const { result: scalar, ...slow } = await choose({ kernel: 'scalar', count: few })
  print({
    ...shape,
    chosen: few,
    method: 'scalar, 1 thread',
    ...slow,
    wholeSecondsExtrapolated: rounded((slow.seconds * count) / few),
    samePicks: same(alone.centers, scalar.centers),
  })
  runNumpy(table, alone)
}

/** NumPy works with 32-bit floats, so it may take another row where two are equally far to 1e-4; the radii are to be compared. */
function runNumpy(table: VectorTable, ours: KCenterResult): void {
  const folder = mkdtempSync(join(tmpdir(), 'conceptloom-select-'))
  try {
    const file = join(folder, 'vectors.f32')
    writeFileSync(file, new Uint8Array(table.vectors.buffer))
    const script = join(import.meta.dirname, 'k_center.py')
    const run = spawnSync('python3', [script, file, String(rows), String(dimension), String(count)], {
      encoding: 'utf8',
    })
    if (run.status !== 0) {
      console.error(`no baseline: ${run.stderr?.trim().split('\n').at(-1) ?? 'python3 is missing'}`)
      return
    }
    const { picks, ...row } = JSON.parse(run.stdout) as { readonly picks: number[] }
    print({
      bench: 'select/k-center',
      rows,
      dimension,
      chosen: count,
      method: 'NumPy, 1 thread',
      ...row,
      samePicks: same(ours.centers, picks),
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function load(files: readonly string[]): Promise<readonly Seed[]> {
  const present = files.filter((file) => existsSync(file))
  for (const file of files) if (!present.includes(file)) console.error(`no seeds: ${file}`)
  if (present.length === 0) return []
  return (await admitSeeds(readSeeds(present), { allowTestSeeds: false })).seeds
}

/** Largest and mean cosine distance of all rows to the nearest chosen one. */
function covering(
  { vectors, dimension: size }: VectorTable,
  chosen: readonly number[],
): { readonly radius: number; readonly mean: number } {
  let [radius, sum] = [0, 0]
  const all = vectors.length / size
  for (let row = 0; row < all; row++) {
    let nearest = -1
    for (const center of chosen) {
      let product = 0
      for (let at = 0; at < size; at++)
        product += (vectors[row * size + at] as number) * (vectors[center * size + at] as number)
      if (product > nearest) nearest = product
    }
    radius = Math.max(radius, 1 - nearest)
    sum += 1 - nearest
  }
  return { radius: rounded(radius, 4), mean: rounded(sum / all, 4) }
}

function pointsOf(seeds: readonly Seed[]): number {
  return new Set(
    seeds.flatMap((seed) => labelProblem(seed.question).knowledgePoints.map((label) => label.name)),
  ).size
}

async function compareQuality(seeds: readonly Seed[]): Promise<void> {
  const table = await createHashedEmbedder().embed(seeds.map((seed) => seed.question))
  const placeOf = new Map(seeds.map((seed, at) => [seed.id, at]))
  const points = pointsOf(seeds)
  for (const size of [50, 100, 200, 400].filter((each) => each < seeds.length)) {
    const { seeds: chosen } = await selectDiverse(seeds, { count: size })
    const picks = chosen.map((seed) => placeOf.get(seed.id) as number)
    const shape = { bench: 'select/quality', seeds: seeds.length, points, chosen: size }
    print({
      ...shape,
      method: 'k-center, hashed',
      ...covering(table, picks),
      pointsCovered: pointsOf(chosen),
    })
    const draws = Array.from({ length: 10 }, (_, draw) => {
      const random = randomAt(randomKey('bench select random'), draw)
      return seeds
        .map((_, at) => ({ at, order: random.float() }))
        .toSorted((a, b) => a.order - b.order)
        .slice(0, size)
        .map(({ at }) => at)
    })
    const figures = draws.map((draw) => ({
      ...covering(table, draw),
      pointsCovered: pointsOf(draw.map((at) => seeds[at] as Seed)),
    }))
    const mean = (field: 'radius' | 'mean' | 'pointsCovered'): number =>
      rounded(figures.reduce((sum, figure) => sum + figure[field], 0) / figures.length, 4)
    print({
      ...shape, method: 'random, mean of 10', radius: mean('radius'), mean: mean('mean'), pointsCovered: mean('pointsCovered'),
      leastPoints: Math.min(...figures.map((figure) => figure.pointsCovered)), mostPoints: Math.max(...figures.map((figure) => figure.pointsCovered)),
    }) // prettier-ignore
  }
}

await compareKernels(clustered())
const few = await load(values.seeds)
if (few.length > 0) await compareQuality(few)
const many = (await load(values.many)).slice(0, rows)
if (many.length > 0) {
  const { seconds, cpuSeconds } = await measured(() =>
    createHashedEmbedder().embed(many.map((seed) => seed.question)),
  )
  print({ bench: 'select/embed', method: 'hashed', seeds: many.length, seconds, cpuSeconds })
  const whole = await measured(() =>
    selectDiverse(many, { count, startHelpers: (job) => startWorker('k-center-worker', job).unref() }),
  )
  print({
    bench: 'select/whole', what: 'embed, medoid, choose; 2 threads', seeds: many.length, chosen: count,
    seconds: whole.seconds, cpuSeconds: whole.cpuSeconds, radius: rounded(whole.result.radius, 4),
  }) // prettier-ignore
}
