import type { Config, WalkConfig } from '../../core/config.ts'
import { UsageError } from '../../core/errors.ts'
import type { GenerationRequest } from '../../surfaces/api/contract/generations.ts'
import type { WalkOptions } from '../../surfaces/api/contract/walks.ts'

/** What a service lets its callers ask of models. */
export interface ModelLimits {
  /** Names that may be asked for; the first is used where none is named. */
  readonly models: readonly string[]
  /** Most that one run may cost, in the currency of the price file. */
  readonly maximumCost?: number
}

/**
 * The configuration of a wish for pairs: what it does not name is as the service was started. Where results go is not its to say.
 *
 * @throws UsageError for a model that this service was not started with
 */
export function generationConfig(
  config: Config,
  request: GenerationRequest,
  { models, maximumCost }: ModelLimits,
): Config {
  const { engine: generator = 'procedural', preset = 'mathscale' } = request
  const { out: _out, ...place } = config.run
  const { name: _name, ...model } = config.model
  // Parameters belong to the preset that the service was configured for.
  const parameters = preset === config.engine.preset ? config.engine.parameters : {}
  const { fromRun: _from, graphOf: _graph, labels: _labels, alignment: _alignment, ...engine } = config.engine
  return {
    ...config,
    engine: { ...engine, generator, preset, parameters },
    model:
      generator === 'model'
        ? {
            ...model,
            name: modelOf(request.model, models),
            budget: { ...model.budget, ...capOf(request.maximumCost, maximumCost, model.budget.cost) },
          }
        : model,
    walk: walkOf(config.walk, request),
    generation: { ...config.generation, count: request.count ?? 1 },
    run: { ...place, seed: request.seed ?? defaultSeed },
  }
}

const defaultSeed = 7

function modelOf(wanted: string | undefined, models: readonly string[]): string {
  if (models.length === 0)
    throw new UsageError(`no model: this service was started with none; start it with --model NAME`)
  const name = wanted ?? models[0]
  if (name === undefined || !models.includes(name))
    throw new UsageError(
      `no such model: ${name ?? 'none named'}; this service was started with ${models.join(', ')}`,
    )
  return name
}

/** The lowest of the caps that there are. */
export function capOf(...caps: readonly (number | undefined)[]): { readonly cost?: number } {
  const cost = Math.min(...caps.map((cap) => cap ?? Infinity))
  return cost === Infinity ? {} : { cost }
}

/** The walks of a request; no settings of walks stand beside given concepts, so that the same concepts are the same run. */
function walkOf(walk: WalkConfig, { concepts, walk: options = {} }: GenerationRequest): WalkConfig {
  if (concepts !== undefined) return { ...walk, concepts }
  return { ...walk, ...walkSettings(options) }
}

/** Walk options of a request as settings of a configuration; ranges are taken in either order. */
export function walkSettings({
  topicSteps,
  knowledgePointSteps,
  ...options
}: WalkOptions): Partial<WalkConfig> {
  const set = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  return {
    ...(set as Partial<WalkConfig>),
    ...(topicSteps === undefined ? {} : { topicSteps: inOrder(topicSteps) }),
    ...(knowledgePointSteps === undefined ? {} : { knowledgePointSteps: inOrder(knowledgePointSteps) }),
  }
}

function inOrder([one, other]: readonly [number, number]): readonly [number, number] {
  return one <= other ? [one, other] : [other, one]
}
