import { integerAnswer, numericValue, fractionAnswer } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { integerRoot } from './whole-numbers.ts'

interface FourCoefficients {
  readonly first: number
  readonly second: number
  readonly third: number
  readonly fourth: number
}

/** A coefficient of the product of two quadratics. */
const productCoefficient: Family = defineFamily({
  id: 'square-coefficient-of-a-product',
  knowledgePoints: ['polynomial-addition-and-multiplication'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    second: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    third: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    fourth: { minimum: 2, maximum: 40, link: { kind: 'number' } },
  },
  possible: ({ first, second, third, fourth }) => first * third + second > fourth,
  nice: ({ first, second, third, fourth }) => first * third + second - fourth <= 250,
  solve: ({ first, second, third, fourth }) => integerAnswer(first * third + second - fourth),
  check: {
    method: 'numeric',
    // Interpolation: the even part of the product at 1 and 2 fixes the coefficient of the square.
    accepts: ({ first, second, third, fourth }, answer) => {
      const product = (x: number): number => (x * x + first * x + second) * (x * x + third * x - fourth)
      const even = (x: number): number => (product(x) + product(-x)) / 2 + second * fourth
      return numericValue(answer) === (16 * even(1) - even(2)) / 12
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const product = `$(${x}^2 + ${math.first}${x} + ${math.second})(${x}^2 + ${math.third}${x} - ${math.fourth})$`
      return {
        setup: '',
        ask: `What is the coefficient of $${x}^2$ in the expansion of ${product}?`,
        quantity: `the coefficient of $${x}^2$ in the expansion of ${product}`,
        constants: ['2', '2', '2'],
        steps: () => productSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const g = story.functionName()
      const x = story.variable()
      return {
        setup: `Let $${f}(${x}) = ${x}^2 + ${math.third}${x} - ${math.fourth}$ and $${g}(${x}) = ${x}^2 + ${math.first}${x} + ${math.second}$. The product of $${f}$ and $${g}$ is a polynomial of degree four.`,
        ask: `What is the coefficient of its quadratic term?`,
        quantity: `the coefficient of the quadratic term of the product of $${f}$ and $${g}$`,
        constants: ['2', '2'],
        steps: () => productSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `${story.hero.name} multiplies the polynomials $${x}^2 + ${math.first}${x} + ${math.second}$ and $${x}^2 + ${math.third}${x} - ${math.fourth}$ and arranges the result by powers of $${x}$.`,
        ask: `What is the coefficient of the square of $${x}$ in the result?`,
        quantity: `the coefficient of the square of $${x}$ in ${story.hero.name}’s result`,
        constants: ['2', '2'],
        steps: () => productSteps(value, x),
      }
    },
  ],
})

function productSteps(value: FourCoefficients, x: string): readonly string[] {
  const { first, second, third, fourth } = value
  return [
    `Terms with $${x}^2$ arise in three ways: square times constant, constant times square, and linear times linear.`,
    `The linear terms give ${first} × ${third} = ${computed(`${first}*${third}`, first * third)}, and the other two ways give ${second} and $-${fourth}$.`,
    `The coefficient is ${first * third} + ${second} - ${fourth} = ${computed(`${first * third}+${second}-${fourth}`, first * third + second - fourth)}.`,
  ]
}

/** A coefficient from a known factor. */
const unknownCoefficient: Family = defineFamily({
  id: 'coefficient-from-a-factor',
  knowledgePoints: ['factor-theorem'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    root: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    constant: { minimum: 4, maximum: 240, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const root = fixed.root ?? random.integer(2, 10)
    return { root, constant: fixed.constant ?? root * random.integer(2, 24) }
  },
  possible: ({ root, constant }) => root > 0 && constant > 0,
  nice: ({ root, constant }) => constant % root === 0,
  solve: ({ root, constant }) => fractionAnswer(root * root + constant, root),
  check: {
    method: 'inverse',
    accepts: ({ root, constant }, answer) =>
      Math.abs(root * root - numericValue(answer) * root + constant) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const t = story.variable()
      return {
        setup: `The polynomial $${x}^2 - ${t}${x} + ${math.constant}$ has the factor $${x} - ${math.root}$.`,
        ask: `What is the value of the constant $${t}$?`,
        quantity: `the value of the constant $${t}$`,
        constants: ['2'],
        steps: () => factorSteps(value, t),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      const t = story.variable()
      return {
        setup: `Let $${f}(${x}) = ${x}^2 - ${t}${x} + ${math.constant}$, where $${t}$ is a number such that $${f}(${x})$ is divisible by $${x} - ${math.root}$ without remainder.`,
        ask: `Find $${t}$.`,
        quantity: `the number $${t}$`,
        constants: ['2'],
        steps: () => factorSteps(value, t),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const t = story.variable()
      return {
        setup: `The area of a rectangular sheet is $${x}^2 - ${t}${x} + ${math.constant}$ square centimetres, and one of its sides is $${x} - ${math.root}$ centimetres long. The other side is a linear polynomial in $${x}$, and $${t}$ is a fixed number.`,
        ask: `Which number is $${t}$?`,
        quantity: `the fixed number $${t}$`,
        constants: ['2'],
        steps: () => factorSteps(value, t),
      }
    },
  ],
})

function factorSteps(value: { root: number; constant: number }, t: string): readonly string[] {
  const { root, constant } = value
  const sum = root * root + constant
  return [
    `By the factor theorem the polynomial is zero at ${root}, so $${root}^2 - ${root}${t} + ${constant} = 0$.`,
    `Hence $${root}${t}$ equals $${root}^2 + ${constant}$ = ${computed(`${root}^2+${constant}`, sum)}.`,
    `So $${t}$ = ${sum} ÷ ${root} = ${computed(`${sum}/${root}`, sum / root)}.`,
  ]
}

/** Largest root of x^3 − s x^2 + p x. */
const largestRoot: Family = defineFamily({
  id: 'largest-root-of-a-cubic',
  knowledgePoints: ['roots-of-polynomials'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    sum: { minimum: 5, maximum: 50, link: { kind: 'number' } },
    product: { minimum: 4, maximum: 500 },
  },
  sample: (random, fixed) => {
    const sum = fixed.sum ?? random.integer(7, 36)
    const small = random.integer(2, Math.max(2, Math.floor((sum - 1) / 2)))
    return { sum, product: small * (sum - small) }
  },
  possible: ({ sum, product }) => {
    const discriminant = sum * sum - 4 * product
    return product > 0 && discriminant > 0 && integerRoot(discriminant) ** 2 === discriminant
  },
  solve: ({ sum, product }) => fractionAnswer(sum + integerRoot(sum * sum - 4 * product), 2),
  check: {
    method: 'inverse',
    // No number above it is a root any more: the cubic vanishes there and its other factor is larger than half the sum.
    accepts: ({ sum, product }, answer) => {
      const x = numericValue(answer)
      return Math.abs(x ** 3 - sum * x * x + product * x) < 1e-6 && 2 * x > sum
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const polynomial = `${x}^3 - ${math.sum}${x}^2 + ${math.product}${x}`
      return {
        setup: '',
        ask: `What is the largest root of the polynomial $${polynomial}$?`,
        quantity: `the largest root of the polynomial $${polynomial}$`,
        constants: ['3', '2'],
        steps: () => cubicRootSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The equation $${x}^3 + ${math.product}${x} = ${math.sum}${x}^2$ has three different real solutions.`,
        ask: `Find the greatest of the three solutions.`,
        quantity: `the greatest solution $${x}$ of the cubic equation`,
        constants: ['3', '2'],
        steps: () => cubicRootSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `The graph of $${f}(${x}) = ${x}^3 - ${math.sum}${x}^2 + ${math.product}${x}$ crosses the horizontal axis at the origin and at two more points.`,
        ask: `What is the distance between the two outermost crossing points?`,
        quantity: `the distance between the two outermost points at which the graph of $${f}$ crosses the horizontal axis`,
        constants: ['3', '2'],
        steps: () => cubicRootSteps(value, x),
      }
    },
  ],
})

function cubicRootSteps({ sum, product }: { sum: number; product: number }, x: string): readonly string[] {
  const large = (sum + integerRoot(sum * sum - 4 * product)) / 2
  const small = sum - large
  return [
    `Every term contains $${x}$, so $${x}$ can be taken out: $${x}(${x}^2 - ${sum}${x} + ${product}) = 0$, and one root is 0.`,
    `For the quadratic factor we need two numbers with sum ${sum} and product ${product}: ${small} + ${large} = ${computed(`${small}+${large}`, sum)} and ${small} × ${large} = ${computed(`${small}*${large}`, product)}.`,
    `The roots are 0, ${small} and ${large}; the largest is ${large}.`,
  ]
}

export const polynomialFamilies: readonly Family[] = [productCoefficient, unknownCoefficient, largestRoot]
