import { integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pureNumber, whole } from './spatial-quantities.ts'

/** Derivative of a product from values. */
const productRule: Family = defineFamily({
  id: 'derivative-of-a-product',
  knowledgePoints: ['product-and-quotient-rule'],
  level: 2,
  result: pureNumber,
  givens: { u: whole(2, 20), du: whole(2, 15), v: whole(2, 20), dv: whole(2, 15) },
  possible: ({ u, v }) => u > 0 && v > 0,
  nice: ({ u, v, du, dv }) => u * dv + v * du <= 400,
  solve: ({ u, du, v, dv }) => integerAnswer(u * dv + v * du),
  check: {
    method: 'numeric',
    // Difference quotient for linear functions with these values and slopes.
    accepts: ({ u, du, v, dv }, answer) => {
      const h = 0.001
      const area = (x: number): number => (u + du * x) * (v + dv * x)
      return Math.abs((area(h) - area(-h)) / (2 * h) - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [f, g] = [story.functionName(), story.functionName()]
      return {
        setup: `The differentiable functions $${f}$ and $${g}$ satisfy $${f}(0) = ${math.u}$, $${f}'(0) = ${math.du}$, $${g}(0) = ${math.v}$ and $${g}'(0) = ${math.dv}$.`,
        ask: `What is the derivative of the product $${f}${g}$ at zero?`,
        quantity: `the derivative of the product $${f}${g}$ at zero`,
        constants: ['0', '0', '0', '0'],
        steps: () => productSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['picture', 'photo', 'text box'])
      return {
        setup: `In an animation a rectangular ${thing} is enlarged. At a certain moment it is ${text.u} cm long and ${text.v} cm wide, and its length grows by ${text.du} cm per second and its width by ${text.dv} cm per second.`,
        ask: `At what rate, in square centimetres per second, does the area of the ${thing} grow at that moment?`,
        quantity: `the rate in square centimetres per second at which the area of the ${thing} grows at that moment`,
        steps: () => productSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: '',
        ask: `Find the derivative of $(${math.u} + ${math.du}${x})(${math.v} + ${math.dv}${x})$ with respect to $${x}$ at $${x} = 0$.`,
        quantity: `the derivative of $(${math.u} + ${math.du}${x})(${math.v} + ${math.dv}${x})$ with respect to $${x}$ at $${x} = 0$`,
        constants: ['0'],
        steps: () => productSteps(value),
      }
    },
  ],
})

function productSteps({ u, du, v, dv }: { u: number; du: number; v: number; dv: number }): readonly string[] {
  return [
    `By the product rule, the derivative of a product is the first factor times the derivative of the second, plus the second factor times the derivative of the first.`,
    `With the given values this is ${u} × ${dv} + ${v} × ${du} = ${computed(`${u}*${dv}+${v}*${du}`, u * dv + v * du)}.`,
  ]
}

/** Derivative of a square of a linear function. */
const chainRule: Family = defineFamily({
  id: 'derivative-of-a-squared-linear-function',
  knowledgePoints: ['chain-rule'],
  level: 2,
  result: pureNumber,
  givens: { a: whole(2, 9), b: whole(2, 30), point: whole(2, 12) },
  possible: ({ a, b, point }) => a > 0 && b > 0 && point > 0,
  nice: ({ a, b, point }) => 2 * a * (a * point + b) <= 800,
  solve: ({ a, b, point }) => integerAnswer(2 * a * (a * point + b)),
  check: {
    method: 'numeric',
    accepts: ({ a, b, point }, answer) => {
      const f = (x: number): number => (a * x + b) ** 2
      return Math.abs((f(point + 0.5) - f(point - 0.5)) / 1 - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, f] = [story.variable(), story.functionName()]
      return {
        setup: `Let $${f}(${x}) = (${math.a}${x} + ${math.b})^2$.`,
        ask: `Use the chain rule to find $${f}'(${math.point})$.`,
        quantity: `the value of $${f}'(${math.point})$`,
        constants: ['2'],
        steps: () => chainSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const t = story.variable()
      const thing = story.pick(['patch of mould', 'projected picture', 'sheet of ice'])
      return {
        setup: `After $${t}$ minutes, each side of a square ${thing} is $${math.a}${t} + ${math.b}$ centimetres long.`,
        ask: `At what rate, in square centimetres per minute, does its area grow after ${text.point} minutes?`,
        quantity: `the rate in square centimetres per minute at which the area of the ${thing} grows after ${text.point} minutes`,
        steps: () => chainSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: '',
        ask: `What is the slope of the graph of $${y} = (${math.a}${x} + ${math.b})^2$ at $${x} = ${math.point}$?`,
        quantity: `the slope of the graph of $${y} = (${math.a}${x} + ${math.b})^2$ at $${x} = ${math.point}$`,
        constants: ['2'],
        steps: () => chainSteps(value),
      }
    },
  ],
})

function chainSteps({ a, b, point }: { a: number; b: number; point: number }): readonly string[] {
  const inner = a * point + b
  return [
    `By the chain rule, the derivative is twice the inner function times the derivative of the inner function, which is ${a}.`,
    `The inner function has the value ${a} × ${point} + ${b} = ${computed(`${a}*${point}+${b}`, inner)}.`,
    `So the derivative is 2 × ${inner} × ${a} = ${computed(`2*${inner}*${a}`, 2 * inner * a)}.`,
  ]
}

/** Second derivative. */
const secondDerivative: Family = defineFamily({
  id: 'second-derivative-at-a-point',
  knowledgePoints: ['higher-derivatives'],
  level: 2,
  result: pureNumber,
  givens: { a: whole(2, 12), b: whole(2, 30), point: whole(2, 12) },
  // f(x) = a x^3 + b x^2
  possible: ({ a, b, point }) => a > 0 && b > 0 && point > 0,
  nice: ({ a, b, point }) => 6 * a * point + 2 * b <= 500,
  solve: ({ a, b, point }) => integerAnswer(6 * a * point + 2 * b),
  check: {
    method: 'numeric',
    // Second differences are exact for cubic functions.
    accepts: ({ a, b, point }, answer) => {
      const f = (x: number): number => a * x ** 3 + b * x ** 2
      return Math.abs(f(point + 1) - 2 * f(point) + f(point - 1) - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, f] = [story.variable(), story.functionName()]
      return {
        setup: `Let $${f}(${x}) = ${math.a}${x}^3 + ${math.b}${x}^2$.`,
        ask: `What is $${f}''(${math.point})$?`,
        quantity: `the value of $${f}''(${math.point})$`,
        constants: ['3', '2'],
        steps: () => secondSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const t = story.variable()
      const thing = story.pick(['lift cabin', 'robot on rails', 'toy car'])
      return {
        setup: `After $${t}$ seconds, the distance of a ${thing} from its start is $${math.a}${t}^3 + ${math.b}${t}^2$ millimetres.`,
        ask: `What is its acceleration after ${text.point} seconds, in millimetres per second squared?`,
        quantity: `the acceleration of the ${thing} after ${text.point} seconds, in millimetres per second squared`,
        constants: ['3', '2'],
        steps: () => secondSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: '',
        ask: `Differentiate $${math.a}${x}^3 + ${math.b}${x}^2$ twice and find the value of the result at $${x} = ${math.point}$.`,
        quantity: `the value of the second derivative of $${math.a}${x}^3 + ${math.b}${x}^2$ at $${x} = ${math.point}$`,
        constants: ['3', '2'],
        steps: () => secondSteps(value),
      }
    },
  ],
})

function secondSteps({ a, b, point }: { a: number; b: number; point: number }): readonly string[] {
  return [
    `Differentiating twice turns the cubic term into 3 × 2 × ${a} = ${computed(`3*2*${a}`, 6 * a)} times the variable and the square term into 2 × ${b} = ${computed(`2*${b}`, 2 * b)}.`,
    `At ${point} the second derivative is ${6 * a} × ${point} + ${2 * b} = ${computed(`${6 * a}*${point}+${2 * b}`, 6 * a * point + 2 * b)}.`,
  ]
}

/** Partial derivative. */
const partial: Family = defineFamily({
  id: 'partial-derivative-at-a-point',
  knowledgePoints: ['partial-derivatives'],
  level: 2,
  result: pureNumber,
  givens: { a: whole(2, 9), b: whole(2, 30), p: whole(2, 12), q: whole(2, 12) },
  // f(x, y) = a x^2 y + b x
  possible: ({ a, b, p, q }) => a > 0 && b > 0 && p > 0 && q > 0,
  nice: ({ a, b, p, q }) => 2 * a * p * q + b <= 600,
  solve: ({ a, b, p, q }) => integerAnswer(2 * a * p * q + b),
  check: {
    method: 'numeric',
    // The symmetric difference quotient is exact for squares.
    accepts: ({ a, b, p, q }, answer) => {
      const f = (x: number): number => a * x * x * q + b * x
      return Math.abs((f(p + 1) - f(p - 1)) / 2 - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y, f] = [story.variable(), story.variable(), story.functionName()]
      return {
        setup: `Let $${f}(${x}, ${y}) = ${math.a}${x}^2 ${y} + ${math.b}${x}$.`,
        ask: `What is the value of $\\frac{\\partial ${f}}{\\partial ${x}}$ at the point $(${math.p}, ${math.q})$?`,
        quantity: `the value of $\\frac{\\partial ${f}}{\\partial ${x}}$ at the point $(${math.p}, ${math.q})$`,
        constants: ['2'],
        steps: () => partialSteps(value),
      }
    },
    ({ value, math, text, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      const thing = story.pick(['workshop', 'pottery', 'brickyard'])
      return {
        setup: `With $${x}$ workers and $${y}$ machines, a ${thing} produces $${math.a}${x}^2 ${y} + ${math.b}${x}$ pieces per week. At present it has ${text.p} workers and ${text.q} machines.`,
        ask: `Find the present value of the partial derivative of the weekly production of the ${thing} with respect to the number of workers.`,
        quantity: `the present value of the partial derivative of the weekly production of the ${thing} with respect to the number of workers`,
        constants: ['2'],
        steps: () => partialSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [S] = story.letters([['S'], ['G']])
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `The surface $${S}$ is the graph of $${math.a}${x}^2 ${y} + ${math.b}${x}$ over the plane of the points $(${x}, ${y})$.`,
        ask: `What is the slope of $${S}$ in the $${x}$-direction above the point $(${math.p}, ${math.q})$?`,
        quantity: `the slope of $${S}$ in the $${x}$-direction above the point $(${math.p}, ${math.q})$`,
        constants: ['2'],
        steps: () => partialSteps(value),
      }
    },
  ],
})

function partialSteps({ a, b, p, q }: { a: number; b: number; p: number; q: number }): readonly string[] {
  return [
    `Hold the second variable fixed and differentiate with respect to the first: the first term gives 2 × ${a} = ${computed(`2*${a}`, 2 * a)} times the product of both variables, and the second gives ${b}.`,
    `At the given values this is ${2 * a} × ${p} × ${q} + ${b} = ${computed(`${2 * a}*${p}*${q}+${b}`, 2 * a * p * q + b)}.`,
  ]
}

export const derivativeRuleFamilies: readonly Family[] = [productRule, chainRule, secondDerivative, partial]
