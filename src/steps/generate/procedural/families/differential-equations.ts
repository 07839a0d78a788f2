import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { rational } from '../../../../foundations/exact-number/rational.ts'
import { computed } from './computed.ts'
import { pureNumber, whole } from './spatial-quantities.ts'
import { isSquare, rightTriangles, rootAnswer } from './square-roots.ts'

/** dy/dx = x/y through a point of the axis. */
const separable: Family = defineFamily({
  id: 'separable-equation-of-a-hyperbola',
  knowledgePoints: ['separable-equations'],
  level: 3,
  result: pureNumber,
  givens: { start: whole(3, 90), end: whole(3, 90) },
  // y dy = x dx, so y^2 = x^2 + start^2
  sample: (random, fixed) => {
    const fitting = rightTriangles.filter(
      ([one, other]) =>
        (fixed.start === undefined || one === fixed.start) &&
        (fixed.end === undefined || other === fixed.end),
    )
    if (fitting.length === 0) return undefined
    const [start, end] = random.pick(fitting)
    return { start, end }
  },
  possible: ({ start, end }) => start > 0 && end > 0,
  nice: ({ start, end }) => isSquare(start * start + end * end),
  solve: ({ start, end }) => rootAnswer(start * start + end * end),
  check: {
    method: 'numeric',
    // Follow the slope field in small steps (midpoint method).
    accepts: ({ start, end }, answer) => {
      let y = start
      const steps = 4000
      const h = end / steps
      for (let step = 0; step < steps; step++) {
        const x = step * h
        const middle = y + (h / 2) * (x / y)
        y += h * ((x + h / 2) / middle)
      }
      return Math.abs(y - numericValue(answer)) < 1e-3
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `A positive function $${y}$ of $${x}$ satisfies $\\frac{d${y}}{d${x}} = \\frac{${x}}{${y}}$ and $${y}(0) = ${math.start}$.`,
        ask: `What is $${y}(${math.end})$?`,
        quantity: `the value of $${y}(${math.end})$`,
        constants: ['0'],
        steps: () => separableSteps(value.start, value.end),
      }
    },
    ({ value, math }) => ({
      setup: `A curve in the upper half of the plane starts at $(0, ${math.start})$. At each of its points its slope is the first coordinate divided by the second. It passes through the point $P$ with first coordinate $${math.end}$.`,
      ask: `Find the second coordinate of $P$.`,
      quantity: `the second coordinate of $P$`,
      constants: ['0'],
      steps: () => separableSteps(value.start, value.end),
    }),
    ({ value, text, math, story }) => {
      const [t, w] = [story.variable(), story.variable()]
      const thing = story.pick(['colony of algae', 'crystal', 'patch of frost'])
      return {
        setup: `The size $${w}$ of a ${thing} grows so that $${w} \\cdot \\frac{d${w}}{d${t}} = ${t}$, where $${t}$ is the time in hours. At the start, when $${t}$ is zero, the size is ${text.start} units.`,
        ask: `What is the size in units when $${t} = ${math.end}$?`,
        quantity: `the size of the ${thing} in units when $${t} = ${math.end}$`,
        steps: () => separableSteps(value.start, value.end),
      }
    },
  ],
})

function separableSteps(start: number, end: number): readonly string[] {
  const square = start * start + end * end
  const root = Math.round(Math.sqrt(square))
  return [
    `Separate the variables: the function times its differential equals the variable times its differential. Integrating, the square of the function is the square of the variable plus a constant.`,
    `At zero this constant is $${start}^2$, so at ${end} the square of the function is $${end}^2 + ${start}^2$ = ${computed(`${end}^2+${start}^2`, square)}.`,
    `Since ${root} × ${root} = ${computed(`${root}*${root}`, square)} and the function is positive, its value is ${root}.`,
  ]
}

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
        ['medicine', 'a patient’s blood'],
        ['carbon dioxide', 'a greenhouse'],
      ] as const)
      return {
        setup: `Every hour, ${text.inflow} grams of ${stuff} enter ${where} evenly, while ${stuff} leaves it at the rate of $${math.rate}${m}$ grams per hour whenever $${m}$ grams are there.`,
        ask: `What amount of ${stuff} in grams is approached in the long run?`,
        quantity: `the amount of ${stuff} in grams that is approached in the long run`,
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
    `With an integrating factor, the general solution is the constant ${inflow}/${rate} plus a multiple of an exponential function with the negative rate -${rate}, and this last part tends to zero.`,
    `So the limit is ${inflow} ÷ ${rate} = ${computed(`${inflow}/${rate}`, inflow / rate)}.`,
  ]
}

