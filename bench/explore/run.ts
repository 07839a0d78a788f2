/**
 * The reading side on a large workspace: `npm run -s bench -- explore [pairs = 100000]`. A simulated graph of the size MathScale
 * reports and that many synthetic pairs stand in a temporary folder. One JSON line per measurement, times in milliseconds; the
 * baseline of a filtered page is a scan of the stored pairs. Making graph and pairs is in no figure.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { configSchema } from '../../src/core/config.ts'
import { contentId } from '../../src/core/identity.ts'
import type { Pair } from '../../src/core/pair.ts'
import type { Run } from '../../src/core/run.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { openExplorer } from '../../src/pipeline/explore/open-explorer.ts'
import { followPairs } from '../../src/pipeline/explore/follow-pairs.ts'
import { identifyingConfig } from '../../src/pipeline/run-identity.ts'
import { openStores, type Workspace } from '../../src/wire.ts'
import { benchRun, syntheticPair } from '../store/synthetic-pairs.ts'
import { simulateGraph } from '../walk/simulate-graph.ts'

const total = Number(process.argv[2] ?? 100_000)
const blockSize = 4096
const folder = mkdtempSync(join(tmpdir(), 'conceptloom-bench-explore-'))
const config = configSchema.parse({ run: { workspace: folder, seed: 7 }, walk: { restrict: 'none' } })

function print(what: string, figures: Readonly<Record<string, number>>): void {
  const rounded = Object.entries(figures).map(([name, figure]) => [name, Math.round(figure * 100) / 100])
  process.stdout.write(`${JSON.stringify({ bench: 'explore', what, ...Object.fromEntries(rounded) })}\n`)
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number; cpu: number }> {
  const cpu = process.cpuUsage()
  const start = performance.now()
  const value = await work()
  const used = process.cpuUsage(cpu)
  return { value, ms: performance.now() - start, cpu: (used.user + used.system) / 1000 }
}

/** Times of a request asked again and again, the first one apart. */
async function repeated(what: string, work: (turn: number) => Promise<unknown>, times = 200): Promise<void> {
  const { ms: first } = await timed(() => work(0))
  const each: number[] = []
  for (let turn = 1; turn <= times; turn++) each.push((await timed(() => work(turn))).ms)
  each.sort((left, right) => left - right)
  print(what, {
    first,
    median: each[times >> 1] as number,
    p99: each[Math.floor(times * 0.99)] as number,
    times,
  })
}

async function fill(stores: Workspace): Promise<{ run: Run; points: readonly string[] }> {
  const { graph, contributions } = simulateGraph({
    topics: 2000,
    points: 8000,
    problems: 12_000,
    clusters: 12,
  })
  await stores.graph.putGraph(graph, contributions)
  const points = graph.nodes.filter(({ kind }) => kind === 'knowledge-point').map(({ id }) => id)
  const run: Run = {
    ...benchRun,
    config: identifyingConfig(config),
    graphVersion: graph.version,
    state: 'generating',
    cursor: 0,
  }
  for (let from = 0; from < total; from += blockSize) {
    const block = Array.from({ length: Math.min(blockSize, total - from) }, (_, place) =>
      pairOn(from + place, points),
    )
    await stores.pairs.appendBlock({ ...run, cursor: from + block.length }, block)
  }
  await stores.runs.put({ ...run, state: 'finished', cursor: total })
  print('graph', { nodes: graph.nodes.length, edges: graph.edges.length, pairs: total })
  return { run: { ...run, state: 'finished', cursor: total }, points }
}

/** Concepts as walks give them: a few frequent, most rare. */
function pairOn(index: number, points: readonly string[]): Pair {
  const pair = syntheticPair(index)
  const random = randomAt(randomKey('bench-explore'), index)
  const ids = Array.from(
    { length: 3 },
    () => points[Math.floor(random.float() ** 3 * points.length)] as string,
  )
  const concepts = [...new Set(ids)].sort()
  return {
    ...pair,
    id: contentId('pair', index),
    draft: { ...pair.draft, requested: concepts, realised: concepts },
  }
}

const stores = await openStores(folder)
try {
  const { run, points } = await fill(stores)
  globalThis.gc?.()
  const before = process.memoryUsage()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const followed = followPairs(stores.pairs, stores.reviews)
  const { ms, cpu } = await timed(() => followed.update(run))
  delay.disable()
  globalThis.gc?.()
  print('index of pairs', {
    pairs: followed.current().size,
    ms,
    cpu,
    perSecond: (total / ms) * 1000,
    megabytes: (process.memoryUsage().arrayBuffers - before.arrayBuffers) / 2 ** 20,
    longestTurn: delay.max / 1e6,
    p99Turn: delay.percentile(99) / 1e6,
  })

  const explorer = openExplorer({ stores, config })
  const opened = await timed(() => explorer.graphSummary({}))
  print('open graph, communities and statistics', { ms: opened.ms })
  const laying = performance.now()
  print('overview before the layout', { ms: (await timed(() => explorer.overview({ nodes: 2000 }))).ms })
  while (!(await explorer.graphSummary({})).laidOut) await new Promise((settle) => setTimeout(settle, 100))
  print('layout in its thread', { ms: performance.now() - laying })
  const point = (turn: number): string => points[(turn * 37) % 500] as string
  await repeated('overview of 300', () => explorer.overview({}))
  await repeated('overview of 2000', () => explorer.overview({ nodes: 2000 }))
  await repeated('ego network', (turn) => explorer.egoNetwork(point(turn), { radius: 2 }))
  await repeated('search', (turn) => explorer.concepts({ text: `point ${turn}` }))
  await repeated('list concepts', (turn) => explorer.concepts({ sort: turn % 2 === 0 ? 'count' : 'pairs' }))
  await repeated('concept', (turn) => explorer.concept(point(turn), {}))
  await repeated('walk', (turn) => explorer.walks({ index: turn }))
  await repeated('pairs of a concept', (turn) => explorer.pairs({ concept: point(turn) }))
  await repeated('pairs, rare filter', () => explorer.pairs({ mark: 'contaminated' }))
  const scan = await timed(async () => {
    const found: Pair[] = []
    for await (const batch of stores.pairs.range(run.id, { from: 0, to: total }))
      found.push(...batch.filter(({ draft }) => draft.realised.includes(points[400] as string)))
    return found.slice(0, 50)
  })
  print('baseline: pairs of a concept by a scan', { ms: scan.ms })
  await explorer.close()
  const again = openExplorer({ stores, config })
  print('open graph with kept figures', { ms: (await timed(() => again.graphSummary({}))).ms })
  await again.close()
} finally {
  await stores.close()
  rmSync(folder, { recursive: true })
}
