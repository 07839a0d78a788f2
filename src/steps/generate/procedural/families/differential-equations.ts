import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { rational } from '../../../../foundations/exact-number/rational.ts'
import { computed } from './computed.ts'
import { pureNumber, whole } from './spatial-quantities.ts'
import { isSquare, rootAnswer } from './square-roots.ts'

/** Long-run value of a first-order linear equation. */
const linearEquation: Family = defineFamily({
  id: 'limit-of-a-first-order-linear-equation',
  knowledgePoints: ['first-order-linear-equations'],
  level: 3,
  result: pureNumber,
  givens: { rate: whole(2, 30), inflow: whole(4, 600) },
  sample: (random, fixed) => {
    const rate = fixed.rate ?? random.integer(2, 12)
    return { rate, inflow: fixed.inflow ?? rate * random.integer(2, 40) }
  },
  possible: ({ rate, inflow }) => rate > 0 && inflow > 0,
  nice: ({ rate, inflow }) => inflow % rate === 0 && inflow > rate,
  solve: ({ rate, inflow }) => fractionAnswer(inflow, rate),
  check: {
    method: 'simulation',
    // Implicit steps in time until the value settles.
    accepts: ({ rate, inflow }, answer) => {
      let y = 0
      for (let step = 0; step < 4000; step++) y = (y + 0.05 * inflow) / (1 + 0.05 * rate)
      return Math.abs(y - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `A function $${y}$ of $${x}$ satisfies $\\frac{d${y}}{d${x}} + ${math.rate}${y} = ${math.inflow}$.`,
        ask: `Which value does $${y}$ approach as $${x}$ tends to infinity?`,
        quantity: `the value that $${y}$ approaches as $${x}$ tends to infinity`,
        steps: () => settleSteps(value.rate, value.inflow),
      }
    },
    ({ value, text, math, story }) => {
      const m = story.variable()
      const [stuff, where] = story.pick([
        ['salt', 'a mixing tank'],
        ['dye', 'a settling pond'],
        ['carbon dioxide', 'a greenhouse'],
      ] as const)
      return {
        setup: `Every hour, ${text.inflow} grams of ${stuff} enter ${where} evenly, while ${stuff} leaves it at the rate of $${math.rate}${m}$ grams per hour whenever $${m}$ grams are there.`,
        ask: `What amount of ${stuff}, in grams, is approached in the long run?`,
        quantity: `the amount of ${stuff} in grams that is approached in the long run in ${where.replace('a ', 'the ')}`,
        steps: () => [
          `The amount satisfies a first-order linear equation: its derivative plus ${value.rate} times the amount equals ${value.inflow}.`,
          ...settleSteps(value.rate, value.inflow),
        ],
      }
    },
    ({ value, math, story }) => {
      const [f, t] = [story.functionName(), story.variable()]
      return {
        setup: `All solutions of $${f}'(${t}) = ${math.inflow} - ${math.rate}${f}(${t})$ have the same limit as $${t}$ grows without bound.`,
        ask: `Find this limit.`,
        quantity: `the common limit of all solutions $${f}$`,
        steps: () => settleSteps(value.rate, value.inflow),
      }
    },
  ],
})

function settleSteps(rate: number, inflow: number): readonly string[] {
  return [
    `With an integrating factor, the general solution is the constant ${inflow}/${rate} plus a multiple of the exponential function $e^{-${rate}\\tau}$ of the variable $\\tau$, and this last part tends to zero.`,
    `So the limit is ${inflow} ÷ ${rate} = ${computed(`${inflow}/${rate}`, inflow / rate)}.`,
  ]
}

/** Larger root of the characteristic equation. */
const characteristic: Family = defineFamily({
  id: 'larger-characteristic-root',
  knowledgePoints: ['characteristic-equation'],
  level: 3,
  result: pureNumber,
  givens: { first: whole(5, 60), zeroth: whole(4, 600) },
  // y'' - first y' + zeroth y = 0
  sample: (random, fixed) => {
    const small = random.integer(2, 12)
    const large = fixed.first === undefined ? random.integer(small + 1, 24) : fixed.first - small
    if (fixed.zeroth !== undefined && fixed.first === undefined)
      return { zeroth: fixed.zeroth, first: small + fixed.zeroth / small }
    return { first: fixed.first ?? small + large, zeroth: fixed.zeroth ?? small * large }
  },
  possible: ({ first, zeroth }) => first * first > 4 * zeroth && zeroth > 0,
  nice: ({ first, zeroth }) => isSquare(first * first - 4 * zeroth),
  solve: ({ first, zeroth }) => {
    const discriminant = first * first - 4 * zeroth
    const root = rootAnswer(discriminant, rational(1, 2))
    if (root.kind === 'radical') return { ...root, rational: rational(first, 2) }
    return fractionAnswer(first + Math.round(Math.sqrt(discriminant)), 2)
  },
  check: {
    method: 'inverse',
    // The exponential with this rate satisfies the equation, and the rate lies above the mean of the two.
    accepts: ({ first, zeroth }, answer) => {
      const rate = numericValue(answer)
      return Math.abs(rate * rate - first * rate + zeroth) < 1e-9 && 2 * rate > first
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y, w] = [story.variable(), story.variable(), story.variable()]
      return {
        setup: `For exactly two numbers $${w}$, the function $${y} = e^{${w}${x}}$ of $${x}$ satisfies $${y}'' - ${math.first}${y}' + ${math.zeroth}${y} = 0$.`,
        ask: `What is the larger of these two numbers?`,
        quantity: `the larger of these two numbers $${w}$`,
        constants: ['0'],
        steps: () => characteristicSteps(value.first, value.zeroth),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: '',
        ask: `What is the larger root of the characteristic equation of $${y}'' - ${math.first}${y}' + ${math.zeroth}${y} = 0$ for a function $${y}$ of $${x}$?`,
        quantity: `the larger root of the characteristic equation of $${y}'' - ${math.first}${y}' + ${math.zeroth}${y} = 0$ for a function $${y}$ of $${x}$`,
        constants: ['0'],
        steps: () => characteristicSteps(value.first, value.zeroth),
      }
    },
    ({ value, math, story }) => {
      const [f, t, w] = [story.functionName(), story.variable(), story.variable()]
      return {
        setup: `The function $${f}(${t}) = e^{${w}${t}}$ satisfies $${f}''(${t}) + ${math.zeroth}${f}(${t}) = ${math.first}${f}'(${t})$ for all $${t}$.`,
        ask: `Find the greatest possible value of $${w}$.`,
        quantity: `the greatest possible value of $${w}$`,
        steps: () => characteristicSteps(value.first, value.zeroth),
      }
    },
  ],
})

function characteristicSteps(first: number, zeroth: number): readonly string[] {
  const discriminant = first * first - 4 * zeroth
  const root = Math.round(Math.sqrt(discriminant))
  return [
    `Substituting an exponential function with rate $\\lambda$ leads to the characteristic equation $\\lambda^2 - ${first}\\lambda + ${zeroth} = 0$.`,
    `Its discriminant is $${first}^2 - 4 \\cdot ${zeroth}$ = ${computed(`${first}^2-4*${zeroth}`, discriminant)}, the square of ${root}.`,
    `The larger root is (${first} + ${root}) ÷ 2 = ${computed(`(${first}+${root})/2`, (first + root) / 2)}.`,
  ]
}

export const differentialEquationFamilies: readonly Family[] = [linearEquation, characteristic]
