import type { SourceProblem } from '../model-engine/source-problems.ts'
import type { SkyworkParameters } from '../presets.ts'

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
