import type { Config } from '../../core/config.ts'
import type { ContentId, JsonValue } from '../../core/identity.ts'
import type { Progress } from '../progress.ts'

/** Work that a service leaves to a process of its own, so that its readers do not wait. */
export interface Job {
  /** Go on with a stored run; write its dataset to `config.run.out`; draw up its report; measure its balance. */
  readonly kind: 'run' | 'dataset' | 'report' | 'balance'
  readonly runId: ContentId
  /** Of the call: the workspace, the caps, and what a dataset holds; the rest is the run's. */
  readonly config: Config
}

/** How a job ended; `crashed` is a process that went without a word. */
export type JobEnd =
  | { readonly kind: 'done'; readonly result: JsonValue }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
  | { readonly kind: 'crashed'; readonly message: string }

/** What the process tells. */
export type JobMessage = { readonly kind: 'progress'; readonly progress: Progress } | JobEnd

/** A job under way. */
export interface RunningJob {
  /** Never rejects. */
  readonly ended: Promise<JobEnd>
  /**
   * Asks it to stop after what is in flight; one that does not within `patience` milliseconds is killed, which loses nothing but replies
   * of a model that are paid for and under way.
   */
  stop(patience: number): void
}

/** Starts a job; it works on its own until it ends or its starter is gone. */
export type StartJob = (job: Job, onProgress: (progress: Progress) => void) => RunningJob

/** What a job of kind `run` results in. */
export interface RunEnd {
  readonly end: string
  /** Why it stopped, when it did. */
  readonly problem: string | null
}
