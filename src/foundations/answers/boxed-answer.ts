import { trimEnd } from './trim-end.ts'

interface Box {
  readonly content: string
  readonly from: number
  readonly to: number
}

/** What boxes say, and the place after the last. */
export interface FoundBox {
  readonly text: string
  readonly to: number
}

/** Most boxes of one list. */
const maximumBoxes = 12

/** The content of the last box; boxes with nothing but a comma or `and` between them are a list. A percent sign after it belongs to it. */
export function boxedAnswer(text: string): FoundBox | undefined {
  let last = boxBefore(text, text.length) ?? openBox(text)
  if (last === undefined || last.content.trim() === '') return undefined
  const tail = text.slice(last.to, last.to + 24)
  const percent = /^[\s$]{0,3}(?:\\?%|percent|pct)/i.test(tail) ? '\\%' : ''
  const { to } = last
  const contents = [`${last.content}${percent}`]
  while (contents.length < maximumBoxes) {
    const earlier = boxBefore(text, last.from)
    if (earlier === undefined || !isGlue(text.slice(earlier.to, last.from))) break
    contents.unshift(earlier.content)
    last = earlier
  }
  return { text: contents.join(', '), to }
}

/** The last balanced box that ends before a place. */
export function boxBefore(text: string, before: number): Box | undefined {
  let from = before
  for (let tries = 0; tries < 20 && from > 0; tries++) {
    const at = Math.max(text.lastIndexOf('\\boxed', from - 1), text.lastIndexOf('\\fbox', from - 1))
    if (at < 0) return undefined
    const box = boxAt(text, at, at + (text.startsWith('\\boxed', at) ? 6 : 5))
    if (box !== undefined && box.to <= before) return box
    from = at
  }
  return undefined
}

/** A box that was never closed, as where a reply was cut: the rest of its line. */
function openBox(text: string): Box | undefined {
  const at = text.lastIndexOf('\\boxed{')
  if (at < 0) return undefined
  const end = text.indexOf('\n', at)
  const to = end < 0 ? text.length : end
  return { content: trimEnd(text.slice(at + 7, to), '$ \n\t\r.'), from: at, to }
}

function boxAt(text: string, from: number, after: number): Box | undefined {
  let start = after
  while (text[start] === ' ') start++
  if (text[start] !== '{') {
    const word = start > after ? /^[^\s$\\{}.,]+/.exec(text.slice(start, start + 40))?.[0] : undefined
    return word === undefined ? undefined : { content: word, from, to: start + word.length }
  }
  let depth = 0
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0x5c) at++
    else if (unit === 0x7b) depth++
    else if (unit === 0x7d && --depth === 0) return { content: text.slice(start + 1, at), from, to: at + 1 }
  }
  return undefined
}

/** Between two boxes of one answer: a separator, `and`, the name of the next value; no sentence. */
function isGlue(between: string): boolean {
  if (between.length > 60) return false
  const plain = between
    .replaceAll(/\\(?:text|mbox|textrm)\s*\{([^{}]{0,20})\}/g, ' $1 ')
    .replaceAll(/\\(?:q?quad|[,;:! ()[\]])|[$\s\\]/g, ' ')
    .trim()
  if (plain === '') return between !== ''
  const words = plain.replace(/[A-Za-z](?:_\{?\w\}?)?\s*=$/, '').trim()
  if (/^(?:,|;|&|and|or|,\s*and|,\s*or)$/.test(words)) return true
  if (/^[a-z]{1,12} (?:and|or)$/.test(words)) return true
  return /^[+*~#]{3,}$/.test(words)
}
