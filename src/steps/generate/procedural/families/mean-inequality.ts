import { simplifyRadical } from '../../../../foundations/exact-number/radical.ts'
import { rational } from '../../../../foundations/exact-number/rational.ts'
import { integerAnswer, numericValue, type Answer } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Smallest value of a x + b / x. */
const smallestSum: Family = defineFamily({
  id: 'smallest-value-by-am-gm',
  knowledgePoints: ['am-gm-inequality'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    top: { minimum: 2, maximum: 400 },
    added: { minimum: 2, maximum: 60, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const factor = fixed.factor ?? random.integer(2, 20)
    return { factor, top: factor * random.integer(1, 8) ** 2, added: fixed.added ?? random.integer(2, 40) }
  },
  possible: ({ factor, top, added }) => factor > 0 && top > 0 && added > 0,
  nice: ({ factor, top }) => top > factor && Number.isInteger(Math.sqrt(factor * top)),
  solve: ({ factor, top, added }) => leastSum(factor * top, added),
  check: {
    method: 'numeric',
    // Golden-section-like narrowing of the lowest point.
    accepts: ({ factor, top, added }, answer) => {
      let [low, high] = [1e-6, 1e4]
      const value = (x: number): number => factor * x + top / x + added
      for (let step = 0; step < 400; step++) {
        const [a, b] = [low + (high - low) / 3, high - (high - low) / 3]
        if (value(a) < value(b)) high = b
        else low = a
      }
      return Math.abs(value((low + high) / 2) - numericValue(answer)) < 1e-4
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const expression = `$${math.factor}${x} + \\frac{${math.top}}{${x}} + ${math.added}$`
      return {
        setup: '',
        ask: `What is the smallest value of ${expression} for positive real numbers $${x}$?`,
        quantity: `the smallest value of ${expression} for positive real numbers $${x}$`,
        steps: () => meanSteps(value, x),
      }
    },
    ({ value, text, math, story }) => {
      const x = story.variable()
      const goods = story.pick(['flour', 'coffee', 'paper', 'fuel'])
      return {
        setup: `If a company orders ${goods} every $${x}$ weeks, its storage costs are $${math.factor}${x}$ euros, its ordering costs are $\\frac{${math.top}}{${x}}$ euros, and there is a fixed cost of ${text.added} euros. The number $${x}$ may be any positive real number.`,
        ask: `What is the smallest possible sum of these costs in euros?`,
        quantity: `the smallest possible total cost in euros of ordering ${goods}`,
        steps: () => meanSteps(value, x),
      }
    },
    ({ value, math, text, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `Two positive real numbers $${x}$ and $${y}$ have the product ${text.top}.`,
        ask: `Find the smallest possible value of $${math.factor}${x} + ${y} + ${math.added}$.`,
        quantity: `the smallest possible value of $${math.factor}${x} + ${y} + ${math.added}$`,
        steps: () => meanSteps(value, x),
      }
    },
  ],
})

/** 2 √product + added, exactly. */
function leastSum(product: number, added: number): Answer {
  const { outside, inside } = simplifyRadical(BigInt(product))
  if (inside === 1n) return integerAnswer(2n * outside + BigInt(added))
  return { kind: 'radical', rational: rational(added), coefficient: rational(2n * outside), radicand: inside }
}

function meanSteps(
  { factor, top, added }: { factor: number; top: number; added: number },
  x: string,
): readonly string[] {
  const product = factor * top
  const root = Math.round(Math.sqrt(product))
  return [
    `The two positive terms that depend on $${x}$ are $${factor}${x}$ and $\\frac{${top}}{${x}}$; their product does not depend on $${x}$: ${factor} × ${top} = ${computed(`${factor}*${top}`, product)}.`,
    `By the inequality between the arithmetic and the geometric mean, their sum is at least twice the square root of this product, which is ${root} since $${root}^2$ = ${computed(`${root}^2`, product)}, and equality holds when the terms are equal.`,
    `So the smallest value is 2 × ${root} + ${added} = ${computed(`2*${root}+${added}`, 2 * root + added)}.`,
  ]
}

export const meanInequalityFamilies: readonly Family[] = [smallestSum]
