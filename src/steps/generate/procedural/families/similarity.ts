import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { centimetres, lengthGiven, segmentNames, triangleNames, whole } from './spatial-quantities.ts'

/** A side of a similar triangle. */
const similarSide: Family = defineFamily({
  id: 'side-of-a-similar-triangle',
  knowledgePoints: ['similar-triangles'],
  level: 2,
  result: centimetres,
  givens: { known: lengthGiven(2, 40), image: lengthGiven(3, 120), other: lengthGiven(2, 60) },
  possible: ({ known, image, other }) => known > 0 && image > 0 && other > 0,
  nice: ({ known, image, other }) =>
    (other * image) % known === 0 && image > known && image <= 6 * known && other !== known,
  sample: (random, fixed) => {
    const [image, other] = [fixed.image ?? random.integer(6, 120), fixed.other ?? random.integer(2, 60)]
    const fitting = Array.from({ length: 39 }, (_, index) => index + 2).filter(
      (known) => (other * image) % known === 0 && image > known && image <= 6 * known && other !== known,
    )
    if (fixed.known !== undefined) return { known: fixed.known, image, other }
    return fitting.length === 0 ? undefined : { known: random.pick(fitting), image, other }
  },
  solve: ({ known, image, other }) => fractionAnswer(other * image, known),
  check: {
    method: 'inverse',
    accepts: ({ known, image, other }, answer) =>
      Math.abs(numericValue(answer) / other - image / known) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      const [D, E, F] = story.letters(triangleNames)
      return {
        setup: `Triangles $${A}${B}${C}$ and $${D}${E}${F}$ are similar, with their vertices named in corresponding order. They satisfy $${A}${B} = ${math.known}$ cm, $${D}${E} = ${math.image}$ cm and $${B}${C} = ${math.other}$ cm.`,
        ask: `How long is $${E}${F}$ in centimetres?`,
        quantity: `the length of $${E}${F}$ in centimetres`,
        steps: () => similarSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['pattern', 'diagram', 'logo', 'floor plan'])
      return {
        setup: `${story.hero.name} enlarges a triangular ${thing} without changing its shape. A side of ${text.known} cm becomes ${text.image} cm long. The bottom edge of the original measures ${text.other} cm.`,
        ask: `How many centimetres long is the bottom edge of the enlarged ${thing}?`,
        quantity: `the length in centimetres of the bottom edge of the enlarged ${thing}`,
        steps: () => similarSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [S, T] = story.letters(segmentNames)
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$, a line parallel to $${B}${C}$ meets side $${A}${B}$ at $${S}$ and side $${A}${C}$ at $${T}$. The lengths are $${A}${S} = ${math.known}$ cm, $${A}${B} = ${math.image}$ cm and $${S}${T} = ${math.other}$ cm.`,
        ask: `Find the length of $${B}${C}$ in centimetres.`,
        quantity: `the length of $${B}${C}$ in centimetres`,
        steps: () => [
          `The parallel line cuts off a smaller triangle with the same angles, so it is similar to the whole one.`,
          ...similarSteps(value),
        ],
      }
    },
  ],
})

function similarSteps({
  known,
  image,
  other,
}: {
  known: number
  image: number
  other: number
}): readonly string[] {
  return [
    `In similar triangles corresponding sides have the same ratio: each side of the larger triangle is ${image}/${known} times the corresponding side of the smaller one.`,
    `So the unknown side is ${other} × ${image} ÷ ${known} = ${computed(`${other}*${image}/${known}`, (other * image) / known)} cm.`,
  ]
}

/** Height from shadows. */
const shadow: Family = defineFamily({
  id: 'height-from-shadows',
  knowledgePoints: ['shadow-problems'],
  level: 1,
  result: centimetres,
  givens: { stick: lengthGiven(20, 200), stickShadow: lengthGiven(10, 300), shadow: lengthGiven(60, 900) },
  sample: (random, fixed) => {
    const stick = fixed.stick ?? 5 * random.integer(4, 40)
    const stickShadow = fixed.stickShadow ?? 5 * random.integer(4, 40)
    return {
      stick,
      stickShadow,
      shadow: fixed.shadow ?? stickShadow * random.integer(2, 9) + 5 * random.integer(0, 3),
    }
  },
  possible: ({ stick, stickShadow, shadow: length }) => stick > 0 && stickShadow > 0 && length > 0,
  nice: ({ stick, stickShadow, shadow: length }) =>
    (stick * length) % stickShadow === 0 &&
    stick !== stickShadow &&
    (stick * length) / stickShadow >= 150 &&
    (stick * length) / stickShadow <= 1800,
  solve: ({ stick, stickShadow, shadow: length }) => fractionAnswer(stick * length, stickShadow),
  check: {
    method: 'inverse',
    // Both objects see the sun at the same angle.
    accepts: ({ stick, stickShadow, shadow: length }, answer) =>
      Math.abs(Math.atan2(numericValue(answer), length) - Math.atan2(stick, stickShadow)) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const thing = story.pick(['flagpole', 'street lamp', 'totem pole', 'palm tree'])
      return {
        setup: `On level ground, an upright stick of ${text.stick} cm casts a shadow of ${text.stickShadow} cm. At the same moment, a ${thing} nearby casts a shadow of ${text.shadow} cm.`,
        ask: `How tall is the ${thing} in centimetres?`,
        quantity: `the height of the ${thing} in centimetres`,
        steps: () => shadowSteps(value.stick, value.stickShadow, value.shadow),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['statue', 'lamp post', 'young tree', 'road sign'])
      return {
        setup: `${story.hero.name} wants to know the height of a ${thing}. Its shadow is ${text.shadow} cm long. ${story.hero.name} holds a rod upright on the ground beside it; the rod is ${text.stick} cm long, and its shadow measures ${text.stickShadow} cm.`,
        ask: `Find the height of the ${thing} in centimetres.`,
        quantity: `the height in centimetres of the ${thing}`,
        steps: () => shadowSteps(value.stick, value.stickShadow, value.shadow),
      }
    },
    ({ value, text, story }) => {
      const building = story.pick(['barn', 'library', 'warehouse'])
      return {
        setup: `In the sun, the wall of a ${building} casts a shadow that is ${text.shadow} cm wide on level ground. At the same time, a fence post with a height of ${text.stick} cm casts a shadow of ${text.stickShadow} cm.`,
        ask: `What is the height of the wall in centimetres?`,
        quantity: `the height in centimetres of the wall of the ${building}`,
        steps: () => shadowSteps(value.stick, value.stickShadow, value.shadow),
      }
    },
  ],
})

function shadowSteps(stick: number, stickShadow: number, length: number): readonly string[] {
  return [
    `The rays of the sun are parallel, so each height and its shadow form similar right triangles: height and shadow have the same ratio for both.`,
    `The height is ${length} × ${stick} ÷ ${stickShadow} = ${computed(`${length}*${stick}/${stickShadow}`, (length * stick) / stickShadow)} cm.`,
  ]
}

/** Hypotenuse and short leg of a 30-60-90 triangle, together. */
const halfEquilateral: Family = defineFamily({
  id: 'sides-of-a-thirty-sixty-triangle',
  knowledgePoints: ['special-right-triangles'],
  level: 2,
  result: centimetres,
  givens: { factor: whole(2, 60) },
  possible: ({ factor }) => factor > 0,
  solve: ({ factor }) => integerAnswer(2 * factor),
  check: {
    method: 'numeric',
    accepts: ({ factor }, answer) =>
      Math.abs(numericValue(answer) * Math.sin(Math.PI / 3) - factor * Math.sqrt(3)) < 1e-9,
  },
  wordings: [
    ({ value, math }) => ({
      setup: `A right triangle has acute angles of $30^\\circ$ and $60^\\circ$. Its longer leg measures $${math.factor}\\sqrt{3}$ cm.`,
      ask: `How long is the hypotenuse in centimetres?`,
      quantity: `the length in centimetres of the hypotenuse of this right triangle`,
      constants: ['30', '60', '3'],
      steps: () => halfSteps(value.factor),
    }),
    ({ value, math, story }) => {
      const thing = story.pick(['road sign', 'window', 'table top', 'roof panel'])
      return {
        setup: `A ${thing} is an equilateral triangle with a height of exactly $${math.factor}\\sqrt{3}$ cm.`,
        ask: `What is the side length of the ${thing} in centimetres?`,
        quantity: `the side length of the ${thing} in centimetres`,
        constants: ['3'],
        steps: () => [
          `The height divides the equilateral triangle into two right triangles with angles of 30 and 60 degrees; the side is their hypotenuse.`,
          ...halfSteps(value.factor),
        ],
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$ with a right angle at $${C}$, the angle at $${A}$ is $60^\\circ$ and $${B}${C} = ${math.factor}\\sqrt{3}$ cm.`,
        ask: `Find the length of $${A}${B}$ in centimetres.`,
        quantity: `the length of $${A}${B}$ in centimetres`,
        constants: ['60', '3'],
        steps: () => halfSteps(value.factor),
      }
    },
  ],
})

function halfSteps(factor: number): readonly string[] {
  return [
    `A right triangle with angles of 30 and 60 degrees is half of an equilateral one: its sides are in the ratio $1 : \\sqrt{3} : 2$.`,
    `The longer leg is $${factor}\\sqrt{3}$, so the shorter leg is ${factor} and the hypotenuse is 2 × ${factor} = ${computed(`2*${factor}`, 2 * factor)} cm.`,
  ]
}

export const similarityFamilies: readonly Family[] = [similarSide, shadow, halfEquilateral]
