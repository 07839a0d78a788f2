import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** y-intercept from slope and point. */
const interceptFromSlope: Family = defineFamily({
  id: 'constant-of-a-line-equation',
  knowledgePoints: ['equation-of-a-line'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    slope: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    across: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    up: { minimum: 8, maximum: 300, link: { kind: 'number' } },
  },
  possible: ({ slope, across, up }) => up > slope * across,
  solve: ({ slope, across, up }) => integerAnswer(up - slope * across),
  check: {
    method: 'inverse',
    accepts: ({ slope, across, up }, answer) => {
      let height = numericValue(answer)
      for (let step = 0; step < across; step++) height += slope
      return height === up
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `The line with slope $${math.slope}$ through the point $(${math.across}, ${math.up})$ meets the vertical axis at height $${letter}$.`,
        ask: `What is the value of $${letter}$?`,
        quantity: `the value of $${letter}$`,
        steps: () => constantSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      const constant = story.variable()
      return {
        setup: `The point $(${math.across}, ${math.up})$ lies on the line with the equation $${y} = ${math.slope}${x} + ${constant}$.`,
        ask: `Find the constant $${constant}$.`,
        quantity: `the constant $${constant}$`,
        steps: () => constantSteps(value),
      }
    },
    ({ value, text, story }) => {
      const service = story.pick(['bicycle repair shop', 'music school', 'translation office', 'canoe hire'])
      return {
        setup: `At a ${service} the price is a fixed fee plus ${text.slope} dollars per hour, so its graph is a straight line. The price for ${text.across} hours is ${text.up} dollars.`,
        ask: `What is the fixed fee in dollars?`,
        quantity: `the fixed fee of the ${service} in dollars`,
        steps: () => constantSteps(value, 'price in dollars', 'number of hours'),
      }
    },
  ],
})

function constantSteps(
  value: { slope: number; across: number; up: number },
  height = 'second coordinate',
  position = 'first coordinate',
): readonly string[] {
  const { slope, across, up } = value
  return [
    `On a line with slope ${slope}, the ${height} is ${slope} times the ${position} plus a constant, which is the ${height} where the ${position} is zero.`,
    `Here the ${position} is ${across}, and the product is ${slope} × ${across} = ${computed(`${slope}*${across}`, slope * across)}.`,
    `The ${height} is ${up}, so the constant is ${up} - ${slope * across} = ${computed(`${up}-${slope * across}`, up - slope * across)}.`,
  ]
}

/** Perpendicular through a point. */
const perpendicular: Family = defineFamily({
  id: 'point-on-a-perpendicular-line',
  knowledgePoints: ['parallel-and-perpendicular-lines'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    across: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    up: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    far: { minimum: 3, maximum: 40, link: { kind: 'number' } },
  },
  possible: ({ across, far, factor }) => far > across && factor > 0,
  nice: ({ across, far, factor }) => factor * (far - across) <= 200,
  solve: ({ factor, across, up, far }) => integerAnswer(up + factor * (far - across)),
  check: {
    method: 'inverse',
    // The two points and the next point of the given line must make a right angle: the converse of Pythagoras.
    accepts: ({ factor, across, up, far }, answer) => {
      const height = numericValue(answer)
      const along = factor ** 2 + 1
      const away = (far - across) ** 2 + (height - up) ** 2
      const between = (far - across - factor) ** 2 + (height - up + 1) ** 2
      return along + away === between
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      const z = story.variable()
      return {
        setup: `The line through $(${math.across}, ${math.up})$ and $(${math.far}, ${z})$ is perpendicular to the line $${x} + ${math.factor}${y} = 0$, where $${x}$ is the first and $${y}$ the second coordinate.`,
        ask: `Find $${z}$.`,
        quantity: `the value of $${z}$`,
        constants: ['0'],
        steps: () => perpendicularSteps(value),
      }
    },
    ({ value, text, math }) => ({
      setup: `A line falls by one unit for every ${text.factor} units to the right. A second line is perpendicular to it and passes through the point $(${math.across}, ${math.up})$.`,
      ask: `What is the second coordinate of the point on the second line whose first coordinate is ${text.far}?`,
      quantity: `the second coordinate of the point on the second line whose first coordinate is ${text.far}`,
      steps: () => perpendicularSteps(value),
    }),
    ({ value, math, text }) => ({
      setup: `A path on a map has slope $-\\frac{1}{${math.factor}}$. A straight road perpendicular to the path contains the point $(${math.across}, ${math.up})$.`,
      ask: `What is the second coordinate of the point on the road with first coordinate ${text.far}?`,
      quantity: `the second coordinate of the point on the road with first coordinate ${text.far}`,
      constants: ['1'],
      steps: () => perpendicularSteps(value),
    }),
  ],
})

