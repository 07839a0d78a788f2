import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import {
  factorise,
  factorisationExpression,
  greatestCommonDivisor,
  leastCommonMultiple,
  showFactorisation,
  type PrimePower,
} from './whole-numbers.ts'

/** Greatest common divisor of two numbers. */
const commonDivisor: Family = defineFamily({
  id: 'greatest-common-divisor-of-two',
  knowledgePoints: ['greatest-common-divisor'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 12, maximum: 360, link: { kind: 'number' } },
    second: { minimum: 12, maximum: 360, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const shared = random.integer(2, 24)
    const draw = (): number => shared * random.integer(2, Math.floor(360 / shared))
    return { first: fixed.first ?? draw(), second: fixed.second ?? draw() }
  },
  possible: ({ first, second }) => first >= 1 && second >= 1,
  nice: ({ first, second }) => {
    const divisor = greatestCommonDivisor(first, second)
    return divisor >= 2 && divisor < Math.min(first, second)
  },
  solve: ({ first, second }) => integerAnswer(greatestCommonDivisor(first, second)),
  check: {
    method: 'brute force',
    accepts: ({ first, second }, answer) => {
      for (let candidate = Math.min(first, second); candidate >= 1; candidate--)
        if (first % candidate === 0 && second % candidate === 0) return integerValue(answer) === candidate
      return false
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the greatest common divisor of $${math.first}$ and $${math.second}$?`,
      quantity: `the greatest common divisor of $${math.first}$ and $${math.second}$`,
      steps: () => divisorSteps(value.first, value.second),
    }),
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['oranges', 'mangoes'],
        ['pencils', 'erasers'],
        ['samosas', 'dumplings'],
      ] as const)
      return {
        setup: `${story.hero.name} has ${text.first} ${one} and ${text.second} ${other} and wants to make identical packages with no ${one} or ${other} left over.`,
        ask: `What is the greatest number of packages that ${story.hero.name} can make?`,
        quantity: `the greatest number of packages of ${one} and ${other} that ${story.hero.name} can make`,
        steps: () => [
          `The number of packages must divide both ${value.first} and ${value.second}, so its greatest value is their greatest common divisor.`,
          ...divisorSteps(value.first, value.second),
        ],
      }
    },
    ({ value, text, story }) => {
      const material = story.pick(['ribbon', 'copper wire', 'rope', 'bamboo'])
      return {
        setup: `Two lengths of ${material}, ${text.first} cm and ${text.second} cm long, are cut into equal pieces that measure a whole number of centimetres. Nothing is left over, and the pieces are as long as possible.`,
        ask: `How many centimetres long is each piece?`,
        quantity: `the length in centimetres of each piece of ${material}`,
        steps: () => [
          `The length of a piece must divide both ${value.first} and ${value.second}, so the greatest length is their greatest common divisor.`,
          ...divisorSteps(value.first, value.second),
        ],
      }
    },
    ({ value, text, story }) => {
      const surface = story.pick(['tabletop', 'kitchen wall', 'terrace', 'mosaic'])
      return {
        setup: `A rectangular ${surface} that measures ${text.first} cm by ${text.second} cm is covered completely with equal square tiles, and no tile is cut. The side of a tile is a whole number of centimetres.`,
        ask: `What is the greatest possible side length of the tiles in centimetres?`,
        quantity: `the greatest possible side length in centimetres of the square tiles on the ${surface}`,
        steps: () => [
          `The side of a tile must divide both ${value.first} and ${value.second}, so its greatest length is their greatest common divisor.`,
          ...divisorSteps(value.first, value.second),
        ],
      }
    },
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: '',
        ask: `Find the largest integer $${letter}$ for which both $\\frac{${math.first}}{${letter}}$ and $\\frac{${math.second}}{${letter}}$ are integers.`,
        quantity: `the largest integer $${letter}$ for which both $\\frac{${math.first}}{${letter}}$ and $\\frac{${math.second}}{${letter}}$ are integers`,
        steps: () => [
          `Both fractions are integers exactly when $${letter}$ divides both numbers, so we need their greatest common divisor.`,
          ...divisorSteps(value.first, value.second),
        ],
      }
    },
  ],
})

function divisorSteps(first: number, second: number): readonly string[] {
  const common = factorise(greatestCommonDivisor(first, second))
  return [
    factorisations(first, second),
    `Take each common prime with the smaller exponent: the greatest common divisor is ${product(common, Math.min(first, second))}.`,
  ]
}

function factorisations(first: number, second: number): string {
  return `Factor into primes: $${first} = ${showFactorisation(factorise(first))}$ and $${second} = ${showFactorisation(factorise(second))}$.`
}

function product(factors: readonly PrimePower[], fallback: number): string {
  const value = factors.reduce((total, { prime, exponent }) => total * prime ** exponent, 1)
  if (factors.length === 0) return `${Math.min(1, fallback)}`
  return factors.length === 1 && factors[0]?.exponent === 1
    ? `${value}`
    : `$${showFactorisation(factors)}$ = ${computed(factorisationExpression(factors), value)}`
}

/** Least common multiple of two numbers. */
const commonMultiple: Family = defineFamily({
  id: 'least-common-multiple-of-two',
  knowledgePoints: ['least-common-multiple'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 4, maximum: 48, link: { kind: 'number' } },
    second: { minimum: 4, maximum: 48, link: { kind: 'number' } },
  },
  possible: ({ first, second }) => first >= 1 && second >= 1,
  nice: ({ first, second }) => {
    const multiple = leastCommonMultiple(first, second)
    return multiple > Math.max(first, second) && multiple < first * second && multiple <= 360
  },
  solve: ({ first, second }) => integerAnswer(leastCommonMultiple(first, second)),
  check: {
    method: 'brute force',
    accepts: ({ first, second }, answer) => {
      for (let multiple = first; ; multiple += first)
        if (multiple % second === 0) return integerValue(answer) === multiple
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the least common multiple of $${math.first}$ and $${math.second}$?`,
      quantity: `the least common multiple of $${math.first}$ and $${math.second}$`,
      steps: () => multipleSteps(value.first, value.second),
    }),
    ({ value, text, story }) => {
      const [place, one, other] = story.pick([
        ['At a harbour', 'the red ferry', 'the blue ferry'],
        ['At a station', 'the airport tram', 'the city tram'],
        ['In a village', 'the church bell', 'the school bell'],
      ] as const)
      const [verb, past] = one.includes('bell') ? ['ring', 'rung'] : ['leave', 'left']
      return {
        setup: `${place}, ${one} ${verb}s every ${text.first} minutes and ${other} ${verb}s every ${text.second} minutes. Both have just ${past} at the same moment.`,
        ask: `After how many minutes will they next ${verb} at the same moment?`,
        quantity: `the number of minutes until ${one} and ${other} next ${verb} at the same moment`,
        steps: () => [
          `The number of minutes must be a multiple of both ${value.first} and ${value.second}, so the first time is given by their least common multiple.`,
          ...multipleSteps(value.first, value.second),
        ],
      }
    },
    ({ value, text, story }) => {
      const one = story.pick(['hot dogs', 'veggie burgers', 'paper cups'])
      const other = one === 'paper cups' ? 'lids' : 'buns'
      return {
        setup: `In a shop, ${one} come in packs of ${text.first} and ${other} in packs of ${text.second}. ${story.hero.name} buys whole packs so that there are exactly as many ${one} as ${other}.`,
        ask: `What is the smallest number of ${one} that ${story.hero.name} can buy?`,
        quantity: `the smallest number of ${one} that ${story.hero.name} can buy`,
        steps: () => [
          `The number of ${one} must be a multiple of both ${value.first} and ${value.second}, so the smallest is their least common multiple.`,
          ...multipleSteps(value.first, value.second),
        ],
      }
    },
    ({ value, text, story }) => {
      const [verb, one, other] = story.pick([
        ['waters', 'orchids', 'cactuses'],
        ['checks', 'beehives', 'rain barrels'],
      ] as const)
      const base = verb.slice(0, -1)
      return {
        setup: `${story.hero.name} ${verb} the ${one} every ${text.first} days and the ${other} every ${text.second} days. Today ${story.hero.name} ${verb} both.`,
        ask: `After how many days will ${story.hero.name} next ${base} both the ${one} and the ${other} on the same day?`,
        quantity: `the number of days until ${story.hero.name} next ${verb} both the ${one} and the ${other} on the same day`,
        steps: () => [
          `The number of days must be a multiple of both ${value.first} and ${value.second}, so the next common day is given by their least common multiple.`,
          ...multipleSteps(value.first, value.second),
        ],
      }
    },
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: '',
        ask: `Find the smallest positive integer $${letter}$ that is divisible by both $${math.first}$ and $${math.second}$.`,
        quantity: `the smallest positive integer $${letter}$ that is divisible by both $${math.first}$ and $${math.second}$`,
        steps: () => [
          `The smallest positive integer that two numbers divide is their least common multiple.`,
          ...multipleSteps(value.first, value.second),
        ],
      }
    },
  ],
})

