import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operationGraphOf } from './operation-depth.ts'
import { questionDifficulty, questionWeights } from './question-difficulty.ts'
import { featuresOf, questionFeatures } from './question-features.ts'

describe('questionDifficulty', () => {
  it('has a weight for every feature', () => {
    expect(Object.keys(questionWeights)).toEqual(questionFeatures)
  })

  it('orders plain and hard questions of one kind', () => {
    const plain = 'What is $3 + 4$?'
    const hard =
      'Let $a$, $b$ and $c$ be distinct real numbers such that $a^3 + b^3 + c^3 = 3abc + 8$ and $a \\le b \\le c$. Find the smallest possible value of the sum of all the roots of $f(x) = \\sqrt{x^4 - a}$.'
    expect(questionDifficulty(hard)).toBeGreaterThan(questionDifficulty(plain) + 1)
  })

  it('does not count the drawing commands of a figure as text', () => {
    const length = questionFeatures.indexOf('length')
    const bare = 'Find the area of the triangle.'
    const drawn = `${bare} [asy]\n${'draw((0,0)--(1,1));'.repeat(40)}\n[/asy]`
    expect(featuresOf(drawn)[length]).toBeCloseTo(featuresOf(bare)[length] as number, 1)
  })

  it('is a number from 1 to 5 for any text, and bounded in time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const score = questionDifficulty(text)
        return score >= 1 && score <= 5
      }),
    )
    for (const text of ['$'.repeat(1e6), '\\['.repeat(1e6), '[asy]'.repeat(1e5), '9'.repeat(1e6)])
      expect(questionDifficulty(text)).toBeGreaterThanOrEqual(1)
  })
})

describe('operationGraphOf', () => {
  it('follows results into the annotations that use them', () => {
    expect(operationGraphOf('<<2+3=5>>5, <<5*4=20>>20, <<7-1=6>>6')).toEqual({ operations: 3, depth: 2 })
    expect(operationGraphOf('<<2*3+4=10>>10 and <<-1*10=-10>>-10')).toEqual({ operations: 3, depth: 3 })
    expect(operationGraphOf('no annotation')).toEqual({ operations: 0, depth: 0 })
  })
})
