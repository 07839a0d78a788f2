import type { Config } from '../../core/config.ts'
import type { ContentId } from '../../core/identity.ts'
import { countConcepts, type BalancePool } from '../../steps/curate/balance/balance-pool.ts'
import type { BalanceMetrics } from '../../steps/curate/balance/measure-balance.ts'
import type { BalanceView } from '../../surfaces/api/contract/runs.ts'
import { readDifficultyScale } from '../calibrate-run.ts'
import { curatedRelations } from '../graph-material.ts'
import type { RunStores } from '../run-pipeline.ts'
import { selectPairs } from '../select-pairs.ts'
import type { StoredRun } from '../stored-run.ts'

/**
 * How evenly the fit pairs of a run use the concepts of its graph: the selection that an export of all of them makes, with the marks
 * as they stand, so the figures are those of its `BALANCE.json`.
 */
export async function viewBalance(
  { run, config, graph }: Pick<StoredRun, 'run' | 'config' | 'graph'>,
  stores: Pick<RunStores, 'graph' | 'pairs'>,
): Promise<BalanceView> {
  const { size: _size, ...dataset } = config.dataset
  const everything: Config = { ...config, dataset }
  const scale = await readDifficultyScale(dataset.passRates, stores.pairs)
  const selection = await selectPairs({ config: everything, stores, run, progress: () => {} }, scale)
  const { after } = selection.balance as unknown as { readonly after: BalanceMetrics }
  const { pool, chosen } = selection
  const used = countConcepts(pool, chosen)
  const inUse = used.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0)
  const target = used.reduce((sum, count) => sum + count, 0) / Math.max(inUse, 1)
  const numbers = new Map(pool.conceptIds.map((id, number) => [id, number]))
  const names = new Map(graph.nodes.map(({ id, name }) => [id, name]))
  const nameOf = (id: ContentId): string => names.get(id) ?? id
  const topicOf = topicsOf(graph)
  const concepts = graph.nodes
    .filter(({ kind }) => kind === 'knowledge-point')
    .map(({ id, name }) => {
      const number = numbers.get(id)
      const topic = topicOf(id)
      return {
        id,
        name,
        ...(topic === undefined ? {} : { topic: nameOf(topic) }),
        used: number === undefined ? 0 : (used[number] as number),
        target: number === undefined ? 0 : Math.round(target * 1e6) / 1e6,
      }
    })
  return {
    run: run.id,
    rows: after.rows,
    concepts: concepts.sort((a, b) => b.used - a.used || (a.name < b.name ? -1 : 1)),
    gini: after.gini,
    coverage: after.coverage.at1,
    coverageAt10: after.coverage.at10,
    totalVariation: after.divergence.totalVariation,
    normalisedEntropy: after.normalisedEntropy,
    lorenz: lorenzOf(used),
    difficulty: Object.entries(after.difficulties).map(([level, rows]) => ({ level: Number(level), rows })),
    topicPairs: countTopicPairs(pool, chosen, topicOf).map(({ a, b, rows }) => ({
      a: nameOf(a),
      b: nameOf(b),
      rows,
    })),
  }
}

function topicsOf(graph: StoredRun['graph']): (point: ContentId) => ContentId | undefined {
  const { partOf } = curatedRelations(graph)
  return (point) => partOf.get(point)?.topicId
}

/** Most points of the curve; more would not be seen. */
const mostPoints = 200

/** From (0, 0) to (1, 1). */
function lorenzOf(uses: Uint32Array): BalanceView['lorenz'] {
  const sorted = uses.toSorted()
  const total = sorted.reduce((sum, count) => sum + count, 0)
  if (total === 0) return []
  const every = Math.ceil(sorted.length / mostPoints)
  const points = [{ concepts: 0, uses: 0 }]
  let sum = 0
  for (const [place, count] of sorted.entries()) {
    sum += count
    if ((place + 1) % every === 0 || place === sorted.length - 1)
      points.push({ concepts: (place + 1) / sorted.length, uses: sum / total })
  }
  return points
}

/** Rows that need points of both topics, most first. */
function countTopicPairs(
  { offsets, concepts, conceptIds }: BalancePool,
  chosen: Uint32Array,
  topicOf: (point: ContentId) => ContentId | undefined,
): readonly { readonly a: ContentId; readonly b: ContentId; readonly rows: number }[] {
  const topics = conceptIds.map(topicOf)
  const counts = new Map<string, { a: ContentId; b: ContentId; rows: number }>()
  for (const row of chosen) {
    const here = new Set<ContentId>()
    for (const concept of concepts.subarray(offsets[row], offsets[row + 1])) {
      const topic = topics[concept]
      if (topic !== undefined) here.add(topic)
    }
    const sorted = [...here].sort()
    for (const [place, a] of sorted.entries()) {
      for (const b of sorted.slice(place + 1)) {
        const held = counts.get(`${a} ${b}`) ?? { a, b, rows: 0 }
        held.rows++
        counts.set(`${a} ${b}`, held)
      }
    }
  }
  return [...counts.values()].sort(
    (one, other) => other.rows - one.rows || (one.a + one.b < other.a + other.b ? -1 : 1),
  )
}
