import { rational } from '../../../../foundations/exact-number/rational.ts'
import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { isSquare, rightTriangles, rootAnswer } from './square-roots.ts'
import {
  areaGiven,
  centimetres,
  lengthGiven,
  quadrilateralNames,
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
      setup: `One side of a triangle is ${text.base} cm long, and the height on this side is ${text.height} cm.`,
      ask: `What is the area of the triangle in square centimetres?`,
      quantity: `the area of the triangle in square centimetres`,
      steps: () => areaSteps(value.base, value.height),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['pennant', 'sail of a model boat', 'bandana', 'ear of a paper fox'])
      return {
        setup: `The triangular ${thing} that ${story.hero.name} makes has a base of ${text.base} cm and a height of ${text.height} cm.`,
        ask: `What is its area in square centimetres?`,
        quantity: `the area in square centimetres of the ${thing}`,
        steps: () => areaSteps(value.base, value.height),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
      return {
        setup: `Point $${C}$ has a distance of $${math.height}$ cm from the line through $${A}$ and $${B}$, and $${A}${B} = ${math.base}$ cm.`,
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
      ask: `How many centimetres is the height on this base?`,
      quantity: `the height of the triangle in centimetres`,
      steps: () => heightSteps(value.area, value.base),
    }),
    ({ value, text, story }) => {
      const cloth = story.pick(['linen', 'felt', 'silk', 'canvas'])
      return {
        setup: `${story.hero.name} has ${text.area} square centimetres of ${cloth} and uses all of it for a triangular flag that is ${text.base} cm wide along the pole.`,
        ask: `How far, in centimetres, does the tip of the flag lie from the pole?`,
        quantity: `the distance in centimetres from the pole to the tip of the flag`,
        steps: () => heightSteps(value.area, value.base),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
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

/** Hypotenuse from the legs. */
const hypotenuse: Family = defineFamily({
  id: 'hypotenuse-from-legs',
  knowledgePoints: ['pythagorean-theorem'],
  level: 1,
  result: centimetres,
  givens: { first: lengthGiven(3, 90), second: lengthGiven(3, 90) },
  sample: (random, fixed) => {
    const fitting = rightTriangles.filter(
      ([one, other]) =>
        (fixed.first === undefined || one === fixed.first) &&
        (fixed.second === undefined || other === fixed.second),
    )
    if (fitting.length === 0) return undefined
    const [first, second] = random.pick(fitting)
    return { first, second }
  },
  possible: ({ first, second }) => first > 0 && second > 0,
  nice: ({ first, second }) => isSquare(first * first + second * second),
  solve: ({ first, second }) => rootAnswer(first * first + second * second),
  check: {
    method: 'inverse',
    accepts: ({ first, second }, answer) => {
      const longest = numericValue(answer)
      return longest > 0 && (longest - first) * (longest + first) === second * second
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `The legs of a right triangle are ${text.first} cm and ${text.second} cm long.`,
      ask: `How long is the hypotenuse in centimetres?`,
      quantity: `the length in centimetres of the hypotenuse of the right triangle`,
      steps: () => hypotenuseSteps(value.first, value.second),
    }),
    ({ value, text, story }) => {
      const animal = story.pick(['A beetle', 'A snail', 'An ant'])
      return {
        setup: `${animal} crawls ${text.first} cm north and then ${text.second} cm east.`,
        ask: `How many centimetres is it then from its starting point, in a straight line?`,
        quantity: `the straight-line distance in centimetres from the starting point of the crawl to its end`,
        steps: () => hypotenuseSteps(value.first, value.second),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['screen', 'tray', 'drawer', 'picture'])
      return {
        setup: `A rectangular ${thing} is ${text.first} cm wide and ${text.second} cm long.`,
        ask: `Find the length of its diagonal in centimetres.`,
        quantity: `the length in centimetres of the diagonal of the ${thing}`,
        steps: () => hypotenuseSteps(value.first, value.second),
      }
    },
    ({ value, text, story }) => {
      const pole = story.pick(['a tent pole', 'a young tree', 'a bean pole'])
      return {
        setup: `A tight rope runs from the top of ${pole} that is ${text.first} cm tall to a peg in the level ground, ${text.second} cm from its foot.`,
        ask: `How many centimetres long is the rope?`,
        quantity: `the length of the rope in centimetres`,
        steps: () => hypotenuseSteps(value.first, value.second),
      }
    },
  ],
})

function hypotenuseSteps(first: number, second: number): readonly string[] {
  const square = first * first + second * second
  const root = Math.round(Math.sqrt(square))
  return [
    `By the Pythagorean theorem, the square of the longest side of a right triangle is the sum of the squares of the legs.`,
    `$${first}^2 + ${second}^2$ = ${computed(`${first}^2+${second}^2`, square)}.`,
    `Since ${root} × ${root} = ${computed(`${root}*${root}`, square)}, the length is ${root} cm.`,
  ]
}

/** Area of a rectangle from its diagonal and one side. */
const areaFromDiagonal: Family = defineFamily({
  id: 'rectangle-area-from-diagonal',
  knowledgePoints: ['pythagorean-theorem', 'rectangle-area-and-perimeter'],
  level: 2,
  result: squareCentimetres,
  givens: { diagonal: lengthGiven(5, 120), side: lengthGiven(3, 90) },
  sample: (random, fixed) => {
    const fitting = rightTriangles.filter(
      ([one, , longest]) =>
        (fixed.side === undefined || one === fixed.side) &&
        (fixed.diagonal === undefined || longest === fixed.diagonal),
    )
    if (fitting.length === 0) return undefined
    const [side, , diagonal] = random.pick(fitting)
    return { diagonal, side }
  },
  possible: ({ diagonal, side }) => diagonal > side,
  nice: ({ diagonal, side }) =>
    isSquare(diagonal * diagonal - side * side) &&
    side * Math.sqrt(diagonal * diagonal - side * side) <= 3000,
  solve: ({ diagonal, side }) => rootAnswer(diagonal * diagonal - side * side, rational(side)),
  check: {
    method: 'inverse',
    accepts: ({ diagonal, side }, answer) => {
      const other = numericValue(answer) / side
      return other > 0 && Math.abs(Math.hypot(side, other) - diagonal) < 1e-9
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A rectangle has a diagonal of ${text.diagonal} cm and one side of ${text.side} cm.`,
      ask: `What is the area of the rectangle in square centimetres?`,
      quantity: `the area of this rectangle in square centimetres`,
      steps: () => diagonalSteps(value.diagonal, value.side),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['television', 'window', 'notice board', 'whiteboard'])
      return {
        setup: `The rectangular front of a ${thing} is ${text.side} cm high, and its diagonal measures ${text.diagonal} cm.`,
        ask: `What is the area of this front in square centimetres?`,
        quantity: `the area in square centimetres of the front of the ${thing}`,
        steps: () => diagonalSteps(value.diagonal, value.side),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C, D] = story.pick(quadrilateralNames.slice(1, 2))
      return {
        setup: `In rectangle $${A}${B}${C}${D}$, $${A}${B} = ${math.side}$ cm and $${A}${C} = ${math.diagonal}$ cm.`,
        ask: `Find the area of $${A}${B}${C}${D}$ in square centimetres.`,
        quantity: `the area of rectangle $${A}${B}${C}${D}$ in square centimetres`,
        steps: () => diagonalSteps(value.diagonal, value.side),
      }
    },
  ],
})

function diagonalSteps(diagonal: number, side: number): readonly string[] {
  const square = diagonal * diagonal - side * side
  const other = Math.round(Math.sqrt(square))
  return [
    `The diagonal is the hypotenuse of a right triangle whose legs are the sides of the rectangle.`,
    `The square of the other side is $${diagonal}^2 - ${side}^2$ = ${computed(`${diagonal}^2-${side}^2`, square)}, so the other side is ${other} cm long.`,
    `The area is ${side} × ${other} = ${computed(`${side}*${other}`, side * other)} square centimetres.`,
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
        quantity: `the greatest possible total length in centimetres of ${story.hero.name}’s three ${stick}`,
        steps: () => inequalitySteps(value.first, value.second),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
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
      setup: `The sides of a triangle are ${text.short} cm, ${text.middle} cm and ${text.long} cm long.`,
      ask: `What is the area of the triangle in square centimetres?`,
      quantity: `the area in square centimetres of the triangle with these sides`,
      steps: () => heronSteps(value),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['corner shelf', 'pane of glass', 'wooden sign', 'marble slab'])
      return {
        setup: `${story.hero.name} needs a triangular ${thing} with edges of ${text.short} cm, ${text.middle} cm and ${text.long} cm.`,
        ask: `Use the three edges to find its area in square centimetres.`,
        quantity: `the area in square centimetres of the triangular ${thing}`,
        steps: () => heronSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
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
    `Heron’s formula takes half the perimeter: (${short} + ${middle} + ${long}) ÷ 2 = ${computed(`(${short}+${middle}+${long})/2`, half)}.`,
    `Half the perimeter exceeds the sides by ${one}, ${two} and ${three}. The product is ${half} × ${one} × ${two} × ${three} = ${computed(`${half}*${one}*${two}*${three}`, product)}.`,
    `The area is the square root of the product: ${area} × ${area} = ${computed(`${area}*${area}`, product)}, so it is ${area} square centimetres.`,
  ]
}

export const triangleFamilies: readonly Family[] = [
  baseAndHeight,
  heightFromArea,
  hypotenuse,
  areaFromDiagonal,
  largestPerimeter,
  heron,
]
