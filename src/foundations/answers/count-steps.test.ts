import { expect, it } from 'vitest'
import { countSteps } from './count-steps.ts'

it('counts lines and sentences that calculate', () => {
  expect(countSteps('First we look.\nThen 3+4=7. After that 7*2=14.\nThe answer is 14')).toBe(3)
  expect(countSteps('Done.')).toBe(0)
  expect(countSteps('')).toBe(0)
  expect(countSteps('It costs 3.50 dollars. So $\\frac{1}{2}$.')).toBe(2)
  // Neither a decimal point nor `vs. two` ends a sentence.
  expect(countSteps('3.5 vs. two is 4.')).toBe(1)
})
