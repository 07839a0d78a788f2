import { fractionAnswer, integerAnswer, integerValue, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { angleGiven, centimetres, degrees, lengthGiven, triangleNames, whole } from './spatial-quantities.ts'

/** Third angle of a triangle. */
const thirdAngle: Family = defineFamily({
  id: 'third-angle-of-a-triangle',
  knowledgePoints: ['triangle-angle-sum'],
  level: 1,
  result: degrees,
  givens: { first: angleGiven(12, 120), second: angleGiven(12, 120) },
  possible: ({ first, second }) => first > 0 && second > 0 && first + second < 180,
  nice: ({ first, second }) => first !== second,
  solve: ({ first, second }) => integerAnswer(180 - first - second),
  check: {
    method: 'inverse',
    accepts: ({ first, second }, answer) => (integerValue(answer) ?? 0) + first + second === 180,
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$, angle $${A}$ measures $${math.first}^\\circ$ and angle $${B}$ measures $${math.second}^\\circ$.`,
        ask: `What is the measure of angle $${C}$ in degrees?`,
        quantity: `the measure in degrees of angle $${C}$ of triangle $${A}${B}${C}$`,
        steps: () => thirdSteps(value.first, value.second),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['sail', 'pennant', 'road sign', 'garden bed', 'slice of cake'])
      return {
        setup: `Two corners of a triangular ${thing} have angles of ${text.first} degrees and ${text.second} degrees.`,
        ask: `How many degrees are there at the third corner?`,
        quantity: `the number of degrees at the third corner of the ${thing}`,
        steps: () => thirdSteps(value.first, value.second),
      }
    },
    ({ value, text, story }) => ({
      setup: `From two lookouts, ${story.hero.name} and ${story.person().name} see the same ship. The line of sight of the one makes an angle of ${text.first} degrees with the line between the lookouts, and that of the other makes an angle of ${text.second} degrees with it.`,
      ask: `At what angle in degrees do the two lines of sight meet at the ship?`,
      quantity: `the angle in degrees at which the two lines of sight meet at the ship`,
      steps: () => thirdSteps(value.first, value.second),
    }),
  ],
})

function thirdSteps(first: number, second: number): readonly string[] {
  const sum = first + second
  return [
    `The angles of a triangle add up to 180 degrees.`,
    `The two known angles make ${first} + ${second} = ${computed(`${first}+${second}`, sum)} degrees.`,
    `The third angle has 180 - ${sum} = ${computed(`180-${sum}`, 180 - sum)} degrees.`,
  ]
}

/** Angles of a triangle described by each other. */
const describedAngles: Family = defineFamily({
  id: 'smallest-angle-from-descriptions',
  knowledgePoints: ['triangle-angle-sum'],
  level: 2,
  result: degrees,
  givens: { times: whole(2, 7), more: angleGiven(3, 80) },
  possible: ({ times, more }) => times >= 2 && more < 180,
  nice: ({ times, more }) => (180 - more) % (times + 2) === 0,
  solve: ({ times, more }) => fractionAnswer(180 - more, times + 2),
  check: {
    method: 'inverse',
    accepts: ({ times, more }, answer) => {
      const angle = numericValue(answer)
      return Math.abs(angle + times * angle + (angle + more) - 180) < 1e-9
    },
  },
  wordings: [
    ({ value, text, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$, angle $${B}$ is ${text.times} times as large as angle $${A}$, and angle $${C}$ is $${math.more}^\\circ$ larger than angle $${A}$.`,
        ask: `How many degrees does angle $${A}$ measure?`,
        quantity: `the measure in degrees of angle $${A}$ of triangle $${A}${B}${C}$`,
        steps: () => describedSteps(value.times, value.more),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The angles of a triangle are $${x}^\\circ$, $(${math.times}${x})^\\circ$ and $(${x} + ${math.more})^\\circ$.`,
        ask: `Determine $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => describedSteps(value.times, value.more),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['kite tail', 'patch of a quilt', 'piece of stained glass', 'flower bed'])
      return {
        setup: `${story.hero.name} designs a triangular ${thing}. One angle shall be ${text.times} times the smallest angle, and the remaining one ${text.more} degrees more than the smallest.`,
        ask: `What must the smallest angle be, in degrees?`,
        quantity: `the smallest angle in degrees of the triangular ${thing}`,
        steps: () => describedSteps(value.times, value.more),
      }
    },
  ],
})