function multipleSteps(first: number, second: number): readonly string[] {
  const all = factorise(leastCommonMultiple(first, second))
  return [
    factorisations(first, second),
    `Take each prime with the larger exponent: the least common multiple is ${product(all, first)}.`,
  ]
}

/** One number from the other, the gcd, and how many times as large the lcm is. */
const partnerNumber: Family = defineFamily({
  id: 'partner-from-gcd-and-lcm',
  knowledgePoints: ['greatest-common-divisor', 'least-common-multiple'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    divisor: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    times: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    known: { minimum: 2, maximum: 180, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const divisor = fixed.divisor ?? random.integer(2, 10)
    const own = fixed.known === undefined ? random.integer(2, 4) : fixed.known / divisor
    return { divisor, known: divisor * own, times: fixed.times ?? own * random.integer(2, 7) }
  },
  possible: ({ divisor, times, known }) => {
    const partner = (divisor * divisor * times) / known
    return (
      known % divisor === 0 && Number.isInteger(partner) && greatestCommonDivisor(known, partner) === divisor
    )
  },
  nice: ({ divisor, times, known }) =>
    known > divisor && (divisor * divisor * times) / known <= 200 && known < divisor * times,
  solve: ({ divisor, times, known }) => integerAnswer((divisor * divisor * times) / known),
  check: {
    method: 'brute force',
    accepts: ({ divisor, times, known }, answer) => {
      const partners: number[] = []
      for (let partner = divisor; partner <= divisor * times; partner += divisor) {
        let shared = 1
        for (let candidate = 1; candidate <= known; candidate++)
          if (known % candidate === 0 && partner % candidate === 0) shared = candidate
        let multiple = partner
        while (multiple % known !== 0) multiple += partner
        if (shared === divisor && multiple === divisor * times) partners.push(partner)
      }
      return partners.length === 1 && integerValue(answer) === partners[0]
    },
  },
  wordings: [
    ({ value, text, story }) => ({
      setup: `${story.hero.name} writes down two positive integers. Their greatest common divisor is ${text.divisor}, and their least common multiple is ${text.times} times as large as this divisor. One of the integers is ${text.known}.`,
      ask: `What is the other integer?`,
      quantity: `the other integer that ${story.hero.name} writes down`,
      steps: () => partnerSteps(value),
    }),
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `For a positive integer $${letter}$, the greatest common divisor of $${letter}$ and $${math.known}$ is $${math.divisor}$. Their least common multiple divided by their greatest common divisor gives $${math.times}$.`,
        ask: `Find $${letter}$.`,
        quantity: `the value of $${letter}$`,
        steps: () => partnerSteps(value),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${story.hero.name} thinks of the number ${text.known}, and ${friend.name} thinks of another number. The largest integer that divides both numbers is ${text.divisor}, and the smallest positive integer that both numbers divide is ${text.times} times as large as that.`,
        ask: `Which number is ${friend.name} thinking of?`,
        quantity: `the number that ${friend.name} is thinking of`,
        steps: () => partnerSteps(value),
      }
    },
  ],
})

function partnerSteps(value: { divisor: number; times: number; known: number }): readonly string[] {
  const { divisor, times, known } = value
  const multiple = divisor * times
  return [
    `The least common multiple is ${divisor} × ${times} = ${computed(`${divisor}*${times}`, multiple)}.`,
    `The product of two positive integers equals the product of their greatest common divisor and their least common multiple, which is ${divisor} × ${multiple} = ${computed(`${divisor}*${multiple}`, divisor * multiple)}.`,
    `So the other number is ${divisor * multiple} ÷ ${known} = ${computed(`${divisor * multiple}/${known}`, (divisor * multiple) / known)}.`,
  ]
}

export const gcdAndLcmFamilies: readonly Family[] = [commonDivisor, commonMultiple, partnerNumber]
