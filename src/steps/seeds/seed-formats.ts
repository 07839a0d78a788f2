import { lastBoxed } from '../../foundations/answers/final-answer.ts'
import type { RawRow } from './container-row.ts'

/** Shapes of a row that are read without a mapping. `jsonl` is our own schema, and any row with a question. */
export const seedFormats = ['jsonl', 'gsm8k', 'math', 'tal'] as const
export type SeedFormat = (typeof seedFormats)[number]

/** The format of a row by its fields. */
export function detectFormat(row: RawRow): SeedFormat {
  if (typeof row['problem'] === 'string') {
    if (Array.isArray(row['options']) || Array.isArray(row['answer_option_list'])) return 'tal'
    return 'math'
  }
  if (
    typeof row['question'] === 'string' &&
    typeof row['answer'] === 'string' &&
    /^#### /m.test(row['answer'])
  )
    return 'gsm8k'
  return 'jsonl'
}

/** The row in our own field names; fields that were used up are gone, all others stay. Throws nothing: wrong types stay as they are. */
export function toOwnFields(row: RawRow, format: SeedFormat): RawRow {
  return transforms[format](row)
}

const transforms: Readonly<Record<SeedFormat, (row: RawRow) => RawRow>> = {
  jsonl: fromPlain,
  gsm8k: fromGsm8k,
  math: fromMath,
  tal: fromTal,
}

/** GSM8K (Cobbe et al. 2021): `answer` holds the solution and, after `####`, the final answer. */
function fromGsm8k(row: RawRow): RawRow {
  const whole = row['answer']
  if (typeof whole !== 'string') return row
  const cut = whole.lastIndexOf('####')
  if (cut < 0) return row
  return { ...row, solution: whole.slice(0, cut).trim(), answer: whole.slice(cut + 4).trim() }
}

/** MATH (Hendrycks et al. 2021): the answer is the content of the last `\boxed{}` of the solution. */
function fromMath(row: RawRow): RawRow {
  const { problem, type, ...rest } = row
  const solution = row['solution']
  const answer = row['answer'] ?? (typeof solution === 'string' ? lastBoxed(solution) : undefined)
  return { subject: type, ...rest, question: row['question'] ?? problem, answer }
}

/**
 * TAL-SCQ5K: single choice. The text of the right option is the answer, options stay in `meta`, difficulty 0-4 becomes level 1-5.
 * Reads the published field names (`queId`, `answer_option_list`, `answer_value`, `answer_analysis`) and the shorter ones.
 */
function fromTal(row: RawRow): RawRow {
  const { problem, queId, answer_option_list, answer_value, answer_analysis, analysis, difficulty, ...rest } =
    row
  const options = readOptions(rest['options'] ?? answer_option_list)
  const label = rest['answer_label'] ?? answer_value
  const right = options.find((option) => option.label === label)
  const steps = analysis ?? answer_analysis
  const level = Number(difficulty)
  return {
    ...rest,
    id: rest['id'] ?? queId,
    question: rest['question'] ?? problem,
    solution: Array.isArray(steps) ? steps.filter((step) => typeof step === 'string').join('\n') : steps,
    answer: right?.text,
    options,
    answer_label: label,
    ...(difficulty === undefined || difficulty === null || !(level >= 0 && level <= 4)
      ? { difficulty }
      : { difficulty, level: level + 1 }),
  }
}

interface ChoiceOption {
  readonly label: string
  readonly text: string
}

function readOptions(value: unknown): ChoiceOption[] {
  if (!Array.isArray(value)) return []
  const options: ChoiceOption[] = []
  // The published files wrap each option in a list of its own.
  for (const entry of value.flat() as unknown[]) {
    if (typeof entry !== 'object' || entry === null) continue
    const { label, text, aoVal, content } = entry as RawRow
    const name = label ?? aoVal
    const words = text ?? content
    if (typeof name === 'string' && typeof words === 'string')
      options.push({ label: name, text: words.trim() })
  }
  return options
}

/** Names under which common sets hold what we call otherwise; ours come first. */
const alternatives: Readonly<Record<string, readonly string[]>> = {
  id: ['question_number'],
  question: ['problem', 'prompt'],
  source: ['data_source'],
  subject: ['data_topic'],
}

function fromPlain(row: RawRow): RawRow {
  let own: Record<string, unknown> | undefined
  for (const field in alternatives) {
    if (row[field] !== undefined && row[field] !== null) continue
    const name = alternatives[field]?.find((other) => typeof row[other] === 'string')
    if (name === undefined) continue
    own ??= { ...row }
    own[field] = own[name]
    delete own[name]
  }
  return own ?? row
}
