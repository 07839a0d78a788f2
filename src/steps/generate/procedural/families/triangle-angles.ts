import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { angleGiven, degrees, triangleNames, whole } from './spatial-quantities.ts'

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
      const [A, B, C] = story.letters(triangleNames)
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
        ask: `How many degrees does the angle at the third corner measure?`,
        quantity: `the measure in degrees of the angle at the third corner of the ${thing}`,
        steps: () => thirdSteps(value.first, value.second),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = [story.hero.name, story.person().name]
      return {
        setup: `${one} and ${other} see the same ship from two lookouts. ${one}’s line of sight makes an angle of ${text.first} degrees with the straight line between the lookouts, and ${other}’s line of sight makes an angle of ${text.second} degrees with it.`,
        ask: `At what angle in degrees do the two lines of sight meet at the ship?`,
        quantity: `the angle in degrees at which the two lines of sight meet at the ship`,
        steps: () => thirdSteps(value.first, value.second),
      }
    },
  ],
})

function thirdSteps(first: number, second: number): readonly string[] {
  const sum = first + second
  return [
    `The angles of a triangle add up to 180 degrees.`,
    `The two known angles make ${first} + ${second} = ${computed(`${first}+${second}`, sum)} degrees.`,
    `The third angle measures 180 - ${sum} = ${computed(`180-${sum}`, 180 - sum)} degrees.`,
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
      const [A, B, C] = story.letters(triangleNames)
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
      const thing = story.pick(['pennant', 'patch for a quilt', 'piece of stained glass', 'flower bed'])
      return {
        setup: `${story.hero.name} designs a triangular ${thing}. One angle is to be ${text.times} times the smallest angle, and the remaining angle is to be ${text.more} degrees more than the smallest.`,
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
    `The three angles add up to 180 degrees: the smallest one, ${times} times the smallest one, and the smallest one plus ${more} degrees.`,
    `Together that is 1 + ${times} + 1 = ${computed(`1+${times}+1`, parts)} times the smallest angle, and it makes 180 - ${more} = ${computed(`180-${more}`, rest)} degrees.`,
    `The smallest angle measures ${rest} ÷ ${parts} = ${computed(`${rest}/${parts}`, rest / parts)} degrees.`,
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
      const [A, B, C] = story.letters(triangleNames)
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
        setup: `${story.hero.name} walks straight from ${start} to ${corner}, turns there by ${text.exterior} degrees, and walks straight on to a well. From the well a straight path leads back to ${start}. At ${start} the two legs of the round trip meet at an angle of ${text.remote} degrees.`,
        ask: `At what angle in degrees do the two legs of the trip meet at the well?`,
        quantity: `the angle in degrees at which the two legs of the trip meet at the well`,
        steps: () => remoteSteps(value.exterior, value.remote),
      }
    },
    ({ value, text }) => ({
      setup: `One side of a triangle is extended beyond a corner, and the extension forms an angle of ${text.exterior} degrees with the next side. At the two other corners, the triangle has one angle of ${text.remote} degrees and one unknown angle.`,
      ask: `How many degrees does the unknown angle measure?`,
      quantity: `the measure in degrees of the unknown angle of the triangle with the extended side`,
      steps: () => remoteSteps(value.exterior, value.remote),
    }),
  ],
})

function remoteSteps(exterior: number, remote: number): readonly string[] {
  return [
    `An exterior angle of a triangle equals the sum of the two interior angles that are not next to it.`,
    `So the unknown angle measures ${exterior} - ${remote} = ${computed(`${exterior}-${remote}`, exterior - remote)} degrees.`,
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
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$ the sides $${A}${B}$ and $${A}${C}$ are equally long, and the angle at $${A}$ is $${math.apex}^\\circ$.`,
        ask: `What is the angle at $${B}$ in degrees?`,
        quantity: `the angle at $${B}$ in triangle $${A}${B}${C}$, in degrees`,
        steps: () => apexSteps(value.apex),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['house gable', 'tent wall', 'roof truss'])
      return {
        setup: `A ${thing} has the shape of a triangle with two equal sloping edges, which meet at the top at an angle of ${text.apex} degrees.`,
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
    `The two base angles together measure 180 - ${apex} = ${computed(`180-${apex}`, 180 - apex)} degrees.`,
    `Each of them measures ${180 - apex} ÷ 2 = ${computed(`${180 - apex}/2`, (180 - apex) / 2)} degrees.`,
  ]
}

export const triangleAngleFamilies: readonly Family[] = [thirdAngle, describedAngles, remoteAngle, baseAngle]
