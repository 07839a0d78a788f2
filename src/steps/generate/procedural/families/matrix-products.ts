import { integerAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { matrixAndVectorNames, matrixNames, pointNames, pureNumber, whole } from './spatial-quantities.ts'
import { type Entries, entries, matrix } from './matrices.ts'

/** Sum of the components of a matrix times a vector. */
const imageSum: Family = defineFamily({
  id: 'matrix-times-vector',
  knowledgePoints: ['matrix-multiplication'],
  level: 1,
  result: pureNumber,
  givens: { ...entries, x: whole(2, 12), y: whole(2, 12) },
  possible: ({ x, y }) => x > 0 && y > 0,
  nice: ({ a, b, c, d, x, y }) => (a + c) * x + (b + d) * y <= 400 && x !== y,
  solve: ({ a, b, c, d, x, y }) => integerAnswer((a + c) * x + (b + d) * y),
  check: {
    method: 'brute force',
    accepts: ({ a, b, c, d, x, y }, answer) => {
      let sum = 0
      for (const row of [
        [a, b],
        [c, d],
      ])
        for (const [place, entry] of row.entries()) sum += entry * ([x, y][place] as number)
      return isFraction(answer, sum)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [M, V] = story.letters(matrixAndVectorNames)
      return {
        setup: `Let $${M} = ${matrix(math)}$ and $${V} = \\begin{pmatrix} ${math.x} \\\\ ${math.y} \\end{pmatrix}$.`,
        ask: `What is the sum of the two entries of the product $${M}${V}$?`,
        quantity: `the sum of the two entries of the product $${M}${V}$`,
        steps: () => imageSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [P] = story.letters(pointNames)
      return {
        setup: `The linear map with the matrix $${matrix(math)}$ sends the point $(${math.x}, ${math.y})$ to the point $${P}$.`,
        ask: `Find the sum of the coordinates of $${P}$.`,
        quantity: `the sum of the coordinates of $${P}$`,
        steps: () => imageSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const [one, other] = story.pick([
        ['masks', 'puppets'],
        ['tables', 'chairs'],
        ['kites', 'lanterns'],
      ] as const)
      return {
        setup: `In the matrix $${matrix(math)}$, the first column holds the hours of cutting and of finishing, in this order, that a workshop needs for one dozen ${one}, and the second column the same for ${other}. The workshop makes ${text.x} dozen ${one} and ${text.y} dozen ${other}.`,
        ask: `How many hours of work does this take in total?`,
        quantity: `the total number of hours that the workshop needs`,
        steps: () => imageSteps(value),
      }
    },
  ],
})

function imageSteps({ a, b, c, d, x, y }: Entries & { x: number; y: number }): readonly string[] {
  const [one, two] = [a * x + b * y, c * x + d * y]
  return [
    `Each entry of the product is a row of the matrix times the column: multiply entry by entry and add.`,
    `The entries are ${a} × ${x} + ${b} × ${y} = ${computed(`${a}*${x}+${b}*${y}`, one)} and ${c} × ${x} + ${d} × ${y} = ${computed(`${c}*${x}+${d}*${y}`, two)}.`,
    `Their sum is ${one} + ${two} = ${computed(`${one}+${two}`, one + two)}.`,
  ]
}

/** Determinant of a power of a matrix. */
const powerDeterminant: Family = defineFamily({
  id: 'determinant-of-a-matrix-square',
  knowledgePoints: ['matrix-multiplication', 'determinants'],
  level: 2,
  result: pureNumber,
  givens: entries,
  possible: ({ a, b, c, d }) => a + b + c + d > 0,
  nice: ({ a, b, c, d }) => a * d - b * c >= 2 && a * d - b * c <= 30,
  solve: ({ a, b, c, d }) => integerAnswer((a * d - b * c) ** 2),
  check: {
    method: 'brute force',
    // Multiply the matrix by itself and take the determinant then.
    accepts: ({ a, b, c, d }, answer) => {
      const [p, q] = [a * a + b * c, a * b + b * d]
      const [r, s] = [c * a + d * c, c * b + d * d]
      return isFraction(answer, p * s - q * r)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [M] = story.letters(matrixNames)
      return {
        setup: `Let $${M} = ${matrix(math)}$.`,
        ask: `What is the determinant of the matrix product $${M}${M}$?`,
        quantity: `the determinant of the matrix product $${M}${M}$`,
        steps: () => powerSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `The linear map with the matrix $${matrix(math)}$ is applied to a figure in the plane, and then applied once more to the image.`,
      ask: `By what factor does the area of the figure grow in total?`,
      quantity: `the factor by which the area of the figure grows in total`,
      steps: () => powerSteps(value),
    }),
    ({ value, math, story }) => ({
      setup: `${story.hero.name} multiplies the matrix $${matrix(math)}$ by itself.`,
      ask: `Find the determinant of the product that ${story.hero.name} gets.`,
      quantity: `the determinant of the product that ${story.hero.name} gets`,
      steps: () => powerSteps(value),
    }),
  ],
})

function powerSteps({ a, b, c, d }: Entries): readonly string[] {
  const value = a * d - b * c
  return [
    `The determinant of a product of matrices is the product of their determinants.`,
    `The determinant of the matrix is ${a} × ${d} - ${b} × ${c} = ${computed(`${a}*${d}-${b}*${c}`, value)}.`,
    `For the product of the matrix with itself this gives ${value} × ${value} = ${computed(`${value}*${value}`, value * value)}.`,
  ]
}

/** Trace of a matrix times its transpose. */
const transposeTrace: Family = defineFamily({
  id: 'trace-of-matrix-times-transpose',
  knowledgePoints: ['transpose-and-trace', 'matrix-multiplication'],
  level: 2,
  result: pureNumber,
  givens: entries,
  possible: ({ a, b, c, d }) => a + b + c + d > 0,
  solve: ({ a, b, c, d }) => integerAnswer(a * a + b * b + c * c + d * d),
  check: {
    method: 'brute force',
    accepts: ({ a, b, c, d }, answer) => {
      const rows = [
        [a, b],
        [c, d],
      ] as const
      let trace = 0
      for (const row of rows) for (const place of [0, 1] as const) trace += row[place] * row[place]
      return isFraction(answer, trace)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [M] = story.letters(matrixNames)
      return {
        setup: `Let $${M} = ${matrix(math)}$, and let $${M}^T$ be its transpose.`,
        ask: `What is the trace of $${M}${M}^T$?`,
        quantity: `the trace of $${M}${M}^T$`,
        steps: () => traceSteps(value),
      }
    },
    ({ value, math, story }) => ({
      setup: `${story.hero.name} multiplies the transpose of the matrix $${matrix(math)}$ by the matrix itself.`,
      ask: `Find the sum of the diagonal entries of the product.`,
      quantity: `the sum of the diagonal entries of ${story.hero.name}’s product`,
      steps: () => traceSteps(value),
    }),
    ({ value, math, story }) => {
      const [S] = story.letters([['S'], ['Q']])
      return {
        setup: `The matrix $${S}$ is the product of $${matrix(math)}$ and its transpose, in this order.`,
        ask: `Determine the trace of $${S}$.`,
        quantity: `the trace of $${S}$`,
        steps: () => traceSteps(value),
      }
    },
  ],
})

function traceSteps({ a, b, c, d }: Entries): readonly string[] {
  const [one, two] = [a * a + b * b, c * c + d * d]
  return [
    `A diagonal entry of the product of a matrix and its transpose is a row times itself, so the trace is the sum of the squares of all entries; the order of the two factors makes no difference to it.`,
    `The rows give $${a}^2 + ${b}^2$ = ${computed(`${a}^2+${b}^2`, one)} and $${c}^2 + ${d}^2$ = ${computed(`${c}^2+${d}^2`, two)}.`,
    `The trace is ${one} + ${two} = ${computed(`${one}+${two}`, one + two)}.`,
  ]
}

export const matrixProductFamilies: readonly Family[] = [imageSum, powerDeterminant, transposeTrace]
