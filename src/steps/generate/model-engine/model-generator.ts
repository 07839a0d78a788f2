import type { Concept } from '../../../core/concept.ts'
import type { ContentId, JsonValue } from '../../../core/identity.ts'
import type { Model } from '../../../core/model.ts'
import type { Pair } from '../../../core/pair.ts'
import type {
  Extractor,
  GenerationOutcome,
  GenerationRequest,
  Generator,
  LabelledSeed,
} from '../../../core/ports.ts'
import { randomAt, randomKey, type Random } from '../../../core/random.ts'
import { generateMathscale } from '../mathscale/generate-mathscale.ts'
import type { PresetParameters, SkyworkParameters } from '../presets.ts'
import { augment, drawMethods } from '../skywork/augment.ts'
import { generateEvolved } from '../skywork/evolve.ts'
import { planHardening, type PassRate } from '../skywork/plan-hardening.ts'
import { generateXwin } from '../xwin/generate-xwin.ts'
import { finishDraft } from './finish-draft.ts'
import { findRealised, indexConceptNames, type ConceptNames } from './realised-concepts.ts'
import { recheckModelDraft } from './recheck-model-draft.ts'
import { unsuited, type MadeProblem, type RecipeContext, type RecipeOutcome, type Unmade } from './recipe.ts'
import {
  indexSources,
  sourcesOfPairs,
  sourcesOfSeeds,
  type SourceIndex,
  type SourceProblem,
} from './source-problems.ts'

export interface ModelGeneratorOptions {
  readonly model: Model
  readonly preset: PresetParameters
  /** Those of a test split or protected source are never shown nor used. */
  readonly seeds: readonly LabelledSeed[]
  /** Pairs of an earlier round, to start from besides the seeds. @default [] */
  readonly pairs?: readonly Pair[]
  /** Votes for the answers of `pairs`: given, each of them is rewritten once towards the band of pass rates. */
  readonly passRates?: ReadonlyMap<ContentId, PassRate>
  /** Kept as evidence with every draft. @default {} */
  readonly notes?: Readonly<Record<string, JsonValue>>
  /** Nodes of the graph. */
  readonly concepts: readonly Concept[]
  readonly runId: ContentId
  readonly signal: AbortSignal
  /** Labels each new question, so that what it realises is not only the model's claim. */
  readonly extractor?: Extractor
  /** Told of each draw that gave no draft, with the reply as it came. */
  readonly onRejected?: (rejection: Rejection) => void
}

export interface Rejection extends Omit<Unmade, 'outcome'> {
  readonly index: number
  readonly variant: number
}

/**
 * A model as a generator: draw (index, variant) asks the same requests wherever it is made, and its draft is a function of the replies.
 * A reply that cannot be used is `unsupported` with a short reason; provider and budget errors go through.
 */
export function createModelGenerator(options: ModelGeneratorOptions): Generator {
  const { model, preset, concepts } = options
  const sources = indexSources([
    ...sourcesOfSeeds(options.seeds, concepts),
    ...sourcesOfPairs(options.pairs ?? []),
  ])
  const engine: Engine = { options, sources, names: indexConceptNames(concepts) }
  return {
    name: `${preset.preset} by ${model.name}`,
    generate: (request) => generateDraft(engine, request),
    recheck: recheckModelDraft,
  }
}

interface Engine {
  readonly options: ModelGeneratorOptions
  readonly sources: SourceIndex
  readonly names: ConceptNames
}

async function generateDraft(engine: Engine, request: GenerationRequest): Promise<GenerationOutcome> {
  const { options, sources, names } = engine
  const { path, variant } = request
  const outcome = await makeProblem(engine, request)
  if (outcome.outcome === 'unmade') return reject(engine, request, outcome)
  const made = { ...outcome.made, notes: { ...outcome.made.notes, ...options.notes } }
  const derived = made.parents
    .filter(({ relation }) => relation === 'derived')
    .flatMap(({ id }) => sources.sources.find((source) => source.id === id) ?? [])
  const found = await findRealised(
    {
      question: made.question,
      requested: path.knowledgePoints,
      ...(made.claimed === undefined ? {} : { claimed: made.claimed }),
      inherited: derived.flatMap(({ knowledgePoints }) => knowledgePoints),
    },
    names,
    keepsConcepts(made) ? undefined : options.extractor,
  )
  const level = derived.at(-1)?.level
  const draft = finishDraft(made, {
    preset: options.preset.preset,
    model: options.model.name,
    requested: path.knowledgePoints,
    concepts: found,
    ...(level === undefined ? {} : { level }),
  })
  if (!('fault' in draft)) return { outcome: 'draft', draft }
  const { raw, keys } = made
  const reason = `draft: ${draft.fault}`
  return reject(engine, { path, variant }, { outcome: 'unmade', reason, detail: reason, raw, keys })
}