/** y' = a x + b with a starting value. */
const initialValue: Family = defineFamily({
  id: 'initial-value-problem-with-linear-rate',
  knowledgePoints: ['initial-value-problems'],
  level: 2,
  result: pureNumber,
  givens: { a: whole(2, 20), b: whole(2, 20), start: whole(2, 60), end: whole(2, 10) },
  possible: ({ a, b, end }) => a > 0 && b > 0 && end > 0,
  nice: ({ a, b, start, end }) => (a * end * end) % 2 === 0 && (a * end * end) / 2 + b * end + start <= 500,
  solve: ({ a, b, start, end }) => fractionAnswer(a * end * end + 2 * b * end + 2 * start, 2),
  check: {
    method: 'numeric',
    // Heun steps, exact for a rate that is linear in the variable.
    accepts: ({ a, b, start, end }, answer) => {
      let y = start
      const h = end / 100
      for (let step = 0; step < 100; step++) y += (h / 2) * (a * step * h + b + (a * (step + 1) * h + b))
      return Math.abs(y - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `The function $${y}$ of $${x}$ satisfies $\\frac{d${y}}{d${x}} = ${math.a}${x} + ${math.b}$ and $${y}(0) = ${math.start}$.`,
        ask: `What is $${y}(${math.end})$?`,
        quantity: `the value of $${y}(${math.end})$`,
        constants: ['0'],
        steps: () => initialSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const t = story.variable()
      const thing = story.pick(['rain barrel', 'cistern', 'garden pond'])
      return {
        setup: `At the start there are ${text.start} litres of water in a ${thing}. After $${t}$ minutes, water flows in at the rate of $${math.a}${t} + ${math.b}$ litres per minute.`,
        ask: `How many litres are in the ${thing} after ${text.end} minutes?`,
        quantity: `the number of litres in the ${thing} after ${text.end} minutes`,
        steps: () => initialSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, f] = [story.variable(), story.functionName()]
      return {
        setup: `A curve through the point $(0, ${math.start})$ is the graph of a function $${f}$ with $${f}'(${x}) = ${math.a}${x} + ${math.b}$.`,
        ask: `Find the height of the curve at $${x} = ${math.end}$.`,
        quantity: `the height of the curve at $${x} = ${math.end}$`,
        constants: ['0'],
        steps: () => initialSteps(value),
      }
    },
  ],
})

function initialSteps({
  a,
  b,
  start,
  end,
}: {
  a: number
  b: number
  start: number
  end: number
}): readonly string[] {
  return [
    `Integrating the rate gives half of ${a} times the square of the variable, plus ${b} times the variable, plus a constant. The value at the start shows that the constant is ${start}.`,
    `At ${end} the value is $\\frac{${a}}{2} \\cdot ${end}^2 + ${b} \\cdot ${end} + ${start}$ = ${computed(`${a}/2*${end}^2+${b}*${end}+${start}`, (a * end * end) / 2 + b * end + start)}.`,
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
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `For two different numbers, the exponential function with that number times $${x}$ in the exponent solves $${y}'' - ${math.first}${y}' + ${math.zeroth}${y} = 0$.`,
        ask: `What is the larger of these two numbers?`,
        quantity: `the larger of these two numbers`,
        constants: ['0'],
        steps: () => characteristicSteps(value.first, value.zeroth),
      }
    },
    ({ value, math, story }) => {
      const y = story.variable()
      return {
        setup: '',
        ask: `What is the larger root of the characteristic equation of $${y}'' - ${math.first}${y}' + ${math.zeroth}${y} = 0$?`,
        quantity: `the larger root of the characteristic equation of $${y}'' - ${math.first}${y}' + ${math.zeroth}${y} = 0$`,
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
    `Putting in an exponential function with rate $\\lambda$ leads to the characteristic equation $\\lambda^2 - ${first}\\lambda + ${zeroth} = 0$.`,
    `Its discriminant is $${first}^2 - 4 \\cdot ${zeroth}$ = ${computed(`${first}^2-4*${zeroth}`, discriminant)}, the square of ${root}.`,
    `The larger root is (${first} + ${root}) ÷ 2 = ${computed(`(${first}+${root})/2`, (first + root) / 2)}.`,
  ]
}

export const differentialEquationFamilies: readonly Family[] = [
  separable,
  linearEquation,
  initialValue,
  characteristic,
]
