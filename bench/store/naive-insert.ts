import { DatabaseSync } from 'node:sqlite'
import type { Pair } from '../../src/core/pair.ts'

/**
 * The obvious normalised layout, as the baseline: text ids, one row per step, concept, seed and check, prepared statements, the same
 * durability and block size.
 */
export function openNaiveStore(file: string): { append(pairs: readonly Pair[]): void; close(): void } {
  const database = new DatabaseSync(file)
  database.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE pair (id TEXT PRIMARY KEY, run TEXT, i INTEGER, question_id TEXT, skeleton_id TEXT, split TEXT, method TEXT,
      question TEXT, solution TEXT, answer TEXT, difficulty REAL, rung INTEGER, evidence TEXT);
    CREATE TABLE step (pair TEXT, step INTEGER, concept TEXT, phase TEXT, edge_count INTEGER, probability REAL);
    CREATE TABLE pair_concept (pair TEXT, concept TEXT, role TEXT);
    CREATE TABLE pair_seed (pair TEXT, seed TEXT);
    CREATE TABLE pair_check (pair TEXT, name TEXT, outcome TEXT, evidence TEXT);
    CREATE INDEX step_pair ON step (pair); CREATE INDEX concept_pair ON pair_concept (pair);
    CREATE INDEX seed_pair ON pair_seed (pair); CREATE INDEX check_pair ON pair_check (pair);`)
  const pair = database.prepare('INSERT INTO pair VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const step = database.prepare('INSERT INTO step VALUES (?, ?, ?, ?, ?, ?)')
  const concept = database.prepare('INSERT INTO pair_concept VALUES (?, ?, ?)')
  const seed = database.prepare('INSERT INTO pair_seed VALUES (?, ?)')
  const check = database.prepare('INSERT INTO pair_check VALUES (?, ?, ?, ?)')

  function insert({ id, draft, verdict, path, ...rest }: Pair): void {
    const ids = [
      id,
      rest.runId,
      rest.index,
      rest.questionId,
      rest.skeletonId,
      rest.split,
      draft.method,
    ] as const
    const texts = [draft.question, draft.solution, draft.finalAnswer] as const
    pair.run(...ids, ...texts, draft.difficulty, verdict.rung, JSON.stringify(draft.evidence))
    for (const [place, each] of path.steps.entries())
      step.run(id, place, each.conceptId, each.phase, each.edgeCount, each.probability)
    for (const each of draft.requested) concept.run(id, each, 'requested')
    for (const each of draft.realised) concept.run(id, each, 'realised')
    for (const each of rest.supportingSeeds) seed.run(id, each)
    for (const each of verdict.checks) check.run(id, each.name, each.outcome, each.evidence)
  }

  return {
    append(pairs) {
      database.exec('BEGIN IMMEDIATE')
      for (const each of pairs) insert(each)
      database.exec('COMMIT')
    },
    close: () => database.close(),
  }
}
