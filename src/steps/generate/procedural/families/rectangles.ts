import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import {
  areaGiven,
  centimetres,
  lengthGiven,
  quadrilateralNames,
  squareCentimetres,
} from './spatial-quantities.ts'

/** Area of a rectangle from its perimeter and its width. */
const areaFromPerimeter: Family = defineFamily({
  id: 'rectangle-area-from-perimeter',
  knowledgePoints: ['rectangle-area-and-perimeter'],
  level: 1,
  result: squareCentimetres,
  givens: { perimeter: lengthGiven(14, 160), width: lengthGiven(3, 45) },
  possible: ({ perimeter, width }) => 2 * width < perimeter,
  nice: ({ perimeter, width }) =>
    perimeter % 2 === 0 &&
    3 * (perimeter - 2 * width) >= 2 * width &&
    perimeter - 2 * width <= 12 * width &&
    perimeter !== 4 * width,
  solve: ({ perimeter, width }) => fractionAnswer(width * (perimeter - 2 * width), 2),
  check: {
    method: 'inverse',
    accepts: ({ perimeter, width }, answer) =>
      Math.abs(2 * (numericValue(answer) / width + width) - perimeter) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `What is the area, in square centimetres, of a rectangle with a perimeter of ${text.perimeter} cm and one side of ${text.width} cm?`,
      quantity: `the area in square centimetres of a rectangle with a perimeter of ${text.perimeter} cm and one side of ${text.width} cm`,
      steps: () => areaSteps(value.perimeter, value.width),
    }),
    ({ value, text, story }) => {
      const [thing, edge] = story.pick([
        ['photograph', 'gold tape'],
        ['scarf', 'lace'],
        ['place mat', 'trimming'],
        ['poster', 'ribbon'],
      ] as const)
      return {
        setup: `${story.hero.name} needs exactly ${text.perimeter} cm of ${edge} to go once around a rectangular ${thing} with one side of ${text.width} cm.`,
        ask: `What is the area of the ${thing} in square centimetres?`,
        quantity: `the area of the ${thing} in square centimetres`,
        steps: () => areaSteps(value.perimeter, value.width),
      }
    },
    ({ value, text, math, story }) => {
      const [A, B, C, D] = story.letters(quadrilateralNames)
      return {
        setup: `In rectangle $${A}${B}${C}${D}$, side $${A}${B}$ measures $${math.width}$ cm. An ant that walks once around the rectangle covers ${text.perimeter} cm.`,
        ask: `Find the area of rectangle $${A}${B}${C}${D}$ in square centimetres.`,
        quantity: `the area of rectangle $${A}${B}${C}${D}$ in square centimetres`,
        steps: () => areaSteps(value.perimeter, value.width),
      }
    },
  ],
})

function areaSteps(perimeter: number, width: number): readonly string[] {
  const half = perimeter / 2
  const other = half - width
  return [
    `Two neighbouring sides of a rectangle together make half of its perimeter: ${perimeter} ÷ 2 = ${computed(`${perimeter}/2`, half)} cm.`,
    `The other side is ${half} - ${width} = ${computed(`${half}-${width}`, other)} cm long.`,
    `The area is ${width} × ${other} = ${computed(`${width}*${other}`, width * other)} square centimetres.`,
  ]
}

