import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { divisorsOf, factorise, showFactorisation } from './whole-numbers.ts'

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
        quantity: `the number of choices that ${story.hero.name} has for the number of rows of ${things}`,
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
    ({ value, text, story }) => {
      const [place, things] = story.pick([
        ['bakery', 'biscuits'],
        ['chocolate factory', 'pralines'],
        ['candle maker', 'candles'],
        ['soap factory', 'bars of soap'],
      ] as const)
      return {
        setup: `A ${place} packs ${text.whole} ${things} into boxes so that every box holds the same number of ${things} and none are left over.`,
        ask: `How many different numbers of ${things} per box are possible?`,
        quantity: `the number of choices that the ${place} has for how many ${things} to put into each box`,
        steps: () => [
          `The number of ${things} in a box must divide ${value.whole}, so count the divisors of ${value.whole}.`,
          ...divisorSteps(value.whole),
        ],
      }
    },
  ],
})

function divisorSteps(whole: number): readonly string[] {
  const factors = factorise(whole)
  const count = factors.reduce((total, { exponent }) => total * (exponent + 1), 1)
  const choices = factors.map(({ exponent }) => `(${exponent}+1)`)
  return [
    `Factor into primes: $${whole} = ${showFactorisation(factors)}$.`,
    `A divisor takes each prime with an exponent from 0 up to the one shown, so there are $${choices.join('')}$ = ${computed(choices.join('*'), count)} divisors.`,
  ]
}

/** Divisors of a power: the base is factored first, then the exponents are multiplied. */
const divisorsOfPower: Family = defineFamily({
  id: 'divisors-of-a-power',
  knowledgePoints: ['prime-factorization', 'number-of-divisors'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    base: { minimum: 6, maximum: 60, link: { kind: 'number' } },
    power: { minimum: 2, maximum: 12, link: { kind: 'number' } },
  },
  possible: ({ base, power }) => base >= 2 && power >= 1,
  nice: ({ base, power }) =>
    factorise(base).length >= 2 &&
    factorise(base).reduce((count, { exponent }) => count * (exponent * power + 1), 1) <= 250,
  solve: ({ base, power }) =>
    integerAnswer(factorise(base).reduce((count, { exponent }) => count * (exponent * power + 1), 1)),
  check: {
    method: 'brute force',
    // Every divisor of the power is built by multiplying up from 1 by the divisors of the base.
    accepts: ({ base, power }, answer) => {
      let reached = new Set([1n])
      for (let round = 0; round < power; round++) {
        const next = new Set<bigint>()
        for (let factor = 1; factor <= base; factor++) {
          if (base % factor === 0) for (const divisor of reached) next.add(divisor * BigInt(factor))
        }
        reached = next
      }
      return integerValue(answer) === reached.size
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many positive divisors does $${math.base}^{${math.power}}$ have?`,
      quantity: `the number of positive divisors of $${math.base}^{${math.power}}$`,
      steps: () => powerSteps(value.base, value.power),
    }),
    ({ value, text, story }) => ({
      setup: `${story.hero.name} multiplies ${text.power} copies of the number ${text.base} together.`,
      ask: `How many positive integers divide the product?`,
      quantity: `the number of positive integers that divide ${story.hero.name}’s product`,
      steps: () => powerSteps(value.base, value.power),
    }),
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `The integer $${letter}$ is $${math.base}$ raised to the power $${math.power}$.`,
        ask: `Use the prime factorization of $${letter}$ to find how many positive divisors it has.`,
        quantity: `the number of positive divisors of $${letter}$`,
        steps: () => powerSteps(value.base, value.power),
      }
    },
  ],
})

function powerSteps(base: number, power: number): readonly string[] {
  const factors = factorise(base)
  const raised = factors.map(({ prime, exponent }) => ({ prime, exponent: exponent * power }))
  const choices = raised.map(({ exponent }) => `(${exponent}+1)`)
  const count = raised.reduce((total, { exponent }) => total * (exponent + 1), 1)
  return [
    `Factor the base into primes: $${base} = ${showFactorisation(factors)}$.`,
    `Raising to the power ${power} multiplies each exponent by ${power}: $${base}^{${power}} = ${showFactorisation(raised)}$.`,
    `Each exponent of a divisor runs from 0 up to the one shown, so there are $${choices.join('')}$ = ${computed(choices.join('*'), count)} divisors.`,
  ]
}

/** Sum of all positive divisors. */
const divisorSum: Family = defineFamily({
  id: 'divisor-sum',
  knowledgePoints: ['sum-of-divisors'],
  level: 3,
  result: { kind: 'number' },
  givens: { whole: { minimum: 6, maximum: 150, link: { kind: 'number' } } },
  possible: ({ whole }) => whole >= 2,
  nice: ({ whole }) => divisorsOf(whole).length >= 4,
  solve: ({ whole }) =>
    integerAnswer(
      factorise(whole).reduce(
        (product, { prime, exponent }) => product * ((prime ** (exponent + 1) - 1) / (prime - 1)),
        1,
      ),
    ),
  check: {
    method: 'brute force',
    accepts: ({ whole }, answer) => {
      let sum = 0
      for (let candidate = 1; candidate <= whole; candidate++) if (whole % candidate === 0) sum += candidate
      return integerValue(answer) === sum
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the sum of all positive divisors of $${math.whole}$?`,
      quantity: `the sum of all positive divisors of $${math.whole}$`,
      steps: () => sumSteps(value.whole),
    }),
    ({ value, text, story }) => ({
      setup: `${story.hero.name} writes down every positive integer that divides ${text.whole} without remainder, the number itself included.`,
      ask: `What do the written integers add up to?`,
      quantity: `the sum of the integers that ${story.hero.name} writes down`,
      steps: () => sumSteps(value.whole),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['lantern', 'flag', 'poster'])
      const place = story.pick([
        'above the door of the town hall',
        'on the wall of the museum',
        'across the stage of the theatre',
      ])
      return {
        setup: `A row of ${thing}s hangs ${place}. There is one ${thing} for each positive divisor of ${text.whole}, and the ${thing} shows that divisor.`,
        ask: `What is the sum of the numbers on the ${thing}s?`,
        quantity: `the sum of the numbers on the ${thing}s`,
        steps: () => sumSteps(value.whole),
      }
    },
  ],
})

function sumSteps(whole: number): readonly string[] {
  const factors = factorise(whole)
  const brackets = factors.map(({ prime, exponent }) =>
    Array.from({ length: exponent + 1 }, (_, power) => `${prime ** power}`).join('+'),
  )
  const sums = factors.map(({ prime, exponent }) => (prime ** (exponent + 1) - 1) / (prime - 1))
  const total = sums.reduce((product, sum) => product * sum, 1)
  return [
    `Factor into primes: $${whole} = ${showFactorisation(factors)}$.`,
    `For each prime, add its powers from 1 up to the one that occurs: ${brackets.map((bracket, at) => `${bracket.replaceAll('+', ' + ')} = ${computed(bracket, sums[at] as number)}`).join('; ')}.`,
    sums.length === 1
      ? `These powers are all the divisors, so the sum of the divisors is ${total}.`
      : `When these sums are multiplied out, every divisor appears exactly once, so the sum of the divisors is ${sums.join(' × ')} = ${computed(sums.join('*'), total)}.`,
  ]
}

export const divisorFamilies: readonly Family[] = [divisorCount, divisorsOfPower, divisorSum]
