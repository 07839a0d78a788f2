import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import type { Story } from '../story.ts'
import { computed } from './computed.ts'

/** a^2 − b^2 for numbers close together. */
const squareDifference: Family = defineFamily({
  id: 'difference-of-two-squares',
  knowledgePoints: ['difference-of-squares'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    large: { minimum: 8, maximum: 120, link: { kind: 'number' } },
    small: { minimum: 5, maximum: 118, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const large =
      fixed.large ?? (fixed.small === undefined ? random.integer(12, 99) : fixed.small + random.integer(2, 6))
    return { large, small: fixed.small ?? Math.max(5, large - random.integer(2, 6)) }
  },
  possible: ({ large, small }) => large > small && small > 0,
  nice: ({ large, small }) => large * large - small * small <= 600,
  solve: ({ large, small }) => integerAnswer((large - small) * (large + small)),
  check: {
    method: 'brute force',
    // The difference of two squares is a sum of odd numbers.
    accepts: ({ large, small }, answer) => {
      let sum = 0
      for (let side = small; side < large; side++) sum += 2 * side + 1
      return numericValue(answer) === sum
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `Use a difference of squares to evaluate $${math.large}^2 - ${math.small}^2$.`,
      quantity: `the value of $${math.large}^2 - ${math.small}^2$`,
      constants: ['2', '2'],
      steps: () => differenceSteps(value.large, value.small),
    }),
    ({ value, text, story }) => {
      const [outer, inner] = story.pick([
        ['square lawn', 'square pond'],
        ['square plaza', 'square fountain'],
        ['square terrace', 'square flower bed'],
      ] as const)
      return {
        setup: `In the middle of a ${outer} with sides of ${text.large} decimetres there is a ${inner} with sides of ${text.small} decimetres.`,
        ask: `What area of the ${outer} remains around the ${inner}, in square decimetres?`,
        quantity: `the area of the ${outer} that remains around the ${inner}, in square decimetres`,
        steps: () => differenceSteps(value.large, value.small),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} squares ${text.large} and ${text.small} and subtracts the smaller square from the larger one.`,
      ask: `What is the result?`,
      quantity: `the difference that ${story.hero.name} gets`,
      steps: () => differenceSteps(value.large, value.small),
    }),
  ],
})

function differenceSteps(large: number, small: number): readonly string[] {
  const [difference, sum] = [large - small, large + small]
  return [
    `A difference of squares is the difference of the numbers times their sum: $${large}^2 - ${small}^2 = (${large} - ${small})(${large} + ${small})$.`,
    `The difference is ${large} - ${small} = ${computed(`${large}-${small}`, difference)} and the sum is ${large} + ${small} = ${computed(`${large}+${small}`, sum)}.`,
    `So the value is ${difference} × ${sum} = ${computed(`${difference}*${sum}`, difference * sum)}.`,
  ]
}

/** The sum of two numbers from the difference of their squares. */
const sumFromSquares: Family = defineFamily({
  id: 'number-from-a-difference-of-squares',
  knowledgePoints: ['difference-of-squares'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    difference: { minimum: 2, maximum: 24, link: { kind: 'number' } },
    squares: { minimum: 12, maximum: 1200, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const difference = fixed.difference ?? random.integer(2, 12)
    return { difference, squares: fixed.squares ?? difference * random.integer(difference + 2, 60) }
  },
  possible: ({ difference, squares }) => difference > 0 && squares > difference * difference,
  nice: ({ difference, squares }) => squares % difference === 0,
  solve: ({ difference, squares }) => fractionAnswer(squares, difference),
  check: {
    method: 'inverse',
    accepts: ({ difference, squares }, answer) => {
      const sum = numericValue(answer)
      const [x, y] = [(sum + difference) / 2, (sum - difference) / 2]
      return Math.abs(x * x - y * y - squares) < 1e-7
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `Two positive numbers satisfy $${x} - ${y} = ${math.difference}$ and $${x}^2 - ${y}^2 = ${math.squares}$.`,
        ask: `What is $${x} + ${y}$?`,
        quantity: `the value of $${x} + ${y}$`,
        constants: ['2', '2'],
        steps: () => sumSteps(value),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${story.hero.name} and ${friend.name} each choose a positive number. The squares of their numbers differ by ${text.squares}, and the numbers themselves differ by ${text.difference}.`,
        ask: `What is the sum of the two numbers?`,
        quantity: `the sum of the positive numbers that ${story.hero.name} and ${friend.name} choose`,
        steps: () => sumSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['square fields', 'square tablecloths', 'square windows'])
      return {
        setup: `Of two ${thing}, one has sides that are ${text.difference} units longer than the sides of the other, and its area is ${text.squares} square units greater.`,
        ask: `What do the side lengths of the two ${thing} add up to, in units?`,
        quantity: `the sum of the side lengths of the two ${thing}, in units`,
        steps: () => sumSteps(value),
      }
    },
  ],
})

