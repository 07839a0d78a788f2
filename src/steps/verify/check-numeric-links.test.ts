import { describe, expect, it } from 'vitest'
import { checkNumericLinks } from './check-numeric-links.ts'

describe('checkNumericLinks', () => {
  it.each([
    ['So $3 \\cdot 4 = 12$ and 12 - 5 = 7.', 'passed', '2 hold'],
    ['So 10% of 150 = 7 + 8 = 15. Then 15 + 1 = 16.', 'passed', '2 hold, 1 unsure, score 0.67'],
    ['We count them all.', 'not-applicable', '0 hold'],
    ['Half of 5 pens = 2 pens, 7 x 100 = 7.', 'not-applicable', '0 hold, 1 unsure, score 0.00'],
    ['So $3 \\cdot 4 = 13$.', 'failed', '3 \\cdot 4 = 13, computed 12'],
    ['So 3 + 4 = 7.\n#### 8', 'failed', 'the solution ends on 8, the answer is 7'],
    ['So 3 + 4 = 7. \\boxed{8}', 'failed', 'the solution ends on 8, the answer is 7'],
    ['So 3 + 4 = 7.\n#### 7.00', 'passed', '1 hold'],
    ['So 3 + 4 = 7. The answer is seven.', 'passed', '1 hold'],
  ])('%s: %s', (solution, outcome, evidence) =>
    expect(checkNumericLinks({ solution, finalAnswer: '7' })).toEqual({
      name: 'numeric-links',
      outcome,
      evidence,
    }),
  )
})
