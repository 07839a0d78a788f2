import { lastBoxed } from '../../../foundations/answers/final-answer.ts'
import type { BenchSet } from '../bench-item.ts'
import {
  choiceToWord,
  readOption,
  splitOptions,
  type ChoiceQuestion,
  type DropReason,
} from './choice-to-word.ts'
import type { SourceRow } from './read-source-rows.ts'
import { setOfTopic, subjectName } from './topic-names.ts'

/** What every format gives. */
export interface RowFields {
  readonly question: string
  readonly answer: string
  readonly number?: string
  readonly solution?: string
  readonly license?: string
  readonly subject?: string
  readonly level?: string
}

/** A row as a problem, why it is none (`dropped`: a rule at work), or why it cannot be read, with the remedy. */
export type ReadRow =
  | { readonly fields: RowFields; readonly set?: BenchSet }
  | {
      readonly dropped: DropReason
      readonly question: string
      readonly number?: string
      readonly set?: BenchSet
    }
  | { readonly reason: string }

const formats =
  'MWPBench, GSM8K, MATH, TAL-SCQ, Math23k, Ape210k, GAOKAO-Bench, AGIEval, or question and answer'

/** Reads a row of any of the formats, which is told from its fields. */
export function readRow(row: SourceRow): ReadRow {
  if (typeof row['data_topic'] === 'string') return readMwpBench(row, row['data_topic'])
  if (textOf(row['original_text']) !== undefined) return readChineseWordProblem(row)
  if (textOf(row['problem']) !== undefined)
    return (row['options'] ?? row['answer_option_list']) === undefined ? readMath(row) : readTal(row)
  if (Array.isArray(row['answer']) && textOf(row['question']) !== undefined) return readGaokaoBench(row)
  if ('options' in row && 'label' in row) return readAgiEval(row)
  return readPlain(row)
}

/** MWPBench: `data_topic` names set and subject. */
function readMwpBench(row: SourceRow, topic: string): ReadRow {
  const place = setOfTopic(topic)
  if (place === undefined)
    return { reason: `unknown data_topic: ${topic}; topics are gsm8k, MATH.*, tal, college_math.* and so on` }
  const read = readPlain(row)
  if (!('fields' in read)) return read
  const { subject: _, ...fields } = read.fields
  return {
    set: place.set,
    fields: { ...fields, ...(place.subject === undefined ? {} : { subject: place.subject }) },
  }
}

/** Math23k and Ape210k. The answer keeps their notation: `3/5`, `20%`, `1(1/2)`, `((3)/(4))`. */
function readChineseWordProblem(row: SourceRow): ReadRow {
  const answer = textOf(row['ans']) ?? textOf(row['answer'])
  const question = textOf(row['original_text'])
  if (question === undefined || answer === undefined)
    return { reason: 'no ans; a row has original_text, equation and ans' }
  return { fields: { question, answer, ...common(row), ...optional('solution', textOf(row['equation'])) } }
}

/** MATH: the answer is the content of the last box of the solution. */
function readMath(row: SourceRow): ReadRow {
  const solution = textOf(row['solution'])
  const answer = textOf(row['answer']) ?? (solution === undefined ? undefined : lastBoxed(solution))
  const question = textOf(row['problem'])
  if (question === undefined || answer === undefined || answer === '')
    return { reason: 'no answer; a MATH row has problem and a solution with \\boxed{…}, or an answer' }
  return { fields: { question, answer, ...common(row), ...optional('solution', solution) } }
}

/** TAL-SCQ5K under its published names and under shorter ones. An empty formula before a word, as in `$$$$even`, is a slip of the source. */
function readTal(row: SourceRow): ReadRow {
  const entries = [row['options'] ?? row['answer_option_list']].flat(2) as unknown[]
  const options = entries.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null) return []
    const { label, text, aoVal, content } = entry as SourceRow
    const name = textOf(label) ?? textOf(aoVal)
    const words = textOf(text) ?? textOf(content)
    return name === undefined || words === undefined
      ? []
      : [{ label: name, text: words.replace(/^\$\$\$\$(?!\$)/, '') }]
  })
  const analysis = row['analysis'] ?? row['answer_analysis']
  const steps = [analysis].flat().filter((step) => typeof step === 'string')
  return convert(
    {
      question: textOf(row['problem']) ?? '',
      options,
      label: textOf(row['answer_label'] ?? row['answer_value']),
    },
    { ...common(row), ...optional('solution', steps.length === 0 ? undefined : steps.join('\n')) },
  )
}

