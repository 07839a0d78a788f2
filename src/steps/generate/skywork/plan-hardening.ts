import { randomAt, randomKey, type Random } from '../../../core/random.ts'
import type { SourceProblem } from '../model-engine/source-problems.ts'
import type { PassRateBand, SkyworkParameters } from '../presets.ts'
import { downOperators, upOperators, type EvolveOperator } from './evolve.ts'

/** Votes for a problem's answer among independent solutions of it. */
export interface PassRate {
  readonly votes: number
  readonly of: number
}

/** Where a problem should move: what is always solved teaches little, what is never solved may be wrong or out of reach. */
export function hardeningOf({ votes, of }: PassRate, band: PassRateBand): 'up' | 'keep' | 'down' {
  const rate = of === 0 ? 0 : votes / of
  return rate > band.to ? 'up' : rate < band.from ? 'down' : 'keep'
}

export interface HardeningTask {
  readonly source: SourceProblem
  readonly direction: 'up' | 'down'
  /** One round, for `generateEvolved`; solve the result again before the next. */
  readonly operators: readonly EvolveOperator[]
}

/** One rewriting for each problem outside the band, in the order given: a pure function of the seed and the problem's id. */
export function planHardening(
  measured: readonly { readonly source: SourceProblem; readonly passRate: PassRate }[],
  { hardeningBand, seed }: Pick<SkyworkParameters, 'hardeningBand'> & { readonly seed: number },
): readonly HardeningTask[] {
  return measured.flatMap(({ source, passRate }) => {
    const direction = hardeningOf(passRate, hardeningBand)
    if (direction === 'keep') return []
    const operator = drawOperator(direction, randomAt(randomKey('hardening', seed, source.id), 0))
    return [{ source, direction, operators: [operator] }]
  })
}

/** `renew` keeps the difficulty and is left out. */
function drawOperator(direction: 'up' | 'down', random: Random): EvolveOperator {
  const { renew: _, ...harder } = upOperators
  return random.pick(Object.keys(direction === 'up' ? harder : downOperators) as EvolveOperator[])
}
