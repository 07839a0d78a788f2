import { rational } from '../../../../foundations/exact-number/rational.ts'
import { fractionAnswer, integerAnswer, integerValue, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { isSquare, rightTriangles, rootAnswer } from './square-roots.ts'
import {
  centimetres,
  lengthGiven,
  quadrilateralNames,
  squareCentimetres,
  whole,
} from './spatial-quantities.ts'

/** Side of a rhombus from its diagonals. */
const rhombusSide: Family = defineFamily({
  id: 'rhombus-perimeter-from-diagonals',
  knowledgePoints: ['rhombus-and-kite', 'pythagorean-theorem'],
  level: 3,
  result: centimetres,
  givens: { first: lengthGiven(6, 120), second: lengthGiven(6, 120) },
  sample: (random, fixed) => {
    if (fixed.first !== undefined && fixed.second !== undefined) return undefined
    const given = fixed.first ?? fixed.second
    const pairs = rightTriangles.filter(([one]) => given === undefined || 2 * one === given)
    if (pairs.length === 0) return undefined
    const [one, other] = random.pick(pairs)
    return fixed.second === undefined
      ? { first: 2 * one, second: 2 * other }
      : { first: 2 * other, second: 2 * one }
  },
  possible: ({ first, second }) => first > 0 && second > 0,
  nice: ({ first, second }) =>
    first % 2 === 0 && second % 2 === 0 && isSquare(first * first + second * second),
  solve: ({ first, second }) => rootAnswer(first * first + second * second, rational(2)),
  check: {
    method: 'inverse',
    // The quarter of the perimeter squared is the sum of the squares of the half diagonals.
    accepts: ({ first, second }, answer) => {
      const side = numericValue(answer) / 4
      return side > 0 && Math.abs(side * side - (first / 2) ** 2 - (second / 2) ** 2) < 1e-9
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `The diagonals of a rhombus are ${text.first} cm and ${text.second} cm long.`,
      ask: `What is the perimeter of the rhombus in centimetres?`,
      quantity: `the perimeter of the rhombus in centimetres`,
      steps: () => rhombusSteps(value.first, value.second),
    }),
    ({ value, text, story }) => ({
      setup: `${story.hero.name} builds a diamond-shaped paper lantern frame with four equal edges around two crossed sticks of ${text.first} cm and ${text.second} cm. The sticks halve each other at a right angle and reach from corner to corner.`,
      ask: `How many centimetres of wire do the four edges need together?`,
      quantity: `the total length in centimetres of the four edges of the lantern frame`,
      steps: () => rhombusSteps(value.first, value.second),
    }),
    ({ value, math, story }) => {
      const [A, B, C, D] = story.pick(quadrilateralNames.slice(2, 3))
      return {
        setup: `In rhombus $${A}${B}${C}${D}$, $${A}${C} = ${math.first}$ cm and $${B}${D} = ${math.second}$ cm.`,
        ask: `Find the sum of the four sides of the rhombus in centimetres.`,
        quantity: `the sum of the four sides of rhombus $${A}${B}${C}${D}$ in centimetres`,
        steps: () => rhombusSteps(value.first, value.second),
      }
    },
  ],
})

function rhombusSteps(first: number, second: number): readonly string[] {
  const [one, other] = [first / 2, second / 2]
  const square = one * one + other * other
  const side = Math.round(Math.sqrt(square))
  return [
    `The diagonals of a rhombus halve each other at right angles, so each side is the hypotenuse of a right triangle with legs ${one} cm and ${other} cm.`,
    `The square of the side is $${one}^2 + ${other}^2$ = ${computed(`${one}^2+${other}^2`, square)}, so the side is ${side} cm long.`,
    `The perimeter is 4 × ${side} = ${computed(`4*${side}`, 4 * side)} cm.`,
  ]
}

