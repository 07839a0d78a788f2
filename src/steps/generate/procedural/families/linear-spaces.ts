import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pureNumber, whole } from './spatial-quantities.ts'
import { isSquare, rootAnswer } from './square-roots.ts'
import { rational } from '../../../../foundations/exact-number/rational.ts'

/** First unknown of a system by Cramer's rule. */
const cramer: Family = defineFamily({
  id: 'unknown-by-cramers-rule',
  knowledgePoints: ['cramers-rule'],
  level: 2,
  result: pureNumber,
  givens: {
    a: whole(2, 12),
    b: whole(2, 12),
    e: whole(6, 400),
    c: whole(2, 12),
    d: whole(2, 12),
    f: whole(6, 400),
  },
  sample: (random, fixed) => {
    const draw = (name: 'a' | 'b' | 'c' | 'd'): number => fixed[name] ?? random.integer(2, 12)
    const [a, b, c, d] = [draw('a'), draw('b'), draw('c'), draw('d')]
    const [x, y] = [random.integer(2, 15), random.integer(2, 15)]
    return { a, b, c, d, e: fixed.e ?? a * x + b * y, f: fixed.f ?? c * x + d * y }
  },
  possible: ({ a, b, c, d }) => a * d !== b * c,
  nice: ({ a, b, c, d, e, f }) => a * d > b * c && e * d > b * f && (e * d - b * f) % (a * d - b * c) === 0,
  solve: ({ a, b, c, d, e, f }) => fractionAnswer(e * d - b * f, a * d - b * c),
  check: {
    method: 'inverse',
    accepts: ({ a, b, c, d, e, f }, answer) => {
      const x = numericValue(answer)
      return Math.abs(c * x + (d * (e - a * x)) / b - f) < 1e-8
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `The unknowns $${x}$ and $${y}$ satisfy $${math.a}${x} + ${math.b}${y} = ${math.e}$ and $${math.c}${x} + ${math.d}${y} = ${math.f}$.`,
        ask: `Use Cramer’s rule to find $${x}$.`,
        quantity: `the value of $${x}$, found with Cramer’s rule`,
        steps: () => cramerSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `A system of linear equations is written as $\\begin{pmatrix} ${math.a} & ${math.b} \\\\ ${math.c} & ${math.d} \\end{pmatrix} \\begin{pmatrix} ${x} \\\\ ${y} \\end{pmatrix} = \\begin{pmatrix} ${math.e} \\\\ ${math.f} \\end{pmatrix}$.`,
        ask: `What value does Cramer’s rule give for $${x}$?`,
        quantity: `the value that Cramer’s rule gives for $${x}$`,
        steps: () => cramerSteps(value),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['lilies', 'roses'],
        ['notebooks', 'folders'],
        ['mugs', 'plates'],
      ] as const)
      return {
        setup: `One customer pays ${text.e} coins for ${text.a} ${one} and ${text.b} ${other}. Another pays ${text.f} coins for ${text.c} ${one} and ${text.d} ${other} at the same prices.`,
        ask: `Write the two purchases as a linear system and find the price of one of the ${one} in coins by Cramer’s rule.`,
        quantity: `the price in coins of one of the ${one}, found by Cramer’s rule`,
        steps: () => cramerSteps(value),
      }
    },
  ],
})

function cramerSteps({
  a,
  b,
  c,
  d,
  e,
  f,
}: {
  a: number
  b: number
  c: number
  d: number
  e: number
  f: number
}): readonly string[] {
  const [all, top] = [a * d - b * c, e * d - b * f]
  return [
    `The determinant of the coefficients is ${a} × ${d} - ${b} × ${c} = ${computed(`${a}*${d}-${b}*${c}`, all)}.`,
    `Replacing its first column by the right sides gives ${e} × ${d} - ${b} × ${f} = ${computed(`${e}*${d}-${b}*${f}`, top)}.`,
    `By Cramer’s rule the first unknown is ${top} ÷ ${all} = ${computed(`${top}/${all}`, top / all)}.`,
  ]
}

