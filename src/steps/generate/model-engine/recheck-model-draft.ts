import { z } from 'zod'
import type { Draft } from '../../../core/draft.ts'
import type { Check } from '../../../core/verdict.ts'
import { sameAnswer } from '../../../foundations/answers/same-answer.ts'
import { numeralsOf } from '../procedural/show-given.ts'
import { fobarQuestion } from '../skywork/ask-backwards.ts'
import { applyMask, maskableNumbers } from '../skywork/mask-number.ts'
import { replayAnnotations } from '../skywork/replay-annotations.ts'
import { writtenNumbers } from './written-numbers.ts'

const number = z.object({
  numeral: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  unit: z.enum(['', ' dollars']),
})

const evidenceSchema = z.object({
  engine: z.literal('model'),
  realisedBy: z.enum(['extractor', 'claim', 'source']),
  judged: z.int().min(0),
  backwards: z
    .object({
      form: z.enum(['fobar', 'self-verify']),
      question: z.string(),
      solution: z.string(),
      answer: z.string(),
      letter: z.string().length(1),
      number,
    })
    .optional(),
  known: z.object({ question: z.string(), answer: z.string().optional() }).optional(),
  fusion: z
    .object({
      first: z.string(),
      firstAnswer: z.string(),
      second: z.string(),
      secondAnswer: z.string(),
      number,
    })
    .optional(),
  reference: z.object({ outcome: z.string(), replaced: z.boolean().optional() }).optional(),
})

type Evidence = z.infer<typeof evidenceSchema>

/**
 * What can be proved of a draft a model made, from its own evidence. Only a label that follows from the source by a replayed
 * calculation, under a text that is ours, passes on rung 5; all else can fail, or say nothing. A foreign draft gets no check.
 */
export function recheckModelDraft(draft: Draft): readonly Check[] {
  const evidence = evidenceSchema.safeParse(draft.evidence)
  if (!evidence.success) return []
  const { backwards, known, fusion, reference } = evidence.data
  return [
    ...checkLeak(draft),
    ...checkConcepts(draft, evidence.data),
    ...(backwards === undefined ? [] : checkBackwards(draft, backwards)),
    ...(known === undefined ? [] : checkKnown(draft, known)),
    ...(fusion === undefined ? [] : checkFusion(draft, fusion)),
    ...(reference?.outcome === 'different' && reference.replaced !== true
      ? [failed('agreement', 'the reference solution has another answer')]
      : []),
  ]
}

/** Shortest line of a solution that counts as given away, in characters. */
const shortestLine = 25

/** Models put their work into the question: a sentence with a calculation that stands in both fails. A bare formula may be a given. */
function checkLeak({ question, solution, method }: Draft): readonly Check[] {
  if (method === 'answer') return []
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase()
  const text = plain(question)
  const leaked = solution
    .split('\n')
    .map(plain)
    .find(
      (line) => line.length >= shortestLine && /=.*\d/.test(line) && hasWords(line) && text.includes(line),
    )
  return leaked === undefined ? [] : [failed('no-answer-leak', `the question holds: ${leaked.slice(0, 80)}`)]
}

function hasWords(line: string): boolean {
  return (line.match(/(?<![\\\p{L}])\p{L}{2,}/gu)?.length ?? 0) >= 3
}

/** Off-concept drafts fail; a part of what was asked for is no failure, and no proof either. */
function checkConcepts(draft: Draft, { realisedBy, judged }: Evidence): readonly Check[] {
  if (realisedBy === 'source' || judged === 0) return []
  const realised = draft.requested.filter((id) => draft.realised.includes(id)).length
  const evidence = `${realised} of ${judged} knowledge points, by ${realisedBy}`
  return realised === 0 ? [failed('concepts-realised', evidence)] : [silent('concepts-realised', evidence)]
}

/** The masked number is the label; the text holds the other givens and the answer, and no more. */
function checkBackwards(draft: Draft, backwards: NonNullable<Evidence['backwards']>): readonly Check[] {
  const { form, question, solution, answer, letter, number } = backwards
  const isGiven = maskableNumbers(question, answer).some(
    (one) => one.start === number.start && one.end === number.end && one.numeral === number.numeral,
  )
  if (!isGiven) return [failed('independent-answer', 'the masked number is no given of the source')]
  if (sameAnswer(draft.finalAnswer, number.numeral) !== 'equal')
    return [failed('independent-answer', `the label is ${number.numeral}`)]
  const masked = applyMask(question, number, letter)
  if (form === 'self-verify') return compareNumerals(draft.question, `${masked.text} ${answer}`)
  if (draft.question !== fobarQuestion(masked, answer))
    return [failed('givens-in-text', 'the question is not the one the evidence tells')]
  const replayed = replayAnnotations({ question, solution, answer, numeral: number.numeral })
  if (replayed.outcome === 'unproven') return [silent('independent-answer', replayed.reason)]
  return [
    passed(
      'independent-answer',
      `${replayed.calculations} calculations replayed; one value gives the answer`,
    ),
    passed('givens-in-text', 'the text is the source with one given masked'),
    passed('givens-matter', 'another value gives another answer'),
  ]
}

function checkKnown(draft: Draft, known: NonNullable<Evidence['known']>): readonly Check[] {
  const label =
    known.answer !== undefined && sameAnswer(draft.finalAnswer, known.answer) !== 'equal'
      ? [failed('independent-answer', `the source has the answer ${known.answer.slice(0, 40)}`)]
      : []
  if (draft.method === 'rephrase') return [...label, ...compareNumerals(draft.question, known.question)]
  return draft.question === known.question
    ? label
    : [...label, failed('givens-in-text', "the question is not the source's")]
}

function checkFusion(draft: Draft, fusion: NonNullable<Evidence['fusion']>): readonly Check[] {
  const { first, firstAnswer, second, secondAnswer, number } = fusion
  const isGiven = maskableNumbers(second, secondAnswer).some((one) => one.start === number.start)
  if (!isGiven || sameAnswer(firstAnswer, number.numeral) !== 'equal')
    return [failed('independent-answer', 'the first answer is no given of the second problem')]
  if (sameAnswer(draft.finalAnswer, secondAnswer) !== 'equal')
    return [failed('independent-answer', `the label is ${secondAnswer.slice(0, 40)}`)]
  return compareNumerals(draft.question, `${first} ${applyMask(second, number, 'N').text}`)
}

/** Fails where the two texts do not hold the same numbers, in digits or words, each as often. */
function compareNumerals(question: string, source: string): readonly Check[] {
  const [here, there] = [sorted(question), sorted(source)]
  if (here.join(' ') === there.join(' ')) return [silent('givens-in-text', `the same ${here.length} numbers`)]
  // Words may be written as digits and digits as words.
  const [words, sourceWords] = [withWords(question), withWords(source)]
  if (words.join(' ') === sourceWords.join(' '))
    return [silent('givens-in-text', `the same ${words.length} numbers, some in words`)]
  return [failed('givens-in-text', `text has ${here.join(' ')}, source has ${there.join(' ')}`.slice(0, 160))]
}

function sorted(text: string): readonly string[] {
  return [...numeralsOf(text)].sort()
}

function withWords(text: string): readonly string[] {
  return [...numeralsOf(text), ...writtenNumbers(text)].sort()
}

function failed(name: Check['name'], evidence: string): Check {
  return { name, outcome: 'failed', evidence }
}

function passed(name: Check['name'], evidence: string): Check {
  return { name, outcome: 'passed', evidence }
}

function silent(name: Check['name'], evidence: string): Check {
  return { name, outcome: 'not-applicable', evidence }
}
