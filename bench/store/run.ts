/**
 * Store benchmark: `node bench/store/run.ts [pairs = 1000000]`. Builds a file of that many pairs in a temporary folder (about 1.1 kB
 * each), measures, and removes it. One JSON line per measurement. Making the pairs is not part of any figure.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { openWorkspace, type Workspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { contentId } from '../../src/core/identity.ts'
import type { LedgerRequest } from '../../src/core/ports.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { openNaiveStore } from './naive-insert.ts'
import { benchRun, syntheticBlock, syntheticPair } from './synthetic-pairs.ts'

const blockSize = 4096
const naivePairs = 20 * blockSize

interface Stopwatch {
  wall: number
  cpu: number
}

async function timed(watch: Stopwatch, work: () => Promise<unknown> | void): Promise<void> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  await work()
  watch.wall += performance.now() - start
  const used = process.cpuUsage(cpu)
  watch.cpu += (used.user + used.system) / 1000
}

function print(what: string, figures: Readonly<Record<string, number | string>>): void {
  const rounded = Object.entries(figures).map(([name, figure]) => [
    name,
    typeof figure === 'number' ? Math.round(figure * 1000) / 1000 : figure,
  ])
  process.stdout.write(`${JSON.stringify({ bench: 'store', what, ...Object.fromEntries(rounded) })}\n`)
}

function rate(count: number, { wall, cpu }: Stopwatch): Record<string, number> {
  return { perSecond: Math.round((count / wall) * 1000), perCpuSecond: Math.round((count / cpu) * 1000) }
}

async function writePairs(workspace: Workspace, folder: string, total: number): Promise<void> {
  const naive = openNaiveStore(path.join(folder, 'naive.sqlite'))
  const ours: Stopwatch = { wall: 0, cpu: 0 }
  const oursBeside: Stopwatch = { wall: 0, cpu: 0 }
  const baseline: Stopwatch = { wall: 0, cpu: 0 }
  let beside = 0
  for (let from = 0; from < total; from += blockSize) {
    const block = syntheticBlock(from, Math.min(blockSize, total - from))
    const run = { ...benchRun, cursor: from + block.length }
    // The baseline takes turns with us over the first blocks, so that both meet the same load.
    const watch = from < naivePairs ? oursBeside : ours
    await timed(watch, () => workspace.pairs.appendBlock(run, block))
    if (from < naivePairs) {
      beside += block.length
      await timed(baseline, () => naive.append(block))
    }
  }
  naive.close()
  const size = (name: string): number => statSync(path.join(folder, name)).size
  const both = { wall: ours.wall + oursBeside.wall, cpu: ours.cpu + oursBeside.cpu }
  print('append blocks', { pairs: total, blockSize, ...rate(total, both), goalPerSecond: 50_000 })
  print('append blocks beside baseline', { pairs: beside, ...rate(beside, oursBeside) })
  print('baseline: one row per concept', {
    pairs: beside,
    ...rate(beside, baseline),
    timesSlower: baseline.wall / oursBeside.wall,
    bytesPerPair: Math.round(size('naive.sqlite') / beside),
  })
  print('file', { bytesPerPair: Math.round(size('conceptloom.sqlite') / total) })
}

async function finishStage(workspace: Workspace, total: number): Promise<void> {
  const random = randomAt(randomKey('bench lookups'), 0)
  const id = syntheticPair(total - 1).id
  const scan: Stopwatch = { wall: 0, cpu: 0 }
  await timed(scan, () => workspace.pairs.byId(id))
  print('byId before the stage ends', { pairs: total, milliseconds: scan.wall })
  const index: Stopwatch = { wall: 0, cpu: 0 }
  await timed(index, () => workspace.runs.put({ ...benchRun, cursor: total, state: 'generated' }))
  print('id index at stage end', { pairs: total, milliseconds: index.wall })
  const milliseconds: number[] = []
  for (let draw = 0; draw < 500; draw++) {
    const wanted = syntheticPair(random.integer(0, total - 1))
    const each: Stopwatch = { wall: 0, cpu: 0 }
    await timed(each, async () => {
      const pair = await workspace.pairs.byId(wanted.id)
      if (pair?.path.steps.length !== 6 || pair.supportingSeeds.length !== 4)
        throw new Error(`wrong pair: ${wanted.id}`)
      await workspace.graph.seeds(pair.supportingSeeds)
    })
    milliseconds.push(each.wall)
  }
  milliseconds.sort((a, b) => a - b)
  const at = (share: number): number => milliseconds[Math.floor(share * (milliseconds.length - 1))] as number
  print('byId with walk and seeds', { pairs: total, p50: at(0.5), p99: at(0.99), max: at(1), goal: 50 })
}

async function readAndMark(workspace: Workspace, total: number): Promise<void> {
  const range: Stopwatch = { wall: 0, cpu: 0 }
  let read = 0
  await timed(range, async () => {
    for await (const pairs of workspace.pairs.range(benchRun.id, { from: 0, to: total })) read += pairs.length
  })
  print('range, full pairs', { pairs: read, ...rate(read, range) })
  const marks: Stopwatch = { wall: 0, cpu: 0 }
  const changes = Array.from({ length: Math.floor(total / 10) }, (_, place) => ({
    index: place * 10,
    mark: 'near-duplicate' as const,
    set: true,
  }))
  await timed(marks, () => workspace.pairs.mark(benchRun.id, changes))
  print('mark every tenth pair', { pairs: changes.length, ...rate(changes.length, marks) })
  const counts: Stopwatch = { wall: 0, cpu: 0 }
  await timed(counts, () => workspace.pairs.counts(benchRun.id))
  print('counts', { pairs: total, milliseconds: counts.wall })
}

async function writeLedger(workspace: Workspace): Promise<void> {
  const concurrency = 256
  const each = 100
  const waits: number[] = []
  const ledger: Stopwatch = { wall: 0, cpu: 0 }
  const caller = async (number: number): Promise<void> => {
    for (let turn = 0; turn < each; turn++) {
      const body = { model: 'bench', seed: number * each + turn, prompt: 'x'.repeat(1500) }
      const request: LedgerRequest = {
        key: contentId('request', body),
        runId: benchRun.id,
        purpose: 'generate',
        body,
      }
      const start = performance.now()
      await workspace.ledger.begin([request])
      waits.push(performance.now() - start)
      const reply = { text: 'y'.repeat(800) }
      await workspace.ledger.record([
        {
          key: request.key,
          outcome: 'answered',
          body: reply,
          promptTokens: 400,
          completionTokens: 200,
          cost: 0.001,
        },
      ])
    }
  }
  await timed(ledger, () => Promise.all(Array.from({ length: concurrency }, (_, number) => caller(number))))
  waits.sort((a, b) => a - b)
  const count = concurrency * each
  print('ledger: begin and record', {
    requests: count,
    concurrency,
    ...rate(count, ledger),
    beginP99: waits[Math.floor(waits.length * 0.99)] as number,
  })
}

const total = Number(process.argv[2] ?? 1_000_000)
const folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-bench-'))
try {
  const workspace = await openWorkspace(folder)
  const seeds = benchRun.seedIds.map((id) => ({
    seed: { id, question: `Seed ${id}`, source: 'bench', split: 'train', license: 'CC0-1.0', language: 'en' },
    conceptIds: [],
  }))
  await workspace.graph.putSeeds(seeds)
  await writePairs(workspace, folder, total)
  await finishStage(workspace, total)
  await readAndMark(workspace, total)
  await writeLedger(workspace)
  await workspace.close()
} finally {
  rmSync(folder, { recursive: true })
}
