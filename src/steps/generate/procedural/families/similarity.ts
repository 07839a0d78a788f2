import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import {
  areaGiven,
  centimetres,
  lengthGiven,
  squareCentimetres,
  triangleNames,
  whole,
} from './spatial-quantities.ts'

/** A side of a similar triangle. */
const similarSide: Family = defineFamily({
  id: 'side-of-a-similar-triangle',
  knowledgePoints: ['similar-triangles'],
  level: 2,
  result: centimetres,
  givens: { known: lengthGiven(2, 40), image: lengthGiven(3, 120), other: lengthGiven(2, 60) },
  possible: ({ known, image, other }) => known > 0 && image > 0 && other > 0,
  nice: ({ known, image, other }) => (other * image) % known === 0 && image > known && other !== known,
  solve: ({ known, image, other }) => fractionAnswer(other * image, known),
  check: {
    method: 'inverse',
    accepts: ({ known, image, other }, answer) =>
      Math.abs(numericValue(answer) / other - image / known) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames.slice(0, 2))
      const [D, E, F] = story.pick(triangleNames.slice(2))
      return {
        setup: `Triangles $${A}${B}${C}$ and $${D}${E}${F}$ are similar, with corners in corresponding order. They satisfy $${A}${B} = ${math.known}$ cm, $${D}${E} = ${math.image}$ cm and $${B}${C} = ${math.other}$ cm.`,
        ask: `How long is $${E}${F}$ in centimetres?`,
        quantity: `the length of $${E}${F}$ in centimetres`,
        steps: () => similarSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['set square', 'sail pattern', 'logo', 'paper triangle'])
      return {
        setup: `On a copier ${story.hero.name} enlarges a triangular ${thing} without changing its shape. A side of ${text.known} cm becomes ${text.image} cm long. Another side of the original measures ${text.other} cm.`,
        ask: `How many centimetres long is the copy of this other side?`,
        quantity: `the length in centimetres of the copy of the other side`,
        steps: () => similarSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames.slice(0, 4))
      return {
        setup: `In triangle $${A}${B}${C}$, a line parallel to $${B}${C}$ meets side $${A}${B}$ at $S$ and side $${A}${C}$ at $T$. The lengths are $${A}S = ${math.known}$ cm, $${A}${B} = ${math.image}$ cm and $ST = ${math.other}$ cm.`,
        ask: `Find $${B}${C}$ in centimetres.`,
        quantity: `the length $${B}${C}$ in centimetres`,
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
    `In similar triangles corresponding sides have the same ratio: the large side is ${image}/${known} of the small one.`,
    `The side asked for is ${other} × ${image} ÷ ${known} = ${computed(`${other}*${image}/${known}`, (other * image) / known)} cm.`,
  ]
}

/** Area of an enlarged figure. */
const scaledArea: Family = defineFamily({
  id: 'area-of-an-enlarged-figure',
  knowledgePoints: ['scale-factor-of-areas'],
  level: 2,
  result: squareCentimetres,
  givens: { area: areaGiven(4, 400), small: lengthGiven(2, 20), large: lengthGiven(3, 60) },
  possible: ({ area, small, large }) => area > 0 && small > 0 && large > small,
  nice: ({ area, small, large }) =>
    (area * large * large) % (small * small) === 0 && (area * large * large) / (small * small) <= 3000,
  solve: ({ area, small, large }) => fractionAnswer(area * large * large, small * small),
  check: {
    method: 'inverse',
    // The square root of the ratio of the areas is the ratio of the lengths.
    accepts: ({ area, small, large }, answer) =>
      Math.abs(Math.sqrt(numericValue(answer) / area) - large / small) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `Two figures are similar. Corresponding sides measure ${text.small} cm in the smaller figure and ${text.large} cm in the larger one. The smaller figure has an area of ${text.area} square centimetres.`,
      ask: `What is the area of the larger figure in square centimetres?`,
      quantity: `the area of the larger figure in square centimetres`,
      steps: () => scaleSteps(value),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['stamp', 'photograph', 'map of an island', 'coat of arms'])
      return {
        setup: `${story.hero.name} enlarges a picture of a ${thing} so that its width grows from ${text.small} cm to ${text.large} cm and its shape stays the same. In the original, the picture covers ${text.area} square centimetres.`,
        ask: `How many square centimetres does the enlarged picture cover?`,
        quantity: `the area in square centimetres of the enlarged picture`,
        steps: () => scaleSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames.slice(0, 2))
      const [D, E, F] = story.pick(triangleNames.slice(2))
      return {
        setup: `Triangle $${A}${B}${C}$ with $${A}${B} = ${math.small}$ cm has an area of $${math.area}$ square centimetres. It is similar to triangle $${D}${E}${F}$, in which the corresponding side $${D}${E}$ is $${math.large}$ cm long.`,
        ask: `Find the area of triangle $${D}${E}${F}$ in square centimetres.`,
        quantity: `the area of triangle $${D}${E}${F}$ in square centimetres`,
        steps: () => scaleSteps(value),
      }
    },
  ],
})

