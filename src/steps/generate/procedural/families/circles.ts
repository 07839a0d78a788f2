import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { lengthGiven, pureNumber, whole } from './spatial-quantities.ts'

/** Area of a circle as a multiple of π. */
const circleArea: Family = defineFamily({
  id: 'area-of-a-circle',
  knowledgePoints: ['circle-area'],
  level: 1,
  result: { kind: 'area', unit: 'cm²' },
  givens: { diameter: lengthGiven(4, 80) },
  possible: ({ diameter }) => diameter > 0,
  nice: ({ diameter }) => diameter % 2 === 0,
  solve: ({ diameter }) => {
    const radius = fractionAnswer(diameter * diameter, 4)
    return radius.kind === 'rational' ? { kind: 'pi', coefficient: radius.value } : radius
  },
  check: {
    method: 'numeric',
    // Thin rings of the circle, added up.
    accepts: ({ diameter }, answer) => {
      if (answer.kind !== 'pi') return false
      const rings = 1000
      const thickness = diameter / 2 / rings
      let area = 0
      for (let ring = 0; ring < rings; ring++) area += 2 * (ring + 0.5) * thickness * thickness
      return (
        Math.abs(Number(answer.coefficient.numerator) / Number(answer.coefficient.denominator) - area) < 1e-6
      )
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A circle has a diameter of ${text.diameter} cm.`,
      ask: `What is the area of the circle in square centimetres, in terms of $\\pi$?`,
      quantity: `the area of the circle in square centimetres`,
      steps: () => areaSteps(value.diameter),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['mirror', 'wooden disc', 'mosaic', 'cushion'])
      return {
        setup: `Measured straight across the middle, a round ${thing} is ${text.diameter} cm wide.`,
        ask: `Find the area of the ${thing} in square centimetres as a multiple of $\\pi$.`,
        quantity: `the area of the ${thing} in square centimetres`,
        steps: () => areaSteps(value.diameter),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} draws a circle with a diameter of ${text.diameter} cm.`,
      ask: `How many square centimetres does the circle enclose, in terms of $\\pi$?`,
      quantity: `the number of square centimetres that ${story.hero.name}’s circle encloses`,
      steps: () => areaSteps(value.diameter),
    }),
  ],
})

function areaSteps(diameter: number): readonly string[] {
  const radius = diameter / 2
  return [
    `The radius is half the diameter: ${diameter} ÷ 2 = ${computed(`${diameter}/2`, radius)} cm.`,
    `The area of a circle is $\\pi$ times the square of its radius, and $${radius}^2$ = ${computed(`${radius}^2`, radius * radius)}.`,
    `So the area is $${radius * radius}\\pi$ square centimetres.`,
  ]
}

