import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'

/** A product of two negative numbers with another negative number added. */
const signedProduct: Family = defineFamily({
  id: 'signed-product-and-sum',
  knowledgePoints: ['operations-with-integers'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 24, link: { kind: 'number' } },
    second: { minimum: 2, maximum: 24, link: { kind: 'number' } },
    third: { minimum: 2, maximum: 90, link: { kind: 'number' } },
  },
  possible: () => true,
  nice: ({ first, second, third }) => first * second - third >= 2 && first * second <= 300,
  solve: ({ first, second, third }) => integerAnswer(-first * -second + -third),
  check: {
    method: 'brute force',
    accepts: ({ first, second, third }, answer) => {
      let value = 0
      for (let time = 0; time < first; time++) value += second
      for (let step = 0; step < third; step++) value--
      return integerValue(answer) === value
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the value of $(-${math.first}) \\cdot (-${math.second}) + (-${math.third})$?`,
      quantity: `the value of $(-${math.first}) \\cdot (-${math.second}) + (-${math.third})$`,
      steps: () => signedSteps(value),
    }),
    ({ value, math }) => ({
      setup: '',
      ask: `Which number do you get when the product of $-${math.first}$ and $-${math.second}$ is added to $-${math.third}$?`,
      quantity: `the number you get when the product of $-${math.first}$ and $-${math.second}$ is added to $-${math.third}$`,
      steps: () => signedSteps(value),
    }),
    ({ value, math, text, story }) => {
      const { name } = story.hero
      return {
        setup: `In a quiz every wrong answer scores $-${math.second}$ points. The jury cancels ${text.first} of these penalties for ${name} and then gives ${name} $-${math.third}$ points for arriving late.`,
        ask: `By how many points does ${name}'s score change altogether?`,
        quantity: `the number of points by which ${name}'s score changes altogether`,
        steps: () => [
          `Cancelling a penalty is subtracting a negative number, so the ${value.first} penalties give $(-${value.first}) \\cdot (-${value.second})$.`,
          ...signedSteps(value),
        ],
      }
    },
  ],
})

function signedSteps({
  first,
  second,
  third,
}: {
  readonly first: number
  readonly second: number
  readonly third: number
}): readonly string[] {
  const product = first * second
  return [
    `The product of two negative numbers is positive: (-${first}) × (-${second}) = <<(-${first})*(-${second})=${product}>>${product}.`,
    `Adding a negative number means subtracting: ${product} + (-${third}) = <<${product}+(-${third})=${product - third}>>${product - third}.`,
  ]
}

/** The sum of the sizes of two errors. */
const totalError: Family = defineFamily({
  id: 'total-absolute-error',
  knowledgePoints: ['absolute-value'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    exact: { minimum: 15, maximum: 300, link: { kind: 'count' } },
    low: { minimum: 5, maximum: 300, link: { kind: 'count' } },
    high: { minimum: 5, maximum: 400, link: { kind: 'count' } },
  },
  possible: ({ exact, low, high }) => exact !== low && exact !== high,
  // The true value is not between the guesses: otherwise it would not matter.
  nice: ({ exact, low, high }) =>
    low !== high &&
    Math.min(low, high) !== exact &&
    (exact < Math.min(low, high) || exact > Math.max(low, high)) &&
    Math.max(Math.abs(low - exact), Math.abs(high - exact)) <= 0.6 * exact,
  solve: ({ exact, low, high }) => integerAnswer(Math.abs(low - exact) + Math.abs(high - exact)),
  check: {
    method: 'brute force',
    // Walk from each guess to the true value and count the steps.
    accepts: ({ exact, low, high }, answer) => {
      let steps = 0
      for (const guess of [low, high]) for (let at = guess; at !== exact; at += at < exact ? 1 : -1) steps++
      return isFraction(answer, steps)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const friend = story.person().name
      const { name } = story.hero
      const things = story.pick(['beans', 'marbles', 'paper clips'])
      return {
        setup: `A jar contains ${text.exact} ${things}. ${name} guesses ${text.low} and ${friend} guesses ${text.high}. The error of a guess is the absolute value of its difference from the true number.`,
        ask: `What is the sum of the two errors?`,
        quantity: `the sum of the errors of ${name} and ${friend}`,
        steps: () => errorSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: '',
        ask: `What is the value of $|${x} - ${math.low}| + |${x} - ${math.high}|$ for $${x} = ${math.exact}$?`,
        quantity: `the value of $|${x} - ${math.low}| + |${x} - ${math.high}|$ for $${x} = ${math.exact}$`,
        steps: () => errorSteps(value),
      }
    },
    ({ value, text, story }) => {
      const trip = story.pick(['hike', 'bus ride', 'bicycle tour'])
      return {
        setup: `A ${trip} takes exactly ${text.exact} minutes. One app had predicted ${text.low} minutes, and another ${text.high} minutes.`,
        ask: `Find the sum of the absolute values of the two deviations in minutes.`,
        quantity: `the sum in minutes of the absolute deviations of the two predictions for the ${trip}`,
        steps: () => errorSteps(value),
      }
    },
  ],
})