function scaleSteps({
  area,
  small,
  large,
}: {
  area: number
  small: number
  large: number
}): readonly string[] {
  const [one, two] = [small * small, large * large]
  return [
    `When all lengths are multiplied by a factor, areas are multiplied by the square of the factor.`,
    `The squares of the two lengths are ${small} × ${small} = ${computed(`${small}*${small}`, one)} and ${large} × ${large} = ${computed(`${large}*${large}`, two)}.`,
    `The larger area is ${area} × ${two} ÷ ${one} = ${computed(`${area}*${two}/${one}`, (area * two) / one)} square centimetres.`,
  ]
}

/** Area left over when a parallel line cuts off a similar triangle. */
const cutOffTriangle: Family = defineFamily({
  id: 'strip-cut-off-by-a-parallel',
  knowledgePoints: ['similar-triangles', 'scale-factor-of-areas'],
  level: 3,
  result: squareCentimetres,
  givens: { near: lengthGiven(2, 30), far: lengthGiven(2, 30), area: areaGiven(8, 300) },
  // The area of the small triangle; near and far are the parts of the divided side, counted from its corner.
  possible: ({ near, far, area }) => near > 0 && far > 0 && area > 0,
  nice: ({ near, far, area }) =>
    (area * far * (2 * near + far)) % (near * near) === 0 &&
    (area * far * (2 * near + far)) / (near * near) <= 3000,
  solve: ({ near, far, area }) => fractionAnswer(area * far * (2 * near + far), near * near),
  check: {
    method: 'inverse',
    accepts: ({ near, far, area }, answer) => {
      const side = near * Math.sqrt((numericValue(answer) + area) / area)
      return Math.abs(side - near - far) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames.slice(0, 4))
      return {
        setup: `A line parallel to side $${B}${C}$ of triangle $${A}${B}${C}$ meets $${A}${B}$ at $S$ and $${A}${C}$ at $T$, where $${A}S = ${math.near}$ cm and $S${B} = ${math.far}$ cm. Triangle $${A}ST$ has an area of $${math.area}$ square centimetres.`,
        ask: `What is the area of the quadrilateral $S${B}${C}T$ in square centimetres?`,
        quantity: `the area of the quadrilateral $S${B}${C}T$ in square centimetres`,
        steps: () => stripSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['pennant', 'shelf', 'flag', 'wall panel'])
      return {
        setup: `A straight stripe parallel to the base divides a triangular ${thing} into a small triangle at the tip and a trapezoid. Along one edge, the stripe is ${text.near} cm from the tip and ${text.far} cm from the base. The small triangle has an area of ${text.area} square centimetres.`,
        ask: `How many square centimetres does the trapezoid have?`,
        quantity: `the area in square centimetres of the trapezoid on the ${thing}`,
        steps: () => stripSteps(value),
      }
    },
    ({ value, text, story }) => ({
      setup: `From a triangular piece of cloth, ${story.hero.name} cuts off the top corner, a triangle of ${text.area} square centimetres, by a cut parallel to the bottom edge. On the left edge the cut removes ${text.near} cm and leaves ${text.far} cm.`,
      ask: `How many square centimetres of cloth are left?`,
      quantity: `the area in square centimetres of the cloth that is left`,
      steps: () => stripSteps(value),
    }),
  ],
})

