import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

interface TwoPoints {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** Slope through two points. */
const slopeOfPoints: Family = defineFamily({
  id: 'slope-through-two-points',
  knowledgePoints: ['slope-of-a-line'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    left: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    bottom: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    right: { minimum: 3, maximum: 60, link: { kind: 'number' } },
    top: { minimum: 4, maximum: 400 },
  },
  sample: (random, fixed) => {
    const left = fixed.left ?? random.integer(2, 12)
    const right = fixed.right ?? left + random.integer(2, 12)
    const bottom = fixed.bottom ?? random.integer(2, 20)
    return { left, bottom, right, top: bottom + (right - left) * random.integer(2, 20) }
  },
  possible: ({ left, bottom, right, top }) => right > left && top > bottom,
  nice: ({ left, bottom, right, top }) => (top - bottom) % (right - left) === 0,
  solve: ({ left, bottom, right, top }) => fractionAnswer(top - bottom, right - left),
  check: {
    method: 'inverse',
    accepts: ({ left, bottom, right, top }, answer) =>
      Math.abs(bottom + numericValue(answer) * (right - left) - top) < 1e-9,
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the slope of the line through the points $(${math.left}, ${math.bottom})$ and $(${math.right}, ${math.top})$?`,
      quantity: `the slope of the line through $(${math.left}, ${math.bottom})$ and $(${math.right}, ${math.top})$`,
      steps: () => slopeSteps(value),
    }),
    ({ value, text, story }) => {
      const [thing, unit] = story.pick([
        ['sunflower', 'centimetres'],
        ['bamboo shoot', 'centimetres'],
        ['maize plant', 'centimetres'],
      ] as const)
      return {
        setup: `The height of a ${thing} is plotted against time, and the points lie on a straight line. On day ${text.left} the height is ${text.bottom} ${unit}, and on day ${text.right} it is ${text.top} ${unit}.`,
        ask: `What is the slope of the line in ${unit} per day?`,
        quantity: `the slope of the line for the height of the ${thing}, in ${unit} per day`,
        steps: () => slopeSteps(value),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      return {
        setup: `The function $${f}$ is linear with $${f}(${math.left}) = ${math.bottom}$ and $${f}(${math.right}) = ${math.top}$.`,
        ask: `What is the slope of the graph of $${f}$?`,
        quantity: `the slope of the graph of $${f}$`,
        steps: () => slopeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const unit = story.pick(['week', 'month'])
      return {
        setup: `${story.hero.name} draws a diagram of the money saved over time, and the points lie on a straight line. After ${text.left} ${unit}s the savings are ${text.bottom} euros, and after ${text.right} ${unit}s they are ${text.top} euros.`,
        ask: `What is the slope of the line in euros per ${unit}?`,
        quantity: `the slope of the line for ${story.hero.name}’s savings, in euros per ${unit}`,
        steps: () => slopeSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `A line passes through $(${math.left}, ${math.bottom})$ and $(${math.right}, ${math.top})$.`,
      ask: `How many units does the line rise for each unit to the right?`,
      quantity: `the number of units that the line rises for each unit to the right`,
      steps: () => slopeSteps(value),
    }),
  ],
})

function slopeSteps({ left, bottom, right, top }: TwoPoints): readonly string[] {
  const [rise, run] = [top - bottom, right - left]
  return [
    `The slope is the change of the second coordinate divided by the change of the first.`,
    `The rise is ${top} - ${bottom} = ${computed(`${top}-${bottom}`, rise)} and the run is ${right} - ${left} = ${computed(`${right}-${left}`, run)}.`,
    `So the slope is ${rise} ÷ ${run} = ${computed(`${rise}/${run}`, rise / run)}.`,
  ]
}

/** The missing coordinate of a point on a line of given slope. */
const missingCoordinate: Family = defineFamily({
  id: 'missing-coordinate-from-slope',
  knowledgePoints: ['slope-of-a-line'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    slope: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    left: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    bottom: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    right: { minimum: 4, maximum: 40, link: { kind: 'number' } },
  },
  possible: ({ left, right, slope }) => right > left && slope > 0,
  nice: ({ left, right, slope }) => slope * (right - left) <= 240,
  solve: ({ slope, left, bottom, right }) => integerAnswer(bottom + slope * (right - left)),
  check: {
    method: 'inverse',
    accepts: ({ slope, left, bottom, right }, answer) =>
      (numericValue(answer) - bottom) / (right - left) === slope,
  },
  wordings: [
    ({ value, math, story }) => {
      const y = story.variable()
      return {
        setup: `The line through the points $(${math.left}, ${math.bottom})$ and $(${math.right}, ${y})$ has slope $${math.slope}$.`,
        ask: `What is the value of $${y}$?`,
        quantity: `the value of $${y}$`,
        steps: () => coordinateSteps(value),
      }
    },
    ({ value, text, math }) => ({
      setup: `Starting at the point $(${math.left}, ${math.bottom})$, a line rises ${text.slope} units for each unit to the right until it reaches a point with first coordinate ${text.right}.`,
      ask: `What is the second coordinate of the point that it reaches?`,
      quantity: `the second coordinate of the point that the rising line reaches`,
      steps: () => coordinateSteps(value),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['hedge', 'bean plant', 'sunflower', 'tomato plant'])
      return {
        setup: `The graph that shows the height of a ${thing} in centimetres over the weeks is a straight line with slope ${text.slope}. In week ${text.left} the height is ${text.bottom} centimetres.`,
        ask: `What is the height of the ${thing} in week ${text.right}, in centimetres?`,
        quantity: `the height of the ${thing} in week ${text.right}, in centimetres`,
        steps: () => coordinateSteps(value),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      return {
        setup: `The graph of the function $${f}$ is a line with slope $${math.slope}$, and $${f}(${math.left}) = ${math.bottom}$.`,
        ask: `What is the value of $${f}(${math.right})$?`,
        quantity: `the value of $${f}(${math.right})$`,
        steps: () => coordinateSteps(value),
      }
    },
  ],
})

function coordinateSteps(value: {
  slope: number
  left: number
  bottom: number
  right: number
}): readonly string[] {
  const { slope, left, bottom, right } = value
  const run = right - left
  return [
    `The slope tells how much the second coordinate changes per unit of the first. The run is ${right} - ${left} = ${computed(`${right}-${left}`, run)}.`,
    `The rise is ${slope} × ${run} = ${computed(`${slope}*${run}`, slope * run)}.`,
    `So the second coordinate is ${bottom} + ${slope * run} = ${computed(`${bottom}+${slope * run}`, bottom + slope * run)}.`,
  ]
}

/** Value on the line through two points. */
const lineThroughPoints: Family = defineFamily({
  id: 'value-on-the-line-through-two-points',
  knowledgePoints: ['slope-of-a-line', 'equation-of-a-line'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    left: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    bottom: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    right: { minimum: 3, maximum: 40, link: { kind: 'number' } },
    top: { minimum: 4, maximum: 300 },
    far: { minimum: 5, maximum: 60, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const left = fixed.left ?? random.integer(2, 8)
    const right = fixed.right ?? left + random.integer(2, 8)
    const slope = random.integer(2, 7)
    const bottom = fixed.bottom ?? slope * left + random.integer(1, 25)
    const top = bottom + (right - left) * slope
    return { left, bottom, right, top, far: fixed.far ?? right + random.integer(2, 15) }
  },
  possible: ({ left, bottom, right, top }) => right > left && top > bottom,
  // The price without any distance is not negative.
  nice: ({ left, bottom, right, top, far }) =>
    (top - bottom) % (right - left) === 0 && far > right && bottom * (right - left) >= left * (top - bottom),
  solve: ({ left, bottom, right, top, far }) =>
    fractionAnswer(bottom * (right - left) + (top - bottom) * (far - left), right - left),
  check: {
    method: 'inverse',
    // The slope from the second point on must be the slope before it.
    accepts: ({ left, bottom, right, top, far }, answer) => {
      const height = numericValue(answer)
      if (far === right) return height === top
      return Math.abs((height - top) / (far - right) - (top - bottom) / (right - left)) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const y = story.variable()
      return {
        setup: `The points $(${math.left}, ${math.bottom})$, $(${math.right}, ${math.top})$ and $(${math.far}, ${y})$ lie on one straight line.`,
        ask: `Find $${y}$.`,
        quantity: `the value of $${y}$`,
        steps: () => throughSteps(value),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      return {
        setup: `The function $${f}$ is linear with $${f}(${math.left}) = ${math.bottom}$ and $${f}(${math.right}) = ${math.top}$.`,
        ask: `What is the value of $${f}(${math.far})$?`,
        quantity: `the value of $${f}(${math.far})$`,
        steps: () => throughSteps(value, 'value of the function', 'argument'),
      }
    },
    ({ value, text, story }) => {
      const [service, unit] = story.pick([
        ['a taxi ride', 'kilometres'],
        ['a courier delivery', 'kilometres'],
        ['a boat tour', 'kilometres'],
      ] as const)
      return {
        setup: `The price of ${service} depends linearly on the distance. For ${text.left} ${unit} the price is ${text.bottom} euros, and for ${text.right} ${unit} it is ${text.top} euros.`,
        ask: `What is the price in euros for ${text.far} ${unit}?`,
        quantity: `the price in euros of ${service} over ${text.far} ${unit}`,
        steps: () => throughSteps(value, 'price in euros', 'number of kilometres'),
      }
    },
  ],
})

function throughSteps(
  value: TwoPoints & { readonly far: number },
  height = 'second coordinate',
  position = 'first coordinate',
): readonly string[] {
  const { left, bottom, right, top, far } = value
  const slope = (top - bottom) / (right - left)
  return [
    `First find the slope: (${top} - ${bottom}) ÷ (${right} - ${left}) = ${computed(`(${top}-${bottom})/(${right}-${left})`, slope)}.`,
    `By the point-slope form of the equation, the ${height} is ${bottom} plus ${slope} times the amount by which the ${position} exceeds ${left}.`,
    `With ${far} as the ${position}, this gives ${bottom} + ${slope} × (${far} - ${left}) = ${computed(`${bottom}+${slope}*(${far}-${left})`, bottom + slope * (far - left))}.`,
  ]
}

export const lineFamilies: readonly Family[] = [slopeOfPoints, missingCoordinate, lineThroughPoints]
