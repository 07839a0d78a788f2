import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustByHolm } from '../../foundations/statistics/holm.ts'
import type { BenchSet } from './bench-item.ts'
import { compareModels } from './compare-models.ts'
import { scoreGroups, stepLawOf } from './group-scores.ts'
import { capItems, gatherItems, scoreSubsets, type ItemScore } from './item-scores.ts'
import { isMajorityRight } from './majority-answer.ts'
import { measureSamples } from './sample-metrics.ts'
import type { ScoredCompletion } from './scored-completion.ts'

/** An item whose gold answer is 7. */
function item(itemId: string, answers: readonly (string | undefined)[], set: BenchSet = 'gsm8k'): ItemScore {
  return { itemId, set, predictions: answers, right: answers.map((answer) => answer === '7') }
}

function completion(itemId: string, sample: number, prediction: string): ScoredCompletion {
  return {
    itemId,
    set: 'math',
    subject: 'algebra',
    level: '3',
    sample,
    completion: `The answer is ${prediction}`,
    prediction,
    outcome: prediction === '7' ? 'equal' : 'different',
    method: 'exact',
    correct: prediction === '7',
    lenientCorrect: prediction.includes('7'),
  }
}

describe('gatherItems', () => {
  it('joins samples by item in order of their number, under either rule', async () => {
    const rows = [completion('b', 1, '7'), completion('a', 0, '7'), completion('b', 0, '17')]
    const ours = await gatherItems(rows)
    expect(ours.map(({ itemId, right }) => [itemId, right])).toEqual([
      ['b', [false, true]],
      ['a', [true]],
    ])
    expect(scoreSubsets(ours)).toEqual([{ set: 'math', subject: 'algebra', items: 2, accuracy: 0.75 }])
    const lenient = await gatherItems(rows, 'lenient')
    expect(scoreSubsets(lenient)[0]?.accuracy).toBe(1)
  })
  it('caps the first items of each set', () => {
    const items = [item('a', ['7']), item('b', ['7'], 'ape210k'), item('c', ['1']), item('d', ['7'])]
    expect(capItems(items, 2).map(({ itemId }) => itemId)).toEqual(['a', 'b', 'c'])
    expect(capItems(items)).toHaveLength(4)
  })
})

describe('majority', () => {
  it('joins wrong answers that mean the same', () => {
    expect(isMajorityRight(item('a', ['7', '0.5', '7', '1/2', '\\frac12']), 5)).toBe(false)
    expect(isMajorityRight(item('a', ['7', '0.5', '7', '3', '4']), 5)).toBe(true)
  })
  it('looks at the first k alone, and ties go to what came first', () => {
    const answers = item('a', ['3', '7', '7', '3'])
    expect(isMajorityRight(answers, 1)).toBe(false)
    expect(isMajorityRight(answers, 3)).toBe(true)
    expect(isMajorityRight(answers, 4)).toBe(false)
  })
  it('counts unread answers against majority@k and leaves them out of best-of-n', () => {
    const answers = item('a', [undefined, undefined, '7'])
    expect(isMajorityRight(answers, 3, 'counted')).toBe(false)
    expect(isMajorityRight(answers, 3, 'left-out')).toBe(true)
  })
  it('is what counting all groups by hand gives', () => {
    const answers = fc.array(fc.constantFrom('7', '3', '4', undefined), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(answers, (list) => {
        const counts = new Map<string | undefined, number>()
        for (const answer of list) counts.set(answer, (counts.get(answer) ?? 0) + 1)
        const most = Math.max(...counts.values())
        const winner = [...counts].find(([, votes]) => votes === most)?.[0]
        expect(isMajorityRight(item('a', list), list.length)).toBe(winner === '7')
      }),
    )
  })
})

