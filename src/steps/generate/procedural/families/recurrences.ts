import { integerAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { worked } from './worked.ts'

/** Multiply and add, again and again. */
const multiplyAndAdd: Family = defineFamily({
  id: 'multiply-and-add-rule',
  knowledgePoints: ['recursive-sequences'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    start: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    factor: { minimum: 2, maximum: 5, link: { kind: 'number' } },
    addend: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    steps: { minimum: 2, maximum: 6, link: { kind: 'number' } },
  },
  possible: () => true,
  nice: ({ start, factor, addend, steps }) =>
    lastOf(start, factor, addend, steps) <= 900 && start !== addend && factor !== steps,
  solve: ({ start, factor, addend, steps }) => integerAnswer(lastOf(start, factor, addend, steps)),
  check: {
    method: 'inverse',
    // Undo the rule from the answer back to the start.
    accepts: ({ start, factor, addend, steps }, answer) => {
      if (answer.kind !== 'rational' || answer.value.denominator !== 1n) return false
      let term = answer.value.numerator
      for (let step = 0; step < steps; step++) {
        const before = term - BigInt(addend)
        if (before % BigInt(factor) !== 0n) return false
        term = before / BigInt(factor)
      }
      return term === BigInt(start)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `The first term of a sequence is ${text.start}. Each further term is obtained from the one before it by multiplying by ${text.factor} and then adding ${text.addend}.`,
      ask: `Which term is reached after applying this rule ${text.steps} times?`,
      quantity: `the term of this sequence that is reached after applying the rule ${text.steps} times`,
      steps: () => ruleSteps(value),
    }),
    ({ value, text, story }) => {
      const machine = story.pick(['toy robot', 'number machine', 'computer program'])
      return {
        setup: `A ${machine} multiplies the number on its display by ${text.factor}, adds ${text.addend} and shows the result on the display, and then it repeats this with the new number. At the beginning the display shows ${text.start}.`,
        ask: `What does the display show after ${text.steps} rounds?`,
        quantity: `the number that the ${machine} shows after ${text.steps} rounds`,
        steps: () => ruleSteps(value),
      }
    },
    ({ value, text, story }) => {
      const fish = story.pick(['trout', 'carp', 'perch'])
      return {
        setup: `A pond is stocked with ${text.start} ${fish}. Every year the number of ${fish} becomes ${text.factor} times as large, and then another ${text.addend} ${fish} are released into the pond.`,
        ask: `How many ${fish} are in the pond after ${text.steps} years?`,
        quantity: `the number of ${fish} in the pond after ${text.steps} years`,
        steps: () => ruleSteps(value),
      }
    },
  ],
})

function lastOf(start: number, factor: number, addend: number, steps: number): number {
  return steps === 0 ? start : lastOf(start * factor + addend, factor, addend, steps - 1)
}

function ruleSteps(value: {
  start: number
  factor: number
  addend: number
  steps: number
}): readonly string[] {
  const { start, factor, addend, steps } = value
  const lines = [`Apply the rule to the latest number, one round after the other.`]
  let term = start
  for (let step = 1; step <= steps; step++) {
    const next = term * factor + addend
    lines.push(`Round ${step}: ${worked(`${term}*${factor}+${addend}`, next)}.`)
    term = next
  }
  return [...lines, `After ${steps} rounds the number is ${term}.`]
}

/** Each number the sum of the two before. */
const fibonacciLike: Family = defineFamily({
  id: 'sum-of-the-two-before',
  knowledgePoints: ['fibonacci-numbers'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    second: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    more: { minimum: 3, maximum: 9, link: { kind: 'number' } },
  },
  possible: () => true,
  nice: ({ first, second, more }) => first !== second && lastOfChain(first, second, more) <= 600,
  solve: ({ first, second, more }) => integerAnswer(lastOfChain(first, second, more)),
  check: {
    method: 'inverse',
    // The last term is F(more)·first + F(more + 1)·second with the ordinary Fibonacci numbers, found by matrix powers.
    accepts: ({ first, second, more }, answer) => {
      let matrix: readonly [number, number, number, number] = [1, 0, 0, 1]
      for (let step = 0; step < more; step++) {
        const [a, b, c, d] = matrix
        matrix = [a + b, a, c + d, c]
      }
      return isFraction(answer, matrix[0] * second + matrix[1] * first)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `A sequence starts with the numbers ${text.first} and ${text.second}. From then on every number is the sum of the two numbers before it.`,
      ask: `What is the last number after ${text.more} more numbers have been written down?`,
      quantity: `the last number of the sequence after ${text.more} more numbers have been written down`,
      steps: () => chainSteps(value),
    }),
    ({ value, text, story }) => {
      const animals = story.pick(['rabbits', 'guinea pigs', 'geese'])
      return {
        setup: `In the first month a farm has ${text.first} pairs of ${animals} and in the second month ${text.second} pairs. In each later month the number of pairs equals the sum of the numbers in the two months before.`,
        ask: `How many pairs are there ${text.more} months after the second month?`,
        quantity: `the number of pairs of ${animals} on the farm ${text.more} months after the second month`,
        steps: () => chainSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name, they } = story.hero
      return {
        setup: `${name} writes ${text.first} and next to it ${text.second}. Then ${they} writes ${text.more} further numbers, always adding the last two numbers in the row, as in the Fibonacci sequence.`,
        ask: `Find the number at the end of the row.`,
        quantity: `the number at the end of ${name}’s row`,
        steps: () => chainSteps(value),
      }
    },
  ],
})

