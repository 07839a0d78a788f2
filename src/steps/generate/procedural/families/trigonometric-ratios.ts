import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import {
  centimetres,
  lengthGiven,
  pureNumber,
  squareCentimetres,
  triangleNames,
  whole,
} from './spatial-quantities.ts'
import { isSquare, rootAnswer } from './square-roots.ts'

/** Opposite side from a sine and the hypotenuse. */
const oppositeSide: Family = defineFamily({
  id: 'opposite-side-from-sine',
  knowledgePoints: ['sine-cosine-tangent-ratios'],
  level: 1,
  result: centimetres,
  givens: { top: whole(2, 20), bottom: whole(3, 25), hypotenuse: lengthGiven(6, 150) },
  possible: ({ top, bottom, hypotenuse }) => top > 0 && top < bottom && hypotenuse > 0,
  nice: ({ top, bottom, hypotenuse }) => (hypotenuse * top) % bottom === 0,
  solve: ({ top, bottom, hypotenuse }) => fractionAnswer(hypotenuse * top, bottom),
  check: {
    method: 'inverse',
    accepts: ({ top, bottom, hypotenuse }, answer) =>
      Math.abs(Math.asin(numericValue(answer) / hypotenuse) - Math.asin(top / bottom)) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
      return {
        setup: `Triangle $${A}${B}${C}$ has a right angle at $${C}$, its hypotenuse $${A}${B}$ is $${math.hypotenuse}$ cm long, and $\\sin ${A} = \\frac{${math.top}}{${math.bottom}}$.`,
        ask: `What is the length of $${B}${C}$ in centimetres?`,
        quantity: `the length of $${B}${C}$ in centimetres`,
        steps: () => sineSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const thing = story.pick(['ramp', 'slide', 'ladder', 'conveyor belt'])
      return {
        setup: `A straight ${thing} is ${text.hypotenuse} cm long. The sine of its angle with the level floor is $\\frac{${math.top}}{${math.bottom}}$.`,
        ask: `How many centimetres above the floor is its upper end, when the lower end is on the floor?`,
        quantity: `the height in centimetres of the upper end of the ${thing}`,
        steps: () => sineSteps(value),
      }
    },
    ({ value, text, math }) => ({
      setup: `In a right triangle the hypotenuse measures ${text.hypotenuse} cm, and the cosine of one acute angle is $\\frac{${math.top}}{${math.bottom}}$.`,
      ask: `Find the length in centimetres of the leg next to this angle.`,
      quantity: `the length in centimetres of the leg next to this angle`,
      steps: () => [
        `The cosine of an acute angle in a right triangle is the leg next to the angle divided by the hypotenuse.`,
        `The leg is ${value.hypotenuse} × ${value.top} ÷ ${value.bottom} = ${computed(`${value.hypotenuse}*${value.top}/${value.bottom}`, (value.hypotenuse * value.top) / value.bottom)} cm.`,
      ],
    }),
  ],
})

