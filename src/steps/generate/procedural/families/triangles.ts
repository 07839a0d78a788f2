import { rational } from '../../../../foundations/exact-number/rational.ts'
import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { rootAnswer } from './square-roots.ts'
import {
  areaGiven,
  centimetres,
  lengthGiven,
  squareCentimetres,
  triangleNames,
} from './spatial-quantities.ts'

/** Area of a triangle from base and height. */
const baseAndHeight: Family = defineFamily({
  id: 'triangle-area-from-base-and-height',
  knowledgePoints: ['triangle-area'],
  level: 1,
  result: squareCentimetres,
  givens: { base: lengthGiven(3, 80), height: lengthGiven(2, 60) },
  possible: ({ base, height }) => base > 0 && height > 0,
  nice: ({ base, height }) => (base * height) % 2 === 0,
  solve: ({ base, height }) => fractionAnswer(base * height, 2),
  check: {
    method: 'inverse',
    accepts: ({ base, height }, answer) => Math.abs((2 * numericValue(answer)) / base - height) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `What is the area, in square centimetres, of a triangle with a base of ${text.base} cm and a height of ${text.height} cm?`,
      quantity: `the area in square centimetres of a triangle with a base of ${text.base} cm and a height of ${text.height} cm`,
      steps: () => areaSteps(value.base, value.height),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['pennant', 'toy sail', 'bandana', 'wooden wedge'])
      return {
        setup: `${story.hero.name} makes a triangular ${thing} with a base of ${text.base} cm and a height of ${text.height} cm.`,
        ask: `What is the area of the ${thing} in square centimetres?`,
        quantity: `the area in square centimetres of the ${thing}`,
        steps: () => areaSteps(value.base, value.height),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `Point $${C}$ is $${math.height}$ cm away from the line through $${A}$ and $${B}$, and $${A}${B} = ${math.base}$ cm.`,
        ask: `Find the area of triangle $${A}${B}${C}$ in square centimetres.`,
        quantity: `the area of triangle $${A}${B}${C}$ in square centimetres`,
        steps: () => areaSteps(value.base, value.height),
      }
    },
  ],
})

function areaSteps(base: number, height: number): readonly string[] {
  return [
    `A triangle is half of a parallelogram with the same base and height.`,
    `Its area is ${base} × ${height} ÷ 2 = ${computed(`${base}*${height}/2`, (base * height) / 2)} square centimetres.`,
  ]
}

