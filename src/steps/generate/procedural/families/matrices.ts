import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pureNumber, whole } from './spatial-quantities.ts'

interface Entries {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

/** A matrix of two rows in LaTeX. */
function matrix(math: Readonly<Record<'a' | 'b' | 'c' | 'd', string>>): string {
  return `\\begin{pmatrix} ${math.a} & ${math.b} \\\\ ${math.c} & ${math.d} \\end{pmatrix}`
}

const entries = { a: whole(2, 15), b: whole(2, 15), c: whole(2, 15), d: whole(2, 15) } as const

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
    ({ value, math }) => ({
      setup: `Let $M = ${matrix(math)}$, and let $I$ be the identity matrix of the same size.`,
      ask: `What is the sum of all entries of $${math.times}M + ${math.unit}I$?`,
      quantity: `the sum of all entries of $${math.times}M + ${math.unit}I$`,
      steps: () => sumSteps(value),
    }),
    ({ value, text, math }) => ({
      setup: `Every entry of the matrix $${matrix(math)}$ is multiplied by ${text.times}. Then ${text.unit} is added to each of the two entries on the main diagonal.`,
      ask: `Find the sum of the four entries of the new matrix.`,
      quantity: `the sum of the four entries of the new matrix`,
      steps: () => sumSteps(value),
    }),
    ({ value, text, math, story }) => {
      const drink = story.pick(['tea and coffee', 'soup and salad', 'bread and cake'])
      return {
        setup: `The matrix $D = ${matrix(math)}$ shows how many portions of ${drink} two canteens sell per day: one row for each canteen, one column for each product. For a festival, the plan is $${math.times}D$ plus ${text.unit} extra portions for each entry on the main diagonal.`,
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
    ({ value, math }) => ({
      setup: `Let $M = ${matrix(math)}$ and $V = \\begin{pmatrix} ${math.x} \\\\ ${math.y} \\end{pmatrix}$.`,
      ask: `What is the sum of the two entries of the product $MV$?`,
      quantity: `the sum of the two entries of the product $MV$`,
      steps: () => imageSteps(value),
    }),
    ({ value, math }) => ({
      setup: `The linear map with the matrix $${matrix(math)}$ sends the point $(${math.x}, ${math.y})$ to the point $P$.`,
      ask: `Find the sum of the coordinates of $P$.`,
      quantity: `the sum of the coordinates of $P$`,
      steps: () => imageSteps(value),
    }),
    ({ value, text, math, story }) => {
      const [one, other] = story.pick([
        ['scones', 'muffins'],
        ['tables', 'chairs'],
        ['kites', 'lanterns'],
      ] as const)
      return {
        setup: `In the matrix $${matrix(math)}$, the first column holds the hours of cutting and of finishing, in this order, that a workshop needs for one dozen ${one}, and the second column the same for ${other}. The workshop makes ${text.x} dozen ${one} and ${text.y} dozen ${other}.`,
        ask: `How many hours of work does this take in total?`,
        quantity: `the total number of hours of work in the workshop`,
        steps: () => imageSteps(value),
      }
    },
  ],
})

function imageSteps({ a, b, c, d, x, y }: Entries & { x: number; y: number }): readonly string[] {
  const [one, two] = [a * x + b * y, c * x + d * y]
  return [
    `Each entry of the product is a row of the matrix times the column.`,
    `The entries are ${a} × ${x} + ${b} × ${y} = ${computed(`${a}*${x}+${b}*${y}`, one)} and ${c} × ${x} + ${d} × ${y} = ${computed(`${c}*${x}+${d}*${y}`, two)}.`,
    `Their sum is ${one} + ${two} = ${computed(`${one}+${two}`, one + two)}.`,
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
        ask: `What is the determinant of its matrix of coefficients?`,
        quantity: `the determinant of the matrix of coefficients of this system`,
        constants: ['0', '0'],
        steps: () => determinantSteps(value),
      }
    },
  ],
})

function determinantSteps({ a, b, c, d }: Entries): readonly string[] {
  return [
    `The determinant is the product along the main diagonal minus the product along the other diagonal.`,
    `${a} × ${d} - ${b} × ${c} = ${computed(`${a}*${d}-${b}*${c}`, a * d - b * c)}.`,
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
    ({ value, math }) => ({
      setup: `Let $M = ${matrix(math)}$.`,
      ask: `What is the determinant of the matrix product $MM$?`,
      quantity: `the determinant of the matrix product $MM$`,
      steps: () => powerSteps(value),
    }),
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
    `Applied twice, this gives ${value} × ${value} = ${computed(`${value}*${value}`, value * value)}.`,
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
    ({ value, math }) => ({
      setup: `Let $M = ${matrix(math)}$.`,
      ask: `What is the entry in the top left corner of $${math.times}M^{-1}$?`,
      quantity: `the entry in the top left corner of $${math.times}M^{-1}$`,
      constants: ['1'],
      steps: () => inverseSteps(value),
    }),
    ({ value, text, math, story }) => ({
      setup: `${story.hero.name} inverts the matrix $${matrix(math)}$ and multiplies every entry of the inverse by ${text.times}.`,
      ask: `Which number stands in the first row and first column of the result?`,
      quantity: `the number in the first row and first column of ${story.hero.name}’s result`,
      steps: () => inverseSteps(value),
    }),
    ({ value, math }) => ({
      setup: `The matrices $M = ${matrix(math)}$ and $N$ satisfy $MN = ${math.times}I$, where $I$ is the identity matrix.`,
      ask: `Find the top left entry of $N$.`,
      quantity: `the top left entry of $N$`,
      steps: () => [
        `Multiplying by the inverse of $M$ from the left shows that $N = ${value.times}M^{-1}$.`,
        ...inverseSteps(value),
      ],
    }),
  ],
})

function inverseSteps({ a, b, c, d, times }: Entries & { times: number }): readonly string[] {
  const value = a * d - b * c
  return [
    `To invert the matrix, swap the entries of the main diagonal, change the signs of the other two, and divide by the determinant ${a} × ${d} - ${b} × ${c} = ${computed(`${a}*${d}-${b}*${c}`, value)}.`,
    `So the top left entry of the inverse is ${d}/${value}, and the entry asked for is ${times} × ${d} ÷ ${value} = ${computed(`${times}*${d}/${value}`, (times * d) / value)}.`,
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
    ({ value, math }) => ({
      setup: `Let $M = ${matrix(math)}$, and let $M^T$ be its transpose.`,
      ask: `What is the trace of $MM^T$?`,
      quantity: `the trace of $MM^T$`,
      steps: () => traceSteps(value),
    }),
    ({ value, math, story }) => ({
      setup: `${story.hero.name} multiplies the transpose of the matrix $${matrix(math)}$ by the matrix itself.`,
      ask: `Find the sum of the diagonal entries of the product.`,
      quantity: `the sum of the diagonal entries of ${story.hero.name}’s product`,
      steps: () => traceSteps(value),
    }),
    ({ value, math }) => ({
      setup: `The matrix $S$ is the product of $${matrix(math)}$ and its transpose, in this order.`,
      ask: `Determine the trace of $S$.`,
      quantity: `the trace of $S$`,
      steps: () => traceSteps(value),
    }),
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

export const matrixFamilies: readonly Family[] = [
  scaledSum,
  imageSum,
  determinant,
  powerDeterminant,
  inverseEntry,
  transposeTrace,
]
