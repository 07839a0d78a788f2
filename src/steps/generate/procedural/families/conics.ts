import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pureNumber, segmentNames, whole } from './spatial-quantities.ts'
import { isSquare, rightTriangles, rootAnswer } from './square-roots.ts'

/** Radius of a circle from its expanded equation. */
const circleRadius: Family = defineFamily({
  id: 'radius-from-circle-equation',
  knowledgePoints: ['circle-equations'],
  level: 3,
  result: pureNumber,
  givens: { across: whole(2, 60), up: whole(2, 60), rest: whole(2, 900) },
  // x^2 + y^2 - across x - up y = rest
  sample: (random, fixed) => {
    const across = fixed.across ?? 2 * random.integer(1, 20)
    const up = fixed.up ?? 2 * random.integer(1, 20)
    const shift = (across / 2) ** 2 + (up / 2) ** 2
    const radius = Math.floor(Math.sqrt(shift)) + random.integer(1, 12)
    return { across, up, rest: fixed.rest ?? radius * radius - shift }
  },
  possible: ({ across, up, rest }) => across > 0 && up > 0 && rest > 0,
  nice: ({ across, up, rest }) =>
    across % 2 === 0 && up % 2 === 0 && isSquare(across * across + up * up + 4 * rest),
  solve: ({ across, up, rest }) => {
    const doubled = rootAnswer(across * across + up * up + 4 * rest)
    if (doubled.kind === 'rational')
      return fractionAnswer(doubled.value.numerator, 2n * doubled.value.denominator)
    if (doubled.kind !== 'radical') return doubled
    const half = fractionAnswer(doubled.coefficient.numerator, 2n * doubled.coefficient.denominator)
    return half.kind === 'rational' ? { ...doubled, coefficient: half.value } : doubled
  },
  check: {
    method: 'inverse',
    // The point straight above the centre at this distance satisfies the equation.
    accepts: ({ across, up, rest }, answer) => {
      const [x, y] = [across / 2, up / 2 + numericValue(answer)]
      return numericValue(answer) > 0 && Math.abs(x * x + y * y - across * x - up * y - rest) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      const equation = `$${x}^2 + ${y}^2 - ${math.across}${x} - ${math.up}${y} = ${math.rest}$`
      return {
        setup: '',
        ask: `What is the radius of the circle with the equation ${equation}?`,
        quantity: `the radius of the circle with the equation ${equation}`,
        constants: ['2', '2'],
        steps: () => radiusSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `All points $(${x}, ${y})$ of the plane with $${x}^2 - ${math.across}${x} + ${y}^2 - ${math.up}${y} = ${math.rest}$ are drawn.`,
        ask: `What is the radius of the circle that these points form?`,
        quantity: `the radius of the circle that these points form`,
        constants: ['2', '2'],
        steps: () => radiusSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      const thing = story.pick(['a round pond', 'a circus ring', 'a helicopter landing pad'])
      return {
        setup: `On a plan with axes marked in metres, the edge of ${thing} satisfies $${x}^2 + ${y}^2 = ${math.across}${x} + ${math.up}${y} + ${math.rest}$.`,
        ask: `Complete the squares to find the radius of the edge in metres.`,
        quantity: `the radius in metres of the edge of ${thing.replace(/^a /, 'the ')}`,
        constants: ['2', '2'],
        steps: () => radiusSteps(value),
      }
    },
  ],
})

function radiusSteps({ across, up, rest }: { across: number; up: number; rest: number }): readonly string[] {
  const [x, y] = [across / 2, up / 2]
  const square = rest + x * x + y * y
  const radius = Math.round(Math.sqrt(square))
  return [
    `Complete both squares: add the squares of ${across} ÷ 2 = ${computed(`${across}/2`, x)} and ${up} ÷ 2 = ${computed(`${up}/2`, y)} on both sides.`,
    `The right side, the square of the radius, becomes $${rest} + ${x}^2 + ${y}^2$ = ${computed(`${rest}+${x}^2+${y}^2`, square)}.`,
    `Since ${radius} × ${radius} = ${computed(`${radius}*${radius}`, square)}, the radius is ${radius}.`,
  ]
}

/** Vertex of a parabola. */
const vertexHeight: Family = defineFamily({
  id: 'vertex-of-a-parabola',
  knowledgePoints: ['parabola-equations'],
  level: 2,
  result: pureNumber,
  givens: { linear: whole(2, 40), constant: whole(2, 500) },
  // y = x^2 - linear x + constant
  possible: ({ linear, constant }) => linear > 0 && constant > 0,
  nice: ({ linear, constant }) =>
    linear % 2 === 0 && constant - (linear / 2) ** 2 >= 1 && constant - (linear / 2) ** 2 <= 200,
  sample: (random, fixed) => {
    const linear = fixed.linear ?? 2 * random.integer(1, 18)
    return { linear, constant: fixed.constant ?? Math.floor((linear * linear) / 4) + random.integer(1, 120) }
  },
  solve: ({ linear, constant }) => fractionAnswer(4 * constant - linear * linear, 4),
  check: {
    method: 'numeric',
    // The lowest of many points near the axis, from both sides.
    accepts: ({ linear, constant }, answer) => {
      let lowest = Number.POSITIVE_INFINITY
      for (let step = -200; step <= 200; step++) {
        const x = linear / 2 + step / 100
        lowest = Math.min(lowest, x * x - linear * x + constant)
      }
      return Math.abs(lowest - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      const equation = `$${y} = ${x}^2 - ${math.linear}${x} + ${math.constant}$`
      return {
        setup: '',
        ask: `What is the $${y}$-coordinate of the vertex of the parabola ${equation}?`,
        quantity: `the $${y}$-coordinate of the vertex of the parabola ${equation}`,
        constants: ['2'],
        steps: () => vertexSteps(value.linear, value.constant),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      const thing = story.pick(['rope bridge', 'power line', 'chain of lights'])
      return {
        setup: `A ${thing} hangs approximately in the shape of the parabola $${y} = ${x}^2 - ${math.linear}${x} + ${math.constant}$, where $${y}$ is the height above the ground in centimetres.`,
        ask: `How many centimetres above the ground is the lowest point of the ${thing}?`,
        quantity: `the height in centimetres above the ground of the lowest point of the ${thing}`,
        constants: ['2'],
        steps: () => vertexSteps(value.linear, value.constant),
      }
    },
    ({ value, math, story }) => {
      const [x, f] = [story.variable(), story.functionName()]
      return {
        setup: `The parabola that is the graph of $${f}(${x}) = ${x}^2 - ${math.linear}${x} + ${math.constant}$ touches exactly one horizontal line.`,
        ask: `At what height above the horizontal axis does that line run?`,
        quantity: `the height above the horizontal axis of the horizontal line that the graph of $${f}$ touches`,
        constants: ['2'],
        steps: () => vertexSteps(value.linear, value.constant),
      }
    },
  ],
})

function vertexSteps(linear: number, constant: number): readonly string[] {
  const half = linear / 2
  return [
    `Completing the square shows that the vertex lies at half of ${linear}: ${linear} ÷ 2 = ${computed(`${linear}/2`, half)}.`,
    `The value there is $${half}^2 - ${linear} \\cdot ${half} + ${constant}$ = ${computed(`${half}^2-${linear}*${half}+${constant}`, constant - half * half)}.`,
  ]
}

/** Distance of the foci of an ellipse. */
const fociDistance: Family = defineFamily({
  id: 'distance-of-the-foci-of-an-ellipse',
  knowledgePoints: ['ellipse-equations'],
  level: 3,
  result: pureNumber,
  givens: { major: whole(5, 100), minor: whole(3, 90) },
  sample: (random, fixed) => {
    const fitting = rightTriangles.filter(
      ([one, , longest]) =>
        (fixed.minor === undefined || one === fixed.minor) &&
        (fixed.major === undefined || longest === fixed.major),
    )
    if (fitting.length === 0) return undefined
    const [minor, , major] = random.pick(fitting)
    return { major, minor }
  },
  possible: ({ major, minor }) => major > minor && minor > 0,
  nice: ({ major, minor }) => isSquare(major * major - minor * minor),
  solve: ({ major, minor }) => rootAnswer(4 * (major * major - minor * minor)),
  check: {
    method: 'inverse',
    // From the end of the short axis the two distances to the foci add up to the long axis.
    accepts: ({ major, minor }, answer) => {
      const half = numericValue(answer) / 2
      return half > 0 && Math.abs(Math.hypot(half, minor) - major) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      const equation = `$\\frac{${x}^2}{${math.major}^2} + \\frac{${y}^2}{${math.minor}^2} = 1$`
      return {
        setup: '',
        ask: `What is the distance between the foci of the ellipse ${equation}?`,
        quantity: `the distance between the foci of the ellipse ${equation}`,
        constants: ['2', '2', '2', '2', '1'],
        steps: () => fociSteps(value.major, value.minor),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['whispering gallery', 'flower bed', 'pond'])
      return {
        setup: `A ${thing} has the shape of an ellipse. From its centre it is ${text.major} dm to the farthest point of the edge and ${text.minor} dm to the nearest.`,
        ask: `How many decimetres apart are its two foci?`,
        quantity: `the distance in decimetres between the two foci of the ${thing}`,
        steps: () => fociSteps(value.major, value.minor),
      }
    },
    ({ value, math, story }) => {
      const [F, G] = story.letters(segmentNames)
      return {
        setup: `An ellipse has semi-axes of lengths $${math.major}$ and $${math.minor}$ and foci $${F}$ and $${G}$.`,
        ask: `Find the length of $${F}${G}$.`,
        quantity: `the length of $${F}${G}$`,
        steps: () => fociSteps(value.major, value.minor),
      }
    },
  ],
})

function fociSteps(major: number, minor: number): readonly string[] {
  const square = major * major - minor * minor
  const focal = Math.round(Math.sqrt(square))
  return [
    `The square of the distance from the centre to a focus is the difference of the squares of the semi-axes: $${major}^2 - ${minor}^2$ = ${computed(`${major}^2-${minor}^2`, square)}.`,
    `Since ${focal} × ${focal} = ${computed(`${focal}*${focal}`, square)}, each focus is ${focal} away from the centre.`,
    `The foci are 2 × ${focal} = ${computed(`2*${focal}`, 2 * focal)} apart.`,
  ]
}

/** Square of the radius from the centre and a point of the circle. */
const circleThroughPoint: Family = defineFamily({
  id: 'circle-equation-through-a-point',
  knowledgePoints: ['distance-formula', 'circle-equations'],
  level: 3,
  result: pureNumber,
  givens: { centreX: whole(2, 20), centreY: whole(2, 20), throughX: whole(2, 30), throughY: whole(2, 30) },
  possible: ({ centreX, centreY, throughX, throughY }) => centreX !== throughX || centreY !== throughY,
  nice: ({ centreX, centreY, throughX, throughY }) =>
    centreX !== throughX &&
    centreY !== throughY &&
    (centreX - throughX) ** 2 + (centreY - throughY) ** 2 <= 400,
  solve: ({ centreX, centreY, throughX, throughY }) =>
    integerAnswer((centreX - throughX) ** 2 + (centreY - throughY) ** 2),
  check: {
    method: 'inverse',
    accepts: ({ centreX, centreY, throughX, throughY }, answer) =>
      isFraction(answer, Math.round(Math.hypot(centreX - throughX, centreY - throughY) ** 2)),
  },
  wordings: [
    ({ value, math, story }) => {
      const r = story.variable()
      return {
        setup: `A circle with centre $(${math.centreX}, ${math.centreY})$ passes through the point $(${math.throughX}, ${math.throughY})$. Its standard equation has the sum of two squares on the left side and the number $${r}$ on the right side.`,
        ask: `What is the value of $${r}$?`,
        quantity: `the value of $${r}$`,
        steps: () => throughSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, y, w] = [story.variable(), story.variable(), story.variable()]
      return {
        setup: `The point $(${math.throughX}, ${math.throughY})$ lies on the circle $(${x} - ${math.centreX})^2 + (${y} - ${math.centreY})^2 = ${w}$.`,
        ask: `Find $${w}$.`,
        quantity: `the value of $${w}$`,
        constants: ['2', '2'],
        steps: () => throughSteps(value),
      }
    },
    ({ value, math, story }) => {
      const w = story.variable()
      const thing = story.pick(['sprinkler', 'lighthouse', 'radio mast'])
      return {
        setup: `On a map grid, a ${thing} at $(${math.centreX}, ${math.centreY})$ just reaches the point $(${math.throughX}, ${math.throughY})$. The edge of the region that it reaches is a circle whose equation, in standard form, has the number $${w}$ as its right side.`,
        ask: `Find the value of $${w}$.`,
        quantity: `the value of $${w}$`,
        steps: () => throughSteps(value),
      }
    },
  ],
})

function throughSteps(value: {
  centreX: number
  centreY: number
  throughX: number
  throughY: number
}): readonly string[] {
  const [across, up] = [Math.abs(value.throughX - value.centreX), Math.abs(value.throughY - value.centreY)]
  return [
    `The right side of the standard equation of a circle is the square of the radius, and the radius is the distance from the centre to any point of the circle.`,
    `The coordinates of the two points differ by ${across} and ${up}.`,
    `So the right side is $${across}^2 + ${up}^2$ = ${computed(`${across}^2+${up}^2`, across * across + up * up)}.`,
  ]
}

export const conicFamilies: readonly Family[] = [circleRadius, circleThroughPoint, vertexHeight, fociDistance]
