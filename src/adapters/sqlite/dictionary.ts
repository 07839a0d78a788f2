import { StoreError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import { idBytes, idText } from './column-values.ts'
import type { Database } from './database.ts'

/** Small numbers for the ids that occur in pair after pair. Entries are only ever added, so whatever is remembered stays true. */
export interface Dictionary {
  /** The number of an id; a new id is added, so call it inside a transaction. */
  numberOf(id: ContentId): number
  idOf(number: number): ContentId
  /** Drops what is remembered; to be called when a transaction that may have added entries was rolled back. */
  forget(): void
}

export function openDictionary(database: Database): Dictionary {
  const numbers = new Map<ContentId, number>()
  const ids: (ContentId | undefined)[] = []
  const selectNumber = database.prepare('SELECT number FROM dictionary WHERE id = ?')
  const selectId = database.prepare('SELECT id FROM dictionary WHERE number = ?')
  const insert = database.prepare('INSERT INTO dictionary (id) VALUES (?)')

  function look(id: ContentId): number {
    const bytes = idBytes(id)
    const number = Number(selectNumber.get(bytes)?.['number'] ?? insert.run(bytes).lastInsertRowid)
    numbers.set(id, number)
    return number
  }

  return {
    numberOf: (id) => numbers.get(id) ?? look(id),
    idOf(number) {
      const known = ids[number]
      if (known !== undefined) return known
      const row = selectId.get(number)
      if (row === undefined)
        throw new StoreError(
          `store damaged: ${database.file} lacks dictionary entry ${number}; restore a copy`,
        )
      return (ids[number] = idText(row['id']))
    },
    forget() {
      numbers.clear()
      ids.length = 0
    },
  }
}