function stripSteps({ near, far, area }: { near: number; far: number; area: number }): readonly string[] {
  const all = near + far
  const large = (area * all * all) / (near * near)
  return [
    `The cut is parallel to the base, so the small triangle is similar to the whole one. Their sides are ${near} cm and ${near} + ${far} = ${computed(`${near}+${far}`, all)} cm.`,
    `Areas grow with the square of the lengths: the whole triangle has ${area} × ${all} × ${all} ÷ (${near} × ${near}) = <<${area}*${all}*${all}/(${near}*${near})=${large}>>${large} square centimetres.`,
    `Without the small triangle that leaves ${large} - ${area} = ${computed(`${large}-${area}`, large - area)} square centimetres.`,
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
        setup: `At the same moment, an upright stick of ${text.stick} cm casts a shadow of ${text.stickShadow} cm and a ${thing} nearby casts a shadow of ${text.shadow} cm on level ground.`,
        ask: `How tall is the ${thing} in centimetres?`,
        quantity: `the height of the ${thing} in centimetres`,
        steps: () => shadowSteps(value.stick, value.stickShadow, value.shadow),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['statue', 'giraffe', 'sunflower', 'goalpost'])
      return {
        setup: `${story.hero.name} wants to know the height of a ${thing}. Its shadow is ${text.shadow} cm long. ${story.hero.name} holds a rod upright on the ground beside it; the rod is ${text.stick} cm long, and its shadow measures ${text.stickShadow} cm.`,
        ask: `Find the height of the ${thing} in centimetres.`,
        quantity: `the height in centimetres of the ${thing}`,
        steps: () => shadowSteps(value.stick, value.stickShadow, value.shadow),
      }
    },
    ({ value, text, story }) => {
      const building = story.pick(['shed', 'kiosk', 'bus shelter'])
      return {
        setup: `In the evening sun the shadow of a ${building} reaches ${text.shadow} cm from its wall. A fence post that is ${text.stick} cm high throws a shadow of ${text.stickShadow} cm at that time.`,
        ask: `What is the height of the wall in centimetres?`,
        quantity: `the height in centimetres of the wall of the ${building}`,
        steps: () => shadowSteps(value.stick, value.stickShadow, value.shadow),
      }
    },
  ],
})

function shadowSteps(stick: number, stickShadow: number, length: number): readonly string[] {
  return [
    `The rays of the sun are parallel, so the right triangles of height and shadow are similar: height and shadow have the same ratio for both.`,
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
      quantity: `the length of the hypotenuse in centimetres`,
      constants: ['30', '60', '3'],
      steps: () => halfSteps(value.factor),
    }),
    ({ value, math, story }) => {
      const thing = story.pick(['road sign', 'window', 'trivet', 'pendant'])
      return {
        setup: `A ${thing} is an equilateral triangle with a height of exactly $${math.factor}\\sqrt{3}$ cm.`,
        ask: `What is the side length of the ${thing} in centimetres?`,
        quantity: `the side length of the ${thing} in centimetres`,
        constants: ['3'],
        steps: () => [
          `The height halves the equilateral triangle into two right triangles with angles of 30 and 60 degrees; the side is their hypotenuse.`,
          ...halfSteps(value.factor),
        ],
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$ with a right angle at $${C}$, the angle at $${A}$ is $60^\\circ$ and $${B}${C} = ${math.factor}\\sqrt{3}$ cm.`,
        ask: `Find $${A}${B}$ in centimetres.`,
        quantity: `the length $${A}${B}$ in centimetres`,
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

export const similarityFamilies: readonly Family[] = [
  similarSide,
  scaledArea,
  cutOffTriangle,
  shadow,
  halfEquilateral,
]
