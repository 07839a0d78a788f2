import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { lengthGiven, pureNumber, whole } from './spatial-quantities.ts'

/** Limit of a difference of powers over another one. */
const algebraicLimit: Family = defineFamily({
  id: 'limit-of-a-quotient-of-powers',
  knowledgePoints: ['limits-by-algebra'],
  level: 2,
  result: pureNumber,
  givens: { factor: whole(2, 40), top: whole(2, 24), bottom: whole(2, 12) },
  possible: ({ factor, top, bottom }) => factor > 0 && top > 0 && bottom > 0,
  nice: ({ factor, top, bottom }) => (factor * top) % bottom === 0 && top !== bottom,
  solve: ({ factor, top, bottom }) => fractionAnswer(factor * top, bottom),
  check: {
    method: 'numeric',
    // The quotient on both sides of 1.
    accepts: ({ factor, top, bottom }, answer) => {
      const at = (x: number): number => (factor * (x ** top - 1)) / (x ** bottom - 1)
      const h = 1e-4
      return Math.abs((at(1 + h) + at(1 - h)) / 2 - numericValue(answer)) < 1e-3
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const limit = `\\lim_{${x} \\to 1} \\frac{${math.factor}(${x}^{${math.top}} - 1)}{${x}^{${math.bottom}} - 1}`
      return {
        setup: '',
        ask: `What is the value of $${limit}$?`,
        quantity: `the value of $${limit}$`,
        constants: ['1', '1', '1'],
        steps: () => limitSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, f] = [story.variable(), story.functionName()]
      return {
        setup: `For positive $${x} \\ne 1$ let $${f}(${x}) = ${math.factor} \\cdot \\frac{${x}^{${math.top}} - 1}{${x}^{${math.bottom}} - 1}$.`,
        ask: `What number does $${f}(${x})$ approach as $${x}$ approaches $1$?`,
        quantity: `the number that $${f}(${x})$ approaches as $${x}$ approaches $1$`,
        constants: ['1', '1', '1', '1'],
        steps: () => limitSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, g] = [story.variable(), story.functionName()]
      return {
        setup: `The graph of $${g}(${x}) = \\frac{${x}^{${math.top}} - 1}{${x}^{${math.bottom}} - 1} \\cdot ${math.factor}$ has a hole at $${x} = 1$.`,
        ask: `At what height is the hole?`,
        quantity: `the height of the hole in the graph of $${g}$`,
        constants: ['1', '1', '1'],
        steps: () => limitSteps(value),
      }
    },
  ],
})

function limitSteps({
  factor,
  top,
  bottom,
}: {
  factor: number
  top: number
  bottom: number
}): readonly string[] {
  return [
    `Both differences contain the factor “variable minus one”. Dividing a power minus one by this factor leaves a sum of as many consecutive powers as the exponent says, the first of them being one.`,
    `After cancelling this factor, substitute 1: the numerator’s sum becomes ${top} and the denominator’s sum becomes ${bottom}.`,
    `So the limit is ${factor} × ${top} ÷ ${bottom} = ${computed(`${factor}*${top}/${bottom}`, (factor * top) / bottom)}.`,
  ]
}

