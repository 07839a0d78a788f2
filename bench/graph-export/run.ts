/**
 * Graph exports. Read back: a graph of hostile names and a simulated one, by networkx (GEXF, GraphML) and rdflib (SKOS, PROV-O), which
 * must find every concept, edge, weight, name and pair; exit 1 otherwise. Time: each format of a random graph of `--edges` edges,
 * with the peak of memory, beside `JSON.stringify` of the same graph. `--python` names an interpreter that has both packages; without it they are installed
 * from PyPI into a temporary folder.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { conceptId, type Concept } from '../../src/core/concept.ts'
import type { ConceptEdge } from '../../src/core/concept-graph.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { sampleSeed } from '../../tests/contracts/samples.ts'
import { hostileMaterial } from '../../tests/graph-export/hostile-material.ts'
import { gatherGraphMaterial } from '../../src/pipeline/graph-material.ts'
import { cleanText } from '../../src/steps/export/graph/clean-text.ts'
import { exportGraph } from '../../src/steps/export/graph/export-graph.ts'
import { graphFormats } from '../../src/steps/export/graph/graph-formats.ts'
import type { GraphMaterial } from '../../src/steps/export/graph/graph-material.ts'
import { simulateGraph, clustered } from '../walk/simulate-graph.ts'

const { values } = parseArgs({
  options: {
    edges: { type: 'string', default: '1000000' },
    concepts: { type: 'string', default: '20000' },
    python: { type: 'string' },
  },
})
const folder = mkdtempSync(join(tmpdir(), 'conceptloom-graph-bench-'))

function print(row: object): void {
  console.log(JSON.stringify(row))
}

function measured<T>(work: () => T): {
  readonly result: T
  readonly seconds: number
  readonly cpuSeconds: number
} {
  const [cpu, start] = [process.cpuUsage(), performance.now()]
  const result = work()
  const { user, system } = process.cpuUsage(cpu)
  const rounded = (value: number): number => Math.round(value * 1000) / 1000
  return {
    result,
    seconds: rounded((performance.now() - start) / 1000),
    cpuSeconds: rounded((user + system) / 1e6),
  }
}

function pythonWithPeers(): string {
  const place = join(folder, 'venv')
  execFileSync('python3', ['-m', 'venv', place])
  const python = join(place, 'bin/python')
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', 'networkx==3.6.1', 'rdflib==7.6.0'], {
    stdio: 'ignore',
  })
  return python
}

interface ReadBack {
  readonly networkx: string
  readonly rdflib: string
  readonly gexf: ReadGraph
  readonly graphml: ReadGraph
  readonly skos: {
    readonly concepts: number
    readonly related: number
    readonly broader: number
    readonly names: string[]
    readonly cpuSeconds: number
  }
  readonly prov: {
    readonly entities: Record<string, number>
    readonly generated: number
    readonly cpuSeconds: number
  }
}

interface ReadGraph {
  readonly directed: boolean
  readonly concepts: number
  readonly edges: number
  readonly weight: number
  readonly names: string[]
  readonly cpuSeconds: number
}

/** Exports, reads back with the peers, and says for every format whether all is there. */
function readBack(name: string, material: GraphMaterial, python: string): void {
  const target = join(folder, name)
  exportGraph(material, { target })
  const script = join(import.meta.dirname, 'read_back.py')
  const found = JSON.parse(
    execFileSync(python, [script, target], { encoding: 'utf8', maxBuffer: 1 << 28 }),
  ) as ReadBack
  const { nodes, edges } = material.graph
  const names = nodes.map((node) => cleanText(node.name)).sort(byCodePoint)
  const weight = edges.reduce((sum, { count }) => sum + count, 0)
  const same = (list: readonly string[]): boolean => JSON.stringify(list) === JSON.stringify(names)
  const report = (format: string, equal: boolean, rest: object): void => {
    if (!equal) process.exitCode = 1
    print({
      bench: 'graph-export',
      measure: 'read back',
      graph: name,
      format,
      equal,
      concepts: nodes.length,
      edges: edges.length,
      found: rest,
    })
  }
  for (const format of ['gexf', 'graphml'] as const) {
    const { names: read, ...rest } = found[format]
    const counts = rest.concepts === nodes.length && rest.edges === edges.length && rest.weight === weight
    report(format, counts && !rest.directed && same(read), { networkx: found.networkx, ...rest })
  }
  const broader = material.partOf.size
  const { names: read, ...skos } = found.skos
  const related =
    2 *
    (edges.length -
      edges.filter(({ a, b }) =>
        [material.partOf.get(a), material.partOf.get(b)].some(
          (topic) => topic?.topicId === a || topic?.topicId === b,
        ),
      ).length)
  const whole = skos.concepts === nodes.length && skos.broader === broader && skos.related === related
  report('skos', whole && same(read), { rdflib: found.rdflib, ...skos })
  const { pair = 0, concept = 0, seed = 0 } = found.prov.entities
  const held = pair === material.pairs.length && concept >= nodes.length && seed >= material.seeds.length
  report('prov', held && found.prov.generated === pair, { rdflib: found.rdflib, ...found.prov })
}

