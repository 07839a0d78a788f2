import type { Config } from './core/config.ts'
import { ConfigurationError } from './core/errors.ts'
import type { Extractor, Ledger } from './core/ports.ts'
import type { RunStores } from './pipeline/run-pipeline.ts'

/** Everything a workspace holds. */
export interface Workspace extends RunStores {
  readonly ledger: Ledger
  close(): Promise<void>
}

/** Opens the stores of a workspace folder, making it where absent. */
export async function openStores(folder: string): Promise<Workspace> {
  const { openWorkspace } = await import('./adapters/sqlite/open-workspace.ts')
  return openWorkspace(folder)
}

/** The extractor that a configuration names. */
export async function openExtractor(config: Config): Promise<Extractor> {
  const { extractor, labels, alignment } = config.engine
  if (extractor === 'taxonomy') {
    const { createTaxonomyExtractor } = await import('./steps/extract/taxonomy-extractor.ts')
    return createTaxonomyExtractor()
  }
  if (labels === undefined)
    throw new ConfigurationError('engine.labels: none; the replay extractor needs --labels FILE')
  const { createReplayExtractor } = await import('./steps/extract/replay-extractor.ts')
  return createReplayExtractor(labels, alignment)
}
