import { integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { integerRoot } from './whole-numbers.ts'

/** The discriminant itself. */
const discriminantValue: Family = defineFamily({
  id: 'discriminant-of-a-quadratic',
  knowledgePoints: ['discriminant'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    square: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    linear: { minimum: 3, maximum: 30, link: { kind: 'number' } },
    constant: { minimum: 2, maximum: 40, link: { kind: 'number' } },
  },
  possible: ({ square, linear, constant }) => linear * linear > 4 * square * constant,
  nice: ({ square, linear, constant }) => linear * linear - 4 * square * constant <= 400,
  solve: ({ square, linear, constant }) => integerAnswer(linear * linear - 4 * square * constant),
  check: {
    method: 'numeric',
    // The square of the distance between the roots times the square of the leading coefficient; roots by bisection.
    accepts: ({ square, linear, constant }, answer) => {
      const f = (x: number): number => (square * x + linear) * x + constant
      const find = (positive: number): number => {
        let [outside, inside] = [positive, -linear / (2 * square)]
        for (let step = 0; step < 100; step++) {
          const middle = (outside + inside) / 2
          if (f(middle) > 0) outside = middle
          else inside = middle
        }
        return outside
      }
      const distance = find(1000) - find(-1000)
      return Math.abs(square * square * distance * distance - numericValue(answer)) < 1e-3
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const polynomial = `$${math.square}${x}^2 + ${math.linear}${x} + ${math.constant}$`
      return {
        setup: '',
        ask: `What is the discriminant of the quadratic ${polynomial}?`,
        quantity: `the discriminant of the quadratic ${polynomial}`,
        constants: ['2'],
        steps: () => discriminantSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `${story.hero.name} solves the equation $${math.square}${x}^2 + ${math.linear}${x} + ${math.constant} = 0$ with the quadratic formula.`,
        ask: `Which number does ${story.hero.name} get under the square root sign before simplifying the root?`,
        quantity: `the number that ${story.hero.name} gets under the square root sign before simplifying the root`,
        constants: ['2', '0'],
        steps: () => discriminantSteps(value),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `A quadratic polynomial in $${x}$ has leading coefficient ${text.square}, linear coefficient ${text.linear} and constant term ${text.constant}.`,
        ask: `Find its discriminant.`,
        quantity: `the discriminant of the quadratic polynomial in $${x}$`,
        steps: () => discriminantSteps(value),
      }
    },
  ],
})

function discriminantSteps(value: { square: number; linear: number; constant: number }): readonly string[] {
  const { square, linear, constant } = value
  const [a, b] = [linear * linear, 4 * square * constant]
  return [
    `The discriminant is the square of the linear coefficient minus four times the product of the other two coefficients.`,
    `The square is $${linear}^2$ = ${computed(`${linear}^2`, a)}, and four times the product is 4 × ${square} × ${constant} = ${computed(`4*${square}*${constant}`, b)}.`,
    `So the discriminant is ${a} - ${b} = ${computed(`${a}-${b}`, a - b)}.`,
  ]
}

/** How many integer linear coefficients leave no real root. */
const rootlessCoefficients: Family = defineFamily({
  id: 'coefficients-without-real-roots',
  knowledgePoints: ['discriminant'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    square: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    constant: { minimum: 2, maximum: 60, link: { kind: 'number' } },
  },
  possible: ({ square, constant }) => square > 0 && constant > 0,
  solve: ({ square, constant }) => integerAnswer(2 * integerRoot(4 * square * constant - 1) + 1),
  check: {
    method: 'brute force',
    accepts: ({ square, constant }, answer) => {
      let count = 0
      for (let linear = -200; linear <= 200; linear++)
        if (linear * linear - 4 * square * constant < 0) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const t = story.variable()
      return {
        setup: '',
        ask: `For how many integers $${t}$ does the equation $${math.square}${x}^2 + ${t}${x} + ${math.constant} = 0$ have no real solution $${x}$?`,
        quantity: `the number of integers $${t}$ for which $${math.square}${x}^2 + ${t}${x} + ${math.constant} = 0$ has no real solution $${x}$`,
        constants: ['2', '0'],
        steps: () => rootlessSteps(value, t),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      const t = story.variable()
      return {
        setup: `The graph of $${f}(${x}) = ${math.square}${x}^2 + ${t}${x} + ${math.constant}$, where $${t}$ is an integer, does not meet the horizontal axis.`,
        ask: `How many values of $${t}$ are possible?`,
        quantity: `the number of possible values of $${t}$`,
        constants: ['2'],
        steps: () => rootlessSteps(value, t),
      }
    },
    ({ value, text, story }) => {
      const t = story.variable()
      return {
        setup: `A quadratic polynomial has leading coefficient ${text.square}, constant term ${text.constant} and an integer $${t}$ as its linear coefficient. All its values at real numbers are positive.`,
        ask: `How many choices are there for $${t}$?`,
        quantity: `the number of choices for $${t}$`,
        steps: () => rootlessSteps(value, t),
      }
    },
  ],
})

function rootlessSteps(value: { square: number; constant: number }, t: string): readonly string[] {
  const bound = 4 * value.square * value.constant
  const largest = integerRoot(bound - 1)
  return [
    `There is no real root exactly when the discriminant is negative, that is when $${t}^2 < 4 \\cdot ${value.square} \\cdot ${value.constant}$.`,
    `The right side is 4 × ${value.square} × ${value.constant} = ${computed(`4*${value.square}*${value.constant}`, bound)}.`,
    `The largest integer whose square is below this is ${largest}, since $${largest}^2$ = ${computed(`${largest}^2`, largest * largest)} but $${largest + 1}^2$ = ${computed(`${largest + 1}^2`, (largest + 1) ** 2)}.`,
    `So the values run from $-${largest}$ to ${largest}, which are 2 × ${largest} + 1 = ${computed(`2*${largest}+1`, 2 * largest + 1)} integers.`,
  ]
}

export const discriminantFamilies: readonly Family[] = [discriminantValue, rootlessCoefficients]