function errorSteps({
  exact,
  low,
  high,
}: {
  readonly exact: number
  readonly low: number
  readonly high: number
}): readonly string[] {
  const [a, b] = [Math.abs(low - exact), Math.abs(high - exact)]
  const size = (one: number): string =>
    one > exact
      ? `${one} - ${exact} = <<${one}-${exact}=${one - exact}>>${one - exact}`
      : `${exact} - ${one} = <<${exact}-${one}=${exact - one}>>${exact - one}`
  return [
    `An absolute value is a distance and never negative, so subtract the smaller from the larger number each time.`,
    `The first is ${size(low)}, the second is ${size(high)}.`,
    `The sum is ${a} + ${b} = <<${a}+${b}=${a + b}>>${a + b}.`,
  ]
}

/** Distance between a negative and a positive number, passed several times. */
const distanceAcrossZero: Family = defineFamily({
  id: 'distance-across-zero',
  knowledgePoints: ['number-line-distance'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    below: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    above: { minimum: 2, maximum: 90, link: { kind: 'number' } },
  },
  possible: ({ below, above }) => below >= 1 && above >= 1,
  nice: ({ below, above }) => below !== above,
  solve: ({ below, above }) => integerAnswer(above - -below),
  check: {
    method: 'brute force',
    accepts: ({ below, above }, answer) => {
      let steps = 0
      for (let at = -below; at < above; at++) steps++
      return isFraction(answer, steps)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: `On a number line, point $A$ is at $-${math.below}$ and point $B$ is at $${math.above}$.`,
      ask: `What is the distance between $A$ and $B$?`,
      quantity: `the distance between $A$ and $B$ on the number line`,
      steps: () => lineSteps(value.below, value.above),
    }),
    ({ value, text, math, story }) => {
      const sample = story.pick(['salt solution', 'metal sample', 'gas mixture'])
      return {
        setup: `In a laboratory a ${sample} is warmed from $-${math.below}$ degrees to ${text.above} degrees.`,
        ask: `By how many degrees does its temperature rise?`,
        quantity: `the number of degrees by which the temperature of the ${sample} rises`,
        steps: () => lineSteps(value.below, value.above),
      }
    },
    ({ value, text, story }) => {
      const bird = story.pick(['drone', 'seagull', 'helicopter'])
      return {
        setup: `A submarine is ${text.below} metres below the surface of the sea. Straight above it, a ${bird} is ${text.above} metres above the water.`,
        ask: `How many metres lie between the submarine and the ${bird}?`,
        quantity: `the number of metres between the submarine and the ${bird}`,
        steps: () => lineSteps(value.below, value.above),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `At a mining museum ${name} rides a lift from ${text.below} metres below ground to a viewing platform ${text.above} metres above ground.`,
        ask: `How many metres does the lift climb?`,
        quantity: `the number of metres that the lift climbs with ${name}`,
        steps: () => lineSteps(value.below, value.above),
      }
    },
  ],
})

function lineSteps(below: number, above: number): readonly string[] {
  return [
    `The distance on a number line is the upper position minus the lower one, and the lower one is negative: -${below}.`,
    `${above} - (-${below}) = <<${above}-(-${below})=${above + below}>>${above + below}.`,
  ]
}

export const signedNumberFamilies: readonly Family[] = [signedProduct, totalError, distanceAcrossZero]