function perpendicularSteps(
  value: Readonly<Record<'factor' | 'across' | 'up' | 'far', number>>,
): readonly string[] {
  const { factor, across, up, far } = value
  const run = far - across
  return [
    `The given line has slope $-\\frac{1}{${factor}}$; slopes of perpendicular lines multiply to $-1$, so the perpendicular line has slope ${factor}.`,
    `From the known point the run is ${far} - ${across} = ${computed(`${far}-${across}`, run)}, so the rise is ${factor} × ${run} = ${computed(`${factor}*${run}`, factor * run)}.`,
    `The second coordinate is ${up} + ${factor * run} = ${computed(`${up}+${factor * run}`, up + factor * run)}.`,
  ]
}

/** Sum of the two intercepts of a x + b y = c. */
const interceptSum: Family = defineFamily({
  id: 'sum-of-intercepts',
  knowledgePoints: ['intercepts'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    second: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    constant: { minimum: 6, maximum: 800, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const first = fixed.first ?? random.integer(2, 9)
    const second = fixed.second ?? random.integer(2, 9)
    return { first, second, constant: fixed.constant ?? first * second * random.integer(1, 10) }
  },
  possible: ({ first, second, constant }) => first > 0 && second > 0 && constant > 0,
  nice: ({ first, second, constant }) =>
    constant % first === 0 &&
    constant % second === 0 &&
    first !== second &&
    constant > Math.max(first, second),
  solve: ({ first, second, constant }) => fractionAnswer(constant * (first + second), first * second),
  check: {
    method: 'inverse',
    // Walk along both axes until the equation holds.
    accepts: ({ first, second, constant }, answer) =>
      Math.abs((numericValue(answer) - constant / first) * second - constant) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      const equation = `$${math.first}${x} + ${math.second}${y} = ${math.constant}$`
      return {
        setup: '',
        ask: `What is the sum of the $${x}$-intercept and the $${y}$-intercept of the line ${equation}?`,
        quantity: `the sum of the $${x}$-intercept and the $${y}$-intercept of the line ${equation}`,
        steps: () => interceptSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `In a coordinate plane with axes $${x}$ and $${y}$ and origin $O$, the line $${math.second}${y} + ${math.first}${x} = ${math.constant}$ meets each axis at one point.`,
        ask: `Find the sum of the distances of these two points from $O$.`,
        quantity: `the sum of the distances from $O$ of the two points where the line meets the axes`,
        steps: () => interceptSteps(value),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['pears', 'figs'],
        ['pens', 'rulers'],
        ['candles', 'lanterns'],
      ] as const)
      return {
        setup: `At a market, ${one} cost ${text.first} coins each and ${other} cost ${text.second} coins each. The possible purchases for exactly ${text.constant} coins lie on a line in a diagram with the number of ${one} on one axis and the number of ${other} on the other.`,
        ask: `What is the sum of the two intercepts of this line?`,
        quantity: `the sum of the two intercepts of the line for the ${one} and the ${other}`,
        steps: () => interceptSteps(value),
      }
    },
  ],
})

