import { expect, test } from 'vitest'
import { randomAt, randomKey } from '../../../core/random.ts'
import { sameAnswer } from './answer.ts'
import { composeProblem } from './compose.ts'
import type { CompositionNode } from './composition.ts'
import { supportedPoints } from './cover-points.ts'
import { evaluate } from './evaluate.ts'
import { everyGivenMoves, otherResults, statedGivens } from './other-results.ts'

const points = [...supportedPoints()].sort()
const key = randomKey('other results test')

function rootAt(index: number): CompositionNode | undefined {
  const random = randomAt(key, index)
  const composed = composeProblem(random.shuffle(points).slice(0, random.integer(2, 3)), random)
  return 'reason' in composed ? undefined : composed.composition.root
}

const roots = Array.from({ length: 60 }, (_, index) => rootAt(index)).filter((root) => root !== undefined)

test('other results are those of the whole tree worked out anew, and none near the given one is left out', () => {
  expect(roots.length).toBeGreaterThan(20)
  for (const root of roots) {
    const own = evaluate(root)
    for (const stated of statedGivens(root)) {
      const { node, name, given } = stated
      const found = new Map([...otherResults(root, stated)].map(({ value, answer }) => [value, answer]))
      const from = node.values[name] as number
      for (let distance = -10; distance <= 10; distance++) {
        const value = from + distance * (given.step ?? 1)
        if (distance === 0 || value < given.minimum || value > given.maximum) continue
        const answer = evaluate(root, { node, given: name, value })
        const differs = answer !== undefined && own !== undefined && !sameAnswer(answer, own)
        expect(found.get(value)).toEqual(differs ? answer : undefined)
      }
    }
  }
})

test('asked for again, they are the same', () => {
  for (const root of roots)
    for (const stated of statedGivens(root))
      expect([...otherResults(root, stated)]).toEqual([...otherResults(root, stated)])
})

test('every given of a woven problem moves its result', () => {
  expect(roots.every((root) => everyGivenMoves(root))).toBe(true)
})
