import type { Concept, Extraction, SeedContribution } from './concept.ts'
import type { ConceptEdit, NewConceptEdit } from './concept-edit.ts'
import type { ConceptGraph } from './concept-graph.ts'
import type { ConceptPath } from './concept-path.ts'
import type { Draft } from './draft.ts'
import type { ContentId, JsonValue } from './identity.ts'
import type { Pair, PairMark } from './pair.ts'
import type { NewReview, Review } from './review.ts'
import type { Run } from './run.ts'
import type { Seed } from './seed.ts'
import type { Check } from './verdict.ts'

/** Problem → topics and knowledge points. One extraction per seed, in order. */
export interface Extractor {
  /** `taxonomy`, `replay` or a model's name; shown in every summary. */
  readonly name: string
  extract(seeds: AsyncIterable<Seed> | Iterable<Seed>): AsyncIterable<Extraction>
}

/** Vectors laid out one after another, each of length `dimension` and of unit length (or all zeros where a text says nothing). */
export interface VectorTable {
  readonly vectors: Float32Array
  readonly dimension: number
}

/** Texts → vectors whose products tell how alike the texts are. Contract: `tests/contracts/embedder.ts`. */
export interface Embedder {
  /** `hashed` or a model's name; shown beside what was selected. */
  readonly name: string
  /** One vector per text, in order; the same text always gets the same one. */
  embed(texts: readonly string[]): Promise<VectorTable>
}

/** One draw: a walk and which of its variants is wanted. */
export interface GenerationRequest {
  readonly path: ConceptPath
  /** Knowledge points of the path, looked up. */
  readonly knowledgePoints: readonly Concept[]
  readonly topics: readonly Concept[]
  /** 0 for the first pair of the combination, then 1, 2, … */
  readonly variant: number
}

/** Either a draft or the reason there is none; `missing` names the knowledge points that could not be expressed. */
export type GenerationOutcome =
  | { readonly outcome: 'draft'; readonly draft: Draft }
  | { readonly outcome: 'unsupported'; readonly missing: readonly ContentId[]; readonly reason: string }

/** Concept combination → draft, and a recheck that works from the draft's own evidence. */
export interface Generator {
  readonly name: string
  generate(request: GenerationRequest): Promise<GenerationOutcome>
  /** The rung-5 checks of a draft this generator made; empty when it can prove nothing. Never throws on a foreign draft. */
  recheck(draft: Draft): readonly Check[]
}

/** A seed with its concepts, as the graph store keeps it. */
export interface LabelledSeed {
  readonly seed: Seed
  readonly conceptIds: readonly ContentId[]
}

/**
 * Seeds, concepts and graph versions. Writes are idempotent: a seed's contribution is stored per seed and counts are derived, so
 * a repeated call changes nothing. Contract: `tests/contracts/graph-store.ts`.
 */
export interface GraphStore {
  /** Stores or replaces seeds with their contributions. */
  putSeeds(seeds: readonly LabelledSeed[]): Promise<void>
  /** Seeds by id, in the order asked; unknown ids are left out. */
  seeds(ids: readonly ContentId[]): Promise<readonly LabelledSeed[]>
  /** Pins a graph under its version, with the contributions it was built from. Storing the same version again is a no-op. */
  putGraph(graph: ConceptGraph, contributions: readonly SeedContribution[]): Promise<void>
  /** A pinned graph, or `undefined`. */
  graph(version: ContentId): Promise<ConceptGraph | undefined>
  /** Ids of the seeds of a pinned graph whose labels contain both concepts, ascending, at most `limit`. */
  seedsOfEdge(
    version: ContentId,
    edge: { readonly a: ContentId; readonly b: ContentId; readonly limit: number },
  ): Promise<readonly ContentId[]>
  close(): Promise<void>
}

/** Pairs in the order of their index, with the run's cursor. Contract: `tests/contracts/pair-store.ts`. */
export interface PairStore {
  /**
   * Writes the pairs of one block and the run's new state in one transaction. Throws StoreError, having written nothing, when a
   * pair belongs to another run or is not beyond the stored ones, unless the stored run has its index among those of `unanswered`
   * draws, or when the run's cursor would go back.
   */
  appendBlock(run: Run, pairs: readonly Pair[]): Promise<void>
  /**
   * A pair by id (or unambiguous prefix of ≥ 8 digits); of several runs the one stored last, or that of `runId`. Throws UsageError on a
   * shorter prefix and, listing the candidates, on one that fits several ids.
   */
  byId(id: string, runId?: ContentId): Promise<Pair | undefined>
  /** Pairs of a run with from ≤ index < to, ascending, in batches. */
  range(
    runId: ContentId,
    window: { readonly from: number; readonly to: number },
  ): AsyncIterable<readonly Pair[]>
  /** Adds or removes marks; places without a pair are ignored. A pair's marks are read in the order of `pairMarks`. */
  mark(runId: ContentId, changes: readonly PairMarkChange[]): Promise<void>
  /** Stored pairs of a run: total, by rung and by mark. */
  counts(runId: ContentId): Promise<PairCounts>
  close(): Promise<void>
}

export interface PairMarkChange {
  readonly index: number
  readonly mark: PairMark
  readonly set: boolean
}

