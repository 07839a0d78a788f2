/**
 * Neo4j benchmark: `npm run -s bench -- neo4j [pairs = 100000] [edges = 1000000]`. Makes an embedded workspace with that many pairs
 * (with walks and provenance) on a graph of that many edges, starts a server with the settings of `neo4j up`, and runs the commands
 * `neo4j push` (first the graph, then the pairs, then again), `push --offline` and `import` as processes of their own. One JSON line
 * per measurement; the naive baseline (a query for every row, from ids) runs on a sample in the same database.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { isDeepStrictEqual } from 'node:util'
import neo4j, { type Driver } from 'neo4j-driver'
import { type Neo4jStores, openNeo4jStores } from '../../src/adapters/neo4j/open-stores.ts'
import { startServer, stopServer } from '../../src/adapters/neo4j/server/manage-server.ts'
import { keptPassword } from '../../src/adapters/neo4j/server/server-password.ts'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { conceptId, type Concept } from '../../src/core/concept.ts'
import type { ConceptGraph } from '../../src/core/concept-graph.ts'
import { contentId } from '../../src/core/identity.ts'
import type { Pair } from '../../src/core/pair.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
import type { Run } from '../../src/core/run.ts'
import { seedId } from '../../src/core/seed.ts'
import { benchRun, syntheticBlock } from '../store/synthetic-pairs.ts'

const [pairCount = 100_000, edgeCount = 1_000_000] = process.argv.slice(2).map(Number)
const block = 4096
const naiveRows = 500

/** Topics and points as the synthetic pairs name them, with edges drawn over all of them. */
function syntheticGraph(): ConceptGraph {
  const concept = (kind: Concept['kind'], key: string): Concept => ({
    id: conceptId(kind, key),
    kind,
    key,
    name: key,
    aliases: [],
    count: 1,
  })
  const nodes = [
    ...Array.from({ length: 2000 }, (_, number) => concept('topic', `topic ${number}`)),
    ...Array.from({ length: 9000 }, (_, number) => concept('knowledge-point', `point ${number}`)),
  ].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const random = randomAt(randomKey('bench-edges', 1), 0)
  const counts = new Map<number, number>()
  while (counts.size < edgeCount) {
    const [a, b] = [random.integer(0, nodes.length - 1), random.integer(0, nodes.length - 1)]
    if (a !== b)
      counts.set(Math.min(a, b) * nodes.length + Math.max(a, b), 1 + Math.floor(5 * random.float() ** 3))
  }
  const edges = [...counts.entries()]
    .toSorted(([x], [y]) => x - y)
    .map(([place, count]) => {
      const [a, b] = [nodes[Math.floor(place / nodes.length)], nodes[place % nodes.length]] as [
        Concept,
        Concept,
      ]
      const kind = a.kind !== b.kind ? 'TK' : a.kind === 'topic' ? 'TT' : 'KK'
      return { a: a.id, b: b.id, kind, count } as const
    })
  return { version: benchRun.graphVersion, nodes, edges, seedCount: 0 }
}

interface Measure {
  readonly seconds: number
  /** Seconds of the process that pushes, and of the server: on a machine that others load, they say more than the wall clock. */
  readonly cpu: number
  readonly serverCpu: number
}

let serverProcess: number | undefined

/** Processor seconds that a process has used, from /proc. */
function processorSeconds(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}

async function measure(work: () => Promise<unknown>): Promise<Measure> {
  const cpu = process.cpuUsage()
  const server = processorSeconds(serverProcess)
  const start = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return {
    seconds: (performance.now() - start) / 1000,
    cpu: (user + system) / 1e6,
    serverCpu: Math.max(0, processorSeconds(serverProcess) - server),
  }
}

const tenths = (value: number): number => Math.round(value * 10) / 10

function print(what: string, rows: number, { seconds, cpu, serverCpu }: Measure): void {
  const times = { seconds: tenths(seconds), cpu: tenths(cpu), serverCpu: tenths(serverCpu) }
  console.log(JSON.stringify({ what, rows, perSecond: Math.round(rows / seconds), ...times }))
}

