import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { greatestCommonDivisor } from './whole-numbers.ts'
import { pureNumber, triangleNames, whole } from './spatial-quantities.ts'

/** Number of zeros of a sine in an interval. */
const sineZeros: Family = defineFamily({
  id: 'solutions-of-a-sine-equation',
  knowledgePoints: ['trigonometric-equations'],
  level: 3,
  result: { kind: 'number' },
  givens: { factor: whole(2, 15), length: whole(2, 12) },
  possible: ({ factor, length }) => factor >= 1 && length >= 1,
  solve: ({ factor, length }) => integerAnswer(factor * length - 1),
  check: {
    method: 'numeric',
    // Count the changes of sign on a fine grid that misses the zeros.
    accepts: ({ factor, length }, answer) => {
      let changes = 0
      const pieces = 40 * factor * length + 7
      const at = (step: number): number => Math.sin((factor * length * Math.PI * (step + 0.5)) / pieces)
      for (let step = 1; step < pieces; step++) if (at(step) > 0 !== at(step - 1) > 0) changes++
      return integerValue(answer) === changes
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: '',
        ask: `How many solutions does the equation $\\sin(${math.factor}${x}) = 0$ have with $0 < ${x} < ${math.length}\\pi$?`,
        quantity: `the number of solutions of $\\sin(${math.factor}${x}) = 0$ with $0 < ${x} < ${math.length}\\pi$`,
        constants: ['0', '0'],
        steps: () => zeroSteps(value.factor, value.length),
      }
    },
    ({ value, math, story }) => {
      const [x, f] = [story.variable(), story.functionName()]
      return {
        setup: `The graph of $${f}(${x}) = \\sin(${math.factor}${x})$ is drawn over the interval from zero to $${math.length}\\pi$.`,
        ask: `At how many points strictly inside the interval does the graph cross the horizontal axis?`,
        quantity: `the number of points strictly inside the interval at which the graph of $${f}$ crosses the horizontal axis`,
        steps: () => zeroSteps(value.factor, value.length),
      }
    },
    ({ value, math, story }) => {
      const t = story.variable()
      const thing = story.pick(['pendulum', 'chandelier', 'hanging lamp'])
      return {
        setup: `A ${thing} swings so that its displacement after $${t}$ seconds is proportional to $\\sin(${math.factor}${t})$. It starts in its middle position when $${t}$ is zero and is stopped after $${math.length}\\pi$ seconds.`,
        ask: `How many times does it pass through its middle position between the start and the stop, not counting these two moments?`,
        quantity: `the number of times that the ${thing} passes through its middle position between the start and the stop, not counting these two moments`,
        steps: () => zeroSteps(value.factor, value.length),
      }
    },
  ],
})

function zeroSteps(factor: number, length: number): readonly string[] {
  const all = factor * length
  return [
    `The sine is zero exactly at the whole multiples of $\\pi$. While the variable runs from 0 to $${length}\\pi$, the argument runs from 0 to ${factor} × ${length} = ${computed(`${factor}*${length}`, all)} times $\\pi$.`,
    `Strictly between the ends lie the multiples from 1 to ${all} - 1 = ${computed(`${all}-1`, all - 1)}, so that is how many there are.`,
  ]
}

/** A multiple of cos² from sin². */
const cosineSquare: Family = defineFamily({
  id: 'cosine-square-from-sine-square',
  knowledgePoints: ['pythagorean-identity'],
  level: 2,
  result: pureNumber,
  givens: { scale: whole(4, 240), top: whole(2, 12), bottom: whole(3, 20) },
  possible: ({ scale, top, bottom }) => scale > 0 && top > 0 && top < bottom,
  nice: ({ scale, top, bottom }) =>
    (scale * (bottom - top)) % bottom === 0 && greatestCommonDivisor(top, bottom) === 1,
  solve: ({ scale, top, bottom }) => fractionAnswer(scale * (bottom - top), bottom),
  check: {
    method: 'numeric',
    // Through the angle itself.
    accepts: ({ scale, top, bottom }, answer) => {
      const angle = Math.asin(Math.sqrt(top / bottom))
      return Math.abs(scale * Math.cos(angle) ** 2 - numericValue(answer)) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `An angle $${x}$ satisfies $\\sin^2 ${x} = \\frac{${math.top}}{${math.bottom}}$.`,
        ask: `What is the value of $${math.scale} \\cos^2 ${x}$?`,
        quantity: `the value of $${math.scale} \\cos^2 ${x}$`,
        constants: ['2', '2'],
        steps: () => identitySteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const source = story.pick(['a laser', 'a projector', 'a lamp'])
      return {
        setup: `Polarised light from ${source} passes through a filter that is turned by an angle $\\theta$. The intensity of the light is ${text.scale} units before the filter and is multiplied by $\\cos^2\\theta$ in it. It is known that $\\sin^2\\theta = \\frac{${math.top}}{${math.bottom}}$.`,
        ask: `What is the intensity of the light behind the filter, in units?`,
        quantity: `the intensity of the light behind the filter, in units`,
        constants: ['2', '2'],
        steps: () => identitySteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `The square of the sine of the angle $${x}$ is $\\frac{${math.top}}{${math.bottom}}$, and $${y}$ is $${math.scale}$ times the square of the cosine of $${x}$.`,
        ask: `Find $${y}$.`,
        quantity: `the value of $${y}$`,
        steps: () => identitySteps(value),
      }
    },
  ],
})

