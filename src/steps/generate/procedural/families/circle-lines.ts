import { rational } from '../../../../foundations/exact-number/rational.ts'
import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import {
  angleGiven,
  centimetres,
  degrees,
  lengthGiven,
  pointNames,
  quadrilateralNames,
  triangleNames,
} from './spatial-quantities.ts'
import { isSquare, rightTriangles, rootAnswer } from './square-roots.ts'

/** Inscribed angle over an arc. */
const inscribedAngle: Family = defineFamily({
  id: 'inscribed-angle-in-a-triangle',
  knowledgePoints: ['inscribed-angles'],
  level: 2,
  result: degrees,
  givens: { first: angleGiven(30, 170), second: angleGiven(30, 170) },
  possible: ({ first, second }) => first > 0 && second > 0 && first + second < 360,
  nice: ({ first, second }) => (first + second) % 2 === 0 && first !== second,
  solve: ({ first, second }) => fractionAnswer(360 - first - second, 2),
  check: {
    method: 'numeric',
    // Points on the unit circle at the ends of the arcs.
    accepts: ({ first, second }, answer) => {
      const at = (turn: number): readonly [number, number] => [
        Math.cos((turn * Math.PI) / 180),
        Math.sin((turn * Math.PI) / 180),
      ]
      const [a, b, c] = [at(0), at(first), at(first + second)]
      const one = [a[0] - b[0], a[1] - b[1]] as const
      const two = [c[0] - b[0], c[1] - b[1]] as const
      const cosine = (one[0] * two[0] + one[1] * two[1]) / (Math.hypot(...one) * Math.hypot(...two))
      return Math.abs((Math.acos(cosine) * 180) / Math.PI - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `Three points $${A}$, $${B}$ and $${C}$ on a circle divide it into three arcs. The arc from $${A}$ to $${B}$ measures $${math.first}^\\circ$, and the arc from $${B}$ to $${C}$ measures $${math.second}^\\circ$.`,
        ask: `What is the measure of the angle $${A}${B}${C}$ in degrees?`,
        quantity: `the measure in degrees of the angle $${A}${B}${C}$`,
        steps: () => inscribedSteps(value.first, value.second),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `Triangle $${A}${B}${C}$ is inscribed in a circle. The two arcs that end at $${B}$ and do not contain another corner have central angles of $${math.first}^\\circ$ and $${math.second}^\\circ$.`,
        ask: `How many degrees does the angle of the triangle at $${B}$ measure?`,
        quantity: `the measure in degrees of the angle of triangle $${A}${B}${C}$ at $${B}$`,
        steps: () => inscribedSteps(value.first, value.second),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['a circular lake', 'a round arena', 'a roundabout'])
      return {
        setup: `Three flags stand on the edge of ${place}. From the centre, the arc between the red and the white flag is seen at an angle of ${text.first} degrees, and the next arc, between the white and the blue flag, at an angle of ${text.second} degrees.`,
        ask: `What is the angle in degrees between the directions from the white flag to the other two flags?`,
        quantity: `the angle in degrees between the directions from the white flag to the other two flags`,
        steps: () => inscribedSteps(value.first, value.second),
      }
    },
  ],
})

function inscribedSteps(first: number, second: number): readonly string[] {
  const rest = 360 - first - second
  return [
    `The three arcs make 360 degrees, so the arc that the angle opens to measures 360 - ${first} - ${second} = ${computed(`360-${first}-${second}`, rest)} degrees.`,
    `An inscribed angle is half of the arc that it opens to, so it measures ${rest} ÷ 2 = ${computed(`${rest}/2`, rest / 2)} degrees.`,
  ]
}

