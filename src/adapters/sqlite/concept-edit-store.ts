import type { ConceptEdit, ConceptEditKind } from '../../core/concept-edit.ts'
import { contentId, isContentId } from '../../core/identity.ts'
import type { ConceptEditStore } from '../../core/ports.ts'
import { idBytes, idText, textOf, textValue } from './column-values.ts'
import type { WorkspaceParts } from './workspace-parts.ts'

export function openConceptEditStore({ database, closing }: WorkspaceParts): ConceptEditStore {
  const select = `SELECT concept_edit.*, concept_edit_undo.edit IS NOT NULL AS undone
    FROM concept_edit LEFT JOIN concept_edit_undo ON concept_edit_undo.edit = concept_edit.number`
  const insert = database.prepare(
    'INSERT INTO concept_edit (id, concept, kind, target, editor, time) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const insertUndo = database.prepare(
    'INSERT OR IGNORE INTO concept_edit_undo (edit, time, undone_by) VALUES (?, ?, ?)',
  )
  const selectOne = database.prepare(`${select} WHERE concept_edit.id = ?`)
  const selectAll = database.prepare(`${select} ORDER BY number DESC`)
  const selectPlace = database.prepare('SELECT count(*) AS place FROM concept_edit')
  const selectVersion = database.prepare(
    'SELECT (SELECT coalesce(max(number), 0) FROM concept_edit) + (SELECT count(*) FROM concept_edit_undo) AS version',
  )

  return {
    append: async (edit) =>
      database.transaction(() => {
        const { conceptId, kind, to, editor, time } = edit
        const place = Number(selectPlace.get()?.['place'])
        const id = contentId('concept-edit', [place, conceptId, kind, to, editor, time])
        insert.run(idBytes(id), idBytes(conceptId), kind, textValue(to), textValue(editor), time)
        return { id, ...edit, undone: false }
      }),
    undo: async (id, { time, by }) =>
      database.transaction(() => {
        if (!isContentId(id)) return undefined
        const found = selectOne.get(idBytes(id))
        if (found === undefined) return undefined
        insertUndo.run(Number(found['number']), time, by === undefined ? null : textValue(by))
        return editOf({ ...found, undone: 1 })
      }),
    list: async () => database.attempt(() => selectAll.all().map(editOf)),
    version: async () => database.attempt(() => Number(selectVersion.get()?.['version'])),
    close: closing(),
  }
}

function editOf(row: Readonly<Record<string, unknown>>): ConceptEdit {
  return {
    id: idText(row['id']),
    conceptId: idText(row['concept']),
    kind: row['kind'] as ConceptEditKind,
    to: textOf(row['target']),
    editor: textOf(row['editor']),
    time: textOf(row['time']),
    undone: Boolean(row['undone']),
  }
}
