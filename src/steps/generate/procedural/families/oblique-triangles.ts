import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { greatestCommonDivisor } from './whole-numbers.ts'
import { centimetres, lengthGiven, squareCentimetres, triangleNames, whole } from './spatial-quantities.ts'
import { isSquare, rootAnswer } from './square-roots.ts'

/** Pairs of sides with a whole third side opposite an angle of 60 degrees. */
const sixtyPairs: readonly (readonly [number, number])[] = Array.from(
  { length: 90 },
  (_, at) => at + 3,
).flatMap((one) =>
  Array.from({ length: 90 }, (_, at) => at + 3)
    .filter((other) => other !== one && Number.isInteger(Math.sqrt(one * one + other * other - one * other)))
    .map((other) => [one, other] as const),
)

/** Third side opposite an angle of 60 degrees. */
const thirdSide: Family = defineFamily({
  id: 'third-side-by-law-of-cosines',
  knowledgePoints: ['law-of-cosines'],
  level: 3,
  result: centimetres,
  givens: { first: lengthGiven(3, 92), second: lengthGiven(3, 92) },
  sample: (random, fixed) => {
    const fitting = sixtyPairs.filter(
      ([one, other]) =>
        (fixed.first === undefined || one === fixed.first) &&
        (fixed.second === undefined || other === fixed.second),
    )
    if (fitting.length === 0) return undefined
    const [first, second] = random.pick(fitting)
    return { first, second }
  },
  possible: ({ first, second }) => first > 0 && second > 0,
  nice: ({ first, second }) => isSquare(first * first + second * second - first * second),
  solve: ({ first, second }) => rootAnswer(first * first + second * second - first * second),
  check: {
    method: 'numeric',
    // The corners in coordinates.
    accepts: ({ first, second }, answer) => {
      const tip = [second * Math.cos(Math.PI / 3), second * Math.sin(Math.PI / 3)] as const
      return Math.abs(Math.hypot(first - tip[0], tip[1]) - numericValue(answer)) < 1e-9
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `How long, in centimetres, is the third side of a triangle in which two sides of ${text.first} cm and ${text.second} cm form an angle of $60^\\circ$?`,
      quantity: `the length in centimetres of the third side of a triangle in which two sides of ${text.first} cm and ${text.second} cm form an angle of $60^\\circ$`,
      constants: ['60'],
      steps: () => cosineSteps(value.first, value.second),
    }),
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$, $\\angle ${C} = 60^\\circ$, $${C}${A} = ${math.first}$ cm and $${C}${B} = ${math.second}$ cm.`,
        ask: `Find the length of $${A}${B}$ in centimetres.`,
        quantity: `the length of $${A}${B}$ in centimetres`,
        constants: ['60'],
        steps: () => cosineSteps(value.first, value.second),
      }
    },
    ({ value, text, story }) => {
      const tool = story.pick(['a pair of compasses', 'a pair of tongs', 'a folding ruler'])
      return {
        setup: `The two arms of ${tool} are ${text.first} cm and ${text.second} cm long and are opened to an angle as large as the angles of an equilateral triangle.`,
        ask: `How many centimetres apart are the tips of the arms?`,
        quantity: `the distance in centimetres between the tips of the arms of ${tool.replace('a ', 'the ')}`,
        steps: () => cosineSteps(value.first, value.second),
      }
    },
  ],
})

function cosineSteps(first: number, second: number): readonly string[] {
  const square = first * first + second * second - first * second
  const root = Math.round(Math.sqrt(square))
  return [
    `By the law of cosines, the square of the third side is the sum of the squares of the two sides minus twice their product times the cosine of the angle. The cosine of 60 degrees is one half, so just the product is subtracted.`,
    `$${first}^2 + ${second}^2 - ${first} \\cdot ${second}$ = ${computed(`${first}^2+${second}^2-${first}*${second}`, square)}.`,
    `Since ${root} × ${root} = ${computed(`${root}*${root}`, square)}, the length is ${root} cm.`,
  ]
}

/** Side from two sines. */
const sideBySines: Family = defineFamily({
  id: 'side-by-law-of-sines',
  knowledgePoints: ['law-of-sines'],
  level: 2,
  result: centimetres,
  givens: { side: lengthGiven(4, 90), top: whole(2, 11), bottom: whole(3, 12) },
  sample: (random, fixed) => {
    const bottom = fixed.bottom ?? random.integer(3, 12)
    const top = fixed.top ?? random.integer(2, Math.max(2, bottom - 1))
    return { top, bottom, side: fixed.side ?? bottom * random.integer(1, 8) }
  },
  possible: ({ side, top, bottom }) => side > 0 && top > 0 && top < bottom,
  nice: ({ side, top, bottom }) =>
    (2 * side * top) % bottom === 0 && greatestCommonDivisor(top, bottom) === 1,
  solve: ({ side, top, bottom }) => fractionAnswer(2 * side * top, bottom),
  check: {
    method: 'inverse',
    accepts: ({ side, top, bottom }, answer) =>
      Math.abs((top / bottom) * side - numericValue(answer) * Math.sin(Math.PI / 6)) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$, $\\angle ${A} = 30^\\circ$, $\\sin ${B} = \\frac{${math.top}}{${math.bottom}}$ and $${B}${C} = ${math.side}$ cm.`,
        ask: `How long is $${C}${A}$ in centimetres?`,
        quantity: `the length of $${C}${A}$ in centimetres`,
        constants: ['30'],
        steps: () => sinesSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const thing = story.pick(['sail', 'gable', 'garden bed', 'kite'])
      return {
        setup: `A triangular ${thing} has an angle of $30^\\circ$ opposite an edge of ${text.side} cm. The sine of another of its angles is $\\frac{${math.top}}{${math.bottom}}$.`,
        ask: `How many centimetres long is the edge opposite that other angle?`,
        quantity: `the length in centimetres of the edge of the ${thing} opposite that other angle`,
        constants: ['30'],
        steps: () => sinesSteps(value),
      }
    },
    ({ value, math, text, story }) => {
      const x = story.variable()
      return {
        setup: `In a triangle, a side of ${text.side} cm lies opposite an angle whose sine is $\\frac{1}{2}$, and a side of $${x}$ cm lies opposite an angle whose sine is $\\frac{${math.top}}{${math.bottom}}$.`,
        ask: `Find $${x}$.`,
        quantity: `the value of $${x}$`,
        constants: ['1', '2'],
        steps: () => sinesSteps(value),
      }
    },
  ],
})

