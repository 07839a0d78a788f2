import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { greatestCommonDivisor } from './whole-numbers.ts'
import { angleGiven, degrees, pureNumber, whole } from './spatial-quantities.ts'

/** Radians to degrees. */
const radians: Family = defineFamily({
  id: 'radians-in-degrees',
  knowledgePoints: ['radian-measure'],
  level: 1,
  result: degrees,
  givens: { times: whole(2, 12), parts: whole(3, 60) },
  sample: (random, fixed) => {
    const times = fixed.times ?? random.integer(2, 12)
    const fitting = [3, 4, 5, 6, 9, 10, 12, 15, 18, 20, 30, 36, 45, 60].filter(
      (divisor) => greatestCommonDivisor(times, divisor) === 1 && times < 2 * divisor,
    )
    return fitting.length === 0 ? undefined : { times, parts: fixed.parts ?? random.pick(fitting) }
  },
  possible: ({ times, parts }) => times > 0 && parts > 0,
  nice: ({ times, parts }) =>
    (180 * times) % parts === 0 && times < 2 * parts && greatestCommonDivisor(times, parts) === 1,
  solve: ({ times, parts }) => fractionAnswer(180 * times, parts),
  check: {
    method: 'inverse',
    accepts: ({ times, parts }, answer) =>
      Math.abs((numericValue(answer) / 180) * Math.PI - (times * Math.PI) / parts) < 1e-9,
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many degrees is an angle of $\\frac{${math.times}\\pi}{${math.parts}}$ radians?`,
      quantity: `the number of degrees in an angle of $\\frac{${math.times}\\pi}{${math.parts}}$ radians`,
      steps: () => radianSteps(value.times, value.parts),
    }),
    ({ value, math, story }) => {
      const thing = story.pick(['camera', 'searchlight', 'robot arm', 'satellite dish'])
      return {
        setup: `The control software of a ${thing} reports that the ${thing} has turned by $\\frac{${math.times}\\pi}{${math.parts}}$ radians.`,
        ask: `What is this angle in degrees?`,
        quantity: `the angle in degrees by which the ${thing} has turned`,
        steps: () => radianSteps(value.times, value.parts),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The angle $${x}$ has the radian measure $\\frac{${math.times}\\pi}{${math.parts}}$.`,
        ask: `Convert $${x}$ to degrees.`,
        quantity: `the measure of $${x}$ in degrees`,
        steps: () => radianSteps(value.times, value.parts),
      }
    },
  ],
})

function radianSteps(times: number, parts: number): readonly string[] {
  return [
    `An angle of $\\pi$ radians is half a turn, which is 180 degrees.`,
    `So the angle measures 180 × ${times} ÷ ${parts} = ${computed(`180*${times}/${parts}`, (180 * times) / parts)} degrees.`,
  ]
}

/** Degrees as a multiple of a small part of π. */
const degreesToRadians: Family = defineFamily({
  id: 'degrees-in-radians',
  knowledgePoints: ['radian-measure'],
  level: 1,
  result: pureNumber,
  givens: { angle: angleGiven(10, 350), parts: whole(2, 90) },
  sample: (random, fixed) => {
    const parts = fixed.parts ?? random.pick([3, 4, 5, 6, 9, 10, 12, 15, 18, 20, 30, 36, 45, 60, 90])
    return { parts, angle: fixed.angle ?? (180 / greatestCommonDivisor(180, parts)) * random.integer(1, 40) }
  },
  possible: ({ angle, parts }) => angle > 0 && parts > 0,
  nice: ({ angle, parts }) => (angle * parts) % 180 === 0 && angle * parts > 180,
  solve: ({ angle, parts }) => fractionAnswer(angle * parts, 180),
  check: {
    method: 'inverse',
    accepts: ({ angle, parts }, answer) =>
      Math.abs((numericValue(answer) * Math.PI) / parts - (angle / 360) * 2 * Math.PI) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `In radians, an angle of $${math.angle}^\\circ$ has the measure $\\frac{${x}\\pi}{${math.parts}}$.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => degreeSteps(value.angle, value.parts),
      }
    },
    ({ value, text, math, story }) => {
      const x = story.variable()
      const thing = story.pick(['turntable', 'steering wheel', 'telescope', 'crane'])
      return {
        setup: `A program that works in radians turns a ${thing} by ${text.angle} degrees. It does so in equal steps of $\\frac{\\pi}{${math.parts}}$ radians and needs $${x}$ of them.`,
        ask: `Find $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => degreeSteps(value.angle, value.parts),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `How many times as large as an angle of $\\frac{\\pi}{${math.parts}}$ radians is an angle of $${math.angle}^\\circ$?`,
      quantity: `the ratio of an angle of $${math.angle}^\\circ$ to an angle of $\\frac{\\pi}{${math.parts}}$ radians`,
      steps: () => degreeSteps(value.angle, value.parts),
    }),
  ],
})

function degreeSteps(angle: number, parts: number): readonly string[] {
  return [
    `An angle of $\\pi$ radians has 180 degrees, so the angle is ${angle}/180 of $\\pi$ radians.`,
    `Measured in multiples of $\\frac{\\pi}{${parts}}$, that is ${angle} × ${parts} ÷ 180 = ${computed(`${angle}*${parts}/180`, (angle * parts) / 180)}.`,
  ]
}

export const radianMeasureFamilies: readonly Family[] = [radians, degreesToRadians]
