import type { Concept } from '../../../core/concept.ts'
import { cleanText } from './clean-text.ts'

/** The aliases that are written differently from the name (SKOS S13: no text is both), each once, as formats hold them. */
export function otherNames({ name, aliases }: Concept): string[] {
  const shown = cleanText(name)
  return [...new Set(aliases.map((alias) => cleanText(alias.name)))].filter((alias) => alias !== shown)
}
