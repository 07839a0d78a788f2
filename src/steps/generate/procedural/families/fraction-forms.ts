import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { commonDivisor } from './everyday-text.ts'

/** The denominator that is left after cancelling. */
const lowestTerms: Family = defineFamily({
  id: 'denominator-in-lowest-terms',
  knowledgePoints: ['simplifying-fractions'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    top: { minimum: 4, maximum: 240, link: { kind: 'number' } },
    bottom: { minimum: 6, maximum: 300, link: { kind: 'number' } },
  },
  possible: ({ top, bottom }) => top < bottom,
  nice: ({ top, bottom }) => commonDivisor(top, bottom) > 1 && bottom % top !== 0,
  solve: ({ top, bottom }) => integerAnswer(bottom / commonDivisor(top, bottom)),
  check: {
    method: 'brute force',
    // The smallest denominator with which some whole numerator gives the same value.
    accepts: ({ top, bottom }, answer) => {
      for (let denominator = 1; denominator <= bottom; denominator++)
        if ((top * denominator) % bottom === 0) return integerValue(answer) === denominator
      return false
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the denominator of $\\frac{${math.top}}{${math.bottom}}$ when the fraction is written in lowest terms?`,
      quantity: `the denominator of $\\frac{${math.top}}{${math.bottom}}$ in lowest terms`,
      steps: () => lowestSteps(value.top, value.bottom),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} colours ${text.top} of the ${text.bottom} equal squares of a pattern and writes the coloured part as a fraction, simplified as far as possible.`,
        ask: `What is the denominator of this fraction?`,
        quantity: `the denominator of the simplified fraction of the pattern that ${name} colours`,
        steps: () => lowestSteps(value.top, value.bottom),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `Find the denominator that is left when the fraction $\\frac{${math.top}}{${math.bottom}}$ is cancelled as far as possible.`,
      quantity: `the denominator that is left when the fraction $\\frac{${math.top}}{${math.bottom}}$ is cancelled as far as possible`,
      steps: () => lowestSteps(value.top, value.bottom),
    }),
  ],
})

function lowestSteps(top: number, bottom: number): readonly string[] {
  const divisor = commonDivisor(top, bottom)
  return [
    `The largest number that divides both ${top} and ${bottom} is ${divisor}.`,
    `Cancel it: ${top} ÷ ${divisor} = <<${top}/${divisor}=${top / divisor}>>${top / divisor} and ${bottom} ÷ ${divisor} = <<${bottom}/${divisor}=${bottom / divisor}>>${bottom / divisor}.`,
    `So the fraction is $\\frac{${top / divisor}}{${bottom / divisor}}$, with denominator ${bottom / divisor}.`,
  ]
}

/** The numerator of a mixed number turned into an improper fraction. */
const improperNumerator: Family = defineFamily({
  id: 'whole-part-of-mixed-number',
  knowledgePoints: ['mixed-numbers'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    top: { minimum: 9, maximum: 400, link: { kind: 'number' } },
    bottom: { minimum: 2, maximum: 30, link: { kind: 'number' } },
  },
  possible: ({ top, bottom }) => top > bottom && bottom >= 2,
  nice: ({ top, bottom }) => top % bottom !== 0 && top > 2 * bottom && commonDivisor(top, bottom) === 1,
  solve: ({ top, bottom }) => integerAnswer(Math.floor(top / bottom)),
  check: {
    method: 'inverse',
    // What the whole part leaves is a proper fraction.
    accepts: ({ top, bottom }, answer) => {
      const whole = integerValue(answer)
      return whole !== undefined && top - whole * bottom >= 0 && top - whole * bottom < bottom
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the whole-number part when $\\frac{${math.top}}{${math.bottom}}$ is written as a mixed number?`,
      quantity: `the whole-number part of $\\frac{${math.top}}{${math.bottom}}$ written as a mixed number`,
      steps: () => mixedSteps(value.top, value.bottom),
    }),
    ({ value, text, story }) => {
      const dish = story.pick(['pizzas', 'quiches', 'tarts'])
      return {
        setup: `A café cuts each of its ${dish} into ${text.bottom} equal slices and sells ${text.top} slices in a day. The owner writes the amount sold as a mixed number of ${dish}.`,
        ask: `What is the whole-number part of this mixed number?`,
        quantity: `the whole-number part of the number of ${dish} sold`,
        steps: () => mixedSteps(value.top, value.bottom),
      }
    },
    ({ value, math, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} turns the improper fraction $\\frac{${math.top}}{${math.bottom}}$ into a whole number plus a proper fraction.`,
        ask: `Which whole number does ${name} find?`,
        quantity: `the whole number that ${name} finds`,
        steps: () => mixedSteps(value.top, value.bottom),
      }
    },
  ],
})

