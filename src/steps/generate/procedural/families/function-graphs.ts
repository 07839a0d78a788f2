import { integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** A rate that changes at a threshold. */
const twoRates: Family = defineFamily({
  id: 'cost-with-two-rates',
  knowledgePoints: ['piecewise-functions'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 3, maximum: 24, link: { kind: 'number' } },
    threshold: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    later: { minimum: 2, maximum: 18, link: { kind: 'number' } },
    amount: { minimum: 4, maximum: 40, link: { kind: 'number' } },
  },
  possible: ({ threshold, amount, first, later }) => amount > threshold && first !== later,
  nice: ({ first, threshold, later, amount }) =>
    later < first && first * threshold + later * (amount - threshold) <= 300,
  solve: ({ first, threshold, later, amount }) =>
    integerAnswer(first * threshold + later * (amount - threshold)),
  check: {
    method: 'simulation',
    accepts: ({ first, threshold, later, amount }, answer) => {
      let cost = 0
      for (let unit = 1; unit <= amount; unit++) cost += unit <= threshold ? first : later
      return numericValue(answer) === cost
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [service, unit] = story.pick([
        ['pedal boat', 'hour'],
        ['cargo bike', 'day'],
        ['conference room', 'hour'],
      ] as const)
      return {
        setup: `Renting a ${service} costs ${text.first} euros per ${unit} for the first ${text.threshold} ${unit}s and ${text.later} euros for each further ${unit}.`,
        ask: `How many euros does it cost to rent the ${service} for ${text.amount} ${unit}s?`,
        quantity: `the cost in euros of renting the ${service} for ${text.amount} ${unit}s`,
        steps: () => rateSteps(value, `${unit}s`, 'euros'),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      const limit = story.variable()
      return {
        setup: `Let $${limit} = ${math.threshold}$. A function satisfies $${f}(${x}) = ${math.first}${x}$ for $0 \\le ${x} \\le ${limit}$, and beyond $${limit}$ its graph goes on without a jump as a straight line with slope $${math.later}$.`,
        ask: `What is $${f}(${math.amount})$?`,
        quantity: `the value of $${f}(${math.amount})$`,
        constants: ['0'],
        steps: () => graphSteps(value, f, limit),
      }
    },
    ({ value, text, story }) => {
      const [work, things] = story.pick([
        ['picks', 'baskets of cherries'],
        ['repairs', 'garden chairs'],
        ['paints', 'fence posts'],
      ] as const)
      return {
        setup: `${story.hero.name} ${work} ${things} and is paid ${text.first} pesos for each of the first ${text.threshold} and ${text.later} pesos for each one after that. Today ${story.hero.name} ${work} ${text.amount} ${things}.`,
        ask: `How many pesos does ${story.hero.name} earn today?`,
        quantity: `the number of pesos that ${story.hero.name} earns today`,
        steps: () => rateSteps(value, things, 'pesos'),
      }
    },
  ],
})

interface TwoRates {
  readonly first: number
  readonly threshold: number
  readonly later: number
  readonly amount: number
}

function graphSteps(value: TwoRates, f: string, limit: string): readonly string[] {
  const { first, threshold, later, amount } = value
  const [a, b] = [first * threshold, later * (amount - threshold)]
  return [
    `The rule changes at $${limit} = ${threshold}$, where the value is ${first} × ${threshold} = ${computed(`${first}*${threshold}`, a)}.`,
    `From there to ${amount} are ${amount} - ${threshold} = ${computed(`${amount}-${threshold}`, amount - threshold)} units to the right, and with slope ${later} the graph rises by ${later} × ${amount - threshold} = ${computed(`${later}*${amount - threshold}`, b)}.`,
    `So $${f}(${amount})$ = ${a} + ${b} = ${computed(`${a}+${b}`, a + b)}.`,
  ]
}

function rateSteps(value: TwoRates, units: string, currency: string): readonly string[] {
  const { first, threshold, later, amount } = value
  const [a, b] = [first * threshold, later * (amount - threshold)]
  return [
    `The rate changes after ${threshold} ${units}. These come to ${first} × ${threshold} = ${computed(`${first}*${threshold}`, a)} ${currency}.`,
    `The other ${amount} - ${threshold} = ${computed(`${amount}-${threshold}`, amount - threshold)} come to ${later} × ${amount - threshold} = ${computed(`${later}*${amount - threshold}`, b)} ${currency}.`,
    `Together that is ${a} + ${b} = ${computed(`${a}+${b}`, a + b)} ${currency}.`,
  ]
}

/** Integers in the domain of √(a x − b) + √(c − x). */
const domainSize: Family = defineFamily({
  id: 'integers-in-a-domain',
  knowledgePoints: ['domain-and-range'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    less: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    high: { minimum: 6, maximum: 150, link: { kind: 'number' } },
  },
  possible: ({ factor, less, high }) => factor > 0 && factor * high > less,
  nice: ({ factor, less, high }) => high - Math.ceil(less / factor) >= 1,
  solve: ({ factor, less, high }) => integerAnswer(high - Math.ceil(less / factor) + 1),
  check: {
    method: 'brute force',
    accepts: ({ factor, less, high }, answer) => {
      let count = 0
      for (let x = -50; x <= 300; x++) {
        const value = Math.sqrt(factor * x - less) + Math.sqrt(high - x)
        if (!Number.isNaN(value)) count++
      }
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `Let $${f}(${x}) = \\sqrt{${math.factor}${x} - ${math.less}} + \\sqrt{${math.high} - ${x}}$.`,
        ask: `How many integers are in the domain of $${f}$?`,
        quantity: `the number of integers in the domain of $${f}$`,
        steps: () => domainSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const product = `$\\sqrt{${math.high} - ${x}} \\cdot \\sqrt{${math.factor}${x} - ${math.less}}$`
      return {
        setup: '',
        ask: `For how many integers $${x}$ are both roots in ${product} defined in the real numbers?`,
        quantity: `the number of integers $${x}$ for which both roots in ${product} are defined in the real numbers`,
        steps: () => domainSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `${story.hero.name} plots the points with integer first coordinate $${x}$ on the graph of $\\sqrt{${math.factor}${x} - ${math.less}} - \\sqrt{${math.high} - ${x}}$ wherever this expression is defined in the real numbers.`,
        ask: `How many points does ${story.hero.name} plot?`,
        quantity: `the number of points that ${story.hero.name} plots`,
        steps: () => domainSteps(value, x),
      }
    },
  ],
})

function domainSteps(
  { factor, less, high }: { factor: number; less: number; high: number },
  x: string,
): readonly string[] {
  const first = Math.ceil(less / factor)
  return [
    `What stands under a square root must not be negative, so $${factor}${x} \\ge ${less}$ and $${x} \\le ${high}$.`,
    `The smallest integer with $${factor}${x} \\ge ${less}$ is ${first}, because ${factor} × ${first} = ${computed(`${factor}*${first}`, factor * first)} reaches ${less} and ${factor} × ${first - 1} = ${computed(`${factor}*${first - 1}`, factor * (first - 1))} does not.`,
    `From ${first} to ${high} there are ${high} - ${first} + 1 = ${computed(`${high}-${first}+1`, high - first + 1)} integers.`,
  ]
}

/** ⌊a / b⌋ + ⌈c / d⌉. */
const floorAndCeiling: Family = defineFamily({
  id: 'floor-plus-ceiling',
  knowledgePoints: ['floor-and-ceiling-functions'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 10, maximum: 300, link: { kind: 'number' } },
    group: { minimum: 3, maximum: 12, link: { kind: 'number' } },
    second: { minimum: 10, maximum: 300, link: { kind: 'number' } },
    batch: { minimum: 3, maximum: 12, link: { kind: 'number' } },
  },
  possible: ({ first, group, second, batch }) => first > 0 && second > 0 && group > 1 && batch > 1,
  nice: ({ first, group, second, batch }) =>
    first % group !== 0 && second % batch !== 0 && first > group && second > batch,
  solve: ({ first, group, second, batch }) =>
    integerAnswer(Math.floor(first / group) + Math.ceil(second / batch)),
  check: {
    method: 'simulation',
    accepts: ({ first, group, second, batch }, answer) => {
      let count = 0
      for (let rest = first; rest >= group; rest -= group) count++
      for (let rest = second; rest > 0; rest -= batch) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the value of $\\left\\lfloor \\frac{${math.first}}{${math.group}} \\right\\rfloor + \\left\\lceil \\frac{${math.second}}{${math.batch}} \\right\\rceil$?`,
      quantity: `the value of $\\left\\lfloor \\frac{${math.first}}{${math.group}} \\right\\rfloor + \\left\\lceil \\frac{${math.second}}{${math.batch}} \\right\\rceil$`,
      steps: () => floorSteps(value),
    }),
    ({ value, text, story }) => {
      const [food, other] = story.pick([
        ['biscuits', 'bread rolls'],
        ['eggs', 'oranges'],
        ['candles', 'soaps'],
      ] as const)
      return {
        setup: `A shop fills as many packs of ${text.group} ${food} as possible from ${text.first} ${food} and sells only full packs. It also has ${text.second} ${other}, which are all put into bags of at most ${text.batch} ${other}, as few bags as possible.`,
        ask: `How many full packs and bags are there altogether?`,
        quantity: `the total number of full packs of ${food} and bags of ${other}`,
        steps: () => floorSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `Let $${x}$ be the greatest integer that is at most $\\frac{${math.first}}{${math.group}}$, and let $${y}$ be the least integer that is at least $\\frac{${math.second}}{${math.batch}}$.`,
        ask: `Find $${x} + ${y}$.`,
        quantity: `the value of $${x} + ${y}$`,
        steps: () => floorSteps(value),
      }
    },
  ],
})

function floorSteps(value: {
  first: number
  group: number
  second: number
  batch: number
}): readonly string[] {
  const { first, group, second, batch } = value
  const [a, b] = [Math.floor(first / group), Math.ceil(second / batch)]
  return [
    `The floor rounds down: ${group} × ${a} = ${computed(`${group}*${a}`, group * a)} is the largest multiple of ${group} that is at most ${first}, so the floor is ${a}.`,
    `The ceiling rounds up: ${batch} × ${b} = ${computed(`${batch}*${b}`, batch * b)} is the smallest multiple of ${batch} that is at least ${second}, so the ceiling is ${b}.`,
    `The total is ${a} + ${b} = ${computed(`${a}+${b}`, a + b)}.`,
  ]
}

export const functionGraphFamilies: readonly Family[] = [twoRates, domainSize, floorAndCeiling]
