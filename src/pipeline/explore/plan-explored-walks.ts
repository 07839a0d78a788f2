import type { ConceptGraph } from '../../core/concept-graph.ts'
import type { Config } from '../../core/config.ts'
import type { WalkPlan } from '../../steps/walk/walk-plan.ts'
import type { WalksRequest } from '../../surfaces/api/contract/walks.ts'
import { planRunWalks } from '../draw-pairs.ts'
import { walkSettings } from '../serving/generation-config.ts'

/** Walks that a reader asks for: settings of a run, and what the request says instead. Plain data. */
export interface ExploredWalks {
  readonly config: Config
  readonly request: Omit<WalksRequest, 'run' | 'index' | 'count'>
}

/** Seed of walks where a request names none. */
export const usualSeed = 7

/**
 * The walks of a request over a graph: those that `conceptloom walk` draws with the same options.
 *
 * @throws UsageError for a start that walks cannot have, or where nothing is left to walk
 */
export function planExploredWalks(graph: ConceptGraph, walks: ExploredWalks): WalkPlan {
  return planRunWalks(walkConfig(walks), graph)
}

/** The configuration that a request comes to. Where a run started, and on which concepts, is not asked for by looking at its graph. */
export function walkConfig({ config, request }: ExploredWalks): Config {
  const { seed = usualSeed, ...options } = request
  const { start: _start, concepts: _concepts, ...walk } = config.walk
  return {
    ...config,
    walk: { ...walk, ...walkSettings(options) },
    run: { ...config.run, seed },
  }
}
