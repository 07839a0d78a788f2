import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { cubicCentimetres, lengthGiven, pureNumber } from './spatial-quantities.ts'

/** Volume of a cylinder as a multiple of π. */
const cylinder: Family = defineFamily({
  id: 'volume-of-a-cylinder',
  knowledgePoints: ['cylinder-volume'],
  level: 1,
  result: pureNumber,
  givens: { radius: lengthGiven(2, 20), height: lengthGiven(2, 40) },
  possible: ({ radius, height }) => radius > 0 && height > 0,
  nice: ({ radius, height }) => radius * radius * height <= 2000,
  solve: ({ radius, height }) => integerAnswer(radius * radius * height),
  check: {
    method: 'inverse',
    accepts: ({ radius, height }, answer) =>
      Math.abs(Math.sqrt(numericValue(answer) / height) - radius) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `A cylinder with a radius of ${text.radius} cm and a height of ${text.height} cm has a volume of $${x}\\pi$ cubic centimetres.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => cylinderSteps(value.radius, value.height),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      const thing = story.pick(['block of wood', 'block of wax', 'drum', 'candle'])
      return {
        setup: `${story.hero.name} measures a ${thing} in the shape of a cylinder: it is ${text.height} cm high, and the radius of its base is ${text.radius} cm. Its exact volume is $${x}\\pi$ cubic centimetres.`,
        ask: `Find $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => cylinderSteps(value.radius, value.height),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `A drill makes a round hole of radius ${text.radius} cm straight through a stone slab that is ${text.height} cm thick, and so removes $${x}\\pi$ cubic centimetres of stone.`,
        ask: `Find the value of $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => cylinderSteps(value.radius, value.height),
      }
    },
  ],
})

function cylinderSteps(radius: number, height: number): readonly string[] {
  const square = radius * radius
  return [
    `The volume of a cylinder is the area of its base, $\\pi$ times the square of the radius, times its height.`,
    `The square of the radius is ${radius} × ${radius} = ${computed(`${radius}*${radius}`, square)}.`,
    `The number in front of $\\pi$ is ${square} × ${height} = ${computed(`${square}*${height}`, square * height)}.`,
  ]
}

/** Volume of a cone as a multiple of π. */
const cone: Family = defineFamily({
  id: 'volume-of-a-cone',
  knowledgePoints: ['cone-volume'],
  level: 1,
  result: pureNumber,
  givens: { radius: lengthGiven(2, 20), height: lengthGiven(3, 45) },
  possible: ({ radius, height }) => radius > 0 && height > 0,
  nice: ({ radius, height }) =>
    (radius * radius * height) % 3 === 0 &&
    height <= 3 * radius &&
    radius <= 2 * height &&
    radius * radius * height <= 4500,
  solve: ({ radius, height }) => fractionAnswer(radius * radius * height, 3),
  check: {
    method: 'numeric',
    // Thin slices from the tip to the base (midpoint rule with its exact correction for squares).
    accepts: ({ radius, height }, answer) => {
      const slices = 400
      let sum = 0
      for (let slice = 0; slice < slices; slice++) sum += ((radius * (slice + 0.5)) / slices) ** 2
      const volume = (sum * height) / slices + (radius * radius * height) / (12 * slices * slices)
      return Math.abs(volume - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `A cone has a base radius of ${text.radius} cm and a height of ${text.height} cm. Its volume is $${x}\\pi$ cubic centimetres.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => coneSteps(value.radius, value.height),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      const stuff = story.pick(['clay', 'wood', 'wax', 'ice'])
      return {
        setup: `A solid piece of ${stuff} has the shape of a cone with a height of ${text.height} cm, and it stands on a circle with a radius of ${text.radius} cm. It consists of exactly $${x}\\pi$ cubic centimetres of ${stuff}.`,
        ask: `Find $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => coneSteps(value.radius, value.height),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      const thing = story.pick(['paper cup', 'glass bowl', 'metal basin'])
      return {
        setup: `When full to the brim, a cone-shaped ${thing} with a depth of ${text.height} cm and an opening of radius ${text.radius} cm holds $${x}\\pi$ cubic centimetres.`,
        ask: `Find the value of $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => coneSteps(value.radius, value.height),
      }
    },
  ],
})

function coneSteps(radius: number, height: number): readonly string[] {
  const square = radius * radius
  return [
    `The volume of a cone is one third of the volume of the cylinder with the same base and height, that is one third of $\\pi$ times the square of the radius times the height.`,
    `The square of the radius is ${radius} × ${radius} = ${computed(`${radius}*${radius}`, square)}.`,
    `The number in front of $\\pi$ is ${square} × ${height} ÷ 3 = ${computed(`${square}*${height}/3`, (square * height) / 3)}.`,
  ]
}

