/** Why a choice question is no word problem, or its question and the text of its right option. */
export type ConvertedChoice =
  | { readonly question: string; readonly answer: string }
  | { readonly dropped: DropReason }

export type DropReason =
  | 'the question needs its options'
  | 'the answer names other options'
  | 'no right option'

export interface ChoiceQuestion {
  readonly question: string
  readonly options: readonly { readonly label: string; readonly text: string }[]
  readonly label: string | undefined
}

/** MathScale, appendix A, Listing 1, without its first phrase, which is illegible; and what Chinese questions say in their place. */
const phrases = [
  'which of the following',
  'which one',
  'which is',
  'the following',
  'which statement',
  '下列',
  '以下',
  '哪一个',
  '哪个',
  '哪一项',
]

/** Answers that cannot be given without the other options; the paper does not speak of them. */
const aboutOptions =
  /^(?:none|all|both|neither|either|any)(?: one)? of (?:the (?:above|others?|options|choices)|these|them)\b|^(?:以上|上述)(?:答案|选项)?(?:都|均|全)|\b(?:both|neither) [A-E] (?:and|nor) [A-E]\b/i

/**
 * A choice question as a word problem (MathScale, appendix A): questions that speak of their options are left out, the others are
 * paired with the text of the right option.
 */
export function choiceToWord({ question, options, label }: ChoiceQuestion): ConvertedChoice {
  const plain = question.toLowerCase()
  if (phrases.some((phrase) => plain.includes(phrase))) return { dropped: 'the question needs its options' }
  const right = options.find((option) => option.label === label)?.text.trim()
  if (right === undefined || right === '') return { dropped: 'no right option' }
  if (aboutOptions.test(right.replaceAll(/[$.]/g, '').trim()))
    return { dropped: 'the answer names other options' }
  return { question: question.trim(), answer: right }
}

/** `(A)570`, `A. 570`, `A．570` without its letter; the letter follows from the place where none is written. */
export function readOption(text: string, place: number): { readonly label: string; readonly text: string } {
  const match = /^\s*(?:[(（]\s*([A-J])\s*[)）]|([A-J])\s*[.．、:：)）])\s*(.*)$/s.exec(text)
  const label = match?.[1] ?? match?.[2]
  return label === undefined
    ? { label: String.fromCodePoint(65 + place), text: text.trim() }
    : { label, text: (match?.[3] ?? '').trim() }
}

/** Question and options of a text that holds both, the options on lines or after gaps: `… A. 1 B. 2 C. 3 D. 4`. */
export function splitOptions(
  text: string,
): { readonly question: string; readonly options: ChoiceQuestion['options'] } | undefined {
  const starts: number[] = []
  let from = 0
  for (const letter of 'ABCDEFGH') {
    const match = new RegExp(`(?:^|\\s|[(（])${letter}\\s*[.．、)）]`).exec(text.slice(from))
    if (match === null) break
    starts.push(from + match.index)
    from += match.index + match[0].length
  }
  if (starts.length < 2) return undefined
  const options = starts.map((start, place) => readOption(text.slice(start, starts[place + 1]), place))
  return { question: text.slice(0, starts[0]).trim(), options }
}
