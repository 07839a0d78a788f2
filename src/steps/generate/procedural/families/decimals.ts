import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits } from './everyday-text.ts'

/** A whole number times a decimal. */
const decimalProduct: Family = defineFamily({
  id: 'decimal-product',
  knowledgePoints: ['decimal-multiplication'],
  level: 1,
  result: { kind: 'number' },
  answerStyle: 'decimal',
  givens: {
    decimal: { minimum: 11, maximum: 98, style: 'tenths' },
    times: { minimum: 4, maximum: 90, link: { kind: 'number' } },
  },
  possible: () => true,
  nice: ({ decimal, times }) => decimal % 10 !== 0 && (decimal * times) % 10 === 0,
  solve: ({ decimal, times }) => fractionAnswer(decimal * times, 10),
  check: {
    method: 'brute force',
    // Add up whole parts and tenths apart.
    accepts: ({ decimal, times }, answer) => {
      let tenths = 0
      for (let step = 0; step < times; step++) tenths += decimal
      return isFraction(answer, tenths, 10)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the product of $${math.decimal}$ and $${math.times}$?`,
      quantity: `the product of $${math.decimal}$ and $${math.times}$`,
      steps: () => productSteps(value.decimal, value.times),
    }),
    ({ value, math, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} uses a calculator to add up $${math.times}$ copies of the number $${math.decimal}$.`,
        ask: `Which number does the calculator show?`,
        quantity: `the number that ${name}'s calculator shows`,
        steps: () => productSteps(value.decimal, value.times),
      }
    },
    ({ value, math, story }) => {
      const machine = story.pick(['number machine', 'computer program', 'signal amplifier'])
      return {
        setup: `A ${machine} multiplies every input by $${math.decimal}$. The input is $${math.times}$.`,
        ask: `Find the output.`,
        quantity: `the output of the ${machine}`,
        steps: () => productSteps(value.decimal, value.times),
      }
    },
  ],
})

function productSteps(decimal: number, times: number): readonly string[] {
  const product = decimal * times
  return [
    `Leave the decimal point out first: ${decimal} × ${times} = <<${decimal}*${times}=${product}>>${product}.`,
    `The factor ${digits(decimal, 10)} has one decimal place, so divide by 10: ${product} ÷ 10 = <<${product}/10=${digits(product, 10)}>>${digits(product, 10)}.`,
  ]
}

const kilometres = { kind: 'length', unit: 'km' } as const

/** Two legs out of a route of three. */
const remainingRoute: Family = defineFamily({
  id: 'remaining-route',
  knowledgePoints: ['decimal-addition-and-subtraction'],
  level: 1,
  result: kilometres,
  answerStyle: 'decimal',
  givens: {
    route: { minimum: 15, maximum: 120, link: kilometres },
    first: { minimum: 21, maximum: 290, style: 'tenths' },
    second: { minimum: 21, maximum: 290, style: 'tenths' },
  },
  sample: (random, fixed) => {
    const route = fixed.route ?? random.integer(15, 120)
    const done = random.integer(5, Math.max(5, route - 2))
    const first = random.integer(21, Math.max(21, 10 * done - 21))
    return { route, first, second: 10 * done - first }
  },
  possible: ({ route, first, second }) => first + second < 10 * route,
  nice: ({ route, first, second }) =>
    first % 10 !== 0 && first !== second && (first + second) % 10 === 0 && 10 * route - first - second >= 20,
  solve: ({ route, first, second }) => fractionAnswer(10 * route - first - second, 10),
  check: {
    method: 'inverse',
    accepts: ({ route, first, second }, answer) =>
      Math.abs(numericValue(answer) + first / 10 + second / 10 - route) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      const path = story.pick(['coastal path', 'river trail', 'pilgrim route'])
      return {
        setup: `${name} walks a ${path} of ${text.route} km in three days: ${text.first} km on the first day and ${text.second} km on the second.`,
        ask: `How many kilometres remain for the third day?`,
        quantity: `the distance in kilometres that ${name} walks on the third day`,
        steps: () => routeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const cargo = story.pick(['letters', 'newspapers', 'milk'])
      return {
        setup: `A van that delivers ${cargo} has a round of ${text.route} km. It drives ${text.first} km before the first break and another ${text.second} km before the second break.`,
        ask: `How many kilometres are left after the second break?`,
        quantity: `the distance in kilometres that the van drives after the second break`,
        steps: () => routeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const crew = story.pick(['road', 'fibre cable', 'water pipe'])
      return {
        setup: `Two teams build a ${crew} of ${text.route} km from its two ends. So far one team has finished ${text.first} km and the other ${text.second} km.`,
        ask: `Find the length of the gap between the teams in kilometres.`,
        quantity: `the length in kilometres of the gap between the two teams`,
        steps: () => routeSteps(value),
      }
    },
  ],
})

function routeSteps({
  route,
  first,
  second,
}: {
  readonly route: number
  readonly first: number
  readonly second: number
}): readonly string[] {
  const [a, b, sum, rest] = [first, second, first + second, 10 * route - first - second].map((tenths) =>
    digits(tenths, 10),
  )
  return [
    `Add the two known parts with the decimal points under each other: ${a} + ${b} = <<${a}+${b}=${sum}>>${sum} km.`,
    `Subtract this from the whole: ${route} - ${sum} = <<${route}-${sum}=${rest}>>${rest} km.`,
  ]
}

/** A whole length cut into decimal pieces. */
const decimalPieces: Family = defineFamily({
  id: 'decimal-pieces',
  knowledgePoints: ['decimal-division'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    total: { minimum: 6, maximum: 120, link: { kind: 'number' } },
    piece: { minimum: 2, maximum: 48, style: 'tenths' },
  },
  possible: ({ total, piece }) => 10 * total > piece,
  nice: ({ total, piece }) => piece % 10 !== 0 && (10 * total) % piece === 0,
  solve: ({ total, piece }) => fractionAnswer(10 * total, piece),
  check: {
    method: 'inverse',
    accepts: ({ total, piece }, answer) => Math.abs((numericValue(answer) * piece) / 10 - total) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const material = story.pick(['silk', 'linen', 'cotton'])
      return {
        setup: `A tailor has a roll of ${text.total} metres of ${material} and needs ${text.piece} metres for each flag.`,
        ask: `How many flags can be made from the roll?`,
        quantity: `the number of flags that can be made from the roll of ${material}`,
        steps: () => pieceSteps(value.total, value.piece, 'flags'),
      }
    },
    ({ value, text, story }) => {
      const food = story.pick(['rice', 'lentils', 'coffee beans'])
      return {
        setup: `${story.hero.name} pours ${text.total} kg of ${food} into bags. Each bag takes ${text.piece} kg.`,
        ask: `How many bags does ${story.hero.name} fill?`,
        quantity: `the number of bags of ${food} that ${story.hero.name} fills`,
        steps: () => pieceSteps(value.total, value.piece, 'bags'),
      }
    },
    ({ value, text, story }) => {
      const drink = story.pick(['orange juice', 'mineral water', 'almond milk'])
      return {
        setup: `Cartons of ${text.piece} litres are filled from a tank that contains ${text.total} litres of ${drink}.`,
        ask: `Find the number of cartons needed to empty the tank.`,
        quantity: `the number of cartons needed to empty the tank of ${drink}`,
        steps: () => pieceSteps(value.total, value.piece, 'cartons'),
      }
    },
  ],
})