function describedSteps(times: number, more: number): readonly string[] {
  const rest = 180 - more
  const parts = times + 2
  return [
    `The three angles add up to 180 degrees: the smallest one once, ${times} times, and once more with ${more} degrees extra.`,
    `Together that is 1 + ${times} + 1 = ${computed(`1+${times}+1`, parts)} times the smallest angle, and it makes 180 - ${more} = ${computed(`180-${more}`, rest)} degrees.`,
    `The smallest angle has ${rest} ÷ ${parts} = ${computed(`${rest}/${parts}`, rest / parts)} degrees.`,
  ]
}

/** Remote interior angle from an exterior angle. */
const remoteAngle: Family = defineFamily({
  id: 'remote-angle-from-exterior-angle',
  knowledgePoints: ['exterior-angles'],
  level: 1,
  result: degrees,
  givens: { exterior: angleGiven(30, 170), remote: angleGiven(10, 150) },
  possible: ({ exterior, remote }) => exterior < 180 && remote > 0 && remote < exterior,
  nice: ({ exterior, remote }) => exterior - remote >= 5,
  solve: ({ exterior, remote }) => integerAnswer(exterior - remote),
  check: {
    method: 'inverse',
    // Through the sum of all three interior angles.
    accepts: ({ exterior, remote }, answer) => 180 - exterior + remote + (integerValue(answer) ?? 0) === 180,
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$, the exterior angle at $${C}$ is $${math.exterior}^\\circ$ and the interior angle at $${A}$ is $${math.remote}^\\circ$.`,
        ask: `Find the interior angle at $${B}$ in degrees.`,
        quantity: `the interior angle at $${B}$ of triangle $${A}${B}${C}$, in degrees`,
        steps: () => remoteSteps(value.exterior, value.remote),
      }
    },
    ({ value, text, story }) => {
      const [start, corner] = story.pick([
        ['the boathouse', 'a buoy'],
        ['the farmhouse', 'an old oak'],
        ['the camp', 'a cairn'],
      ] as const)
      return {
        setup: `${story.hero.name} walks straight from ${start} to ${corner}, turns there by ${text.exterior} degrees, and walks straight on to a well. From the well a straight path leads back. At ${start} the two legs of the round trip meet at an angle of ${text.remote} degrees.`,
        ask: `At what angle in degrees do the two legs of the trip meet at the well?`,
        quantity: `the angle in degrees at which the two legs of the trip meet at the well`,
        steps: () => remoteSteps(value.exterior, value.remote),
      }
    },
    ({ value, text }) => ({
      setup: `One side of a triangle is extended beyond a corner, and the extension forms an angle of ${text.exterior} degrees with the next side. One of the two angles of the triangle at the other corners measures ${text.remote} degrees.`,
      ask: `How many degrees does the other of these two angles measure?`,
      quantity: `the measure in degrees of the other of these two angles of the triangle`,
      steps: () => remoteSteps(value.exterior, value.remote),
    }),
  ],
})

function remoteSteps(exterior: number, remote: number): readonly string[] {
  return [
    `An exterior angle of a triangle equals the sum of the two interior angles that are not next to it.`,
    `So the unknown angle has ${exterior} - ${remote} = ${computed(`${exterior}-${remote}`, exterior - remote)} degrees.`,
  ]
}

/** The equal angles of a polygon with one odd angle. */
const equalAngles: Family = defineFamily({
  id: 'equal-angles-of-a-polygon',
  knowledgePoints: ['polygon-angle-sum'],
  level: 2,
  result: degrees,
  givens: { sides: whole(4, 20), odd: angleGiven(30, 172) },
  possible: ({ sides, odd }) =>
    sides >= 4 && odd > 0 && odd < 180 && ((sides - 2) * 180 - odd) / (sides - 1) < 180,
  nice: ({ sides, odd }) => ((sides - 2) * 180 - odd) % (sides - 1) === 0,
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
      const thing = story.pick(['gazebo', 'pond', 'dance floor', 'bandstand'])
      return {
        setup: `The floor plan of a ${thing} is a convex polygon with ${text.sides} corners. At the entrance the corner has an angle of ${text.odd} degrees, and at every other corner the angle is the same.`,
        ask: `What is the angle in degrees at each of the other corners?`,
        quantity: `the angle in degrees at each of the other corners of the ${thing}`,
        steps: () => equalSteps(value.sides, value.odd),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} draws a convex polygon with one angle of ${text.odd} degrees. The other angles are all alike, and there are ${text.sides} sides.`,
      ask: `Find the measure in degrees of one of the angles that are alike.`,
      quantity: `the measure in degrees of each of the angles that are alike in ${story.hero.name}’s polygon`,
      steps: () => equalSteps(value.sides, value.odd),
    }),
  ],
})

