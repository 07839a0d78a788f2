import { z } from 'zod'

/** What every recipe has. */
interface SharedParameters {
  readonly temperature: number
  /** Most tokens of a reply. @default 4096 */
  readonly maxTokens: number
  /** Times an unusable reply is asked for, each under another seed. @default 1 */
  readonly attempts: number
}

/** MathScale §3: question and solution from one call, after the nearest seeds. */
export interface MathscaleParameters extends SharedParameters {
  readonly preset: 'mathscale'
  /** Not reported for MathScale; that of Skywork-Math and WizardMath. @default 0.7 */
  readonly temperature: number
  /** Seeds shown, nearest by Jaccard distance of knowledge points (§3.3; the number is ours). @default 3 */
  readonly exemplars: number
  /** No two exemplars with the same knowledge points. @default true */
  readonly diverseExemplars: boolean
  /** A plan before the problem (PromptCoT): one call more. @default false */
  readonly rationale: boolean
  /** A reference solution (§3.4): `flag` a different answer, or `replace` solution and answer by it, as the paper did. @default 'none' */
  readonly validation: 'none' | 'flag' | 'replace'
}

/** Shares of the augmentation methods; scaled to sum 1. */
export interface AugmentationMix {
  /** Same question, another solution. @default 0.1 */
  readonly answer: number
  /** @default 0.1 */
  readonly rephrase: number
  /** A given unknown, the answer told. @default 0.1 */
  readonly fobar: number
  /** The same as statements. @default 0.1 */
  readonly selfVerify: number
  /** Evol-Instruct, the largest part for its cost in tokens. @default 0.5 */
  readonly evolve: number
  /** A similar problem, checked and mended. @default 0.1 */
  readonly xwin: number
  /** Two problems in sequence (MathFusion). @default 0 */
  readonly fuse: number
}

/** Skywork-Math §3: two stages, normal then hard, over a mix of augmentations. */
export interface SkyworkParameters extends SharedParameters {
  readonly preset: 'skywork'
  /** @default 0.7 */
  readonly temperature: number
  /** Least level of a seed of the hard stage: 4 in the paper's §3.2, 3 in its analysis. @default 4 */
  readonly minLevel: number
  /** Share of the hard stage, 0.4 M of 2.5 M. @default 0.16 */
  readonly hardShare: number
  /** Share of the first round's problems kept as the core-set from which the second starts; not reported. @default 0.1 */
  readonly coreShare: number
  /** The stages one after the other in one run; false draws hard seeds at their share among the others. @default false */
  readonly stages: boolean
  /** With stages: share of a last one that rewrites pairs whose pass rate is outside of `hardeningBand`; needs votes. @default 0 */
  readonly hardenShare: number
  readonly mix: AugmentationMix
  /** Most rewritings in a row. @default 5 */
  readonly evolveRounds: number
  /** Share of rewritings towards easier problems (WizardMath has 2 of 5; Skywork none). @default 0.2 */
  readonly evolveDown: number
  /** Pass rates between which a problem stays as it is; see `plan-hardening.ts`. @default { from: 0.25, to: 0.75 } */
  readonly hardeningBand: PassRateBand
  readonly target: TargetForm
}

/** Shares of right solutions, both ends included. */
export interface PassRateBand {
  readonly from: number
  readonly to: number
}

/** Xwin-Math §3: create, check and mend in one call, solve in another. */
export interface XwinParameters extends SharedParameters {
  readonly preset: 'xwin'
  /** @default 1 */
  readonly temperature: number
  readonly target: TargetForm
}

/** The benchmark whose form problems and answers take. @default 'math' */
export type TargetForm = 'gsm8k' | 'math'
const targetForms = ['gsm8k', 'math'] as const

export type PresetParameters = MathscaleParameters | SkyworkParameters | XwinParameters

export const presetNames: readonly ['mathscale', 'skywork', 'xwin'] = ['mathscale', 'skywork', 'xwin']
export type PresetName = (typeof presetNames)[number]

const temperature = z.number().min(0).max(2)
const share = z.number().min(0).max(1)
const weight = z.number().min(0)
const shared = {
  maxTokens: z.int().min(64).max(131_072).default(4096),
  attempts: z.int().min(1).max(10).default(1),
}

export const mathscaleSchema: z.ZodType<MathscaleParameters> = z.strictObject({
  preset: z.literal('mathscale'),
  temperature: temperature.default(0.7),
  ...shared,
  exemplars: z.int().min(0).max(20).default(3),
  diverseExemplars: z.boolean().default(true),
  rationale: z.boolean().default(false),
  validation: z.enum(['none', 'flag', 'replace']).default('none'),
})

export const skyworkSchema: z.ZodType<SkyworkParameters> = z
  .strictObject({
    preset: z.literal('skywork'),
    temperature: temperature.default(0.7),
    ...shared,
    minLevel: z.int().min(1).max(5).default(4),
    hardShare: share.default(0.16),
    coreShare: share.default(0.1),
    stages: z.boolean().default(false),
    hardenShare: share.default(0),
    mix: z
      .strictObject({
        answer: weight.default(0.1),
        rephrase: weight.default(0.1),
        fobar: weight.default(0.1),
        selfVerify: weight.default(0.1),
        evolve: weight.default(0.5),
        xwin: weight.default(0.1),
        fuse: weight.default(0),
      })
      .refine(
        (mix) => Object.values(mix).some((part) => part > 0),
        'mix: all shares are 0; give one method a share',
      )
      .prefault({}),
    evolveRounds: z.int().min(1).max(5).default(5),
    evolveDown: share.default(0.2),
    hardeningBand: z
      .strictObject({ from: share.default(0.25), to: share.default(0.75) })
      .refine((band) => band.from <= band.to, 'hardeningBand: from is above to; exchange them')
      .prefault({}),
    target: z.enum(targetForms).default('math'),
  })
  .refine(
    ({ stages, hardenShare }) => stages || hardenShare === 0,
    'hardenShare: rewriting by pass rate is a stage; set stages: true as well',
  )

export const xwinSchema: z.ZodType<XwinParameters> = z.strictObject({
  preset: z.literal('xwin'),
  temperature: temperature.default(1),
  ...shared,
  target: z.enum(targetForms).default('math'),
})

/** Any preset by its name, defaults filled in; unknown names are refused. */
export const presetSchema: z.ZodType<PresetParameters> = z.union([mathscaleSchema, skyworkSchema, xwinSchema])

/** A preset as published, but for what its paper does not say. */
export function presetDefaults(preset: PresetName): PresetParameters {
  return presetSchema.parse({ preset })
}
