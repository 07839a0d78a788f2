import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { integerRoot } from './whole-numbers.ts'

interface SumAndProduct {
  readonly sum: number
  readonly product: number
}

/** The larger root of x^2 − s x + p written as u + √w. */
const formulaParts: Family = defineFamily({
  id: 'root-with-a-square-root',
  knowledgePoints: ['quadratic-formula'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    sum: { minimum: 4, maximum: 40, step: 2, link: { kind: 'number' } },
    product: { minimum: 2, maximum: 240, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const half = fixed.sum === undefined ? random.integer(2, 14) : fixed.sum / 2
    if (fixed.product !== undefined)
      return {
        sum: fixed.sum ?? 2 * (integerRoot(fixed.product) + random.integer(1, 5)),
        product: fixed.product,
      }
    return {
      sum: 2 * half,
      product: half * half - random.integer(2, Math.max(2, Math.min(60, half * half - 2))),
    }
  },
  possible: ({ sum, product }) =>
    sum % 2 === 0 && product > 0 && underRoot({ sum, product }) > 1 && !isSquare(underRoot({ sum, product })),
  solve: ({ sum, product }) => integerAnswer(sum / 2 + underRoot({ sum, product })),
  check: {
    method: 'numeric',
    accepts: ({ sum, product }, answer) => {
      const under = numericValue(answer) - sum / 2
      const root = sum / 2 + Math.sqrt(under)
      return under > 0 && Math.abs(root * root - sum * root + product) < 1e-7
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const [u, w] = [story.variable(), story.variable()]
      return {
        setup: `The larger solution of $${x}^2 - ${math.sum}${x} + ${math.product} = 0$ can be written as $${u} + \\sqrt{${w}}$ with positive integers $${u}$ and $${w}$.`,
        ask: `What is $${u} + ${w}$?`,
        quantity: `the value of $${u} + ${w}$`,
        constants: ['2', '0'],
        steps: () => formulaSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const [u, w] = [story.variable(), story.variable()]
      return {
        setup: `Two real numbers have the sum ${text.sum} and the product ${text.product}. The greater of them has the form $${u} + \\sqrt{${w}}$, where $${u}$ and $${w}$ are positive integers.`,
        ask: `Find the value of $${u} + ${w}$.`,
        quantity: `the value of $${u} + ${w}$`,
        steps: () => formulaSteps(value, story.variable()),
      }
    },
    ({ value, text, story }) => {
      const [u, w] = [story.variable(), story.variable()]
      const place = story.pick(['flower bed', 'playground', 'fish pond', 'stage'])
      return {
        setup: `The length and the width of a rectangular ${place} add up to ${text.sum} metres, and its area is ${text.product} square metres. The length, which is greater than the width, is exactly $${u} + \\sqrt{${w}}$ metres for positive integers $${u}$ and $${w}$.`,
        ask: `What is the sum of $${u}$ and $${w}$?`,
        quantity: `the sum of $${u}$ and $${w}$`,
        steps: () => formulaSteps(value, story.variable()),
      }
    },
  ],
})

/** (s/2)^2 − p. */
function underRoot({ sum, product }: SumAndProduct): number {
  return (sum * sum) / 4 - product
}

function isSquare(whole: number): boolean {
  return integerRoot(whole) ** 2 === whole
}

function formulaSteps(value: SumAndProduct, x: string): readonly string[] {
  const { sum, product } = value
  const [half, under] = [sum / 2, underRoot(value)]
  const discriminant = sum * sum - 4 * product
  return [
    `The equation is $${x}^2 - ${sum}${x} + ${product} = 0$, and the quadratic formula gives $${x} = \\frac{${sum} \\pm \\sqrt{${sum}^2 - 4 \\cdot ${product}}}{2}$.`,
    `Under the root stands $${sum}^2 - 4 \\cdot ${product}$ = ${computed(`${sum}^2-4*${product}`, discriminant)}, which is 4 × ${under} = ${computed(`4*${under}`, discriminant)}.`,
    `Taking the factor 2 out of the root and dividing by 2, the larger solution is $${half} + \\sqrt{${under}}$.`,
    `The sum of the two integers is ${half} + ${under} = ${computed(`${half}+${under}`, half + under)}.`,
  ]
}

/** The constant left after completing the square. */
const completedConstant: Family = defineFamily({
  id: 'constant-after-completing-the-square',
  knowledgePoints: ['completing-the-square'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    linear: { minimum: 4, maximum: 24, step: 2, link: { kind: 'number' } },
    constant: { minimum: 6, maximum: 300, link: { kind: 'number' } },
  },
  possible: ({ linear, constant }) => linear % 2 === 0 && constant > (linear * linear) / 4,
  solve: ({ linear, constant }) => fractionAnswer(4 * constant - linear * linear, 4),
  check: {
    method: 'numeric',
    // The least value that the expression takes at an integer, since its lowest point is at one.
    accepts: ({ linear, constant }, answer) => {
      let least = constant
      for (let x = -linear; x <= 0; x++) least = Math.min(least, x * x + linear * x + constant)
      return numericValue(answer) === least
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const [u, w] = [story.variable(), story.variable()]
      return {
        setup: `The expression $${x}^2 + ${math.linear}${x} + ${math.constant}$ is equal to $(${x} + ${u})^2 + ${w}$ for all $${x}$, where $${u}$ and $${w}$ are constants.`,
        ask: `What is $${w}$?`,
        quantity: `the value of $${w}$`,
        constants: ['2', '2'],
        steps: () => completeSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const expression = `$${x}^2 + ${math.linear}${x} + ${math.constant}$`
      return {
        setup: '',
        ask: `By completing the square, find the smallest value that ${expression} takes for real $${x}$.`,
        quantity: `the smallest value that ${expression} takes for real $${x}$`,
        constants: ['2'],
        steps: () => completeSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `By completing the square, ${story.hero.name} writes $${x}^2 + ${math.linear}${x} + ${math.constant}$ as the square of a binomial plus a constant.`,
        ask: `What is this constant?`,
        quantity: `the constant that ${story.hero.name} adds to the square of the binomial`,
        constants: ['2'],
        steps: () => completeSteps(value, x),
      }
    },
  ],
})

function completeSteps(value: { linear: number; constant: number }, x: string): readonly string[] {
  const { linear, constant } = value
  const half = linear / 2
  return [
    `Half of the coefficient of $${x}$ is ${linear} ÷ 2 = ${computed(`${linear}/2`, half)}, and its square is $${half}^2$ = ${computed(`${half}^2`, half * half)}.`,
    `So $${x}^2 + ${linear}${x} = (${x} + ${half})^2 - ${half * half}$.`,
    `The constant that remains is ${constant} - ${half * half} = ${computed(`${constant}-${half * half}`, constant - half * half)}, so the expression is $(${x} + ${half})^2 + ${constant - half * half}$.`,
  ]
}

export const quadraticEquationFamilies: readonly Family[] = [formulaParts, completedConstant]
