import type { Config } from '../core/config.ts'
import { ConfigurationError } from '../core/errors.ts'
import type { ContentId } from '../core/identity.ts'
import type { Pair } from '../core/pair.ts'
import type { Extractor } from '../core/ports.ts'
import { createModelGenerator } from '../steps/generate/model-engine/model-generator.ts'
import { presetSchema, type PresetParameters } from '../steps/generate/presets.ts'
import { solveByVote, votesFor } from '../steps/verify/agreement-by-vote.ts'
import { combinationLimit, openPairSource, openProceduralSource, type Vote } from './draw-pairs.ts'
import type { Engine } from './engine.ts'
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
  close(): Promise<void>
}

/** An engine that asks a model: for the pairs, and for votes on their answers where samples are asked for. */
export function modelEngine(parts: ModelEngineParts): Engine {
  const { config, model, runId, extractor, draftExtractor, core, signal } = parts
  const procedural = config.engine.generator === 'procedural'
  const preset = procedural ? undefined : presetOf(config)
  return {
    extractor,
    generatorName: preset === undefined ? 'procedural' : `${preset.preset} by ${model.name}`,
    concurrency: procedural ? 0 : config.model.concurrency,
    openSource(job, seeds) {
      if (preset === undefined) return openProceduralSource(job)
      const generator = createModelGenerator({
        model,
        preset,
        seeds,
        pairs: core,
        concepts: job.graph.nodes,
        runId,
        signal,
        ...(draftExtractor === undefined ? {} : { extractor: draftExtractor }),
      })
      const { samples } = config.model
      const vote: Vote | undefined =
        samples === 0
          ? undefined
          : async (draft, index) => {
              const options = { runId, place: [index], signal, samples }
              return votesFor(await solveByVote(model, draft.question, options), draft.finalAnswer)
            }
      return openPairSource(job, generator, {
        ...(vote === undefined ? {} : { vote }),
        keepFailed: true,
        walksPerCombination: combinationLimit(config),
      })
    },
    get calls() {
      return model.calls
    },
    close: () => parts.close(),
  }
}

/** The preset with the configuration's parameters in place of its defaults. */
export function presetOf({ engine }: Pick<Config, 'engine'>): PresetParameters {
  const parsed = presetSchema.safeParse({ preset: engine.preset, ...engine.parameters })
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map((issue) => issue.message).join('; ')
  throw new ConfigurationError(`bad parameters of preset ${engine.preset} (engine.parameters): ${names}`)
}
