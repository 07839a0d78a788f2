import { z } from 'zod'
import type { JsonValue } from './identity.ts'
import { walkModes, type WalkMode } from './concept-path.ts'

export const seedFormats = ['auto', 'gsm8k', 'math', 'tal', 'jsonl', 'csv'] as const
export const datasetFormats = ['messages', 'alpaca', 'sharegpt', 'plain', 'openai', 'rl', 'parquet'] as const
export const trainingChoices = ['sft', 'sft-mathscale', 'sft-skywork', 'sft-xwin'] as const
export type SeedFormatName = (typeof seedFormats)[number]
export type DatasetFormat = (typeof datasetFormats)[number]

/** How a run reads its seeds. */
export interface SeedsConfig {
  /** Files or folders of seed problems. @default ['seeds'] */
  readonly files: readonly string[]
  /** `auto` looks at each file's first row. @default 'auto' */
  readonly format: SeedFormatName
  /** Our field ← the file's field, for plain JSONL and CSV. @default {} */
  readonly map: Readonly<Record<string, string>>
  /** Stop at the first bad row instead of going on. @default false */
  readonly strict: boolean
  /** Admit rows of a test split; they stay marked in every output. @default false */
  readonly allowTestSeeds: boolean
}

/** Which engine labels the seeds and which writes the pairs. */
export interface EngineConfig {
  /** @default 'taxonomy' */
  readonly extractor: 'taxonomy' | 'replay' | 'model'
  /** @default 'procedural' */
  readonly generator: 'procedural' | 'model'
  /** The published recipe that a model follows. @default 'mathscale' */
  readonly preset: 'mathscale' | 'skywork' | 'xwin'
  /** Parameters of the preset that differ from its defaults. @default {} */
  readonly parameters: Readonly<Record<string, JsonValue>>
  /** A run of this workspace whose diverse core of pairs a model starts from besides the seeds (Skywork-Math's second round). */
  readonly fromRun?: string
  /**
   * A run of this workspace whose seeds, labels and graph are used as they stand, by id or its beginning; nothing is read or labelled.
   * Once resolved, and in stored runs, the version of the graph: whichever run has it, the pairs are the same.
   */
  readonly graphOf?: string
  /** Recorded labels, for the replay extractor. */
  readonly labels?: string
  /** Reviewed alignment of open-vocabulary names to the taxonomy. */
  readonly alignment?: string
}

/** An endpoint that is not the default one. Keys stand in the environment only. */
export interface EndpointConfig {
  readonly baseUrl: string
  /** Environment variable that holds the key; none is sent when absent. */
  readonly keyVariable?: string
  /** Plain http to another machine. @default false */
  readonly allowHttp?: boolean
  /** Milliseconds for one attempt. @default 120000 */
  readonly timeout?: number
  /** Parameters sent with each request, for example `reasoning_effort`. @default {} */
  readonly parameters?: Readonly<Record<string, JsonValue>>
  /** Tokens a model may think before it answers, added to the limit of every reply. @default 0 */
  readonly reasoningTokens?: number
  /** False for a server that takes `seed` and does not heed it. @default true */
  readonly seed?: boolean
}

/** Which model answers, how fast it may be asked, and what it may cost. */
export interface ModelConfig {
  /** `MODEL` at `OPENAI_BASE_URL` with `OPENAI_API_KEY`, or `MODEL@ENDPOINT`. */
  readonly name?: string
  /** By name. @default {} */
  readonly endpoints: Readonly<Record<string, EndpointConfig>>
  /** Independent solutions that vote on each answer; 0 asks for none. @default 0 */
  readonly samples: number
  readonly replyTokens: ReplyTokens
  /** Most requests in flight. @default 32 */
  readonly concurrency: number
  /** Times a request is sent before it is given up; waiting because the endpoint named a time is not counted. */
  readonly attempts: number
  readonly requestsPerMinute?: number
  readonly tokensPerMinute?: number
  /** Price file; the shipped one when absent. */
  readonly prices?: string
  readonly budget: BudgetConfig
  readonly batch: BatchConfig
}

