import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pureNumber, whole } from './spatial-quantities.ts'

/** Definite integral of a linear function. */
const linearIntegral: Family = defineFamily({
  id: 'integral-of-a-linear-function',
  knowledgePoints: ['definite-integrals'],
  level: 1,
  result: pureNumber,
  givens: { low: whole(2, 12), high: whole(3, 20), a: whole(2, 12), b: whole(2, 20) },
  possible: ({ low, high }) => low < high,
  nice: ({ low, high, a, b }) => {
    const doubled = a * (high * high - low * low) + 2 * b * (high - low)
    return doubled % 2 === 0 && doubled <= 1000
  },
  solve: ({ low, high, a, b }) => fractionAnswer(a * (high * high - low * low) + 2 * b * (high - low), 2),
  check: {
    method: 'numeric',
    // Midpoint rule, exact for linear functions.
    accepts: ({ low, high, a, b }, answer) => {
      const pieces = 100
      const width = (high - low) / pieces
      let sum = 0
      for (let piece = 0; piece < pieces; piece++) sum += (a * (low + (piece + 0.5) * width) + b) * width
      return Math.abs(sum - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const integral = `\\int_{${math.low}}^{${math.high}} (${math.a}${x} + ${math.b}) \\, d${x}`
      return {
        setup: '',
        ask: `What is the value of $${integral}$?`,
        quantity: `the value of $${integral}$`,
        steps: () => integralSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const t = story.variable()
      const thing = story.pick(['cyclist', 'motorboat', 'train'])
      return {
        setup: `The speed of a ${thing} is $${math.a}${t} + ${math.b}$ decimetres per second when $${t}$ seconds have passed since the start.`,
        ask: `How many decimetres does the ${thing} cover from ${text.low} seconds to ${text.high} seconds after the start?`,
        quantity: `the distance in decimetres that the ${thing} covers from ${text.low} seconds to ${text.high} seconds after the start`,
        steps: () => integralSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [R] = story.letters([['R'], ['S']])
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `The region $${R}$ lies between the $${x}$-axis and the line $${y} = ${math.a}${x} + ${math.b}$, from $${x} = ${math.low}$ to $${x} = ${math.high}$.`,
        ask: `Find the area of $${R}$ by integration.`,
        quantity: `the area of $${R}$`,
        steps: () => integralSteps(value),
      }
    },
  ],
})

function integralSteps({
  low,
  high,
  a,
  b,
}: {
  low: number
  high: number
  a: number
  b: number
}): readonly string[] {
  const at = (x: number): number => (a * x * x) / 2 + b * x
  return [
    `An antiderivative is $\\frac{${a}}{2}$ times the square of the variable plus ${b} times the variable; the integral is its increase from ${low} to ${high}.`,
    `At ${high} it is $\\frac{${a}}{2} \\cdot ${high}^2 + ${b} \\cdot ${high}$ = ${computed(`${a}/2*${high}^2+${b}*${high}`, at(high))}, and at ${low} it is $\\frac{${a}}{2} \\cdot ${low}^2 + ${b} \\cdot ${low}$ = ${computed(`${a}/2*${low}^2+${b}*${low}`, at(low))}.`,
    `The integral is ${at(high)} - ${at(low)} = ${computed(`${at(high)}-${at(low)}`, at(high) - at(low))}.`,
  ]
}

/** Coefficient of an antiderivative. */
const antiderivative: Family = defineFamily({
  id: 'coefficient-of-an-antiderivative',
  knowledgePoints: ['antiderivatives'],
  level: 1,
  result: pureNumber,
  givens: { coefficient: whole(4, 240), exponent: whole(2, 15) },
  possible: ({ coefficient, exponent }) => coefficient > 0 && exponent > 0,
  nice: ({ coefficient, exponent }) => coefficient % (exponent + 1) === 0 && coefficient > exponent + 1,
  solve: ({ coefficient, exponent }) => fractionAnswer(coefficient, exponent + 1),
  check: {
    method: 'numeric',
    // Differentiate at 1 by a symmetric difference quotient.
    accepts: ({ coefficient, exponent }, answer) => {
      const h = 1e-4
      const slope = ((1 + h) ** (exponent + 1) - (1 - h) ** (exponent + 1)) / (2 * h)
      return Math.abs(numericValue(answer) * slope - coefficient) < 1e-3
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: '',
        ask: `What is the coefficient of the highest power of $${x}$ in $\\int ${math.coefficient}${x}^{${math.exponent}} \\, d${x}$?`,
        quantity: `the coefficient of the highest power of $${x}$ in $\\int ${math.coefficient}${x}^{${math.exponent}} \\, d${x}$`,
        steps: () => antiderivativeSteps(value.coefficient, value.exponent),
      }
    },
    ({ value, math, story }) => {
      const [x, f] = [story.variable(), story.functionName()]
      return {
        setup: `A function $${f}$ has the derivative $${f}'(${x}) = ${math.coefficient}${x}^{${math.exponent}}$ and satisfies $${f}(0) = 0$.`,
        ask: `Find $${f}(1)$.`,
        quantity: `the value of $${f}(1)$`,
        constants: ['0', '0', '1'],
        steps: () => antiderivativeSteps(value.coefficient, value.exponent),
      }
    },
    ({ value, math, story }) => {
      const t = story.variable()
      const thing = story.pick(['glider', 'bead on a wire', 'toy boat'])
      return {
        setup: `A ${thing} starts at rest and has the velocity $${math.coefficient}${t}^{${math.exponent}}$ centimetres per second after $${t}$ seconds.`,
        ask: `How many centimetres does the ${thing} move in the first second?`,
        quantity: `the number of centimetres that the ${thing} moves in the first second`,
        steps: () => antiderivativeSteps(value.coefficient, value.exponent),
      }
    },
  ],
})

function antiderivativeSteps(coefficient: number, exponent: number): readonly string[] {
  return [
    `An antiderivative of a power raises the exponent by one, here to ${exponent} + 1 = ${computed(`${exponent}+1`, exponent + 1)}, and divides by the new exponent.`,
    `So the coefficient is ${coefficient} ÷ ${exponent + 1} = ${computed(`${coefficient}/${exponent + 1}`, coefficient / (exponent + 1))}.`,
  ]
}

/** Area between a parabola and a line through the origin. */
const areaBetween: Family = defineFamily({
  id: 'area-between-parabola-and-line',
  knowledgePoints: ['area-between-curves'],
  level: 3,
  result: pureNumber,
  givens: { slope: whole(2, 40), lead: whole(2, 8) },
  possible: ({ slope, lead }) => slope > 0 && lead > 0,
  nice: ({ slope, lead }) => slope ** 3 % (6 * lead * lead) === 0 && slope ** 3 / (6 * lead * lead) <= 2000,
  solve: ({ slope, lead }) => fractionAnswer(slope ** 3, 6 * lead * lead),
  check: {
    method: 'numeric',
    // Simpson's rule, exact for squares.
    accepts: ({ slope, lead }, answer) => {
      const end = slope / lead
      const gap = (x: number): number => slope * x - lead * x * x
      return Math.abs((end / 6) * (gap(0) + 4 * gap(end / 2) + gap(end)) - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `The parabola $${y} = ${math.lead}${x}^2$ and the line $${y} = ${math.slope}${x}$ enclose a region.`,
        ask: `What is the area of this region?`,
        quantity: `the area of the region that the parabola and the line enclose`,
        constants: ['2'],
        steps: () => betweenSteps(value.slope, value.lead),
      }
    },
    ({ value, math, story }) => {
      const [x, f, g] = [story.variable(), story.functionName(), story.functionName()]
      return {
        setup: `Let $${f}(${x}) = ${math.slope}${x}$ and $${g}(${x}) = ${math.lead}${x}^2$.`,
        ask: `Find the area of the region that the graphs of $${f}$ and $${g}$ enclose.`,
        quantity: `the area of the region that the graphs of $${f}$ and $${g}$ enclose`,
        constants: ['2'],
        steps: () => betweenSteps(value.slope, value.lead),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      const thing = story.pick(['flower bed', 'lawn', 'pond'])
      return {
        setup: `On a plan, a ${thing} fills exactly the points $(${x}, ${y})$ with $${math.lead}${x}^2 \\le ${y} \\le ${math.slope}${x}$. Both axes are marked in metres.`,
        ask: `What is the area of the ${thing} in square metres?`,
        quantity: `the area of the ${thing} in square metres`,
        constants: ['2'],
        steps: () => betweenSteps(value.slope, value.lead),
      }
    },
  ],
})

function betweenSteps(slope: number, lead: number): readonly string[] {
  return [
    `The curves meet at 0 and where ${lead} times the variable equals ${slope}, at $\\frac{${slope}}{${lead}}$. Between these places the line runs above the parabola.`,
    `Integrating the difference gives half of ${slope} times the square of this end minus a third of ${lead} times its cube, which is the cube of ${slope} over six times the square of ${lead}.`,
    `The area is $\\frac{${slope}^3}{6 \\cdot ${lead}^2}$ = ${computed(`${slope}^3/(6*${lead}^2)`, slope ** 3 / (6 * lead * lead))}.`,
  ]
}

/** Average of a multiple of a square over an interval from zero. */
const average: Family = defineFamily({
  id: 'average-value-of-a-square-function',
  knowledgePoints: ['average-value-of-a-function'],
  level: 2,
  result: pureNumber,
  givens: { factor: whole(2, 30), end: whole(2, 15), base: whole(2, 40) },
  possible: ({ factor, end, base }) => factor > 0 && end > 0 && base > 0,
  nice: ({ factor, end, base }) => (factor * end * end) % 3 === 0 && (factor * end * end) / 3 + base <= 600,
  solve: ({ factor, end, base }) => fractionAnswer(factor * end * end + 3 * base, 3),
  check: {
    method: 'numeric',
    // Simpson's rule, exact for squares.
    accepts: ({ factor, end, base }, answer) => {
      const f = (x: number): number => factor * x * x + base
      return Math.abs((f(0) + 4 * f(end / 2) + f(end)) / 6 - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, f] = [story.variable(), story.functionName()]
      return {
        setup: `Let $${f}(${x}) = ${math.factor}${x}^2 + ${math.base}$.`,
        ask: `What is the average value of $${f}$ on the interval $[0, ${math.end}]$?`,
        quantity: `the average value of $${f}$ on the interval $[0, ${math.end}]$`,
        constants: ['2', '0'],
        steps: () => averageSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const t = story.variable()
      const thing = story.pick(['solar farm', 'wind park', 'hydroelectric plant'])
      return {
        setup: `During a test that lasts ${text.end} hours, the power of a ${thing} after $${t}$ hours is $${math.factor}${t}^2 + ${math.base}$ kilowatts.`,
        ask: `What is its average power during the test, in kilowatts?`,
        quantity: `the average power of the ${thing} during the test, in kilowatts`,
        constants: ['2'],
        steps: () => averageSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const x = story.variable()
      const thing = story.pick(['rod', 'beam', 'cable'])
      return {
        setup: `At a distance of $${x}$ metres from its left end, the density of a ${thing} is $${math.factor}${x}^2 + ${math.base}$ grams per metre. The ${thing} is ${text.end} metres long.`,
        ask: `Find the average density of the ${thing} in grams per metre.`,
        quantity: `the average density of the ${thing} in grams per metre`,
        constants: ['2'],
        steps: () => averageSteps(value),
      }
    },
  ],
})

function averageSteps({
  factor,
  end,
  base,
}: {
  factor: number
  end: number
  base: number
}): readonly string[] {
  return [
    `The average value is the integral divided by the length of the interval. For the square that gives a third of the square of the end, and a constant is its own average.`,
    `So the average is $\\frac{${factor} \\cdot ${end}^2}{3} + ${base}$ = ${computed(`${factor}*${end}^2/3+${base}`, (factor * end * end) / 3 + base)}.`,
  ]
}

export const integralFamilies: readonly Family[] = [linearIntegral, antiderivative, areaBetween, average]
