import type { Random } from '../../../core/random.ts'
import { unsuited, type RecipeContext, type RecipeOutcome } from '../model-engine/recipe.ts'
import type { SourceProblem } from '../model-engine/source-problems.ts'
import type { AugmentationMix, SkyworkParameters } from '../presets.ts'
import { generateXwin } from '../xwin/generate-xwin.ts'
import { generateFobar, generateSelfVerification } from './ask-backwards.ts'
import { generateEvolved, planRounds } from './evolve.ts'
import { findFusions, generateFused } from './fuse-sequential.ts'
import { generateAnswer, generateRephrased } from './rewrite-known.ts'

export type Augmentation = keyof AugmentationMix
export const augmentations: readonly Augmentation[] = [
  'answer',
  'rephrase',
  'fobar',
  'selfVerify',
  'evolve',
  'xwin',
  'fuse',
]

export interface AugmentInput {
  readonly method: Augmentation
  readonly source: SourceProblem
  /** Where a fusion looks for its first problem. */
  readonly partners: readonly SourceProblem[]
  readonly parameters: Pick<SkyworkParameters, 'evolveRounds' | 'evolveDown' | 'target'>
  readonly random: Random
}

/**
 * One new problem from a source by one method of the mix (Skywork-Math §3). A method that does not suit the source (no answer, no given
 * that can be made unknown) asks nothing and says so.
 */
export function augment(context: RecipeContext, input: AugmentInput): Promise<RecipeOutcome> {
  const { method, source, parameters, random } = input
  const { target } = parameters
  switch (method) {
    case 'answer':
      return generateAnswer(context, { source, target })
    case 'rephrase':
      return generateRephrased(context, { source, target })
    case 'fobar':
      return generateFobar(context, { source, random, target })
    case 'selfVerify':
      return generateSelfVerification(context, { source, random, target })
    case 'evolve':
      return generateEvolved(context, { source, operators: planRounds(parameters, random), target })
    case 'xwin':
      return generateXwin(context, { source, target })
    case 'fuse':
      return augmentByFusion(context, input)
  }
}

function augmentByFusion(context: RecipeContext, input: AugmentInput): Promise<RecipeOutcome> {
  const fusions = findFusions(input.source, input.partners)
  if (fusions.length === 0) return Promise.resolve(unsuited('fuse: no partner'))
  return generateFused(context, { fusion: input.random.pick(fusions), target: input.parameters.target })
}

/** Methods in the order to try them: the first is drawn by the mix, the others follow by share; methods without a share are left out. */
export function drawMethods(mix: AugmentationMix, random: Random): readonly Augmentation[] {
  const shared = augmentations.filter((method) => mix[method] > 0)
  const total = shared.reduce((sum, method) => sum + mix[method], 0)
  let left = random.float() * total
  const first = shared.find((method) => (left -= mix[method]) < 0) ?? shared.at(-1)
  const others = shared.filter((method) => method !== first).sort((a, b) => mix[b] - mix[a])
  return first === undefined ? others : [first, ...others]
}
