import { expect, it } from 'vitest'
import { randomAt, randomKey } from '../src/core/random.ts'
import { operationGraphOf } from '../src/steps/curate/difficulty/operation-depth.ts'
import { drawValues } from '../src/steps/generate/procedural/draw-values.ts'
import { families } from '../src/steps/generate/procedural/families.ts'
import type { Family } from '../src/steps/generate/procedural/family.ts'
import { tellProblem } from '../src/steps/generate/procedural/tell.ts'

function depthOf(family: Family): number {
  const draws = [0, 1, 2, 3].flatMap((index) => {
    const values = drawValues(family, randomAt(randomKey('family level test', family.id), index))
    if (values === undefined) return []
    const root = { node: 'family', family: family.id, wording: index, values, inputs: [] } as const
    const told = tellProblem({ storySeed: index, root })
    return told === undefined ? [] : [operationGraphOf(told.solution).depth]
  })
  return draws.reduce((sum, depth) => sum + depth, 0) / Math.max(1, draws.length)
}

it('families of higher levels have deeper operation graphs in the mean', () => {
  const byLevel = Object.groupBy(families, ({ level }) => level)
  const means = Object.values(byLevel).map(
    (all) => all.reduce((sum, family) => sum + depthOf(family), 0) / all.length,
  )
  console.log(`mean operation depth by level: ${means.map((mean) => mean.toFixed(2)).join(', ')}`)
  expect(means.length).toBeGreaterThanOrEqual(4)
  for (const [place, mean] of means.entries())
    if (place > 0) expect(mean).toBeGreaterThan(means[place - 1] as number)
})
