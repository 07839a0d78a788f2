import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { conceptId } from '../../src/core/concept.ts'
import type { NewConceptEdit } from '../../src/core/concept-edit.ts'
import { contentId } from '../../src/core/identity.ts'
import type { ConceptEditStore } from '../../src/core/ports.ts'
import type { Fresh, OpenFresh } from './fresh.ts'
import { hostileTexts } from './samples.ts'

const time = '2026-01-02T03:04:05.678Z'
const edit: NewConceptEdit = {
  conceptId: conceptId('topic', 'a'),
  kind: 'rename',
  to: 'A topic',
  editor: 'Ada',
  time,
}

/** What every ConceptEditStore promises. */
export function describeConceptEditStore(name: string, openFresh: OpenFresh<ConceptEditStore>): void {
  describe(`concept edit store: ${name}`, () => {
    let fresh: Fresh<ConceptEditStore>
    let store: ConceptEditStore
    beforeEach(async () => {
      fresh = await openFresh()
      store = fresh.store
    })
    afterEach(() => fresh.remove())

    test('gives edits back exactly, latest first, undone ones too', async () => {
      expect(await store.list()).toEqual([])
      const rename = await store.append(edit)
      const merge = await store.append({ ...edit, kind: 'merge', to: conceptId('topic', 'b') })
      expect(rename).toEqual({ ...edit, id: rename.id, undone: false })
      expect(await store.list()).toEqual([merge, rename])
      expect(await store.undo(rename.id, { time, by: 'Bob' })).toEqual({ ...rename, undone: true })
      expect(await store.list()).toEqual([merge, { ...rename, undone: true }])
      expect(await store.undo(contentId('concept-edit', 'unknown'), { time })).toBeUndefined()
      expect(await store.undo('no id', { time })).toBeUndefined()
    })

    test('keeps hostile text, and equal edits apart', async () => {
      for (const text of hostileTexts) {
        const written = await store.append({ ...edit, to: text, editor: text })
        expect((await store.list())[0]).toEqual(written)
      }
      const [one, two] = [await store.append(edit), await store.append(edit)]
      expect(one.id).not.toBe(two.id)
    })

    test('the version grows with every edit and undoing, on every connection', async () => {
      const other = await fresh.again()
      expect(await other.version()).toBe(0)
      const { id } = await store.append(edit)
      const one = await other.version()
      await store.undo(id, { time })
      const two = await other.version()
      await store.undo(id, { time })
      expect([one > 0, two > one, (await other.version()) === two]).toEqual([true, true, true])
    })
  })
}