/** Perimeter of a rectangle from its area and one side. */
const perimeterFromArea: Family = defineFamily({
  id: 'rectangle-perimeter-from-area',
  knowledgePoints: ['rectangle-area-and-perimeter'],
  level: 1,
  result: centimetres,
  givens: { area: areaGiven(12, 900), side: lengthGiven(2, 60) },
  sample: (random, fixed) => {
    const side = fixed.side ?? random.integer(2, 30)
    const area = fixed.area ?? side * random.integer(2, Math.max(2, Math.min(30, Math.floor(900 / side))))
    return { area, side }
  },
  possible: ({ area, side }) => area > 0 && side > 0,
  nice: ({ area, side }) => area % side === 0 && area > side && area !== side * side,
  solve: ({ area, side }) => fractionAnswer(2 * (area + side * side), side),
  check: {
    method: 'inverse',
    accepts: ({ area, side }, answer) =>
      Math.abs((numericValue(answer) / 2 - side) * side - area) < 1e-9 * area,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `The area of a rectangle is ${text.area} square centimetres. One side of the rectangle is ${text.side} cm long.`,
      ask: `What is the perimeter of the rectangle in centimetres?`,
      quantity: `the perimeter of the rectangle in centimetres`,
      steps: () => perimeterSteps(value.area, value.side),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['mosaic', 'place mat', 'flag', 'birthday card'])
      return {
        setup: `A rectangular ${thing} with a length of ${text.side} cm has an area of ${text.area} square centimetres. ${story.hero.name} glues a ribbon along its whole edge.`,
        ask: `How many centimetres of ribbon does ${story.hero.name} need?`,
        quantity: `the length in centimetres of the ribbon along the edge of the ${thing}`,
        steps: () => perimeterSteps(value.area, value.side),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} arranges ${text.area} square tiles, each with sides of one centimetre, to form a rectangle without gaps, with ${text.side} tiles along one side.`,
      ask: `What is the perimeter of the rectangle in centimetres?`,
      quantity: `the perimeter in centimetres of ${story.hero.name}’s rectangle`,
      steps: () => perimeterSteps(value.area, value.side),
    }),
  ],
})

function perimeterSteps(area: number, side: number): readonly string[] {
  const other = area / side
  return [
    `The area is the product of the sides, so the other side is ${area} ÷ ${side} = ${computed(`${area}/${side}`, other)} cm long.`,
    `The perimeter is 2 × (${side} + ${other}) = ${computed(`2*(${side}+${other})`, 2 * (side + other))} cm.`,
  ]
}

/** Side length of a square that is as large as a rectangle is around. */
const squareArea: Family = defineFamily({
  id: 'square-area-from-perimeter',
  knowledgePoints: ['square-properties'],
  level: 1,
  result: squareCentimetres,
  givens: { perimeter: lengthGiven(8, 120) },
  possible: ({ perimeter }) => perimeter > 0,
  nice: ({ perimeter }) => perimeter % 4 === 0,
  solve: ({ perimeter }) => fractionAnswer(perimeter * perimeter, 16),
  check: {
    method: 'inverse',
    accepts: ({ perimeter }, answer) => Math.abs(4 * Math.sqrt(numericValue(answer)) - perimeter) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `What is the area, in square centimetres, of a square with a perimeter of ${text.perimeter} cm?`,
      quantity: `the area in square centimetres of a square with a perimeter of ${text.perimeter} cm`,
      steps: () => squareSteps(value.perimeter),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['napkin', 'wall tile', 'origami sheet', 'window pane'])
      return {
        setup: `A square ${thing} has a perimeter of ${text.perimeter} cm.`,
        ask: `What is the area of the ${thing} in square centimetres?`,
        quantity: `the area of the ${thing} in square centimetres`,
        steps: () => squareSteps(value.perimeter),
      }
    },
    ({ value, text, story }) => {
      const material = story.pick(['wire', 'string', 'rope'])
      return {
        setup: `${story.hero.name} uses exactly ${text.perimeter} cm of ${material} to make the outline of a square.`,
        ask: `Find the area in square centimetres that the ${material} encloses.`,
        quantity: `the area in square centimetres that the ${material} encloses`,
        steps: () => squareSteps(value.perimeter),
      }
    },
  ],
})

function squareSteps(perimeter: number): readonly string[] {
  const side = perimeter / 4
  return [
    `The four sides of a square are equal, so one side is ${perimeter} ÷ 4 = ${computed(`${perimeter}/4`, side)} cm long.`,
    `The area is ${side} × ${side} = ${computed(`${side}*${side}`, side * side)} square centimetres.`,
  ]
}

export const rectangleFamilies: readonly Family[] = [areaFromPerimeter, perimeterFromArea, squareArea]
