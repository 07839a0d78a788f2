import type {
  ConceptEditStore,
  GraphStore,
  Ledger,
  PairStore,
  ReviewStore,
  RunRequestStore,
  RunStore,
} from '../../core/ports.ts'
import { openConceptEditStore } from './concept-edit-store.ts'
import { type Database, openDatabase } from './database.ts'
import { openGraphStore } from './graph-store.ts'
import { openLedger } from './ledger.ts'
import { openPairIds } from './pair-ids.ts'
import { openPairStore } from './pair-store.ts'
import { openReviewStore } from './review-store.ts'
import { openRunRequestStore } from './run-request-store.ts'
import { openRunRows } from './run-rows.ts'
import { openRunStore } from './run-store.ts'
import type { WorkspaceParts } from './workspace-parts.ts'

/** All stores of a workspace on one file. `close` closes every one of them; it may be called again. */
export interface Workspace {
  readonly graph: GraphStore
  readonly pairs: PairStore
  readonly runs: RunStore
  readonly ledger: Ledger
  readonly reviews: ReviewStore
  readonly conceptEdits: ConceptEditStore
  readonly requests: RunRequestStore
  close(): Promise<void>
}

/**
 * Opens `<folder>/conceptloom.sqlite`, creating folder and file where absent and bringing an older file to the newest version.
 *
 * @throws StoreError when the folder cannot be written, or the file is damaged, foreign, or of a newer version
 */
export async function openWorkspace(folder: string): Promise<Workspace> {
  const database = openDatabase(folder)
  try {
    const parts: WorkspaceParts = {
      database,
      runs: openRunRows(database),
      pairIds: openPairIds(database),
      closing: closeWithLast(database),
    }
    const stores = {
      graph: openGraphStore(parts),
      pairs: openPairStore(parts),
      runs: openRunStore(parts),
      ledger: openLedger(parts),
      reviews: openReviewStore(parts),
      conceptEdits: openConceptEditStore(parts),
      requests: openRunRequestStore(parts),
    }
    return {
      ...stores,
      close: async () => {
        for (const store of Object.values(stores)) await store.close()
      },
    }
  } catch (error) {
    database.close()
    throw error
  }
}

function closeWithLast(database: Database): WorkspaceParts['closing'] {
  let open = 0
  return (before) => {
    open += 1
    let closed = false
    return async () => {
      if (closed) return
      closed = true
      before?.()
      open -= 1
      if (open === 0) database.close()
    }
  }
}
