import { rational } from '../../../../foundations/exact-number/rational.ts'
import { simplifyRadical } from '../../../../foundations/exact-number/radical.ts'
import { fractionAnswer, integerAnswer, integerValue, numericValue, type Answer } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { integerRoot } from './whole-numbers.ts'

interface SumAndProduct {
  readonly sum: number
  readonly product: number
}

/** Sum of the squares of the roots. */
const rootSquares: Family = defineFamily({
  id: 'sum-of-squares-of-roots',
  knowledgePoints: ['vietas-formulas'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    sum: { minimum: 4, maximum: 24, link: { kind: 'number' } },
    product: { minimum: 2, maximum: 120, link: { kind: 'number' } },
  },
  possible: ({ sum, product }) => sum * sum >= 4 * product && product > 0,
  nice: ({ sum, product }) => sum * sum - 2 * product <= 400,
  solve: ({ sum, product }) => integerAnswer(sum * sum - 2 * product),
  check: {
    method: 'numeric',
    accepts: ({ sum, product }, answer) => {
      const half = Math.sqrt(Math.max(0, (sum * sum) / 4 - product))
      const [a, b] = [sum / 2 + half, sum / 2 - half]
      return Math.abs(a * a + b * b - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$${x}^2 - ${math.sum}${x} + ${math.product} = 0$`
      return {
        setup: '',
        ask: `What is the sum of the squares of the solutions of ${equation}?`,
        quantity: `the sum of the squares of the solutions of ${equation}`,
        constants: ['2', '0'],
        steps: () => squareSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const [u, w] = [story.variable(), story.variable()]
      return {
        setup: `Let $${u}$ and $${w}$ be the roots of the polynomial $${x}^2 - ${math.sum}${x} + ${math.product}$.`,
        ask: `Find the value of $${u}^2 + ${w}^2$.`,
        quantity: `the value of $${u}^2 + ${w}^2$`,
        constants: ['2', '2', '2'],
        steps: () => squareSteps(value),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} draws two squares. The side lengths of the squares in centimetres are the roots of a quadratic equation; the sum of the roots is ${text.sum} and their product is ${text.product}.`,
      ask: `What is the total area of the two squares in square centimetres?`,
      quantity: `the total area of ${story.hero.name}’s two squares in square centimetres`,
      steps: () => squareSteps(value),
    }),
  ],
})

function squareSteps({ sum, product }: SumAndProduct): readonly string[] {
  return [
    `By Vieta’s formulas, the sum of the roots is ${sum} and their product is ${product}.`,
    `The square of the sum contains both squares and twice the product, so the sum of the squares is $${sum}^2 - 2 \\cdot ${product}$.`,
    `That is ${sum * sum} - ${2 * product} = ${computed(`${sum * sum}-${2 * product}`, sum * sum - 2 * product)}.`,
  ]
}