function mixedSteps(top: number, bottom: number): readonly string[] {
  const whole = Math.floor(top / bottom)
  const rest = top - whole * bottom
  return [
    `${bottom} parts make one whole, so ask how often ${bottom} fits into ${top}: ${whole} × ${bottom} = <<${whole}*${bottom}=${whole * bottom}>>${whole * bottom}.`,
    `What remains is ${top} - ${whole * bottom} = <<${top}-${whole * bottom}=${rest}>>${rest} ${rest === 1 ? 'part' : 'parts'}, fewer than ${bottom}.`,
    `So the mixed number is $${whole}\\frac{${rest}}{${bottom}}$, and its whole-number part is ${whole}.`,
  ]
}

/** Fractions with a given denominator between two fractions. */
const fractionsBetween: Family = defineFamily({
  id: 'fractions-between',
  knowledgePoints: ['comparing-fractions'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    lowTop: { minimum: 1, maximum: 9 },
    lowBottom: { minimum: 2, maximum: 14 },
    highTop: { minimum: 1, maximum: 13 },
    highBottom: { minimum: 2, maximum: 14 },
    denominator: { minimum: 12, maximum: 240, link: { kind: 'number' } },
  },
  possible: ({ lowTop, lowBottom, highTop, highBottom, denominator }) =>
    lowTop * highBottom < highTop * lowBottom &&
    between(lowTop, lowBottom, highTop, highBottom, denominator) >= 1,
  nice: ({ lowTop, lowBottom, highTop, highBottom, denominator }) =>
    lowBottom !== highBottom &&
    highTop < highBottom &&
    commonDivisor(lowTop, lowBottom) === 1 &&
    commonDivisor(highTop, highBottom) === 1 &&
    between(lowTop, lowBottom, highTop, highBottom, denominator) >= 2,
  solve: ({ lowTop, lowBottom, highTop, highBottom, denominator }) =>
    integerAnswer(between(lowTop, lowBottom, highTop, highBottom, denominator)),
  check: {
    method: 'brute force',
    accepts: ({ lowTop, lowBottom, highTop, highBottom, denominator }, answer) => {
      let count = 0
      for (let top = 1; top < denominator; top++)
        if (top * lowBottom > lowTop * denominator && top * highBottom < highTop * denominator) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many fractions with the denominator $${math.denominator}$ and a whole numerator lie strictly between $\\frac{${math.lowTop}}{${math.lowBottom}}$ and $\\frac{${math.highTop}}{${math.highBottom}}$?`,
      quantity: `the number of fractions with the denominator $${math.denominator}$ and a whole numerator strictly between $\\frac{${math.lowTop}}{${math.lowBottom}}$ and $\\frac{${math.highTop}}{${math.highBottom}}$`,
      steps: () => betweenSteps(value),
    }),
    ({ value, math, story }) => {
      const x = story.variable()
      const chain = `$\\frac{${math.lowTop}}{${math.lowBottom}} < \\frac{${x}}{${math.denominator}} < \\frac{${math.highTop}}{${math.highBottom}}$`
      return {
        setup: '',
        ask: `How many integers $${x}$ satisfy ${chain}?`,
        quantity: `the number of integers $${x}$ with ${chain}`,
        steps: () => betweenSteps(value),
      }
    },
    ({ value, text, math, story }) => {
      const { name } = story.hero
      return {
        setup: `A test has ${text.denominator} questions. ${name} answered more than $\\frac{${math.lowTop}}{${math.lowBottom}}$ but less than $\\frac{${math.highTop}}{${math.highBottom}}$ of them correctly.`,
        ask: `How many different numbers of correct answers are possible?`,
        quantity: `the number of different numbers of correct answers that are possible for ${name}`,
        steps: () => betweenSteps(value),
      }
    },
  ],
})

function between(...[lowTop, lowBottom, highTop, highBottom, denominator]: readonly number[]): number {
  const [a, b, c, d, whole] = [lowTop ?? 0, lowBottom ?? 1, highTop ?? 0, highBottom ?? 1, denominator ?? 1]
  return Math.ceil((c * whole) / d) - 1 - Math.floor((a * whole) / b)
}

interface Bounds {
  readonly lowTop: number
  readonly lowBottom: number
  readonly highTop: number
  readonly highBottom: number
  readonly denominator: number
}

function betweenSteps({ lowTop, lowBottom, highTop, highBottom, denominator }: Bounds): readonly string[] {
  const first = Math.floor((lowTop * denominator) / lowBottom) + 1
  const last = Math.ceil((highTop * denominator) / highBottom) - 1
  return [
    `Compare crosswise: ${lowBottom} times the numerator must be more than ${lowTop} × ${denominator} = <<${lowTop}*${denominator}=${lowTop * denominator}>>${lowTop * denominator}. The smallest such numerator is ${first}, since ${lowBottom} × ${first - 1} = <<${lowBottom}*${first - 1}=${lowBottom * (first - 1)}>>${lowBottom * (first - 1)} and ${lowBottom} × ${first} = <<${lowBottom}*${first}=${lowBottom * first}>>${lowBottom * first}.`,
    `In the same way, ${highBottom} times the numerator must be less than ${highTop} × ${denominator} = <<${highTop}*${denominator}=${highTop * denominator}>>${highTop * denominator}. The largest such numerator is ${last}, since ${highBottom} × ${last} = <<${highBottom}*${last}=${highBottom * last}>>${highBottom * last} and ${highBottom} × ${last + 1} = <<${highBottom}*${last + 1}=${highBottom * (last + 1)}>>${highBottom * (last + 1)}.`,
    `From ${first} to ${last} there are ${last} - ${first} + 1 = <<${last}-${first}+1=${last - first + 1}>>${last - first + 1} numerators.`,
  ]
}

/** A decimal as a fraction in lowest terms. */
const decimalAsFraction: Family = defineFamily({
  id: 'decimal-as-fraction',
  knowledgePoints: ['fraction-decimal-conversion'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    decimal: { minimum: 2, maximum: 998, style: 'hundredths' },
  },
  possible: ({ decimal }) => decimal > 0,
  nice: ({ decimal }) => decimal % 100 !== 0 && decimal % 10 !== 0,
  solve: ({ decimal }) => integerAnswer((decimal + 100) / commonDivisor(decimal, 100)),
  check: {
    method: 'brute force',
    accepts: ({ decimal }, answer) => {
      for (let bottom = 1; bottom <= 100; bottom++) {
        if ((decimal * bottom) % 100 === 0) return isFraction(answer, (decimal * bottom) / 100 + bottom)
      }
      return false
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the sum of the numerator and the denominator of the fraction in lowest terms that equals $${math.decimal}$?`,
      quantity: `the sum of the numerator and the denominator of the fraction in lowest terms that equals $${math.decimal}$`,
      steps: () => decimalSteps(value.decimal),
    }),
    ({ value, math, story }) => {
      const p = story.variable()
      const q = story.variable()
      const say = `$${math.decimal} = \\frac{${p}}{${q}}$, where $${p}$ and $${q}$ are positive integers with no common factor greater than one`
      return {
        setup: `Let ${say}.`,
        ask: `Find $${p} + ${q}$.`,
        quantity: `the sum $${p} + ${q}$`,
        steps: () => decimalSteps(value.decimal),
      }
    },
    ({ value, math, story }) => {
      const { name } = story.hero
      return {
        setup: `A calculator shows ${name} the result $${math.decimal}$, but the answer in the book is a simplified fraction of the same value.`,
        ask: `What do the numerator and the denominator of the fraction in the book add up to?`,
        quantity: `the sum of the numerator and the denominator of the fraction in the book`,
        steps: () => decimalSteps(value.decimal),
      }
    },
  ],
})

function decimalSteps(decimal: number): readonly string[] {
  const divisor = commonDivisor(decimal, 100)
  const [top, bottom] = [decimal / divisor, 100 / divisor]
  return [
    `Two decimal places mean hundredths: the number is $\\frac{${decimal}}{100}$.`,
    divisor === 1
      ? `${decimal} and 100 have no common factor, so the fraction is already in lowest terms.`
      : `Divide both by ${divisor}: ${decimal} ÷ ${divisor} = <<${decimal}/${divisor}=${top}>>${top} and 100 ÷ ${divisor} = <<100/${divisor}=${bottom}>>${bottom}.`,
    `The sum is ${top} + ${bottom} = <<${top}+${bottom}=${top + bottom}>>${top + bottom}.`,
  ]
}

export const fractionFormFamilies: readonly Family[] = [
  lowestTerms,
  improperNumerator,
  fractionsBetween,
  decimalAsFraction,
]
