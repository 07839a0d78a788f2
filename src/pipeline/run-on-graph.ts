import type { Config } from '../core/config.ts'
import type { Run } from '../core/run.ts'
import { findKnowledgePoints } from './given-concepts.ts'
import { identifyingConfig, runId } from './run-identity.ts'
import { keptOf, type StoredRun } from './stored-run.ts'

/**
 * A run on the seeds, labels and graph of another one, as it would be stored; nothing is stored. It is told apart by the graph's
 * version, not by the run that has it, and by the ids of given concepts, so the same wish is the same run however it is put.
 *
 * @param base  the run whose graph is used
 * @throws UsageError for a concept that is not there
 */
export function planRunOnGraph(config: Config, base: StoredRun): StoredRun {
  const { graph, seeds, contributions } = base
  const settled = configOnGraph(config, base)
  const identifying = identifyingConfig(settled)
  const { out } = config.run
  const run: Run = {
    id: runId(identifying, base.run.seedIds),
    config: identifying,
    kept: {
      ...(out === undefined ? {} : { out }),
      ...(config.dataset.protect.length === 0 ? {} : { protect: [...config.dataset.protect] }),
      ...seedsOf(base.run),
    },
    graphVersion: graph.version,
    seedIds: base.run.seedIds,
    state: 'generating',
    cursor: 0,
    counters: { walks: 0, pairs: 0, supportedBySize: [], skipped: {}, unanswered: [] },
  }
  return { run, config: settled, graph, seeds, contributions }
}

/** What decided the graph comes from the run that has it; what is generated on it, from the call. */
export function configOnGraph(
  config: Config,
  { config: base, graph }: Pick<StoredRun, 'config' | 'graph'>,
): Config {
  const { labels: _labels, alignment: _alignment, ...engine } = config.engine
  const { concepts: names, ...walk } = config.walk
  return {
    ...config,
    seeds: { ...config.seeds, allowTestSeeds: base.seeds.allowTestSeeds },
    engine: { ...engine, extractor: base.engine.extractor, graphOf: graph.version },
    concepts: base.concepts,
    walk:
      names === undefined
        ? walk
        : { ...walk, concepts: findKnowledgePoints(graph, names).map(({ id }) => id) },
  }
}

function seedsOf(run: Run): { readonly seeds?: Readonly<Record<string, number>> } {
  const { seeds } = keptOf(run)
  return seeds === undefined ? {} : { seeds: { ...seeds } }
}