/** Most tokens of the replies that are not a recipe's own; a recipe has `engine.parameters.maxTokens`. */
export interface ReplyTokens {
  /** Labels of a seed. @default 1024 */
  readonly labels: number
  /** A solution that votes. @default 2048 */
  readonly votes: number
}

/** The Batch API: replies within hours at a lower price. */
export interface BatchConfig {
  /** @default false */
  readonly enabled: boolean
  /** Most requests of one batch, and draws under way at once. @default 10000 */
  readonly size: number
  /** Fewer requests than this are asked one by one. @default 20 */
  readonly least: number
  /** Seconds between looks at a batch. @default 60 */
  readonly every: number
}

/** Hard caps of a run, resumed parts included. */
export interface BudgetConfig {
  readonly requests?: number
  /** Prompt and reply together. */
  readonly tokens?: number
  /** In the currency of the price file. */
  readonly cost?: number
}

/** Canonical names and pruning (MathScale §3.2). */
export interface ConceptsConfig {
  /** Concepts of fewer seeds are dropped; `auto` is 2 from 2,000 seeds up, otherwise 1. @default 'auto' */
  readonly minimumCount: 'auto' | number
  /** Merge names without a review where they certainly mean the same. @default false */
  readonly autoMerge: boolean
  /** Reviewed merges of names; what is new is added to the file. */
  readonly merges?: string
  /** Concepts left out of the graph (JSON lines of kind and name), as in MathScale's ablations. */
  readonly without?: string
}

/** How concept combinations are drawn. */
export interface WalkConfig {
  /** @default 'mathscale' */
  readonly mode: WalkMode
  /** @default 'count' */
  readonly weight: 'count' | 'lift' | 'uniform' | 'rare'
  /** weight^(1/temperature); 1 is MathScale, larger is flatter. @default 1 */
  readonly temperature: number
  /** `supported` walks only over knowledge points the generator can express. @default 'supported' */
  readonly restrict: 'supported' | 'none'
  /**
   * What mode `coverage` aims at: `uniform`, `sqrt-count` (√ of a point's seeds), a file of weights by knowledge point, or the weights
   * themselves by concept id. @default 'uniform'
   */
  readonly target?: string | Readonly<Record<string, number>>
  /** Topic-to-topic steps, smallest and largest number. @default MathScale's, 1 and 2 */
  readonly topicSteps?: readonly [number, number]
  /** Steps from knowledge point to knowledge point, smallest and largest number. @default MathScale's, 0 and 4 */
  readonly knowledgePointSteps?: readonly [number, number]
  /** Id of the topic that every walk starts from, in modes `mathscale`, `rare` and `uniform`. @default topics take turns */
  readonly start?: string
  /** Ids or names of the knowledge points that every pair is asked to need: nothing is walked. */
  readonly concepts?: readonly string[]
}

export interface GenerationConfig {
  /** Pairs that passed verification and uniqueness. @default 2000 */
  readonly count: number
  /** Most pairs of one concept combination; `auto` is 1 for a model and unlimited for the procedural engine. @default 'auto' */
  readonly perCombination: 'auto' | 'unlimited' | number
  /** Most pairs of one skeleton (the question without numbers, names and things), as a share of `count`. @default 0.004 */
  readonly skeletonShare: number
}

/** What is exported. */
export interface DatasetConfig {
  /** @default ['messages', 'parquet'] */
  readonly formats: readonly DatasetFormat[]
  /** Lowest rung of the verification ladder. @default 2 */
  readonly minRung: number
  /** Rows to select; all of them when absent. */
  readonly size?: number
  /** @default 'coverage' */
  readonly balance: 'coverage' | 'metaclip' | 'uniform'
  /** Uses that every concept should reach before the common ones gain more, for `coverage`. @default 10 */
  readonly floor: number
  /** Weight of concept pairs beside concepts, for `coverage`. @default 0 */
  readonly pairWeight: number
  /** Towards longer solutions: 0 keeps the shares of step counts, 1 makes them alike, for `coverage`. @default 0 */
  readonly stepRebalance: number
  /** File of shares and concept quotas (YAML or JSON), for `coverage`. */
  readonly quotas?: string
  /** Pass rates of one model (JSON Lines), which calibrate the difficulty; structural without. */
  readonly passRates?: string
  /**
   * Configurations to train with TRL, Axolotl and LLaMA-Factory: `sft` by the hyper-parameters of the run's preset (`mathscale` for the
   * procedural engine), the others by those of a named one. None when absent.
   */
  readonly recipe?: (typeof trainingChoices)[number]
  /** @default false */
  readonly allowUnknownLicense: boolean
  readonly splits: SplitShares
  /** Files or folders of protected problems: no seed and no exported row is one of them. @default [] */
  readonly protect: readonly string[]
  /** Export twins of protected problems (other numbers, names or things). @default false */
  readonly allowTwins: boolean
}

