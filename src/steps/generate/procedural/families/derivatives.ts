import { integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pointNames, pureNumber, whole } from './spatial-quantities.ts'

/** Value of the derivative of a power plus a linear term. */
const powerRule: Family = defineFamily({
  id: 'derivative-of-a-polynomial-at-a-point',
  knowledgePoints: ['power-rule'],
  level: 1,
  result: pureNumber,
  givens: { a: whole(2, 9), b: whole(2, 40), point: whole(2, 12) },
  // f(x) = a x^3 + b x
  possible: ({ a, b, point }) => a > 0 && b > 0 && point > 0,
  nice: ({ a, b, point }) => 3 * a * point * point + b <= 600,
  solve: ({ a, b, point }) => integerAnswer(3 * a * point * point + b),
  check: {
    method: 'numeric',
    // Symmetric difference quotient with its exact correction for cubes.
    accepts: ({ a, b, point }, answer) => {
      const f = (x: number): number => a * x ** 3 + b * x
      const h = 0.01
      return Math.abs((f(point + h) - f(point - h)) / (2 * h) - a * h * h - numericValue(answer)) < 1e-5
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, f] = [story.variable(), story.functionName()]
      return {
        setup: `Let $${f}(${x}) = ${math.a}${x}^3 + ${math.b}${x}$.`,
        ask: `What is $${f}'(${math.point})$?`,
        quantity: `the value of $${f}'(${math.point})$`,
        constants: ['3'],
        steps: () => powerSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const t = story.variable()
      const thing = story.pick(['model rocket', 'racing drone', 'magnetic train'])
      return {
        setup: `After $${t}$ seconds a ${thing} has covered a distance of $${math.a}${t}^3 + ${math.b}${t}$ centimetres.`,
        ask: `What is the speed of the ${thing} in centimetres per second after ${text.point} seconds?`,
        quantity: `the speed of the ${thing} in centimetres per second after ${text.point} seconds`,
        constants: ['3'],
        steps: () => powerSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: '',
        ask: `Find the slope of the curve $${y} = ${math.a}${x}^3 + ${math.b}${x}$ at $${x} = ${math.point}$.`,
        quantity: `the slope of the curve $${y} = ${math.a}${x}^3 + ${math.b}${x}$ at $${x} = ${math.point}$`,
        constants: ['3'],
        steps: () => powerSteps(value),
      }
    },
  ],
})

function powerSteps({ a, b, point }: { a: number; b: number; point: number }): readonly string[] {
  return [
    `By the power rule, the derivative of the cubic term is 3 × ${a} = ${computed(`3*${a}`, 3 * a)} times the square of the variable, and the derivative of the linear term is ${b}.`,
    `At ${point} this is $${3 * a} \\cdot ${point}^2 + ${b}$ = ${computed(`${3 * a}*${point}^2+${b}`, 3 * a * point * point + b)}.`,
  ]
}