/** Python sorts texts by code point, JavaScript by UTF-16 unit. */
function byCodePoint(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right))
}

function simulated(): GraphMaterial {
  const { graph, contributions } = simulateGraph(clustered)
  const seeds = contributions.map(({ seedId, conceptIds }) => ({
    seed: { ...sampleSeed(seedId), id: seedId },
    conceptIds,
  }))
  return gatherGraphMaterial({ graph, seeds, seed: 0, pairs: [] })
}

/** A random graph without seeds: nothing but concepts and edges. */
function randomMaterial(concepts: number, edges: number): GraphMaterial {
  const nodes = Array.from({ length: concepts }, (_, at): Concept => {
    const kind = at % 5 === 0 ? 'topic' : 'knowledge-point'
    const name = `Concept number ${at}`
    return { id: conceptId(kind, name), kind, key: name, name, aliases: [{ name, count: 3 }], count: 3 }
  }).sort((left, right) => (left.id < right.id ? -1 : 1))
  const random = randomAt(randomKey('graph-export-bench'), 0)
  const pairs = new Set<number>()
  while (pairs.size < edges) {
    const [a, b] = [random.integer(0, concepts - 1), random.integer(0, concepts - 1)]
    if (a !== b) pairs.add(Math.min(a, b) * concepts + Math.max(a, b))
  }
  const list = [...pairs]
    .sort((left, right) => left - right)
    .map((pair): ConceptEdge => {
      const [a, b] = [nodes[Math.floor(pair / concepts)] as Concept, nodes[pair % concepts] as Concept]
      const topics = [a, b].filter(({ kind }) => kind === 'topic').length
      return { a: a.id, b: b.id, kind: (['KK', 'TK', 'TT'] as const)[topics] ?? 'KK', count: 1 + (pair % 7) }
    })
  const graph = { version: conceptId('topic', 'random'), nodes, edges: list, seedCount: 0 }
  const { result, ...time } = measured(() => gatherGraphMaterial({ graph, seeds: [], seed: 0, pairs: [] }))
  print({ bench: 'graph-export', measure: 'communities and layout', concepts, edges, ...time })
  return result
}

try {
  const python = values.python ?? pythonWithPeers()
  readBack('hostile', hostileMaterial(), python)
  readBack('simulated', simulated(), python)
  const material = randomMaterial(Number(values.concepts), Number(values.edges))
  const baseline = measured(() =>
    Buffer.byteLength(`${JSON.stringify(material.graph.nodes)}${JSON.stringify(material.graph.edges)}`),
  )
  print({
    bench: 'graph-export',
    measure: 'baseline: JSON.stringify, not written',
    bytes: baseline.result,
    seconds: baseline.seconds,
    cpuSeconds: baseline.cpuSeconds,
  })
  for (const format of graphFormats) {
    const { result, seconds, cpuSeconds } = measured(() =>
      exportGraph(material, { target: join(folder, format), formats: [format] }),
    )
    const edgesPerSecond = Math.round(Number(values.edges) / seconds)
    const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024)
    print({
      bench: 'graph-export',
      measure: 'write',
      format,
      bytes: result.bytes,
      seconds,
      cpuSeconds,
      edgesPerSecond,
      peakMiB,
    })
    rmSync(join(folder, format), { recursive: true })
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
