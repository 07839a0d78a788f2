import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { divisorsOf, factorise, showFactorisation } from './whole-numbers.ts'

/** Sum of the divisors below a bound. */
const smallDivisors: Family = defineFamily({
  id: 'sum-of-factors-below',
  knowledgePoints: ['listing-factors', 'sum-of-divisors'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    whole: { minimum: 12, maximum: 150, link: { kind: 'number' } },
    bound: { minimum: 2, maximum: 30, link: { kind: 'number' } },
  },
  possible: ({ whole, bound }) => whole >= 2 && bound < whole && bound >= 1,
  nice: ({ whole, bound }) =>
    divisorsOf(whole).filter((divisor) => divisor < bound).length >= 2 && divisorsOf(whole).length >= 5,
  solve: ({ whole, bound }) =>
    integerAnswer(divisorsOf(whole).reduce((sum, divisor) => (divisor < bound ? sum + divisor : sum), 0)),
  check: {
    method: 'brute force',
    // Walk up the multiples of each number below the bound and see which walks meet the whole number.
    accepts: ({ whole, bound }, answer) => {
      let sum = 0
      for (let step = 1; step < bound; step++) {
        let reached = step
        while (reached < whole) reached += step
        if (reached === whole) sum += step
      }
      return integerValue(answer) === sum
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the sum of all positive factors of $${math.whole}$ that are less than $${math.bound}$?`,
      quantity: `the sum of all positive factors of $${math.whole}$ that are less than $${math.bound}$`,
      steps: () => smallSteps(value.whole, value.bound),
    }),
    ({ value, text, story }) => ({
      setup: `${story.hero.name} lists the divisors of ${text.whole} on cards, one divisor on each card, and keeps only the cards with numbers below ${text.bound}.`,
      ask: `What is the sum of the numbers on the cards that ${story.hero.name} keeps?`,
      quantity: `the sum of the numbers on the cards that ${story.hero.name} keeps`,
      steps: () => smallSteps(value.whole, value.bound),
    }),
    ({ value, text, story }) => {
      const event = story.pick(['quiz', 'class contest', 'maths game'])
      return {
        setup: `A ${event} asks for the factors of ${text.whole} that are less than ${text.bound}. For each of them that is named, a team gets as many points as the value of the factor.`,
        ask: `How many points does a team get for naming all of them?`,
        quantity: `the number of points for a complete answer in the ${event}`,
        steps: () => smallSteps(value.whole, value.bound),
      }
    },
  ],
})

function smallSteps(whole: number, bound: number): readonly string[] {
  const divisors = divisorsOf(whole)
  const kept = divisors.filter((divisor) => divisor < bound)
  const pairs = divisors
    .filter((divisor) => divisor * divisor <= whole)
    .map((divisor) => `${divisor} × ${whole / divisor}`)
  return [
    `List the factor pairs of ${whole}: ${pairs.join(', ')}.`,
    `The factors less than ${bound} are ${kept.join(', ')}.`,
    `Their sum is ${kept.join(' + ')} = ${computed(
      kept.join('+'),
      kept.reduce((sum, divisor) => sum + divisor, 0),
    )}.`,
  ]
}

/** The least multiplier that makes a perfect cube. */
const cubeMultiplier: Family = defineFamily({
  id: 'multiplier-to-a-cube',
  knowledgePoints: ['prime-factorization', 'perfect-squares-and-cubes-by-factorization'],
  level: 3,
  result: { kind: 'number' },
  givens: { whole: { minimum: 4, maximum: 600, link: { kind: 'number' } } },
  possible: ({ whole }) => whole >= 2,
  nice: ({ whole }) =>
    cubeComplement(whole) > 1 && cubeComplement(whole) <= 240 && factorise(whole).length >= 2,
  solve: ({ whole }) => integerAnswer(cubeComplement(whole)),
  check: {
    method: 'brute force',
    accepts: ({ whole }, answer) => {
      for (let edge = 1; ; edge++)
        if (edge ** 3 % whole === 0) return integerValue(answer) === edge ** 3 / whole
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the smallest positive integer by which $${math.whole}$ must be multiplied to give a perfect cube?`,
      quantity: `the smallest positive integer by which $${math.whole}$ must be multiplied to give a perfect cube`,
      steps: () => cubeSteps(value.whole),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['wooden cubes', 'sugar cubes', 'metal cubes'])
      return {
        setup: `A bag holds ${text.whole} equal small ${things}. ${story.hero.name} wants to buy full bags so that all the ${things} together can be stacked into one large solid cube.`,
        ask: `What is the least number of bags that ${story.hero.name} must buy?`,
        quantity: `the least number of bags of ${things} that ${story.hero.name} must buy`,
        steps: () => cubeSteps(value.whole),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The positive integer $${x}$ is as small as possible with the property that all exponents in the prime factorization of $${math.whole} \\cdot ${x}$ are multiples of three.`,
        ask: `What is $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => cubeSteps(value.whole),
      }
    },
  ],
})

function cubeComplement(whole: number): number {
  return factorise(whole).reduce(
    (product, { prime, exponent }) => product * prime ** ((3 - (exponent % 3)) % 3),
    1,
  )
}

function cubeSteps(whole: number): readonly string[] {
  const missing = factorise(whole)
    .map(({ prime, exponent }) => ({ prime, exponent: (3 - (exponent % 3)) % 3 }))
    .filter(({ exponent }) => exponent > 0)
  const expression = missing.map(({ prime, exponent }) => `${prime}^${exponent}`).join('*')
  return [
    `In a perfect cube every prime has an exponent that is a multiple of 3.`,
    `Here $${whole} = ${showFactorisation(factorise(whole))}$, so what is missing to make all exponents multiples of 3 is $${showFactorisation(missing)}$ = ${computed(expression, cubeComplement(whole))}.`,
    `The smallest multiplier is ${cubeComplement(whole)}.`,
  ]
}

export const factorizationPairFamilies: readonly Family[] = [smallDivisors, cubeMultiplier]
