import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { ConnectionSettings } from '../../src/adapters/neo4j/connection-settings.ts'
import { openNeo4jStores } from '../../src/adapters/neo4j/open-stores.ts'
import { openWorkspace } from '../../src/adapters/sqlite/open-workspace.ts'
import { contentId } from '../../src/core/identity.ts'
import { type Pair, pairId, questionId } from '../../src/core/pair.ts'
import type { LabelledSeed } from '../../src/core/ports.ts'
import type { Run } from '../../src/core/run.ts'

/** What {@link fillSample} has stored, to compare answers with. */
export interface Sample {
  readonly seeds: readonly LabelledSeed[]
  /** Of the procedural run. */
  readonly pairs: readonly Pair[]
  /** Of a run with a model: rephrased pairs, rephrasings of those, and pairs whose prompt showed seeds. */
  readonly modelPairs: readonly Pair[]
  readonly modelCost: number
  /** Derived from a pair that was derived from a seed. */
  readonly pairOfPair: Pair
}

const modelCost = 1.5

/** Fills a database with a real procedural run over the shipped seeds and with pairs such as a model gives. */
export async function fillSample(settings: ConnectionSettings, count = 400): Promise<Sample> {
  const folder = mkdtempSync(join(tmpdir(), 'conceptloom-sample-'))
  try {
    makeRun(folder, count)
    return await copyRun(join(folder, 'workspace'), settings)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function makeRun(folder: string, count: number): void {
  const main = new URL('../../src/surfaces/cli/main.ts', import.meta.url).pathname
  const flags = ['--seeds', 'seeds', '--count', String(count), '--out', join(folder, 'out')]
  const { status, stderr } = spawnSync(
    process.execPath,
    [main, 'run', ...flags, '--workspace', join(folder, 'workspace')],
    { encoding: 'utf8', cwd: new URL('../..', import.meta.url).pathname },
  )
  if (status !== 0) throw new Error(`the run that fills the database failed: ${stderr}`)
}

async function copyRun(folder: string, settings: ConnectionSettings): Promise<Sample> {
  const workspace = await openWorkspace(folder)
  const stores = await openNeo4jStores(settings, 'write')
  try {
    const [run] = await workspace.runs.list()
    if (run === undefined) throw new Error('the workspace holds no run')
    const graph = await workspace.graph.graph(run.graphVersion)
    if (graph === undefined) throw new Error('the workspace holds no graph')
    const seeds = await workspace.graph.seeds(run.seedIds)
    const pairs: Pair[] = []
    for await (const batch of workspace.pairs.range(run.id, { from: 0, to: Number.MAX_SAFE_INTEGER }))
      pairs.push(...batch)
    const contributions = seeds.map(({ seed, conceptIds }) => ({ seedId: seed.id, conceptIds }))
    await stores.graph.putSeeds(seeds)
    await stores.graph.putGraph(graph, contributions)
    await stores.pairs.appendBlock(run, pairs)
    const modelRun = asModelRun(run)
    const modelPairs = asModelPairs(pairs, modelRun)
    await stores.pairs.appendBlock({ ...modelRun, cursor: modelPairs.length }, modelPairs)
    await stores.putCost(modelRun.id, modelCost)
    const pairOfPair = modelPairs.find(({ draft }) => draft.method === 'rephrase')
    if (pairOfPair === undefined) throw new Error('no pair of a pair')
    return { seeds, pairs, modelPairs, modelCost, pairOfPair }
  } finally {
    await stores.close()
    await workspace.close()
  }
}

function asModelRun(run: Run): Run {
  const config = {
    engine: { extractor: 'taxonomy', generator: 'model', preset: 'mathscale' },
    model: { name: 'sample-model' },
  }
  return { ...run, id: contentId('run', config), config, cursor: 0 }
}

/** Every fourth pair told by a model after a seed, every eighth of these in dispute, each told once more in other words. */
function asModelPairs(pairs: readonly Pair[], run: Run): readonly Pair[] {
  const told = pairs.flatMap((pair, place) => {
    const [seed] = pair.supportingSeeds
    if (place % 4 !== 0 || seed === undefined) return []
    const isDisputed = place % 32 === 0
    const first = retell(pair, 'Told by a model', {
      method: 'xwin',
      parents: [
        { kind: 'seed', id: seed, relation: 'derived' },
        { kind: 'seed', id: seed, relation: 'shown' },
      ],
    })
    const second = retell(first, 'In other words', {
      method: 'rephrase',
      parents: [{ kind: 'pair', id: first.id, relation: 'derived' }],
    })
    const agreement = isDisputed ? { votes: 3, of: 6 } : { votes: 5, of: 6 }
    const verdict = { ...first.verdict, rung: isDisputed ? 3 : 4, agreement } as const
    return [{ ...first, verdict, marks: isDisputed ? (['review'] as const) : [] }, second]
  })
  return told.map((pair, index) => ({ ...pair, runId: run.id, index }))
}

function retell(pair: Pair, lead: string, more: Pick<Pair['draft'], 'method' | 'parents'>): Pair {
  const question = `${lead}: ${pair.draft.question}`
  return {
    ...pair,
    id: pairId(question, pair.draft.solution),
    questionId: questionId(question),
    draft: { ...pair.draft, ...more, question, model: 'sample-model', prompt: `${more.method}@1` },
  }
}