/** The same problem in another dress needs what its source needs. */
function keepsConcepts({ method }: MadeProblem): boolean {
  return method === 'answer' || method === 'rephrase' || method === 'fobar' || method === 'self-verify'
}

function reject(
  { options }: Engine,
  { path, variant }: Pick<GenerationRequest, 'path' | 'variant'>,
  { reason, detail, raw, keys }: Unmade,
): GenerationOutcome {
  options.onRejected?.({ index: path.index, variant, reason, detail, raw, keys })
  return { outcome: 'unsupported', missing: [], reason }
}

async function makeProblem({ options, sources }: Engine, request: GenerationRequest): Promise<RecipeOutcome> {
  const { model, preset, runId, signal } = options
  const { path, variant } = request
  const { temperature, maxTokens, attempts } = preset
  const place = [path.index, variant]
  const context: RecipeContext = { model, runId, place, signal, temperature, maxTokens, attempts }
  if (preset.preset === 'mathscale')
    return generateMathscale(context, { request, sources, parameters: preset })
  const random = randomAt(randomKey('model-draft', path.graphVersion, path.runSeed, variant), path.index)
  if (preset.preset === 'skywork' && options.passRates !== undefined)
    return hardenNear(context, { request, sources, preset, random }, options.passRates)
  if (preset.preset === 'skywork') return augmentNear(context, { request, sources, preset, random })
  const source = drawSource(request, sources, random)
  return source === undefined
    ? unsuited('no source problem')
    : generateXwin(context, { source, target: preset.target })
}

/** Near sources one of which is drawn. */
const nearSources = 8

/** One of the sources that share a knowledge point with the walk, the nearest eight equally likely; any source where none does. */
function drawSource(
  { path }: GenerationRequest,
  index: SourceIndex,
  random: Random,
): SourceProblem | undefined {
  const near = index.nearest(path.knowledgePoints, { count: nearSources })
  if (near.length > 0) return random.pick(near)
  return index.sources.length > 0 ? random.pick(index.sources) : undefined
}

interface AugmentNearInput {
  readonly request: GenerationRequest
  readonly sources: SourceIndex
  readonly preset: SkyworkParameters
  readonly random: Random
}

/** One augmentation of a near source; a method that suits none of its sources gives way to the next of the mix. */
async function augmentNear(context: RecipeContext, input: AugmentNearInput): Promise<RecipeOutcome> {
  const { request, sources, preset, random } = input
  const hard = random.chance(preset.hardShare)
  const methods = drawMethods(preset.mix, random)
  const nearest = sources.nearest(request.path.knowledgePoints, { count: nearSources * 4 })
  // A small core of an earlier stage is not near every walk.
  const near = nearest.length > 0 ? nearest : random.shuffle(sources.sources).slice(0, nearSources)
  const hardNear = near.filter(({ level }) => level !== undefined && level >= preset.minLevel)
  const pool = random.shuffle((hard && hardNear.length > 0 ? hardNear : near).slice(0, nearSources))
  const partners = preset.mix.fuse > 0 ? sources.nearest(request.path.knowledgePoints, { count: 200 }) : []
  let outcome: RecipeOutcome = unsuited('no source problem')
  for (const method of methods) {
    for (const source of pool) {
      outcome = await augment(context, {
        method,
        source,
        partners,
        parameters: preset,
        random,
      })
      // Nothing was asked: the method does not suit the source.
      if (outcome.outcome === 'made' || outcome.keys.length > 0) return outcome
    }
  }
  return outcome
}

/** A near source rewritten by one operator, up where it is solved too often and down where too rarely. */
async function hardenNear(
  context: RecipeContext,
  input: AugmentNearInput,
  passRates: ReadonlyMap<ContentId, PassRate>,
): Promise<RecipeOutcome> {
  const { request, sources, preset, random } = input
  const source = drawSource(request, sources, random)
  const passRate = source === undefined ? undefined : passRates.get(source.id)
  if (source === undefined || passRate === undefined) return unsuited('no source outside of the band')
  const { hardeningBand, target } = preset
  const seed = request.path.runSeed
  const [task] = planHardening([{ source, passRate }], { hardeningBand, seed })
  if (task === undefined) return unsuited('no source outside of the band')
  const outcome = await generateEvolved(context, { source, operators: task.operators, target })
  if (outcome.outcome === 'unmade') return outcome
  const { made } = outcome
  const hardening = { direction: task.direction, votes: passRate.votes, of: passRate.of }
  return { outcome: 'made', made: { ...made, notes: { ...made.notes, hardening } } }
}
