import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits } from './everyday-text.ts'

/** A common factor taken out. */
const commonFactor: Family = defineFamily({
  id: 'common-factor-grouping',
  knowledgePoints: ['distributive-grouping'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 3, maximum: 89 },
    second: { minimum: 3, maximum: 89 },
    common: { minimum: 3, maximum: 60, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const first = random.integer(3, 89)
    const second = random.pick([20, 30, 40, 50, 100]) - first
    return { first, second, common: fixed.common ?? random.integer(3, 60) }
  },
  possible: () => true,
  // The sum in the bracket is round: that is the point of grouping.
  nice: ({ first, second }) =>
    [20, 30, 40, 50, 100].includes(first + second) && first % 10 !== 0 && first !== second,
  solve: ({ first, second, common }) => integerAnswer((first + second) * common),
  check: {
    method: 'brute force',
    accepts: ({ first, second, common }, answer) => {
      let total = 0
      for (let time = 0; time < first; time++) total += common
      for (let time = 0; time < second; time++) total += common
      return isFraction(answer, total)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: '',
        ask: `What is the value of $${math.first}${x} + ${math.second}${x}$ for $${x} = ${math.common}$?`,
        quantity: `the value of $${math.first}${x} + ${math.second}${x}$ for $${x} = ${math.common}$`,
        steps: () => groupingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['chairs', 'benches', 'deckchairs'])
      return {
        setup: `For a concert, ${text.first} rows of ${things} are set up in a hall and ${text.second} rows on a terrace. Every row has ${text.common} ${things}.`,
        ask: `How many ${things} are set up altogether?`,
        quantity: `the number of ${things} that are set up altogether`,
        steps: () => groupingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} multiplies the number ${text.common} first by ${text.first} and then, separately, by ${text.second}.`,
        ask: `What is the sum of the two products?`,
        quantity: `the sum of the two products that ${name} calculates`,
        steps: () => groupingSteps(value),
      }
    },
  ],
})

function groupingSteps({
  first,
  second,
  common,
}: {
  readonly first: number
  readonly second: number
  readonly common: number
}): readonly string[] {
  const sum = first + second
  return [
    `Both products have the factor ${common}, so take it out: ${first} · ${common} + ${second} · ${common} = (${first} + ${second}) · ${common}.`,
    `The bracket is ${first} + ${second} = <<${first}+${second}=${sum}>>${sum}.`,
    `${sum} × ${common} = <<${sum}*${common}=${sum * common}>>${sum * common}.`,
  ]
}

/** Terms that cancel in a sum of fractions. */
const cancellingSum: Family = defineFamily({
  id: 'cancelling-fraction-sum',
  knowledgePoints: ['telescoping-sums'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    scale: { minimum: 6, maximum: 720, link: { kind: 'number' } },
    from: { minimum: 2, maximum: 12 },
    to: { minimum: 5, maximum: 120 },
  },
  sample: (random, fixed) => {
    const from = random.integer(2, 8)
    const to = from * random.integer(2, 9) - 1
    return { from, to, scale: fixed.scale ?? (to + 1) * random.integer(1, 12) }
  },
  possible: ({ from, to }) => to > from,
  nice: ({ scale, from, to }) =>
    (scale * (to + 1 - from)) % (from * (to + 1)) === 0 &&
    to >= from + 3 &&
    scale * (to + 1 - from) >= 2 * from * (to + 1),
  solve: ({ scale, from, to }) => fractionAnswer(scale * (to + 1 - from), from * (to + 1)),
  check: {
    method: 'numeric',
    accepts: ({ scale, from, to }, answer) => {
      let total = 0
      for (let index = from; index <= to; index++) total += scale / (index * (index + 1))
      return Math.abs(numericValue(answer) - total) < 1e-7
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const k = story.variable()
      const sum = `$\\sum_{${k}=${math.from}}^{${math.to}} \\frac{${math.scale}}{${k}(${k}+1)}$`
      return {
        setup: '',
        ask: `What is the value of ${sum}?`,
        quantity: `the value of ${sum}`,
        constants: ['1'],
        steps: () => cancellingSteps(value, k),
      }
    },
    ({ value, text, math, story }) => {
      const k = story.variable()
      const robot = story.pick(['robot', 'toy car', 'snail'])
      return {
        setup: `In minute number $${k}$ a ${robot} crawls $\\frac{${math.scale}}{${k}(${k}+1)}$ centimetres.`,
        ask: `How many centimetres does the ${robot} crawl from the beginning of minute number ${text.from} to the end of minute number ${text.to}?`,
        quantity: `the distance in centimetres that the ${robot} crawls from the beginning of minute number ${text.from} to the end of minute number ${text.to}`,
        constants: ['1'],
        steps: () => cancellingSteps(value, k),
      }
    },
    ({ value, text, math, story }) => {
      const k = story.variable()
      return {
        setup: `For every positive integer $${k}$, term number $${k}$ of a falling sequence is $\\frac{${math.scale}}{${k}(${k}+1)}$.`,
        ask: `Find the sum of the terms from number ${text.from} to number ${text.to}.`,
        quantity: `the sum of the terms of the falling sequence from number ${text.from} to number ${text.to}`,
        constants: ['1'],
        steps: () => cancellingSteps(value, k),
      }
    },
  ],
})

function cancellingSteps(
  { scale, from, to }: { readonly scale: number; readonly from: number; readonly to: number },
  k: string,
): readonly string[] {
  const rest = digits(to + 1 - from, from * (to + 1))
  const total = digits(scale * (to + 1 - from), from * (to + 1))
  return [
    `Split each term: $\\frac{1}{${k}(${k}+1)} = \\frac{1}{${k}} - \\frac{1}{${k}+1}$. In the sum every fraction but the first and the last cancels.`,
    `What remains is 1/${from} - 1/${to + 1} = <<1/${from}-1/${to + 1}=${rest.replace(/[()]/g, '')}>>${rest.replace(/[()]/g, '')}.`,
    `Times ${scale}: ${scale} × ${rest} = <<${scale}*${rest}=${total}>>${total}.`,
  ]
}

/** A sum of consecutive whole numbers by pairs. */
const pairedSum: Family = defineFamily({
  id: 'sum-by-pairing',
  knowledgePoints: ['gauss-pairing'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    from: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    to: { minimum: 10, maximum: 99, link: { kind: 'number' } },
  },
  possible: ({ from, to }) => to > from,
  nice: ({ from, to }) => to - from >= 5 && to - from <= 30,
  solve: ({ from, to }) => fractionAnswer((from + to) * (to - from + 1), 2),
  check: {
    method: 'brute force',
    accepts: ({ from, to }, answer) => {
      let total = 0
      for (let term = from; term <= to; term++) total += term
      return isFraction(answer, total)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the sum of all integers from $${math.from}$ to $${math.to}$, both included?`,
      quantity: `the sum of all integers from $${math.from}$ to $${math.to}$, both included`,
      steps: () => pairSteps(value.from, value.to),
    }),
    ({ value, text, story }) => {
      const logs = story.pick(['logs', 'pipes', 'tins'])
      return {
        setup: `A stack of ${logs} has ${text.to} ${logs} in its lowest layer and ${text.from} in its top layer; each layer has one fewer than the layer below.`,
        ask: `How many ${logs} are in the stack?`,
        quantity: `the number of ${logs} in the stack`,
        steps: () => pairSteps(value.from, value.to),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const drill = story.pick(['push-ups', 'knee bends', 'juggling throws'])
      return {
        setup: `On the first day of a training plan ${name} does ${text.from} ${drill}. Every day there is one more, until ${name} does ${text.to} on the last day.`,
        ask: `Find the number of ${drill} that ${name} does during the whole plan.`,
        quantity: `the number of ${drill} that ${name} does during the whole plan`,
        steps: () => pairSteps(value.from, value.to),
      }
    },
    ({ value, text, story }) => {
      const hall = story.pick(['lecture hall', 'theatre', 'planetarium'])
      return {
        setup: `The front row of a ${hall} has ${text.from} places, every further row has one place more than the row before it, and the back row has ${text.to} places.`,
        ask: `How many places are there in all the rows?`,
        quantity: `the number of places in all the rows of the ${hall}`,
        steps: () => pairSteps(value.from, value.to),
      }
    },
  ],
})

function pairSteps(from: number, to: number): readonly string[] {
  const count = to - from + 1
  const pair = from + to
  const total = digits(count * pair, 2)
  return [
    `There are ${to} - ${from} + 1 = <<${to}-${from}+1=${count}>>${count} numbers.`,
    `Pair the first with the last, the second with the last but one, and so on: every pair has the sum ${from} + ${to} = <<${from}+${to}=${pair}>>${pair}.`,
    `There are half as many pairs as numbers, so the sum is ${count} × ${pair} ÷ 2 = <<${count}*${pair}/2=${total}>>${total}.`,
  ]
}

export const cleverCalculationFamilies: readonly Family[] = [commonFactor, cancellingSum, pairedSum]