/** Which stored pairs give way to others; a later stage than generation, so it changes no run. */
export interface CurateConfig {
  /** Least Jaccard index of the word 3-grams of two questions that count as near duplicates; 1 only for questions alike word for word. @default 0.8 */
  readonly threshold: number
  /** Most pairs of one question, each with another solution. @default 4 */
  readonly solutionsPerQuestion: number
  /** Most exported pairs of one skeleton: template data repeats its wordings with other numbers. @default no limit */
  readonly pairsPerSkeleton?: number
}

/** Shares of the splits; decided by hashing before anything is generated. */
export interface SplitShares {
  /** @default 0.01 */
  readonly validation: number
  /** @default 0.01 */
  readonly test: number
  /** Share of families kept for a test split of their own. @default 0.02 */
  readonly heldOutFamilies: number
  /** Share of concept pairs kept for a test split of their own. @default 0.01 */
  readonly heldOutPairs: number
}

/** Where a run lives and how wide it works. Only `seed` changes its results. */
export interface PlaceConfig {
  /** Seed of all randomness. @default 0 */
  readonly seed: number
  /** Folder of the workspace. @default '.conceptloom' */
  readonly workspace: string
  /** Folder of the dataset; nothing is exported when absent. */
  readonly out?: string
  /** Worker threads, at most; 0 works in the main thread, as few pairs do anyway. @default 2 */
  readonly workers: number
}

/** All settings of a run. */
export interface Config {
  readonly seeds: SeedsConfig
  readonly engine: EngineConfig
  readonly model: ModelConfig
  readonly concepts: ConceptsConfig
  readonly walk: WalkConfig
  readonly generation: GenerationConfig
  readonly curate: CurateConfig
  readonly dataset: DatasetConfig
  readonly run: PlaceConfig
}

const share = z.number().min(0).max(0.5)
const stepRange = z
  .tuple([z.int().min(0).max(32), z.int().min(0).max(32)])
  .refine(([smallest, largest]) => smallest <= largest, 'the smallest number comes first')

