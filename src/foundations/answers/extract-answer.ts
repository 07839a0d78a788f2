import { boxedAnswer } from './boxed-answer.ts'
import { afterHashes } from './final-answer.ts'
import { trimEnd } from './trim-end.ts'
import { answerInClause, isProse } from './prose-answer.ts'

const phrases = [
  /\b(?:final\s+)?answer\s*(?:\*\*)?\s*(?:is|should\s+be|would\s+be|must\s+be|equals|:|=|：)\s*/gi,
  /(?:答案|结果|所求)\s*(?:应该|应)?\s*(?:是|为|选|:|：)+\s*/g,
  /\b(?:la\s+)?(?:réponse|reponse|respuesta|antwort|risposta)(?:\s+(?:finale|correcte|final|correcta))?\s*(?:est|es|ist|è|:)\s*:?\s*/gi,
  /(?:ответ|答え(?:は)?|الجواب|الإجابة)\s*(?:هو|هي|:|：|は|—|-)?\s*/gi,
]

/**
 * The final answer of a text in one notation: the last box (boxes that follow each other are a list), what follows the last `####`, what
 * follows the last "the answer is", bold, the last formula, and as the last resort the last number. A short text that is no prose is its own
 * answer. `undefined` where the text says none, or only what the answer is not.
 */
export function extractAnswer(text: string): string | undefined {
  const spoken = afterThinking(text)
  const boxed = boxedAnswer(spoken)
  if (boxed !== undefined)
    return correctedAfter(spoken, boxed.to) ?? afterPhrase(boxed.text)?.text ?? reduce(boxed.text)
  const hashes = afterHashes(spoken)
  if (hashes !== undefined) return hashes
  const trimmed = spoken.trim()
  if (trimmed === '') return undefined
  const phrase = afterPhrase(trimmed)
  if (phrase !== undefined) return phrase.text
  const bold = lastBold(trimmed)
  if (bold !== undefined) return bold
  return isProse(trimmed) ? answerInClause(trimmed) : trimmed
}

/** What stands after a thinking block and before markers of a chat. */
function afterThinking(text: string): string {
  const thought = text.lastIndexOf('</think>')
  const from = thought < 0 ? 0 : thought + 8
  const marker = text.indexOf('<|im_', from)
  const end = text.indexOf('<|end', from)
  const to = Math.min(marker < 0 ? text.length : marker, end < 0 ? text.length : end)
  return from === 0 && to === text.length ? text : text.slice(from, to)
}

/** What an explicit "the final answer is" says after the last box: the text goes on and concludes otherwise. */
function correctedAfter(text: string, from: number): string | undefined {
  const rest = text.slice(from)
  return /\bfinal answer is\b/i.test(rest) ? afterPhrase(rest)?.text : undefined
}

/** The clause after the last phrase that announces an answer; `text` is absent where it only says what the answer is not. */
function afterPhrase(text: string): { readonly text: string | undefined } | undefined {
  let last = -1
  for (const phrase of phrases) {
    phrase.lastIndex = 0
    for (let match = phrase.exec(text); match !== null; match = phrase.exec(text))
      last = Math.max(last, phrase.lastIndex)
  }
  if (last < 0) return undefined
  const clause = clauseAt(text, last)
  if (clause === '') return undefined
  const negated = /^not\b(.*)$/is.exec(clause)?.[1]
  if (negated === undefined) return { text: reduce(clause) }
  const instead = /\bbut\s+(?:rather\s+)?(.+)$/is.exec(negated)?.[1]
  return { text: instead === undefined ? undefined : reduce(instead) }
}

/** Words before a value that say nothing of it, and words after which another thought begins. */
const lead = /^(?:approximately|about|roughly|around|exactly|just|simply|equal to|given by|then)\s+/i
const turn = /,?\s(?:but|because|since|which|although|however|though)\s/i

function reduce(whole: string): string | undefined {
  const place = whole.search(turn)
  const clause = (place > 0 ? whole.slice(0, place) : whole).replace(lead, '')
  const bold = lastBold(clause)
  if (bold !== undefined) return bold
  return isProse(clause) ? answerInClause(clause) : clause
}

/** Up to the end of the sentence or line; an announcing colon may stand before a line break. */
function clauseAt(text: string, from: number): string {
  const rest = text
    .slice(from, from + 1_500)
    .replace(/^[\s:*"“\\]+(?=[^\s])/, (lead) => (lead.endsWith('\\') ? '\\' : lead.includes('**') ? '' : ''))
  const display = /^(?:\$\$|\\\[)/.test(rest)
  const end = display ? endOfDisplay(rest) : endOfSentence(rest)
  return trimEnd(rest.slice(0, end), ' \n\t\r"”\\*').trim()
}

function endOfDisplay(text: string): number {
  const close = text.indexOf(text.startsWith('$$') ? '$$' : '\\]', 2)
  return close < 0 ? text.length : close + 2
}

/** A stop that no digit follows, outside formulas; or the end of the line. */
function endOfSentence(text: string): number {
  let inFormula = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '\\') {
      at++
      continue
    }
    if (sign === '$') inFormula = !inFormula
    else if (sign === '\n') return at
    else if (sign === '.' && !inFormula && isStop(text, at)) return at
  }
  return text.length
}

function isStop(text: string, at: number): boolean {
  const next = text[at + 1] ?? ' '
  if (!/[\s*"”)]/.test(next)) return false
  // `p.m.` and `a.m.`
  return !/\b[ap]$|\b[ap]\.m$/i.test(text.slice(Math.max(0, at - 4), at)) || next === '"'
}

/** The last `**…**` that is an answer and not a heading or a step. */
function lastBold(text: string): string | undefined {
  let end = text.lastIndexOf('**')
  for (let tries = 0; tries < 6 && end > 1; tries++) {
    const start = text.lastIndexOf('**', end - 2)
    if (start < 0) return undefined
    const content = text.slice(start + 2, end).trim()
    const isHeading =
      content.endsWith(':') ||
      content === '' ||
      content.length > 120 ||
      !/\d|\\|^[A-J]$|^\(?[A-J]\)/.test(content)
    const isStep = /^(?:step|case|part)\b/i.test(content)
    if (!isHeading && !isStep && !content.includes('\n'))
      return isProse(content) ? answerInClause(content) : content
    end = text.lastIndexOf('**', start - 1)
    if (start < 2) return undefined
  }
  return undefined
}
