import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** x y from x + y and x^2 + y^2. */
const productFromSquares: Family = defineFamily({
  id: 'product-from-sum-and-squares',
  knowledgePoints: ['symmetric-polynomials'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    sum: { minimum: 4, maximum: 40, link: { kind: 'number' } },
    squares: { minimum: 10, maximum: 1200 },
  },
  sample: (random, fixed) => {
    const sum = fixed.sum ?? random.integer(5, 26)
    const small = random.integer(1, Math.max(1, Math.floor((sum - 1) / 2)))
    return { sum, squares: small * small + (sum - small) ** 2 }
  },
  possible: ({ sum, squares }) => sum * sum > squares && 2 * squares >= sum * sum,
  nice: ({ sum, squares }) => (sum * sum - squares) % 2 === 0,
  solve: ({ sum, squares }) => fractionAnswer(sum * sum - squares, 2),
  check: {
    method: 'numeric',
    accepts: ({ sum, squares }, answer) => {
      const half = Math.sqrt(Math.max(0, squares / 2 - (sum * sum) / 4))
      const [x, y] = [sum / 2 + half, sum / 2 - half]
      return Math.abs(x * y - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `Real numbers $${x}$ and $${y}$ satisfy $${x} + ${y} = ${math.sum}$ and $${x}^2 + ${y}^2 = ${math.squares}$.`,
        ask: `What is the value of $${x}${y}$?`,
        quantity: `the value of $${x}${y}$`,
        constants: ['2', '2'],
        steps: () => productSteps(value),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['rug', 'picture frame', 'garden bed'])
      return {
        setup: `The length and the width of a rectangular ${place} together measure ${text.sum} decimetres, and a square on its length and a square on its width together have an area of ${text.squares} square decimetres.`,
        ask: `What is the area of the ${place} in square decimetres?`,
        quantity: `the area of the ${place} in square decimetres`,
        steps: () => productSteps(value),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${story.hero.name} and ${friend.name} each think of a number. The two numbers have the sum ${text.sum}, and their squares have the sum ${text.squares}.`,
        ask: `What is the product of the two numbers?`,
        quantity: `the product of the numbers that ${story.hero.name} and ${friend.name} think of`,
        steps: () => productSteps(value),
      }
    },
  ],
})

function productSteps({ sum, squares }: { sum: number; squares: number }): readonly string[] {
  const difference = sum * sum - squares
  return [
    `The square of the sum is the sum of the squares plus twice the product.`,
    `The square of the sum is $${sum}^2$ = ${computed(`${sum}^2`, sum * sum)}, so twice the product is ${sum * sum} - ${squares} = ${computed(`${sum * sum}-${squares}`, difference)}.`,
    `The product is ${difference} ÷ 2 = ${computed(`${difference}/2`, difference / 2)}.`,
  ]
}

export const symmetricPolynomialFamilies: readonly Family[] = [productFromSquares]