function interceptSteps(value: { first: number; second: number; constant: number }): readonly string[] {
  const { first, second, constant } = value
  return [
    `Where a line meets an axis, the other coordinate is zero.`,
    `So one intercept is ${constant} ÷ ${first} = ${computed(`${constant}/${first}`, constant / first)}, and the other is ${constant} ÷ ${second} = ${computed(`${constant}/${second}`, constant / second)}.`,
    `Their sum is ${constant / first} + ${constant / second} = ${computed(`${constant / first}+${constant / second}`, constant / first + constant / second)}.`,
  ]
}

/** Height of the intersection of two lines. */
const intersection: Family = defineFamily({
  id: 'height-of-an-intersection',
  knowledgePoints: ['intersection-of-lines'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    steep: { minimum: 3, maximum: 20, link: { kind: 'number' } },
    low: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    flat: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    high: { minimum: 4, maximum: 400 },
  },
  sample: (random, fixed) => {
    const flat = fixed.flat ?? random.integer(2, 7)
    const steep = fixed.steep ?? flat + random.integer(1, 6)
    const low = fixed.low ?? random.integer(2, 25)
    return { steep, low, flat, high: low + (steep - flat) * random.integer(2, 12) }
  },
  possible: ({ steep, low, flat, high }) => steep > flat && high > low,
  nice: ({ steep, low, flat, high }) => (high - low) % (steep - flat) === 0,
  solve: ({ steep, low, flat, high }) =>
    fractionAnswer(steep * (high - low) + low * (steep - flat), steep - flat),
  check: {
    method: 'inverse',
    // Both lines must reach this height at the same place.
    accepts: ({ steep, low, flat, high }, answer) => {
      const height = numericValue(answer)
      return Math.abs((height - low) / steep - (height - high) / flat) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `The lines $${y} = ${math.steep}${x} + ${math.low}$ and $${y} = ${math.flat}${x} + ${math.high}$ intersect at one point.`,
        ask: `What is the $${y}$-coordinate of this point?`,
        quantity: `the $${y}$-coordinate of the intersection point of the two lines`,
        steps: () => intersectionSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['the Blue Gym', 'the Green Gym'],
        ['the Old Library Café', 'the New Library Café'],
        ['the North Garage', 'the South Garage'],
      ] as const)
      return {
        setup: `For a yearly card, ${one} asks a fee of ${text.low} euros and then ${text.steep} euros for each visit; ${other} asks a fee of ${text.high} euros and then ${text.flat} euros for each visit. In a diagram of total cost against visits the two straight lines cross.`,
        ask: `At what total cost in euros do the lines cross?`,
        quantity: `the total cost in euros at which the lines for ${one} and ${other} cross`,
        steps: () => intersectionSteps(value, story.variable()),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const g = story.functionName()
      const x = story.variable()
      return {
        setup: `The graphs of $${f}(${x}) = ${math.flat}${x} + ${math.high}$ and $${g}(${x}) = ${math.low} + ${math.steep}${x}$ meet at one point.`,
        ask: `How high above the horizontal axis is this point?`,
        quantity: `the height above the horizontal axis of the point where the graphs of $${f}$ and $${g}$ meet`,
        steps: () => intersectionSteps(value, x),
      }
    },
  ],
})

function intersectionSteps(
  value: { steep: number; low: number; flat: number; high: number },
  x: string,
): readonly string[] {
  const { steep, low, flat, high } = value
  const place = (high - low) / (steep - flat)
  return [
    `At the common point both expressions are equal: $${steep}${x} + ${low} = ${flat}${x} + ${high}$.`,
    `So $${x}$ = (${high} - ${low}) ÷ (${steep} - ${flat}) = ${computed(`(${high}-${low})/(${steep}-${flat})`, place)}.`,
    `The height there is ${steep} × ${place} + ${low} = ${computed(`${steep}*${place}+${low}`, steep * place + low)}.`,
  ]
}

export const lineEquationFamilies: readonly Family[] = [
  interceptFromSlope,
  perpendicular,
  interceptSum,
  intersection,
]
