import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { angleGiven, degrees, triangleNames, whole } from './spatial-quantities.ts'

/** Two supplementary angles, the larger a multiple of the smaller and some degrees more. */
const supplementaryPair: Family = defineFamily({
  id: 'supplementary-angle-pair',
  knowledgePoints: ['complementary-and-supplementary-angles'],
  level: 2,
  result: degrees,
  givens: { times: whole(2, 9), extra: angleGiven(4, 100) },
  possible: ({ times, extra }) => times >= 1 && extra < 180,
  nice: ({ times, extra }) => (180 - extra) % (times + 1) === 0,
  solve: ({ times, extra }) => fractionAnswer(180 - extra, times + 1),
  check: {
    method: 'inverse',
    accepts: ({ times, extra }, answer) => {
      const smaller = numericValue(answer)
      return Math.abs(smaller + (times * smaller + extra) - 180) < 1e-9
    },
  },
  wordings: [
    ({ value, text, math }) => ({
      setup: `Two angles are supplementary. The larger one is $${math.extra}^\\circ$ more than ${text.times} times the smaller one.`,
      ask: `How many degrees does the smaller angle measure?`,
      quantity: `the measure in degrees of the smaller of these two supplementary angles`,
      steps: () => pairSteps(value.times, value.extra),
    }),
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `Two supplementary angles measure $${x}^\\circ$ and $(${math.times}${x} + ${math.extra})^\\circ$.`,
        ask: `Find the value of $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => pairSteps(value.times, value.extra),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['fence post', 'mast', 'beach umbrella', 'solar panel'])
      return {
        setup: `A slanted ${thing} forms two angles with the level ground, one in front of it and one behind it. The angle behind it is ${text.extra} degrees more than ${text.times} times the angle in front.`,
        ask: `What is the angle in front of the ${thing}, in degrees?`,
        quantity: `the angle in degrees in front of the ${thing}`,
        steps: () => pairSteps(value.times, value.extra),
      }
    },
  ],
})

function pairSteps(times: number, extra: number): readonly string[] {
  const rest = 180 - extra
  return [
    `The two angles add up to 180 degrees. The larger one is ${times} times the smaller one and ${extra} degrees more, so together they are ${times} + 1 = ${computed(`${times}+1`, times + 1)} times the smaller one and ${extra} degrees more.`,
    `Without the extra degrees that leaves 180 - ${extra} = ${computed(`180-${extra}`, rest)} degrees.`,
    `So the smaller angle measures ${rest} ÷ ${times + 1} = ${computed(`${rest}/${times + 1}`, rest / (times + 1))} degrees.`,
  ]
}

/** Complement of an angle. */
const complement: Family = defineFamily({
  id: 'complement-of-an-angle',
  knowledgePoints: ['complementary-and-supplementary-angles'],
  level: 1,
  result: degrees,
  givens: { angle: angleGiven(3, 87) },
  possible: ({ angle }) => angle > 0 && angle < 90,
  solve: ({ angle }) => integerAnswer(90 - angle),
  check: {
    method: 'inverse',
    accepts: ({ angle }, answer) => (integerValue(answer) ?? 0) + angle === 90,
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the complement of an angle of $${math.angle}^\\circ$, in degrees?`,
      quantity: `the number of degrees in the complement of an angle of $${math.angle}^\\circ$`,
      steps: () => complementSteps(value.angle),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['tile', 'sheet of paper', 'piece of leather', 'pane of glass'])
      return {
        setup: `A straight cut divides the right angle at the corner of a ${thing} into two angles. One of them measures ${text.angle} degrees.`,
        ask: `How many degrees does the other one measure?`,
        quantity: `the measure in degrees of the other angle at the corner of the ${thing}`,
        steps: () => complementSteps(value.angle),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `Rays $${B}${A}$ and $${B}${C}$ are perpendicular. A third ray between them makes an angle of $${math.angle}^\\circ$ with $${B}${A}$.`,
        ask: `Find the angle in degrees between the third ray and $${B}${C}$.`,
        quantity: `the angle in degrees between the third ray and $${B}${C}$`,
        steps: () => complementSteps(value.angle),
      }
    },
  ],
})

function complementSteps(angle: number): readonly string[] {
  return [
    `Two angles that together make a right angle are complementary: they add up to 90 degrees.`,
    `The other angle measures 90 - ${angle} = ${computed(`90-${angle}`, 90 - angle)} degrees.`,
  ]
}

