import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import {
  areaGiven,
  lengthGiven,
  segmentNames,
  squareCentimetres,
  triangleNames,
} from './spatial-quantities.ts'

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
      const thing = story.pick(['butterfly', 'castle', 'dragon', 'sailing ship'])
      return {
        setup: `${story.hero.name} enlarges a drawing of a ${thing} without changing its shape. A line that is ${text.small} cm long in the original becomes ${text.large} cm long. The original drawing covers ${text.area} square centimetres.`,
        ask: `How many square centimetres does the enlarged drawing cover?`,
        quantity: `the area in square centimetres of the enlarged drawing`,
        steps: () => scaleSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      const [D, E, F] = story.letters(triangleNames)
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
      const [S, T] = story.letters(segmentNames)
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `A line parallel to side $${B}${C}$ of triangle $${A}${B}${C}$ meets $${A}${B}$ at $${S}$ and $${A}${C}$ at $${T}$, where $${A}${S} = ${math.near}$ cm and $${S}${B} = ${math.far}$ cm. Triangle $${A}${S}${T}$ has an area of $${math.area}$ square centimetres.`,
        ask: `What is the area of the quadrilateral $${S}${B}${C}${T}$ in square centimetres?`,
        quantity: `the area of the quadrilateral $${S}${B}${C}${T}$ in square centimetres`,
        steps: () => stripSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['pennant', 'sign', 'flag', 'wall panel'])
      return {
        setup: `A straight line parallel to the base divides a triangular ${thing} into a small triangle at the tip and a trapezoid. Along one edge, this line is ${text.near} cm from the tip and ${text.far} cm from the base. The small triangle has an area of ${text.area} square centimetres.`,
        ask: `What is the area of the trapezoid in square centimetres?`,
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
    `The cut is parallel to the base, so the small triangle is similar to the whole one. Two corresponding sides are ${near} cm and ${near} + ${far} = ${computed(`${near}+${far}`, all)} cm.`,
    `Areas of similar figures are in the ratio of the squares of their sides: the area of the whole triangle is ${area} × ${all} × ${all} ÷ (${near} × ${near}) = <<${area}*${all}*${all}/(${near}*${near})=${large}>>${large} square centimetres.`,
    `Without the small triangle that leaves ${large} - ${area} = ${computed(`${large}-${area}`, large - area)} square centimetres.`,
  ]
}

export const scaledAreaFamilies: readonly Family[] = [scaledArea, cutOffTriangle]
