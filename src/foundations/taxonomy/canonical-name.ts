import { foldPlural } from './tokenise-problem.ts'

/** Phrases that lead into a name and say nothing of the concept; longer ones first. */
const LEAD_IN = [
  'the ability to', 'ability to', 'an understanding of', 'understanding of', 'understanding', 'knowledge of', 'the concept of',
  'concepts of', 'concept of', 'the concept', 'how to', 'definition of', 'basic understanding of', 'familiarity with', 'the use of',
  'use of', 'introduction to', 'basics of', 'principles of', 'the',
] // prettier-ignore

const leadIn = new RegExp(String.raw`^(?:${LEAD_IN.join('|')})\s+(?=\S)`)

/**
 * The form in which two names of one concept are equal: NFKC, straight quotes, no final stop, lower case, hyphens as spaces,
 * lead-in phrases removed, words in singular, order kept (methods: MathScale §3.2 merges nothing, which leaves variants apart).
 */
export function canonicalKey(name: string): string {
  let text = name
    .normalize('NFKC')
    .replaceAll(/[‘’‛′]/g, "'")
    .replaceAll(/[“”″]/g, '"')
    .toLowerCase()
    .replaceAll(/[-‐-―−_]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[\s.;:,!?]+$/, '')
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(leadIn, '')
  }
  return text.split(' ').map(singular).join(' ')
}

function singular(word: string): string {
  const match = /^([(["']*)([\p{L}]+)(.*)$/u.exec(word)
  if (match === null) return word
  const [, before = '', letters = '', after = ''] = match
  if (after !== '' && after.startsWith(`'`)) return word
  return before + (KEPT.has(letters) ? letters : foldPlural(letters)) + after
}

/** Words that end in s and are no plural, or whose fold would be another word. */
const KEPT = new Set([
  'mathematics',
  'statistics',
  'physics',
  'logistics',
  'series',
  'always',
  'people',
  'gauss',
  'dynamics',
  'cos',
])
