import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { greatestCommonDivisor } from './whole-numbers.ts'
import { centimetres, lengthGiven, quadrilateralNames, squareCentimetres } from './spatial-quantities.ts'

/** Height of a parallelogram on its other side. */
const otherHeight: Family = defineFamily({
  id: 'other-height-of-a-parallelogram',
  knowledgePoints: ['parallelogram-area'],
  level: 2,
  result: centimetres,
  givens: { base: lengthGiven(4, 60), height: lengthGiven(2, 40), side: lengthGiven(3, 60) },
  sample: (random, fixed) => {
    const base = fixed.base ?? random.integer(4, 60)
    const side = fixed.side ?? random.integer(3, 60)
    const step = side / greatestCommonDivisor(base, side)
    return { base, side, height: fixed.height ?? step * random.integer(1, 6) }
  },
  // Neither height can be longer than the side that it does not stand on.
  possible: ({ height, side }) => side > 0 && height <= side,
  nice: ({ base, height, side }) => (base * height) % side === 0 && height < side && base !== side,
  solve: ({ base, height, side }) => fractionAnswer(base * height, side),
  check: {
    method: 'inverse',
    accepts: ({ base, height, side }, answer) =>
      Math.abs((numericValue(answer) * side) / base - height) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `Two neighbouring sides of a parallelogram are ${text.base} cm and ${text.side} cm long. The height to the first of these sides is ${text.height} cm.`,
      ask: `What is the height to the second side in centimetres?`,
      quantity: `the height of the parallelogram to the second side, in centimetres`,
      steps: () => heightSteps(value),
    }),
    ({ value, math, story }) => {
      const [A, B, C, D] = story.letters(quadrilateralNames)
      return {
        setup: `In parallelogram $${A}${B}${C}${D}$, $${A}${B} = ${math.base}$ cm and $${B}${C} = ${math.side}$ cm. The lines $${A}${B}$ and $${C}${D}$ are $${math.height}$ cm apart.`,
        ask: `What is the distance in centimetres between the lines $${B}${C}$ and $${A}${D}$?`,
        quantity: `the distance in centimetres between the lines $${B}${C}$ and $${A}${D}$`,
        steps: () => heightSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['glass panel', 'wooden sign', 'puzzle piece', 'piece of cardboard'])
      return {
        setup: `A ${thing} in the shape of a parallelogram has red edges of ${text.side} cm and blue edges of ${text.base} cm. When it stands on a blue edge, it is ${text.height} cm tall.`,
        ask: `How many centimetres tall is the ${thing} when it stands on a red edge?`,
        quantity: `the height in centimetres of the ${thing} when it stands on a red edge`,
        steps: () => heightSteps(value),
      }
    },
  ],
})

function heightSteps({
  base,
  height,
  side,
}: {
  base: number
  height: number
  side: number
}): readonly string[] {
  const area = base * height
  return [
    `The area of a parallelogram is a side times the height to that side, whichever side is chosen.`,
    `The area is ${base} × ${height} = ${computed(`${base}*${height}`, area)} square centimetres.`,
    `The other height is ${area} ÷ ${side} = ${computed(`${area}/${side}`, area / side)} cm.`,
  ]
}

/** Area of a trapezoid. */
const trapezoidArea: Family = defineFamily({
  id: 'area-of-a-trapezoid',
  knowledgePoints: ['trapezoid-area'],
  level: 1,
  result: squareCentimetres,
  givens: { short: lengthGiven(2, 50), long: lengthGiven(4, 80), height: lengthGiven(2, 40) },
  possible: ({ short, long }) => short < long,
  nice: ({ short, long, height }) => ((short + long) * height) % 2 === 0 && (short + long) * height <= 1600,
  solve: ({ short, long, height }) => fractionAnswer((short + long) * height, 2),
  check: {
    method: 'numeric',
    // A rectangle on the short side, and a triangle for what is left.
    accepts: ({ short, long, height }, answer) =>
      Math.abs(short * height + 0.5 * (long - short) * height - numericValue(answer)) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `The parallel sides of a trapezoid are ${text.short} cm and ${text.long} cm long. The distance between them is ${text.height} cm.`,
      ask: `What is the area of the trapezoid in square centimetres?`,
      quantity: `the area of the trapezoid in square centimetres`,
      steps: () => trapezoidSteps(value),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['lampshade panel', 'skirt panel', 'cardboard wall', 'sheet of leather'])
      return {
        setup: `${story.hero.name} cuts out a ${thing} in the shape of a trapezoid: ${text.long} cm wide at the bottom, ${text.short} cm wide at the top, and ${text.height} cm high.`,
        ask: `How many square centimetres of material does the ${thing} take?`,
        quantity: `the area of the ${thing} in square centimetres`,
        steps: () => trapezoidSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C, D] = story.letters(quadrilateralNames)
      return {
        setup: `Trapezoid $${A}${B}${C}${D}$ has right angles at $${A}$ and $${D}$, and $${A}${B} = ${math.long}$ cm, $${C}${D} = ${math.short}$ cm and $${A}${D} = ${math.height}$ cm.`,
        ask: `Find the area of trapezoid $${A}${B}${C}${D}$ in square centimetres.`,
        quantity: `the area of trapezoid $${A}${B}${C}${D}$ in square centimetres`,
        steps: () => trapezoidSteps(value),
      }
    },
  ],
})

function trapezoidSteps({
  short,
  long,
  height,
}: {
  short: number
  long: number
  height: number
}): readonly string[] {
  const sum = short + long
  return [
    `The area of a trapezoid is half the sum of the parallel sides times the height.`,
    `The parallel sides together are ${short} + ${long} = ${computed(`${short}+${long}`, sum)} cm long.`,
    `The area is ${sum} × ${height} ÷ 2 = ${computed(`${sum}*${height}/2`, (sum * height) / 2)} square centimetres.`,
  ]
}

export const quadrilateralFamilies: readonly Family[] = [otherHeight, trapezoidArea]
