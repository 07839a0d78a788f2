import type { ReviewStore } from '../../core/ports.ts'
import { contentId, isContentId, type ContentId } from '../../core/identity.ts'
import type { Review, ReviewDecision, TextChanges } from '../../core/review.ts'
import { idBytes, idText, parseJson, textOf, textValue } from './column-values.ts'
import type { WorkspaceParts } from './workspace-parts.ts'

type Row = Readonly<Record<string, unknown>>

export function openReviewStore({ database, closing }: WorkspaceParts): ReviewStore {
  const select = `SELECT review.*, review_undo.review IS NOT NULL AS undone
    FROM review LEFT JOIN review_undo ON review_undo.review = review.number`
  const insert = database.prepare(
    'INSERT INTO review (id, pair, decision, reviewer, note, time, changes) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const insertUndo = database.prepare(
    'INSERT OR IGNORE INTO review_undo (review, time, undone_by) VALUES (?, ?, ?)',
  )
  const selectOne = database.prepare(`${select} WHERE review.id = ?`)
  const selectPair = database.prepare(`${select} WHERE pair = ? ORDER BY number DESC`)
  const selectHolding = database.prepare(`${select} WHERE review_undo.review IS NULL ORDER BY number`)
  const selectPlace = database.prepare('SELECT count(*) AS place FROM review WHERE pair = ?')
  const selectVersion = database.prepare(
    'SELECT (SELECT coalesce(max(number), 0) FROM review) + (SELECT count(*) FROM review_undo) AS version',
  )

  return {
    append: async (review) =>
      database.transaction(() => {
        const { pairId, decision, reviewer, note, time, changes } = review
        const pair = idBytes(pairId)
        // The place makes the same decision, made twice in a millisecond, two decisions.
        const place = Number(selectPlace.get(pair)?.['place'])
        const id = contentId('review', [pairId, place, decision, reviewer, note ?? null, time])
        insert.run(
          idBytes(id),
          pair,
          decision,
          textValue(reviewer),
          note === undefined ? null : textValue(note),
          time,
          changes === undefined ? null : JSON.stringify(changes),
        )
        return { id, ...review, undone: false }
      }),
    undo: async (id, { time, by }) =>
      database.transaction(() => {
        const found = selectById(id)
        if (found === undefined) return undefined
        insertUndo.run(Number(found['number']), time, by === undefined ? null : textValue(by))
        return reviewOf({ ...found, undone: 1 })
      }),
    ofPair: async (pairId) =>
      isContentId(pairId) ? database.attempt(() => selectPair.all(idBytes(pairId)).map(reviewOf)) : [],
    holding: async () =>
      database.attempt(
        () => new Map(selectHolding.all().map((row) => [idText(row['pair']), reviewOf(row)] as const)),
      ),
    version: async () => database.attempt(() => Number(selectVersion.get()?.['version'])),
    close: closing(),
  }

  function selectById(id: ContentId): Row | undefined {
    return isContentId(id) ? selectOne.get(idBytes(id)) : undefined
  }
}

function reviewOf(row: Row): Review {
  const { note, changes } = row
  return {
    id: idText(row['id']),
    pairId: idText(row['pair']),
    decision: row['decision'] as ReviewDecision,
    reviewer: textOf(row['reviewer']),
    ...(note === null ? {} : { note: textOf(note) }),
    time: textOf(row['time']),
    undone: Boolean(row['undone']),
    ...(changes === null ? {} : { changes: parseJson(changes) as TextChanges }),
  }
}
