import { setOfTopic } from '../load/topic-names.ts'

/** Which item a line is about; the first of these that is known decides. */
export interface ItemReference {
  readonly itemId?: string
  readonly set?: string
  /** The source's own number or id, or an id of any of the kinds, as batch outputs have it. */
  readonly number?: string
  /** Row of the set's copy, from 0. */
  readonly index?: number
  readonly question?: string
}

/** The completions of one line. */
export interface CompletionRow {
  readonly about: ItemReference
  readonly completions: readonly string[]
  /** Number of the first completion; without it completions of an item are numbered as they come. */
  readonly sample?: number
  readonly logProbability?: number
}

type Row = Readonly<Record<string, unknown>>

const shapes =
  'ours (itemId, completion), lm-eval samples (doc_id, doc, resps), Xwin (question, completion[]), OpenAI or vLLM batch output (custom_id, response), or id, number, index or question with completion, output, response or text'

/**
 * Reads a parsed line of any of the shapes: our `completions.jsonl`; samples of lm-evaluation-harness; Xwin-Math's items with
 * `completion[]`; output of the Batch API of OpenAI or vLLM; MWPBench's predictions.
 *
 * @returns the row, or what is wrong with it
 */
export function readCompletionRow(row: Row): CompletionRow | string {
  const read =
    'custom_id' in row
      ? readBatchRow(row)
      : 'doc_id' in row || 'resps' in row
        ? readHarnessRow(row)
        : readOwnRow(row)
  if (typeof read === 'string') return read
  if (read.completions.length === 0) return `no completion; shapes are ${shapes}`
  if (Object.keys(read.about).every((key) => key === 'set'))
    return `nothing says which item it is; shapes are ${shapes}`
  return read
}

function readOwnRow(row: Row): CompletionRow | string {
  const { sample, logProbability } = row
  if (sample !== undefined && (!Number.isSafeInteger(sample) || (sample as number) < 0))
    return `sample: ${JSON.stringify(sample)}; give a whole number ≥ 0`
  const number = textOf(row['number'] ?? row['question_number'] ?? row['id'])
  const { index } = row
  return {
    about: {
      ...known('itemId', textOf(row['itemId'])),
      ...known('set', setName(row)),
      ...known('number', number),
      ...(Number.isSafeInteger(index) ? { index: index as number } : {}),
      ...known('question', questionOf(row)),
    },
    completions: completionsOf(
      row['completion'] ??
        row['completions'] ??
        row['output'] ??
        row['outputs'] ??
        row['response'] ??
        row['generated_text'] ??
        row['text'],
    ),
    ...(sample === undefined ? {} : { sample: sample as number }),
    ...(typeof logProbability === 'number' ? { logProbability } : {}),
  }
}

/** `resps` holds a list of samples per request; `filtered_resps` what a filter left of them. */
function readHarnessRow(row: Row): CompletionRow {
  const doc = isRow(row['doc']) ? row['doc'] : {}
  const index = row['doc_id']
  return {
    about: {
      ...known('set', setName(doc) ?? setName(row)),
      ...known('number', textOf(doc['question_number'] ?? doc['id'] ?? doc['unique_id'])),
      ...known('question', questionOf(doc)),
      ...(Number.isSafeInteger(index) ? { index: index as number } : {}),
    },
    completions: completionsOf(row['resps'] ?? row['filtered_resps']),
  }
}

function readBatchRow(row: Row): CompletionRow | string {
  const { error } = row
  if (isRow(error)) return `the endpoint failed: ${textOf(error['message']) ?? 'no message'}`
  const response = isRow(row['response']) ? row['response'] : {}
  const body = isRow(response['body']) ? response['body'] : {}
  const choices: unknown[] = Array.isArray(body['choices']) ? body['choices'] : []
  const status = response['status_code']
  if (typeof status === 'number' && status >= 400) return `the endpoint failed: status ${status}`
  return {
    about: known('number', textOf(row['custom_id'])),
    completions: choices.flatMap((choice) => {
      if (!isRow(choice)) return []
      const message = isRow(choice['message']) ? choice['message'] : {}
      return completionsOf(choice['text'] ?? message['content'])
    }),
  }
}

/** `set`, or the set of MWPBench's `data_topic`. */
function setName(row: Row): string | undefined {
  const topic = textOf(row['data_topic'])
  return textOf(row['set']) ?? (topic === undefined ? undefined : setOfTopic(topic)?.set)
}

function questionOf(row: Row): string | undefined {
  return textOf(
    row['question'] ?? row['problem'] ?? row['original_text'] ?? row['query'] ?? row['instruction'],
  )
}

/** Texts of any nesting, in order; an object of vLLM has its text under `text`. */
function completionsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (isRow(value)) return completionsOf(value['text'])
  return Array.isArray(value) ? value.flatMap(completionsOf) : []
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function known<Key extends string>(key: Key, value: string | undefined): { readonly [key in Key]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [key in Key]?: string }
}
