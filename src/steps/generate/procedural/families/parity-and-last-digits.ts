import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { powerModulo } from './whole-numbers.ts'

/** Odd integers from one bound to another. */
const oddIntegers: Family = defineFamily({
  id: 'odd-integers-between',
  knowledgePoints: ['even-and-odd-parity'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    low: { minimum: 2, maximum: 120, link: { kind: 'number' } },
    high: { minimum: 12, maximum: 300, link: { kind: 'number' } },
  },
  possible: ({ low, high }) => high > low && low >= 1,
  nice: ({ low, high }) => high - low >= 5,
  solve: ({ low, high }) => integerAnswer(Math.floor((high + 1) / 2) - Math.floor(low / 2)),
  check: {
    method: 'brute force',
    accepts: ({ low, high }, answer) => {
      let count = 0
      for (let number = low; number <= high; number++) if (number % 2 === 1) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many odd integers are there from $${math.low}$ to $${math.high}$, both included?`,
      quantity: `the number of odd integers from $${math.low}$ to $${math.high}$, both included`,
      steps: () => oddSteps(value.low, value.high),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['houses', 'seats', 'lockers', 'raffle tickets'])
      return {
        setup: `Of the ${things} numbered from ${text.low} to ${text.high}, all those with an odd number are marked with a red dot.`,
        ask: `How many ${things} get a red dot?`,
        quantity: `the number of ${things} that get a red dot`,
        steps: () => oddSteps(value.low, value.high),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: '',
        ask: `For how many integers $${x}$ with $${math.low} \\le ${x} \\le ${math.high}$ is the square of $${x}$ odd?`,
        quantity: `the number of integers $${x}$ with $${math.low} \\le ${x} \\le ${math.high}$ for which the square of $${x}$ is odd`,
        steps: () => [
          `A product is odd only if both factors are, so the square of $${x}$ is odd exactly when $${x}$ is odd.`,
          ...oddSteps(value.low, value.high),
        ],
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['exercises', 'quiz questions', 'letter boxes', 'songs'])
      return {
        setup: `${story.hero.name} and a friend divide the ${things} numbered from ${text.low} up to and including ${text.high} between them: the friend takes those with even numbers, and ${story.hero.name} takes the rest.`,
        ask: `How many ${things} does ${story.hero.name} take?`,
        quantity: `the number of ${things} that ${story.hero.name} takes`,
        steps: () => oddSteps(value.low, value.high),
      }
    },
  ],
})

function oddSteps(low: number, high: number): readonly string[] {
  const first = low % 2 === 1 ? low : low + 1
  const last = high % 2 === 1 ? high : high - 1
  return [
    `The first odd integer is ${first} and the last one is ${last}; from one odd integer to the next the step is 2.`,
    `So there are (${last} - ${first}) ÷ 2 + 1 = ${computed(`(${last}-${first})/2+1`, (last - first) / 2 + 1)} odd integers.`,
  ]
}

/** Units digit of a sum of two powers. */
const lastDigitOfSum: Family = defineFamily({
  id: 'units-digit-of-a-sum-of-powers',
  knowledgePoints: ['last-digit-of-powers', 'remainders-and-congruences'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    base: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    exponent: { minimum: 5, maximum: 300, link: { kind: 'number' } },
    other: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    power: { minimum: 5, maximum: 300, link: { kind: 'number' } },
  },
  possible: ({ base, exponent, other, power }) => base > 1 && other > 1 && exponent > 0 && power > 0,
  nice: (value) =>
    [2, 3, 4, 7, 8, 9].includes(value.base % 10) &&
    [2, 3, 4, 7, 8, 9].includes(value.other % 10) &&
    value.base % 10 !== value.other % 10 &&
    sumDigit(value) > 1,
  solve: (value) => integerAnswer(sumDigit(value)),
  check: {
    method: 'brute force',
    accepts: ({ base, exponent, other, power }, answer) =>
      BigInt(integerValue(answer) ?? -1) ===
      (BigInt(base) ** BigInt(exponent) + BigInt(other) ** BigInt(power)) % 10n,
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the units digit of $${math.base}^{${math.exponent}} + ${math.other}^{${math.power}}$?`,
      quantity: `the units digit of $${math.base}^{${math.exponent}} + ${math.other}^{${math.power}}$`,
      steps: () => sumSteps(value),
    }),
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `Let $${x} = ${math.base}^{${math.exponent}} + ${math.other}^{${math.power}}$.`,
        ask: `What is the remainder when $${x}$ is divided by ten?`,
        quantity: `the remainder of $${x}$ on division by ten`,
        steps: () => sumSteps(value),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${story.hero.name} multiplies ${text.exponent} copies of ${text.base} together, and ${friend.name} multiplies ${text.power} copies of ${text.other} together. They add their two products.`,
        ask: `What is the last digit of the sum?`,
        quantity: `the last digit of the sum of ${story.hero.name}’s and ${friend.name}’s products`,
        steps: () => sumSteps(value),
      }
    },
  ],
})

interface TwoPowers {
  readonly base: number
  readonly exponent: number
  readonly other: number
  readonly power: number
}

function sumDigit({ base, exponent, other, power }: TwoPowers): number {
  return (powerModulo(base, exponent, 10) + powerModulo(other, power, 10)) % 10
}

function sumSteps(value: TwoPowers): readonly string[] {
  const { base, exponent, other, power } = value
  const [a, b] = [powerModulo(base, exponent, 10), powerModulo(other, power, 10)]
  const line = (number: number, times: number, digit: number): string =>
    `The last digits of the powers of ${number % 10} repeat after every 4 steps: ${[1, 2, 3, 4].map((step) => powerModulo(number, step, 10)).join(', ')}. Since ${times} = 4 × ${Math.floor(times / 4)} + ${times % 4}, the number $${number}^{${times}}$ ends in ${digit}.`
  return [
    line(base, exponent, a),
    line(other, power, b),
    `The last digits add up to ${a} + ${b} = ${computed(`${a}+${b}`, a + b)}, so the sum ends in ${(a + b) % 10}.`,
  ]
}

export const parityAndLastDigitFamilies: readonly Family[] = [oddIntegers, lastDigitOfSum]
