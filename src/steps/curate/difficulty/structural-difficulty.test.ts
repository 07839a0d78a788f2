import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { walkModes } from '../../../core/concept-path.ts'
import { structuralDifficulty, type DifficultyFeatures } from './structural-difficulty.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const features: fc.Arbitrary<DifficultyFeatures> = fc.record(
  {
    level: fc.double({ min: 1, max: 5, noNaN: true }),
    concepts: fc.nat(9),
    pathLength: fc.integer({ min: 1, max: 15 }),
    mode: fc.constantFrom(...walkModes),
    steps: fc.nat(40),
    agreement: share,
  },
  { requiredKeys: ['level', 'concepts', 'pathLength', 'mode', 'steps'] },
)

describe('structuralDifficulty', () => {
  it('lies between 1 and 5', () => {
    fc.assert(
      fc.property(features, (one) => structuralDifficulty(one) >= 1 && structuralDifficulty(one) <= 5),
    )
  })

  it.each(['level', 'concepts', 'pathLength', 'steps'] as const)('never falls when %s grows', (name) => {
    fc.assert(
      fc.property(features, fc.nat(10), (one, more) => {
        const grown = { ...one, [name]: Math.min(name === 'level' ? 5 : 50, one[name] + more) }
        return structuralDifficulty(grown) >= structuralDifficulty(one)
      }),
    )
  })

  it('never falls when the agreement falls', () => {
    fc.assert(
      fc.property(features, share, share, (one, a, b) => {
        const at = (agreement: number): number => structuralDifficulty({ ...one, agreement })
        return at(Math.min(a, b)) >= at(Math.max(a, b))
      }),
    )
  })

  it('grows with the distance of the walk mode', () => {
    fc.assert(
      fc.property(features, (one) => {
        const at = (['hop-1', 'hop-2', 'hop-3'] as const).map((mode) =>
          structuralDifficulty({ ...one, mode }),
        )
        return (at[0] as number) < (at[1] as number) && (at[1] as number) < (at[2] as number)
      }),
    )
  })

  it('uses the whole scale and tells apart what differs in one feature', () => {
    const easiest = { level: 1, concepts: 1, pathLength: 1, mode: 'hop-1', steps: 0 } as const
    expect(structuralDifficulty(easiest)).toBe(1)
    const hardest = { level: 5, concepts: 9, pathLength: 20, mode: 'hop-3', steps: 60, agreement: 0 } as const
    expect(structuralDifficulty(hardest)).toBeGreaterThan(4.8)
    for (const change of [{ level: 2 }, { concepts: 2 }, { pathLength: 2 }, { steps: 1 }])
      expect(structuralDifficulty({ ...easiest, ...change })).toBeGreaterThan(1)
  })
})
