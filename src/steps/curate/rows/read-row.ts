import type { JsonValue } from '../../../core/identity.ts'

/** What curation needs of a row, whatever format it stands in. */
export interface CurationRow {
  /** The row's own id, where it has one. */
  readonly id: string | number | undefined
  readonly question: string
  /** Empty where the row has none. */
  readonly solution: string
  /** The final answer, where the row states it apart. */
  readonly answer: string | undefined
  /** Rung of the verification ladder, -1 where the row has none. */
  readonly rung: number
}

/** A row, or why it cannot be used. */
export type RowReading = { readonly row: CurationRow } | { readonly reason: string }

const questionFields = ['question', 'problem', 'instruction', 'prompt', 'query'] as const
const solutionFields = ['solution', 'output', 'response', 'completion', 'answer'] as const
const answerFields = ['final_answer', 'finalAnswer', 'ground_truth', 'answer'] as const

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads the value of one line: our own exports in any format, GSM8K, MATH, Alpaca, chat messages and conversations. Only a question is
 * needed; null counts as absent.
 *
 * @param questionField  the field that holds the question, where it has another name
 */
export function readRow(value: unknown, questionField?: string): RowReading {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { reason: 'not an object' }
  const fields = value as Fields
  const question = questionOf(fields, questionField)
  if (question === undefined)
    return { reason: `no question: a row needs a field ${questionField ?? 'question'} with text` }
  if (typeof question !== 'string') return { reason: `question is not text: ${typeof question}` }
  if (question.trim() === '') return { reason: 'empty question' }
  const { id } = fields
  const solution = firstText(fields, solutionFields) ?? turnOf(fields, isAssistant) ?? ''
  return {
    row: {
      id: typeof id === 'string' || typeof id === 'number' ? id : undefined,
      question,
      solution,
      answer: answerOf(fields),
      rung: rungOf(fields),
    },
  }
}

/** The first of the question fields that holds text; otherwise a first one that holds anything, to say what is wrong with it. */
function questionOf(fields: Fields, questionField: string | undefined): unknown {
  if (questionField !== undefined) return fields[questionField] ?? undefined
  return firstText(fields, questionFields) ?? turnOf(fields, isUser) ?? firstOf(fields, questionFields)
}

function firstText(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields[name]
    if (typeof value === 'string') return value
  }
  return undefined
}

function firstOf(fields: Fields, names: readonly string[]): unknown {
  return names.map((name) => fields[name]).find((value) => value !== undefined && value !== null)
}

const isUser = (role: unknown): boolean => role === 'user' || role === 'human'
const isAssistant = (role: unknown): boolean => role === 'assistant' || role === 'gpt'

/** The first turn of a role in `messages`, `conversations` or a prompt of turns. */
function turnOf(fields: Fields, isRole: (role: unknown) => boolean): string | undefined {
  const turns = [fields['messages'], fields['conversations'], fields['prompt']].find(Array.isArray)
  for (const turn of (turns ?? []) as readonly unknown[]) {
    if (typeof turn !== 'object' || turn === null) continue
    const { role, from, content, value } = turn as Fields
    const text = content ?? value
    if (isRole(role ?? from) && typeof text === 'string') return text
  }
  return undefined
}

/** GSM8K ends its solutions with the answer after `####`. */
function answerOf(fields: Fields): string | undefined {
  for (const name of answerFields) {
    const value = fields[name]
    if (typeof value === 'number') return `${value}`
    if (typeof value !== 'string' || value.trim() === '') continue
    const marked = value.lastIndexOf('####')
    return (marked < 0 ? value : value.slice(marked + 4)).trim()
  }
  return undefined
}

function rungOf(fields: Fields): number {
  const verdict = fields['verdict'] as { readonly rung?: JsonValue } | null | undefined
  const rung = fields['rung'] ?? verdict?.rung
  return typeof rung === 'number' && Number.isInteger(rung) && rung >= 0 && rung <= 5 ? rung : -1
}
