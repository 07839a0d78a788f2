import { configurationPath, type TrainingInput } from './training-job.ts'

/** How to train on a dataset folder with the configurations in it. */
export function trainingGuide(input: TrainingInput, devices: number): string {
  const { recipe, stages, splits } = input
  const [first] = recipe.models
  const commands = (tool: string): readonly string[] =>
    first === undefined
      ? []
      : [...stages.keys()].map(
          (stage) => starters[tool]?.(configurationPath(tool, { ...input, model: first, stage })) ?? '',
        )
  const block = (tool: string): readonly string[] => ['```sh', ...commands(tool), '```', '']
  return [
    '# Training on this dataset',
    '',
    `Supervised fine-tuning of a whole model with the hyper-parameters of ${recipe.source}. Nothing here was trained: these are the paper's`,
    `settings, checked against the readers of the three tools. Not reported in the paper, so ours: ${recipe.ours.join(', ')}.`,
    '',
    '| | |',
    '|---|---|',
    `| epochs | ${recipe.epochs} |`,
    `| sequences an update | ${recipe.batchSize} (written for ${devices} devices; keep the product) |`,
    `| optimizer | AdamW, weight decay ${recipe.weightDecay} |`,
    `| schedule | ${recipe.scheduler}, warm-up ${recipe.warmup * 100} % |`,
    `| longest sequence | ${recipe.maximumLength} tokens |`,
    '| prompt | Alpaca, as `evaluate run --template alpaca` asks; loss on the solution alone |',
    '',
    '| base model | learning rate | configurations |',
    '|---|---|---|',
    ...recipe.models.map(
      ({ name, repository, learningRate }) => `| ${repository} | ${learningRate} | \`train/${name}/\` |`,
    ),
    '',
    ...(stages.length > 1
      ? [
          `Two stages, easy to hard: \`${stages[0]}\` first, then on from that model with \`${stages[1]}\` (difficulty ${recipe.hardFrom} and above).`,
          '',
        ]
      : []),
    'Start these in this folder; the other models likewise. Weights of some base models are given out only to those who accept their terms.',
    '',
    '## TRL',
    '',
    ...block('trl'),
    '## Axolotl',
    '',
    ...block('axolotl'),
    '## LLaMA-Factory',
    '',
    'Its own `alpaca` template is the same prompt with a line break more before the answer; `dataset_info.json` in this folder names the files.',
    '',
    ...block('llamafactory'),
    '## Afterwards',
    '',
    'Serve the model behind an OpenAI-compatible endpoint, then measure it as the paper did:',
    '',
    '```sh',
    'conceptloom evaluate run --bench bench.yaml --model MODEL --template alpaca --out results',
    '```',
    '',
    `Splits of this dataset: ${splits.join(', ')}. Train on \`train\` alone.`,
    '',
  ].join('\n')
}

const starters: Readonly<Record<string, (path: string) => string>> = {
  trl: (path) => `accelerate launch --num_processes 8 -m trl.scripts.sft --config ${path}`,
  axolotl: (path) => `axolotl train ${path}`,
  llamafactory: (path) => `llamafactory-cli train ${path}`,
}