/** Height of a triangle from its area. */
const heightFromArea: Family = defineFamily({
  id: 'triangle-height-from-area',
  knowledgePoints: ['triangle-area'],
  level: 1,
  result: centimetres,
  givens: { area: areaGiven(6, 900), base: lengthGiven(3, 60) },
  sample: (random, fixed) => {
    const base = fixed.base ?? random.integer(3, 40)
    const doubled = base * random.integer(2, 40)
    return { area: fixed.area ?? Math.floor(doubled / 2), base }
  },
  possible: ({ area, base }) => area > 0 && base > 0,
  nice: ({ area, base }) => (2 * area) % base === 0 && 2 * area > base,
  solve: ({ area, base }) => fractionAnswer(2 * area, base),
  check: {
    method: 'inverse',
    accepts: ({ area, base }, answer) => Math.abs(0.5 * base * numericValue(answer) - area) < 1e-9 * area,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A triangle with a base of ${text.base} cm has an area of ${text.area} square centimetres.`,
      ask: `What is the height to this base in centimetres?`,
      quantity: `the height of the triangle in centimetres`,
      steps: () => heightSteps(value.area, value.base),
    }),
    ({ value, text, story }) => {
      const cloth = story.pick(['linen', 'felt', 'silk', 'canvas'])
      return {
        setup: `${story.hero.name} has ${text.area} square centimetres of ${cloth} and uses all of it for a triangular flag that is ${text.base} cm wide along the pole.`,
        ask: `How far is the tip of the flag from the pole, in centimetres?`,
        quantity: `the distance in centimetres from the pole to the tip of the flag`,
        steps: () => heightSteps(value.area, value.base),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `Triangle $${A}${B}${C}$ has an area of $${math.area}$ square centimetres and $${A}${B} = ${math.base}$ cm.`,
        ask: `What is the distance in centimetres from $${C}$ to the line $${A}${B}$?`,
        quantity: `the distance in centimetres from $${C}$ to the line $${A}${B}$`,
        steps: () => heightSteps(value.area, value.base),
      }
    },
  ],
})

function heightSteps(area: number, base: number): readonly string[] {
  return [
    `Twice the area is the base times the height: 2 × ${area} = ${computed(`2*${area}`, 2 * area)}.`,
    `The height is ${2 * area} ÷ ${base} = ${computed(`${2 * area}/${base}`, (2 * area) / base)} cm.`,
  ]
}

/** Largest whole perimeter that two sides allow. */
const largestPerimeter: Family = defineFamily({
  id: 'largest-perimeter-with-two-sides',
  knowledgePoints: ['triangle-inequality'],
  level: 2,
  result: centimetres,
  givens: { first: lengthGiven(3, 60), second: lengthGiven(3, 60) },
  possible: ({ first, second }) => first > 0 && second > 0,
  nice: ({ first, second }) => first !== second,
  solve: ({ first, second }) => integerAnswer(2 * (first + second) - 1),
  check: {
    method: 'brute force',
    accepts: ({ first, second }, answer) => {
      let largest = 0
      for (let third = 1; third <= 2 * (first + second); third++)
        if (third < first + second && first < third + second && second < third + first)
          largest = first + second + third
      return isFraction(answer, largest)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `Two sides of a triangle are ${text.first} cm and ${text.second} cm long. The third side is also a whole number of centimetres.`,
      ask: `What is the greatest possible perimeter of the triangle in centimetres?`,
      quantity: `the greatest possible perimeter of the triangle in centimetres`,
      steps: () => inequalitySteps(value.first, value.second),
    }),
    ({ value, text, story }) => {
      const stick = story.pick(['sticks', 'straws', 'metal rods'])
      return {
        setup: `${story.hero.name} wants to make a triangle from three ${stick}. Two of them measure ${text.first} cm and ${text.second} cm, and the third may have any length in whole centimetres.`,
        ask: `How many centimetres can the three ${stick} measure together at most?`,
        quantity: `the greatest possible total length in centimetres of the three ${stick}`,
        steps: () => inequalitySteps(value.first, value.second),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `All sides of triangle $${A}${B}${C}$ are whole numbers of centimetres, with $${A}${B} = ${math.first}$ cm and $${B}${C} = ${math.second}$ cm.`,
        ask: `Find the largest value in centimetres that the perimeter of the triangle can have.`,
        quantity: `the largest value in centimetres that the perimeter of triangle $${A}${B}${C}$ can have`,
        steps: () => inequalitySteps(value.first, value.second),
      }
    },
  ],
})

function inequalitySteps(first: number, second: number): readonly string[] {
  const sum = first + second
  return [
    `In a triangle each side is shorter than the other two together, so the third side is shorter than ${first} + ${second} = ${computed(`${first}+${second}`, sum)} cm.`,
    `The longest whole length is therefore ${sum} - 1 = ${computed(`${sum}-1`, sum - 1)} cm.`,
    `The perimeter is then ${sum} + ${sum - 1} = ${computed(`${sum}+${sum - 1}`, 2 * sum - 1)} cm.`,
  ]
}

/** Triangles with whole sides and whole area, sides up to 60. */
const heronianTriangles: readonly (readonly [number, number, number])[] = Array.from(
  { length: 58 },
  (_, at) => at + 3,
).flatMap((longest) => {
  const found: (readonly [number, number, number])[] = []
  for (let middle = 3; middle <= longest; middle++)
    for (let short = longest - middle + 1; short <= middle; short++) {
      const area = heronArea(short, middle, longest)
      if (area !== undefined && area <= 1000 && short * short + middle * middle !== longest * longest)
        found.push([short, middle, longest])
    }
  return found
})

/** The area if it is whole. */
function heronArea(a: number, b: number, c: number): number | undefined {
  const area = Math.sqrt(sixteenSquares(a, b, c)) / 4
  return area > 0 && Number.isInteger(area) ? area : undefined
}

/** Sixteen times the square of the area. */
function sixteenSquares(a: number, b: number, c: number): number {
  return (a + b + c) * (a + b - c) * (a - b + c) * (b + c - a)
}

/** Area of a triangle from its three sides. */
const heron: Family = defineFamily({
  id: 'triangle-area-by-heron',
  knowledgePoints: ['herons-formula'],
  level: 3,
  result: squareCentimetres,
  givens: { short: lengthGiven(3, 60), middle: lengthGiven(4, 60), long: lengthGiven(5, 60) },
  sample: (random, fixed) => {
    const fitting = heronianTriangles.filter(
      ([short, middle, long]) =>
        (fixed.short === undefined || short === fixed.short) &&
        (fixed.middle === undefined || middle === fixed.middle) &&
        (fixed.long === undefined || long === fixed.long),
    )
    if (fitting.length === 0) return undefined
    const [short, middle, long] = random.pick(fitting)
    return { short, middle, long }
  },
  possible: ({ short, middle, long }) => short <= middle && middle <= long && short + middle > long,
  nice: ({ short, middle, long }) => heronArea(short, middle, long) !== undefined,
  solve: ({ short, middle, long }) => rootAnswer(sixteenSquares(short, middle, long), rational(1, 4)),
  check: {
    method: 'numeric',
    // The height on the long side from the foot that the other two sides determine.
    accepts: ({ short, middle, long }, answer) => {
      const foot = (short * short - middle * middle + long * long) / (2 * long)
      const height = Math.sqrt(short * short - foot * foot)
      return Math.abs((long * height) / 2 - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `What is the area, in square centimetres, of a triangle with sides of ${text.short} cm, ${text.middle} cm and ${text.long} cm?`,
      quantity: `the area in square centimetres of a triangle with sides of ${text.short} cm, ${text.middle} cm and ${text.long} cm`,
      steps: () => heronSteps(value),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['corner shelf', 'pane of glass', 'wooden sign', 'marble slab'])
      return {
        setup: `${story.hero.name} needs a triangular ${thing} with edges of ${text.short} cm, ${text.middle} cm and ${text.long} cm.`,
        ask: `Find the area of the ${thing} in square centimetres.`,
        quantity: `the area in square centimetres of the triangular ${thing}`,
        steps: () => heronSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `Triangle $${A}${B}${C}$ has $${A}${B} = ${math.long}$ cm, $${B}${C} = ${math.middle}$ cm and $${A}${C} = ${math.short}$ cm.`,
        ask: `Find the area of triangle $${A}${B}${C}$ in square centimetres.`,
        quantity: `the area in square centimetres of triangle $${A}${B}${C}$`,
        steps: () => heronSteps(value),
      }
    },
  ],
})

function heronSteps({
  short,
  middle,
  long,
}: {
  short: number
  middle: number
  long: number
}): readonly string[] {
  const half = (short + middle + long) / 2
  const [one, two, three] = [half - short, half - middle, half - long]
  const product = half * one * two * three
  const area = Math.round(Math.sqrt(product))
  return [
    `Heron’s formula gives the area from the three sides. Half the perimeter is (${short} + ${middle} + ${long}) ÷ 2 = ${computed(`(${short}+${middle}+${long})/2`, half)}.`,
    `Subtract each side from half the perimeter: the differences are ${one}, ${two} and ${three}. Multiply them and half the perimeter: ${half} × ${one} × ${two} × ${three} = ${computed(`${half}*${one}*${two}*${three}`, product)}.`,
    `The area is the square root of the product: ${area} × ${area} = ${computed(`${area}*${area}`, product)}, so it is ${area} square centimetres.`,
  ]
}

export const triangleFamilies: readonly Family[] = [baseAndHeight, heightFromArea, largestPerimeter, heron]
