import { integerAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { worked } from './worked.ts'

/** Triangular numbers. */
const triangularNumber: Family = defineFamily({
  id: 'triangular-number',
  knowledgePoints: ['figurate-numbers'],
  level: 2,
  result: { kind: 'number' },
  givens: { rows: { minimum: 4, maximum: 40, link: { kind: 'number' } } },
  possible: ({ rows }) => rows >= 2,
  solve: ({ rows }) => integerAnswer((rows * (rows + 1)) / 2),
  check: {
    method: 'brute force',
    accepts: ({ rows }, answer) => {
      let dots = 0
      for (let row = 1; row <= rows; row++) dots += row
      return isFraction(answer, dots)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['coins', 'pebbles', 'bottle caps'])
      return {
        setup: `${story.hero.name} lays ${things} in the shape of a triangle: a single one in the first row, two in the second row, three in the third row and so on, ${text.rows} rows in all.`,
        ask: `How many ${things} are needed?`,
        quantity: `the number of ${things} in the triangle`,
        steps: () => triangularSteps(value.rows),
      }
    },
    ({ value, math }) => ({
      setup: `The triangular numbers are $1, 3, 6, 10, \\ldots$.`,
      ask: `Which number stands at place $${math.rows}$ of this sequence?`,
      quantity: `the triangular number at place $${math.rows}$ of the sequence`,
      steps: () => triangularSteps(value.rows),
      constants: ['1', '3', '6', '10'],
    }),
    ({ value, text, story }) => {
      const [things, thing] = story.pick([
        ['cans', 'can'],
        ['pumpkins', 'pumpkin'],
        ['boxes', 'box'],
      ] as const)
      return {
        setup: `A display of ${things} has ${text.rows} layers. The top layer is a single ${thing}, and every other layer has one ${thing} more than the layer above it.`,
        ask: `Find the number of ${things} in the display.`,
        quantity: `the number of ${things} in the display`,
        steps: () => triangularSteps(value.rows),
      }
    },
  ],
})

function triangularSteps(rows: number): readonly string[] {
  return [
    `The rows have 1, 2, 3, … up to ${rows}, so the total is a triangular number: half of ${rows} times the next number.`,
    `The next number is ${worked(`${rows}+1`, rows + 1)}, and ${rows} × ${rows + 1} ÷ 2 = ${computed(`${rows}*${rows + 1}/2`, (rows * (rows + 1)) / 2)}.`,
  ]
}

/** A sum written with sigma. */
const sigmaSum: Family = defineFamily({
  id: 'sigma-of-linear-terms',
  knowledgePoints: ['sigma-notation'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    low: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    high: { minimum: 4, maximum: 24, link: { kind: 'number' } },
    slope: { minimum: 2, maximum: 9, link: { kind: 'number' } },
    constant: { minimum: 2, maximum: 20, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const low =
      fixed.low ?? (fixed.high === undefined ? random.integer(2, 9) : fixed.high - random.integer(3, 7))
    return {
      low,
      high: fixed.high ?? low + random.integer(3, 7),
      slope: fixed.slope ?? random.integer(2, 7),
      constant: fixed.constant ?? random.integer(2, 15),
    }
  },
  possible: ({ low, high }) => high > low,
  nice: ({ low, high, slope, constant }) =>
    high - low >= 2 && ((low + high) * slope + 2 * constant) * (high - low + 1) <= 1800,
  solve: ({ low, high, slope, constant }) =>
    integerAnswer(((low + high) * (high - low + 1) * slope) / 2 + constant * (high - low + 1)),
  check: {
    method: 'brute force',
    accepts: ({ low, high, slope, constant }, answer) => {
      let sum = 0
      for (let index = low; index <= high; index++) sum += slope * index + constant
      return isFraction(answer, sum)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the value of $\\sum_{i=${math.low}}^{${math.high}} (${math.slope} \\cdot i + ${math.constant})$?`,
      quantity: `the value of $\\sum_{i=${math.low}}^{${math.high}} (${math.slope} \\cdot i + ${math.constant})$`,
      steps: () => sigmaSteps(value),
    }),
    ({ value, math, story }) => {
      const f = story.functionName()
      return {
        setup: `For every integer $i$ let $${f}(i) = ${math.slope} \\cdot i + ${math.constant}$.`,
        ask: `Evaluate $\\sum_{i=${math.low}}^{${math.high}} ${f}(i)$.`,
        quantity: `the value of $\\sum_{i=${math.low}}^{${math.high}} ${f}(i)$`,
        steps: () => sigmaSteps(value),
      }
    },
    ({ value, math, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} writes out the sum $\\sum_{i=${math.low}}^{${math.high}} (${math.constant} + ${math.slope} \\cdot i)$ term by term and adds the terms.`,
        ask: `Which total should ${name} obtain?`,
        quantity: `the value of the sum that ${name} writes out`,
        steps: () => sigmaSteps(value),
      }
    },
  ],
})

function sigmaSteps(value: {
  low: number
  high: number
  slope: number
  constant: number
}): readonly string[] {
  const { low, high, slope, constant } = value
  const terms = high - low + 1
  const indices = ((low + high) * terms) / 2
  return [
    `The index takes ${high} - ${low} + 1 = ${computed(`${high}-${low}+1`, terms)} values; split the sum into the part with the index and the constant part.`,
    `The indices add up to ${worked(`(${low}+${high})*${terms}/2`, indices)}, so the first part is ${slope} × ${indices} = ${computed(`${slope}*${indices}`, slope * indices)}.`,
    `The constant part is ${terms} × ${constant} = ${computed(`${terms}*${constant}`, terms * constant)}.`,
    `Together ${slope * indices} + ${terms * constant} = ${computed(`${slope * indices}+${terms * constant}`, slope * indices + terms * constant)}.`,
  ]
}

export const figureAndSumFamilies: readonly Family[] = [triangularNumber, sigmaSum]
