import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { greatestCommonDivisor } from './whole-numbers.ts'
import { centimetres, lengthGiven, pureNumber, triangleNames, whole } from './spatial-quantities.ts'

/** Opposite side from a sine and the hypotenuse. */
const oppositeSide: Family = defineFamily({
  id: 'opposite-side-from-sine',
  knowledgePoints: ['sine-cosine-tangent-ratios'],
  level: 1,
  result: centimetres,
  givens: { top: whole(2, 20), bottom: whole(3, 25), hypotenuse: lengthGiven(6, 150) },
  sample: (random, fixed) => {
    const bottom = fixed.bottom ?? random.integer(3, fixed.hypotenuse === undefined ? 25 : 12)
    const top = fixed.top ?? random.integer(2, Math.max(2, Math.min(20, bottom - 1)))
    return { top, bottom, hypotenuse: fixed.hypotenuse ?? bottom * random.integer(2, 8) }
  },
  possible: ({ top, bottom, hypotenuse }) => top > 0 && top < bottom && hypotenuse > 0,
  nice: ({ top, bottom, hypotenuse }) =>
    (hypotenuse * top) % bottom === 0 && greatestCommonDivisor(top, bottom) === 1,
  solve: ({ top, bottom, hypotenuse }) => fractionAnswer(hypotenuse * top, bottom),
  check: {
    method: 'inverse',
    accepts: ({ top, bottom, hypotenuse }, answer) =>
      Math.abs(Math.asin(numericValue(answer) / hypotenuse) - Math.asin(top / bottom)) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const [A, B, C] = story.letters(triangleNames)
      return {
        setup: `Triangle $${A}${B}${C}$ has a right angle at $${C}$, its hypotenuse $${A}${B}$ is $${math.hypotenuse}$ cm long, and $\\sin ${A} = \\frac{${math.top}}{${math.bottom}}$.`,
        ask: `What is the length of $${B}${C}$ in centimetres?`,
        quantity: `the length of $${B}${C}$ in centimetres`,
        steps: () => sineSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const thing = story.pick(['plank', 'board', 'stick', 'rod'])
      return {
        setup: `A straight ${thing} that is ${text.hypotenuse} cm long leans against a wall. The sine of its angle with the level floor is $\\frac{${math.top}}{${math.bottom}}$.`,
        ask: `How many centimetres above the floor is the upper end of the ${thing}?`,
        quantity: `the height in centimetres of the upper end of the ${thing}`,
        steps: () => sineSteps(value),
      }
    },
    ({ value, text, math }) => ({
      setup: `The hypotenuse of a right triangle is ${text.hypotenuse} cm long, and the cosine of one of its acute angles is $\\frac{${math.top}}{${math.bottom}}$.`,
      ask: `Find the length in centimetres of the leg adjacent to this angle.`,
      quantity: `the length in centimetres of the leg adjacent to this acute angle`,
      steps: () => [
        `The cosine of an acute angle in a right triangle is the leg adjacent to the angle divided by the hypotenuse.`,
        `The leg is ${value.hypotenuse} × ${value.top} ÷ ${value.bottom} = ${computed(`${value.hypotenuse}*${value.top}/${value.bottom}`, (value.hypotenuse * value.top) / value.bottom)} cm.`,
      ],
    }),
  ],
})

function sineSteps({
  top,
  bottom,
  hypotenuse,
}: {
  top: number
  bottom: number
  hypotenuse: number
}): readonly string[] {
  return [
    `The sine of an acute angle in a right triangle is the opposite leg divided by the hypotenuse.`,
    `The opposite leg is ${hypotenuse} × ${top} ÷ ${bottom} = ${computed(`${hypotenuse}*${top}/${bottom}`, (hypotenuse * top) / bottom)} cm.`,
  ]
}

/** A sum of special values. */
const specialValues: Family = defineFamily({
  id: 'expression-of-special-angle-values',
  knowledgePoints: ['special-angle-values'],
  level: 1,
  result: pureNumber,
  givens: { half: whole(2, 90), one: whole(2, 60) },
  possible: ({ half, one }) => half > 0 && one > 0,
  nice: ({ half }) => half % 2 === 0,
  solve: ({ half, one }) => fractionAnswer(half + 2 * one, 2),
  check: {
    method: 'numeric',
    accepts: ({ half, one }, answer) =>
      Math.abs(half * Math.sin(Math.PI / 6) + one * Math.tan(Math.PI / 4) - numericValue(answer)) < 1e-9,
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the value of $${math.half} \\sin 30^\\circ + ${math.one} \\tan 45^\\circ$?`,
      quantity: `the value of $${math.half} \\sin 30^\\circ + ${math.one} \\tan 45^\\circ$`,
      constants: ['30', '45'],
      steps: () => specialSteps(value.half, value.one),
    }),
    ({ value, math }) => ({
      setup: '',
      ask: `Evaluate $${math.half} \\cos\\frac{\\pi}{3} + ${math.one} \\tan\\frac{\\pi}{4}$.`,
      quantity: `the value of $${math.half} \\cos\\frac{\\pi}{3} + ${math.one} \\tan\\frac{\\pi}{4}$`,
      constants: ['3', '4'],
      steps: () => specialSteps(value.half, value.one),
    }),
    ({ value, text, story }) => {
      const road = story.pick(['A cable car', 'A hiker’s path', 'A mountain railway'])
      return {
        setup: `${road} first goes ${text.half} metres along a straight slope that rises at $30^\\circ$, and then climbs a slope of $45^\\circ$ until it has moved ${text.one} metres further in the horizontal direction.`,
        ask: `How many metres does it gain in height altogether?`,
        quantity: `the total gain in height in metres of ${road.replace('A ', 'the ')}`,
        constants: ['30', '45'],
        steps: () => [
          `On the first slope the height is the length times the sine of the angle, on the second it is the horizontal distance times the tangent of the angle.`,
          ...specialSteps(value.half, value.one),
        ],
      }
    },
  ],
})

function specialSteps(half: number, one: number): readonly string[] {
  return [
    `The sine of 30 degrees and the cosine of 60 degrees are one half, and the tangent of 45 degrees is one.`,
    `So the value is ${half} × 1/2 + ${one} × 1 = ${computed(`${half}*1/2+${one}*1`, half / 2 + one)}.`,
  ]
}

export const trigonometricRatioFamilies: readonly Family[] = [oppositeSide, specialValues]
