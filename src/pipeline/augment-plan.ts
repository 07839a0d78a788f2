import type { Config } from '../core/config.ts'
import { ConfigurationError } from '../core/errors.ts'
import { presetSchema } from '../steps/generate/presets.ts'
import type { SourceProblem } from '../steps/generate/model-engine/source-problems.ts'
import type { Augmentation } from '../steps/generate/skywork/augment.ts'
import type { AugmentParameters } from '../steps/generate/skywork/augment-source.ts'
import type { AugmentPlan } from './augment-problems.ts'
import { estimateCalls, type CallEstimate, type Range } from './estimate-run.ts'
import type { Price } from './calling/prices.ts'

/** Methods by the names that drafts have. */
export const augmentMethods = ['answer', 'rephrase', 'fobar', 'self-verify', 'evolve', 'xwin'] as const
export type AugmentMethod = (typeof augmentMethods)[number]

export interface PlanInput {
  readonly method: AugmentMethod
  readonly sources: readonly SourceProblem[]
  readonly perSource: number
  /** @default no limit */
  readonly count?: number
}

/**
 * The plan of an augmentation: parameters of the preset `skywork`, or of `xwin` for its method, changed by `engine.parameters`.
 *
 * @throws ConfigurationError naming the parameters that are wrong
 */
export function augmentationPlan(config: Config, input: PlanInput): AugmentPlan {
  const { method, sources, perSource, count = Infinity } = input
  const { samples, replyTokens } = config.model
  return {
    method: method === 'self-verify' ? 'selfVerify' : (method satisfies Augmentation),
    sources,
    perSource,
    count,
    parameters: parametersOf(config, method),
    seed: config.run.seed,
    votes: { samples, maxTokens: replyTokens.votes },
  }
}

function parametersOf({ engine }: Config, method: AugmentMethod): AugmentParameters {
  const preset = method === 'xwin' ? 'xwin' : 'skywork'
  const parsed = presetSchema.safeParse({ preset, ...engine.parameters })
  if (!parsed.success) {
    const names = parsed.error.issues.map((issue) => issue.message).join('; ')
    throw new ConfigurationError(`bad parameters of ${preset} (engine.parameters): ${names}`)
  }
  const { temperature, maxTokens, attempts } = parsed.data
  const shared = { temperature, maxTokens, attempts }
  if (parsed.data.preset === 'skywork') {
    const { evolveRounds, evolveDown, target } = parsed.data
    return { ...shared, evolveRounds, evolveDown, target }
  }
  const target = 'target' in parsed.data ? parsed.data.target : 'math'
  return { ...shared, evolveRounds: 1, evolveDown: 0, target }
}

/** What a plan would ask at most and at least, if every problem suited the method. */
export function estimateAugmentation(plan: AugmentPlan, price: Price | undefined): CallEstimate {
  const { method, sources, perSource, count, parameters, votes } = plan
  const tries = Math.min(count, sources.length * perSource)
  const each = requestsPerPair(method, parameters)
  const samples = votes.samples ?? 0
  return estimateCalls(
    {
      low: tries * (each.low + samples),
      high: sources.length * perSource * (each.high * parameters.attempts + samples),
    },
    {
      lengths: sources.map(({ question, solution = '' }) => question.length + solution.length),
      texts: 1,
      maxTokens: parameters.maxTokens,
      price,
    },
  )
}

function requestsPerPair(method: Augmentation, { evolveRounds }: AugmentParameters): Range {
  if (method === 'evolve') return { low: 2, high: evolveRounds + 1 }
  const requests = method === 'answer' || method === 'fobar' ? 1 : 2
  return { low: requests, high: requests }
}