/** Area of a kite or rhombus from its diagonals. */
const kiteArea: Family = defineFamily({
  id: 'kite-area-from-diagonals',
  knowledgePoints: ['rhombus-and-kite'],
  level: 1,
  result: squareCentimetres,
  givens: { long: lengthGiven(4, 90), short: lengthGiven(3, 60) },
  possible: ({ long, short }) => long > 0 && short > 0,
  nice: ({ long, short }) => (long * short) % 2 === 0 && short < long,
  solve: ({ long, short }) => fractionAnswer(long * short, 2),
  check: {
    method: 'inverse',
    accepts: ({ long, short }, answer) => Math.abs((numericValue(answer) / long) * 2 - short) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A rhombus has diagonals of ${text.long} cm and ${text.short} cm.`,
      ask: `What is the area of the rhombus in square centimetres?`,
      quantity: `the area in square centimetres of the rhombus`,
      steps: () => kiteSteps(value.long, value.short),
    }),
    ({ value, text, story }) => ({
      setup: `The frame of a toy kite is made of two sticks that cross at a right angle, ${text.long} cm and ${text.short} cm long. ${story.hero.name} covers the kite with paper, from stick end to stick end.`,
      ask: `How many square centimetres of paper does the kite need?`,
      quantity: `the area in square centimetres of the paper on the kite`,
      steps: () => kiteSteps(value.long, value.short),
    }),
    ({ value, math, story }) => {
      const [A, B, C, D] = story.pick(quadrilateralNames.slice(2, 3))
      return {
        setup: `The diagonals $${A}${C}$ and $${B}${D}$ of kite $${A}${B}${C}${D}$ measure $${math.long}$ cm and $${math.short}$ cm.`,
        ask: `Find the area of the kite in square centimetres.`,
        quantity: `the area of kite $${A}${B}${C}${D}$ in square centimetres`,
        steps: () => kiteSteps(value.long, value.short),
      }
    },
  ],
})

function kiteSteps(long: number, short: number): readonly string[] {
  return [
    `The diagonals are perpendicular, so the figure fills half of the rectangle that has the diagonals as its sides.`,
    `The area is ${long} × ${short} ÷ 2 = ${computed(`${long}*${short}/2`, (long * short) / 2)} square centimetres.`,
  ]
}

/** Number of diagonals of a convex polygon. */
const diagonalCount: Family = defineFamily({
  id: 'diagonals-of-a-polygon',
  knowledgePoints: ['polygon-diagonals'],
  level: 2,
  result: { kind: 'count' },
  givens: { sides: { minimum: 4, maximum: 30, link: { kind: 'count' } } },
  possible: ({ sides }) => sides >= 4,
  nice: ({ sides }) => sides >= 5,
  solve: ({ sides }) => integerAnswer((sides * (sides - 3)) / 2),
  check: {
    method: 'brute force',
    accepts: ({ sides }, answer) => {
      let diagonals = 0
      for (let from = 0; from < sides; from++)
        for (let to = from + 2; to < sides; to++) if (to - from !== sides - 1) diagonals++
      return integerValue(answer) === diagonals
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `How many diagonals does a convex polygon with ${text.sides} sides have?`,
      quantity: `the number of diagonals of a convex polygon with ${text.sides} sides`,
      steps: () => diagonalSteps(value.sides),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['lanterns', 'posts', 'stalls'])
      return {
        setup: `In a park, ${text.sides} ${thing} stand at the corners of a convex polygon. A string of lights is hung along every diagonal of the polygon.`,
        ask: `How many strings of lights are there?`,
        quantity: `the number of strings of lights between the ${thing}`,
        steps: () => diagonalSteps(value.sides),
      }
    },
    ({ value, text, story }) => ({
      setup: `At a round table, ${text.sides} guests take their seats. Everybody shakes hands once with everybody else except the two neighbours.`,
      ask: `How many handshakes take place ${story.pick(['at the table', 'in all', 'altogether'])}?`,
      quantity: `the number of handshakes at the round table`,
      steps: () => [
        `Draw the guests as the corners of a polygon: neighbours are joined by sides, so the handshakes are its diagonals.`,
        ...diagonalSteps(value.sides),
      ],
    }),
  ],
})

function diagonalSteps(sides: number): readonly string[] {
  return [
    `From each corner diagonals lead to all corners but itself and its two neighbours, so there are ${sides} - 3 = ${computed(`${sides}-3`, sides - 3)} of them.`,
    `Counting at all corners meets each diagonal twice, so there are ${sides} × ${sides - 3} ÷ 2 = ${computed(`${sides}*${sides - 3}/2`, (sides * (sides - 3)) / 2)} diagonals.`,
  ]
}

/** Area of a border of equal width around a rectangle. */
const borderArea: Family = defineFamily({
  id: 'border-around-a-rectangle',
  knowledgePoints: ['composite-area'],
  level: 2,
  result: squareCentimetres,
  givens: { length: lengthGiven(6, 60), width: lengthGiven(4, 50), border: lengthGiven(2, 12) },
  possible: ({ length, width, border }) => length > 0 && width > 0 && border > 0,
  nice: ({ length, width }) => width < length,
  solve: ({ length, width, border }) =>
    integerAnswer((length + 2 * border) * (width + 2 * border) - length * width),
  check: {
    method: 'numeric',
    // Two strips along, two across, four corner squares.
    accepts: ({ length, width, border }, answer) =>
      isFraction(answer, 2 * length * border + 2 * width * border + 4 * border * border),
  },
  wordings: [
    ({ value, text, story }) => {
      const [picture, frame] = story.pick([
        ['photograph', 'frame'],
        ['mirror', 'frame'],
        ['picture', 'mount'],
      ] as const)
      return {
        setup: `A rectangular ${picture} is ${text.length} cm long and ${text.width} cm wide. A flat ${frame} with a width of ${text.border} cm on every side surrounds it.`,
        ask: `What is the area of the ${frame} alone in square centimetres?`,
        quantity: `the area of the ${frame} alone in square centimetres`,
        steps: () => borderSteps(value),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} sews a border onto a quilt panel of ${text.length} cm by ${text.width} cm. The border sticks out by ${text.border} cm on each of the four sides, and the finished piece is a rectangle again.`,
      ask: `By how many square centimetres does the border enlarge the quilt panel?`,
      quantity: `the number of square centimetres by which the border enlarges the quilt panel`,
      steps: () => borderSteps(value),
    }),
    ({ value, text }) => ({
      setup: `A rectangle measures ${text.length} cm by ${text.width} cm. A larger rectangle is drawn around it so that the sides are parallel and the gap is ${text.border} cm everywhere.`,
      ask: `Find the area in square centimetres of the region between the two rectangles.`,
      quantity: `the area in square centimetres of the region between the two rectangles`,
      steps: () => borderSteps(value),
    }),
  ],
})

