import { randomAt, randomKey } from '../../../core/random.ts'
import type { SourceProblem } from '../model-engine/source-problems.ts'
import type { AugmentationMix, SkyworkParameters } from '../presets.ts'
import { augmentations, type Augmentation } from './augment.ts'

/** One problem to make. */
export interface AugmentTask {
  readonly stage: 'normal' | 'hard'
  /** The second round of the normal stage starts from the core-set of the first. */
  readonly round: 1 | 2
  readonly place: number
  readonly source: SourceProblem
  readonly method: Augmentation
}

/** How many problems each part of a run makes. */
export interface StagePlan {
  readonly firstRound: number
  readonly secondRound: number
  readonly hard: number
  /** Seeds hard enough for the hard stage; with none its share goes to the normal stage. */
  readonly hardSources: readonly SourceProblem[]
}

/** Skywork-Math §3: the normal stage in two rounds of equal size, then the hard stage from seeds of level `minLevel` and more. */
export function planStages(
  sources: readonly SourceProblem[],
  parameters: Pick<SkyworkParameters, 'hardShare' | 'minLevel'>,
  count: number,
): StagePlan {
  const hardSources = sources.filter(({ level }) => level !== undefined && level >= parameters.minLevel)
  const hard = hardSources.length === 0 ? 0 : Math.round(count * parameters.hardShare)
  const firstRound = Math.ceil((count - hard) / 2)
  return { firstRound, secondRound: count - hard - firstRound, hard, hardSources }
}

export interface TaskOptions extends Pick<AugmentTask, 'stage' | 'round'> {
  readonly count: number
  readonly mix: AugmentationMix
  /** Seed of the order of the sources. */
  readonly seed: number
}

/**
 * Tasks over sources in a seeded order, each source as often as any other; after every prefix each method has its share of the mix, to
 * within one task. A pure function.
 */
export function planTasks(sources: readonly SourceProblem[], options: TaskOptions): readonly AugmentTask[] {
  const { stage, round, count, mix, seed } = options
  if (sources.length === 0) return []
  const order = randomAt(randomKey('skywork-order', seed, stage), round).shuffle(sources)
  const total = augmentations.reduce((sum, method) => sum + mix[method], 0)
  const made = new Map<Augmentation, number>()
  return Array.from({ length: count }, (_, place) => {
    const method = mostBehind(mix, made, (place + 1) / total)
    made.set(method, (made.get(method) ?? 0) + 1)
    const pass = Math.floor(place / order.length)
    return { stage, round, place, source: order[(place + pass) % order.length] as SourceProblem, method }
  })
}

function mostBehind(
  mix: AugmentationMix,
  made: ReadonlyMap<Augmentation, number>,
  scale: number,
): Augmentation {
  let chosen: Augmentation = 'evolve'
  let most = -Infinity
  for (const method of augmentations) {
    const behind = mix[method] * scale - (made.get(method) ?? 0)
    if (mix[method] > 0 && behind > most) {
      most = behind
      chosen = method
    }
  }
  return chosen
}