describe('measureSamples', () => {
  it('is worked by hand', () => {
    const metrics = measureSamples([item('a', ['7', '7', '1', '2']), item('b', ['1', '2', '3', '7'])], {
      resamples: 20,
    })
    expect(metrics).toMatchObject({ items: 2, samples: 4 })
    expect(metrics.passRatio.estimate).toBe(3 / 8)
    expect([metrics.firstAnswer.estimate, metrics.anyAnswer.estimate, metrics.gap.estimate]).toEqual([
      0.5, 1, 0.5,
    ])
    expect(metrics.atK.map(({ k }) => k)).toEqual([1, 2, 4])
    // 1 - C(2,2)/C(4,2) = 5/6 and 1 - C(3,2)/C(4,2) = 1/2.
    expect(metrics.atK[1]?.pass.estimate).toBeCloseTo((5 / 6 + 1 / 2) / 2, 12)
    expect(metrics.atK[2]?.majority.estimate).toBe(0.5)
  })
  it('has PassRatio at k = 1 and Pass@N at k = N, growing between', () => {
    const items = fc.integer({ min: 1, max: 9 }).chain((samples) =>
      fc.array(fc.array(fc.constantFrom('7', '3'), { minLength: samples, maxLength: samples }), {
        minLength: 1,
        maxLength: 8,
      }),
    )
    fc.assert(
      fc.property(items, (lists) => {
        const metrics = measureSamples(
          lists.map((list, place) => item(String(place), list)),
          { resamples: 2 },
        )
        expect(metrics.atK[0]?.pass.estimate).toBeCloseTo(metrics.passRatio.estimate, 12)
        expect(metrics.atK.at(-1)?.pass.estimate).toBeCloseTo(metrics.anyAnswer.estimate, 12)
        const passes = metrics.atK.map(({ pass }) => pass.estimate)
        expect(passes).toEqual(passes.toSorted((left, right) => left - right))
      }),
    )
  })
  it('refuses nothing', () => {
    expect(() => measureSamples([])).toThrow(RangeError)
  })
})

describe('groups', () => {
  it('orders levels by value, and an item may stand in several groups', () => {
    const items = [item('a', ['7']), item('b', ['1']), item('c', ['7'])]
    const groups = scoreGroups(items, ({ itemId }) => (itemId === 'a' ? ['10', '2'] : ['2']), {
      resamples: 20,
    })
    expect(groups.map(({ group, items: count, accuracy }) => [group, count, accuracy.estimate])).toEqual([
      ['2', 3, 2 / 3],
      ['10', 1, 1],
    ])
  })
  it('leaves items without known steps out of the step law', () => {
    const items = [item('a', ['7', '1']), item('b', ['7', '7'])]
    expect(stepLawOf(items, () => undefined)).toBeUndefined()
    const law = stepLawOf(items, ({ itemId }) => (itemId === 'a' ? 2 : undefined), { resamples: 5 })
    expect(law?.perStep.estimate).toBeCloseTo(Math.SQRT1_2, 6)
  })
})

describe('compareModels', () => {
  const first = [
    item('a', ['7']),
    item('b', ['7']),
    item('c', ['1']),
    item('d', ['7'], 'math'),
    item('x', ['7']),
  ]
  const second = [
    item('a', ['7']),
    item('b', ['1']),
    item('c', ['7']),
    item('d', ['1'], 'math'),
    item('y', ['7']),
  ]
  it('matches by item, and counts who alone is right', () => {
    const { matched, onlyFirst, onlySecond, sets, micro, macro } = compareModels(first, second, {
      resamples: 50,
    })
    expect([matched, onlyFirst, onlySecond]).toEqual([4, 1, 1])
    expect(
      sets.map(({ set, items, difference, mcnemar }) => [
        set,
        items,
        difference.estimate,
        mcnemar.onlyFirst,
        mcnemar.onlySecond,
      ]),
    ).toEqual([
      ['gsm8k', 3, 0, 1, 1],
      ['math', 1, -1, 1, 0],
    ])
    expect(micro?.difference.estimate).toBe(-0.25)
    expect(micro?.mcnemar).toMatchObject({ onlyFirst: 2, onlySecond: 1, exactP: 1 })
    expect(macro).toMatchObject({ first: (2 / 3 + 1) / 2, second: 1 / 3, sets: 2 })
    expect(macro?.difference.estimate).toBeCloseTo(-0.5, 12)
  })
  it('turns around with its arguments, and a model does not differ from itself', () => {
    const there = compareModels(first, second, { resamples: 50 })
    const back = compareModels(second, first, { resamples: 50 })
    expect(back.micro?.difference.estimate).toBe(-(there.micro?.difference.estimate as number))
    expect(back.micro?.mcnemar.exactP).toBe(there.micro?.mcnemar.exactP)
    const self = compareModels(first, first, { resamples: 50 })
    expect(self.micro?.difference).toEqual({ estimate: 0, low: 0, high: 0 })
    expect(self.macro?.difference).toEqual({ estimate: 0, low: 0, high: 0 })
  })
  it('adjusts p-values over the sets as Holm does', () => {
    expect(adjustByHolm([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02])
    expect(adjustByHolm([0.9, 0.8])).toEqual([1, 1])
  })
})
