/**
 * Neo4j benchmark: `node bench/neo4j/run.ts [pairs = 100000] [edges = 1000000]`. Starts a server of its own in a temporary folder,
 * pushes that many pairs with walks and provenance on a graph of that many edges, then writes the same as files and imports them.
 * One JSON line per measurement; the naive baseline (a query for every row, from ids) runs on a sample in the same database.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import neo4j from 'neo4j-driver'
import { openImportFiles } from '../../src/adapters/neo4j/offline/import-files.ts'
import { openNeo4jStores } from '../../src/adapters/neo4j/open-stores.ts'
import { importFiles, startServer, stopServer } from '../../src/adapters/neo4j/server/manage-server.ts'
import { keptPassword } from '../../src/adapters/neo4j/server/server-password.ts'
import { conceptId, type Concept } from '../../src/core/concept.ts'
import type { ConceptGraph } from '../../src/core/concept-graph.ts'
import type { GraphStore, PairStore } from '../../src/core/ports.ts'
import type { Pair } from '../../src/core/pair.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
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
  /** Seconds of this process, and of the server: on a machine that others load, they say more than the wall clock. */
  readonly cpu: number
  readonly serverCpu: number
}

let serverProcess: number | undefined

/** Processor seconds that the server has used, from /proc. */
function serverSeconds(): number {
  try {
    const stat = readFileSync(`/proc/${serverProcess}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}

async function measure(work: () => Promise<unknown>): Promise<Measure> {
  const cpu = process.cpuUsage()
  const server = serverSeconds()
  const start = performance.now()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return {
    seconds: (performance.now() - start) / 1000,
    cpu: (user + system) / 1e6,
    serverCpu: Math.max(0, serverSeconds() - server),
  }
}

function print(what: string, rows: number, { seconds, cpu, serverCpu }: Measure): void {
  const tenths = (value: number): number => Math.round(value * 10) / 10
  const times = { seconds: tenths(seconds), clientCpu: tenths(cpu), serverCpu: tenths(serverCpu) }
  console.log(JSON.stringify({ what, rows, perSecond: Math.round(rows / seconds), ...times }))
}

const relationshipsOf = ({ draft, path, supportingSeeds }: Pair): number =>
  2 + draft.requested.length + draft.realised.length + path.steps.length + supportingSeeds.length

async function putPairs(store: PairStore, sizes: { pairs: number; relationships: number }): Promise<void> {
  for (let from = 0; from < pairCount; from += block) {
    const pairs = syntheticBlock(from, Math.min(block, pairCount - from))
    await store.appendBlock({ ...benchRun, cursor: from + pairs.length }, pairs)
    sizes.pairs += pairs.length
    for (const pair of pairs) sizes.relationships += relationshipsOf(pair)
  }
}

/** The obvious way: one query for each edge, both ends looked up by id, merged. */
async function naive(uri: string, password: string, graph: ConceptGraph): Promise<Measure> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password))
  const session = driver.session()
  const result = await measure(async () => {
    for (const { a, b, count } of graph.edges.slice(-naiveRows))
      await session.run(
        'MATCH (a:Concept {id: $a}), (b:Concept {id: $b}) MERGE (a)-[r:NAIVE]->(b) SET r.count = $count',
        { a, b, count },
      )
  })
  await driver.close()
  return result
}

const workspace = mkdtempSync(join(tmpdir(), 'conceptloom-bench-neo4j-'))
const report = (text: string): void => console.error(text)
const start = { workspace, with: 'java', heap: '2g', report } as const
try {
  const graph = syntheticGraph()
  const putGraph = async (store: GraphStore): Promise<void> => {
    await store.putSeeds(
      Array.from({ length: 20_000 }, (_, number) => ({
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
      })),
    )
    await store.putGraph(graph, [])
  }
  const { record } = await startServer(start)
  serverProcess = record.pid
  const password = keptPassword(record.home) ?? process.env['NEO4J_PASSWORD'] ?? ''
  const stores = await openNeo4jStores({ uri: record.uri, username: 'neo4j', password }, 'write')
  const sizes = { pairs: 0, relationships: 0 }
  print('online: graph, edges', edgeCount, await measure(() => putGraph(stores.graph)))
  const pushed = await measure(() => putPairs(stores.pairs, sizes))
  print('online: pairs', sizes.pairs, pushed)
  print('online: relationships of pairs', sizes.relationships, pushed)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ what: 'push: peak memory, MiB', value: memory }))
  print('baseline: one query for each edge', naiveRows, await naive(record.uri, password, graph))
  let edgesRead = 0
  const read = await measure(
    async () => (edgesRead = (await stores.graph.graph(graph.version))?.edges.length ?? 0),
  )
  print('online: graph read back, edges', edgesRead, read)
  await stores.close()
  await stopServer(workspace)

  const folder = join(workspace, 'import')
  const written = await measure(async () => {
    const files = openImportFiles(folder)
    await putGraph(files.graph)
    await putPairs(files.pairs, { pairs: 0, relationships: 0 })
    await files.close()
  })
  const all = edgeCount + sizes.relationships
  print('offline: files, relationships', all, written)
  const imported = await measure(() => importFiles(workspace, folder))
  print('offline: import, relationships', all, imported)
  print('offline: both, relationships', all, {
    seconds: written.seconds + imported.seconds,
    cpu: written.cpu + imported.cpu,
    serverCpu: 0,
  })
} finally {
  await stopServer(workspace)
  rmSync(workspace, { recursive: true, force: true })
}
