import { lenientNormalForm, PublishedProgramError } from './lenient-normal-form.ts'
import { readPythonFloat, stripDollars } from './python-float.ts'

/** A gold answer as the rule looks at it; made once per item. */
export interface LenientGold {
  /** In lower case. */
  readonly text: string
  /** Absent where the published program stops with an exception on this gold, which ends its whole set. */
  readonly form: string | undefined
  /** The number it is; absent where it is none. */
  readonly value: number | undefined
  /** What stands in a single `$…$`. */
  readonly formula: string | undefined
}

/**
 * What MWPBench's published rule says, for comparison with published numbers; see `docs/evaluation-grading.md` for where it and our
 * checker differ. `stopped`: the published program ends with an exception here and leaves the whole set out of its averages.
 */
export interface LenientJudgement {
  readonly correct: boolean
  /** What it reads as the answer, before normalisation. */
  readonly read?: string
  readonly stopped: boolean
}

export function readLenientGold(answer: string): LenientGold {
  const text = answer.toLowerCase()
  const form = formOf(text)
  return {
    text,
    form,
    value: form === undefined ? undefined : readPythonFloat(form),
    formula: form !== undefined && /^\$[^$]+\$$/.test(form) ? stripDollars(form) : undefined,
  }
}

/** MWPBench's published rule (microsoft/unilm, mathscale/MWPBench, `eval_vllm`, commit b824f95), re-implemented from its behaviour. */
export function judgeLeniently(gold: LenientGold, completion: string): LenientJudgement {
  if (gold.form === undefined) return { correct: false, stopped: true }
  const read = readLeniently(completion.toLowerCase(), gold.value !== undefined)
  if (read === undefined) return { correct: false, stopped: false }
  return { correct: isLenientlyEqual(gold, read), read, stopped: false }
}

/** The last box; else the last number where the gold is one; else what follows the last "answer is", "solution is" or "is". */
function readLeniently(completion: string, numeric: boolean): string | undefined {
  const boxed = lastClosedBox(completion)
  if (boxed !== undefined) return boxed.trim()
  if (numeric) return completion.match(/[-+]?\p{Nd}*[.,/]?\p{Nd}+/gu)?.at(-1)
  const phrase = ['answer is', 'solution is', 'is'].find((words) => completion.includes(words))
  if (phrase === undefined) return undefined
  const rest = completion.slice(completion.lastIndexOf(phrase) + phrase.length).trim()
  const sentence = rest.replace(/^:+/, '').trim().split('.\n', 1)[0] as string
  return withoutStops(sentence.trim()).trim()
}

/** The last `\boxed{` whose brace is closed, escaped braces counted like others. */
function lastClosedBox(text: string): string | undefined {
  for (let start = text.lastIndexOf('\\boxed{'); start >= 0;) {
    let depth = 0
    for (let at = start + 6; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      if (unit === 0x7b) depth++
      else if (unit === 0x7d && --depth === 0) return text.slice(start + 7, at)
    }
    start = start === 0 ? -1 : text.lastIndexOf('\\boxed{', start - 1)
  }
  return undefined
}

function withoutStops(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && text[from] === '.') from++
  while (to > from && text[to - 1] === '.') to--
  return text.slice(from, to)
}

function isLenientlyEqual(gold: LenientGold, read: string): boolean {
  const form = formOf(read)
  const reference = gold.form
  // The program falls back to equality of what it had read.
  if (form === undefined || reference === undefined) return read === gold.text
  const value = readPythonFloat(form)
  if (value !== undefined && gold.value !== undefined) return value === gold.value
  if (gold.formula !== undefined) return stripDollars(form).includes(gold.formula)
  if (!form.startsWith('-') && !reference.startsWith('-')) {
    if (form.length >= 3 && value === undefined && reference.includes(form)) return true
    if (reference.length >= 3 && gold.value === undefined && form.includes(reference)) return true
  }
  return form === reference
}

function formOf(text: string): string | undefined {
  try {
    return lenientNormalForm(text)
  } catch (error) {
    if (error instanceof PublishedProgramError) return undefined
    throw error
  }
}
