import { boxBefore } from './boxed-answer.ts'

/** Where a final answer was found; `boxed` wins over the others (the convention of the MATH and Skywork-Math prompts). */
export type FinalAnswerForm = 'boxed' | 'hashes' | 'sentence'

export interface FinalAnswer {
  readonly form: FinalAnswerForm
  readonly text: string
}

/** Text looked at from the end; what stands before it is not searched. */
const maximumSearched = 20_000

/**
 * The final answer a solution states: the content of the last balanced `\boxed{}`, else what follows the last `####` (GSM8K), else
 * what follows the last "The answer is" up to the end of its sentence or line. `undefined` where it states none.
 */
export function finalAnswer(solution: string): FinalAnswer | undefined {
  const text = solution.length > maximumSearched ? solution.slice(-maximumSearched) : solution
  const boxed = lastBoxed(text)
  if (boxed !== undefined && boxed !== '') return { form: 'boxed', text: boxed }
  const hashes = afterHashes(text)
  if (hashes !== undefined) return { form: 'hashes', text: hashes }
  const sentence = afterSentence(text)
  return sentence === undefined ? undefined : { form: 'sentence', text: sentence }
}

/**
 * The content of the last `\boxed{…}` or `\fbox{…}` whose braces balance, trimmed; `\boxed 5` gives `5`. Escaped braces do not
 * count. Linear in the text for boxes that follow one another; an unclosed box is passed over for the one before it.
 */
export function lastBoxed(text: string): string | undefined {
  return boxBefore(text, text.length)?.content.trim()
}

/** What follows the last `####` on its line. */
export function afterHashes(text: string): string | undefined {
  const at = text.lastIndexOf('####')
  if (at < 0) return undefined
  const end = text.indexOf('\n', at)
  const found = text.slice(at + 4, end < 0 ? undefined : end).trim()
  return found === '' ? undefined : found
}

function afterSentence(text: string): string | undefined {
  const phrase = /\banswer is:?/gi
  let last = -1
  for (let match = phrase.exec(text); match !== null; match = phrase.exec(text)) last = phrase.lastIndex
  if (last < 0) return undefined
  const line = text.slice(last, last + 500).trimStart()
  // A full stop ends the sentence unless a digit follows it: `The answer is 3.5.`
  const found = /^.*?(?=\.(?!\d)|\n|$)/
    .exec(line)?.[0]
    .replace(/^\$+(.*?)\$+$/, '$1')
    .trim()
  return found === undefined || found === '' ? undefined : found
}
