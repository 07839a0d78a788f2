import type { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../../core/errors.ts'

/** `clom` in ASCII: tells a workspace from any other SQLite file. */
const applicationId = 0x63_6c_6f_6d

/**
 * Step n brings a file from version n to n + 1. A released step is never edited; a change of the layout is a new step.
 *
 * Ids are BLOBs of 16 bytes. TEXT that UTF-8 cannot hold (lone surrogates) is kept as a BLOB of UTF-16. `dictionary` gives the ids
 * that occur again and again (concepts, seeds, graph versions) a small number; the BLOBs of `pair` are read by `pair-codec.ts`. Marks
 * stand apart, in a row for each marked pair: inside `pair`, marking every tenth one would write the whole table again.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE seed (id BLOB PRIMARY KEY, body TEXT NOT NULL, concepts BLOB NOT NULL) WITHOUT ROWID;

  CREATE TABLE graph (number INTEGER PRIMARY KEY, version BLOB NOT NULL UNIQUE, seed_count INTEGER NOT NULL);
  CREATE TABLE graph_concept (
    graph INTEGER, number INTEGER, id BLOB NOT NULL, body TEXT NOT NULL, seeds BLOB NOT NULL,
    PRIMARY KEY (graph, number)
  ) WITHOUT ROWID;
  CREATE INDEX graph_concept_id ON graph_concept (graph, id);
  CREATE TABLE graph_edge (
    graph INTEGER, a INTEGER, b INTEGER, kind TEXT NOT NULL, count INTEGER NOT NULL,
    PRIMARY KEY (graph, a, b)
  ) WITHOUT ROWID;
  CREATE TABLE graph_seed (graph INTEGER, number INTEGER, id BLOB NOT NULL, PRIMARY KEY (graph, number)) WITHOUT ROWID;

  CREATE TABLE run (
    number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, config TEXT NOT NULL, kept TEXT NOT NULL, graph_version BLOB NOT NULL,
    seed_ids BLOB NOT NULL, state TEXT NOT NULL, cursor INTEGER NOT NULL, counters TEXT NOT NULL,
    stored INTEGER NOT NULL, ids_indexed_to INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE run_claim (
    run BLOB PRIMARY KEY, pid INTEGER NOT NULL, host TEXT NOT NULL, started TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE dictionary (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE);
  CREATE TABLE pair (
    run INTEGER, i INTEGER, id BLOB NOT NULL, rung INTEGER NOT NULL, question_id BLOB NOT NULL,
    skeleton_id BLOB NOT NULL, difficulty REAL NOT NULL, split TEXT NOT NULL, method TEXT NOT NULL,
    walk BLOB NOT NULL, concepts BLOB NOT NULL, seeds BLOB NOT NULL, verdict BLOB NOT NULL,
    question TEXT NOT NULL, solution TEXT NOT NULL, answer TEXT NOT NULL,
    evidence TEXT, prompt TEXT, model TEXT, raw TEXT,
    PRIMARY KEY (run, i)
  ) WITHOUT ROWID;
  CREATE TABLE pair_id (id BLOB, run INTEGER, i INTEGER, PRIMARY KEY (id, run, i)) WITHOUT ROWID;
  CREATE TABLE pair_mark (run INTEGER, i INTEGER, marks INTEGER NOT NULL, PRIMARY KEY (run, i)) WITHOUT ROWID;
  CREATE TABLE pair_count (run INTEGER, rung INTEGER, pairs INTEGER NOT NULL, PRIMARY KEY (run, rung)) WITHOUT ROWID;

  CREATE TABLE request (
    number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, run BLOB NOT NULL, purpose TEXT NOT NULL, body TEXT NOT NULL
  );
  CREATE INDEX request_run ON request (run);
  CREATE TABLE reply (
    request INTEGER, attempt INTEGER, outcome TEXT NOT NULL, body TEXT NOT NULL,
    prompt_tokens INTEGER NOT NULL, completion_tokens INTEGER NOT NULL, cost REAL NOT NULL,
    PRIMARY KEY (request, attempt)
  );
  `,
  // What people decide is written down once and never changed: taking it back is a row of its own.
  `
  CREATE TABLE review (
    number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, pair BLOB NOT NULL, decision TEXT NOT NULL,
    reviewer TEXT NOT NULL, note TEXT, time TEXT NOT NULL, changes TEXT
  );
  CREATE INDEX review_pair ON review (pair);
  CREATE TABLE review_undo (review INTEGER PRIMARY KEY, time TEXT NOT NULL, undone_by TEXT);
  CREATE TABLE concept_edit (
    number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, concept BLOB NOT NULL, kind TEXT NOT NULL,
    target TEXT NOT NULL, editor TEXT NOT NULL, time TEXT NOT NULL
  );
  CREATE TABLE concept_edit_undo (edit INTEGER PRIMARY KEY, time TEXT NOT NULL, undone_by TEXT);
  CREATE TABLE run_request (
    number INTEGER PRIMARY KEY, run BLOB NOT NULL UNIQUE, state TEXT NOT NULL, settings TEXT NOT NULL, problem TEXT
  );
  ${['review', 'review_undo', 'concept_edit', 'concept_edit_undo']
    .flatMap((table) =>
      ['UPDATE', 'DELETE'].map(
        (change) =>
          `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table} BEGIN SELECT RAISE(ABORT, 'append only'); END;`,
      ),
    )
    .join('\n')}
  `,
]

/**
 * Brings a file to the newest version, one transaction for all steps, so that a crash or a second opener leaves a whole version.
 *
 * @throws StoreError when the file is newer than this program or belongs to another one
 */
export function migrate(connection: DatabaseSync, file: string, steps: readonly string[] = migrations): void {
  if (versionOf(connection, file, steps.length) === steps.length) return
  connection.exec('BEGIN IMMEDIATE')
  try {
    // Another process may have been faster between the look above and the lock.
    for (const step of steps.slice(versionOf(connection, file, steps.length))) connection.exec(step)
    connection.exec(`PRAGMA user_version = ${steps.length}; PRAGMA application_id = ${applicationId}; COMMIT`)
  } catch (error) {
    if (connection.isTransaction) connection.exec('ROLLBACK')
    throw error
  }
}

function versionOf(connection: DatabaseSync, file: string, newest: number): number {
  const version = pragma(connection, 'user_version')
  const tables = Number(connection.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'])
  if (tables > 0 && pragma(connection, 'application_id') !== applicationId)
    throw new StoreError(`not a store: ${file} holds another program's tables; choose another --workspace`)
  if (version > newest)
    throw new StoreError(
      `store too new: ${file} has version ${version}, this program reads up to ${newest}; update conceptloom`,
    )
  return version
}

function pragma(connection: DatabaseSync, name: string): number {
  return Number(connection.prepare(`PRAGMA ${name}`).get()?.[name])
}