function lastOfChain(first: number, second: number, more: number): number {
  return more === 0 ? second : lastOfChain(second, first + second, more - 1)
}

function chainSteps(value: { first: number; second: number; more: number }): readonly string[] {
  let [before, last] = [value.first, value.second]
  const sums: string[] = []
  for (let step = 0; step < value.more; step++) {
    sums.push(`${before} + ${last} = ${computed(`${before}+${last}`, before + last)}`)
    ;[before, last] = [last, before + last]
  }
  return [
    `Each number is the sum of the two before it, so continue ${value.more} times.`,
    `${sums.join(', ')}.`,
    `The last number is ${last}.`,
  ]
}

/** A block that repeats. */
const repeatingBlock: Family = defineFamily({
  id: 'repeating-block',
  knowledgePoints: ['periodic-patterns'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    red: { minimum: 2, maximum: 9, link: { kind: 'count' } },
    blue: { minimum: 2, maximum: 9, link: { kind: 'count' } },
    total: { minimum: 20, maximum: 240, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ red, blue, total }) => red !== blue && total % (red + blue) !== 0 && total >= 2 * (red + blue),
  solve: ({ red, blue, total }) =>
    integerAnswer(Math.floor(total / (red + blue)) * red + Math.min(red, total % (red + blue))),
  check: {
    method: 'simulation',
    accepts: ({ red, blue, total }, answer) => {
      let count = 0
      for (let place = 0; place < total; place++) if (place % (red + blue) < red) count++
      return isFraction(answer, count)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const chain = story.pick(['necklace', 'bead curtain', 'garland'])
      return {
        setup: `A ${chain} is strung from left to right in a repeating pattern: ${text.red} red beads, then ${text.blue} blue beads, then the pattern starts again. It ends after ${text.total} beads, even if the pattern is not complete.`,
        ask: `How many of the beads are red?`,
        quantity: `the number of red beads on the ${chain}`,
        steps: () => blockSteps(value, 'beads', 'red'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} works in a rhythm that repeats over and over, beginning with work: ${text.red} days of work, followed by ${text.blue} days off.`,
        ask: `On how many of the first ${text.total} days does ${name} work?`,
        quantity: `the number of days on which ${name} works among the first ${text.total} days`,
        steps: () => blockSteps(value, 'days', 'working'),
      }
    },
    ({ value, text, story }) => {
      const light = story.pick(['lighthouse', 'buoy', 'fire engine'])
      return {
        setup: `The lamp of a ${light} is on for ${text.red} seconds, then off for ${text.blue} seconds, and so on without end, beginning when it is switched on.`,
        ask: `For how many seconds is it on during the first ${text.total} seconds?`,
        quantity: `the number of seconds for which the lamp of the ${light} is on during the first ${text.total} seconds`,
        steps: () => blockSteps(value, 'seconds', 'lit'),
      }
    },
  ],
})

function blockSteps(
  value: { red: number; blue: number; total: number },
  unit: string,
  kind: string,
): readonly string[] {
  const { red, blue, total } = value
  const length = red + blue
  const [whole, rest] = [Math.floor(total / length), total % length]
  const extra = Math.min(red, rest)
  return [
    `The pattern repeats after ${red} + ${blue} = ${computed(`${red}+${blue}`, length)} ${unit}.`,
    `Since ${total} = ${whole} × ${length} + ${rest}, there are ${whole} complete patterns, and the rest is ${total} - ${whole} × ${length} = ${computed(`${total}-${whole}*${length}`, rest)}.`,
    `The complete patterns contain ${whole} × ${red} = ${computed(`${whole}*${red}`, whole * red)} ${kind} ${unit}. The rest begins with the ${kind} ${unit}, so it adds ${extra}.`,
    `In all, ${whole * red} + ${extra} = ${computed(`${whole * red}+${extra}`, whole * red + extra)}.`,
  ]
}

export const recurrenceFamilies: readonly Family[] = [multiplyAndAdd, fibonacciLike, repeatingBlock]