const mainFile = new URL('../../src/surfaces/cli/main.ts', import.meta.url).pathname

/** Runs a command to its end: its times, its largest resident memory in MiB, and what it printed. */
async function command(args: readonly string[]): Promise<Measure & { memory: number; output: string }> {
  const server = processorSeconds(serverProcess)
  const start = performance.now()
  const child = spawn(process.execPath, [mainFile, ...args, '--workspace', workspace], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let [output, cpu, memory] = ['', 0, 0]
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  const look = setInterval(() => {
    cpu = Math.max(cpu, processorSeconds(child.pid))
    memory = Math.max(memory, largestMemory(child.pid))
  }, 50)
  const code = await new Promise((settle) => child.once('close', settle))
  clearInterval(look)
  if (code !== 0) throw new Error(`${args.join(' ')} failed with ${String(code)}`)
  const seconds = (performance.now() - start) / 1000
  return { seconds, cpu, serverCpu: processorSeconds(serverProcess) - server, memory, output }
}

function largestMemory(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

function printMemory(what: string, memory: number): void {
  console.log(JSON.stringify({ what: `${what}: peak memory of the process, MiB`, value: memory, goal: 500 }))
}

const relationshipsOf = ({ draft, path, supportingSeeds }: Pair): number =>
  2 + draft.requested.length + draft.realised.length + path.steps.length + supportingSeeds.length

/** A run that has the graph and no pairs, so that both are pushed apart. */
const graphRun: Run = { ...benchRun, id: contentId('run', 'bench graph'), state: 'finished' }

/** The workspace that is pushed; gives the number of relationships that its pairs have. */
async function fillWorkspace(graph: ConceptGraph): Promise<number> {
  const stores = await openWorkspace(workspace)
  let relationships = 0
  const seeds = Array.from({ length: 20_000 }, (_, number) => ({
    seed: {
      id: seedId(`seed ${number}`),
      question: `seed ${number}`,
      source: 'bench',
      split: 'train',
      license: 'CC0-1.0',
      language: 'en',
    },
    conceptIds: [0, 1, 2].map(
      (place) => graph.nodes[(number * 7 + place * 131) % graph.nodes.length]?.id ?? '',
    ),
  }))
  await stores.graph.putSeeds(seeds)
  await stores.graph.putGraph(
    graph,
    seeds.map(({ seed, conceptIds }) => ({ seedId: seed.id, conceptIds })),
  )
  await stores.runs.put(graphRun)
  for (let from = 0; from < pairCount; from += block) {
    const pairs = syntheticBlock(from, Math.min(block, pairCount - from))
    const state = from + block < pairCount ? 'generating' : 'finished'
    await stores.pairs.appendBlock({ ...benchRun, state, cursor: from + pairs.length }, pairs)
    for (const pair of pairs) relationships += relationshipsOf(pair)
  }
  await stores.close()
  return relationships
}

/** The obvious way: one query for each edge, both ends looked up by id, merged. */
async function naive(driver: Driver, graph: ConceptGraph): Promise<Measure> {
  const session = driver.session()
  return await measure(async () => {
    for (const { a, b, count } of graph.edges.slice(-naiveRows))
      await session.run(
        'MATCH (a:Concept {id: $a}), (b:Concept {id: $b}) MERGE (a)-[r:NAIVE]->(b) SET r.count = $count',
        { a, b, count },
      )
  })
}

type Counts = Readonly<Record<string, number>>

async function countAll(driver: Driver): Promise<Counts> {
  const { records } = await driver.executeQuery(
    `MATCH (n) UNWIND labels(n) AS name RETURN ':' + name AS name, count(*) AS count
     UNION ALL MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS count`,
  )
  return Object.fromEntries(
    records.map((record) => [String(record.get('name')), Number(record.get('count'))]),
  )
}

/** Sixteen runs of their own on the one graph: what was added, and how long it took. */
async function writeRuns(
  driver: Driver,
  open: () => Promise<Neo4jStores>,
  { name, writers }: { readonly name: string; readonly writers: number },
): Promise<{ readonly added: Counts; readonly times: Measure }> {
  const before = await countAll(driver)
  const runs = Array.from({ length: 16 }, (_, place) => {
    const run = { ...benchRun, id: contentId('run', [name, place]), cursor: 512 }
    const pairs = syntheticBlock(place * 512, 512).map((pair, index) => ({
      ...pair,
      index,
      runId: run.id,
      path: { ...pair.path, runSeed: 100 + writers },
    }))
    return { run, pairs }
  })
  const times = await measure(() =>
    Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        const stores = await open()
        for (const { run, pairs } of runs.filter((_run, place) => place % writers === writer)) {
          await stores.pairs.prepareBlock?.(pairs)
          await stores.pairs.appendBlock(run, pairs)
        }
        await stores.close()
      }),
    ),
  )
  const after = await countAll(driver)
  const added = Object.entries(after).map(([key, count]) => [key, count - (before[key] ?? 0)] as const)
  return { added: Object.fromEntries(added.filter(([, count]) => count !== 0)), times }
}

