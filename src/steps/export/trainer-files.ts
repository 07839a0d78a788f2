import { stringify } from 'yaml'
import { linesFile, type RowFormat } from './row-formats.ts'
import { datasetEntry } from './training-job.ts'

export interface TrainerInput {
  readonly name: string
  readonly splits: readonly string[]
  readonly formats: readonly RowFormat[]
  /** Files of `messages` rows to train on one after the other. */
  readonly stages?: readonly string[]
}

/** LLaMA-Factory's `dataset_info.json`: one entry per split and format it can read. */
export function datasetInfo({ name, splits, formats, stages = [] }: TrainerInput): string {
  const entries: Record<string, unknown> = {}
  for (const split of splits) {
    for (const format of formats) {
      const columns = llamaFactoryColumns[format]
      if (columns === undefined) continue
      const suffix = [...(format === 'messages' ? [] : [format]), ...(split === 'train' ? [] : [split])]
      entries[[name, ...suffix].join('_').replaceAll('-', '_')] = {
        file_name: linesFile(split, format),
        ...columns,
      }
    }
  }
  for (const [stage, file] of stages.entries())
    entries[datasetEntry(name, stage)] = { file_name: file, ...llamaFactoryColumns.messages }
  return `${JSON.stringify(entries, null, 2)}\n`
}

const llamaFactoryColumns: Readonly<Partial<Record<RowFormat, object>>> = {
  messages: {
    formatting: 'sharegpt',
    columns: { messages: 'messages' },
    tags: { role_tag: 'role', content_tag: 'content', user_tag: 'user', assistant_tag: 'assistant' },
  },
  sharegpt: {
    formatting: 'sharegpt',
    columns: { messages: 'conversations' },
    tags: { role_tag: 'from', content_tag: 'value', user_tag: 'human', assistant_tag: 'gpt' },
  },
  alpaca: { columns: { prompt: 'instruction', query: 'input', response: 'output' } },
}

/** A fragment for an Axolotl configuration, with paths from the dataset folder. */
export function axolotlFragment({ splits, formats }: TrainerInput): string {
  const format = formats.includes('messages') ? 'messages' : formats.find((name) => name in axolotlTypes)
  const entry = (split: string): object => ({
    path: linesFile(split, format ?? 'messages'),
    ds_type: 'json',
    ...axolotlTypes[format ?? 'messages'],
  })
  const chosen = (name: string): object[] => splits.filter((split) => split === name).map(entry)
  const head = '# Paths are relative to this folder; set them to where you keep it.\n'
  return `${head}${stringify({ datasets: chosen('train'), test_datasets: chosen('validation') }, { lineWidth: 0 })}`
}

const axolotlTypes: Readonly<Partial<Record<RowFormat, object>>> = {
  messages: {
    type: 'chat_template',
    field_messages: 'messages',
    message_property_mappings: { role: 'role', content: 'content' },
  },
  openai: { type: 'chat_template', field_messages: 'messages' },
  sharegpt: {
    type: 'chat_template',
    field_messages: 'conversations',
    message_property_mappings: { role: 'from', content: 'value' },
  },
  alpaca: { type: 'alpaca' },
}

/** How to load the folder with Hugging Face `datasets` and train on it with TRL. */
export function trlGuide({ splits, formats }: TrainerInput): string {
  const evaluation = splits.includes('validation') ? ', eval_dataset=dataset["validation"]' : ''
  return [
    '# Training with TRL',
    '',
    'Supervised fine-tuning on the `messages` column:',
    '',
    '```python',
    'from datasets import load_dataset',
    'from trl import SFTConfig, SFTTrainer',
    '',
    'dataset = load_dataset("path/to/this/folder").select_columns(["messages"])',
    `trainer = SFTTrainer("your-model", train_dataset=dataset["train"]${evaluation}, args=SFTConfig(assistant_only_loss=True))`,
    'trainer.train()',
    '```',
    '',
    ...(formats.includes('rl')
      ? [
          'Reinforcement learning (GRPO). Columns other than `prompt` reach the reward function by name:',
          '',
          '```python',
          'from trl import GRPOTrainer',
          '',
          'rows = load_dataset("json", data_files="path/to/this/folder/jsonl/train.rl.jsonl", split="train")',
          '',
          'def reward(completions, ground_truth, **_):',
          '    return [float(grade(completion[0]["content"], gold)) for completion, gold in zip(completions, ground_truth)]',
          '',
          'trainer = GRPOTrainer("your-model", reward_funcs=reward, train_dataset=rows)',
          '```',
          '',
          '`grade` is yours: `POST /v1/grades` of `conceptloom serve` compares a prediction with a gold answer. verl reads the same rows',
          '(`data_source`, `prompt`, `reward_model.ground_truth`).',
          '',
        ]
      : []),
  ].join('\n')
}