/** The bend of a path between two parallel lines. */
const parallelBend: Family = defineFamily({
  id: 'bend-between-parallel-lines',
  knowledgePoints: ['angles-on-parallel-lines'],
  level: 3,
  result: degrees,
  givens: { lower: angleGiven(12, 85), upper: angleGiven(12, 85) },
  possible: ({ lower, upper }) => lower > 0 && upper > 0 && lower < 90 && upper < 90,
  nice: ({ lower, upper }) => lower !== upper,
  solve: ({ lower, upper }) => integerAnswer(lower + upper),
  check: {
    method: 'numeric',
    // Coordinates: the bend at the origin, the lines one unit above and below.
    accepts: ({ lower, upper }, answer) => {
      const above = [1 / Math.tan((upper * Math.PI) / 180), 1] as const
      const below = [1 / Math.tan((lower * Math.PI) / 180), -1] as const
      const cosine =
        (above[0] * below[0] + above[1] * below[1]) / (Math.hypot(...above) * Math.hypot(...below))
      return Math.abs((Math.acos(cosine) * 180) / Math.PI - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `Point $${A}$ lies on one of two parallel lines and point $${C}$ on the other. Point $${B}$ lies between the lines, to the left of both $${A}$ and $${C}$. Segment $${A}${B}$ makes an acute angle of $${math.upper}^\\circ$ with the first line, and segment $${B}${C}$ makes an acute angle of $${math.lower}^\\circ$ with the second line.`,
        ask: `What is the measure of the angle $${A}${B}${C}$ in degrees?`,
        quantity: `the measure in degrees of the angle $${A}${B}${C}$`,
        steps: () => bendSteps(value.lower, value.upper),
      }
    },
    ({ value, text, story }) => {
      const street = story.pick(['streets', 'canals', 'railway lines'])
      return {
        setup: `Two parallel ${street} run from west to east. A straight path leaves the northern one and heads south and west, at an acute angle of ${text.upper} degrees to it. At a bench the path turns and heads south and east in a straight line, until it meets the southern one at an acute angle of ${text.lower} degrees.`,
        ask: `How large is the angle in degrees between the two parts of the path at the bench?`,
        quantity: `the angle in degrees between the two parts of the path at the bench`,
        steps: () => bendSteps(value.lower, value.upper),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} draws two parallel horizontal lines and an arrowhead between them that points to the left. One side of the arrowhead ends on the upper line, at an acute angle of ${text.upper} degrees to it. The other side ends on the lower line, at an acute angle of ${text.lower} degrees to it.`,
      ask: `How many degrees does the angle at the tip of the arrowhead measure?`,
      quantity: `the measure in degrees of the angle at the tip of the arrowhead`,
      steps: () => bendSteps(value.lower, value.upper),
    }),
  ],
})

function bendSteps(lower: number, upper: number): readonly string[] {
  return [
    `Draw a third line through the bend, parallel to the other two. It splits the angle into two parts.`,
    `Alternate angles on parallel lines are equal, so the two parts measure ${upper} and ${lower} degrees.`,
    `The whole angle measures ${upper} + ${lower} = ${computed(`${upper}+${lower}`, upper + lower)} degrees.`,
  ]
}

/** An unknown in one of two co-interior angles. */
const coInterior: Family = defineFamily({
  id: 'co-interior-angle-equation',
  knowledgePoints: ['angles-on-parallel-lines'],
  level: 2,
  result: { kind: 'number' },
  givens: { factor: whole(2, 9), added: whole(2, 60), other: angleGiven(20, 160) },
  possible: ({ factor, added, other }) => factor > 0 && other + added < 180,
  nice: ({ factor, added, other }) => (180 - other - added) % factor === 0 && 180 - other - added > factor,
  solve: ({ factor, added, other }) => fractionAnswer(180 - other - added, factor),
  check: {
    method: 'inverse',
    accepts: ({ factor, added, other }, answer) =>
      Math.abs(factor * numericValue(answer) + added - (180 - other)) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `A transversal crosses two parallel lines. Two interior angles on the same side of it measure $(${math.factor}${x} + ${math.added})^\\circ$ and $${math.other}^\\circ$.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => coInteriorSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const plank = story.pick(['plank', 'beam', 'brace', 'cable'])
      return {
        setup: `A slanted ${plank} crosses the two parallel rails of a fence. Between the rails, on the same side of the ${plank}, the angles are $${math.other}^\\circ$ at one rail and $(${math.factor}${x} + ${math.added})^\\circ$ at the other.`,
        ask: `Find $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => coInteriorSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `In a trapezoid, the two angles next to one of the legs are $${math.other}^\\circ$ and $(${math.factor}${x} + ${math.added})^\\circ$.`,
        ask: `Find the value of $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => coInteriorSteps(value, x),
      }
    },
  ],
})

function coInteriorSteps(
  { factor, added, other }: { factor: number; added: number; other: number },
  x: string,
): readonly string[] {
  const rest = 180 - other
  const product = rest - added
  return [
    `Interior angles on the same side of a line that crosses two parallels add up to 180 degrees.`,
    `The angle with $${x}$ measures 180 - ${other} = ${computed(`180-${other}`, rest)} degrees.`,
    `So $${factor}${x}$ is ${rest} - ${added} = ${computed(`${rest}-${added}`, product)}, and $${x}$ is ${product} ÷ ${factor} = ${computed(`${product}/${factor}`, product / factor)}.`,
  ]
}

export const angleFamilies: readonly Family[] = [supplementaryPair, complement, parallelBend, coInterior]
