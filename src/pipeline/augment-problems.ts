import type { Concept } from '../core/concept.ts'
import type { Draft } from '../core/draft.ts'
import { UnansweredError } from '../core/errors.ts'
import { contentId, type ContentId } from '../core/identity.ts'
import { pairId, questionId, type PairMark } from '../core/pair.ts'
import type { Extractor } from '../core/ports.ts'
import { randomAt, randomKey } from '../core/random.ts'
import type { Verdict } from '../core/verdict.ts'
import { recheckModelDraft } from '../steps/generate/model-engine/recheck-model-draft.ts'
import { indexConceptNames } from '../steps/generate/model-engine/realised-concepts.ts'
import type { SourceProblem } from '../steps/generate/model-engine/source-problems.ts'
import type { Augmentation } from '../steps/generate/skywork/augment.ts'
import {
  augmentSource,
  type AugmentedSource,
  type AugmentParameters,
} from '../steps/generate/skywork/augment-source.ts'
import { solveByVote, votesFor, type VoteOptions } from '../steps/verify/agreement-by-vote.ts'
import { verifyDraft } from '../steps/verify/verify-draft.ts'
import { marksFor } from './marks-for.ts'
import type { RecordedModel } from './recorded-model.ts'

export interface AugmentPlan {
  readonly method: Augmentation
  /** In this order; each is used `perSource` times in turn. */
  readonly sources: readonly SourceProblem[]
  readonly perSource: number
  /** Pairs wanted; no more are asked for. */
  readonly count: number
  readonly parameters: AugmentParameters
  readonly seed: number
  /** Independent solutions that vote on each answer; 0 asks for none. */
  readonly votes: Pick<VoteOptions, 'samples' | 'maxTokens'>
}

export interface AugmentPorts {
  readonly model: RecordedModel
  readonly extractor: Extractor
  /** Nodes of the graph whose knowledge points the sources name. */
  readonly concepts: readonly Concept[]
  readonly signal: AbortSignal
  /** Attempts under way at once. */
  readonly concurrency: number
}

/** A new pair with its verdict, or why one attempt gave none. */
export type Augmented =
  | {
      readonly outcome: 'pair'
      readonly id: ContentId
      readonly questionId: ContentId
      readonly source: SourceProblem
      readonly draft: Draft
      readonly verdict: Verdict
      readonly marks: readonly PairMark[]
    }
  | { readonly outcome: 'skipped'; readonly source: SourceProblem; readonly reason: string }

/** Under which id the calls of a plan stand in the ledger: the same plan finds what it has spent before. */
export function augmentationId({ method, sources, parameters, seed }: AugmentPlan, model: string): ContentId {
  return contentId('augmentation', [model, method, { ...parameters }, seed, sources.map(({ id }) => id)])
}

/**
 * Augments problems by one method, outside of any run and its walks: outcomes come in the order of sources and turns, whatever the
 * concurrency. A source's request is the same whatever other sources stand beside it, so what the ledger holds is not paid again.
 */
export async function* augmentProblems(
  plan: AugmentPlan,
  ports: AugmentPorts,
): AsyncGenerator<Augmented, void> {
  const { sources, perSource, count } = plan
  const runId = augmentationId(plan, ports.model.name)
  const names = indexConceptNames(ports.concepts)
  const seen = new Set<ContentId>()
  const pending: { readonly source: SourceProblem; readonly made: Promise<VerifiedSource> }[] = []
  let next = 0
  let pairs = 0
  const ask = (): void => {
    const source = sources[next % sources.length] as SourceProblem
    const turn = Math.floor(next / sources.length)
    next++
    const made = augmentOnce({ plan, ports: { ...ports, runId, names } }, source, turn).catch(
      (error: unknown): VerifiedSource => {
        if (!(error instanceof UnansweredError)) throw error
        const reason = 'unanswered'
        return { augmented: { outcome: 'unmade', reason, detail: error.message, raw: '', keys: [] } }
      },
    )
    // One that fails while others are awaited is thrown when its turn comes.
    made.catch(() => {})
    pending.push({ source, made })
  }
  while (pairs < count) {
    while (next < sources.length * perSource && pending.length < Math.min(ports.concurrency, count - pairs))
      ask()
    const first = pending.shift()
    if (first === undefined) return
    const { source } = first
    const { augmented, verdict } = await first.made
    if (augmented.outcome === 'unmade') {
      yield { outcome: 'skipped', source, reason: augmented.reason }
      continue
    }
    const { draft } = augmented
    const id = pairId(draft.question, draft.solution)
    if (seen.has(id)) {
      yield { outcome: 'skipped', source, reason: 'duplicate' }
      continue
    }
    seen.add(id)
    pairs++
    const failed = verdict?.checks.find((check) => check.outcome === 'failed')
    yield {
      outcome: 'pair',
      id,
      questionId: questionId(draft.question),
      source,
      draft,
      verdict: verdict as Verdict,
      marks: failed === undefined ? [] : marksFor(failed),
    }
  }
}

interface VerifiedSource {
  readonly augmented: AugmentedSource
  readonly verdict?: Verdict
}

const generator = { recheck: recheckModelDraft }

async function augmentOnce(
  {
    plan,
    ports,
  }: {
    readonly plan: AugmentPlan
    readonly ports: AugmentPorts & {
      readonly runId: ContentId
      readonly names: ReturnType<typeof indexConceptNames>
    }
  },
  source: SourceProblem,
  turn: number,
): Promise<VerifiedSource> {
  const { method, parameters, seed, votes } = plan
  const { model, signal, runId } = ports
  const scope = `augment ${seed}`
  const augmented = await augmentSource(
    { ...ports, scope },
    {
      method,
      source,
      partners: [],
      parameters,
      place: [method, source.id, turn],
      random: randomAt(randomKey('augment', seed, method, source.id), turn),
    },
  )
  if (augmented.outcome === 'unmade') return { augmented }
  const { draft } = augmented
  const verdict = verifyDraft(draft, generator)
  const isFaulty = verdict.checks.some(
    (check) => check.outcome === 'failed' && marksFor(check)[0] === 'rejected',
  )
  if ((votes.samples ?? 0) === 0 || isFaulty) return { augmented, verdict }
  const place = [method, source.id, turn]
  const vote = await solveByVote(model, draft.question, { ...votes, runId, scope, place, signal })
  return {
    augmented,
    verdict: verifyDraft(draft, generator, { agreement: votesFor(vote, draft.finalAnswer) }),
  }
}
