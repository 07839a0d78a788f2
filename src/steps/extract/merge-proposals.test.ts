import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ConceptKind } from '../../core/concept.ts'
import { canonicalKey } from '../../foundations/taxonomy/canonical-name.ts'
import { compareNames, proposeMerges } from './merge-proposals.ts'
import { createCorrector } from './misspelling.ts'
import { certainScore, doubtfulScore } from './score-merge.ts'

function score(a: string, b: string): number {
  return compareNames('knowledge-point', a, b)?.score ?? 0
}

function named(
  names: readonly string[],
  kind: ConceptKind = 'knowledge-point',
): Parameters<typeof proposeMerges>[0] {
  return names.map((name, at) => ({ kind, key: canonicalKey(name), name, count: names.length - at }))
}

describe('compareNames', () => {
  it.each([
    ['Volume of a pyramid', 'Pyramid volume'],
    ['Estimating products', 'Estimation of products'],
    ['Rationalising denominators', 'Rationalization of denominators'],
    ['HCF', 'Greatest common factor'],
    ['Simultaneous equations', 'Systems of equations'],
    ['Sine rule', 'Law of sines'],
    ['Means, medians and modes', 'Mode, median and mean'],
    ['Solution of differential equations', 'Solving differential equations'],
    ['Conversion from litres to millilitres', 'Converting litres to millilitres'],
    ['Area of a trapezium', 'Trapezoid area'],
    ['Probablity of compound events', 'Probability of compound events'],
  ])('is certain: %s = %s', (a, b) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(certainScore)
    expect(score(b, a)).toBe(score(a, b))
  })

  it.each([
    ['Solving cubic equations', 'Cubic equations'],
    ['Basic trigonometry', 'Trigonometry'],
    ['Quotient rule for differentiation', 'Quotient rule'],
    ['Properties of logarithms', 'Laws of logarithms'],
    ['Cubes and cube roots', 'Cube roots'],
  ])('asks: %s = %s', (a, b) => {
    expect(score(a, b)).toBeGreaterThanOrEqual(doubtfulScore)
    expect(score(a, b)).toBeLessThan(certainScore)
  })

  it.each([
    ['Sum of squares', 'Square of a sum'],
    ['Product of sums', 'Sum of products'],
    ['Converting miles to kilometres', 'Converting kilometres to miles'],
    ['Miles to kilometres conversion', 'Conversion from kilometres into miles'],
    ['Drawing with replacement', 'Drawing without replacement'],
    ['Volume of a cube', 'Volume of a cone'],
    ['Divisibility by 4', 'Divisibility by 8'],
    ['Area between curves', 'Area under curves'],
    ['Sector area', 'Vector area'],
    ['Upper bound', 'Lower bound'],
    ['Sum of solutions', 'Sum of numbers'],
    ['Planes', 'Planning'],
    ['Quadratic equations', 'Quadratic formula'],
    ['Equations', 'Formulating equations'],
    ['Rate problems', 'Related rate problems'],
    ['Integrals', 'Work integrals'],
    ['Rational root theorem', 'Root theorem'],
    ['Multiples of a number', 'Multiplying numbers'],
  ])('keeps apart: %s ≠ %s', (a, b) => {
    expect(score(a, b)).toBe(0)
  })

  it('keeps at least 95 in 100 of its merges right on pairs written before it', () => {
    const file = new URL('../../../bench/canonicalise/pairs.jsonl', import.meta.url)
    const pairs = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly a: string; readonly b: string; readonly same: boolean })
    expect(pairs).toHaveLength(200)
    for (const threshold of [certainScore, doubtfulScore]) {
      const merged = pairs.filter(({ a, b }) => score(a, b) >= threshold)
      const right = merged.filter(({ same }) => same).length
      expect(right / merged.length).toBeGreaterThanOrEqual(0.95)
      expect(right).toBeGreaterThanOrEqual(80)
    }
  })
})

describe('proposeMerges', () => {
  it('finds what comparing every two names finds', () => {
    const names = [
      'Area of a circle', 'Circle area', 'Finding the area of a circle', 'Perimeter of a circle', 'Chain rule',
      'Chain rule for derivatives', 'Sum of squares', 'Square of a sum', 'Squares summed', 'Basic algebra', 'Algebra',
    ] // prettier-ignore
    const proposals = proposeMerges(named(names))
    const touched = new Set(proposals.flatMap(({ keep, merge }) => [keep, merge]))
    for (const [at, a] of names.entries())
      for (const b of names.slice(at + 1)) if (score(a, b) > 0) expect(touched).toContain(b)
    for (const { keep, merge, score: given } of proposals) expect(given).toBe(score(keep, merge))
  })

  it('keeps the more frequent name and merges each into one other', () => {
    const proposals = proposeMerges(named(['Circle area', 'Area of circles', 'Area of the circle']))
    expect(proposals).toMatchObject([
      { keep: 'Circle area', merge: 'Area of circles' },
      { keep: 'Circle area', merge: 'Area of the circle' },
    ])
  })

  it('never pairs a topic with a knowledge point', () => {
    expect(
      proposeMerges([...named(['Circle area'], 'topic'), ...named(['Area of circles'], 'knowledge-point')]),
    ).toEqual([])
  })

  it('leaves a short name alone that several longer ones begin with', () => {
    expect(proposeMerges(named(['Product rule', 'Product rule for derivatives']))).toHaveLength(1)
    expect(
      proposeMerges(named(['Product rule', 'Product rule for derivatives', 'Product rule for exponents'])),
    ).toEqual([])
  })
})

describe('createCorrector', () => {
  const correct = createCorrector(
    new Set(['probability', 'polynomial', 'tangent', 'vector', 'quartile', 'quantile']),
  )
  it.each([
    ['probablity', 'probability'],
    ['polynomail', 'polynomial'],
    ['polynomia', 'polynomia'],
    ['polynmoial', 'polynomial'],
    ['polynommial', 'polynomial'],
    ['sector', 'sector'],
    ['vectro', 'vectro'],
    ['quartle', 'quartile'],
    ['quattile', 'quattile'],
    ['seventy', 'seventy'],
  ])('%s → %s', (word, right) => {
    expect(correct(word)).toBe(right)
  })
})