/** Fills defaults and refuses unknown names. */
export const configSchema: z.ZodType<Config> = z.strictObject({
  seeds: z
    .strictObject({
      files: z.array(z.string().min(1)).min(1).default(['seeds']),
      format: z.enum(seedFormats).default('auto'),
      map: z.record(z.string(), z.string()).default({}),
      strict: z.boolean().default(false),
      allowTestSeeds: z.boolean().default(false),
    })
    .prefault({}),
  engine: z
    .strictObject({
      extractor: z.enum(['taxonomy', 'replay', 'model']).default('taxonomy'),
      generator: z.enum(['procedural', 'model']).default('procedural'),
      preset: z.enum(['mathscale', 'skywork', 'xwin']).default('mathscale'),
      parameters: z.record(z.string(), z.json()).default({}),
      fromRun: z.string().exactOptional(),
      graphOf: z.string().min(1).exactOptional(),
      labels: z.string().exactOptional(),
      alignment: z.string().exactOptional(),
    })
    .prefault({}),
  model: z
    .strictObject({
      name: z.string().min(1).exactOptional(),
      endpoints: z
        .record(
          z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
          z.strictObject({
            baseUrl: z.string(),
            keyVariable: z.string().exactOptional(),
            allowHttp: z.boolean().exactOptional(),
            timeout: z.int().min(1).exactOptional(),
            parameters: z.record(z.string(), z.json()).exactOptional(),
            reasoningTokens: z.int().min(0).max(1_000_000).exactOptional(),
            seed: z.boolean().exactOptional(),
          }),
        )
        .default({}),
      samples: z.int().min(0).max(256).default(0),
      replyTokens: z
        .strictObject({
          labels: z.int().min(64).max(131_072).default(1024),
          votes: z.int().min(64).max(131_072).default(2048),
        })
        .prefault({}),
      concurrency: z.int().min(1).max(4096).default(32),
      attempts: z.int().min(1).max(100).default(10),
      requestsPerMinute: z.number().gt(0).exactOptional(),
      tokensPerMinute: z.number().gt(0).exactOptional(),
      prices: z.string().exactOptional(),
      budget: z
        .strictObject({
          requests: z.int().min(1).exactOptional(),
          tokens: z.int().min(1).exactOptional(),
          cost: z.number().gt(0).exactOptional(),
        })
        .prefault({}),
      batch: z
        .strictObject({
          enabled: z.boolean().default(false),
          size: z.int().min(1).max(50_000).default(10_000),
          least: z.int().min(1).default(20),
          every: z.number().gt(0).max(3600).default(60),
        })
        .prefault({}),
    })
    .prefault({}),
  concepts: z
    .strictObject({
      minimumCount: z.union([z.literal('auto'), z.int().min(1)]).default('auto'),
      autoMerge: z.boolean().default(false),
      merges: z.string().min(1).exactOptional(),
      without: z.string().min(1).exactOptional(),
    })
    .prefault({}),
  walk: z
    .strictObject({
      mode: z.enum(walkModes).default('mathscale'),
      weight: z.enum(['count', 'lift', 'uniform', 'rare']).default('count'),
      temperature: z.number().gt(0).max(100).default(1),
      restrict: z.enum(['supported', 'none']).default('supported'),
      target: z.union([z.string().min(1), z.record(z.string(), z.number().min(0))]).exactOptional(),
      topicSteps: stepRange.exactOptional(),
      knowledgePointSteps: stepRange.exactOptional(),
      start: z.string().min(1).exactOptional(),
      concepts: z.array(z.string().min(1)).min(1).max(16).exactOptional(),
    })
    .prefault({}),
  generation: z
    .strictObject({
      count: z.int().min(1).max(100_000_000).default(2000),
      perCombination: z.union([z.literal('auto'), z.literal('unlimited'), z.int().min(1)]).default('auto'),
      skeletonShare: z.number().gt(0).max(1).default(0.004),
    })
    .prefault({}),
  curate: z
    .strictObject({
      threshold: z.number().gt(0).max(1).default(0.8),
      solutionsPerQuestion: z.int().min(1).default(4),
      pairsPerSkeleton: z.int().min(1).exactOptional(),
    })
    .prefault({}),
  dataset: z
    .strictObject({
      formats: z.array(z.enum(datasetFormats)).min(1).default(['messages', 'parquet']),
      minRung: z.int().min(0).max(5).default(2),
      size: z.int().min(1).exactOptional(),
      balance: z.enum(['coverage', 'metaclip', 'uniform']).default('coverage'),
      floor: z.int().min(0).default(10),
      pairWeight: z.number().min(0).max(100).default(0),
      stepRebalance: z.number().min(0).max(1).default(0),
      quotas: z.string().min(1).exactOptional(),
      passRates: z.string().min(1).exactOptional(),
      recipe: z.enum(trainingChoices).exactOptional(),
      allowUnknownLicense: z.boolean().default(false),
      splits: z
        .strictObject({
          validation: share.default(0.01),
          test: share.default(0.01),
          heldOutFamilies: share.default(0.02),
          heldOutPairs: share.default(0.01),
        })
        .prefault({}),
      protect: z.array(z.string().min(1)).default([]),
      allowTwins: z.boolean().default(false),
    })
    .prefault({}),
  run: z
    .strictObject({
      seed: z.int().min(0).max(0xffff_ffff).default(0),
      workspace: z.string().min(1).default('.conceptloom'),
      out: z.string().min(1).exactOptional(),
      workers: z.int().min(0).max(256).default(2),
    })
    .prefault({}),
})
