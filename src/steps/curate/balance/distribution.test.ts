import { expect, it } from 'vitest'
import type { BalanceRow } from './balance-pool.ts'
import { conceptShift, joinDistributions, openDistribution } from './distribution.ts'

const row = (concepts: string[], difficulty: number): BalanceRow => ({
  id: 'a'.repeat(32),
  concepts,
  questionLength: 100,
  difficulty,
  finalAnswer: '12',
  skeletonId: 'b'.repeat(32),
  steps: 4,
})

it('counts what rows are like, and joins two counts without changing either', () => {
  const [kept, removed] = [openDistribution(), openDistribution()]
  kept.add(row(['x'], 1.4))
  kept.add(row(['x', 'y'], 2))
  removed.add(row(['z'], 5))
  const before = joinDistributions(kept, removed)
  expect(before.result()).toMatchObject({
    rows: 3,
    meanDifficulty: 2.8,
    difficulties: { '1': 1, '2': 1, '5': 1 },
    questionLengths: { '80-159': 3 },
    answerTypes: { integer: 3 },
    solutionSteps: { '3-4': 3 },
    concepts: 3,
  })
  expect(kept.result().rows).toBe(2)
  // x, y, z have 2/4, 1/4, 1/4 before and 2/3, 1/3, 0 after.
  expect(conceptShift(before, kept)).toBeCloseTo(0.25, 4)
  expect(conceptShift(kept, kept)).toBe(0)
  expect(conceptShift(kept, openDistribution())).toBe(1)
  expect(openDistribution().result()).toMatchObject({ rows: 0, meanDifficulty: 0, concepts: 0 })
})