function sinesSteps({ side, top, bottom }: { side: number; top: number; bottom: number }): readonly string[] {
  return [
    `By the law of sines, each side divided by the sine of the angle opposite it gives the same number.`,
    `The first sine is one half (the angle of 30 degrees has it), so this number is ${side} ÷ (1/2) = ${computed(`${side}/(1/2)`, 2 * side)}.`,
    `The other side is ${2 * side} × ${top} ÷ ${bottom} = ${computed(`${2 * side}*${top}/${bottom}`, (2 * side * top) / bottom)} cm.`,
  ]
}

/** Area from two sides and an angle of 30 degrees. */
const areaBySine: Family = defineFamily({
  id: 'triangle-area-from-two-sides-and-angle',
  knowledgePoints: ['triangle-area-by-sine'],
  level: 2,
  result: squareCentimetres,
  givens: { first: lengthGiven(3, 60), second: lengthGiven(3, 60) },
  possible: ({ first, second }) => first > 0 && second > 0,
  nice: ({ first, second }) => (first * second) % 4 === 0 && first !== second,
  solve: ({ first, second }) => fractionAnswer(first * second, 4),
  check: {
    method: 'numeric',
    // Height of the tip of the second side above the first.
    accepts: ({ first, second }, answer) =>
      Math.abs(0.5 * first * second * Math.sin(Math.PI / 6) - numericValue(answer)) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `What is the area, in square centimetres, of a triangle in which two sides of ${text.first} cm and ${text.second} cm form an angle of $30^\\circ$?`,
      quantity: `the area in square centimetres of a triangle in which two sides of ${text.first} cm and ${text.second} cm form an angle of $30^\\circ$`,
      constants: ['30'],
      steps: () => areaSteps(value.first, value.second),
    }),
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$ the angle at $${A}$ is $150^\\circ$, and the sides next to it are $${A}${B} = ${math.first}$ cm and $${A}${C} = ${math.second}$ cm.`,
        ask: `Find the area of triangle $${A}${B}${C}$ in square centimetres.`,
        quantity: `the area of triangle $${A}${B}${C}$ in square centimetres`,
        constants: ['150'],
        steps: () => [
          `The sine of 150 degrees equals the sine of 30 degrees.`,
          ...areaSteps(value.first, value.second),
        ],
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['shawl', 'slice of watermelon', 'shelf', 'shade sail'])
      return {
        setup: `At one corner of a triangular ${thing}, an edge of ${text.first} cm and an edge of ${text.second} cm meet at an angle of $30^\\circ$.`,
        ask: `What is the area of the ${thing} in square centimetres?`,
        quantity: `the area of the ${thing} in square centimetres`,
        constants: ['30'],
        steps: () => areaSteps(value.first, value.second),
      }
    },
  ],
})

function areaSteps(first: number, second: number): readonly string[] {
  return [
    `The area of a triangle is half the product of two sides times the sine of the angle between them, and the sine of 30 degrees is one half.`,
    `The area is 1/2 × ${first} × ${second} × 1/2 = ${computed(`1/2*${first}*${second}*1/2`, (first * second) / 4)} square centimetres.`,
  ]
}

export const obliqueTriangleFamilies: readonly Family[] = [thirdSide, sideBySines, areaBySine]