/** Height at which a tangent of a parabola meets the vertical axis. */
const tangentIntercept: Family = defineFamily({
  id: 'tangent-line-and-vertical-axis',
  knowledgePoints: ['power-rule', 'tangent-line'],
  level: 2,
  result: pureNumber,
  givens: { a: whole(2, 9), b: whole(10, 900), point: whole(2, 12) },
  // y = a x^2 + b; the tangent at x = point meets the axis at b - a point^2.
  possible: ({ a, b, point }) => a > 0 && b > 0 && point > 0,
  nice: ({ a, b, point }) => b - a * point * point >= 2 && b - a * point * point <= 300,
  sample: (random, fixed) => {
    const [a, point] = [fixed.a ?? random.integer(2, 9), fixed.point ?? random.integer(2, 9)]
    return { a, point, b: fixed.b ?? a * point * point + random.integer(2, 90) }
  },
  solve: ({ a, b, point }) => integerAnswer(b - a * point * point),
  check: {
    method: 'inverse',
    // The line through this point of the axis and the point of contact meets the parabola only once.
    accepts: ({ a, b, point }, answer) => {
      const height = numericValue(answer)
      const slope = (a * point * point + b - height) / point
      return Math.abs(slope * slope - 4 * a * (b - height)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [P] = story.letters(pointNames)
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `The tangent to the parabola $${y} = ${math.a}${x}^2 + ${math.b}$ at $${x} = ${math.point}$ meets the $${y}$-axis at the point $${P}$.`,
        ask: `What is the $${y}$-coordinate of $${P}$?`,
        quantity: `the $${y}$-coordinate of $${P}$`,
        constants: ['2'],
        steps: () => interceptSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [L] = story.letters([['L'], ['T']])
      const [x, f] = [story.variable(), story.functionName()]
      return {
        setup: `Line $${L}$ touches the graph of $${f}(${x}) = ${math.a}${x}^2 + ${math.b}$ where $${x} = ${math.point}$.`,
        ask: `At what height does $${L}$ meet the vertical axis?`,
        quantity: `the height at which $${L}$ meets the vertical axis`,
        constants: ['2'],
        steps: () => interceptSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const [t, v] = [story.variable(), story.variable()]
      const thing = story.pick(['reservoir', 'water tower', 'canal lock'])
      return {
        setup: `The amount of water in a ${thing} after $${t}$ hours is $${v} = ${math.a}${t}^2 + ${math.b}$ cubic metres. An engineer replaces this curve by its tangent line at the time of ${text.point} hours.`,
        ask: `What amount in cubic metres does the tangent line give for the start, when $${t}$ is zero?`,
        quantity: `the amount of water in cubic metres that the tangent line gives for the start`,
        constants: ['2'],
        steps: () => interceptSteps(value),
      }
    },
  ],
})

function interceptSteps({ a, b, point }: { a: number; b: number; point: number }): readonly string[] {
  const [height, slope] = [a * point * point + b, 2 * a * point]
  return [
    `At ${point} the curve has the height $${a} \\cdot ${point}^2 + ${b}$ = ${computed(`${a}*${point}^2+${b}`, height)}.`,
    `By the power rule its slope there is 2 × ${a} × ${point} = ${computed(`2*${a}*${point}`, slope)}, which is the slope of the tangent.`,
    `Going back by ${point} along the tangent leads to the height ${height} - ${slope} × ${point} = ${computed(`${height}-${slope}*${point}`, height - slope * point)}.`,
  ]
}

/** Value on a tangent line away from the point of contact. */
const tangentValue: Family = defineFamily({
  id: 'value-on-a-tangent-line',
  knowledgePoints: ['tangent-line'],
  level: 1,
  result: pureNumber,
  givens: { at: whole(2, 20), height: whole(2, 80), slope: whole(2, 12), to: whole(3, 40) },
  possible: ({ at, to }) => at !== to,
  nice: ({ at, height, slope, to }) => to > at && height + slope * (to - at) <= 300,
  solve: ({ at, height, slope, to }) => integerAnswer(height + slope * (to - at)),
  check: {
    method: 'inverse',
    accepts: ({ at, height, slope, to }, answer) =>
      Math.abs((numericValue(answer) - height) / (to - at) - slope) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const [P] = story.letters(pointNames)
      const f = story.functionName()
      return {
        setup: `A differentiable function $${f}$ satisfies $${f}(${math.at}) = ${math.height}$, and its graph has the slope $${math.slope}$ at that point. The tangent there passes through the point $${P}$ with first coordinate $${math.to}$.`,
        ask: `What is the second coordinate of $${P}$?`,
        quantity: `the second coordinate of $${P}$`,
        steps: () => tangentSteps(value),
      }
    },
    ({ value, text, story }) => {
      const f = story.functionName()
      const thing = story.pick(['bamboo shoot', 'bean plant', 'sunflower'])
      return {
        setup: `The height of a ${thing} after a number of days is given by a smooth function $${f}$, in millimetres. On day ${text.at} its height is ${text.height} millimetres and it grows by ${text.slope} millimetres per day at that moment. ${story.hero.name} continues the tangent line of $${f}$ at that moment up to day ${text.to}.`,
        ask: `What height in millimetres does the tangent line give for that last day?`,
        quantity: `the height in millimetres that the tangent line gives for the ${thing}`,
        steps: () => tangentSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `At the point $(${math.at}, ${math.height})$ of a curve, the derivative is $${math.slope}$. The tangent at this point is the graph of a linear function of $${x}$.`,
        ask: `Find the value of this linear function at $${x} = ${math.to}$.`,
        quantity: `the value of this linear function at $${x} = ${math.to}$`,
        steps: () => tangentSteps(value),
      }
    },
  ],
})

function tangentSteps({
  at,
  height,
  slope,
  to,
}: {
  at: number
  height: number
  slope: number
  to: number
}): readonly string[] {
  return [
    `The tangent has the slope of the curve at the point of contact, so each step to the right adds the slope.`,
    `From ${at} to ${to} it is ${to} - ${at} = ${computed(`${to}-${at}`, to - at)}, so the height on the tangent is ${height} + ${slope} × ${to - at} = ${computed(`${height}+${slope}*${to - at}`, height + slope * (to - at))}.`,
  ]
}

export const derivativeFamilies: readonly Family[] = [powerRule, tangentIntercept, tangentValue]
