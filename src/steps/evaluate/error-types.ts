import { checkAnnotations } from '../../foundations/answers/calculator-annotations.ts'
import { finalAnswer } from '../../foundations/answers/final-answer.ts'
import { gradeAnswer } from '../../foundations/answers/grade-answer.ts'
import { numericLinks } from '../../foundations/answers/numeric-links.ts'
import { readNumber } from '../../foundations/answers/same-number.ts'
import { tokensOf } from '../../foundations/text/tokens.ts'
import type { BenchItem } from './bench-item.ts'
import { mendSlips, type SolutionLink } from './mend-slips.ts'
import type { ScoredCompletion } from './scored-completion.ts'

/**
 * Why a completion is wrong, the first that holds: it breaks off (`truncated`); it holds no answer; its answer is right in another reading
 * (`format`); a step is miscalculated (`arithmetic-slip`); every step that can be checked holds, so the steps are the wrong ones
 * (`wrong-set-up`: a lost condition, a confused concept); or it shows no step that can be checked (`unshown`). Xwin-Math §4 tells reasoning
 * errors from calculation errors by hand; here the step checker does.
 */
export const errorTypes = [
  'truncated',
  'no-answer',
  'format',
  'arithmetic-slip',
  'wrong-set-up',
  'unshown',
] as const
export type ErrorType = (typeof errorTypes)[number]

export interface ErrorFinding {
  readonly type: ErrorType
  /** What shows it, for people. */
  readonly evidence: string
  /** Of a slip: whether the answer is right once the slip is mended and what follows from it is calculated anew. */
  readonly mended?: 'correct' | 'wrong' | 'unknown'
  /** The passage of the completion that the evidence is about, word for word. */
  readonly passage?: string
}

/** The kind of error of a completion that is not correct; `undefined` for a correct one. Looks at 20,000 characters at most. */
export function classifyError(
  item: Pick<BenchItem, 'question' | 'answer'>,
  score: Pick<ScoredCompletion, 'completion' | 'correct' | 'lenientCorrect' | 'outcome' | 'prediction'>,
): ErrorFinding | undefined {
  if (score.correct) return undefined
  return (
    breaksOff(score.completion) ??
    holdsNone(score.prediction) ??
    otherReading(item.answer, score) ??
    miscalculates(item.answer, score) ??
    setsUpWrongly(item, score)
  )
}

const nothing: ErrorFinding = { type: 'no-answer', evidence: 'nothing reads as a final answer' }

function holdsNone(prediction: string | undefined): ErrorFinding | undefined {
  return prediction === undefined || prediction.trim() === '' ? nothing : undefined
}

const tailLength = 80

/** No final answer is stated and the text stops inside a sentence, a formula or a box. */
function breaksOff(completion: string): ErrorFinding | undefined {
  const text = completion.trimEnd()
  if (text === '') return nothing
  const openBox = /\\boxed\{(?:[^{}]|\{[^{}]*\})*$/.test(text.slice(-400))
  const stated = finalAnswer(text) !== undefined && !openBox
  const lastLine = text.slice(text.lastIndexOf('\n') + 1)
  const inFormula = ((lastLine.match(/(?<!\\)\$/g) ?? []).length & 1) === 1
  const ends = /[.!?)\]}"'”’%°*|`~$]$|(?:^|[\s=:$])-?[\d.,/]+$|\\\]$/.test(text)
  if (stated || (ends && !inFormula && !openBox)) return undefined
  // A bare answer is short: `12 apples`, `x = 3y`.
  if (!openBox && !inFormula && text.length < 60) return undefined
  const passage = text.slice(-tailLength).replace(/^\S*\s+/, '')
  return { type: 'truncated', evidence: `stops at “… ${passage.replaceAll(/\s+/g, ' ')}”`, passage }
}

function otherReading(
  gold: string,
  { completion, prediction = '', outcome, lenientCorrect }: Parameters<typeof classifyError>[1],
): ErrorFinding | undefined {
  if (isRounded(gold, prediction))
    return { type: 'format', evidence: `${prediction} is ${gold} rounded too far`, passage: prediction }
  const other = statedAnswers(completion).find(
    ({ answer }) => answer !== prediction && gradeAnswer(gold, answer).outcome === 'equal',
  )
  if (other !== undefined)
    return {
      type: 'format',
      evidence: `${other.answer} stands in the text, but ${prediction} reads as the final answer`,
      passage: other.passage,
    }
  if (lenientCorrect)
    return { type: 'format', evidence: `${prediction} equals ${gold} under MwpBench's lenient rule` }
  return outcome === 'undecided'
    ? { type: 'format', evidence: `${prediction} cannot be compared with ${gold}`, passage: prediction }
    : undefined
}

