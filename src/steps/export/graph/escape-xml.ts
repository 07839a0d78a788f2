import { cleanText } from './clean-text.ts'

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // Always, so that `]]>` cannot stand in character data.
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // As they are, a parser would turn them into spaces (attributes) or line feeds (XML 1.0 §2.11, §3.3.3).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Clean text for XML 1.0 attributes in either quotes and for character data; a parser reads back exactly `cleanText(text)`. */
export function escapeXml(text: string): string {
  return cleanText(text).replaceAll(/[&<>"'\t\n\r]/g, (character) => escapes[character] as string)
}
