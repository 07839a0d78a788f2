/** The recipes whose hyper-parameters are known; the names of the presets. */
export const trainingRecipeNames = ['mathscale', 'skywork', 'xwin'] as const
export type TrainingRecipeName = (typeof trainingRecipeNames)[number]

export interface BaseModel {
  /** Name of its folder of configurations. */
  readonly name: string
  /** Repository on the Hugging Face hub. */
  readonly repository: string
  readonly learningRate: number
}

/** How a paper fine-tuned on its data. Whole models, not adapters. */
export interface TrainingRecipe {
  readonly name: TrainingRecipeName
  readonly source: string
  readonly models: readonly BaseModel[]
  readonly epochs: number
  /** Sequences per update, over all devices. */
  readonly batchSize: number
  readonly scheduler: 'cosine'
  /** Share of all updates. */
  readonly warmup: number
  readonly weightDecay: number
  /** Tokens of the longest sequence. */
  readonly maximumLength: number
  /** Easy rows first, then on from there with the rows of this difficulty and above; one stage when absent. */
  readonly hardFrom?: number
  /** What the paper does not report, so that the value here is ours. */
  readonly ours: readonly string[]
}

const llama7 = { name: 'llama-2-7b', repository: 'meta-llama/Llama-2-7b-hf' } as const
const llama13 = { name: 'llama-2-13b', repository: 'meta-llama/Llama-2-13b-hf' } as const
const mistral7 = { name: 'mistral-7b', repository: 'mistralai/Mistral-7B-v0.1' } as const
const deepseekMath = { name: 'deepseek-math-7b', repository: 'deepseek-ai/deepseek-math-7b-base' } as const

/** As published; see `ours` for the gaps. */
export const trainingRecipes: Readonly<Record<TrainingRecipeName, TrainingRecipe>> = {
  mathscale: {
    name: 'mathscale',
    source: 'MathScale (arXiv 2403.02884) §4.1',
    models: [
      { ...llama7, learningRate: 2e-5 },
      { ...llama13, learningRate: 2e-5 },
      { ...mistral7, learningRate: 2e-5 },
    ],
    epochs: 3,
    batchSize: 128,
    scheduler: 'cosine',
    warmup: 0.03,
    weightDecay: 0,
    maximumLength: 2048,
    ours: ['scheduler', 'warm-up', 'weight decay'],
  },
  skywork: {
    name: 'skywork',
    source: 'Skywork-Math (arXiv 2407.08348) §3 and §4.1',
    models: [
      { ...llama7, learningRate: 2e-5 },
      { ...mistral7, learningRate: 2e-6 },
      { ...deepseekMath, learningRate: 2e-6 },
    ],
    epochs: 3,
    batchSize: 32,
    scheduler: 'cosine',
    warmup: 0.03,
    weightDecay: 0,
    maximumLength: 2048,
    hardFrom: 4,
    ours: ['scheduler', 'prompt'],
  },
  xwin: {
    name: 'xwin',
    source: 'Xwin-Math (arXiv 2403.04706) §3',
    models: [
      { ...llama7, learningRate: 2e-5 },
      { ...llama13, learningRate: 2e-5 },
      { ...mistral7, learningRate: 2e-6 },
    ],
    epochs: 3,
    batchSize: 128,
    scheduler: 'cosine',
    warmup: 0.04,
    weightDecay: 0,
    maximumLength: 2048,
    ours: ['batch size', 'prompt'],
  },
}