const workspace = mkdtempSync(join(tmpdir(), 'conceptloom-bench-neo4j-'))
const folder = join(workspace, 'import')
try {
  const graph = syntheticGraph()
  const ofPairs = await fillWorkspace(graph)
  const { record } = await startServer({ workspace, with: 'java', report: (text) => console.error(text) })
  serverProcess = record.pid
  const password = keptPassword(record.home) ?? process.env['NEO4J_PASSWORD'] ?? ''
  const open = (): Promise<Neo4jStores> =>
    openNeo4jStores({ uri: record.uri, username: 'neo4j', password }, 'write')
  const driver = neo4j.driver(record.uri, neo4j.auth.basic('neo4j', password))

  const graphPush = await command(['neo4j', 'push', '--run', graphRun.id, '--json'])
  const counted = await countAll(driver)
  const ofGraph = Object.entries(counted).reduce(
    (sum, [name, count]) => sum + (name.startsWith(':') ? 0 : count),
    0,
  )
  print('push: graph, relationships', ofGraph, graphPush)
  printMemory('push: graph', graphPush.memory)
  const pairPush = await command(['neo4j', 'push', '--run', benchRun.id, '--json'])
  print('push: pairs', pairCount, pairPush)
  print('push: pairs, relationships', ofPairs, pairPush)
  printMemory('push: pairs', pairPush.memory)
  print('push: all, relationships', ofGraph + ofPairs, {
    seconds: graphPush.seconds + pairPush.seconds,
    cpu: graphPush.cpu + pairPush.cpu,
    serverCpu: graphPush.serverCpu + pairPush.serverCpu,
  })
  print('baseline: one query for each edge', naiveRows, await naive(driver, graph))
  print('push again: pairs', pairCount, await command(['neo4j', 'push', '--run', benchRun.id, '--json']))

  const alone = await writeRuns(driver, open, { name: 'one', writers: 1 })
  const together = await writeRuns(driver, open, { name: 'sixteen', writers: 16 })
  print('writers: 1, pairs of 16 runs', 8192, alone.times)
  print('writers: 16, pairs of 16 runs', 8192, together.times)
  const isEqual = isDeepStrictEqual(alone.added, together.added)
  console.log(JSON.stringify({ what: 'writers: same counts', value: isEqual, added: together.added }))

  const stores = await open()
  let edgesRead = 0
  const read = await measure(
    async () => (edgesRead = (await stores.graph.graph(graph.version))?.edges.length ?? 0),
  )
  print('graph read back, edges', edgesRead, read)
  await stores.close()
  await driver.close()
  await stopServer(workspace)
  serverProcess = undefined

  const written = await command(['neo4j', 'push', '--all', '--offline', folder])
  print('offline: files, relationships', ofGraph + ofPairs, written)
  printMemory('offline: files', written.memory)
  const imported = await command(['neo4j', 'import', folder])
  print('offline: import, relationships', ofGraph + ofPairs, imported)
  print('offline: both, relationships', ofGraph + ofPairs, {
    seconds: written.seconds + imported.seconds,
    cpu: written.cpu + imported.cpu,
    serverCpu: 0,
  })
} finally {
  await stopServer(workspace)
  rmSync(workspace, { recursive: true, force: true })
}
