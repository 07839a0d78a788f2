import type { ConceptGraph } from '../../core/concept-graph.ts'
import type { Config } from '../../core/config.ts'
import type { WalksRequest } from '../../surfaces/api/contract/walks.ts'
import type { WalkPlan } from '../../steps/walk/walk-plan.ts'
import { planRunWalks } from '../draw-pairs.ts'

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
  const { topicSteps, knowledgePointSteps, start } = walks.request
  return planRunWalks(walkConfig(walks), graph, {
    ...(topicSteps === undefined ? {} : { topicSteps: rangeOf(topicSteps) }),
    ...(knowledgePointSteps === undefined ? {} : { knowledgePointSteps: rangeOf(knowledgePointSteps) }),
    ...(start === undefined ? {} : { start }),
  })
}

/** The configuration that a request comes to. */
export function walkConfig({ config, request }: ExploredWalks): Config {
  const { mode, weight, temperature, seed = usualSeed } = request
  return {
    ...config,
    walk: {
      ...config.walk,
      ...(mode === undefined ? {} : { mode }),
      ...(weight === undefined ? {} : { weight }),
      ...(temperature === undefined ? {} : { temperature }),
    },
    run: { ...config.run, seed },
  }
}

/** The two numbers in either order. */
function rangeOf([one, other]: readonly [number, number]): {
  readonly minimum: number
  readonly maximum: number
} {
  return { minimum: Math.min(one, other), maximum: Math.max(one, other) }
}