/** A coefficient from one known root: the other root by Vieta. */
const otherRoot: Family = defineFamily({
  id: 'other-root-from-the-sum',
  knowledgePoints: ['vietas-formulas'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    known: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    sum: { minimum: 5, maximum: 90, link: { kind: 'number' } },
  },
  possible: ({ known, sum }) => sum > known,
  nice: ({ known, sum }) => known * (sum - known) <= 400,
  solve: ({ known, sum }) => integerAnswer(known * (sum - known)),
  check: {
    method: 'numeric',
    // Solve the finished equation: the known root must be one of the two.
    accepts: ({ known, sum }, answer) => {
      const half = Math.sqrt((sum * sum) / 4 - numericValue(answer))
      return Math.min(Math.abs(sum / 2 + half - known), Math.abs(sum / 2 - half - known)) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const t = story.variable()
      return {
        setup: `One solution of the equation $${x}^2 - ${math.sum}${x} + ${t} = 0$, in which $${t}$ is a constant, is $${x} = ${math.known}$.`,
        ask: `What is the value of $${t}$?`,
        quantity: `the value of $${t}$`,
        constants: ['2', '0'],
        steps: () => otherSteps(value),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} writes down a quadratic polynomial with leading coefficient one. The sum of its two roots is ${text.sum}, and one of the roots is ${text.known}.`,
      ask: `What is the constant term of ${story.hero.name}’s polynomial?`,
      quantity: `the constant term of ${story.hero.name}’s polynomial`,
      steps: () => otherSteps(value),
    }),
    ({ value, math, story }) => {
      const x = story.variable()
      const [u, t] = [story.variable(), story.variable()]
      return {
        setup: `The numbers $${math.known}$ and $${u}$ are the roots of $${x}^2 - ${math.sum}${x} + ${t}$.`,
        ask: `Find $${t}$.`,
        quantity: `the value of $${t}$`,
        constants: ['2'],
        steps: () => otherSteps(value),
      }
    },
  ],
})

function otherSteps({ known, sum }: { known: number; sum: number }): readonly string[] {
  return [
    `By Vieta’s formulas the two roots add up to ${sum}, so the other root is ${sum} - ${known} = ${computed(`${sum}-${known}`, sum - known)}.`,
    `The constant term is the product of the roots: ${known} × ${sum - known} = ${computed(`${known}*${sum - known}`, known * (sum - known))}.`,
  ]
}

/** The square of the difference of the roots, which is the discriminant. */
const rootDifference: Family = defineFamily({
  id: 'squared-difference-of-roots',
  knowledgePoints: ['vietas-formulas', 'discriminant'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    sum: { minimum: 5, maximum: 30, link: { kind: 'number' } },
    product: { minimum: 2, maximum: 200, link: { kind: 'number' } },
  },
  possible: ({ sum, product }) => sum * sum > 4 * product && product > 0,
  nice: ({ sum, product }) => sum * sum - 4 * product <= 400,
  solve: ({ sum, product }) => integerAnswer(sum * sum - 4 * product),
  check: {
    method: 'numeric',
    accepts: ({ sum, product }, answer) => {
      // Newton's method from the right finds the larger root.
      let root = sum
      for (let step = 0; step < 200; step++) root -= (root * root - sum * root + product) / (2 * root - sum)
      const difference = root - product / root
      return Math.abs(difference * difference - numericValue(answer)) < 1e-5
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const [u, w] = [story.variable(), story.variable()]
      return {
        setup: `The equation $${x}^2 - ${math.sum}${x} + ${math.product} = 0$ has the solutions $${u}$ and $${w}$.`,
        ask: `What is the value of $(${u} - ${w})^2$?`,
        quantity: `the value of $(${u} - ${w})^2$`,
        constants: ['2', '0', '2'],
        steps: () => differenceSteps(value),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `The graph of $${f}(${x}) = ${x}^2 - ${math.sum}${x} + ${math.product}$ meets the horizontal axis at two points.`,
        ask: `What is the area of a square whose side is the segment between these points?`,
        quantity: `the area of a square whose side joins the two points where the graph of $${f}$ meets the horizontal axis`,
        constants: ['2'],
        steps: () => differenceSteps(value),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} thinks of two real numbers whose sum is ${text.sum} and whose product is ${text.product}.`,
      ask: `What is the square of the difference of ${story.hero.name}’s numbers?`,
      quantity: `the square of the difference of ${story.hero.name}’s two numbers`,
      steps: () => differenceSteps(value),
    }),
  ],
})

function differenceSteps({ sum, product }: SumAndProduct): readonly string[] {
  return [
    `The two numbers have the sum ${sum} and the product ${product}.`,
    `The square of the difference is the square of the sum minus four times the product, which is exactly the discriminant of the quadratic with these two roots and leading coefficient one.`,
    `So it is $${sum}^2 - 4 \\cdot ${product}$ = ${computed(`${sum}^2-4*${product}`, sum * sum - 4 * product)}.`,
  ]
}

