import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import { ConceptloomError, StoreError } from '../../core/errors.ts'
import { migrate } from './migrations.ts'

/** Name of the one file of a workspace. */
export const workspaceFile = 'conceptloom.sqlite'

/** One connection to a workspace file. Every error of SQLite leaves it as a StoreError that names the file and the remedy. */
export interface Database {
  readonly file: string
  prepare(sql: string): StatementSync
  /** Runs reads, or a write that is its own transaction. */
  attempt<T>(work: () => T): T
  /** Runs `work` in one transaction; all of it is committed with synchronous=FULL, or none of it when it throws. */
  transaction<T>(work: () => T): T
  close(): void
}

/**
 * Opens (and creates) the workspace file of a folder: write-ahead log, synchronous=FULL, 5 s busy timeout.
 *
 * Pages have 8 KiB: rows of a WITHOUT ROWID table spill to overflow pages beyond a quarter of a page, and a pair takes 1-2 KiB; with
 * larger pages the ledger's scattered keys would write more at each commit.
 *
 * @throws StoreError when the folder cannot be written, or the file is damaged, foreign, or of a newer version
 */
export function openDatabase(folder: string): Database {
  const file = path.join(folder, workspaceFile)
  const connection = withStoreErrors(file, () => connect(folder, file))
  return {
    file,
    prepare: (sql) => withStoreErrors(file, () => connection.prepare(sql)),
    attempt: (work) => withStoreErrors(file, work),
    transaction: (work) => withStoreErrors(file, () => commitAll(connection, work)),
    close: () => {
      if (connection.isOpen) withStoreErrors(file, () => connection.close())
    },
  }
}

function connect(folder: string, file: string): DatabaseSync {
  mkdirSync(folder, { recursive: true })
  const connection = new DatabaseSync(file, { timeout: 5000 })
  try {
    connection.exec('PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    connection.exec('PRAGMA cache_size = -65536; PRAGMA journal_size_limit = 67108864')
    // A block of pairs takes 700 pages: copying the log into the file after every few of them saves most of the syncs.
    connection.exec('PRAGMA wal_autocheckpoint = 6000')
    migrate(connection, file)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

function commitAll<T>(connection: DatabaseSync, work: () => T): T {
  connection.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    connection.exec('COMMIT')
    return result
  } catch (error) {
    // SQLite has already rolled back by itself after some errors, such as a full disk.
    if (connection.isTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

/** What went wrong and what to do, by primary result code (sqlite.org/rescode.html). */
const explanations: Readonly<Record<number, readonly [what: string, remedy: string]>> = {
  5: ['store busy', 'another process is writing to it; try again when that is done'],
  8: ['store not writable', 'make the folder and its files writable, or choose another --workspace'],
  10: ['store cannot be read or written', 'check the free space and the health of the disk, then try again'],
  11: ['store damaged', 'move it away and restore a copy, or start with another --workspace'],
  13: ['disk full', 'free some space and try again; what was acknowledged is kept'],
  14: [
    'store cannot be opened',
    'check that the folder exists and may be written, or choose another --workspace',
  ],
  26: ['not a store', 'move this file away, or choose another --workspace'],
}

function withStoreErrors<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asStoreError(file, error)
  }
}

function asStoreError(file: string, error: unknown): unknown {
  if (error instanceof ConceptloomError || !(error instanceof Error)) return error
  if ('errcode' in error && typeof error.errcode === 'number') {
    const [what, remedy] = explanations[error.errcode & 0xff] ?? ['store failed', 'report this message']
    return new StoreError(`${what}: ${file} (${error.message}); ${remedy}`, { cause: error })
  }
  if ('code' in error && error.code === 'ERR_INVALID_STATE')
    return new StoreError(`store closed: ${file}; open the workspace again`, { cause: error })
  if ('syscall' in error && error.syscall === 'mkdir')
    return new StoreError(
      `workspace cannot be created: ${path.dirname(file)} (${error.message}); choose another --workspace`,
      { cause: error },
    )
  return error
}
