import { describe, expect, it } from 'vitest'
import type { Pair } from '../../core/pair.ts'
import {
  measureDistractors,
  measureFilterBias,
  measureLongSolutions,
  measureOrder,
  orderEasyToHard,
} from './model-run-checks.ts'

const pair = (draft: Partial<Pair['draft']>): Pair =>
  ({ draft: { question: 'q', solution: 's', difficulty: 1, realised: [], ...draft } }) as unknown as Pair

describe('reports on pairs', () => {
  it('count long solutions', () => {
    const pairs = [pair({ solution: 'x'.repeat(8_192) }), pair({ solution: 'x'.repeat(8_193) })]
    expect(measureLongSolutions(pairs)).toEqual({ count: 1, of: 2, share: 0.5 })
  })

  it('order from easy to hard', () => {
    const pairs = [3, 1, 2, 1].map((difficulty, place) => pair({ difficulty, question: String(place) }))
    expect(orderEasyToHard(pairs).map(({ draft }) => draft.question)).toEqual(['1', '3', '2', '0'])
    expect(measureOrder(pairs)).toEqual({ count: 2, of: 3, share: 2 / 3 })
    expect(measureOrder(orderEasyToHard(pairs)).count).toBe(0)
  })

  it('show what a filter selects', () => {
    const easy = pair({ difficulty: 1, realised: ['a', 'b'] })
    const hard = pair({ difficulty: 4, realised: ['c'] })
    expect(measureFilterBias([easy, hard], [easy])).toEqual({
      kept: { count: 1, of: 2, share: 0.5 },
      difficultyBefore: 2.5,
      difficultyAfter: 1,
      levelsBefore: [0.5, 0, 0, 0.5, 0],
      levelsAfter: [1, 0, 0, 0, 0],
      conceptShift: expect.closeTo(1 / 3),
      lostConcepts: ['c'],
    })
    expect(measureFilterBias([easy], [])).toMatchObject({ conceptShift: 1, difficultyAfter: 0 })
    expect(() => measureFilterBias([], [])).toThrow(RangeError)
  })

  it('count questions with numbers the solution leaves out', () => {
    const pairs = [
      pair({ question: 'Room 50: 3 pens and 4 pens?', solution: '3+4=7' }),
      pair({ question: '1,250 and 4?', solution: '1250+4=1254' }),
    ]
    expect(measureDistractors(pairs)).toEqual({ count: 1, of: 2, share: 0.5 })
  })
})
