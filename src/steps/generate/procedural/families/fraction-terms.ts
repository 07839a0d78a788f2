import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { commonDivisor } from './everyday-text.ts'

interface TwoFractions {
  readonly firstTop: number
  readonly firstBottom: number
  readonly secondTop: number
  readonly secondBottom: number
}

/** Numerator plus denominator of a sum of two fractions. */
const sumTerms: Family = defineFamily({
  id: 'terms-of-fraction-sum',
  knowledgePoints: ['adding-and-subtracting-fractions'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    firstTop: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    firstBottom: { minimum: 3, maximum: 40, link: { kind: 'number' } },
    secondTop: { minimum: 2, maximum: 11 },
    secondBottom: { minimum: 3, maximum: 15 },
  },
  sample: (random, fixed) => {
    const secondBottom = random.integer(3, 12)
    return {
      firstTop: fixed.firstTop ?? random.integer(2, 20),
      firstBottom: fixed.firstBottom ?? random.integer(3, 40),
      secondTop: random.integer(2, Math.max(2, secondBottom - 1)),
      secondBottom,
    }
  },
  possible: ({ firstBottom, secondBottom }) => firstBottom >= 2 && secondBottom >= 2,
  nice: ({ firstTop, firstBottom, secondTop, secondBottom }) =>
    firstBottom !== secondBottom &&
    commonDivisor(firstTop, firstBottom) === 1 &&
    commonDivisor(secondTop, secondBottom) === 1 &&
    secondTop < secondBottom &&
    firstTop < 2 * firstBottom &&
    firstBottom * secondBottom <= 240 &&
    (firstTop * secondBottom + secondTop * firstBottom) % (firstBottom * secondBottom) !== 0,
  solve: ({ firstTop, firstBottom, secondTop, secondBottom }) => {
    const top = firstTop * secondBottom + secondTop * firstBottom
    const bottom = firstBottom * secondBottom
    return integerAnswer((top + bottom) / commonDivisor(top, bottom))
  },
  check: {
    method: 'brute force',
    // Every fraction whose terms have this sum: the one that cannot be cancelled and has the right size must be among them.
    accepts: ({ firstTop, firstBottom, secondTop, secondBottom }, answer) => {
      const size = firstTop / firstBottom + secondTop / secondBottom
      const terms = integerValue(answer) ?? 0
      for (let bottom = 1; bottom < terms; bottom++) {
        const top = terms - bottom
        if (Math.abs(top / bottom - size) > 1e-9) continue
        for (let divisor = 2; divisor <= bottom; divisor++)
          if (top % divisor === 0 && bottom % divisor === 0) return false
        return true
      }
      return false
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [p, q] = [story.variable(), story.variable()]
      return {
        setup: `In lowest terms, $\\frac{${math.firstTop}}{${math.firstBottom}} + \\frac{${math.secondTop}}{${math.secondBottom}} = \\frac{${p}}{${q}}$ with positive integers $${p}$ and $${q}$.`,
        ask: `What is the value of $${p} + ${q}$?`,
        quantity: `the value of $${p} + ${q}$`,
        steps: () => sumSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `What is the sum of the numerator and the denominator of the single fraction in lowest terms that equals $\\frac{${math.firstTop}}{${math.firstBottom}} + \\frac{${math.secondTop}}{${math.secondBottom}}$?`,
      quantity: `the sum of the numerator and the denominator of the single fraction in lowest terms that equals $\\frac{${math.firstTop}}{${math.firstBottom}} + \\frac{${math.secondTop}}{${math.secondBottom}}$`,
      steps: () => sumSteps(value),
    }),
    ({ value, math, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} drinks $\\frac{${math.firstTop}}{${math.firstBottom}}$ litre of water in the morning and $\\frac{${math.secondTop}}{${math.secondBottom}}$ litre in the afternoon, and writes the total amount in litres as one fraction in lowest terms.`,
        ask: `Find the sum of the numerator and the denominator of this fraction.`,
        quantity: `the sum of the numerator and the denominator of the fraction that ${name} writes`,
        steps: () => sumSteps(value),
      }
    },
  ],
})

function sumSteps({ firstTop, firstBottom, secondTop, secondBottom }: TwoFractions): readonly string[] {
  const common = (firstBottom * secondBottom) / commonDivisor(firstBottom, secondBottom)
  const [a, b] = [(common / firstBottom) * firstTop, (common / secondBottom) * secondTop]
  return [
    `Over the common denominator ${common} the fractions are $\\frac{${a}}{${common}}$ and $\\frac{${b}}{${common}}$, with the sum $\\frac{${a}}{${common}} + \\frac{${b}}{${common}}$ = <<${a}/${common}+${b}/${common}=${a + b}/${common}>>$\\frac{${a + b}}{${common}}$.`,
    ...termSteps(a + b, common),
  ]
}

/** Cancels a fraction and adds its terms. */
function termSteps(top: number, bottom: number): readonly string[] {
  const divisor = commonDivisor(top, bottom)
  const [a, b] = [top / divisor, bottom / divisor]
  return [
    divisor === 1
      ? `${top} and ${bottom} have no common factor, so the fraction is already in lowest terms.`
      : `Cancel the common factor ${divisor}: the fraction is $\\frac{${a}}{${b}}$.`,
    `The sum of numerator and denominator is ${a} + ${b} = <<${a}+${b}=${a + b}>>${a + b}.`,
  ]
}

/** Numerator plus denominator of a product of two fractions. */
const productTerms: Family = defineFamily({
  id: 'terms-of-fraction-product',
  knowledgePoints: ['multiplying-fractions'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    firstTop: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    firstBottom: { minimum: 3, maximum: 60, link: { kind: 'number' } },
    secondTop: { minimum: 2, maximum: 24 },
    secondBottom: { minimum: 3, maximum: 30 },
  },
  possible: ({ firstBottom, secondBottom }) => firstBottom >= 2 && secondBottom >= 2,
  nice: ({ firstTop, firstBottom, secondTop, secondBottom }) =>
    commonDivisor(firstTop * secondTop, firstBottom * secondBottom) > 1 &&
    (firstTop * secondTop) % (firstBottom * secondBottom) !== 0 &&
    commonDivisor(firstTop, firstBottom) === 1 &&
    commonDivisor(secondTop, secondBottom) === 1 &&
    secondTop < secondBottom,
  solve: ({ firstTop, firstBottom, secondTop, secondBottom }) => {
    const [top, bottom] = [firstTop * secondTop, firstBottom * secondBottom]
    return integerAnswer((top + bottom) / commonDivisor(top, bottom))
  },
  check: {
    method: 'brute force',
    // Every fraction whose terms have this sum: the one that cannot be cancelled and has the right size must be among them.
    accepts: ({ firstTop, firstBottom, secondTop, secondBottom }, answer) => {
      const size = ((firstTop / firstBottom) * secondTop) / secondBottom
      const terms = integerValue(answer) ?? 0
      for (let bottom = 1; bottom < terms; bottom++) {
        const top = terms - bottom
        if (Math.abs(top / bottom - size) > 1e-9) continue
        for (let divisor = 2; divisor <= bottom; divisor++)
          if (top % divisor === 0 && bottom % divisor === 0) return false
        return true
      }
      return false
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [p, q] = [story.variable(), story.variable()]
      return {
        setup: `In lowest terms, $\\frac{${math.firstTop}}{${math.firstBottom}} \\cdot \\frac{${math.secondTop}}{${math.secondBottom}} = \\frac{${p}}{${q}}$ with positive integers $${p}$ and $${q}$.`,
        ask: `What is $${p} + ${q}$?`,
        quantity: `the value of $${p} + ${q}$`,
        steps: () => productSteps(value),
      }
    },
    ({ value, math, story }) => {
      const shape = story.pick(['stamp', 'tile', 'flag'])
      return {
        setup: `A rectangular ${shape} is $\\frac{${math.firstTop}}{${math.firstBottom}}$ units long and $\\frac{${math.secondTop}}{${math.secondBottom}}$ units wide. The product of its two sides is written as a fraction in lowest terms.`,
        ask: `What is the sum of the numerator and the denominator of this fraction?`,
        quantity: `the sum of the numerator and the denominator of the product of the two sides of the ${shape}`,
        steps: () => productSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `Find the sum of the numerator and the denominator of the product of $\\frac{${math.firstTop}}{${math.firstBottom}}$ and $\\frac{${math.secondTop}}{${math.secondBottom}}$, written as a fraction in lowest terms.`,
      quantity: `the sum of the numerator and the denominator of the product of $\\frac{${math.firstTop}}{${math.firstBottom}}$ and $\\frac{${math.secondTop}}{${math.secondBottom}}$, written as a fraction in lowest terms`,
      steps: () => productSteps(value),
    }),
  ],
})

function productSteps({ firstTop, firstBottom, secondTop, secondBottom }: TwoFractions): readonly string[] {
  const [top, bottom] = [firstTop * secondTop, firstBottom * secondBottom]
  return [
    `Multiply the numerators, ${firstTop} × ${secondTop} = <<${firstTop}*${secondTop}=${top}>>${top}, and the denominators, ${firstBottom} × ${secondBottom} = <<${firstBottom}*${secondBottom}=${bottom}>>${bottom}.`,
    ...termSteps(top, bottom),
  ]
}

export const fractionTermFamilies: readonly Family[] = [sumTerms, productTerms]
