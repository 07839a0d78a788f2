import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** (x^a)^b / x^c. */
const simplifiedExponent: Family = defineFamily({
  id: 'exponent-after-simplifying',
  knowledgePoints: ['laws-of-exponents'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    inner: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    outer: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    below: { minimum: 2, maximum: 60, link: { kind: 'number' } },
  },
  possible: ({ inner, outer, below }) => inner * outer > below,
  nice: ({ inner, outer, below }) => inner * outer - below >= 2,
  solve: ({ inner, outer, below }) => integerAnswer(inner * outer - below),
  check: {
    method: 'brute force',
    // Count the factors of two in the actual number.
    accepts: ({ inner, outer, below }, answer) => {
      let rest = (2n ** BigInt(inner)) ** BigInt(outer) / 2n ** BigInt(below)
      let count = 0
      while (rest % 2n === 0n) {
        rest /= 2n
        count++
      }
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const power = `$\\frac{(${x}^{${math.inner}})^{${math.outer}}}{${x}^{${math.below}}}$`
      return {
        setup: '',
        ask: `What is the exponent of $${x}$ when ${power} is simplified to a single power of $${x}$?`,
        quantity: `the exponent of $${x}$ when ${power} is simplified to a single power of $${x}$`,
        steps: () => exponentSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const t = story.variable()
      return {
        setup: `For every positive number $${x}$ we have $${x}^{${t}} \\cdot ${x}^{${math.below}} = (${x}^{${math.inner}})^{${math.outer}}$.`,
        ask: `What is the value of $${t}$?`,
        quantity: `the value of $${t}$`,
        steps: () => exponentSteps(value),
      }
    },
    ({ value, text, story }) => {
      const culture = story.pick(['bacteria', 'yeast cells', 'algae'])
      return {
        setup: `A colony of ${culture} doubles ${text.inner} times in each of ${text.outer} phases. Then the colony is halved ${text.below} times.`,
        ask: `By which power of two has the number of ${culture} been multiplied in the end, given as its exponent?`,
        quantity: `the exponent of the power of two by which the number of ${culture} has been multiplied in the end`,
        steps: () => exponentSteps(value),
      }
    },
  ],
})

function exponentSteps({
  inner,
  outer,
  below,
}: {
  inner: number
  outer: number
  below: number
}): readonly string[] {
  return [
    `A power of a power multiplies the exponents: ${inner} × ${outer} = ${computed(`${inner}*${outer}`, inner * outer)}.`,
    `Dividing powers with the same base subtracts the exponents: ${inner * outer} - ${below} = ${computed(`${inner * outer}-${below}`, inner * outer - below)}.`,
    `So a single power with exponent ${inner * outer - below} remains.`,
  ]
}

/** 2^(x + a) = (2^b)^c. */
const equalPowers: Family = defineFamily({
  id: 'equation-between-powers-of-two',
  knowledgePoints: ['laws-of-exponents', 'exponential-equations'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    added: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    inner: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    outer: { minimum: 2, maximum: 15, link: { kind: 'number' } },
  },
  possible: ({ added, inner, outer }) => inner * outer > added,
  solve: ({ added, inner, outer }) => integerAnswer(inner * outer - added),
  check: {
    method: 'inverse',
    accepts: ({ added, inner, outer }, answer) => {
      const x = integerValue(answer)
      return (
        x !== undefined &&
        x >= 0 &&
        2n ** BigInt(x) * 2n ** BigInt(added) === (2n ** BigInt(inner)) ** BigInt(outer)
      )
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$2^{${x}} \\cdot 2^{${math.added}} = (2^{${math.inner}})^{${math.outer}}$`
      return {
        setup: '',
        ask: `Find the value of $${x}$ for which ${equation}.`,
        quantity: `the value of $${x}$ for which ${equation}`,
        constants: ['2', '2', '2'],
        steps: () => equalSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The number $${x}$ satisfies $3^{${x} + ${math.added}} = (3^{${math.outer}})^{${math.inner}}$.`,
        ask: `What is $${x}$?`,
        quantity: `the value of $${x}$`,
        constants: ['3', '3'],
        steps: () => equalSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['a theatre', 'a power station', 'a model railway'])
      return {
        setup: `The control room of ${place} has ${text.outer} panels with ${text.inner} on-off switches each. A spare board has only ${text.added} on-off switches.`,
        ask: `How many switches must be added to the spare board so that it has as many different settings as all the panels together?`,
        quantity: `the number of switches to be added to the spare board so that it has as many different settings as all the panels together`,
        steps: () => [
          `Each switch doubles the number of settings, so the numbers of settings are powers of two.`,
          ...equalSteps(value, story.variable()),
        ],
      }
    },
  ],
})

function equalSteps(
  { added, inner, outer }: { added: number; inner: number; outer: number },
  x: string,
): readonly string[] {
  return [
    `Write both sides as powers of the same base: on one side the exponents add to $${x} + ${added}$.`,
    `On the other side the exponents multiply: ${inner} × ${outer} = ${computed(`${inner}*${outer}`, inner * outer)}.`,
    `Powers of the same base are equal when the exponents are, so $${x}$ = ${inner * outer} - ${added} = ${computed(`${inner * outer}-${added}`, inner * outer - added)}.`,
  ]
}

