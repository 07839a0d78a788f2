import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { divisorsOf } from './whole-numbers.ts'

/** The factor closest to a bound from below, from a list of factors. */
const largestFactorBelow: Family = defineFamily({
  id: 'largest-factor-below',
  knowledgePoints: ['listing-factors'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    whole: { minimum: 12, maximum: 240, link: { kind: 'number' } },
    bound: { minimum: 4, maximum: 80, link: { kind: 'number' } },
  },
  possible: ({ whole, bound }) => bound >= 2 && whole > bound,
  nice: ({ whole, bound }) =>
    (divisorsOf(whole)
      .filter((divisor) => divisor < bound)
      .at(-1) ?? 1) >= 3,
  solve: ({ whole, bound }) =>
    integerAnswer(
      divisorsOf(whole)
        .filter((divisor) => divisor < bound)
        .at(-1) ?? 1,
    ),
  check: {
    method: 'brute force',
    accepts: ({ whole, bound }, answer) => {
      for (let candidate = bound - 1; candidate >= 1; candidate--)
        if (whole % candidate === 0) return integerValue(answer) === candidate
      return false
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the largest factor of $${math.whole}$ that is less than $${math.bound}$?`,
      quantity: `the largest factor of $${math.whole}$ that is less than $${math.bound}$`,
      steps: () => listSteps(value.whole, value.bound),
    }),
    ({ value, text, story }) => {
      const people = story.pick(['dancers', 'acrobats', 'choir singers', 'gymnasts'])
      return {
        setup: `For a show, ${text.whole} ${people} must stand in rows of equal length, and each row must have fewer than ${text.bound} ${people}.`,
        ask: `How many ${people} stand in each row if the rows are as long as possible?`,
        quantity: `the greatest possible number of ${people} in each row`,
        steps: () => listSteps(value.whole, value.bound),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} lists the factors of ${text.whole} from smallest to largest, but only those that are less than ${text.bound}.`,
      ask: `Which factor is the last one on the list?`,
      quantity: `the last factor on ${story.hero.name}’s list`,
      steps: () => listSteps(value.whole, value.bound),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['marbles', 'walnuts', 'beads', 'stamps'])
      return {
        setup: `${story.hero.name} packs ${text.whole} ${things} into bags that all hold the same number of ${things}, using all of them. Each bag must hold fewer than ${text.bound} ${things}.`,
        ask: `What is the greatest number of ${things} that a bag can hold?`,
        quantity: `the greatest number of ${things} that one of ${story.hero.name}’s bags can hold`,
        steps: () => listSteps(value.whole, value.bound),
      }
    },
  ],
})

function listSteps(whole: number, bound: number): readonly string[] {
  const divisors = divisorsOf(whole)
  const pairs = divisors
    .filter((divisor) => divisor * divisor <= whole)
    .map((divisor) => `${divisor} × ${whole / divisor}`)
  const best = divisors.filter((divisor) => divisor < bound).at(-1) ?? 1
  return [
    `List the factor pairs of ${whole}: ${pairs.join(', ')}.`,
    `The factors less than ${bound} are ${divisors.filter((divisor) => divisor < bound).join(', ')}.`,
    `The largest of these is ${best}, and indeed ${best} × ${whole / best} = ${computed(`${best}*${whole / best}`, whole)}.`,
  ]
}

/** The factor pair with the smallest sum. */
const closestFactorPair: Family = defineFamily({
  id: 'closest-factor-pair',
  knowledgePoints: ['listing-factors'],
  level: 2,
  result: { kind: 'number' },
  givens: { product: { minimum: 12, maximum: 400, link: { kind: 'number' } } },
  possible: ({ product }) => product >= 2,
  nice: ({ product }) => divisorsOf(product).length >= 4,
  solve: ({ product }) => {
    const divisors = divisorsOf(product)
    const small = divisors[Math.ceil(divisors.length / 2) - 1] as number
    return integerAnswer(small + product / small)
  },
  check: {
    method: 'brute force',
    accepts: ({ product }, answer) => {
      let best = product + 1
      for (let a = 1; a <= product; a++) if (product % a === 0) best = Math.min(best, a + product / a)
      return integerValue(answer) === best
    },
  },
  wordings: [
    ({ value, text, story }) => ({
      setup: `${story.hero.name} looks for two positive integers whose product is ${text.product}.`,
      ask: `What is the smallest possible value of their sum?`,
      quantity: `the smallest possible sum of the two integers that ${story.hero.name} looks for`,
      steps: () => pairSteps(value.product),
    }),
    ({ value, math }) => ({
      setup: '',
      ask: `Among all ways of writing $${math.product}$ as a product of two positive integers, what is the least value of the sum of the two factors?`,
      quantity: `the least sum of two positive integers whose product is $${math.product}$`,
      steps: () => pairSteps(value.product),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['square paving stones', 'square tiles', 'carpet squares'])
      return {
        setup: `${story.hero.name} arranges ${text.product} ${things} of equal size in a full rectangle and adds the number of rows to the number of columns.`,
        ask: `What is the smallest sum that ${story.hero.name} can get?`,
        quantity: `the smallest possible sum of the number of rows and the number of columns of ${things}`,
        steps: () => pairSteps(value.product),
      }
    },
  ],
})

function pairSteps(product: number): readonly string[] {
  const divisors = divisorsOf(product)
  const smaller = divisors.filter((divisor) => divisor * divisor <= product)
  const small = smaller.at(-1) as number
  return [
    `The factor pairs of ${product} are ${smaller.map((divisor) => `${divisor} × ${product / divisor}`).join(', ')}.`,
    `The closer the two factors are, the smaller their sum, so take ${small} and ${product / small}.`,
    `The smallest sum is ${small} + ${product / small} = ${computed(`${small}+${product / small}`, small + product / small)}.`,
  ]
}

export const factorListFamilies: readonly Family[] = [largestFactorBelow, closestFactorPair]
