import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { digitsOf } from './whole-numbers.ts'

/** Digit sum of a number written in another base. */
const digitSumInBase: Family = defineFamily({
  id: 'digit-sum-in-a-base',
  knowledgePoints: ['base-conversion'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    whole: { minimum: 30, maximum: 900, link: { kind: 'number' } },
    base: { minimum: 2, maximum: 9, link: { kind: 'number' } },
  },
  possible: ({ whole, base }) => whole >= 1 && base >= 2 && base <= 9,
  nice: ({ whole, base }) => base >= 3 && whole > base * base,
  solve: ({ whole, base }) => integerAnswer(digitsOf(whole, base).reduce((sum, digit) => sum + digit, 0)),
  check: {
    method: 'simulation',
    // Subtract the largest powers that fit, one at a time, and count the subtractions.
    accepts: ({ whole, base }, answer) => {
      let count = 0
      for (let rest = whole; rest > 0; count++) {
        let power = 1
        while (power * base <= rest) power *= base
        rest -= power
      }
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the sum of the digits of $${math.whole}$ when it is written in base $${math.base}$?`,
      quantity: `the sum of the digits of $${math.whole}$ written in base $${math.base}$`,
      steps: () => toBaseSteps(value.whole, value.base),
    }),
    ({ value, text, story }) => {
      const [thing, verb, unit] = story.pick([
        ['weights', 'weighs', 'gram'],
        ['tokens', 'is worth', 'point'],
        ['coins', 'is worth', 'crown'],
      ] as const)
      return {
        setup: `${story.hero.name} has plenty of ${thing} of several kinds. The first kind ${verb} one ${unit}, and each further kind ${verb} ${text.base} times as much as the kind before. ${story.hero.name} needs ${thing} for exactly ${text.whole} ${unit}s in total.`,
        ask: `What is the smallest number of ${thing} that ${story.hero.name} can use?`,
        quantity: `the smallest number of ${thing} that ${story.hero.name} can use`,
        steps: () => [
          `If one kind were used ${value.base} times or more, then ${value.base} of these ${thing} could be replaced by one of the next kind. So the best choice is the representation in base ${value.base}, and the number of ${thing} is its digit sum.`,
          ...toBaseSteps(value.whole, value.base),
        ],
      }
    },
    ({ value, math, story }) => ({
      setup: `${story.hero.name} converts the decimal number $${math.whole}$ to base $${math.base}$ and adds up the digits of the result.`,
      ask: `What sum does ${story.hero.name} get?`,
      quantity: `the sum that ${story.hero.name} gets from the digits`,
      steps: () => toBaseSteps(value.whole, value.base),
    }),
  ],
})

function toBaseSteps(whole: number, base: number): readonly string[] {
  const digits = digitsOf(whole, base)
  const lines: string[] = []
  for (let rest = whole; rest > 0; rest = Math.floor(rest / base))
    lines.push(`${rest} = ${base} × ${Math.floor(rest / base)} + ${rest % base}`)
  return [
    `Divide by ${base} again and again and keep the remainders: ${lines.join('; ')}.`,
    `Read from last to first, the remainders give $${whole} = ${digits.join('')}_{${base}}$.`,
    `The digit sum is ${digits.join(' + ')} = ${computed(
      digits.join('+'),
      digits.reduce((sum, digit) => sum + digit, 0),
    )}.`,
  ]
}

/** A numeral in another base, in base ten. */
const fromBase: Family = defineFamily({
  id: 'numeral-from-a-base',
  knowledgePoints: ['base-conversion'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    numeral: { minimum: 102, maximum: 888 },
    base: { minimum: 3, maximum: 12, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const base = fixed.base ?? random.integer(4, 9)
    const top = Math.min(base, 9) - (base > 9 ? 0 : 1)
    return {
      base,
      numeral:
        100 * random.integer(1, Math.min(top, 8)) + 10 * random.integer(0, top) + random.integer(1, top),
    }
  },
  possible: ({ numeral, base }) => base >= 2 && digitsOf(numeral).every((digit) => digit < base),
  solve: ({ numeral, base }) =>
    integerAnswer(digitsOf(numeral).reduce((total, digit) => total * base + digit, 0)),
  check: {
    method: 'inverse',
    accepts: ({ numeral, base }, answer) => {
      let rest = integerValue(answer) ?? -1
      if (rest < 0) return false
      let written = ''
      for (; rest > 0; rest = (rest - (rest % base)) / base) written = `${rest % base}${written}`
      return written === `${numeral}`
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the value of the base-$${math.base}$ number $${math.numeral}$ in base ten?`,
      quantity: `the value in base ten of the base-$${math.base}$ number $${math.numeral}$`,
      steps: () => fromBaseSteps(value.numeral, value.base),
    }),
    ({ value, text, story }) => {
      const who = story.pick([
        'An old merchant',
        'A robot',
        'A visitor from another planet',
        'An ancient scribe',
      ])
      const things = story.pick(['sacks of grain', 'bricks', 'stars', 'gold coins'])
      return {
        setup: `${who} counts in base ${text.base} and writes down the number of ${things} as ${text.numeral}.`,
        ask: `How many ${things} are there, written in our decimal system?`,
        quantity: `the number of ${things}, written in the decimal system`,
        steps: () => fromBaseSteps(value.numeral, value.base),
      }
    },
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `The integer $${letter}$ is written as $${math.numeral}$ in the number system with base $${math.base}$.`,
        ask: `Write $${letter}$ in base ten.`,
        quantity: `the integer $${letter}$ in base ten`,
        steps: () => fromBaseSteps(value.numeral, value.base),
      }
    },
  ],
})

