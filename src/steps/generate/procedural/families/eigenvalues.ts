import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { matrixAndVectorNames, matrixNames, matrixPairs, pureNumber, whole } from './spatial-quantities.ts'
import { isSquare, rootAnswer } from './square-roots.ts'
import { rational } from '../../../../foundations/exact-number/rational.ts'

/** Larger eigenvalue of a symmetric matrix with equal diagonal or any matrix with a square discriminant. */
const largerEigenvalue: Family = defineFamily({
  id: 'larger-eigenvalue',
  knowledgePoints: ['eigenvalues'],
  level: 3,
  result: pureNumber,
  givens: { a: whole(2, 30), b: whole(2, 30), c: whole(2, 30), d: whole(2, 30) },
  possible: ({ a, b, c, d }) => (a - d) ** 2 + 4 * b * c > 0,
  nice: ({ a, b, c, d }) => isSquare((a - d) ** 2 + 4 * b * c) && a * d !== b * c,
  solve: ({ a, b, c, d }) => {
    const discriminant = (a - d) ** 2 + 4 * b * c
    const root = rootAnswer(discriminant, rational(1, 2))
    if (root.kind === 'radical') return { ...root, rational: rational(a + d, 2) }
    return fractionAnswer(a + d + Math.round(Math.sqrt(discriminant)), 2)
  },
  check: {
    method: 'inverse',
    // The matrix minus the eigenvalue is singular, and the trace shows that it is the larger one.
    accepts: ({ a, b, c, d }, answer) => {
      const eigenvalue = numericValue(answer)
      return Math.abs((a - eigenvalue) * (d - eigenvalue) - b * c) < 1e-9 && 2 * eigenvalue > a + d
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the larger eigenvalue of the matrix $\\begin{pmatrix} ${math.a} & ${math.b} \\\\ ${math.c} & ${math.d} \\end{pmatrix}$?`,
      quantity: `the larger eigenvalue of the matrix $\\begin{pmatrix} ${math.a} & ${math.b} \\\\ ${math.c} & ${math.d} \\end{pmatrix}$`,
      steps: () => eigenSteps(value),
    }),
    ({ value, math, story }) => {
      const [M] = story.letters(matrixNames)
      const t = story.variable()
      return {
        setup: `Let $${M} = \\begin{pmatrix} ${math.a} & ${math.b} \\\\ ${math.c} & ${math.d} \\end{pmatrix}$ and let $I$ be the identity matrix.`,
        ask: `Find the largest real number $${t}$ for which $${M} - ${t}I$ has no inverse.`,
        quantity: `the largest real number $${t}$ for which $${M} - ${t}I$ has no inverse`,
        steps: () => eigenSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `Some nonzero vectors in the plane keep their direction when the matrix $\\begin{pmatrix} ${math.a} & ${math.b} \\\\ ${math.c} & ${math.d} \\end{pmatrix}$ is applied to them, and are only stretched.`,
      ask: `What is the greatest factor by which such a vector is stretched?`,
      quantity: `the greatest factor by which a vector that keeps its direction is stretched`,
      steps: () => eigenSteps(value),
    }),
  ],
})

function eigenSteps({ a, b, c, d }: { a: number; b: number; c: number; d: number }): readonly string[] {
  const discriminant = (a - d) ** 2 + 4 * b * c
  const root = Math.round(Math.sqrt(discriminant))
  return [
    `An eigenvalue $\\lambda$ satisfies $(${a} - \\lambda)(${d} - \\lambda) - ${b} \\cdot ${c} = 0$.`,
    `The discriminant of this quadratic equation is $(${a} - ${d})^2 + 4 \\cdot ${b} \\cdot ${c}$ = ${computed(`(${a}-${d})^2+4*${b}*${c}`, discriminant)}, and its square root is ${root}.`,
    `The larger solution is (${a} + ${d} + ${root}) ÷ 2 = ${computed(`(${a}+${d}+${root})/2`, (a + d + root) / 2)}.`,
  ]
}

/** Trace of a matrix from its determinant and one eigenvalue. */
const traceFromEigenvalue: Family = defineFamily({
  id: 'trace-from-determinant-and-eigenvalue',
  knowledgePoints: ['determinants', 'eigenvalues', 'transpose-and-trace'],
  level: 3,
  result: pureNumber,
  givens: { determinant: whole(4, 240), eigenvalue: whole(2, 40) },
  sample: (random, fixed) => {
    const eigenvalue = fixed.eigenvalue ?? random.integer(2, 20)
    return { eigenvalue, determinant: fixed.determinant ?? eigenvalue * random.integer(2, 20) }
  },
  possible: ({ determinant, eigenvalue }) => determinant > 0 && eigenvalue > 0,
  nice: ({ determinant, eigenvalue }) => determinant % eigenvalue === 0 && determinant > eigenvalue,
  solve: ({ determinant, eigenvalue }) => fractionAnswer(eigenvalue * eigenvalue + determinant, eigenvalue),
  check: {
    method: 'inverse',
    // The eigenvalue is a zero of the characteristic polynomial.
    accepts: ({ determinant, eigenvalue }, answer) =>
      Math.abs(eigenvalue * eigenvalue - numericValue(answer) * eigenvalue + determinant) < 1e-6,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A square matrix with two rows has the determinant ${text.determinant}, and ${text.eigenvalue} is one of its eigenvalues.`,
      ask: `What is the trace of the matrix?`,
      quantity: `the trace of this square matrix`,
      steps: () => spectrumSteps(value.determinant, value.eigenvalue),
    }),
    ({ value, math, story }) => {
      const [M, V] = story.letters(matrixAndVectorNames)
      return {
        setup: `For a real matrix $${M}$ with two rows and two columns, $\\det ${M} = ${math.determinant}$. Some vector $${V}$ that is not zero satisfies $${M}${V} = ${math.eigenvalue}${V}$.`,
        ask: `Find the sum of the diagonal entries of $${M}$.`,
        quantity: `the sum of the diagonal entries of $${M}$`,
        steps: () => spectrumSteps(value.determinant, value.eigenvalue),
      }
    },
    ({ value, text }) => ({
      setup: `A linear map of the plane multiplies all areas by ${text.determinant}, preserves orientation, and stretches the vectors of one direction by the factor ${text.eigenvalue} without turning them.`,
      ask: `What is the trace of the matrix of this map?`,
      quantity: `the trace of the matrix of the linear map`,
      steps: () => spectrumSteps(value.determinant, value.eigenvalue),
    }),
  ],
})

