import { type Pair, pairMarks } from '../../src/core/pair.ts'
import type { LabelledSeed } from '../../src/core/ports.ts'
import type { Run } from '../../src/core/run.ts'
import type { RunStores } from '../../src/pipeline/run-pipeline.ts'
import { sampleGraph, samplePair, sampleRun } from '../contracts/samples.ts'

/** A run with seeds, graph and pairs, all named after `name`: what one workspace holds. */
export interface SampleWorkspace {
  readonly run: Run
  readonly graph: ReturnType<typeof sampleGraph>['graph']
  readonly seeds: readonly LabelledSeed[]
  readonly pairs: readonly Pair[]
}

/** Pairs stand on the concepts and seeds of the graph; every fifth carries a mark. */
export function sampleWorkspace(name: string, count: number): SampleWorkspace {
  const { graph, seeds } = sampleGraph(name)
  const seedIds = seeds.map(({ seed }) => seed.id)
  const run = sampleRun(name, {
    graphVersion: graph.version,
    seedIds,
    state: 'finished',
    cursor: count,
    counters: { walks: count, pairs: count, supportedBySize: [], skipped: {}, unanswered: [] },
  })
  const pairs = Array.from({ length: count }, (_, index) => {
    const pair = samplePair(run, index)
    const mark = pairMarks[index % pairMarks.length] ?? 'review'
    return {
      ...pair,
      supportingSeeds: seedIds.slice(0, 1 + (index % seedIds.length)).toSorted(),
      marks: index % 5 === 0 ? [mark] : [],
    }
  })
  return { run, graph, seeds, pairs }
}

export async function putSample(stores: RunStores, sample: SampleWorkspace): Promise<void> {
  const { run, graph, seeds, pairs } = sample
  await stores.graph.putSeeds(seeds)
  const contributions = seeds.map(({ seed, conceptIds }) => ({ seedId: seed.id, conceptIds }))
  await stores.graph.putGraph(graph, contributions)
  await stores.pairs.appendBlock(run, pairs)
}

export interface RunContent {
  readonly pairs: readonly Pair[]
  readonly [part: string]: unknown
}

/** Everything the stores hold of a run. */
export async function contentOf(stores: RunStores, run: Run): Promise<RunContent> {
  const pairs: Pair[] = []
  for await (const batch of stores.pairs.range(run.id, { from: 0, to: Infinity })) pairs.push(...batch)
  const graph = await stores.graph.graph(run.graphVersion)
  const edges = graph?.edges ?? []
  return {
    run: await stores.runs.byId(run.id),
    graph,
    edgeSeeds: await Promise.all(
      edges.map(({ a, b }) => stores.graph.seedsOfEdge(run.graphVersion, { a, b, limit: 1000 })),
    ),
    seeds: await stores.graph.seeds(run.seedIds),
    pairs,
    counts: await stores.pairs.counts(run.id),
  }
}
