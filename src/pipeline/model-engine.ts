import type { Config } from '../core/config.ts'
import { ConfigurationError } from '../core/errors.ts'
import type { ContentId } from '../core/identity.ts'
import type { Model } from '../core/model.ts'
import type { Pair } from '../core/pair.ts'
import type { Extractor } from '../core/ports.ts'
import {
  createModelGenerator,
  type ModelGeneratorOptions,
} from '../steps/generate/model-engine/model-generator.ts'
import { presetSchema, type PresetParameters } from '../steps/generate/presets.ts'
import { solveByVote, votesFor } from '../steps/verify/agreement-by-vote.ts'
import {
  combinationLimit,
  openPairSource,
  openProceduralSource,
  type DrawJob,
  type PairSource,
  type Vote,
} from './draw-pairs.ts'
import type { Engine } from './engine.ts'
import { checkPassRates, skyworkStages } from './skywork-stages.ts'
import type { RecordedModel } from './recorded-model.ts'

export interface ModelEngineParts {
  readonly config: Config
  readonly model: RecordedModel
  readonly runId: ContentId
  readonly extractor: Extractor
  /** Labels what the model wrote anew; absent where only the model could. */
  readonly draftExtractor?: Extractor
  /** Pairs of an earlier run to start from besides the seeds. */
  readonly core: readonly Pair[]
  readonly signal: AbortSignal
  /** Draws under way at once. */
  readonly concurrency: number
  close(): Promise<void>
}

/** An engine that asks a model: for the pairs, and for votes on their answers where samples are asked for. */
export function modelEngine(parts: ModelEngineParts): Engine {
  const { config, model, runId, extractor, draftExtractor, core, signal } = parts
  const procedural = config.engine.generator === 'procedural'
  const preset = procedural ? undefined : presetOf(config)
  if (preset?.preset === 'skywork') checkPassRates(config, preset)
  return {
    extractor,
    generatorName: preset === undefined ? 'procedural' : `${preset.preset} by ${model.name}`,
    concurrency: procedural ? 0 : parts.concurrency,
    openSource: (job, seeds) =>
      preset === undefined ? openProceduralSource(job) : openSource(job, { preset, seeds, pairs: core }),
    stages: (job, seeds) =>
      preset?.preset === 'skywork' && preset.stages
        ? skyworkStages({
            job,
            seeds,
            parameters: preset,
            openSource: (sources) => openSource(job, sources),
          })
        : [],
    get calls() {
      return model.calls
    },
    close: () => parts.close(),
  }

  function openSource(job: DrawJob, sources: GeneratorSources): PairSource {
    const generator = createModelGenerator({
      ...sources,
      model,
      concepts: job.graph.nodes,
      runId,
      signal,
      ...(draftExtractor === undefined ? {} : { extractor: draftExtractor }),
    })
    const { samples } = config.model
    return openPairSource(job, generator, {
      ...(samples === 0 ? {} : { vote: voteBy(model, { config, runId, signal }) }),
      keepFailed: true,
      walksPerCombination: combinationLimit(config),
    })
  }
}

type GeneratorSources = Pick<ModelGeneratorOptions, 'preset' | 'seeds' | 'pairs' | 'passRates' | 'notes'>

/** Votes by `model.samples` solutions of a model; a draw's requests are the same whenever it is voted on. */
export function voteBy(
  model: Model,
  { config, runId, signal }: Pick<ModelEngineParts, 'config' | 'runId' | 'signal'>,
): Vote {
  const { samples, replyTokens } = config.model
  return async (draft, index) => {
    const options = { runId, place: [index], signal, samples, maxTokens: replyTokens.votes }
    return votesFor(await solveByVote(model, draft.question, options), draft.finalAnswer)
  }
}

/** The preset with the configuration's parameters in place of its defaults. */
export function presetOf({ engine }: Pick<Config, 'engine'>): PresetParameters {
  const parsed = presetSchema.safeParse({ preset: engine.preset, ...engine.parameters })
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map((issue) => issue.message).join('; ')
  throw new ConfigurationError(`bad parameters of preset ${engine.preset} (engine.parameters): ${names}`)
}
