import type { Draft } from '../../../core/draft.ts'
import type { ContentId, JsonValue } from '../../../core/identity.ts'
import type { Model } from '../../../core/model.ts'
import type { Extractor } from '../../../core/ports.ts'
import { finishDraft } from '../model-engine/finish-draft.ts'
import { findRealised, type ConceptNames } from '../model-engine/realised-concepts.ts'
import type { Unmade } from '../model-engine/recipe.ts'
import type { SkyworkParameters } from '../presets.ts'
import { augment, type AugmentInput } from './augment.ts'

/** Who asks, and what concepts are called. */
export interface AugmentEngine {
  readonly model: Model
  readonly runId: ContentId
  /** In place of the run's id where requests are the same in every run. @default runId */
  readonly scope?: string
  readonly signal: AbortSignal
  readonly names: ConceptNames
  /** Labels a new question; without one it has the knowledge points of its source. */
  readonly extractor?: Extractor
}

export interface AugmentRequest extends AugmentInput {
  readonly parameters: AugmentParameters
  /** Where in the run: makes the requests unique. */
  readonly place: readonly (string | number)[]
  /** Kept as evidence beside what the method notes. */
  readonly notes?: Readonly<Record<string, JsonValue>>
}

export type AugmentParameters = Pick<
  SkyworkParameters,
  'temperature' | 'maxTokens' | 'attempts' | 'evolveRounds' | 'evolveDown' | 'target'
>

export type AugmentedSource = { readonly outcome: 'draft'; readonly draft: Draft } | Unmade

/** One augmentation of one source outside of any walk, as a draft that requests nothing. */
export async function augmentSource(
  engine: AugmentEngine,
  request: AugmentRequest,
): Promise<AugmentedSource> {
  const { model, runId, scope, signal, names, extractor } = engine
  const { source, parameters, place, notes = {} } = request
  const { temperature, maxTokens, attempts } = parameters
  const asking = { model, runId, place, signal, temperature, maxTokens, attempts }
  const outcome = await augment(scope === undefined ? asking : { ...asking, scope }, request)
  if (outcome.outcome === 'unmade') return outcome
  const { made } = outcome
  const isNew = made.method === 'evolve' || made.method === 'xwin'
  const concepts = await findRealised(
    { question: made.question, requested: [], inherited: source.knowledgePoints },
    names,
    isNew ? extractor : undefined,
  )
  const draft = finishDraft(
    { ...made, notes: { ...made.notes, ...notes } },
    {
      preset: 'skywork',
      model: model.name,
      requested: [],
      concepts,
      ...(source.level === undefined ? {} : { level: source.level }),
    },
  )
  if (!('fault' in draft)) return { outcome: 'draft', draft }
  const reason = `draft: ${draft.fault}`
  return { outcome: 'unmade', reason, detail: reason, raw: made.raw, keys: made.keys }
}