function identitySteps({
  scale,
  top,
  bottom,
}: {
  scale: number
  top: number
  bottom: number
}): readonly string[] {
  return [
    `The squares of the sine and of the cosine of an angle add up to 1, so the square of the cosine is 1 - ${top}/${bottom} = <<1-${top}/${bottom}=${bottom - top}/${bottom}>>${bottom - top}/${bottom}.`,
    `So the value is ${scale} × ${bottom - top} ÷ ${bottom} = ${computed(`${scale}*${bottom - top}/${bottom}`, (scale * (bottom - top)) / bottom)}.`,
  ]
}

/** A multiple of cos 2θ from cos θ. */
const doubleAngle: Family = defineFamily({
  id: 'cosine-of-double-angle',
  knowledgePoints: ['double-angle-formulas'],
  level: 3,
  result: pureNumber,
  givens: { scale: whole(4, 400), top: whole(2, 12), bottom: whole(3, 14) },
  possible: ({ scale, top, bottom }) => scale > 0 && top > 0 && top < bottom,
  nice: ({ scale, top, bottom }) =>
    (scale * (bottom * bottom - 2 * top * top)) % (bottom * bottom) === 0 &&
    2 * top * top < bottom * bottom &&
    greatestCommonDivisor(top, bottom) === 1,
  sample: (random, fixed) => {
    const top = fixed.top ?? random.integer(2, 6)
    const bottom = fixed.bottom ?? random.integer(top + 1, top + 6)
    return { top, bottom, scale: fixed.scale ?? bottom * bottom * random.integer(1, 4) }
  },
  solve: ({ scale, top, bottom }) =>
    fractionAnswer(scale * (bottom * bottom - 2 * top * top), bottom * bottom),
  check: {
    method: 'numeric',
    accepts: ({ scale, top, bottom }, answer) =>
      Math.abs(scale * Math.cos(2 * Math.asin(top / bottom)) - numericValue(answer)) < 1e-6,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The angle $${x}$ satisfies $\\sin ${x} = \\frac{${math.top}}{${math.bottom}}$.`,
        ask: `What is the value of $${math.scale} \\cos(2${x})$?`,
        quantity: `the value of $${math.scale} \\cos(2${x})$`,
        constants: ['2'],
        steps: () => doubleSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `In triangle $${A}${B}${C}$ with a right angle at $${C}$, the side $${B}${C}$ is $\\frac{${math.top}}{${math.bottom}}$ of the hypotenuse.`,
        ask: `Find $${math.scale} \\cos(2${A})$, where $${A}$ stands for the angle at $${A}$.`,
        quantity: `the value of $${math.scale} \\cos(2${A})$, where $${A}$ stands for the angle at $${A}$`,
        constants: ['2'],
        steps: () => doubleSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `The sine of the angle $${x}$ is $\\frac{${math.top}}{${math.bottom}}$. A number $${y}$ equals $${math.scale}$ times the cosine of twice that angle.`,
        ask: `Determine $${y}$.`,
        quantity: `the value of $${y}$`,
        steps: () => doubleSteps(value),
      }
    },
  ],
})

function doubleSteps({
  scale,
  top,
  bottom,
}: {
  scale: number
  top: number
  bottom: number
}): readonly string[] {
  const [part, all] = [bottom * bottom - 2 * top * top, bottom * bottom]
  return [
    `The cosine of the double angle is one minus twice the square of the sine.`,
    `Here it is 1 - 2 × ${top * top}/${all} = <<1-2*${top * top}/${all}=${part}/${all}>>${part}/${all}.`,
    `So the value is ${scale} × ${part} ÷ ${all} = ${computed(`${scale}*${part}/${all}`, (scale * part) / all)}.`,
  ]
}

export const trigonometricFunctionFamilies: readonly Family[] = [sineZeros, cosineSquare, doubleAngle]