/** Two numbers with a known difference and product. */
const rectangleSide: Family = defineFamily({
  id: 'side-from-difference-and-area',
  knowledgePoints: ['quadratic-word-problems'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    difference: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    area: { minimum: 15, maximum: 2400 },
  },
  sample: (random, fixed) => {
    const difference = fixed.difference ?? random.integer(2, 20)
    const width = random.integer(3, 36)
    return { difference, area: width * (width + difference) }
  },
  possible: ({ difference, area }) => difference > 0 && area > 0,
  nice: ({ difference, area }) => sideOf(difference, area) !== undefined,
  solve: ({ difference, area }) => positiveRoot(difference, area),
  check: {
    method: 'brute force',
    accepts: ({ difference, area }, answer) => {
      for (let width = 1; width * width <= area; width++)
        if (width * (width + difference) === area) return integerValue(answer) === width
      return false
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const place = story.pick(['vegetable garden', 'classroom', 'parking lot', 'swimming pool'])
      return {
        setup: `The length of a rectangular ${place} is ${text.difference} metres greater than its width, and its area is ${text.area} square metres.`,
        ask: `What is the width of the ${place} in metres?`,
        quantity: `the width of the ${place} in metres`,
        steps: () => sideSteps(value, story.variable(), 'width in metres'),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} multiplies two positive integers and gets ${text.area}. One of the integers is ${text.difference} more than the other.`,
      ask: `What is the smaller of the two integers?`,
      quantity: `the smaller of the two integers that ${story.hero.name} multiplies`,
      steps: () => sideSteps(value, story.variable(), 'smaller integer'),
    }),
    ({ value, text, story }) => {
      const [place, things] = story.pick([
        ['A theatre', 'seats'],
        ['An orchard', 'apple trees'],
        ['A vineyard', 'vines'],
      ] as const)
      return {
        setup: `${place} has ${text.area} ${things} in rows of equal length. In each row there are ${text.difference} more ${things} than there are rows.`,
        ask: `How many rows are there?`,
        quantity: `the number of rows of ${things}`,
        steps: () => sideSteps(value, story.variable(), 'number of rows'),
      }
    },
  ],
})

/** The positive solution w of w (w + d) = A, whole or not. */
function positiveRoot(difference: number, area: number): Answer {
  const { outside: coefficient, inside: radicand } = simplifyRadical(
    BigInt(difference * difference + 4 * area),
  )
  if (radicand === 1n) return fractionAnswer(coefficient - BigInt(difference), 2)
  return {
    kind: 'radical',
    rational: rational(-difference, 2),
    coefficient: rational(coefficient, 2),
    radicand,
  }
}

/** The positive integer w with w (w + d) = A. */
function sideOf(difference: number, area: number): number | undefined {
  const root = integerRoot(difference * difference + 4 * area)
  const side = (root - difference) / 2
  return Number.isInteger(side) && side > 0 && side * (side + difference) === area ? side : undefined
}

function sideSteps(
  { difference, area }: { difference: number; area: number },
  x: string,
  name: string,
): readonly string[] {
  const side = sideOf(difference, area) ?? 0
  const discriminant = difference * difference + 4 * area
  return [
    `Let $${x}$ be the ${name}; then $${x}(${x} + ${difference}) = ${area}$, that is $${x}^2 + ${difference}${x} - ${area} = 0$.`,
    `The discriminant is $${difference}^2 + 4 \\cdot ${area}$ = ${computed(`${difference}^2+4*${area}`, discriminant)}, and its square root is ${2 * side + difference}.`,
    `The positive solution is (${2 * side + difference} - ${difference}) ÷ 2 = ${computed(`(${2 * side + difference}-${difference})/2`, side)}.`,
    `Indeed ${side} × ${side + difference} = ${computed(`${side}*${side + difference}`, area)}.`,
  ]
}

export const quadraticRootFamilies: readonly Family[] = [
  rootSquares,
  otherRoot,
  rootDifference,
  rectangleSide,
]
