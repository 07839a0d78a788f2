import { fractionAnswer, integerAnswer, integerValue, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { angleGiven, centimetres, degrees, lengthGiven, triangleNames, whole } from './spatial-quantities.ts'

/** The equal angles of a polygon with one odd angle. */
const equalAngles: Family = defineFamily({
  id: 'equal-angles-of-a-polygon',
  knowledgePoints: ['polygon-angle-sum'],
  level: 2,
  result: degrees,
  givens: { sides: whole(4, 20), odd: angleGiven(30, 172) },
  possible: ({ sides, odd }) =>
    sides >= 4 && odd > 0 && odd < 180 && ((sides - 2) * 180 - odd) / (sides - 1) < 180,
  nice: ({ sides, odd }) =>
    ((sides - 2) * 180 - odd) % (sides - 1) === 0 && odd * sides !== (sides - 2) * 180,
  solve: ({ sides, odd }) => fractionAnswer((sides - 2) * 180 - odd, sides - 1),
  check: {
    method: 'inverse',
    // The exterior angles go once around.
    accepts: ({ sides, odd }, answer) =>
      Math.abs(180 - odd + (sides - 1) * (180 - numericValue(answer)) - 360) < 1e-9,
  },
  wordings: [
    ({ value, text, math }) => ({
      setup: `A convex polygon has ${text.sides} sides. One of its interior angles is $${math.odd}^\\circ$, and all the others are equal to each other.`,
      ask: `How many degrees does each of the equal angles measure?`,
      quantity: `the measure in degrees of each of the equal angles of the polygon`,
      steps: () => equalSteps(value.sides, value.odd),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['gazebo', 'pavilion', 'chapel', 'bandstand'])
      return {
        setup: `The floor of a ${thing} is a convex polygon with ${text.sides} corners. At one corner the angle is ${text.odd} degrees, and the angles at all the other corners are equal.`,
        ask: `What is the angle in degrees at each of the other corners?`,
        quantity: `the angle in degrees at each of the corners with equal angles of the ${thing}`,
        steps: () => equalSteps(value.sides, value.odd),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} draws a convex polygon with ${text.sides} sides. One of its angles measures ${text.odd} degrees, and all the other angles are equal.`,
      ask: `Find the measure in degrees of each of the equal angles.`,
      quantity: `the measure in degrees of each of the equal angles in ${story.hero.name}’s polygon`,
      steps: () => equalSteps(value.sides, value.odd),
    }),
  ],
})

function equalSteps(sides: number, odd: number): readonly string[] {
  const sum = (sides - 2) * 180
  return [
    `Diagonals from one corner cut a polygon with ${sides} sides into ${sides} - 2 = ${computed(`${sides}-2`, sides - 2)} triangles, so its angles add up to ${sides - 2} × 180 = ${computed(`${sides - 2}*180`, sum)} degrees.`,
    `The equal angles together make ${sum} - ${odd} = ${computed(`${sum}-${odd}`, sum - odd)} degrees.`,
    `There are ${sides - 1} of them, so each measures ${sum - odd} ÷ ${sides - 1} = ${computed(`${sum - odd}/${sides - 1}`, (sum - odd) / (sides - 1))} degrees.`,
  ]
}

/** Number of sides of a regular polygon from one interior angle, by its exterior angle. */
const sidesFromAngle: Family = defineFamily({
  id: 'sides-from-exterior-angle',
  knowledgePoints: ['exterior-angles'],
  level: 2,
  result: { kind: 'number' },
  givens: { exterior: angleGiven(3, 90) },
  possible: ({ exterior }) => exterior > 0 && 360 % exterior === 0 && exterior <= 120,
  solve: ({ exterior }) => integerAnswer(360 / exterior),
  check: {
    method: 'simulation',
    // Walk around the polygon until the direction is the first one again.
    accepts: ({ exterior }, answer) => {
      let direction = exterior
      let turns = 1
      while (direction % 360 !== 0) {
        direction += exterior
        turns++
      }
      return isFraction(answer, turns)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many sides does a regular polygon have if each of its exterior angles is $${math.exterior}^\\circ$?`,
      quantity: `the number of sides of a regular polygon in which each exterior angle is $${math.exterior}^\\circ$`,
      steps: () => turnSteps(value.exterior),
    }),
    ({ value, text, story }) => {
      const what = story.pick(['robot', 'toy car', 'drone'])
      return {
        setup: `A ${what} moves straight ahead by a fixed distance, turns left by ${text.exterior} degrees, and repeats this until it is back at its starting point for the first time.`,
        ask: `How many straight segments does its path have?`,
        quantity: `the number of straight segments of the ${what}’s path`,
        steps: () => turnSteps(value.exterior),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['fountain', 'lookout tower', 'pavilion'])
      return {
        setup: `The base of a ${thing} is a regular polygon. Extending any of its sides gives an exterior angle of ${text.exterior} degrees.`,
        ask: `Find the number of corners of the base.`,
        quantity: `the number of corners of the base of the ${thing}`,
        steps: () => turnSteps(value.exterior),
      }
    },
  ],
})