/** First unknown of a system in row echelon form. */
const backSubstitution: Family = defineFamily({
  id: 'back-substitution-in-echelon-form',
  knowledgePoints: ['gaussian-elimination'],
  level: 2,
  result: pureNumber,
  givens: {
    a: whole(2, 9),
    b: whole(2, 9),
    p: whole(5, 300),
    c: whole(2, 9),
    q: whole(4, 120),
    r: whole(2, 30),
  },
  sample: (random, fixed) => {
    const draw = (name: 'a' | 'b' | 'c'): number => fixed[name] ?? random.integer(2, 9)
    const [a, b, c] = [draw('a'), draw('b'), draw('c')]
    const [x, y, z] = [random.integer(2, 30), random.integer(2, 10), fixed.r ?? random.integer(2, 10)]
    return { a, b, c, r: z, q: fixed.q ?? y + c * z, p: fixed.p ?? x + a * y + b * z }
  },
  possible: ({ r }) => r > 0,
  nice: ({ a, b, c, p, q, r }) => q > c * r && p - a * (q - c * r) - b * r >= 2,
  solve: ({ a, b, c, p, q, r }) => integerAnswer(p - a * (q - c * r) - b * r),
  check: {
    method: 'inverse',
    // Fill in from the bottom, and test the first row.
    accepts: ({ a, b, c, p, q, r }, answer) => {
      const y = q - c * r
      return numericValue(answer) + a * y + b * r === p
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y, z] = [story.variable(), story.variable(), story.variable()]
      return {
        setup: `Gaussian elimination has turned a linear system in $${x}$, $${y}$ and $${z}$ into $${x} + ${math.a}${y} + ${math.b}${z} = ${math.p}$, $${y} + ${math.c}${z} = ${math.q}$ and $${z} = ${math.r}$.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => backSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `After row reduction, the augmented matrix of a linear system is $\\left(\\begin{array}{ccc|c} 1 & ${math.a} & ${math.b} & ${math.p} \\\\ 0 & 1 & ${math.c} & ${math.q} \\\\ 0 & 0 & 1 & ${math.r} \\end{array}\\right)$. The first unknown of the system is $${x}$.`,
        ask: `Find $${x}$ by back substitution.`,
        quantity: `the value of $${x}$`,
        constants: ['1', '0', '1', '0', '0', '1'],
        steps: () => backSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['rows', 'lines', 'equations'])
      return {
        setup: `${story.hero.name} has reduced the system for the masses of three stones, red, green and blue, to three ${thing}. The blue stone has a mass of ${text.r} grams. One green stone and ${text.c} blue stones have ${text.q} grams together. One red stone, ${text.a} green stones and ${text.b} blue stones have ${text.p} grams together.`,
        ask: `Substitute backwards to find the mass of the red stone in grams.`,
        quantity: `the mass of the red stone in grams`,
        steps: () => backSteps(value),
      }
    },
  ],
})

function backSteps({
  a,
  b,
  c,
  p,
  q,
  r,
}: {
  a: number
  b: number
  c: number
  p: number
  q: number
  r: number
}): readonly string[] {
  const y = q - c * r
  return [
    `The system is in echelon form, so solve from the bottom. The last unknown is ${r}.`,
    `The second unknown is ${q} - ${c} × ${r} = ${computed(`${q}-${c}*${r}`, y)}.`,
    `The first unknown is ${p} - ${a} × ${y} - ${b} × ${r} = ${computed(`${p}-${a}*${y}-${b}*${r}`, p - a * y - b * r)}.`,
  ]
}

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
      const t = story.variable()
      return {
        setup: `Let $M = \\begin{pmatrix} ${math.a} & ${math.b} \\\\ ${math.c} & ${math.d} \\end{pmatrix}$ and let $I$ be the identity matrix.`,
        ask: `Find the largest real number $${t}$ for which $M - ${t}I$ has no inverse.`,
        quantity: `the largest real number $${t}$ for which $M - ${t}I$ has no inverse`,
        steps: () => eigenSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `Some vectors in the plane keep their direction when the matrix $\\begin{pmatrix} ${math.a} & ${math.b} \\\\ ${math.c} & ${math.d} \\end{pmatrix}$ is applied to them, and are only stretched.`,
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
      ask: `What is its trace?`,
      quantity: `the trace of the matrix`,
      steps: () => spectrumSteps(value.determinant, value.eigenvalue),
    }),
    ({ value, math }) => ({
      setup: `For a real matrix $M$ with two rows and two columns, $\\det M = ${math.determinant}$. Some vector $V$ that is not zero satisfies $MV = ${math.eigenvalue}V$.`,
      ask: `Find the sum of the diagonal entries of $M$.`,
      quantity: `the sum of the diagonal entries of $M$`,
      steps: () => spectrumSteps(value.determinant, value.eigenvalue),
    }),
    ({ value, text }) => ({
      setup: `A linear map of the plane multiplies all areas by ${text.determinant}, keeps orientation, and stretches the vectors of one direction by the factor ${text.eigenvalue} without turning them.`,
      ask: `What is the trace of its matrix?`,
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

export const linearSpaceFamilies: readonly Family[] = [
  cramer,
  backSubstitution,
  largerEigenvalue,
  traceFromEigenvalue,
]