function fromBaseSteps(numeral: number, base: number): readonly string[] {
  const digits = digitsOf(numeral)
  const total = digits.reduce((sum, digit) => sum * base + digit, 0)
  const terms = digits.map((digit, at) => `${digit}*${base ** (digits.length - 1 - at)}`)
  return [
    `From right to left the places are worth 1, ${base}, ${base} × ${base} = ${computed(`${base}*${base}`, base * base)}.`,
    `So the value is ${digits.map((digit, at) => `${digit} × ${base ** (digits.length - 1 - at)}`).join(' + ')} = ${computed(terms.join('+'), total)}.`,
  ]
}

/** Adding two numerals in another base. */
const sumInBase: Family = defineFamily({
  id: 'sum-in-a-base',
  knowledgePoints: ['arithmetic-in-other-bases'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 11, maximum: 888 },
    second: { minimum: 11, maximum: 888 },
    base: { minimum: 3, maximum: 9, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const base = fixed.base ?? random.integer(4, 9)
    const numeral = (): number => {
      const digit = (least: number): number => random.integer(least, base - 1)
      return (random.chance(0.5) ? 100 * digit(1) : 0) + 10 * digit(1) + digit(1)
    }
    return { base, first: numeral(), second: numeral() }
  },
  possible: ({ first, second, base }) =>
    base >= 2 &&
    base <= 9 &&
    [first, second].every((numeral) => digitsOf(numeral).every((digit) => digit < base)),
  // At least one carry.
  nice: ({ first, second, base }) => (first % 10) + (second % 10) >= base && first !== second,
  solve: ({ first, second, base }) =>
    integerAnswer(
      digitsOf(readNumeral(first, base) + readNumeral(second, base), base).reduce(
        (sum, digit) => sum + digit,
        0,
      ),
    ),
  check: {
    method: 'simulation',
    // Column addition with carries.
    accepts: ({ first, second, base }, answer) => {
      let [a, b, carry, sum] = [first, second, 0, 0]
      while (a > 0 || b > 0 || carry > 0) {
        const column = (a % 10) + (b % 10) + carry
        carry = column >= base ? 1 : 0
        sum += column - carry * base
        a = (a - (a % 10)) / 10
        b = (b - (b % 10)) / 10
      }
      return integerValue(answer) === sum
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: `In base $${math.base}$, the numbers $${math.first}$ and $${math.second}$ are added, and the sum is written in the same base.`,
      ask: `What is the sum of the digits of the result?`,
      quantity: `the digit sum of the result of the addition in the given base`,
      steps: () => sumSteps(value),
    }),
    ({ value, text, story }) => ({
      setup: `On ${story.hero.name}’s toy abacus, which works in base ${text.base}, the numbers with the numerals ${text.first} and ${text.second} are added.`,
      ask: `What do the digits of the numeral for the total add up to?`,
      quantity: `the digit sum of the numeral for the total on ${story.hero.name}’s abacus`,
      steps: () => sumSteps(value),
    }),
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `Let $${letter}$ be the base-$${math.base}$ numeral of the sum of the two numbers that are written $${math.first}$ and $${math.second}$ in that base.`,
        ask: `What is the digit sum of $${letter}$?`,
        quantity: `the digit sum of $${letter}$`,
        steps: () => sumSteps(value),
      }
    },
  ],
})

function readNumeral(numeral: number, base: number): number {
  return digitsOf(numeral).reduce((total, digit) => total * base + digit, 0)
}

function sumSteps(value: { first: number; second: number; base: number }): readonly string[] {
  const { first, second, base } = value
  const digits = digitsOf(readNumeral(first, base) + readNumeral(second, base), base)
  const [upper, lower] = [digitsOf(first).toReversed(), digitsOf(second).toReversed()]
  const columns: string[] = []
  let carry = 0
  for (let at = 0; at < Math.max(upper.length, lower.length); at++) {
    const [above, below] = [upper[at] ?? 0, lower[at] ?? 0]
    const sum = above + below + carry
    const terms = [above, below, ...(carry === 1 ? [carry] : [])]
    const effect = sum >= base ? `write ${sum - base} and carry 1` : `write ${sum}`
    columns.push(
      `Column ${at + 1} from the right: ${terms.join(' + ')} = ${computed(terms.join('+'), sum)}, so ${effect}.`,
    )
    carry = sum >= base ? 1 : 0
  }
  if (carry === 1) columns.push(`The last carry becomes a new digit 1 in front.`)
  return [
    `Add column by column from the right; whenever a column reaches ${base}, take away ${base} and carry 1.`,
    ...columns,
    `So $${first}_{${base}} + ${second}_{${base}} = ${digits.join('')}_{${base}}$.`,
    `The digit sum is ${digits.join(' + ')} = ${computed(
      digits.join('+'),
      digits.reduce((sum, digit) => sum + digit, 0),
    )}.`,
  ]
}

export const numberBaseFamilies: readonly Family[] = [digitSumInBase, fromBase, sumInBase]
