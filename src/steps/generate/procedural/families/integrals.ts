import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pureNumber, squareCentimetres, lengthGiven, whole } from './spatial-quantities.ts'
import { isSquare, rootAnswer } from './square-roots.ts'

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
      const thing = story.pick(['cyclist', 'skater', 'canoe'])
      return {
        setup: `At time $${t}$, in seconds, the speed of a ${thing} is $${math.a}${t} + ${math.b}$ decimetres per second.`,
        ask: `How many decimetres does the ${thing} cover between second ${text.low} and second ${text.high}?`,
        quantity: `the distance in decimetres that the ${thing} covers between second ${text.low} and second ${text.high}`,
        steps: () => integralSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `The region $R$ lies between the $${x}$-axis and the line $${y} = ${math.a}${x} + ${math.b}$, from $${x} = ${math.low}$ to $${x} = ${math.high}$.`,
        ask: `Find the area of $R$ by integration.`,
        quantity: `the area of $R$`,
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
    `An antiderivative is half of ${a} times the square of the variable plus ${b} times the variable.`,
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
        ask: `How many centimetres does it move in the first second?`,
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
        ask: `Find the area between the graphs of $${f}$ and $${g}$ from one of their common points to the other.`,
        quantity: `the area between the graphs of $${f}$ and $${g}$ from one of their common points to the other`,
        constants: ['2'],
        steps: () => betweenSteps(value.slope, value.lead),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      const thing = story.pick(['flower bed', 'logo', 'pond'])
      return {
        setup: `On a plan, a ${thing} fills exactly the points $(${x}, ${y})$ with $${math.lead}${x}^2 \\le ${y} \\le ${math.slope}${x}$. Both axes are marked in metres.`,
        ask: `How many square metres does the ${thing} have?`,
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

/** Largest rectangle against a wall. */
const wallRectangle: Family = defineFamily({
  id: 'largest-rectangle-against-a-wall',
  knowledgePoints: ['optimization'],
  level: 3,
  result: squareCentimetres,
  givens: { length: lengthGiven(8, 160) },
  possible: ({ length }) => length > 0,
  nice: ({ length }) => length % 4 === 0,
  solve: ({ length }) => fractionAnswer(length * length, 8),
  check: {
    method: 'numeric',
    // Try many depths; the best one lies on the grid.
    accepts: ({ length }, answer) => {
      let best = 0
      for (let step = 1; step < 400; step++) {
        const depth = (length * step) / 800
        best = Math.max(best, depth * (length - 2 * depth))
      }
      return Math.abs(best - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const thing = story.pick(['paddock', 'garden', 'car park'])
      return {
        setup: `On a model landscape, ${story.hero.name} puts a fence of ${text.length} cm around a rectangular ${thing}. One side of the ${thing} lies along a wall and needs no fence; the fence makes up the other three sides.`,
        ask: `What is the largest area in square centimetres that the ${thing} can have?`,
        quantity: `the largest area in square centimetres that the ${thing} can have`,
        steps: () => wallSteps(value.length),
      }
    },
    ({ value, text, story }) => {
      const metal = story.pick(['tin', 'zinc', 'copper'])
      return {
        setup: `A long strip of ${metal} that is ${text.length} cm wide is folded up at right angles along both edges, by the same amount, to make an open rain gutter with a rectangular cross-section.`,
        ask: `What is the greatest possible area of the cross-section in square centimetres?`,
        quantity: `the greatest possible area in square centimetres of the cross-section of the gutter`,
        steps: () => wallSteps(value.length),
      }
    },
    ({ value, text }) => ({
      setup: `Three of the four sides of a rectangle have a total length of ${text.length} cm.`,
      ask: `Find the maximum area of the rectangle in square centimetres.`,
      quantity: `the maximum area of the rectangle in square centimetres`,
      steps: () => wallSteps(value.length),
    }),
  ],
})

function wallSteps(length: number): readonly string[] {
  const [depth, width] = [length / 4, length / 2]
  return [
    `Two equal sides of depth $x$ leave $${length} - 2x$ for the third side, so the area is $x(${length} - 2x)$.`,
    `Its derivative $${length} - 4x$ is zero at ${length} ÷ 4 = ${computed(`${length}/4`, depth)}, and there the area is largest, since the derivative changes from positive to negative.`,
    `The third side is then ${length} - 2 × ${depth} = ${computed(`${length}-2*${depth}`, width)} cm, and the area is ${depth} × ${width} = ${computed(`${depth}*${width}`, depth * width)} square centimetres.`,
  ]
}

/** Larger critical point of a cubic. */
const criticalPoint: Family = defineFamily({
  id: 'larger-critical-point-of-a-cubic',
  knowledgePoints: ['critical-points'],
  level: 3,
  result: pureNumber,
  givens: { square: whole(6, 120), linear: whole(6, 2400) },
  // f(x) = 2x^3 - square x^2 + linear x, f' = 6x^2 - 2 square x + linear
  sample: (random, fixed) => {
    const small = random.integer(1, 12)
    const large = fixed.square === undefined ? random.integer(small + 1, 24) : fixed.square / 3 - small
    return { square: fixed.square ?? 3 * (small + large), linear: fixed.linear ?? 6 * small * large }
  },
  possible: ({ square, linear }) => square * square > 6 * linear,
  nice: ({ square, linear }) => {
    const root = square * square - 6 * linear
    return isSquare(root) && (square + Math.round(Math.sqrt(root))) % 6 === 0
  },
  solve: ({ square, linear }) => {
    const root = rootAnswer(square * square - 6 * linear)
    if (root.kind !== 'radical')
      return fractionAnswer(square + Math.round(Math.sqrt(square * square - 6 * linear)), 6)
    const [rest, factor] = [fractionAnswer(square, 6), fractionAnswer(root.coefficient.numerator, 6)]
    return rest.kind === 'rational' && factor.kind === 'rational'
      ? { ...root, rational: rest.value, coefficient: factor.value }
      : root
  },
  check: {
    method: 'inverse',
    // The derivative vanishes there, and rises.
    accepts: ({ square, linear }, answer) => {
      const x = numericValue(answer)
      return Math.abs(6 * x * x - 2 * square * x + linear) < 1e-6 && 12 * x > 2 * square
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, f] = [story.variable(), story.functionName()]
      return {
        setup: `Let $${f}(${x}) = 2${x}^3 - ${math.square}${x}^2 + ${math.linear}${x}$.`,
        ask: `What is the larger of the two critical points of $${f}$?`,
        quantity: `the larger of the two critical points of $${f}$`,
        constants: ['2', '3', '2'],
        steps: () => criticalSteps(value.square, value.linear),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `The curve $${y} = 2${x}^3 - ${math.square}${x}^2 + ${math.linear}${x}$ has one local maximum and one local minimum.`,
        ask: `At which value of $${x}$ does the local minimum lie?`,
        quantity: `the value of $${x}$ at the local minimum of the curve`,
        constants: ['2', '3', '2'],
        steps: () => criticalSteps(value.square, value.linear),
      }
    },
    ({ value, math, story }) => {
      const t = story.variable()
      const thing = story.pick(['toy train', 'shuttle', 'sledge'])
      return {
        setup: `A ${thing} moves to and fro along a straight track. Its position after $${t}$ seconds is $2${t}^3 - ${math.square}${t}^2 + ${math.linear}${t}$.`,
        ask: `After how many seconds does it change its direction for the last time?`,
        quantity: `the number of seconds after which the ${thing} changes its direction for the last time`,
        constants: ['2', '3', '2'],
        steps: () => criticalSteps(value.square, value.linear),
      }
    },
  ],
})

function criticalSteps(square: number, linear: number): readonly string[] {
  const root = Math.round(Math.sqrt(square * square - 6 * linear))
  return [
    `The derivative is $6x^2 - ${2 * square}x + ${linear}$, and critical points are its zeros.`,
    `By the quadratic formula the zeros are $\\frac{${square} \\pm \\sqrt{${square}^2 - 6 \\cdot ${linear}}}{6}$, where $${square}^2 - 6 \\cdot ${linear}$ = ${computed(`${square}^2-6*${linear}`, root * root)} is the square of ${root}.`,
    `The larger zero is (${square} + ${root}) ÷ 6 = ${computed(`(${square}+${root})/6`, (square + root) / 6)}; there the derivative turns from negative to positive.`,
  ]
}

export const integralFamilies: readonly Family[] = [linearIntegral, antiderivative, areaBetween, average]
export const extremeValueFamilies: readonly Family[] = [wallRectangle, criticalPoint]