function sineSteps({
  top,
  bottom,
  hypotenuse,
}: {
  top: number
  bottom: number
  hypotenuse: number
}): readonly string[] {
  return [
    `The sine of an acute angle in a right triangle is the opposite leg divided by the hypotenuse.`,
    `The opposite leg is ${hypotenuse} × ${top} ÷ ${bottom} = ${computed(`${hypotenuse}*${top}/${bottom}`, (hypotenuse * top) / bottom)} cm.`,
  ]
}

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
      setup: `Two sides of a triangle measure ${text.first} cm and ${text.second} cm, and the angle between them is $60^\\circ$.`,
      ask: `How long is the third side in centimetres?`,
      quantity: `the length of the third side in centimetres`,
      constants: ['60'],
      steps: () => cosineSteps(value.first, value.second),
    }),
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$, $\\angle ${C} = 60^\\circ$, $${C}${A} = ${math.first}$ cm and $${C}${B} = ${math.second}$ cm.`,
        ask: `Find $${A}${B}$ in centimetres.`,
        quantity: `the length of $${A}${B}$ in centimetres`,
        constants: ['60'],
        steps: () => cosineSteps(value.first, value.second),
      }
    },
    ({ value, text, story }) => {
      const tool = story.pick(['a pair of compasses', 'a pair of tongs', 'a folding ruler'])
      return {
        setup: `The two arms of ${tool} are ${text.first} cm and ${text.second} cm long and are opened to the angle of an equilateral triangle.`,
        ask: `How many centimetres are the tips of the arms apart?`,
        quantity: `the distance in centimetres between the tips of the arms of ${tool}`,
        steps: () => cosineSteps(value.first, value.second),
      }
    },
  ],
})

function cosineSteps(first: number, second: number): readonly string[] {
  const square = first * first + second * second - first * second
  const root = Math.round(Math.sqrt(square))
  return [
    `By the law of cosines, the square of the third side is the sum of the squares of the two sides minus twice their product times the cosine of the angle. The cosine of 60 degrees is one half, so minus the product.`,
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
  possible: ({ side, top, bottom }) => side > 0 && top > 0 && top < bottom,
  nice: ({ side, top, bottom }) => (2 * side * top) % bottom === 0,
  solve: ({ side, top, bottom }) => fractionAnswer(2 * side * top, bottom),
  check: {
    method: 'inverse',
    accepts: ({ side, top, bottom }, answer) =>
      Math.abs((top / bottom) * side - numericValue(answer) * Math.sin(Math.PI / 6)) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
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
        setup: `The sides of a triangle that lie opposite the angles with the sines $\\frac{1}{2}$ and $\\frac{${math.top}}{${math.bottom}}$ measure ${text.side} cm and $${x}$ cm, in this order.`,
        ask: `Find $${x}$.`,
        quantity: `the number $${x}$`,
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
      setup: `A triangle has two sides of ${text.first} cm and ${text.second} cm, which form an angle of $30^\\circ$.`,
      ask: `What is the area of the triangle in square centimetres?`,
      quantity: `the area of the triangle in square centimetres`,
      constants: ['30'],
      steps: () => areaSteps(value.first, value.second),
    }),
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
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
        ask: `How many square centimetres does the ${thing} measure?`,
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

/** A sum of special values. */
const specialValues: Family = defineFamily({
  id: 'expression-of-special-angle-values',
  knowledgePoints: ['special-angle-values'],
  level: 1,
  result: pureNumber,
  givens: { half: whole(2, 90), one: whole(2, 60) },
  possible: ({ half, one }) => half > 0 && one > 0,
  nice: ({ half }) => half % 2 === 0,
  solve: ({ half, one }) => fractionAnswer(half + 2 * one, 2),
  check: {
    method: 'numeric',
    accepts: ({ half, one }, answer) =>
      Math.abs(half * Math.sin(Math.PI / 6) + one * Math.tan(Math.PI / 4) - numericValue(answer)) < 1e-9,
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the value of $${math.half} \\sin 30^\\circ + ${math.one} \\tan 45^\\circ$?`,
      quantity: `the value of $${math.half} \\sin 30^\\circ + ${math.one} \\tan 45^\\circ$`,
      constants: ['30', '45'],
      steps: () => specialSteps(value.half, value.one),
    }),
    ({ value, math }) => ({
      setup: '',
      ask: `Evaluate $${math.half} \\cos\\frac{\\pi}{3} + ${math.one} \\tan\\frac{\\pi}{4}$.`,
      quantity: `the value of $${math.half} \\cos\\frac{\\pi}{3} + ${math.one} \\tan\\frac{\\pi}{4}$`,
      constants: ['3', '4'],
      steps: () => specialSteps(value.half, value.one),
    }),
    ({ value, text, story }) => {
      const road = story.pick(['A cable car', 'A hiker’s path', 'A mountain railway'])
      return {
        setup: `${road} first goes ${text.half} metres along a straight slope that rises at $30^\\circ$, and then climbs a slope of $45^\\circ$ until it has moved ${text.one} metres further in the horizontal direction.`,
        ask: `How many metres does it gain in height altogether?`,
        quantity: `the total gain in height in metres of ${road.replace('A ', 'the ')}`,
        constants: ['30', '45'],
        steps: () => [
          `On the first slope the height is the length times the sine of the angle, on the second it is the horizontal distance times the tangent of the angle.`,
          ...specialSteps(value.half, value.one),
        ],
      }
    },
  ],
})

function specialSteps(half: number, one: number): readonly string[] {
  return [
    `The sine of 30 degrees and the cosine of 60 degrees are one half, and the tangent of 45 degrees is one.`,
    `So the value is ${half} × 1/2 + ${one} × 1 = ${computed(`${half}*1/2+${one}*1`, half / 2 + one)}.`,
  ]
}

export const trigonometricRatioFamilies: readonly Family[] = [
  oppositeSide,
  thirdSide,
  sideBySines,
  areaBySine,
  specialValues,
]
