import type { ConceptEdit } from '../../core/concept-edit.ts'
import type { ContentId } from '../../core/identity.ts'
import type { Review } from '../../core/review.ts'
import type { ConceptEditRequest } from '../../surfaces/api/contract/concepts.ts'
import type { DatasetRequest, DatasetView } from '../../surfaces/api/contract/datasets.ts'
import type { Generation, GenerationRequest } from '../../surfaces/api/contract/generations.ts'
import type { ReviewRequest } from '../../surfaces/api/contract/pairs.ts'
import type { BalanceView, RunEvent, RunReport, RunView } from '../../surfaces/api/contract/runs.ts'

/** What a service does in a workspace besides reading it. Methods give `undefined` where there is nothing of that id or name. */
export interface Service {
  readonly reviews: ReviewDesk
  readonly edits: EditDesk
  readonly runs: RunDesk
  readonly datasets: DatasetDesk
  /**
   * Up to 200 procedural pairs, stored nowhere.
   *
   * @throws UsageError for a run or concept that is not there, ConflictError for concepts that no family weaves together
   */
  generateNow(request: GenerationRequest): Promise<Generation>
  /** Usage against target of a run's fit pairs, as `BALANCE.json` of a dataset of all of them has it. */
  balance(run?: string): Promise<BalanceView | undefined>
  /** Stops what is under way, in such a way that the next service goes on with it, and closes the stores. */
  close(): Promise<void>
}

export interface ReviewDesk {
  review(pairId: string, request: ReviewRequest): Promise<Review | undefined>
  undo(reviewId: string, by?: string): Promise<Review | undefined>
}

export interface EditDesk {
  /** Takes down a rename or merge. @throws UsageError for a concept that no run of the workspace has, ConflictError for a merge that cannot be */
  edit(conceptId: string, request: ConceptEditRequest): Promise<ConceptEdit>
  undo(editId: string, by?: string): Promise<ConceptEdit | undefined>
  /** Latest first. */
  list(): Promise<readonly ConceptEdit[]>
  /** Merges and renames that hold, as a file for `conceptloom run --merges`. */
  mergesFile(): Promise<string>
}

export interface RunDesk {
  /**
   * Accepts a run; it is on disk when this resolves, and goes on after a restart. The same request is the same run.
   *
   * @throws BusyError when as many wait as may, UsageError for a run, concept or model that is not there
   */
  start(request: GenerationRequest): Promise<RunView>
  /** All runs of the workspace, latest stored first. */
  list(): Promise<readonly RunView[]>
  view(id: string): Promise<RunView | undefined>
  /** Stops a run that waits or is being written; what is in flight is stored. Any other run is left as it is. */
  cancel(id: string): Promise<RunView | undefined>
  /** Goes on with a stopped run. @throws BusyError, ConflictError where another process writes the run */
  resume(id: string): Promise<RunView | undefined>
  /**
   * What happens to a run, from the pair after event `after` on; it ends when the run is over or the signal aborts. What is stored
   * already comes first, so nothing is lost between two listeners, nor by a restart. Nothing at all comes where `after` was the last.
   */
  events(id: string, options?: EventOptions): AsyncIterable<NumberedEvent>
  /** What `conceptloom run --json` prints of the run, without its clock. */
  report(id: string): Promise<RunReport | undefined>
  /** Figures for metrics. */
  load(): { readonly running: number; readonly queued: number }
}

export interface EventOptions {
  /** Id of the last event that was received. */
  readonly after?: string
  readonly signal?: AbortSignal
}

export interface NumberedEvent {
  readonly id: string
  readonly event: RunEvent
}

export interface DatasetDesk {
  /** Builds a dataset in the workspace, replacing an earlier one of its name. @throws BusyError, UsageError, ConflictError when nothing is fit */
  build(request: DatasetRequest): Promise<DatasetView>
  list(): Promise<readonly DatasetView[]>
  view(name: string): Promise<DatasetView | undefined>
  /** The real path of a file of a dataset, always inside its folder. */
  file(name: string, path: string): Promise<DatasetFile | undefined>
}

export interface DatasetFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: ContentId
}