/** Radius of a circle made from others of equal total area. */
const ringArea: Family = defineFamily({
  id: 'ring-between-two-circles',
  knowledgePoints: ['circle-area'],
  level: 2,
  result: pureNumber,
  givens: { outer: lengthGiven(4, 40), inner: lengthGiven(2, 38) },
  possible: ({ outer, inner }) => inner < outer,
  nice: ({ outer, inner }) => outer - inner <= 12,
  solve: ({ outer, inner }) => integerAnswer((outer - inner) * (outer + inner)),
  check: {
    method: 'numeric',
    // Rings of width one have areas 1, 3, 5, … times π.
    accepts: ({ outer, inner }, answer) => {
      let area = 0
      for (let ring = inner; ring < outer; ring++) area += 2 * ring + 1
      return isFraction(answer, area)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `Two circles with radii of ${text.outer} cm and ${text.inner} cm have the same centre. The region between them has an area of $${x}\\pi$ square centimetres.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => ringSteps(value.outer, value.inner),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      const thing = story.pick(['cardboard ring', 'ring of felt', 'flat ring of copper', 'wooden ring'])
      return {
        setup: `A ${thing} is a disc of radius ${text.outer} cm with a circular hole of radius ${text.inner} cm in its middle. Its area, written exactly, is $${x}\\pi$ square centimetres.`,
        ask: `Find $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => ringSteps(value.outer, value.inner),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `${story.hero.name} paints a round target. The white disc in the centre has a radius of ${text.inner} cm, and the red band around it reaches out to ${text.outer} cm from the centre. The red band covers $${x}\\pi$ square centimetres.`,
        ask: `Find the value of $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => ringSteps(value.outer, value.inner),
      }
    },
  ],
})

function ringSteps(outer: number, inner: number): readonly string[] {
  const [large, small] = [outer * outer, inner * inner]
  return [
    `The area of a circle is $\\pi$ times the square of its radius; subtract the inner circle from the outer one.`,
    `The squares of the radii are ${outer} × ${outer} = ${computed(`${outer}*${outer}`, large)} and ${inner} × ${inner} = ${computed(`${inner}*${inner}`, small)}.`,
    `The number in front of $\\pi$ is ${large} - ${small} = ${computed(`${large}-${small}`, large - small)}.`,
  ]
}

/** Turns of a wheel of given diameter, distance a multiple of π. */
const wheelTurns: Family = defineFamily({
  id: 'turns-of-a-wheel',
  knowledgePoints: ['circle-circumference'],
  level: 2,
  result: { kind: 'count' },
  givens: { radius: lengthGiven(5, 40), distance: whole(24, 2400) },
  sample: (random, fixed) => {
    const radius = fixed.radius ?? random.integer(5, 40)
    const most = Math.floor(1200 / radius)
    return { radius, distance: fixed.distance ?? 2 * radius * random.integer(3, Math.max(4, most)) }
  },
  possible: ({ radius, distance }) => radius > 0 && distance > 0,
  nice: ({ radius, distance }) => distance % (2 * radius) === 0 && distance >= 6 * radius,
  solve: ({ radius, distance }) => fractionAnswer(distance, 2 * radius),
  check: {
    method: 'inverse',
    accepts: ({ radius, distance }, answer) =>
      Math.abs(numericValue(answer) * 2 * Math.PI * radius - distance * Math.PI) < 1e-6,
  },
  wordings: [
    ({ value, text, math, story }) => {
      const wheel = story.pick(['hoop', 'wheel', 'wooden disc', 'metal ring'])
      return {
        setup: `A ${wheel} with a radius of ${text.radius} cm rolls in a straight line without slipping and covers a distance of $${math.distance}\\pi$ cm.`,
        ask: `How many full turns does it make?`,
        quantity: `the number of full turns that the ${wheel} makes`,
        steps: () => turnSteps(value.radius, value.distance),
      }
    },
    ({ value, text, math, story }) => ({
      setup: `${story.hero.name} winds $${math.distance}\\pi$ cm of thin cable tightly onto a round drum with a radius of ${text.radius} cm. The thickness of the cable can be neglected.`,
      ask: `How many times does the cable go around the drum?`,
      quantity: `the number of times that the cable goes around the drum`,
      steps: () => turnSteps(value.radius, value.distance),
    }),
    ({ value, text, math, story }) => {
      const toy = story.pick(['train', 'racing car', 'tram'])
      return {
        setup: `On a circular track with a radius of ${text.radius} cm, a toy ${toy} travels $${math.distance}\\pi$ cm in total.`,
        ask: `Find the number of laps that the toy ${toy} completes.`,
        quantity: `the number of laps that the toy ${toy} completes`,
        steps: () => turnSteps(value.radius, value.distance),
      }
    },
  ],
})

function turnSteps(radius: number, distance: number): readonly string[] {
  return [
    `The circumference of a circle is $2\\pi$ times its radius. Since 2 × ${radius} = ${computed(`2*${radius}`, 2 * radius)}, it is $${2 * radius}\\pi$ cm here.`,
    `Divide the whole distance by the circumference; the factor $\\pi$ cancels: ${distance} ÷ ${2 * radius} = ${computed(`${distance}/${2 * radius}`, distance / (2 * radius))} times around.`,
  ]
}

/** Radius from circumference. */
const radiusFromCircumference: Family = defineFamily({
  id: 'area-from-circumference',
  knowledgePoints: ['circle-circumference', 'circle-area'],
  level: 2,
  result: pureNumber,
  givens: { around: whole(4, 60) },
  possible: ({ around }) => around > 0,
  nice: ({ around }) => around % 2 === 0,
  solve: ({ around }) => fractionAnswer(around * around, 4),
  check: {
    method: 'inverse',
    accepts: ({ around }, answer) =>
      Math.abs(2 * Math.PI * Math.sqrt(numericValue(answer)) - around * Math.PI) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The circumference of a circle is $${math.around}\\pi$ cm, and its area is $${x}\\pi$ square centimetres.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => aroundSteps(value.around),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const thing = story.pick(['tablecloth', 'cushion', 'rug', 'place mat'])
      return {
        setup: `Exactly $${math.around}\\pi$ cm of lace fits around the edge of a round ${thing}. The ${thing} has an area of $${x}\\pi$ square centimetres.`,
        ask: `Find $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => aroundSteps(value.around),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `A circle with a circumference of $${math.around}\\pi$ units encloses $${x}\\pi$ square units.`,
        ask: `Find the value of $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => aroundSteps(value.around),
      }
    },
  ],
})

function aroundSteps(around: number): readonly string[] {
  const radius = around / 2
  return [
    `The circumference is $2\\pi$ times the radius, so the radius is ${around} ÷ 2 = ${computed(`${around}/2`, radius)}.`,
    `The area is $\\pi$ times the square of the radius, and ${radius} × ${radius} = ${computed(`${radius}*${radius}`, radius * radius)}.`,
    `So the area is $${radius * radius}\\pi$, and the number asked for is ${radius * radius}.`,
  ]
}

export const circleFamilies: readonly Family[] = [circleArea, ringArea, wheelTurns, radiusFromCircumference]