/** AGIEval: `options` and `label` for choice, `answer` for cloze; a passage stands before its question. */
function readAgiEval(row: SourceRow): ReadRow {
  const asked = textOf(row['question'])
  if (asked === undefined)
    return { reason: 'no question; an AGIEval row has question, options, label, answer' }
  const passage = textOf(row['passage'])
  const question = passage === undefined ? asked : `${passage}\n${asked}`
  const other = typeof row['other'] === 'object' && row['other'] !== null ? (row['other'] as SourceRow) : {}
  const rest = { ...common({ ...other, ...row }), ...optional('solution', textOf(other['solution'])) }
  const { options } = row
  if (Array.isArray(options) && options.length > 0) {
    const read = options.map((option, place) => readOption(String(option), place))
    return convert({ question, options: read, label: textOf(row['label']) }, rest)
  }
  const answer = textOf(row['answer'])
  if (answer === undefined) return { reason: 'neither options nor answer; an AGIEval row has one of them' }
  return { fields: { question, answer, ...rest } }
}

/** GAOKAO-Bench: options stand in the question, letters or texts in `answer`. */
function readGaokaoBench(row: SourceRow): ReadRow {
  const whole = textOf(row['question']) ?? ''
  const answers = (row['answer'] as unknown[]).flatMap((answer) => textOf(answer) ?? [])
  const rest = { ...common(row), ...optional('solution', textOf(row['analysis'])) }
  const [answer] = answers
  if (answer === undefined) return { reason: 'an empty answer; a GAOKAO-Bench row has a list of answers' }
  const split = /^[A-H]$/.test(answer) ? splitOptions(whole) : undefined
  if (split !== undefined) return convert({ ...split, label: answer }, rest)
  if (/^[A-H]$/.test(answer)) return { dropped: 'no right option', question: whole, ...rest }
  return { fields: { question: whole, answer: answers.join(', '), ...rest } }
}

/** Question and answer; GSM8K where the answer has its solution before `####`. */
function readPlain(row: SourceRow): ReadRow {
  const question = textOf(row['question'])
  const whole = textOf(row['answer'])
  if (question === undefined) return { reason: `no question; formats are ${formats}` }
  if (whole === undefined) return { reason: `no answer; formats are ${formats}` }
  const hashes = whole.lastIndexOf('####')
  if (hashes < 0) {
    return {
      fields: { question, answer: whole, ...common(row), ...optional('solution', textOf(row['solution'])) },
    }
  }
  const answer = whole.slice(hashes + 4).trim()
  if (answer === '') return { reason: 'nothing after ####; a GSM8K answer ends with #### and its number' }
  return { fields: { question, answer, solution: whole.slice(0, hashes).trim(), ...common(row) } }
}

function convert(choice: ChoiceQuestion, rest: Partial<RowFields>): ReadRow {
  const converted = choiceToWord(choice)
  if ('dropped' in converted)
    return { ...converted, question: choice.question.trim(), ...optional('number', rest.number) }
  return { fields: { ...rest, ...converted } }
}

/** What rows of most formats may have beside question and answer. */
function common(row: SourceRow): Partial<RowFields> {
  const level = textOf(row['level'] ?? row['difficulty'])?.replace(/^level\s*/i, '')
  const subject = textOf(row['type'] ?? row['subject'])
  return {
    ...optional('number', textOf(row['question_number'] ?? row['id'] ?? row['queId'] ?? row['unique_id'])),
    ...optional('license', textOf(row['license'])),
    ...optional('subject', subject === undefined ? undefined : subjectName(subject)),
    ...optional('level', level),
  }
}

/** Text or number, trimmed; empty counts as absent. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text === '' ? undefined : text
}

function optional<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [key in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in Key]?: Value }
}
