import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pointNames, pureNumber, whole } from './spatial-quantities.ts'
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
        steps: () => separableSteps(value, [x, y]),
      }
    },
    ({ value, math, story }) => {
      const [P] = story.letters(pointNames)
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `A curve above the $${x}$-axis starts at $(0, ${math.start})$. At each of its points $(${x}, ${y})$ its slope is $\\frac{${x}}{${y}}$. It passes through the point $${P}$ with first coordinate $${math.end}$.`,
        ask: `Find the second coordinate of $${P}$.`,
        quantity: `the second coordinate of $${P}$`,
        constants: ['0'],
        steps: () => separableSteps(value, [x, y]),
      }
    },
    ({ value, text, math, story }) => {
      const [t, w] = [story.variable(), story.variable()]
      const thing = story.pick(['colony of algae', 'crystal', 'patch of frost'])
      return {
        setup: `The size $${w}$ of a ${thing} grows so that $${w} \\cdot \\frac{d${w}}{d${t}} = ${t}$, where $${t}$ is the time in hours. At the start, when $${t}$ is zero, the size is ${text.start} units.`,
        ask: `What is the size in units when $${t} = ${math.end}$?`,
        quantity: `the size of the ${thing} in units when $${t} = ${math.end}$`,
        steps: () => separableSteps(value, [t, w]),
      }
    },
  ],
})

function separableSteps(
  { start, end }: { start: number; end: number },
  [x, y]: readonly [string, string],
): readonly string[] {
  const square = start * start + end * end
  const root = Math.round(Math.sqrt(square))
  return [
    `Separate the variables: $${y} \\, d${y} = ${x} \\, d${x}$. Integrating both sides gives $${y}^2 = ${x}^2 + C$ with a constant $C$.`,
    `The starting value shows that $C = ${start}^2$. So at $${x} = ${end}$ the value of $${y}^2$ is $${end}^2 + ${start}^2$ = ${computed(`${end}^2+${start}^2`, square)}.`,
    `Since ${root} × ${root} = ${computed(`${root}*${root}`, square)} and $${y}$ is positive, $${y}$ is ${root} there.`,
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
        steps: () => initialSteps(value, x),
      }
    },
    ({ value, text, math, story }) => {
      const t = story.variable()
      const thing = story.pick(['rain barrel', 'bathtub', 'water tank'])
      return {
        setup: `At the start there are ${text.start} litres of water in a ${thing}. After $${t}$ minutes, water flows in at the rate of $${math.a}${t} + ${math.b}$ litres per minute.`,
        ask: `How many litres are in the ${thing} after ${text.end} minutes?`,
        quantity: `the number of litres in the ${thing} after ${text.end} minutes`,
        steps: () => initialSteps(value, t),
      }
    },
    ({ value, math, story }) => {
      const [x, f] = [story.variable(), story.functionName()]
      return {
        setup: `A curve through the point $(0, ${math.start})$ is the graph of a function $${f}$ with $${f}'(${x}) = ${math.a}${x} + ${math.b}$.`,
        ask: `Find the height of the curve at $${x} = ${math.end}$.`,
        quantity: `the height of the curve at $${x} = ${math.end}$`,
        constants: ['0'],
        steps: () => initialSteps(value, x),
      }
    },
  ],
})

function initialSteps(
  { a, b, start, end }: { a: number; b: number; start: number; end: number },
  x: string,
): readonly string[] {
  return [
    `Integrating the rate gives $\\frac{${a}}{2}${x}^2 + ${b}${x} + C$. The value at the start shows that $C = ${start}$.`,
    `At $${x} = ${end}$ the value is $\\frac{${a}}{2} \\cdot ${end}^2 + ${b} \\cdot ${end} + ${start}$ = ${computed(`${a}/2*${end}^2+${b}*${end}+${start}`, (a * end * end) / 2 + b * end + start)}.`,
  ]
}

export const initialValueFamilies: readonly Family[] = [separable, initialValue]
