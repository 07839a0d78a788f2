import type { Concept } from '../../../core/concept.ts'
import type { ContentId } from '../../../core/identity.ts'
import { cleanLine } from './clean-text.ts'

/** In bytes of UTF-8; with an id and `.md` it stays below the 255 that file systems take. */
const longest = 160
/** Not allowed in file names of some system, or with a meaning inside of `[[links]]`. */
const unsafe = /[\\/:*?"<>|#^[\]%]/g
/** Names that Windows keeps for devices, whatever the extension. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** A file name without extension for every concept, unique without regard to case, safe on every system and inside of links. */
export function noteNames(concepts: readonly Concept[]): ReadonlyMap<ContentId, string> {
  const plain = concepts.map(({ name }) => safeName(name))
  const uses = new Map<string, number>()
  for (const name of plain) uses.set(folded(name), (uses.get(folded(name)) ?? 0) + 1)
  return new Map(
    concepts.map(({ id }, place) => {
      const name = plain[place] as string
      const clashes = name === '' || (uses.get(folded(name)) as number) > 1 || endsInId(name)
      return [id, clashes ? `${name} (${id})`.trim() : name]
    }),
  )
}

function safeName(name: string): string {
  const text = cleanLine(name.normalize('NFC').replaceAll(unsafe, ' '))
  const plain = firstBytes(text)
    .replace(/^[.\s]+/, '')
    .replace(/[.\s]+$/, '')
  return reserved.test(plain) ? `_${plain}` : plain
}

function firstBytes(text: string): string {
  let [kept, bytes] = ['', 0]
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > longest) return kept
    kept += character
  }
  return kept
}

/** A name that could be taken for one that was told apart by its id. */
const endsInId = (name: string): boolean => /\([0-9a-f]{32}\)$/i.test(name)

const folded = (name: string): string => name.toLowerCase().normalize('NFC')
