import type { ConceptKind, Extraction, LabelledName } from '../../core/concept.ts'
import { UnansweredError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import type { Model } from '../../core/model.ts'
import type { Extractor } from '../../core/ports.ts'
import type { Seed } from '../../core/seed.ts'
import { askModel } from '../../foundations/prompts/ask-model.ts'
import { conceptsContract } from '../../foundations/prompts/output-contracts.ts'
import { canonicalKey } from '../../foundations/taxonomy/canonical-name.ts'
import { createAlignment, type Alignment } from './align-concepts.ts'

export interface ModelExtractorOptions {
  readonly runId: ContentId
  readonly signal: AbortSignal
  /** Most topics (MathScale Table 3). @default 2 */
  readonly topicCap?: number
  /** Most knowledge points (MathScale Table 3). @default 5 */
  readonly knowledgePointCap?: number
  /** @default 0 */
  readonly temperature?: number
  /** @default 1024 */
  readonly maxTokens?: number
  /** Seeds asked for at once; the order of the extractions is that of the seeds. @default 8 */
  readonly concurrency?: number
  /** Times an unusable reply is asked for. @default 2 */
  readonly attempts?: number
  /** Names to entries of the taxonomy. @default equal names and aliases */
  readonly alignment?: Alignment
  /** Told of each seed that got no labels, with the reply as it came. */
  readonly onFailure?: (failure: ExtractionFailure) => void
}

export interface ExtractionFailure {
  readonly seedId: ContentId
  readonly reason: string
  readonly detail: string
  readonly raw: string
}

/**
 * Labels seeds by asking a model for 1-2 topics and 1-5 knowledge points, one request per seed, question only (MathScale §3.1).
 * Names beyond the caps, and what cannot be a name (under 2 or over 120 characters, several lines, a sentence), go to `overflow`. A
 * seed whose replies are unusable gets no labels and is told to `onFailure`. Requests that were given up end the extraction with an
 * UnansweredError, after all others. A seed's request is the same in every run, so a ledger that holds its
 * reply answers it.
 */
export function createModelExtractor(model: Model, options: ModelExtractorOptions): Extractor {
  const align = options.alignment ?? createAlignment()
  return {
    name: model.name,
    async *extract(seeds): AsyncIterable<Extraction> {
      const pending: Promise<Extraction | UnansweredError>[] = []
      const unanswered: UnansweredError[] = []
      async function* take(left: number): AsyncIterable<Extraction> {
        while (pending.length > left) {
          const extraction = await pending.shift()
          if (extraction instanceof UnansweredError) unanswered.push(extraction)
          else if (extraction !== undefined) yield extraction
        }
      }
      for await (const seed of seeds) {
        const extraction = extractSeed(model, seed, { ...options, align }).catch((error: unknown) => {
          if (error instanceof UnansweredError) return error
          throw error
        })
        // One that fails while others are awaited is thrown when its turn comes.
        extraction.catch(() => {})
        pending.push(extraction)
        yield* take((options.concurrency ?? 8) - 1)
      }
      yield* take(0)
      const [first] = unanswered
      if (first !== undefined)
        throw new UnansweredError(`seeds without an answer: ${unanswered.length}; first: ${first.message}`)
    },
  }
}

async function extractSeed(
  model: Model,
  seed: Seed,
  options: ModelExtractorOptions & { readonly align: Alignment },
): Promise<Extraction> {
  const { runId, signal, align, topicCap = 2, knowledgePointCap = 5 } = options
  const asked = await askModel(
    { model, runId, place: [seed.id], signal, scope: 'extract' },
    {
      prompt: 'extract-concepts',
      values: { question: seed.question, topicCap, pointCap: knowledgePointCap },
      contract: conceptsContract,
      purpose: 'extract',
      temperature: options.temperature ?? 0,
      maxTokens: options.maxTokens ?? 1024,
      attempts: options.attempts ?? 2,
    },
  )
  if (asked.outcome === 'unusable') {
    const { reason, detail, reply } = asked
    options.onFailure?.({ seedId: seed.id, reason, detail, raw: reply.text })
    return { seedId: seed.id, topics: [], knowledgePoints: [], overflow: [] }
  }
  const topics = toLabels(asked.value.topics, 'topic', align)
  const points = toLabels(asked.value.knowledgePoints, 'knowledge-point', align)
  return {
    seedId: seed.id,
    topics: topics.labels.slice(0, topicCap),
    knowledgePoints: points.labels.slice(0, knowledgePointCap),
    overflow: [
      ...[...topics.labels.slice(topicCap), ...points.labels.slice(knowledgePointCap)].map(
        ({ name }) => name,
      ),
      ...topics.refused,
      ...points.refused,
    ],
  }
}

interface ReadLabels {
  readonly labels: readonly LabelledName[]
  readonly refused: readonly string[]
}

/** Each name once by its canonical key, in the order given. */
function toLabels(names: readonly string[], kind: ConceptKind, align: Alignment): ReadLabels {
  const labels = new Map<string, LabelledName>()
  const refused: string[] = []
  for (const written of names) {
    const name = written
      .trim()
      .replaceAll(/\*\*|^\d+[.)]\s+|^[-•]\s+/g, '')
      .trim()
    if (!isName(name)) {
      if (name !== '') refused.push(name.slice(0, 120))
      continue
    }
    const taxonomyId = align(kind, name)
    const key = taxonomyId ?? canonicalKey(name)
    if (key !== '' && !labels.has(key))
      labels.set(key, { name, ...(taxonomyId === undefined ? {} : { taxonomyId }), evidence: [] })
  }
  return { labels: [...labels.values()], refused }
}

/** 2 to 120 characters on one line, with a letter, without marks of a quote, a template or markup, and no sentence. */
export function isName(name: string): boolean {
  return (
    name.length >= 2 &&
    name.length <= 120 &&
    /\p{L}/u.test(name) &&
    !/[\n\r{}<>|]|https?:/.test(name) &&
    !isSentence(name)
  )
}

/** Longest name in words; the longest of 471 that a large model gave to MATH problems has 13. */
const mostWords = 14

const subject =
  /^(?:the (?:problem|question|solution|answer|student|text|given)s?|this|these|it|here|there (?:is|are)|we|you|they|he|she|i|let (?:us|me)|given (?:that|the|an?)|if (?:the|an?|we)|since|because|so|please|sorry|sure|as an ai)\b/i
/** Forms of verbs that a name may hold in a clause of its own ("systems that have no solution"), but not after a subject. */
const finiteVerb =
  /(?<!\b(?:that|which|who|whose|what|where|when|whether|how|if)\b.*)\b(?:is|are|was|were|has|had|can|could|must|should|will|would|needs?|requires?|asks?|involves?|tests?|equals)\b/i

/** Small models answer with what they would say instead of a name. */
function isSentence(name: string): boolean {
  if (/(?:\p{L}{3}|\s\p{L})[.!…]\s+\p{Lu}|\?/u.test(name)) return true
  const words = name.split(/\s+/).length
  return words > mostWords || (words >= 3 && subject.test(name)) || (words >= 5 && finiteVerb.test(name))
}
