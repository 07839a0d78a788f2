/**
 * The walk sampler against the obvious walks and against C, and coverage against the plain walk; one JSON line per measure.
 *
 *   node bench/walk/run.ts
 *
 * networkx is measured when `$CONCEPTLOOM_PYTHON` (default python3) has it, C when gcc is there.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { ConceptGraph } from '../../src/core/concept-graph.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { compactGraphBytes } from '../../src/steps/walk/compact-graph.ts'
import { sampleInto } from '../../src/steps/walk/sample-into.ts'
import { samplePath } from '../../src/steps/walk/sample-path.ts'
import { createWalkBuffer } from '../../src/steps/walk/walk-buffer.ts'
import { planWalks, type WalkPlan } from '../../src/steps/walk/walk-plan.ts'
import { loadGraphology, walkGraphology } from './graphology-walk.ts'
import { measureCoverage } from './measure-coverage.ts'
import { clustered, mathscaleSized, simulateGraph, small } from './simulate-graph.ts'

const rounds = 3
const walksPerRound = 2_000_000
const folder = mkdtempSync(join(tmpdir(), 'conceptloom-bench-'))

interface Line {
  readonly measure: string
  readonly value: number
  readonly goal?: string
  readonly [detail: string]: unknown
}

function print(line: Line): void {
  process.stdout.write(`${JSON.stringify({ bench: 'walk', ...line })}\n`)
}

/** CPU seconds, so that other work on the machine counts less. */
function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function best(values: readonly number[]): number {
  return Math.max(...values)
}

function ours(plan: WalkPlan, walks: number): { perSecond: number; checksum: number } {
  const buffer = createWalkBuffer(plan)
  let checksum = 0
  const seconds = cpuSeconds(() => {
    for (let index = 0; index < walks; index++) {
      if (!sampleInto(plan, index, buffer)) continue
      for (let place = 0; place < buffer.length; place++) {
        checksum = (Math.imul(checksum, 31) + (buffer.nodes[place] as number)) | 0
      }
    }
  })
  return { perSecond: walks / seconds, checksum: checksum >>> 0 }
}

function graphologyPerSecond(graph: ConceptGraph, seconds: number): number {
  const loaded = loadGraphology(graph)
  const topics = graph.nodes.filter((node) => node.kind === 'topic').map((node) => node.id)
  const random = randomAt(randomKey('bench'), 0)
  let walks = 0
  const spent = cpuSeconds(() => {
    const end = performance.now() + seconds * 1000
    while (performance.now() < end) walkGraphology(loaded, topics[walks++ % topics.length] as string, random)
  })
  return walks / spent
}

function networkxPerSecond(graph: ConceptGraph, seconds: number): number | undefined {
  const places = new Map(graph.nodes.map((node, place) => [node.id, place]))
  const file = join(folder, 'edges.json')
  writeFileSync(
    file,
    JSON.stringify({
      kinds: graph.nodes.map((node) => node.kind),
      edges: graph.edges.map(({ a, b, count }) => [places.get(a), places.get(b), count]),
    }),
  )
  const reply = attempt(process.env['CONCEPTLOOM_PYTHON'] ?? 'python3', [
    join(import.meta.dirname, 'networkx_walk.py'),
    file,
    String(seconds),
  ])
  if (reply === undefined) return undefined
  const { walks, seconds: spent } = JSON.parse(reply) as { walks: number; seconds: number }
  return walks / spent
}

/** Writes the tables for the C program and compiles it; undefined without gcc. */
function buildC(plan: WalkPlan): (() => { perSecond: number; checksum: number }) | undefined {
  const { graph } = plan
  const words = [graph.topicIds.length, graph.knowledgePointIds.length, ...plan.key, ...plan.orderKey]
  const chunks: Uint32Array[] = [Uint32Array.from(words)]
  for (const part of [graph.topicTopic, graph.topicPoint, graph.pointPoint]) {
    chunks.push(Uint32Array.of(part.offsets.length), part.offsets)
    chunks.push(Uint32Array.of(part.entries.length), part.entries)
  }
  const tables = join(folder, 'tables')
  const program = join(folder, 'walk')
  writeFileSync(tables, Buffer.concat(chunks.map(bytesOf)))
  const source = join(import.meta.dirname, 'walk.c')
  if (attempt('gcc', ['-O3', '-o', program, source]) === undefined) return undefined
  return () => {
    const reply = execFileSync(program, [tables, String(walksPerRound)], { encoding: 'utf8' })
    const { walks, seconds, checksum } = JSON.parse(reply) as Record<'walks' | 'seconds' | 'checksum', number>
    return { perSecond: walks / seconds, checksum }
  }
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength)
}