/** Surface of a sphere from its volume and the other way around, through the diameter. */
const sphereSurface: Family = defineFamily({
  id: 'surface-of-a-sphere',
  knowledgePoints: ['sphere-volume-and-surface'],
  level: 1,
  result: pureNumber,
  givens: { diameter: lengthGiven(2, 50) },
  possible: ({ diameter }) => diameter > 0,
  solve: ({ diameter }) => integerAnswer(diameter * diameter),
  check: {
    method: 'numeric',
    // Differences of volumes of spheres with almost the same radius.
    accepts: ({ diameter }, answer) => {
      const volume = (radius: number): number => (4 / 3) * radius * radius * radius
      const thin = 1e-4
      const shell = (volume(diameter / 2 + thin) - volume(diameter / 2 - thin)) / (2 * thin)
      return Math.abs(shell - numericValue(answer)) < 1e-3
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `The surface area of a sphere with a diameter of ${text.diameter} cm is $${x}\\pi$ square centimetres.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => surfaceSteps(value.diameter),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      const ball = story.pick(['ball', 'globe', 'glass ornament', 'paper lantern'])
      return {
        setup: `A ${ball} in the shape of a perfect sphere measures ${text.diameter} cm across. Its surface area is $${x}\\pi$ square centimetres.`,
        ask: `Find $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => surfaceSteps(value.diameter),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `${story.hero.name} gilds a wooden ball that just fits between two parallel boards which are ${text.diameter} cm apart. The gold leaf covers exactly $${x}\\pi$ square centimetres.`,
        ask: `Find the value of $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => surfaceSteps(value.diameter),
      }
    },
  ],
})

function surfaceSteps(diameter: number): readonly string[] {
  return [
    `The surface area of a sphere is $4\\pi$ times the square of its radius. The radius is half the diameter, so this is $\\pi$ times the square of the diameter.`,
    `The number in front of $\\pi$ is ${diameter} × ${diameter} = ${computed(`${diameter}*${diameter}`, diameter * diameter)}.`,
  ]
}

/** Volume of a pyramid with a rectangular base. */
const pyramid: Family = defineFamily({
  id: 'volume-of-a-pyramid',
  knowledgePoints: ['pyramid-volume'],
  level: 1,
  result: cubicCentimetres,
  givens: { length: lengthGiven(3, 40), width: lengthGiven(2, 30), height: lengthGiven(3, 45) },
  possible: ({ length, width, height }) => length > 0 && width > 0 && height > 0,
  nice: ({ length, width, height }) =>
    (length * width * height) % 3 === 0 && length >= width && length * width * height <= 9000,
  solve: ({ length, width, height }) => fractionAnswer(length * width * height, 3),
  check: {
    method: 'inverse',
    accepts: ({ length, width, height }, answer) =>
      Math.abs((3 * numericValue(answer)) / (length * width) - height) < 1e-9,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A pyramid with a height of ${text.height} cm stands on a rectangle with sides of ${text.length} cm and ${text.width} cm.`,
      ask: `What is the volume of the pyramid in cubic centimetres?`,
      quantity: `the volume of the pyramid in cubic centimetres`,
      steps: () => pyramidSteps(value),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['candle', 'block of glass', 'wooden toy', 'model of a temple'])
      return {
        setup: `A ${thing} has the form of a pyramid. Its base is a rectangle of ${text.length} cm by ${text.width} cm, and its tip lies ${text.height} cm above the base.`,
        ask: `What is the volume of the ${thing} in cubic centimetres?`,
        quantity: `the volume of the ${thing} in cubic centimetres`,
        steps: () => pyramidSteps(value),
      }
    },
    ({ value, text, story }) => ({
      setup: `From a rectangular block of soap, ${text.length} cm long, ${text.width} cm wide and ${text.height} cm high, ${story.hero.name} carves the largest pyramid that has the bottom of the block as its base.`,
      ask: `Find the volume of the carved pyramid in cubic centimetres.`,
      quantity: `the volume in cubic centimetres of the carved pyramid`,
      steps: () => pyramidSteps(value),
    }),
  ],
})

function pyramidSteps({
  length,
  width,
  height,
}: {
  length: number
  width: number
  height: number
}): readonly string[] {
  const base = length * width
  return [
    `The volume of a pyramid is one third of its base times its height. The area of the base is ${length} × ${width} = ${computed(`${length}*${width}`, base)} square centimetres.`,
    `The volume is ${base} × ${height} ÷ 3 = ${computed(`${base}*${height}/3`, (base * height) / 3)} cubic centimetres.`,
  ]
}

export const roundSolidFamilies: readonly Family[] = [cylinder, cone, sphereSurface, pyramid]
