import { describe, expect, it } from 'vitest'
import { finalAnswer, lastBoxed } from './final-answer.ts'

describe('lastBoxed', () => {
  it.each([
    ['\\boxed{5}', '5'],
    ['first \\boxed{1} then \\boxed{ \\frac{1}{2} }', '\\frac{1}{2}'],
    ['\\boxed{\\{1, 2\\}}', '\\{1, 2\\}'],
    ['\\fbox{7}', '7'],
    ['\\boxed 5.', '5'],
    ['\\boxed{3} and an open \\boxed{4', '3'],
    ['\\boxed{}', ''],
  ])('%s gives %s', (text, expected) => expect(lastBoxed(text)).toBe(expected))

  it('gives nothing where there is no box', () => {
    expect(lastBoxed('no box')).toBeUndefined()
    expect(lastBoxed('\\boxed{'.repeat(1000))).toBeUndefined()
  })
})

describe('finalAnswer', () => {
  it.each([
    ['So \\boxed{4}.\n#### 5', { form: 'boxed', text: '4' }],
    ['2+2=<<2+2=4>>4\n#### 4', { form: 'hashes', text: '4' }],
    ['#### 1\n#### 1,000 \nmore', { form: 'hashes', text: '1,000' }],
    ['Hence the answer is 3.5.', { form: 'sentence', text: '3.5' }],
    ['The answer is: $\\frac{1}{2}$. Check it.', { form: 'sentence', text: '\\frac{1}{2}' }],
    ['The answer is 3. No, the answer is 12 apples\nDone.', { form: 'sentence', text: '12 apples' }],
  ])('%s', (text, expected) => expect(finalAnswer(text)).toEqual(expected))

  it('gives nothing where none is stated', () => {
    expect(finalAnswer('We add 2 and 2.')).toBeUndefined()
    expect(finalAnswer('The answer is ')).toBeUndefined()
    expect(finalAnswer('####')).toBeUndefined()
  })
})