function turnSteps(exterior: number): readonly string[] {
  return [
    `Going once around a convex polygon makes one full turn, so its exterior angles add up to 360 degrees.`,
    `They are all equal, so there are 360 ÷ ${exterior} = ${computed(`360/${exterior}`, 360 / exterior)} of them, one for each side.`,
  ]
}

/** Base of an isosceles triangle. */
const isoscelesBase: Family = defineFamily({
  id: 'base-of-an-isosceles-triangle',
  knowledgePoints: ['isosceles-and-equilateral-triangles'],
  level: 1,
  result: centimetres,
  givens: { perimeter: lengthGiven(16, 160), leg: lengthGiven(5, 70) },
  possible: ({ perimeter, leg }) => 2 * leg < perimeter && perimeter < 4 * leg,
  nice: ({ perimeter, leg }) => perimeter !== 3 * leg && perimeter - 2 * leg >= 4,
  solve: ({ perimeter, leg }) => integerAnswer(perimeter - 2 * leg),
  check: {
    method: 'inverse',
    accepts: ({ perimeter, leg }, answer) => leg + leg + (integerValue(answer) ?? 0) === perimeter,
  },
  wordings: [
    ({ value, text }) => ({
      setup: `An isosceles triangle has a perimeter of ${text.perimeter} cm. Each of its two equal sides is ${text.leg} cm long.`,
      ask: `How long is its base in centimetres?`,
      quantity: `the length in centimetres of the base of the isosceles triangle`,
      steps: () => baseSteps(value.perimeter, value.leg),
    }),
    ({ value, text, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$, the angles at $${A}$ and $${B}$ are equal, and $${A}${C} = ${math.leg}$ cm. The perimeter of the triangle is ${text.perimeter} cm.`,
        ask: `What is the length of $${A}${B}$ in centimetres?`,
        quantity: `the length of $${A}${B}$ in centimetres`,
        steps: () => baseSteps(value.perimeter, value.leg),
      }
    },
    ({ value, text, story }) => {
      const material = story.pick(['wire', 'ribbon', 'string'])
      return {
        setup: `${story.hero.name} bends ${text.perimeter} cm of ${material} into a triangle with two equal sides of ${text.leg} cm each.`,
        ask: `How many centimetres of ${material} are left for the third side?`,
        quantity: `the length in centimetres of the third side of the triangle made of ${material}`,
        steps: () => baseSteps(value.perimeter, value.leg),
      }
    },
  ],
})

function baseSteps(perimeter: number, leg: number): readonly string[] {
  return [
    `Two sides are equal, so together they take 2 × ${leg} = ${computed(`2*${leg}`, 2 * leg)} cm of the perimeter.`,
    `The base is ${perimeter} - ${2 * leg} = ${computed(`${perimeter}-${2 * leg}`, perimeter - 2 * leg)} cm long.`,
  ]
}

export const polygonAngleFamilies: readonly Family[] = [equalAngles, sidesFromAngle, isoscelesBase]