/** Length of a chord at a distance from the centre. */
const chordLength: Family = defineFamily({
  id: 'chord-from-distance-to-centre',
  knowledgePoints: ['chords-of-circles'],
  level: 2,
  result: centimetres,
  givens: { radius: lengthGiven(5, 100), distance: lengthGiven(3, 90) },
  sample: (random, fixed) => {
    const fitting = rightTriangles.filter(
      ([one, , longest]) =>
        (fixed.distance === undefined || one === fixed.distance) &&
        (fixed.radius === undefined || longest === fixed.radius),
    )
    if (fitting.length === 0) return undefined
    const [distance, , radius] = random.pick(fitting)
    return { radius, distance }
  },
  possible: ({ radius, distance }) => distance > 0 && distance < radius,
  nice: ({ radius, distance }) => isSquare(radius * radius - distance * distance),
  solve: ({ radius, distance }) => rootAnswer(radius * radius - distance * distance, rational(2)),
  check: {
    method: 'inverse',
    accepts: ({ radius, distance }, answer) => {
      const half = numericValue(answer) / 2
      return half > 0 && Math.abs(Math.hypot(half, distance) - radius) < 1e-9
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A chord of a circle with a radius of ${text.radius} cm is ${text.distance} cm away from the centre.`,
      ask: `How long is the chord in centimetres?`,
      quantity: `the length of the chord in centimetres`,
      steps: () => chordSteps(value.radius, value.distance),
    }),
    ({ value, text, story }) => {
      const plate = story.pick(['table top', 'mirror', 'wooden disc', 'glass plate'])
      return {
        setup: `A straight cut is made through a round ${plate} of radius ${text.radius} cm. At its nearest point, the cut passes the centre at a distance of ${text.distance} cm.`,
        ask: `How many centimetres long is the cut?`,
        quantity: `the length in centimetres of the cut through the ${plate}`,
        steps: () => chordSteps(value.radius, value.distance),
      }
    },
    ({ value, math, story }) => {
      const [A, B, M] = story.letters(triangleNames)
      return {
        setup: `Points $${A}$ and $${B}$ lie on a circle with centre $O$ and radius $${math.radius}$ cm. The midpoint $${M}$ of $${A}${B}$ satisfies $O${M} = ${math.distance}$ cm.`,
        ask: `Find the length of $${A}${B}$ in centimetres.`,
        quantity: `the length of $${A}${B}$ in centimetres`,
        steps: () => chordSteps(value.radius, value.distance),
      }
    },
  ],
})

function chordSteps(radius: number, distance: number): readonly string[] {
  const square = radius * radius - distance * distance
  const half = Math.round(Math.sqrt(square))
  return [
    `The perpendicular from the centre bisects the chord. The radius is the hypotenuse of a right triangle whose legs are the distance and half of the chord.`,
    `By the Pythagorean theorem the square of half the chord is $${radius}^2 - ${distance}^2$ = ${computed(`${radius}^2-${distance}^2`, square)}, so half of the chord is ${half} cm.`,
    `The chord is 2 × ${half} = ${computed(`2*${half}`, 2 * half)} cm long.`,
  ]
}

/** Length of a tangent from an outside point. */
const tangentLength: Family = defineFamily({
  id: 'tangent-from-a-point',
  knowledgePoints: ['tangent-lines-to-circles'],
  level: 2,
  result: centimetres,
  givens: { radius: lengthGiven(3, 90), gap: lengthGiven(2, 90) },
  sample: (random, fixed) => {
    const fitting = rightTriangles.filter(
      ([one, , longest]) =>
        (fixed.radius === undefined || one === fixed.radius) &&
        (fixed.gap === undefined || longest - one === fixed.gap),
    )
    if (fitting.length === 0) return undefined
    const [radius, , longest] = random.pick(fitting)
    return { radius, gap: longest - radius }
  },
  possible: ({ radius, gap }) => radius > 0 && gap > 0,
  nice: ({ radius, gap }) => isSquare(gap * (gap + 2 * radius)),
  solve: ({ radius, gap }) => rootAnswer(gap * (gap + 2 * radius)),
  check: {
    method: 'inverse',
    accepts: ({ radius, gap }, answer) => {
      const length = numericValue(answer)
      return length > 0 && Math.abs(Math.hypot(length, radius) - radius - gap) < 1e-9
    },
  },
  wordings: [
    ({ value, text, math, story }) => {
      const [P, T] = story.letters(triangleNames)
      return {
        setup: `A circle has a radius of ${text.radius} cm. Point $${P}$ lies outside it, $${math.gap}$ cm away from the nearest point of the circle. A tangent through $${P}$ touches the circle at $${T}$.`,
        ask: `How long is $${P}${T}$ in centimetres?`,
        quantity: `the length of $${P}${T}$ in centimetres`,
        steps: () => tangentSteps(value.radius, value.gap),
      }
    },
    ({ value, text, story }) => {
      const [nail, disc] = story.pick([
        ['nail', 'disc'],
        ['hook', 'wheel'],
        ['pin', 'pulley'],
      ] as const)
      return {
        setup: `A tight thread runs from a ${nail} to a round ${disc} and just touches its rim. The ${disc} has a radius of ${text.radius} cm, and the gap between the ${nail} and the nearest point of the rim is ${text.gap} cm.`,
        ask: `How many centimetres of thread lie between the ${nail} and the point where the thread touches the ${disc}?`,
        quantity: `the length in centimetres of the thread between the ${nail} and the point where it touches the ${disc}`,
        steps: () => tangentSteps(value.radius, value.gap),
      }
    },
    ({ value, math, story }) => {
      const [P, T, Q] = story.letters(triangleNames)
      return {
        setup: `Line $${P}${T}$ is tangent at $${T}$ to a circle with centre $O$ and radius $${math.radius}$ cm. Segment $O${P}$ meets the circle at $${Q}$, and $${P}${Q} = ${math.gap}$ cm.`,
        ask: `Find the length of $${P}${T}$ in centimetres.`,
        quantity: `the length of $${P}${T}$ in centimetres`,
        steps: () => tangentSteps(value.radius, value.gap),
      }
    },
  ],
})

function tangentSteps(radius: number, gap: number): readonly string[] {
  const far = radius + gap
  const square = far * far - radius * radius
  const root = Math.round(Math.sqrt(square))
  return [
    `The radius to the point of contact is perpendicular to the tangent, so the centre, the outside point and the point of contact form a right triangle.`,
    `The outside point is ${radius} + ${gap} = ${computed(`${radius}+${gap}`, far)} cm from the centre.`,
    `By the Pythagorean theorem the square of the tangent is $${far}^2 - ${radius}^2$ = ${computed(`${far}^2-${radius}^2`, square)}, and ${root} × ${root} = ${computed(`${root}*${root}`, square)}, so it is ${root} cm long.`,
  ]
}

/** The missing piece of two crossing chords. */
const crossingChords: Family = defineFamily({
  id: 'crossing-chords',
  knowledgePoints: ['power-of-a-point'],
  level: 2,
  result: centimetres,
  givens: { first: lengthGiven(2, 40), second: lengthGiven(2, 40), third: lengthGiven(2, 40) },
  possible: ({ first, second, third }) => first > 0 && second > 0 && third > 0,
  nice: ({ first, second, third }) =>
    (first * second) % third === 0 && third !== first && third !== second && first * second !== third * third,
  solve: ({ first, second, third }) => fractionAnswer(first * second, third),
  check: {
    method: 'inverse',
    accepts: ({ first, second, third }, answer) =>
      Math.abs((numericValue(answer) * third) / first - second) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const [X] = story.letters(pointNames)
      const [A, B, C, D] = story.letters(quadrilateralNames)
      return {
        setup: `Chords $${A}${B}$ and $${C}${D}$ of a circle cross at a point $${X}$ inside it. They satisfy $${A}${X} = ${math.first}$ cm, $${X}${B} = ${math.second}$ cm and $${C}${X} = ${math.third}$ cm.`,
        ask: `How long is $${X}${D}$ in centimetres?`,
        quantity: `the length of $${X}${D}$ in centimetres`,
        steps: () => powerSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['round window', 'circular table top', 'round mirror'])
      return {
        setup: `Two straight lines, each from edge to edge, cross on a ${thing}. The crossing point divides the first line into parts of ${text.first} cm and ${text.second} cm. On the second line, one part measures ${text.third} cm.`,
        ask: `How many centimetres does the other part of the second line measure?`,
        quantity: `the length in centimetres of the other part of the second line on the ${thing}`,
        steps: () => powerSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const [X] = story.letters(pointNames)
      return {
        setup: `Through a point $${X}$ inside a circle two chords are drawn. The ends of the first chord are ${text.first} cm and ${text.second} cm from $${X}$, and one end of the second chord is $${math.third}$ cm from $${X}$.`,
        ask: `What is the distance in centimetres from $${X}$ to the other end of the second chord?`,
        quantity: `the distance in centimetres from $${X}$ to the other end of the second chord`,
        steps: () => powerSteps(value),
      }
    },
  ],
})

function powerSteps({
  first,
  second,
  third,
}: {
  first: number
  second: number
  third: number
}): readonly string[] {
  const product = first * second
  return [
    `When chords cross at a point, the product of the two parts is the same for each of them.`,
    `The first chord gives ${first} × ${second} = ${computed(`${first}*${second}`, product)}.`,
    `So the unknown part is ${product} ÷ ${third} = ${computed(`${product}/${third}`, product / third)} cm.`,
  ]
}

export const circleLineFamilies: readonly Family[] = [
  inscribedAngle,
  chordLength,
  tangentLength,
  crossingChords,
]