/** Output of a program, or undefined (said on stderr) when it is missing or fails. */
function attempt(program: string, parameters: readonly string[]): string | undefined {
  try {
    return execFileSync(program, parameters, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    process.stderr.write(`not measured: ${program}: ${String(error).split('\n')[0] ?? ''}\n`)
    return undefined
  }
}

function measureSpeed(name: string, graph: ConceptGraph): void {
  const plan = planWalks(graph, { mode: 'mathscale', seed: 1 })
  const c = buildC(plan)
  const mine: ReturnType<typeof ours>[] = []
  const theirs: ReturnType<typeof ours>[] = []
  for (let round = 0; round < rounds; round++) {
    mine.push(ours(plan, walksPerRound))
    if (c !== undefined) theirs.push(c())
  }
  const value = best(mine.map((round) => round.perSecond))
  const common = { graph: name, edges: graph.edges.length, nodes: graph.nodes.length }
  print({ measure: 'walks per CPU second', value: Math.round(value), goal: '>= 1000000', ...common })
  const graphology = graphologyPerSecond(graph, 4)
  print({
    measure: 'speed over graphology',
    value: Math.round(value / graphology),
    baseline: { name: 'graphology, softmax recomputed', walksPerSecond: Math.round(graphology) },
    ...common,
  })
  const networkx = networkxPerSecond(graph, 6)
  if (networkx !== undefined) {
    print({
      measure: 'speed over networkx',
      value: Math.round(value / networkx),
      goal: '>= 1000',
      baseline: { name: 'networkx, softmax recomputed', walksPerSecond: Math.round(networkx) },
      ...common,
    })
  }
  if (c !== undefined) {
    const rate = best(theirs.map((round) => round.perSecond))
    print({
      measure: 'speed over C -O3',
      value: Number((value / rate).toFixed(3)),
      goal: '>= 0.6',
      baseline: { name: 'C, same tables and random numbers', walksPerSecond: Math.round(rate) },
      sameWalks: mine[0]?.checksum === theirs[0]?.checksum,
      ...common,
    })
  }
  const paths = 200_000
  const buffer = createWalkBuffer(plan)
  const spent = cpuSeconds(() => {
    for (let index = 0; index < paths; index++) samplePath(plan, index, buffer)
  })
  print({ measure: 'whole paths per CPU second', value: Math.round(paths / spent), ...common })
}

function measureMemory(name: string, graph: ConceptGraph): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  const before = process.memoryUsage().heapUsed
  const loaded = loadGraphology(graph)
  collect()
  const graphology = (process.memoryUsage().heapUsed - before) / loaded.size
  const plan = planWalks(graph, { mode: 'mathscale', seed: 1 })
  print({
    measure: 'bytes per undirected edge',
    value: Number((compactGraphBytes(plan.graph) / graph.edges.length).toFixed(2)),
    goal: '<= 24',
    baseline: { name: 'graphology', bytesPerEdge: Math.round(graphology) },
    graph: name,
    edges: graph.edges.length,
  })
}

try {
  const large = simulateGraph({ ...mathscaleSized, problems: 32_000 })
  measureMemory('2,000 topics, 9,000 points', large.graph)
  measureSpeed('2,000 topics, 9,000 points', large.graph)
  measureSpeed('small', simulateGraph(small).graph)
  for (const [name, simulation] of Object.entries({ mathscaleSized, small, clustered })) {
    for (const target of ['uniform', 'sqrt-count'] as const) {
      for (const line of measureCoverage(simulateGraph(simulation), target)) print({ ...line, graph: name })
    }
  }
} finally {
  rmSync(folder, { recursive: true })
}
