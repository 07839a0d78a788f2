import { stringify } from 'yaml'
import { loadPrompt } from '../../foundations/prompts/load-prompt.ts'
import { linesFile } from './row-formats.ts'
import { trainingGuide } from './training-guide.ts'
import { configurationPath, datasetEntry, type TrainingInput, type TrainingJob } from './training-job.ts'

/** Devices that the batch size is spread over; a comment says what to keep when there are others. */
const devices = 8

/** Place of the Alpaca template, from the dataset folder. */
const templatePath = 'train/alpaca.jinja'

/**
 * Ready-to-run configurations for supervised fine-tuning by a paper's hyper-parameters, by path from the dataset folder: for each base model and
 * stage `train/MODEL/{trl,axolotl,llamafactory}[-stage-N].yaml`, the chat template, and `train.md`. Commands start in the dataset folder.
 */
export function trainingFiles(input: TrainingInput): Readonly<Record<string, string>> {
  const files: Record<string, string> = {
    'train.md': trainingGuide(input, devices),
    [templatePath]: alpacaTemplate(),
  }
  for (const model of input.recipe.models)
    for (const stage of input.stages.keys()) {
      const job = { ...input, model, stage }
      for (const [tool, content] of Object.entries(configurations))
        files[configurationPath(tool, job)] = `${head(job)}${stringify(content(job), { lineWidth: 0 })}`
    }
  return files
}

function head({ recipe, stage, stages }: TrainingJob): string {
  const { perDevice, accumulation } = spread(recipe.batchSize)
  return [
    `# ${recipe.source}. Not reported there, ours: ${recipe.ours.join(', ')}.`,
    `# ${recipe.batchSize} sequences an update = ${devices} devices x ${perDevice} x ${accumulation}; keep the product on other machines.`,
    ...(stages.length > 1
      ? [`# Stage ${stage + 1} of ${stages.length}: ${stage === 0 ? 'easy' : 'hard'} rows.`]
      : []),
    '',
  ].join('\n')
}

function spread(batchSize: number): { readonly perDevice: number; readonly accumulation: number } {
  const perDevice = Math.min(4, batchSize / devices)
  return { perDevice, accumulation: batchSize / devices / perDevice }
}

/** Where a stage puts the model, and where the next one takes it from. */
function outputOf(
  { recipe, model }: Pick<TrainingJob, 'model' | 'recipe'>,
  stage: number,
  stages: number,
): string {
  return `models/${recipe.name}-${model.name}${stages > 1 ? `-stage-${stage + 1}` : ''}`
}

function places(job: TrainingJob): {
  readonly from: string
  readonly to: string
  readonly validation: string | undefined
} {
  const { model, stage, stages, splits } = job
  return {
    from: stage === 0 ? model.repository : outputOf(job, stage - 1, stages.length),
    to: outputOf(job, stage, stages.length),
    validation: splits.includes('validation') ? linesFile('validation', 'messages') : undefined,
  }
}

const configurations: Readonly<Record<string, (job: TrainingJob) => object>> = {
  trl: (job) => {
    const { recipe, model, stages, stage } = job
    const { perDevice, accumulation } = spread(recipe.batchSize)
    const { from, to } = places(job)
    return {
      model_name_or_path: from,
      dtype: 'bfloat16',
      datasets: [{ path: 'json', data_files: stages[stage], columns: ['messages'] }],
      chat_template_path: templatePath,
      assistant_only_loss: true,
      max_length: recipe.maximumLength,
      packing: false,
      num_train_epochs: recipe.epochs,
      per_device_train_batch_size: perDevice,
      gradient_accumulation_steps: accumulation,
      learning_rate: model.learningRate,
      lr_scheduler_type: recipe.scheduler,
      // Below 1 it is a share of all updates; transformers 5 has no warmup_ratio.
      warmup_steps: recipe.warmup,
      weight_decay: recipe.weightDecay,
      optim: 'adamw_torch',
      bf16: true,
      seed: 0,
      save_strategy: 'epoch',
      report_to: 'none',
      output_dir: to,
    }
  },
  axolotl: (job) => {
    const { recipe, model, stages, stage } = job
    const { perDevice, accumulation } = spread(recipe.batchSize)
    const { from, to, validation } = places(job)
    const rows = (path: string | undefined): object => ({
      path,
      ds_type: 'json',
      type: 'chat_template',
      field_messages: 'messages',
      message_property_mappings: { role: 'role', content: 'content' },
      roles_to_train: ['assistant'],
      train_on_eos: 'turn',
    })
    return {
      base_model: from,
      chat_template: 'jinja',
      chat_template_jinja: templatePath,
      datasets: [rows(stages[stage])],
      ...(validation === undefined ? {} : { test_datasets: [rows(validation)] }),
      sequence_len: recipe.maximumLength,
      sample_packing: false,
      num_epochs: recipe.epochs,
      micro_batch_size: perDevice,
      gradient_accumulation_steps: accumulation,
      learning_rate: model.learningRate,
      lr_scheduler: recipe.scheduler,
      warmup_ratio: recipe.warmup,
      weight_decay: recipe.weightDecay,
      optimizer: 'adamw_torch',
      bf16: true,
      gradient_checkpointing: true,
      seed: 0,
      saves_per_epoch: 1,
      output_dir: to,
    }
  },
  llamafactory: (job) => {
    const { recipe, model, stages, stage } = job
    const { perDevice, accumulation } = spread(recipe.batchSize)
    const { from, to } = places(job)
    return {
      model_name_or_path: from,
      stage: 'sft',
      do_train: true,
      finetuning_type: 'full',
      dataset_dir: '.',
      dataset: datasetEntry(job.name, stages.length > 1 ? stage : undefined),
      template: 'alpaca',
      cutoff_len: recipe.maximumLength,
      num_train_epochs: recipe.epochs,
      per_device_train_batch_size: perDevice,
      gradient_accumulation_steps: accumulation,
      learning_rate: model.learningRate,
      lr_scheduler_type: recipe.scheduler,
      warmup_ratio: recipe.warmup,
      weight_decay: recipe.weightDecay,
      optim: 'adamw_torch',
      bf16: true,
      seed: 0,
      save_strategy: 'epoch',
      report_to: 'none',
      output_dir: to,
    }
  },
}

/** The prompt that `evaluate run --template alpaca` asks with, as a chat template: what a model is trained on is what it is asked. */
function alpacaTemplate(): string {
  const [before = '', after = ''] = (loadPrompt('evaluate-alpaca').messages[0]?.content ?? '').split(
    '{{question}}',
  )
  const text = (part: string): string => JSON.stringify(part)
  return [
    '{%- for message in messages -%}',
    `{%- if message['role'] == 'user' -%}{{- ${text(before)} + message['content'] + ${text(after)} -}}`,
    `{%- elif message['role'] == 'assistant' -%}{%- generation -%}{{- message['content'] + eos_token -}}{%- endgeneration -%}`,
    '{%- endif -%}',
    '{%- endfor -%}',
    '',
  ].join('\n')
}