/** Relative distance up to which a decimal is a rounded gold answer: the tolerance of Xwin-Math's grader. */
const roundedTo = 1e-3

function isRounded(gold: string, prediction: string): boolean {
  const [exact, written] = [readNumber(gold), readNumber(prediction)]
  if (exact === undefined || written === undefined || (!exact.decimal && !written.decimal)) return false
  const a = Number(exact.value.numerator) / Number(exact.value.denominator)
  const b = Number(written.value.numerator) / Number(written.value.denominator)
  return Math.abs(a - b) <= roundedTo * Math.abs(a)
}

/** Passages that present themselves as an answer: boxes, bold, `answer is …`, what stands behind `####`. At most twelve, the last first. */
function statedAnswers(completion: string): readonly { readonly answer: string; readonly passage: string }[] {
  const text = completion.slice(-20_000)
  const stated = [
    ...text.matchAll(/\\boxed\{((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\}){1,200})\}/g),
    ...text.matchAll(/\*\*([^*\n]{1,80})\*\*/g),
    ...text.matchAll(/(?:answer|solution|result)\s+(?:is|:)\s*([^\n]{1,120}?)(?:\.\s|\.$|\n|$)/gi),
    ...text.matchAll(/####\s*([^\n]{1,80})/g),
  ]
  return stated
    .toSorted((first, second) => second.index - first.index)
    .slice(0, 12)
    .map((match) => ({ answer: (match[1] as string).trim(), passage: match[0] }))
}

function miscalculates(
  gold: string,
  { completion, prediction = '' }: Parameters<typeof classifyError>[1],
): ErrorFinding | undefined {
  const links = linksOf(completion)
  const slip = links.find(({ fails }) => fails)
  if (slip === undefined) return undefined
  const answer = mendSlips(links, prediction)
  const mended =
    answer === undefined ? 'unknown' : gradeAnswer(gold, answer).outcome === 'equal' ? 'correct' : 'wrong'
  const outcome = {
    correct: `; mended, the answer is ${answer}, which is right`,
    wrong: `; mended, the answer is ${answer}, still wrong`,
    unknown: '',
  }[mended]
  return {
    type: 'arithmetic-slip',
    evidence: `${slip.left} is ${slip.computed}, not ${slip.right}${outcome}`,
    mended,
    ...passageOf(completion, slip),
  }
}

/** Where the slip stands, word for word: from its left side to its right one. */
function passageOf(completion: string, { left, right }: SolutionLink): { readonly passage?: string } {
  for (let from = completion.indexOf(left); from >= 0; from = completion.indexOf(left, from + 1)) {
    const to = completion.indexOf(right, from + left.length)
    if (to >= 0 && to - from - left.length < 12) return { passage: completion.slice(from, to + right.length) }
  }
  return {}
}

/** The links of the text, or its calculator annotations where they say more. */
function linksOf(completion: string): readonly SolutionLink[] {
  const links = numericLinks(completion).map(({ left, right, outcome, computed }) => ({
    left,
    right,
    computed,
    fails: outcome === 'fails',
  }))
  const annotations = checkAnnotations(completion).flatMap(({ expression, stated, computed, holds }) =>
    computed === undefined ? [] : [{ left: expression, right: stated, computed, fails: !holds }],
  )
  return annotations.length > links.length ? annotations : links
}

function setsUpWrongly(
  { question, answer }: Pick<BenchItem, 'question' | 'answer'>,
  { completion, prediction = '' }: Parameters<typeof classifyError>[1],
): ErrorFinding {
  const steps = linksOf(completion).length
  const unused = unusedNumbers(question, completion)
  const lost = unused.length === 0 ? '' : `; never used: ${unused.join(', ')}`
  const result = `${prediction} where ${answer} is right`
  if (steps === 0) return { type: 'unshown', evidence: `${result}; no step that can be checked${lost}` }
  const holds = steps === 1 ? 'the one step that can be checked holds' : `all ${steps} checked steps hold`
  return { type: 'wrong-set-up', evidence: `${result}, though ${holds}${lost}` }
}

/** Numbers of the question that the completion never writes: a lost condition. */
function unusedNumbers(question: string, completion: string): readonly string[] {
  const written = new Set(numbersOf(completion))
  return [...new Set(numbersOf(question))].filter((number) => !written.has(number)).slice(0, 6)
}

function numbersOf(text: string): readonly string[] {
  return tokensOf(text.slice(0, 20_000))
    .filter(({ kind }) => kind === 'number')
    .map((token) => token.text.replaceAll(',', ''))
}