function sumSteps({ difference, squares }: { difference: number; squares: number }): readonly string[] {
  return [
    `The difference of the squares equals the difference of the numbers times their sum.`,
    `So ${squares} is ${difference} times the sum.`,
    `The sum is ${squares} ÷ ${difference} = ${computed(`${squares}/${difference}`, squares / difference)}.`,
  ]
}

/** x^3 + y^3 from the sum and the product. */
const cubeSum: Family = defineFamily({
  id: 'sum-of-cubes-from-sum-and-product',
  knowledgePoints: ['sum-and-difference-of-cubes'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    sum: { minimum: 3, maximum: 12, link: { kind: 'number' } },
    product: { minimum: 2, maximum: 36, link: { kind: 'number' } },
  },
  possible: ({ sum, product }) => sum * sum > 3 * product && product > 0,
  nice: ({ sum, product }) => sum * sum >= 4 * product && sum ** 3 - 3 * sum * product <= 600,
  solve: ({ sum, product }) => integerAnswer(sum * (sum * sum - 3 * product)),
  check: {
    method: 'numeric',
    // Power sums follow the recursion of the quadratic with these roots.
    accepts: ({ sum, product }, answer) => {
      const powers = [2, sum]
      for (let k = 2; k <= 3; k++)
        powers.push(sum * (powers[k - 1] as number) - product * (powers[k - 2] as number))
      return numericValue(answer) === powers[3]
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `The real numbers $${x}$ and $${y}$ satisfy $${x} + ${y} = ${math.sum}$ and $${x}${y} = ${math.product}$.`,
        ask: `What is the value of $${x}^3 + ${y}^3$?`,
        quantity: `the value of $${x}^3 + ${y}^3$`,
        constants: ['3', '3'],
        steps: () => cubeSteps(value, [x, y]),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} looks for two real numbers with the sum ${text.sum} and the product ${text.product}.`,
      ask: `Find the sum of their cubes.`,
      quantity: `the sum of the cubes of the two real numbers that ${story.hero.name} looks for`,
      steps: () => namedCubeSteps(value, story, `the two numbers`),
    }),
    ({ value, text, story }) => {
      const material = story.pick(['clay', 'ice', 'soap', 'wax'])
      return {
        setup: `Two cubes of ${material} stand side by side. An edge of the first and an edge of the second together measure ${text.sum} cm, and a rectangle with these two edges as its sides has an area of ${text.product} square centimetres.`,
        ask: `What is the total volume of the two cubes in cubic centimetres?`,
        quantity: `the total volume of the two cubes of ${material} in cubic centimetres`,
        steps: () => namedCubeSteps(value, story, `the two edges in centimetres`),
      }
    },
  ],
})

function cubeSteps(
  { sum, product }: { sum: number; product: number },
  [x, y]: readonly [string, string],
): readonly string[] {
  const second = sum * sum - 3 * product
  return [
    `A sum of cubes factors as $${x}^3 + ${y}^3 = (${x} + ${y})(${x}^2 - ${x}${y} + ${y}^2)$, and $${x}^2 - ${x}${y} + ${y}^2 = (${x} + ${y})^2 - 3${x}${y}$.`,
    `The second factor is $${sum}^2 - 3 \\cdot ${product}$ = ${computed(`${sum}^2-3*${product}`, second)}.`,
    `So the sum of the cubes is ${sum} × ${second} = ${computed(`${sum}*${second}`, sum * second)}.`,
  ]
}

function namedCubeSteps(
  value: { sum: number; product: number },
  story: Story,
  numbers: string,
): readonly string[] {
  const [x, y] = [story.variable(), story.variable()]
  return [
    `Call ${numbers} $${x}$ and $${y}$, so $${x} + ${y} = ${value.sum}$ and $${x}${y} = ${value.product}$; we want $${x}^3 + ${y}^3$.`,
    ...cubeSteps(value, [x, y]),
  ]
}

export const specialProductFamilies: readonly Family[] = [squareDifference, sumFromSquares, cubeSum]
