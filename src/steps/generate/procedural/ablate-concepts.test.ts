import { expect, it } from 'vitest'
import { randomAt, randomKey } from '../../../core/random.ts'
import { ablateConcepts } from './ablate-concepts.ts'
import { composeProblem } from './compose.ts'
import type { Composition } from './composition.ts'
import { supportedPoints } from './cover-points.ts'

const points = [...supportedPoints()].sort()

it('no part of a woven problem can be left out: the answer is undetermined or another', () => {
  let parts = 0
  let idle = 0
  for (let index = 0; index < 150; index++) {
    const random = randomAt(randomKey('ablation test'), index)
    const chosen = random.shuffle(points).slice(0, random.integer(1, 3)).sort()
    const woven = composeProblem(chosen, random)
    if ('reason' in woven) continue
    const effects = ablateConcepts(woven.composition) ?? []
    expect(effects.map(({ knowledgePoint }) => knowledgePoint)).toEqual(chosen)
    parts += effects.length
    idle += effects.filter(({ effect }) => effect === 'idle').length
  }
  expect(parts).toBeGreaterThan(150)
  expect(idle / parts).toBeLessThan(0.01)
})

it('a composition of an unknown family is refused', () => {
  const root = { node: 'family', family: 'no-such-family', wording: 0, values: {}, inputs: [] } as const
  const composition: Composition = { storySeed: 1, root }
  expect(() => ablateConcepts(composition)).toThrow('no-such-family')
})
