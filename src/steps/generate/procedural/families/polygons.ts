import { rational } from '../../../../foundations/exact-number/rational.ts'
import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { isSquare, rightTriangles, rootAnswer } from './square-roots.ts'
import { centimetres, lengthGiven, quadrilateralNames, squareCentimetres } from './spatial-quantities.ts'

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
      setup: `${story.hero.name} builds a diamond-shaped paper lantern frame with four equal edges around two crossed sticks of ${text.first} cm and ${text.second} cm. The sticks bisect each other at a right angle and reach from corner to corner.`,
      ask: `How many centimetres of wire are needed for the four edges?`,
      quantity: `the total length in centimetres of the four edges of the lantern frame`,
      steps: () => rhombusSteps(value.first, value.second),
    }),
    ({ value, math, story }) => {
      const [A, B, C, D] = story.letters(quadrilateralNames)
      return {
        setup: `In rhombus $${A}${B}${C}${D}$, $${A}${C} = ${math.first}$ cm and $${B}${D} = ${math.second}$ cm.`,
        ask: `Find the perimeter of the rhombus in centimetres.`,
        quantity: `the perimeter of rhombus $${A}${B}${C}${D}$ in centimetres`,
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
    `The diagonals of a rhombus bisect each other at right angles, so each side is the hypotenuse of a right triangle with legs ${one} cm and ${other} cm.`,
    `By the Pythagorean theorem the square of the side is $${one}^2 + ${other}^2$ = ${computed(`${one}^2+${other}^2`, square)}, so the side is ${side} cm long.`,
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
  nice: ({ long, short }) => (long * short) % 2 === 0 && short < long && long <= 4 * short,
  solve: ({ long, short }) => fractionAnswer(long * short, 2),
  check: {
    method: 'inverse',
    accepts: ({ long, short }, answer) => Math.abs((numericValue(answer) / long) * 2 - short) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A rhombus has diagonals of ${text.long} cm and ${text.short} cm.`,
      ask: `What is the area of the rhombus in square centimetres?`,
      quantity: `the area of the rhombus in square centimetres`,
      steps: () => kiteSteps(value.long, value.short),
    }),
    ({ value, text, story }) => ({
      setup: `The frame of a toy kite is made of two sticks that cross at a right angle, ${text.long} cm and ${text.short} cm long. ${story.hero.name} covers the whole kite with paper.`,
      ask: `How many square centimetres of paper does the kite need?`,
      quantity: `the area in square centimetres of the paper on the kite`,
      steps: () => kiteSteps(value.long, value.short),
    }),
    ({ value, math, story }) => {
      const [A, B, C, D] = story.letters(quadrilateralNames)
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
  result: { kind: 'number' },
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

export const polygonFamilies: readonly Family[] = [rhombusSide, kiteArea, diagonalCount]
