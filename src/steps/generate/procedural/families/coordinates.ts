import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { greatestCommonDivisor } from './whole-numbers.ts'
import { pureNumber, segmentNames, triangleNames, whole } from './spatial-quantities.ts'
import { isSquare, rightTriangles, rootAnswer } from './square-roots.ts'

interface Pair {
  readonly left: number
  readonly low: number
  readonly right: number
  readonly high: number
}

/** Distance of two points. */
const distance: Family = defineFamily({
  id: 'distance-of-two-points',
  knowledgePoints: ['distance-formula'],
  level: 1,
  result: pureNumber,
  givens: { left: whole(2, 60), low: whole(2, 60), right: whole(2, 150), high: whole(2, 150) },
  sample: (random, fixed) => {
    const [across, up] = random.pick(rightTriangles.filter(([one, other]) => one <= 48 && other <= 48))
    const left = fixed.left ?? (fixed.right === undefined ? random.integer(2, 20) : fixed.right - across)
    const low = fixed.low ?? (fixed.high === undefined ? random.integer(2, 20) : fixed.high - up)
    return { left, low, right: fixed.right ?? left + across, high: fixed.high ?? low + up }
  },
  possible: ({ left, low, right, high }) => left !== right || low !== high,
  nice: ({ left, low, right, high }) =>
    right > left && high > low && isSquare((right - left) ** 2 + (high - low) ** 2),
  solve: ({ left, low, right, high }) => rootAnswer((right - left) ** 2 + (high - low) ** 2),
  check: {
    method: 'numeric',
    accepts: ({ left, low, right, high }, answer) =>
      Math.abs(Math.hypot(right - left, high - low) - numericValue(answer)) < 1e-9,
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the distance between the points $(${math.left}, ${math.low})$ and $(${math.right}, ${math.high})$ in the coordinate plane?`,
      quantity: `the distance between the points $(${math.left}, ${math.low})$ and $(${math.right}, ${math.high})$ in the coordinate plane`,
      steps: () => distanceSteps(value),
    }),
    ({ value, math, story }) => {
      const [A, B] = story.letters(triangleNames)
      return {
        setup: `The ends of a segment are $${A}(${math.left}, ${math.low})$ and $${B}(${math.right}, ${math.high})$.`,
        ask: `How many units long is the segment $${A}${B}$?`,
        quantity: `the length of the segment $${A}${B}$ in units`,
        steps: () => distanceSteps(value),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['a lighthouse', 'a buoy'],
        ['a ranger station', 'a waterfall'],
        ['a monastery', 'a spring'],
      ] as const)
      return {
        setup: `On a map with a square grid, ${one} lies ${text.left} units east and ${text.low} units north of the corner of the map. On the same map, ${other} lies ${text.right} units east and ${text.high} units north of that corner.`,
        ask: `What is the straight-line distance between the two places, in units of the grid?`,
        quantity: `the straight-line distance between ${one.replace(/^an? /, 'the ')} and ${other.replace(/^an? /, 'the ')}, in units of the grid`,
        steps: () => distanceSteps(value),
      }
    },
  ],
})

function distanceSteps({ left, low, right, high }: Pair): readonly string[] {
  const [across, up] = [right - left, high - low]
  const square = across * across + up * up
  const root = Math.round(Math.sqrt(square))
  return [
    `The points are ${right} - ${left} = ${computed(`${right}-${left}`, across)} units apart horizontally and ${high} - ${low} = ${computed(`${high}-${low}`, up)} units apart vertically.`,
    `By the distance formula, the square of the distance is $${across}^2 + ${up}^2$ = ${computed(`${across}^2+${up}^2`, square)}.`,
    `Since ${root} × ${root} = ${computed(`${root}*${root}`, square)}, the distance is ${root}.`,
  ]
}

/** Endpoint from midpoint. */
const otherEnd: Family = defineFamily({
  id: 'other-end-from-midpoint',
  knowledgePoints: ['midpoint-formula'],
  level: 2,
  result: pureNumber,
  givens: { x: whole(2, 30), y: whole(2, 30), middleX: whole(2, 45), middleY: whole(2, 45) },
  possible: ({ x, y, middleX, middleY }) => x !== middleX || y !== middleY,
  nice: ({ x, y, middleX, middleY }) => 2 * middleX - x >= 1 && 2 * middleY - y >= 1 && x !== middleX,
  solve: ({ x, y, middleX, middleY }) => integerAnswer(2 * middleX - x + 2 * middleY - y),
  check: {
    method: 'inverse',
    // The sum of the coordinates of the midpoint is the mean of those of the ends.
    accepts: ({ x, y, middleX, middleY }, answer) =>
      ((integerValue(answer) ?? Number.NaN) + x + y) / 2 === middleX + middleY,
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, M] = story.letters(triangleNames)
      return {
        setup: `Segment $${A}${B}$ has the midpoint $${M}(${math.middleX}, ${math.middleY})$, and $${A}$ is the point $(${math.x}, ${math.y})$.`,
        ask: `What is the sum of the coordinates of $${B}$?`,
        quantity: `the sum of the coordinates of $${B}$`,
        steps: () => otherEndSteps(value),
      }
    },
    ({ value, math, story }) => {
      const thing = story.pick(['A well', 'A picnic table', 'A signpost'])
      const place = story.pick(['two villages', 'two cabins', 'two springs'])
      return {
        setup: `${thing} stands exactly halfway between ${place}. On the map it has the coordinates $(${math.middleX}, ${math.middleY})$, and one of ${place.replace('two', 'the two')} has the coordinates $(${math.x}, ${math.y})$.`,
        ask: `Find the sum of the coordinates of the other ${place.replace('two ', '').slice(0, -1)}.`,
        quantity: `the sum of the coordinates of the other ${place.replace('two ', '').slice(0, -1)}`,
        steps: () => otherEndSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [P, M, Q] = story.letters(triangleNames)
      return {
        setup: `A circle has the centre $${M}(${math.middleX}, ${math.middleY})$. One end of a diameter is $${P}(${math.x}, ${math.y})$, and the other end is $${Q}$.`,
        ask: `What is the sum of the two coordinates of $${Q}$?`,
        quantity: `the sum of the two coordinates of $${Q}$`,
        steps: () => otherEndSteps(value),
      }
    },
  ],
})

function otherEndSteps({
  x,
  y,
  middleX,
  middleY,
}: {
  x: number
  y: number
  middleX: number
  middleY: number
}): readonly string[] {
  const [across, up] = [2 * middleX - x, 2 * middleY - y]
  return [
    `Each coordinate of the midpoint is the mean of the coordinates of the ends, so each unknown coordinate is twice the coordinate of the midpoint minus the known one.`,
    `The coordinates are 2 × ${middleX} - ${x} = ${computed(`2*${middleX}-${x}`, across)} and 2 × ${middleY} - ${y} = ${computed(`2*${middleY}-${y}`, up)}.`,
    `Their sum is ${across} + ${up} = ${computed(`${across}+${up}`, across + up)}.`,
  ]
}

/** A point that divides a segment in a ratio. */
const divisionPoint: Family = defineFamily({
  id: 'point-dividing-a-segment',
  knowledgePoints: ['section-formula'],
  level: 2,
  result: pureNumber,
  givens: { start: whole(2, 60), end: whole(3, 120), first: whole(2, 9), second: whole(2, 9) },
  sample: (random, fixed) => {
    const [first, second] = [fixed.first ?? random.integer(2, 9), fixed.second ?? random.integer(2, 9)]
    const way = (first + second) * random.integer(1, 6)
    if (fixed.start === undefined && fixed.end !== undefined)
      return { first, second, end: fixed.end, start: fixed.end - way }
    const start = fixed.start ?? random.integer(2, 40)
    return { first, second, start, end: fixed.end ?? start + way }
  },
  possible: ({ start, end, first, second }) => start !== end && first > 0 && second > 0,
  nice: ({ start, end, first, second }) =>
    end > start &&
    ((end - start) * first) % (first + second) === 0 &&
    greatestCommonDivisor(first, second) === 1,
  solve: ({ start, end, first, second }) => fractionAnswer(start * second + end * first, first + second),
  check: {
    method: 'inverse',
    accepts: ({ start, end, first, second }, answer) => {
      const at = numericValue(answer)
      return Math.abs((at - start) * second - (end - at) * first) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, P] = story.letters(triangleNames)
      return {
        setup: `Point $${P}$ divides the segment from $${A}$ to $${B}$ in the ratio $${A}${P} : ${P}${B} = ${math.first} : ${math.second}$. The first coordinate of $${A}$ is $${math.start}$, and that of $${B}$ is $${math.end}$.`,
        ask: `What is the first coordinate of $${P}$?`,
        quantity: `the first coordinate of $${P}$`,
        steps: () => divisionSteps(value),
      }
    },
    ({ value, text, story }) => {
      const [A, B] = story.letters(segmentNames)
      const [road, thing] = story.pick([
        ['motorway', 'service area'],
        ['railway line', 'tunnel'],
        ['river', 'bridge'],
      ] as const)
      return {
        setup: `Along a ${road}, town $${A}$ is at marker ${text.start} and town $${B}$ at marker ${text.end}. A ${thing} lies between them so that its distance from $${A}$ is to its distance from $${B}$ as ${text.first} to ${text.second}.`,
        ask: `At which marker is the ${thing}?`,
        quantity: `the number of the marker at which the ${thing} lies`,
        steps: () => divisionSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [A, B, P] = story.letters(triangleNames)
      return {
        setup: `On a number line, $${A}$ lies at $${math.start}$ and $${B}$ at $${math.end}$. A point $${P}$ between them cuts $${A}${B}$ into two pieces, $${A}${P}$ and $${P}${B}$, whose lengths are in the ratio $${math.first} : ${math.second}$.`,
        ask: `At which number does $${P}$ lie?`,
        quantity: `the number at which $${P}$ lies`,
        steps: () => divisionSteps(value),
      }
    },
  ],
})

function divisionSteps({
  start,
  end,
  first,
  second,
}: {
  start: number
  end: number
  first: number
  second: number
}): readonly string[] {
  const way = end - start
  const parts = first + second
  const part = (way * first) / parts
  return [
    `The two ends are ${end} - ${start} = ${computed(`${end}-${start}`, way)} apart, and the point lies ${first} of ${first} + ${second} = ${computed(`${first}+${second}`, parts)} equal parts along the way.`,
    `That is ${way} × ${first} ÷ ${parts} = ${computed(`${way}*${first}/${parts}`, part)} from the start.`,
    `So the point is at ${start} + ${part} = ${computed(`${start}+${part}`, start + part)}.`,
  ]
}

export const coordinateFamilies: readonly Family[] = [distance, otherEnd, divisionPoint]
