import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Growth by a whole factor per period. */
const repeatedGrowth: Family = defineFamily({
  id: 'growth-by-a-factor',
  knowledgePoints: ['exponential-growth-and-decay'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    start: { minimum: 2, maximum: 80, link: { kind: 'number' } },
    factor: { minimum: 2, maximum: 5, link: { kind: 'number' } },
    period: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    time: { minimum: 4, maximum: 60 },
  },
  sample: (random, fixed) => {
    const period = fixed.period ?? random.integer(2, 8)
    return {
      period,
      start: fixed.start ?? random.integer(2, 40),
      factor: fixed.factor ?? random.integer(2, 4),
      time: period * random.integer(2, 5),
    }
  },
  possible: ({ start, factor, period, time }) => start > 0 && factor > 1 && period > 0 && time % period === 0,
  nice: ({ start, factor, period, time }) => start * factor ** (time / period) <= 1500,
  solve: ({ start, factor, period, time }) => integerAnswer(start * factor ** (time / period)),
  check: {
    method: 'simulation',
    accepts: ({ start, factor, period, time }, answer) => {
      let amount = start
      for (let moment = 1; moment <= time; moment++) if (moment % period === 0) amount *= factor
      return numericValue(answer) === amount
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [things, unit] = story.pick([
        ['bacteria', 'hours'],
        ['duckweed plants', 'days'],
        ['fruit flies', 'days'],
        ['yeast cells', 'hours'],
      ] as const)
      return {
        setup: `A population of ${things} is multiplied by ${text.factor} every ${text.period} ${unit}. At the beginning there are ${text.start} ${things}.`,
        ask: `How many ${things} are there after ${text.time} ${unit}?`,
        quantity: `the number of ${things} after ${text.time} ${unit}`,
        steps: () => growthSteps(value),
      }
    },
    ({ value, text, story }) => {
      const news = story.pick(['rumour', 'song', 'joke'])
      return {
        setup: `At first ${text.start} people know a ${news}. Every ${text.period} days, the number of people who know it is multiplied by ${text.factor}.`,
        ask: `How many people know the ${news} after ${text.time} days?`,
        quantity: `the number of people who know the ${news} after ${text.time} days`,
        steps: () => growthSteps(value),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const t = story.variable()
      return {
        setup: `A quantity is described by $${f}(${t}) = ${math.start} \\cdot ${math.factor}^{${t} / ${math.period}}$, where $${t}$ is the time in minutes.`,
        ask: `What is the value of the quantity at time $${t} = ${math.time}$?`,
        quantity: `the value of the quantity at time $${t} = ${math.time}$`,
        steps: () => growthSteps(value),
      }
    },
  ],
})

function growthSteps(value: {
  start: number
  factor: number
  period: number
  time: number
}): readonly string[] {
  const { start, factor, period, time } = value
  const periods = time / period
  return [
    `Count how often the amount is multiplied: ${time} ÷ ${period} = ${computed(`${time}/${period}`, periods)}.`,
    `Each time the factor is ${factor}, so altogether it is $${factor}^{${periods}}$ = ${computed(`${factor}^${periods}`, factor ** periods)}.`,
    `The final amount is ${start} × ${factor ** periods} = ${computed(`${start}*${factor ** periods}`, start * factor ** periods)}.`,
  ]
}

/** What is left after halving again and again. */
const halving: Family = defineFamily({
  id: 'amount-before-halvings',
  knowledgePoints: ['exponential-growth-and-decay'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    left: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    halfLife: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    time: { minimum: 4, maximum: 75 },
  },
  sample: (random, fixed) => {
    const halfLife = fixed.halfLife ?? random.integer(2, 12)
    return { halfLife, left: fixed.left ?? random.integer(2, 40), time: halfLife * random.integer(2, 5) }
  },
  possible: ({ left, halfLife, time }) => left > 0 && halfLife > 0 && time % halfLife === 0,
  nice: ({ left, halfLife, time }) => left * 2 ** (time / halfLife) <= 1600,
  solve: ({ left, halfLife, time }) => fractionAnswer(left * 2 ** (time / halfLife), 1),
  check: {
    method: 'inverse',
    accepts: ({ left, halfLife, time }, answer) => {
      let amount = numericValue(answer)
      for (let passed = halfLife; passed <= time; passed += halfLife) amount /= 2
      return amount === left
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const substance = story.pick(['radioactive tracer', 'medicine', 'dye'])
      return {
        setup: `The amount of a ${substance} in a sample halves every ${text.halfLife} hours. After ${text.time} hours, ${text.left} milligrams are left.`,
        ask: `How many milligrams were there at the beginning?`,
        quantity: `the number of milligrams of the ${substance} at the beginning`,
        steps: () => halvingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const event = story.pick(['dance contest', 'memory tournament', 'spelling contest'])
      return {
        setup: `In a ${event}, half of the remaining people drop out every ${text.halfLife} minutes. After ${text.time} minutes, ${text.left} people are left.`,
        ask: `How many people took part at the start?`,
        quantity: `the number of people who took part in the ${event} at the start`,
        steps: () => halvingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const t = story.variable()
      return {
        setup: `A quantity decays exponentially with a half-life of ${text.halfLife} days, and on day ${text.time} its value is ${text.left}. Its value on day zero is $${t}$.`,
        ask: `Find $${t}$.`,
        quantity: `the value $${t}$ of the quantity on day zero`,
        steps: () => halvingSteps(value),
      }
    },
  ],
})

function halvingSteps(value: { left: number; halfLife: number; time: number }): readonly string[] {
  const { left, halfLife, time } = value
  const times = time / halfLife
  return [
    `The number of halvings is ${time} ÷ ${halfLife} = ${computed(`${time}/${halfLife}`, times)}.`,
    `Going back in time doubles the amount each time, so altogether it is multiplied by $2^{${times}}$ = ${computed(`2^${times}`, 2 ** times)}.`,
    `So the amount at the start was ${left} × ${2 ** times} = ${computed(`${left}*${2 ** times}`, left * 2 ** times)}.`,
  ]
}

export const growthAndDecayFamilies: readonly Family[] = [repeatedGrowth, halving]
