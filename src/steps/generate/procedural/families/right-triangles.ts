import { rational } from '../../../../foundations/exact-number/rational.ts'
import { numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { isSquare, rightTriangles, rootAnswer } from './square-roots.ts'
import { centimetres, lengthGiven, quadrilateralNames, squareCentimetres } from './spatial-quantities.ts'

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
      const thing = story.pick(['screen', 'window', 'drawer', 'picture'])
      return {
        setup: `A rectangular ${thing} measures ${text.first} cm by ${text.second} cm.`,
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
      setup: '',
      ask: `What is the area, in square centimetres, of a rectangle with a diagonal of ${text.diagonal} cm and one side of ${text.side} cm?`,
      quantity: `the area in square centimetres of a rectangle with a diagonal of ${text.diagonal} cm and one side of ${text.side} cm`,
      steps: () => diagonalSteps(value.diagonal, value.side),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['television', 'window', 'notice board', 'whiteboard'])
      return {
        setup: `The rectangular front of a ${thing} is ${text.side} cm high, and its diagonal measures ${text.diagonal} cm.`,
        ask: `What is the area of the front in square centimetres?`,
        quantity: `the area in square centimetres of the front of the ${thing}`,
        steps: () => diagonalSteps(value.diagonal, value.side),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C, D] = story.letters(quadrilateralNames)
      return {
        setup: `In rectangle $${A}${B}${C}${D}$, $${A}${B} = ${math.side}$ cm and $${A}${C} = ${math.diagonal}$ cm.`,
        ask: `Find the area of rectangle $${A}${B}${C}${D}$ in square centimetres.`,
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
    `By the Pythagorean theorem the square of the other side is $${diagonal}^2 - ${side}^2$ = ${computed(`${diagonal}^2-${side}^2`, square)}, so the other side is ${other} cm long.`,
    `The area is ${side} × ${other} = ${computed(`${side}*${other}`, side * other)} square centimetres.`,
  ]
}

export const rightTriangleFamilies: readonly Family[] = [hypotenuse, areaFromDiagonal]
