import { describe, expect, it } from 'vitest'
import { endSolution, tidyAnswer } from './recipe.ts'

describe('endSolution', () => {
  it.each([
    ['3+4=7', '7', '3+4=7\nThe answer is 7'],
    ['3+4=7\n#### 7', '7', '3+4=7\n#### 7'],
    ['So it is \\boxed{7}.', '7', 'So it is \\boxed{7}.'],
    ['**Solution:** 3+4=7. The answer is 8.', '7', '3+4=7. The answer is 8.'],
    ['3+4=7', '\\boxed{7}', '3+4=7\nThe answer is 7'],
  ])('%j', (solution, finalAnswer, ended) => expect(endSolution({ solution, finalAnswer })).toBe(ended))
})

describe('tidyAnswer', () => {
  it.each([
    ['$\\frac{1}{2}$', '\\frac{1}{2}'],
    ['\\boxed{12}', '12'],
    ['The answer is 12.', '12'],
    ['**Answer:** 12', '12'],
    ['12.', '12'],
    ['3.5', '3.5'],
    ['$5', '$5'],
    ['.', '.'],
  ])('%j → %j', (answer, tidy) => expect(tidyAnswer(answer)).toBe(tidy))
})
