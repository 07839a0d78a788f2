import type { ConceptGraph } from '../core/concept-graph.ts'
import type { ContentId } from '../core/identity.ts'
import type { Pair } from '../core/pair.ts'
import type { Generator, PairStore } from '../core/ports.ts'
import type { Run } from '../core/run.ts'
import { checkRungs, type Rung, type Verdict } from '../core/verdict.ts'
import { recheckModelDraft } from '../steps/generate/model-engine/recheck-model-draft.ts'
import { verifyDraft } from '../steps/verify/verify-draft.ts'
import { openProceduralSource, type Vote } from './draw-pairs.ts'
import type { StoredRun } from './stored-run.ts'

/** A stored pair, looked at again. */
export interface VerifiedPair {
  readonly id: ContentId
  readonly index: number
  /** Rung it was stored with. */
  readonly before: Rung
  readonly verdict: Verdict
  readonly marks: Pair['marks']
}

export interface Verification {
  readonly stored: StoredRun
  readonly pairs: PairStore
  /** Asks for new votes; without it the stored ones count again. */
  readonly vote?: Vote
  /** Pairs looked at at once. @default 1 */
  readonly concurrency?: number
  readonly signal: AbortSignal
}

/**
 * Verifies every stored pair of a run again, from its text and its own evidence, with the checks of this version; in the order of the
 * run, whatever the concurrency. Nothing is stored.
 */
export async function* verifyRun(verification: Verification): AsyncGenerator<VerifiedPair, void> {
  const { stored, pairs, vote, concurrency = 1, signal } = verification
  const { run } = stored
  const recheck = recheckOf(stored)
  const pending: Promise<VerifiedPair>[] = []
  for await (const pair of storedPairs(run, pairs)) {
    signal.throwIfAborted()
    const verified = verifyPair(pair, recheck, vote)
    // One that fails while others are awaited is thrown when its turn comes.
    verified.catch(() => {})
    pending.push(verified)
    if (pending.length >= concurrency) yield await (pending.shift() as Promise<VerifiedPair>)
  }
  for (const verified of pending) yield await verified
}

async function* storedPairs(run: Run, pairs: PairStore): AsyncGenerator<Pair, void> {
  for await (const batch of pairs.range(run.id, { from: 0, to: run.cursor })) yield* batch
}

async function verifyPair(
  { id, index, draft, verdict, marks }: Pair,
  recheck: Pick<Generator, 'recheck'>,
  vote: Vote | undefined,
): Promise<VerifiedPair> {
  const isFaulty = (): boolean =>
    verifyDraft(draft, recheck).checks.some(
      (check) => check.outcome === 'failed' && checkRungs[check.name] <= 2,
    )
  // As in a run, votes are asked for only where the text itself stands.
  const agreement = vote === undefined ? verdict.agreement : isFaulty() ? undefined : await vote(draft, index)
  const again = verifyDraft(draft, recheck, agreement === undefined ? {} : { agreement })
  const flags = [...new Set([...again.flags, ...verdict.flags.filter((flag) => flag === testSeedFlag)])]
  return { id, index, before: verdict.rung, verdict: { ...again, flags }, marks }
}

/** Follows from the run's settings, not from the text. */
const testSeedFlag = 'test-seeds-allowed'

/** Each draft is rechecked by the engine that made it. */
function recheckOf({ run, config, graph, contributions }: StoredRun): Pick<Generator, 'recheck'> {
  const procedural = openRecheck({ runId: run.id, config, graph, contributions })
  return {
    recheck: (draft) =>
      draft.method === 'procedural' ? procedural().recheck(draft) : recheckModelDraft(draft),
  }
}

/** The families are indexed only where a pair needs them. */
function openRecheck(job: {
  readonly runId: ContentId
  readonly config: StoredRun['config']
  readonly graph: ConceptGraph
  readonly contributions: StoredRun['contributions']
}): () => Generator {
  let opened: Generator | undefined
  return () => (opened ??= openProceduralSource(job).generator)
}
