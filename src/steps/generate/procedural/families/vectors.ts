import { integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pureNumber, segmentNames, vectorPairs, whole } from './spatial-quantities.ts'
import { isSquare, rootAnswer } from './square-roots.ts'

/** Sum of the components of a combination of vectors. */
const combination: Family = defineFamily({
  id: 'components-of-a-vector-combination',
  knowledgePoints: ['vector-operations'],
  level: 1,
  result: pureNumber,
  givens: { times: whole(2, 9), a: whole(2, 20), b: whole(2, 20), c: whole(2, 30), d: whole(2, 30) },
  possible: ({ times, a, b }) => times > 0 && a > 0 && b > 0,
  solve: ({ times, a, b, c, d }) => integerAnswer(times * (a + b) + c + d),
  check: {
    method: 'simulation',
    // Walk the first vector again and again, then the second.
    accepts: ({ times, a, b, c, d }, answer) => {
      let [x, y] = [c, d]
      for (let step = 0; step < times; step++) [x, y] = [x + a, y + b]
      return isFraction(answer, x + y)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [U, V] = story.letters(vectorPairs)
      return {
        setup: `Let $\\vec{${U}} = (${math.a}, ${math.b})$ and $\\vec{${V}} = (${math.c}, ${math.d})$.`,
        ask: `What is the sum of the components of $${math.times}\\vec{${U}} + \\vec{${V}}$?`,
        quantity: `the sum of the components of $${math.times}\\vec{${U}} + \\vec{${V}}$`,
        steps: () => combinationSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const thing = story.pick(['robot', 'game figure', 'drone'])
      return {
        setup: `A ${thing} starts at the origin of a grid. It repeats the move $(${math.a}, ${math.b})$ until it has made this move ${text.times} times, and then makes the move $(${math.c}, ${math.d})$ once.`,
        ask: `Find the sum of the two coordinates of the point that it reaches.`,
        quantity: `the sum of the two coordinates of the point that the ${thing} reaches`,
        steps: () => combinationSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [A, B] = story.letters(segmentNames)
      return {
        setup: `The point $${A}$ has the position vector $(${math.c}, ${math.d})$. Adding $${math.times}$ times the vector $(${math.a}, ${math.b})$ to it gives the position vector of $${B}$.`,
        ask: `What is the sum of the two components of the position vector of $${B}$?`,
        quantity: `the sum of the two components of the position vector of $${B}$`,
        steps: () => combinationSteps(value),
      }
    },
  ],
})

function combinationSteps({
  times,
  a,
  b,
  c,
  d,
}: {
  times: number
  a: number
  b: number
  c: number
  d: number
}): readonly string[] {
  const [x, y] = [times * a + c, times * b + d]
  return [
    `Multiply and add the vectors component by component.`,
    `The components are ${times} × ${a} + ${c} = ${computed(`${times}*${a}+${c}`, x)} and ${times} × ${b} + ${d} = ${computed(`${times}*${b}+${d}`, y)}.`,
    `Their sum is ${x} + ${y} = ${computed(`${x}+${y}`, x + y)}.`,
  ]
}

/** Whole vectors of whole length, components up to 40. */
const wholeVectors: readonly (readonly [number, number, number])[] = Array.from(
  { length: 40 },
  (_, at) => at + 1,
).flatMap((a) => {
  const found: (readonly [number, number, number])[] = []
  for (let b = 1; b <= 40; b++)
    for (let c = 1; c <= 40; c++)
      if (Number.isInteger(Math.sqrt(a * a + b * b + c * c))) found.push([a, b, c])
  return found
})

/** Length of a vector in space. */
const magnitude: Family = defineFamily({
  id: 'magnitude-of-a-vector',
  knowledgePoints: ['vector-magnitude'],
  level: 1,
  result: pureNumber,
  givens: { a: whole(2, 40), b: whole(2, 40), c: whole(2, 40) },
  sample: (random, fixed) => {
    const fitting = wholeVectors.filter(
      ([a, b, c]) =>
        (fixed.a === undefined || a === fixed.a) &&
        (fixed.b === undefined || b === fixed.b) &&
        (fixed.c === undefined || c === fixed.c),
    )
    if (fitting.length === 0) return undefined
    const [a, b, c] = random.pick(fitting)
    return { a, b, c }
  },
  possible: ({ a, b, c }) => a + b + c > 0,
  nice: ({ a, b, c }) => isSquare(a * a + b * b + c * c),
  solve: ({ a, b, c }) => rootAnswer(a * a + b * b + c * c),
  check: {
    method: 'numeric',
    accepts: ({ a, b, c }, answer) => Math.abs(Math.hypot(a, b, c) - numericValue(answer)) < 1e-9,
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the magnitude of the vector $(${math.a}, -${math.b}, ${math.c})$?`,
      quantity: `the magnitude of the vector $(${math.a}, -${math.b}, ${math.c})$`,
      steps: () => magnitudeSteps(value),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['a drone', 'a kite', 'a hot-air balloon'])
      return {
        setup: `Seen from its starting point on the ground, ${thing} is ${text.a} metres east, ${text.b} metres north and ${text.c} metres up.`,
        ask: `How many metres is it from its starting point, in a straight line?`,
        quantity: `the straight-line distance in metres from ${thing.replace('a ', 'the ')} to its starting point`,
        steps: () => magnitudeSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [F] = story.letters([['F'], ['R']])
      return {
        setup: `Three forces at right angles to each other act on a ring. Their sum is the vector $\\vec{${F}} = (${math.a}, ${math.b}, ${math.c})$, measured in newtons.`,
        ask: `Find the magnitude of $\\vec{${F}}$ in newtons.`,
        quantity: `the magnitude of $\\vec{${F}}$ in newtons`,
        steps: () => magnitudeSteps(value),
      }
    },
  ],
})

function magnitudeSteps({ a, b, c }: { a: number; b: number; c: number }): readonly string[] {
  const square = a * a + b * b + c * c
  const root = Math.round(Math.sqrt(square))
  return [
    `The magnitude of a vector is the square root of the sum of the squares of its components.`,
    `$${a}^2 + ${b}^2 + ${c}^2$ = ${computed(`${a}^2+${b}^2+${c}^2`, square)}.`,
    `Since ${root} × ${root} = ${computed(`${root}*${root}`, square)}, the magnitude is ${root}.`,
  ]
}

/** Dot product in space. */
const dotProduct: Family = defineFamily({
  id: 'dot-product-of-two-vectors',
  knowledgePoints: ['dot-product'],
  level: 1,
  result: pureNumber,
  givens: {
    a: whole(2, 15),
    b: whole(2, 15),
    c: whole(2, 15),
    d: whole(2, 12),
    e: whole(2, 12),
    f: whole(2, 12),
  },
  possible: ({ a, b, c }) => a + b + c > 0,
  nice: ({ a, b, c, d, e, f }) => a * d + b * e + c * f <= 300,
  solve: ({ a, b, c, d, e, f }) => integerAnswer(a * d + b * e + c * f),
  check: {
    method: 'inverse',
    // From the lengths of the sum and of the difference of the vectors.
    accepts: ({ a, b, c, d, e, f }, answer) => {
      const sum = (a + d) ** 2 + (b + e) ** 2 + (c + f) ** 2
      const difference = (a - d) ** 2 + (b - e) ** 2 + (c - f) ** 2
      return isFraction(answer, sum - difference, 4)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the dot product of the vectors $(${math.a}, ${math.b}, ${math.c})$ and $(${math.d}, ${math.e}, ${math.f})$?`,
      quantity: `the dot product of the vectors $(${math.a}, ${math.b}, ${math.c})$ and $(${math.d}, ${math.e}, ${math.f})$`,
      steps: () => dotSteps(value),
    }),
    ({ value, math, story }) => {
      const [N, P] = story.letters(vectorPairs)
      const goods = story.pick([
        'mangoes, papayas and melons',
        'pens, pads and folders',
        'cups, plates and bowls',
      ])
      return {
        setup: `The vector $\\vec{${N}} = (${math.d}, ${math.e}, ${math.f})$ lists how many ${goods} ${story.hero.name} buys, and the vector $\\vec{${P}} = (${math.a}, ${math.b}, ${math.c})$ lists their prices in dollars, in the same order.`,
        ask: `Find $\\vec{${N}} \\cdot \\vec{${P}}$, the total price in dollars.`,
        quantity: `the dot product $\\vec{${N}} \\cdot \\vec{${P}}$`,
        steps: () => dotSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [F, S] = story.letters([
        ['F', 'S'],
        ['K', 'D'],
      ])
      return {
        setup: `A constant force $\\vec{${F}} = (${math.a}, ${math.b}, ${math.c})$, in newtons, moves a crate along the vector $\\vec{${S}} = (${math.d}, ${math.e}, ${math.f})$, in metres. The work done in joules is the dot product of the two.`,
        ask: `How many joules of work are done?`,
        quantity: `the work in joules that the force does`,
        steps: () => dotSteps(value),
      }
    },
  ],
})

function dotSteps({
  a,
  b,
  c,
  d,
  e,
  f,
}: {
  a: number
  b: number
  c: number
  d: number
  e: number
  f: number
}): readonly string[] {
  return [
    `The dot product is the sum of the products of corresponding components.`,
    `It is ${a} × ${d} + ${b} × ${e} + ${c} × ${f} = ${computed(`${a}*${d}+${b}*${e}+${c}*${f}`, a * d + b * e + c * f)}.`,
  ]
}

/** Length of a cross product. */
const crossProduct: Family = defineFamily({
  id: 'length-of-a-cross-product',
  knowledgePoints: ['cross-product'],
  level: 2,
  result: pureNumber,
  givens: { a: whole(2, 20), b: whole(2, 20), c: whole(2, 20), d: whole(2, 20) },
  possible: ({ a, b, c, d }) => a * d !== b * c,
  nice: ({ a, b, c, d }) => a * d > b * c,
  solve: ({ a, b, c, d }) => integerAnswer(Math.abs(a * d - b * c)),
  check: {
    method: 'numeric',
    // Product of the lengths and the sine of the angle between them.
    accepts: ({ a, b, c, d }, answer) => {
      const angle = Math.atan2(d, c) - Math.atan2(b, a)
      const size = Math.hypot(a, b) * Math.hypot(c, d) * Math.abs(Math.sin(angle))
      return Math.abs(size - numericValue(answer)) < 1e-8
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the magnitude of the cross product of $(${math.a}, ${math.b}, 0)$ and $(${math.c}, ${math.d}, 0)$?`,
      quantity: `the magnitude of the cross product of $(${math.a}, ${math.b}, 0)$ and $(${math.c}, ${math.d}, 0)$`,
      constants: ['0', '0'],
      steps: () => crossSteps(value),
    }),
    ({ value, math, story }) => {
      const thing = story.pick(['solar panel', 'sheet of glass', 'roof'])
      return {
        setup: `Two neighbouring edges of a ${thing} in the form of a parallelogram are given by the vectors $(${math.a}, ${math.b}, 0)$ and $(${math.c}, ${math.d}, 0)$, measured in metres.`,
        ask: `Use the cross product to find the area of the ${thing} in square metres.`,
        quantity: `the area of the ${thing} in square metres`,
        constants: ['0', '0'],
        steps: () => crossSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [U, V] = story.letters(vectorPairs)
      return {
        setup: `Let $\\vec{${U}} = (${math.a}, 0, ${math.b})$ and $\\vec{${V}} = (${math.c}, 0, ${math.d})$.`,
        ask: `Find $|\\vec{${U}} \\times \\vec{${V}}|$.`,
        quantity: `the value of $|\\vec{${U}} \\times \\vec{${V}}|$`,
        constants: ['0', '0'],
        steps: () => crossSteps(value),
      }
    },
  ],
})

function crossSteps({ a, b, c, d }: { a: number; b: number; c: number; d: number }): readonly string[] {
  const [one, two] = [a * d, b * c]
  const [large, small] = [Math.max(one, two), Math.min(one, two)]
  return [
    `Both vectors have a zero at the same place, so only one component of the cross product is not zero. Its size is the length asked for.`,
    `That component is a difference of two products: ${a} × ${d} = ${computed(`${a}*${d}`, one)} and ${b} × ${c} = ${computed(`${b}*${c}`, two)}.`,
    `Their difference is ${large} - ${small} = ${computed(`${large}-${small}`, large - small)}.`,
  ]
}

export const vectorFamilies: readonly Family[] = [combination, magnitude, dotProduct, crossProduct]
