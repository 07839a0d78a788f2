import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'

/** Number of positive divisors from the prime factorisation. */
const divisorCount: Family = defineFamily({
  id: 'divisor-count',
  knowledgePoints: ['number-of-divisors'],
  level: 2,
  result: { kind: 'number' },
  givens: { whole: { minimum: 12, maximum: 720, link: { kind: 'number' } } },
  possible: ({ whole }) => whole >= 2,
  // At least two different primes, so that the rule does some work.
  nice: ({ whole }) => factorise(whole).length >= 2,
  solve: ({ whole }) =>
    integerAnswer(factorise(whole).reduce((count, { exponent }) => count * (exponent + 1), 1)),
  check: {
    method: 'brute force',
    accepts: ({ whole }, answer) => {
      let count = 0
      for (let candidate = 1; candidate <= whole; candidate++) if (whole % candidate === 0) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many positive divisors does $${math.whole}$ have?`,
      quantity: `the number of positive divisors of $${math.whole}$`,
      steps: () => divisorSteps(value.whole),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['tiles', 'chairs', 'photographs', 'seedlings'])
      return {
        setup: `${story.hero.name} wants to lay out ${text.whole} ${things} in equal rows, with no ${things} left over.`,
        ask: `How many different numbers of rows are possible?`,
        quantity: `the number of ways to choose how many equal rows ${story.hero.name} makes`,
        steps: () => [
          `The number of rows must divide ${value.whole}, so count the divisors of ${value.whole}.`,
          ...divisorSteps(value.whole),
        ],
      }
    },
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: '',
        ask: `For how many positive integers $${letter}$ is $\\frac{${math.whole}}{${letter}}$ an integer?`,
        quantity: `the number of positive integers $${letter}$ for which $\\frac{${math.whole}}{${letter}}$ is an integer`,
        steps: () => [
          `The fraction is an integer exactly when $${letter}$ divides ${value.whole}.`,
          ...divisorSteps(value.whole),
        ],
      }
    },
  ],
})

interface PrimePower {
  readonly prime: number
  readonly exponent: number
}

function factorise(whole: number): readonly PrimePower[] {
  const factors: PrimePower[] = []
  let rest = whole
  for (let prime = 2; prime * prime <= rest; prime++) {
    let exponent = 0
    while (rest % prime === 0) {
      rest /= prime
      exponent++
    }
    if (exponent > 0) factors.push({ prime, exponent })
  }
  return rest > 1 ? [...factors, { prime: rest, exponent: 1 }] : factors
}

function divisorSteps(whole: number): readonly string[] {
  const factors = factorise(whole)
  const product = factors.map(({ prime, exponent }) => (exponent === 1 ? `${prime}` : `${prime}^${exponent}`))
  const count = factors.reduce((total, { exponent }) => total * (exponent + 1), 1)
  const choices = factors.map(({ exponent }) => `(${exponent}+1)`)
  return [
    `Factor into primes: $${whole} = ${product.join(' \\cdot ')}$.`,
    `A divisor takes each prime with an exponent from 0 up to the one shown, so there are $${choices.join('')}$ = <<${choices.join('*')}=${count}>>${count} divisors.`,
  ]
}

export const divisorFamilies: readonly Family[] = [divisorCount]