/** Limit of a rational function at infinity. */
const limitAtInfinity: Family = defineFamily({
  id: 'limit-of-a-rational-function-at-infinity',
  knowledgePoints: ['limits-at-infinity'],
  level: 2,
  result: pureNumber,
  givens: { top: whole(4, 400), bottom: whole(2, 40) },
  possible: ({ top, bottom }) => top > 0 && bottom > 0,
  nice: ({ top, bottom }) => top % bottom === 0 && top > bottom,
  sample: (random, fixed) => {
    const bottom = fixed.bottom ?? random.integer(2, 20)
    return { bottom, top: fixed.top ?? bottom * random.integer(2, 20) }
  },
  solve: ({ top, bottom }) => fractionAnswer(top, bottom),
  check: {
    method: 'numeric',
    accepts: ({ top, bottom }, answer) => {
      const x = 1e9
      return Math.abs((top * x * x + x) / (bottom * x * x + 1) - numericValue(answer)) < 1e-5
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const limit = `\\lim_{${x} \\to \\infty} \\frac{${math.top}${x}^2 + ${x}}{${math.bottom}${x}^2 + 1}`
      return {
        setup: '',
        ask: `What is the value of $${limit}$?`,
        quantity: `the value of $${limit}$`,
        constants: ['2', '2', '1'],
        steps: () => infinitySteps(value.top, value.bottom),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `The curve $${y} = \\frac{${math.top}${x}}{${math.bottom}${x} + 1}$ for positive $${x}$ has a horizontal asymptote.`,
        ask: `At what height does the asymptote run?`,
        quantity: `the height at which the horizontal asymptote of the curve runs`,
        constants: ['1'],
        steps: () => infinitySteps(value.top, value.bottom),
      }
    },
    ({ value, math, story }) => {
      const t = story.variable()
      const [thing, where] = story.pick([
        ['trout', 'a newly stocked pond'],
        ['bees', 'a young hive'],
        ['ferns', 'a cleared piece of forest'],
      ] as const)
      return {
        setup: `In a model, the number of ${thing} in ${where} after $${t}$ months is $\\frac{${math.top}${t}^2 + ${t}}{${math.bottom}${t}^2 + 1}$, counted in hundreds.`,
        ask: `Which value, in hundreds, does the model approach in the long run?`,
        quantity: `the value in hundreds that the model for the number of ${thing} approaches in the long run`,
        constants: ['2', '2', '1'],
        steps: () => infinitySteps(value.top, value.bottom),
      }
    },
  ],
})

function infinitySteps(top: number, bottom: number): readonly string[] {
  return [
    `Divide numerator and denominator by the highest power of the variable. All other terms then tend to zero, and only the leading coefficients are left.`,
    `The limit is ${top} ÷ ${bottom} = ${computed(`${top}/${bottom}`, top / bottom)}.`,
  ]
}

/** Growth of the area of a circle. */
const growingCircle: Family = defineFamily({
  id: 'growth-of-a-circular-area',
  knowledgePoints: ['related-rates'],
  level: 3,
  result: pureNumber,
  givens: { radius: lengthGiven(3, 60), rate: whole(2, 12) },
  possible: ({ radius, rate }) => radius > 0 && rate > 0,
  nice: ({ radius, rate }) => radius > rate,
  solve: ({ radius, rate }) => integerAnswer(2 * radius * rate),
  check: {
    method: 'numeric',
    // Areas a moment later and a moment earlier.
    accepts: ({ radius, rate }, answer) => {
      const area = (time: number): number => (radius + rate * time) ** 2
      return Math.abs((area(0.01) - area(-0.01)) / 0.02 - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const x = story.variable()
      const cause = story.pick(['A stone falls into a calm pond', 'A pebble falls into a pool'])
      return {
        setup: `${cause}, and a circular wave spreads. Its radius grows by ${text.rate} cm per second. At the moment when the radius is ${text.radius} cm, the area inside the wave grows at a rate of $${x}\\pi$ square centimetres per second.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => growthSteps(value.radius, value.rate),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      const stuff = story.pick(['batter', 'ink', 'syrup', 'paint'])
      return {
        setup: `A round puddle of ${stuff} has a radius of ${text.radius} cm, and at this moment the radius increases at ${text.rate} cm per minute. Its area increases at $${x}\\pi$ square centimetres per minute at this moment.`,
        ask: `Find $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => growthSteps(value.radius, value.rate),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `In an animation the radius of a disc grows steadily by ${text.rate} cm per second. When it reaches ${text.radius} cm, the disc gains area at the rate of $${x}\\pi$ square centimetres per second.`,
        ask: `Find the value of $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => growthSteps(value.radius, value.rate),
      }
    },
  ],
})

function growthSteps(radius: number, rate: number): readonly string[] {
  return [
    `The area is $\\pi$ times the square of the radius. By the chain rule it changes at the rate $2\\pi$ times the radius times the rate of the radius.`,
    `The number in front of $\\pi$ is 2 × ${radius} × ${rate} = ${computed(`2*${radius}*${rate}`, 2 * radius * rate)}.`,
  ]
}

export const limitFamilies: readonly Family[] = [algebraicLimit, limitAtInfinity, growingCircle]
