import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pureNumber, squareCentimetres, lengthGiven, whole } from './spatial-quantities.ts'
import { isSquare, rootAnswer } from './square-roots.ts'

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
        setup: `${story.hero.name} builds a model landscape with a rectangular ${thing}. One side of the ${thing} lies along a wall; a fence with a total length of ${text.length} cm forms the other three sides.`,
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
    `Two sides have the same depth, and they leave ${length} minus twice the depth for the third side. The area is the product of the two.`,
    `Its derivative, ${length} minus four times the depth, is zero at the depth ${length} ÷ 4 = ${computed(`${length}/4`, depth)}, and there the area is largest, since the derivative changes from positive to negative.`,
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
      const thing = story.pick(['toy train', 'shuttle', 'camera cart'])
      return {
        setup: `A ${thing} moves back and forth along a straight track. Its position after $${t}$ seconds is $2${t}^3 - ${math.square}${t}^2 + ${math.linear}${t}$.`,
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
    `Critical points are the zeros of the derivative, which is a quadratic function: its leading coefficient is 3 × 2 = ${computed('3*2', 6)}, its linear coefficient is -2 × ${square} = ${computed(`-2*${square}`, -2 * square)} and its constant term is ${linear}.`,
    `By the quadratic formula, reduced by the factor two, the zeros are $\\frac{${square} \\pm \\sqrt{${square}^2 - 6 \\cdot ${linear}}}{6}$, where $${square}^2 - 6 \\cdot ${linear}$ = ${computed(`${square}^2-6*${linear}`, root * root)} is the square of ${root}.`,
    `The larger zero is (${square} + ${root}) ÷ 6 = ${computed(`(${square}+${root})/6`, (square + root) / 6)}; there the derivative turns from negative to positive.`,
  ]
}

export const extremeValueFamilies: readonly Family[] = [wallRectangle, criticalPoint]