function spectrumSteps(determinant: number, eigenvalue: number): readonly string[] {
  const other = determinant / eigenvalue
  return [
    `The determinant is the product of the two eigenvalues, so the other one is ${determinant} ÷ ${eigenvalue} = ${computed(`${determinant}/${eigenvalue}`, other)}.`,
    `The trace is the sum of the eigenvalues: ${eigenvalue} + ${other} = ${computed(`${eigenvalue}+${other}`, eigenvalue + other)}.`,
  ]
}

/** Trace of a multiple of a transpose. */
const scaledTrace: Family = defineFamily({
  id: 'trace-of-a-scaled-transpose',
  knowledgePoints: ['transpose-and-trace'],
  level: 1,
  result: pureNumber,
  givens: { times: whole(2, 12), a: whole(2, 30), b: whole(2, 30), c: whole(2, 30) },
  possible: ({ times, a, b, c }) => times > 0 && a + b + c > 0,
  nice: ({ times, a, b, c }) => times * (a + b + c) <= 400,
  solve: ({ times, a, b, c }) => integerAnswer(times * (a + b + c)),
  check: {
    method: 'brute force',
    // Write the matrix with zeros beside the diagonal, transpose it, multiply it, and add up its diagonal.
    accepts: ({ times, a, b, c }, answer) => {
      const rows = [
        [a, 0, 0],
        [0, b, 0],
        [0, 0, c],
      ]
      let trace = 0
      for (const [place, row] of rows.entries())
        for (const [column, entry] of row.entries()) if (column === place) trace += times * entry
      return numericValue(answer) === trace
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [M] = story.letters(matrixNames)
      return {
        setup: `The entries on the main diagonal of a square matrix $${M}$ are $${math.a}$, $${math.b}$ and $${math.c}$, and $${M}^T$ is its transpose.`,
        ask: `What is the trace of $${math.times}${M}^T$?`,
        quantity: `the trace of $${math.times}${M}^T$`,
        steps: () => scaledTraceSteps(value),
      }
    },
    ({ value, text, math, story }) => ({
      setup: `${story.hero.name} transposes a matrix with three rows and three columns whose main diagonal contains the numbers $${math.a}$, $${math.b}$ and $${math.c}$, and then multiplies every entry by ${text.times}.`,
      ask: `Find the trace of the matrix that ${story.hero.name} gets.`,
      quantity: `the trace of the matrix that ${story.hero.name} gets`,
      steps: () => scaledTraceSteps(value),
    }),
    ({ value, math, story }) => {
      const [M, N] = story.letters(matrixPairs)
      return {
        setup: `A matrix $${N}$ is obtained by transposing $${math.times}${M}$, where $${M}$ is a matrix with three rows and three columns whose diagonal entries are $${math.a}$, $${math.b}$ and $${math.c}$.`,
        ask: `What is the sum of the diagonal entries of $${N}$?`,
        quantity: `the sum of the diagonal entries of $${N}$`,
        steps: () => scaledTraceSteps(value),
      }
    },
  ],
})

function scaledTraceSteps({
  times,
  a,
  b,
  c,
}: {
  times: number
  a: number
  b: number
  c: number
}): readonly string[] {
  const sum = a + b + c
  return [
    `Transposing keeps the main diagonal, so it does not change the trace, which is ${a} + ${b} + ${c} = ${computed(`${a}+${b}+${c}`, sum)}.`,
    `Multiplying by ${times} multiplies the trace: ${times} × ${sum} = ${computed(`${times}*${sum}`, times * sum)}.`,
  ]
}

export const eigenvalueFamilies: readonly Family[] = [largerEigenvalue, traceFromEigenvalue, scaledTrace]