function pieceSteps(total: number, piece: number, things: string): readonly string[] {
  const size = digits(piece, 10)
  const count = digits(10 * total, piece)
  return [
    `Divide ${total} by ${size}. Multiplying both by 10 removes the decimal point: ${total} × 10 = <<${total}*10=${10 * total}>>${10 * total} and ${size} × 10 = <<${size}*10=${piece}>>${piece}.`,
    `${10 * total} ÷ ${piece} = <<${10 * total}/${piece}=${count}>>${count}, so there are ${count} ${things}.`,
  ]
}

/** An estimate from numbers rounded to tens. */
const roundedSum: Family = defineFamily({
  id: 'estimate-by-rounding',
  knowledgePoints: ['rounding-and-estimation'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 13, maximum: 480, link: { kind: 'number' } },
    second: { minimum: 13, maximum: 480, link: { kind: 'number' } },
  },
  possible: ({ first, second }) => first >= 5 && second >= 5,
  // A last digit of five invites an argument about the rule, and zero needs no rounding.
  nice: ({ first, second }) => [first, second].every((number) => number % 5 !== 0) && first !== second,
  solve: ({ first, second }) => integerAnswer(10 * Math.round(first / 10) + 10 * Math.round(second / 10)),
  check: {
    method: 'brute force',
    accepts: ({ first, second }, answer) => {
      let estimate = 0
      for (const number of [first, second]) {
        const ones = number % 10
        estimate += ones < 5 ? number - ones : number + (10 - ones)
      }
      return isFraction(answer, estimate)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `Estimate $${math.first} + ${math.second}$ by rounding each number to the nearest ten first.`,
      quantity: `the estimate of $${math.first} + ${math.second}$ when each number is rounded to the nearest ten first`,
      steps: () => roundingSteps(value.first, value.second),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['pages', 'push-ups', 'words'])
      const { name } = story.hero
      return {
        setup: `A diary shows ${text.first} ${things} for Monday and ${text.second} ${things} for Tuesday. To get a quick estimate of the total, ${name} rounds each of the two numbers to the nearest ten and adds.`,
        ask: `What estimate does ${name} get?`,
        quantity: `${name}'s estimate`,
        steps: () => roundingSteps(value.first, value.second),
      }
    },
    ({ value, text, story }) => {
      const [first, second] = story.pick([
        ['Hill Street', 'Lake Street'],
        ['the north stand', 'the south stand'],
      ] as const)
      return {
        setup: `A count finds ${text.first} people in ${first} and ${text.second} in ${second}. A reporter rounds both counts to the nearest ten.`,
        ask: `What is the sum of the rounded counts?`,
        quantity: `the sum of the two rounded counts`,
        steps: () => roundingSteps(value.first, value.second),
      }
    },
  ],
})

function roundingSteps(first: number, second: number): readonly string[] {
  const [a, b] = [10 * Math.round(first / 10), 10 * Math.round(second / 10)]
  return [
    `Look at the ones digit: round up if it is 5 or more, and down otherwise.`,
    `So ${first} becomes ${a}, and ${second} becomes ${b}.`,
    `The sum is ${a} + ${b} = <<${a}+${b}=${a + b}>>${a + b}.`,
  ]
}

export const decimalFamilies: readonly Family[] = [decimalProduct, remainingRoute, decimalPieces, roundedSum]