/** p^(x − a) = q^c with q a power of p. */
const sameBase: Family = defineFamily({
  id: 'exponential-equation-with-related-bases',
  knowledgePoints: ['exponential-equations'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    base: { minimum: 2, maximum: 30 },
    less: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    other: { minimum: 2, maximum: 81 },
    power: { minimum: 2, maximum: 40, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const [base, other] = random.pick([
      [2, 4],
      [2, 8],
      [2, 16],
      [3, 9],
      [3, 27],
      [4, 16],
      [4, 64],
      [5, 25],
    ] as const)
    return {
      base,
      other,
      less: fixed.less ?? random.integer(2, 30),
      power: fixed.power ?? random.integer(2, 20),
    }
  },
  possible: ({ base, other }) => logarithmOf(other, base) !== undefined,
  solve: ({ base, less, other, power }) => integerAnswer(less + power * (logarithmOf(other, base) ?? 0)),
  check: {
    method: 'inverse',
    accepts: ({ base, less, other, power }, answer) => {
      const x = integerValue(answer)
      return (
        x !== undefined && x >= less && BigInt(base) ** BigInt(x - less) === BigInt(other) ** BigInt(power)
      )
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$${math.base}^{${x} - ${math.less}} = ${math.other}^{${math.power}}$`
      return {
        setup: '',
        ask: `Solve the equation ${equation} for $${x}$.`,
        quantity: `the solution $${x}$ of ${equation}`,
        steps: () => sameBaseSteps(value, x),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} raises ${text.base} to an exponent that is ${text.less} less than a secret number. The result is equal to ${text.other} raised to the power ${text.power}.`,
      ask: `What is the secret number?`,
      quantity: `${story.hero.name}’s secret number`,
      steps: () => sameBaseSteps(value, story.variable()),
    }),
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `Let $${f}(${x}) = ${math.base}^{${x} - ${math.less}}$.`,
        ask: `At which $${x}$ does $${f}$ take the value $${math.other}^{${math.power}}$?`,
        quantity: `the number $${x}$ at which $${f}$ takes the value $${math.other}^{${math.power}}$`,
        steps: () => sameBaseSteps(value, x),
      }
    },
  ],
})

/** The positive integer k with base^k = number, if there is one. */
function logarithmOf(number: number, base: number): number | undefined {
  let exponent = 0
  let power = 1
  while (power < number) {
    power *= base
    exponent++
  }
  return power === number && exponent > 0 ? exponent : undefined
}

function sameBaseSteps(
  { base, less, other, power }: { base: number; less: number; other: number; power: number },
  x: string,
): readonly string[] {
  const exponent = logarithmOf(other, base) ?? 0
  return [
    `Write both sides with the base ${base}: ${other} is ${base}^${exponent} = ${computed(`${base}^${exponent}`, other)}.`,
    `Then the right side has the exponent ${exponent} × ${power} = ${computed(`${exponent}*${power}`, exponent * power)}.`,
    `Equal powers have equal exponents: $${x} - ${less} = ${exponent * power}$, so $${x}$ = ${exponent * power} + ${less} = ${computed(`${exponent * power}+${less}`, exponent * power + less)}.`,
  ]
}

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
        setup: `At first ${text.start} people know a ${news}. After every ${text.period} days, the number of people who know it is ${text.factor} times as large as before.`,
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
    `Count the periods: ${time} ÷ ${period} = ${computed(`${time}/${period}`, periods)}.`,
    `In each period the amount is multiplied by ${factor}, so altogether by ${factor}^${periods} = ${computed(`${factor}^${periods}`, factor ** periods)}.`,
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
      const substance = story.pick(['radioactive tracer', 'medicine in the blood', 'dye in a lake'])
      return {
        setup: `The amount of a ${substance} halves every ${text.halfLife} hours. After ${text.time} hours, ${text.left} milligrams are left.`,
        ask: `How many milligrams were there at the beginning?`,
        quantity: `the number of milligrams of the ${substance} at the beginning`,
        steps: () => halvingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const event = story.pick(['a knockout dance contest', 'a memory tournament', 'a spelling contest'])
      return {
        setup: `In ${event}, half of the people still in it drop out every ${text.halfLife} minutes. After ${text.time} minutes, ${text.left} people are left.`,
        ask: `How many people took part at the start?`,
        quantity: `the number of people who took part in ${event} at the start`,
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
    `Going back in time doubles the amount each time, so altogether it is multiplied by 2^${times} = ${computed(`2^${times}`, 2 ** times)}.`,
    `At the start there were ${left} × ${2 ** times} = ${computed(`${left}*${2 ** times}`, left * 2 ** times)}.`,
  ]
}

export const exponentFamilies: readonly Family[] = [
  simplifiedExponent,
  equalPowers,
  sameBase,
  repeatedGrowth,
  halving,
]