export interface PairCounts {
  readonly total: number
  readonly unmarked: number
  readonly byRung: Readonly<Record<number, number>>
  readonly byMark: Readonly<Partial<Record<PairMark, number>>>
}

/** The runs of a workspace. `claim` keeps a second process away from a run. Contract: `tests/contracts/run-store.ts`. */
export interface RunStore {
  /** Stores a run, or the new state, cursor and counters of a stored one. Throws StoreError when the cursor would go back. */
  put(run: Run): Promise<void>
  /** A run by id or prefix of ≥ 8 digits. Throws UsageError when the prefix fits several runs. */
  byId(id: string): Promise<Run | undefined>
  /** All runs, latest stored first. */
  list(): Promise<readonly Run[]>
  /** Takes the run for this process until `release` or exit; throws StoreError naming the holder while another live process has it. */
  claim(runId: ContentId): Promise<void>
  release(runId: ContentId): Promise<void>
  close(): Promise<void>
}

/** A request to a model, written down before it is sent. `key` is the hash of `body`. */
export interface LedgerRequest {
  readonly key: ContentId
  readonly runId: ContentId
  readonly purpose: string
  readonly body: JsonValue
}

/** The reply to a request, written down before anything is derived from it. */
export interface LedgerReply {
  readonly key: ContentId
  readonly outcome: 'answered' | 'refused' | 'truncated' | 'failed'
  readonly body: JsonValue
  readonly promptTokens: number
  readonly completionTokens: number
  /** In the currency of the price file; 0 where the endpoint is free. */
  readonly cost: number
}

export interface LedgerTotals {
  readonly requests: number
  readonly answered: number
  readonly promptTokens: number
  readonly completionTokens: number
  readonly cost: number
}

/**
 * What was asked of a model and what it answered. A resolved promise means the write is committed with synchronous=FULL.
 * Contract: `tests/contracts/ledger.ts`.
 */
export interface Ledger {
  /** Writes requests down before they are sent; one already begun is left as it is. */
  begin(requests: readonly LedgerRequest[]): Promise<void>
  /**
   * Writes replies down before anything is derived from them. An answer, a refusal or a truncated reply is final; a failure gives way to the next reply,
   * and `totals` keeps what it cost. Throws StoreError, having written none of them, on a key that was never begun.
   */
  record(replies: readonly LedgerReply[]): Promise<void>
  /** The last reply held, by key. */
  recall(keys: readonly ContentId[]): Promise<ReadonlyMap<ContentId, LedgerReply>>
  /** Requests without any reply, in the order begun. */
  pending(runId: ContentId): Promise<readonly LedgerRequest[]>
  totals(runId: ContentId): Promise<LedgerTotals>
  close(): Promise<void>
}

/** When, and by whom where that is known, a decision was taken back. */
export interface Undoing {
  /** ISO 8601. */
  readonly time: string
  readonly by?: string
}

/** What people decided on pairs. Nothing is changed or removed: undoing is written down as well. Contract: `tests/contracts/review-store.ts`. */
export interface ReviewStore {
  /** Writes a decision down, as the latest of its pair. */
  append(review: NewReview): Promise<Review>
  /** Takes a decision back; one taken back before is left as it is. `undefined` where there is no such decision. */
  undo(id: ContentId, undoing: Undoing): Promise<Review | undefined>
  /** All decisions on a pair, latest first. */
  ofPair(pairId: ContentId): Promise<readonly Review[]>
  /** By pair, the latest decision that is not undone. */
  holding(): Promise<ReadonlyMap<ContentId, Review>>
  /** A number that grows with every decision and every undoing, by whatever process; 0 where there are none. */
  version(): Promise<number>
  close(): Promise<void>
}

/** Renames and merges of concepts that people decided. Nothing is changed or removed. Contract: `tests/contracts/concept-edit-store.ts`. */
export interface ConceptEditStore {
  append(edit: NewConceptEdit): Promise<ConceptEdit>
  /** Takes an edit back; one taken back before is left as it is. `undefined` where there is no such edit. */
  undo(id: ContentId, undoing: Undoing): Promise<ConceptEdit | undefined>
  /** All edits, latest first. */
  list(): Promise<readonly ConceptEdit[]>
  /** A number that grows with every edit and every undoing, by whatever process; 0 where there are none. */
  version(): Promise<number>
  close(): Promise<void>
}

/** A run that a service has accepted: what it promised to go on with, whatever happens to it. */
export interface RunRequest {
  readonly runId: ContentId
  /** `queued` until the run is over, so a restarted service goes on with it. */
  readonly state: 'queued' | 'stopped' | 'complete'
  /** What the run does not hold itself, for example its cap. */
  readonly settings: JsonValue
  /** Why it stopped. */
  readonly problem?: string
}

/** The runs that a service has accepted. Contract: `tests/contracts/run-request-store.ts`. */
export interface RunRequestStore {
  /** Stores a request, or the new state of a stored one; committed with synchronous=FULL when it resolves. */
  put(request: RunRequest): Promise<void>
  /** All requests, in the order they were first put. */
  list(): Promise<readonly RunRequest[]>
  close(): Promise<void>
}

/**
 * Time, so that tests need not wait.
 *
 * @public
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
}
