import MiniSearch from 'minisearch'
import type { Concept } from '../../core/concept.ts'

/** Finds concepts by words of their names and aliases. */
export interface NameSearch {
  /** Places of concepts that fit, with a score > 0, best first; equal ones by place. */
  find(text: string): readonly { readonly place: number; readonly score: number }[]
}

/** Characters of a query that are looked at. */
const longestQuery = 200

/**
 * Indexes names, aliases and keys. All words of a query must fit, or where none fits all, any: the last as the beginning of a word, and
 * words of four letters or more with one misspelling in five letters. Frequent concepts come before rare ones that fit as well.
 */
export async function indexNames(nodes: readonly Concept[]): Promise<NameSearch> {
  const index = new MiniSearch<{ place: number; name: string; others: string }>({
    idField: 'place',
    fields: ['name', 'others'],
    processTerm,
  })
  const entries = nodes.map(({ name, aliases, key }, place) => ({
    place,
    name,
    others: [key, ...aliases.map((alias) => alias.name)].filter((other) => other !== name).join(' '),
  }))
  await index.addAllAsync(entries, { chunkSize: 200 })
  const options = {
    boost: { name: 3 },
    prefix: true,
    fuzzy: (term: string): number | false => (term.length < 4 ? false : 0.2),
    boostDocument: (place: unknown): number => 1 + Math.log10(nodes[place as number]?.count ?? 1) / 10,
  }
  return {
    find(text) {
      const query = text.slice(0, longestQuery)
      const all = index.search(query, { ...options, combineWith: 'AND' })
      const found = all.length > 0 ? all : index.search(query, { ...options, combineWith: 'OR' })
      return found
        .map(({ id, score }) => ({ place: id as number, score }))
        .sort((left, right) => right.score - left.score || left.place - right.place)
    },
  }
}

/** Without case and accents. */
function processTerm(term: string): string {
  return term
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}
