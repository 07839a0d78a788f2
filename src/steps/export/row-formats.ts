import type { JsonValue } from '../../core/identity.ts'
import type { ExportRow } from './export-row.ts'

export const rowFormats = ['messages', 'alpaca', 'sharegpt', 'plain', 'openai', 'rl'] as const

/**
 * `messages` chat turns with all metadata (TRL, Axolotl, LLaMA-Factory) · `alpaca` instruction, input, output · `sharegpt`
 * conversations · `plain` question, solution, answer · `openai` messages and nothing else, as its fine-tuning asks · `rl` prompt and ground
 * truth for TRL GRPO and verl.
 */
export type RowFormat = (typeof rowFormats)[number]

interface Place {
  readonly split: string
  readonly dataset: string
}

export function messagesOf(row: ExportRow): readonly { readonly role: string; readonly content: string }[] {
  return [
    { role: 'user', content: row.question },
    { role: 'assistant', content: row.solution },
  ]
}

/** A row as the JSON value of one line. */
export function formatRow(row: ExportRow, format: RowFormat, place: Place): JsonValue {
  return formatters[format](row, place)
}

const formatters: Readonly<Record<RowFormat, (row: ExportRow, place: Place) => JsonValue>> = {
  messages: (row) => {
    const { question: _question, solution: _solution, id, ...metadata } = row
    return { id, messages: messagesOf(row), ...(metadata as unknown as Record<string, JsonValue>) }
  },
  alpaca: (row) => ({ id: row.id, instruction: row.question, input: '', output: row.solution }),
  sharegpt: (row) => ({
    id: row.id,
    conversations: [
      { from: 'human', value: row.question },
      { from: 'gpt', value: row.solution },
    ],
  }),
  plain: (row) => ({ id: row.id, question: row.question, solution: row.solution, answer: row.final_answer }),
  openai: (row) => ({ messages: messagesOf(row) }),
  rl: (row, { split, dataset }) => ({
    id: row.id,
    data_source: dataset,
    prompt: [{ role: 'user', content: row.question }],
    ability: 'math',
    ground_truth: row.final_answer,
    reward_model: { style: 'rule', ground_truth: row.final_answer },
    extra_info: {
      id: row.id,
      split,
      difficulty: row.difficulty,
      difficulty_label: row.difficulty_label,
      rung: row.rung,
      concepts: row.concepts,
    },
  }),
}

// JSON lets these stand as they are, but many line readers end a line there.
const lineSeparators = /[\u0085\u2028\u2029]/g

/** One line of JSON Lines with its line feed. Lone surrogates and line separators are escaped. */
export function jsonLine(value: JsonValue): string {
  const text = JSON.stringify(value)
  if (text.search(lineSeparators) === -1) return `${text}\n`
  return `${text.replaceAll(lineSeparators, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}

/** File of a split in a format, relative to the dataset folder. */
export function linesFile(split: string, format: RowFormat): string {
  return format === 'messages' ? `jsonl/${split}.jsonl` : `jsonl/${split}.${format}.jsonl`
}
