import type { Database } from './database.ts'
import type { PairIds } from './pair-ids.ts'
import type { RunRows } from './run-rows.ts'

/** What the stores of one workspace share. */
export interface WorkspaceParts {
  readonly database: Database
  readonly runs: RunRows
  readonly pairIds: PairIds
  /** The `close` of one more store; the file is closed with the last of them. `before` runs first. */
  readonly closing: (before?: () => void) => () => Promise<void>
}
