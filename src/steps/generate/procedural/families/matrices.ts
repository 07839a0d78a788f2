import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family, type Given } from '../family.ts'
import { computed } from './computed.ts'
import { matrixNames, matrixPairs, pureNumber, whole } from './spatial-quantities.ts'

export interface Entries {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

/** A matrix of two rows in LaTeX. */
export function matrix(math: Readonly<Record<'a' | 'b' | 'c' | 'd', string>>): string {
  return `\\begin{pmatrix} ${math.a} & ${math.b} \\\\ ${math.c} & ${math.d} \\end{pmatrix}`
}

export const entries: Readonly<Record<'a' | 'b' | 'c' | 'd', Given>> = {
  a: whole(2, 15),
  b: whole(2, 15),
  c: whole(2, 15),
  d: whole(2, 15),
}

/** Sum of the entries of a multiple of a matrix plus a multiple of the identity. */
const scaledSum: Family = defineFamily({
  id: 'entries-of-a-matrix-sum',
  knowledgePoints: ['matrix-addition-and-scaling'],
  level: 1,
  result: pureNumber,
  givens: { times: whole(2, 9), ...entries, unit: whole(2, 30) },
  possible: ({ times, unit }) => times > 0 && unit > 0,
  nice: ({ times, a, b, c, d }) => times * (a + b + c + d) <= 300,
  solve: ({ times, a, b, c, d, unit }) => integerAnswer(times * (a + b + c + d) + 2 * unit),
  check: {
    method: 'inverse',
    // Entry by entry.
    accepts: ({ times, a, b, c, d, unit }, answer) =>
      isFraction(answer, times * a + unit + times * b + times * c + (times * d + unit)),
  },
  wordings: [
    ({ value, math, story }) => {
      const [M] = story.letters(matrixNames)
      return {
        setup: `Let $${M} = ${matrix(math)}$, and let $I$ be the identity matrix of the same size.`,
        ask: `What is the sum of all entries of $${math.times}${M} + ${math.unit}I$?`,
        quantity: `the sum of all entries of $${math.times}${M} + ${math.unit}I$`,
        steps: () => sumSteps(value),
      }
    },
    ({ value, text, math }) => ({
      setup: `Every entry of the matrix $${matrix(math)}$ is multiplied by ${text.times}. Then ${text.unit} is added to each of the two entries on the main diagonal.`,
      ask: `Find the sum of the four entries of the new matrix.`,
      quantity: `the sum of the four entries of the new matrix`,
      steps: () => sumSteps(value),
    }),
    ({ value, text, math, story }) => {
      const [D] = story.letters([['D'], ['P']])
      const drink = story.pick(['tea and coffee', 'soup and salad', 'bread and cake'])
      return {
        setup: `The matrix $${D} = ${matrix(math)}$ shows how many portions of ${drink} two canteens sell per day: one row for each canteen, one column for each product. The plan for a festival is $${math.times}${D}$, with ${text.unit} extra portions added to each entry on the main diagonal.`,
        ask: `How many portions does the plan contain altogether?`,
        quantity: `the total number of portions in the plan for the festival`,
        steps: () => sumSteps(value),
      }
    },
  ],
})

function sumSteps({ times, a, b, c, d, unit }: Entries & { times: number; unit: number }): readonly string[] {
  const sum = a + b + c + d
  return [
    `Multiplying a matrix by a number multiplies every entry, and so the sum of the entries: ${a} + ${b} + ${c} + ${d} = ${computed(`${a}+${b}+${c}+${d}`, sum)} becomes ${times} × ${sum} = ${computed(`${times}*${sum}`, times * sum)}.`,
    `The diagonal matrix that is added has two entries ${unit} and zeros elsewhere, so the sum is ${times * sum} + 2 × ${unit} = ${computed(`${times * sum}+2*${unit}`, times * sum + 2 * unit)}.`,
  ]
}

/** Determinant of two rows. */
const determinant: Family = defineFamily({
  id: 'determinant-of-a-matrix',
  knowledgePoints: ['determinants'],
  level: 1,
  result: pureNumber,
  givens: entries,
  possible: ({ a, b, c, d }) => a + b + c + d > 0,
  nice: ({ a, b, c, d }) => a * d > b * c,
  solve: ({ a, b, c, d }) => integerAnswer(a * d - b * c),
  check: {
    method: 'inverse',
    // Eliminate below the first entry; the determinant is the product of the pivots.
    accepts: ({ a, b, c, d }, answer) => Math.abs(a * (d - (c / a) * b) - numericValue(answer)) < 1e-9,
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the determinant of the matrix $${matrix(math)}$?`,
      quantity: `the determinant of the matrix $${matrix(math)}$`,
      steps: () => determinantSteps(value),
    }),
    ({ value, math }) => ({
      setup: `The linear map with the matrix $${matrix(math)}$ sends the unit square to a parallelogram.`,
      ask: `Find the factor by which the area changes, with its sign.`,
      quantity: `the factor, with its sign, by which the linear map changes the area of the unit square`,
      steps: () => determinantSteps(value),
    }),
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `A system of equations consists of $${math.a}${x} + ${math.b}${y} = 0$ and $${math.c}${x} + ${math.d}${y} = 0$.`,
        ask: `What is the determinant of its coefficient matrix?`,
        quantity: `the determinant of the coefficient matrix of the system in $${x}$ and $${y}$`,
        constants: ['0', '0'],
        steps: () => determinantSteps(value),
      }
    },
  ],
})

function determinantSteps({ a, b, c, d }: Entries): readonly string[] {
  return [
    `The determinant is the product along the main diagonal minus the product along the other diagonal.`,
    `It is ${a} × ${d} - ${b} × ${c} = ${computed(`${a}*${d}-${b}*${c}`, a * d - b * c)}.`,
  ]
}

/** Entry of a multiple of the inverse. */
const inverseEntry: Family = defineFamily({
  id: 'entry-of-an-inverse-matrix',
  knowledgePoints: ['inverse-matrix'],
  level: 2,
  result: pureNumber,
  givens: { ...entries, times: whole(2, 120) },
  sample: (random, fixed) => {
    const draw = (name: 'a' | 'b' | 'c' | 'd'): number => fixed[name] ?? random.integer(2, 15)
    const [a, b, c, d] = [draw('a'), draw('b'), draw('c'), draw('d')]
    return { a, b, c, d, times: fixed.times ?? Math.max(2, (a * d - b * c) * random.integer(1, 4)) }
  },
  possible: ({ a, b, c, d, times }) => a * d !== b * c && times > 0,
  nice: ({ a, b, c, d, times }) => a * d > b * c && (times * d) % (a * d - b * c) === 0,
  solve: ({ a, b, c, d, times }) => fractionAnswer(times * d, a * d - b * c),
  check: {
    method: 'inverse',
    // The first column of the inverse solves the system with right side (1, 0).
    accepts: ({ a, b, c, d, times }, answer) => {
      const top = numericValue(answer) / times
      const bottom = (-c * top) / d
      return Math.abs(a * top + b * bottom - 1) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [M] = story.letters(matrixNames)
      return {
        setup: `Let $${M} = ${matrix(math)}$.`,
        ask: `What is the entry in the top left corner of $${math.times}${M}^{-1}$?`,
        quantity: `the entry in the top left corner of $${math.times}${M}^{-1}$`,
        constants: ['1'],
        steps: () => inverseSteps(value),
      }
    },
    ({ value, text, math, story }) => ({
      setup: `${story.hero.name} inverts the matrix $${matrix(math)}$ and multiplies every entry of the inverse by ${text.times}.`,
      ask: `Which number stands in the first row and first column of the result?`,
      quantity: `the number in the first row and first column of ${story.hero.name}’s result`,
      steps: () => inverseSteps(value),
    }),
    ({ value, math, story }) => {
      const [M, N] = story.letters(matrixPairs)
      return {
        setup: `The matrices $${M} = ${matrix(math)}$ and $${N}$ satisfy $${M}${N} = ${math.times}I$, where $I$ is the identity matrix.`,
        ask: `Find the top left entry of $${N}$.`,
        quantity: `the top left entry of $${N}$`,
        steps: () => [
          `Multiplying by the inverse of $${M}$ from the left shows that $${N} = ${value.times}${M}^{-1}$.`,
          ...inverseSteps(value),
        ],
      }
    },
  ],
})

function inverseSteps({ a, b, c, d, times }: Entries & { times: number }): readonly string[] {
  const value = a * d - b * c
  return [
    `To invert the matrix, swap the entries of the main diagonal, change the signs of the other two, and divide by the determinant ${a} × ${d} - ${b} × ${c} = ${computed(`${a}*${d}-${b}*${c}`, value)}.`,
    `So the top left entry of the inverse is ${d}/${value}, and the entry asked for is ${times} × ${d} ÷ ${value} = ${computed(`${times}*${d}/${value}`, (times * d) / value)}.`,
  ]
}

export const matrixFamilies: readonly Family[] = [scaledSum, determinant, inverseEntry]
