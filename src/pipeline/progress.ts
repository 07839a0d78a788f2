/** The stages of a run, in order. */
export const runStages = ['seeds', 'extract', 'graph', 'generate', 'mark', 'select', 'export'] as const
/** The stages of a copy between stores, in order. */
export const copyStages = ['copy-seeds', 'copy-graph', 'copy-pairs'] as const
/** The stage of an evaluation. */
export const evaluationStages = ['ask'] as const
export type RunStage = (typeof runStages | typeof copyStages | typeof evaluationStages)[number]

export interface Progress {
  readonly stage: RunStage
  readonly done: number
  readonly total: number
  /** Shown beside the numbers, for example the share of draws that were supported. */
  readonly note?: string
}

export type ReportProgress = (progress: Progress) => void
