import type { SeedContribution } from '../../core/concept.ts'
import type { ConceptGraph } from '../../core/concept-graph.ts'
import type { Config } from '../../core/config.ts'
import { configOf, type Flags } from './options.ts'

/** A graph to look at, with the settings it stands under. */
export interface OpenedGraph {
  readonly config: Config
  readonly graph: ConceptGraph
  readonly contributions: readonly SeedContribution[]
}

/** The graph of `--seeds` where given, built on the spot; otherwise that of `--run` or the latest finished run. */
export async function openGraph(flags: Flags): Promise<OpenedGraph> {
  const { openExtractor, openExistingStores } = await import('../../wire.ts')
  const { config } = configOf(flags)
  if (flags['seeds'] !== undefined) {
    const { prepareRun } = await import('../../pipeline/prepare-run.ts')
    const { graph, contributions } = await prepareRun({
      config,
      extractor: await openExtractor(config),
      progress: () => {},
    })
    return { config, graph, contributions }
  }
  const { findRun, loadStoredRun } = await import('../../pipeline/stored-run.ts')
  const stores = await openExistingStores(config.run.workspace)
  try {
    const run = await findRun(stores.runs, flags['run'] as string | undefined)
    const { graph, contributions } = await loadStoredRun(run, stores.graph, config)
    return { config, graph, contributions }
  } finally {
    await stores.close()
  }
}