function equalSteps(sides: number, odd: number): readonly string[] {
  const sum = (sides - 2) * 180
  return [
    `Diagonals from one corner cut a polygon with ${sides} sides into ${sides} - 2 = ${computed(`${sides}-2`, sides - 2)} triangles, so its angles add up to ${sides - 2} × 180 = ${computed(`${sides - 2}*180`, sum)} degrees.`,
    `The equal angles together make ${sum} - ${odd} = ${computed(`${sum}-${odd}`, sum - odd)} degrees.`,
    `There are ${sides - 1} of them, so each has ${sum - odd} ÷ ${sides - 1} = ${computed(`${sum - odd}/${sides - 1}`, (sum - odd) / (sides - 1))} degrees.`,
  ]
}

/** Number of sides of a regular polygon from one interior angle, by its exterior angle. */
const sidesFromAngle: Family = defineFamily({
  id: 'sides-from-exterior-angle',
  knowledgePoints: ['exterior-angles'],
  level: 2,
  result: { kind: 'count' },
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
        ask: `How many straight pieces does its track have?`,
        quantity: `the number of straight pieces of the ${what}’s track`,
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
  nice: ({ perimeter, leg }) => perimeter !== 3 * leg,
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
      const [A, B, C] = story.pick(triangleNames)
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
        quantity: `the length in centimetres of the third side of ${story.hero.name}’s triangle`,
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

/** Base angle of an isosceles triangle from its apex angle. */
const baseAngle: Family = defineFamily({
  id: 'base-angle-from-apex-angle',
  knowledgePoints: ['isosceles-and-equilateral-triangles', 'triangle-angle-sum'],
  level: 2,
  result: degrees,
  givens: { apex: angleGiven(4, 160) },
  possible: ({ apex }) => apex > 0 && apex < 180,
  nice: ({ apex }) => apex % 2 === 0 && apex !== 60,
  solve: ({ apex }) => fractionAnswer(180 - apex, 2),
  check: {
    method: 'numeric',
    // Legs of length one: the height over half the base is the tangent of the base angle.
    accepts: ({ apex }, answer) => {
      const half = (apex * Math.PI) / 360
      const angle = (Math.atan2(Math.cos(half), Math.sin(half)) * 180) / Math.PI
      return Math.abs(angle - numericValue(answer)) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.pick(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$ the sides $${A}${B}$ and $${A}${C}$ are equally long, and the angle at $${A}$ is $${math.apex}^\\circ$.`,
        ask: `What is the angle at $${B}$ in degrees?`,
        quantity: `the angle at $${B}$ in triangle $${A}${B}${C}$, in degrees`,
        steps: () => apexSteps(value.apex),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['gable of a house', 'tent wall', 'roof truss'])
      return {
        setup: `The ${thing} is a triangle with two equal sloping edges, which meet at the top at an angle of ${text.apex} degrees.`,
        ask: `At what angle in degrees does each sloping edge meet the horizontal base?`,
        quantity: `the angle in degrees between a sloping edge of the ${thing} and its base`,
        steps: () => apexSteps(value.apex),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `How many degrees does each base angle of an isosceles triangle with an apex angle of ${text.apex} degrees measure?`,
      quantity: `the measure in degrees of each base angle of an isosceles triangle with an apex angle of ${text.apex} degrees`,
      steps: () => apexSteps(value.apex),
    }),
  ],
})

function apexSteps(apex: number): readonly string[] {
  return [
    `The angles opposite the equal sides are equal, and all three angles add up to 180 degrees.`,
    `The two base angles together have 180 - ${apex} = ${computed(`180-${apex}`, 180 - apex)} degrees.`,
    `Each of them has ${180 - apex} ÷ 2 = ${computed(`${180 - apex}/2`, (180 - apex) / 2)} degrees.`,
  ]
}

export const polygonAngleFamilies: readonly Family[] = [
  thirdAngle,
  describedAngles,
  remoteAngle,
  equalAngles,
  sidesFromAngle,
  isoscelesBase,
  baseAngle,
]
