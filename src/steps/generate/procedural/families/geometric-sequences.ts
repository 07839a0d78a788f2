import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { worked } from './worked.ts'

/** A term of a geometric sequence. */
const repeatedGrowth: Family = defineFamily({
  id: 'term-of-geometric-sequence',
  knowledgePoints: ['geometric-sequence-nth-term'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    ratio: { minimum: 2, maximum: 6, link: { kind: 'number' } },
    later: { minimum: 2, maximum: 8, link: { kind: 'number' } },
  },
  possible: () => true,
  nice: ({ first, ratio, later }) => first * ratio ** later <= 800 && first !== ratio,
  solve: ({ first, ratio, later }) => integerAnswer(first * ratio ** later),
  check: {
    method: 'simulation',
    accepts: ({ first, ratio, later }, answer) => {
      let term = first
      for (let step = 0; step < later; step++) term *= ratio
      return isFraction(answer, term)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A geometric sequence has first term ${text.first} and common ratio ${text.ratio}.`,
      ask: `Which term comes ${text.later} places after the first term?`,
      quantity: `the term that comes ${text.later} places after the first term of the geometric sequence`,
      steps: () => growthSteps(value),
    }),
    ({ value, text, story }) => {
      const creatures = story.pick(['yeast cells', 'amoebas', 'bacteria'])
      return {
        setup: `At noon there are ${text.first} ${creatures} in a tank, and their number becomes ${text.ratio} times as large with every hour.`,
        ask: `How many ${creatures} are in the tank ${text.later} hours after noon?`,
        quantity: `the number of ${creatures} in the tank ${text.later} hours after noon`,
        steps: () => growthSteps(value),
      }
    },
    ({ value, text, story }) => {
      const news = story.pick(['a chain letter', 'a recipe', 'an invitation'])
      return {
        setup: `On Monday ${text.first} people receive ${news}. Each person who receives it on one day passes it on to ${text.ratio} new people on the next day.`,
        ask: `How many people receive it exactly ${text.later} days after that Monday?`,
        quantity: `the number of people who receive ${news} exactly ${text.later} days after that Monday`,
        steps: () => growthSteps(value),
      }
    },
  ],
})

function growthSteps(value: { first: number; ratio: number; later: number }): readonly string[] {
  const { first, ratio, later } = value
  return [
    `Each step multiplies by ${ratio}, so after ${later} steps the first number has been multiplied by $${ratio}^{${later}}$ = ${computed(`${ratio}^${later}`, ratio ** later)}.`,
    `So the number is ${first} × ${ratio ** later} = ${computed(`${first}*${ratio ** later}`, first * ratio ** later)}.`,
  ]
}

/** Sum of a finite geometric series. */
const geometricSum: Family = defineFamily({
  id: 'sum-of-geometric-series',
  knowledgePoints: ['geometric-series-sum'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    ratio: { minimum: 2, maximum: 5, link: { kind: 'number' } },
    terms: { minimum: 3, maximum: 8, link: { kind: 'number' } },
  },
  possible: () => true,
  nice: ({ first, ratio, terms }) => (first * (ratio ** terms - 1)) / (ratio - 1) <= 800 && first !== ratio,
  solve: ({ first, ratio, terms }) => fractionAnswer(first * (ratio ** terms - 1), ratio - 1),
  check: {
    method: 'simulation',
    accepts: ({ first, ratio, terms }, answer) => {
      let [term, sum] = [first, 0]
      for (let place = 0; place < terms; place++) {
        sum += term
        term *= ratio
      }
      return isFraction(answer, sum)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `The first term of a geometric sequence is ${text.first}, and its common ratio is ${text.ratio}.`,
      ask: `What is the sum of the first ${text.terms} terms?`,
      quantity: `the sum of the first ${text.terms} terms of the geometric sequence`,
      steps: () => geometricSumSteps(value),
    }),
    ({ value, text, story }) => {
      const sight = story.pick(['music video', 'short film', 'cartoon'])
      return {
        setup: `A ${sight} is watched ${text.first} times on the first day it is online. On each of the following days it is watched ${text.ratio} times as often as on the day before.`,
        ask: `How many times is it watched altogether in its first ${text.terms} days?`,
        quantity: `the number of times that the ${sight} is watched in its first ${text.terms} days`,
        steps: () => geometricSumSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `In a puzzle book, ${name} finds a row of ${text.terms} numbers. The row starts with ${text.first}, and every number after that is ${text.ratio} times the number before it.`,
        ask: `Find the sum of all the numbers in the row.`,
        quantity: `the sum of all the numbers in the row that ${name} finds`,
        steps: () => geometricSumSteps(value),
      }
    },
  ],
})

function geometricSumSteps(value: { first: number; ratio: number; terms: number }): readonly string[] {
  const { first, ratio, terms } = value
  const power = ratio ** terms
  const sum = (first * (power - 1)) / (ratio - 1)
  return [
    `For a geometric series the sum is the first term times $\\frac{${ratio}^{${terms}} - 1}{${ratio} - 1}$.`,
    `$${ratio}^{${terms}}$ = ${computed(`${ratio}^${terms}`, power)}.`,
    `The sum is ${worked(`${first}*(${power}-1)/(${ratio}-1)`, sum)}.`,
  ]
}

/** An infinite geometric series with a fraction as ratio. */
const infiniteSum: Family = defineFamily({
  id: 'sum-to-infinity',
  knowledgePoints: ['infinite-geometric-series'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    top: { minimum: 1, maximum: 9 },
    bottom: { minimum: 2, maximum: 12, link: { kind: 'number' } },
  },
  possible: ({ top, bottom }) => top < bottom,
  nice: ({ first, top, bottom }) =>
    (first * bottom) % (bottom - top) === 0 &&
    !Array.from({ length: 8 }, (_, index) => index + 2).some((d) => top % d === 0 && bottom % d === 0),
  solve: ({ first, top, bottom }) => fractionAnswer(first * bottom, bottom - top),
  check: {
    method: 'numeric',
    // Add terms until the rest cannot be seen; the partial sums must close in on the answer.
    accepts: ({ first, top, bottom }, answer) => {
      let [term, sum] = [first, 0]
      for (let step = 0; step < 600; step++) {
        sum += term
        term = (term * top) / bottom
      }
      return Math.abs(numericValue(answer) - sum) < 1e-6
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: `An infinite geometric series has first term $${math.first}$ and common ratio $\\frac{${math.top}}{${math.bottom}}$.`,
      ask: `What is the sum of the series?`,
      quantity: `the sum of the infinite geometric series`,
      steps: () => infiniteSteps(value),
    }),
    ({ value, math, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} sets a pendulum in motion. Its tip travels ${text.first} centimetres on the first swing, and on every further swing $\\frac{${math.top}}{${math.bottom}}$ of the distance of the swing before.`,
        ask: `If the motion is taken to go on forever, how many centimetres does the tip travel in total?`,
        quantity: `the total distance in centimetres that the tip of ${name}’s pendulum travels if the motion goes on forever`,
        steps: () => infiniteSteps(value),
      }
    },
    ({ value, math, text, story }) => {
      const { name, they } = story.hero
      return {
        setup: `${name} writes down an endless sequence. It starts with ${text.first}, and ${they} gets each further term by taking $\\frac{${math.top}}{${math.bottom}}$ of the term before.`,
        ask: `Find the sum of all the terms of this sequence.`,
        quantity: `the sum of all the terms of ${name}’s sequence`,
        steps: () => infiniteSteps(value),
      }
    },
  ],
})

function infiniteSteps(value: { first: number; top: number; bottom: number }): readonly string[] {
  const { first, top, bottom } = value
  return [
    `The ratio $\\frac{${top}}{${bottom}}$ is less than one, so the series has a finite sum: the first term divided by one minus the ratio.`,
    `One minus the ratio is $1 - \\frac{${top}}{${bottom}} = \\frac{${bottom - top}}{${bottom}}$.`,
    `Dividing ${first} by this fraction gives ${worked(bottom - top === 1 ? `${first}*${bottom}` : `${first}*${bottom}/${bottom - top}`, (first * bottom) / (bottom - top))}.`,
  ]
}

export const geometricSequenceFamilies: readonly Family[] = [repeatedGrowth, geometricSum, infiniteSum]
