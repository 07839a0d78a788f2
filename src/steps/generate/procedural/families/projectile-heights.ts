import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Top height of a throw. */
const throwHeight: Family = defineFamily({
  id: 'greatest-height-of-a-throw',
  knowledgePoints: ['projectile-height'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    speed: { minimum: 10, maximum: 60, step: 10, link: { kind: 'number' } },
    start: { minimum: 2, maximum: 90, link: { kind: 'number' } },
  },
  possible: ({ speed, start }) => speed > 0 && start >= 0,
  nice: ({ speed, start }) => speed % 10 === 0 && start + (speed * speed) / 20 <= 260,
  solve: ({ speed, start }) => fractionAnswer(speed * speed + 20 * start, 20),
  check: {
    method: 'numeric',
    accepts: ({ speed, start }, answer) => {
      let best = 0
      for (let tick = 0; tick <= 10_000; tick++) {
        const t = tick / 1000
        best = Math.max(best, start + speed * t - 5 * t * t)
      }
      return Math.abs(best - numericValue(answer)) < 1e-3
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const t = story.variable()
      const thing = story.pick(['ball', 'model rocket', 'firework', 'stone'])
      return {
        setup: `A ${thing} is launched straight up, and after $${t}$ seconds its height in metres is $${math.start} + ${math.speed}${t} - 5${t}^2$.`,
        ask: `What is the greatest height of the ${thing} in metres?`,
        quantity: `the greatest height of the ${thing} in metres`,
        constants: ['5', '2'],
        steps: () => throwSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const t = story.variable()
      const f = story.functionName()
      const place = story.pick(['cliff', 'tower', 'bridge'])
      return {
        setup: `From a ${place} ${text.start} metres above a lake, ${story.hero.name} shoots an arrow straight up. Its height above the lake after $${t}$ seconds is $${f}(${t}) = ${f}(0) + ${math.speed}${t} - 5${t}^2$ metres.`,
        ask: `How many metres above the lake is the highest point of the arrow?`,
        quantity: `the height in metres of the arrow’s highest point above the lake`,
        constants: ['0', '5', '2'],
        steps: () => throwSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['signal flare', 'tennis ball', 'toy rocket'])
      return {
        setup: `At the start of a measurement, a ${thing} is ${text.start} metres above the ground and moves upwards at ${text.speed} metres per second. Its height changes by this speed times the time in seconds, minus five times the square of the time.`,
        ask: `What greatest height in metres does it reach?`,
        quantity: `the greatest height in metres that the ${thing} reaches`,
        steps: () => throwSteps(value),
      }
    },
  ],
})

function throwSteps({ speed, start }: { speed: number; start: number }): readonly string[] {
  const time = speed / 10
  const gain = speed * time - 5 * time * time
  return [
    `The height is a quadratic function of the time whose graph opens downwards, so its greatest value is at the vertex.`,
    `The vertex is at the time (in seconds) ${speed} ÷ (2 × 5) = ${computed(`${speed}/(2*5)`, time)}.`,
    `By then the height has grown by $${speed} \\cdot ${time} - 5 \\cdot ${time}^2$ = ${computed(`${speed}*${time}-5*${time}^2`, gain)} metres, so it is ${start} + ${gain} = ${computed(`${start}+${gain}`, start + gain)} metres.`,
  ]
}

export const projectileHeightFamilies: readonly Family[] = [throwHeight]