function borderSteps({
  length,
  width,
  border,
}: {
  length: number
  width: number
  border: number
}): readonly string[] {
  const [long, wide] = [length + 2 * border, width + 2 * border]
  const [outer, inner] = [long * wide, length * width]
  return [
    `The outer rectangle is longer and wider by the border on both sides: ${length} + 2 × ${border} = ${computed(`${length}+2*${border}`, long)} cm and ${width} + 2 × ${border} = ${computed(`${width}+2*${border}`, wide)} cm.`,
    `The outer area is ${long} × ${wide} = ${computed(`${long}*${wide}`, outer)} and the inner area is ${length} × ${width} = ${computed(`${length}*${width}`, inner)}, both in square centimetres.`,
    `The part between them has ${outer} - ${inner} = ${computed(`${outer}-${inner}`, outer - inner)} square centimetres.`,
  ]
}

/** Squares cut from the corners of a rectangle. */
const cutCorners: Family = defineFamily({
  id: 'rectangle-with-corners-cut-out',
  knowledgePoints: ['square-properties', 'composite-area'],
  level: 2,
  result: squareCentimetres,
  givens: { side: lengthGiven(10, 60), corner: lengthGiven(2, 20), corners: whole(2, 4) },
  possible: ({ side, corner, corners }) => 2 * corner < side && corners <= 4,
  solve: ({ side, corner, corners }) => integerAnswer(side * side - corners * corner * corner),
  check: {
    method: 'brute force',
    // Count the unit squares that lie in none of the cut corners.
    accepts: ({ side, corner, corners }, answer) => {
      let cells = 0
      for (let row = 0; row < side; row++)
        for (let column = 0; column < side; column++) {
          const [top, left] = [row < corner, column < corner]
          const [bottom, right] = [row >= side - corner, column >= side - corner]
          const cut = [top && left, bottom && right, top && right, bottom && left].indexOf(true)
          if (cut === -1 || cut >= corners) cells++
        }
      return isFraction(answer, cells)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const sheet = story.pick(['cardboard', 'tin', 'felt', 'copper'])
      return {
        setup: `From a square sheet of ${sheet} with sides of ${text.side} cm, ${story.hero.name} cuts away a square with sides of ${text.corner} cm at each of ${text.corners} corners.`,
        ask: `How many square centimetres of ${sheet} remain?`,
        quantity: `the area in square centimetres of the ${sheet} that remains`,
        steps: () => cutSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: `A square of side ${text.side} cm contains ${text.corners} smaller squares of side ${text.corner} cm, which do not overlap and lie in different corners of the large square.`,
      ask: `What is the area in square centimetres of the part of the large square that is not covered by the smaller ones?`,
      quantity: `the area in square centimetres of the part of the large square that is not covered by the smaller ones`,
      steps: () => cutSteps(value),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['table top', 'board game', 'tray'])
      return {
        setup: `A square ${thing} with an edge of ${text.side} cm has inlaid squares of ivory-coloured wood in ${text.corners} of its corners, each with an edge of ${text.corner} cm. The rest of it is dark wood.`,
        ask: `Find the area of the dark wood in square centimetres.`,
        quantity: `the area in square centimetres of the dark wood of the ${thing}`,
        steps: () => cutSteps(value),
      }
    },
  ],
})

function cutSteps({
  side,
  corner,
  corners,
}: {
  side: number
  corner: number
  corners: number
}): readonly string[] {
  const [all, one] = [side * side, corner * corner]
  return [
    `The large square has ${side} × ${side} = ${computed(`${side}*${side}`, all)} square centimetres, and a small one has ${corner} × ${corner} = ${computed(`${corner}*${corner}`, one)}.`,
    `The ${corners} small squares together have ${corners} × ${one} = ${computed(`${corners}*${one}`, corners * one)} square centimetres.`,
    `What is left has ${all} - ${corners * one} = ${computed(`${all}-${corners * one}`, all - corners * one)} square centimetres.`,
  ]
}

export const polygonFamilies: readonly Family[] = [
  rhombusSide,
  kiteArea,
  diagonalCount,
  borderArea,
  cutCorners,
]
