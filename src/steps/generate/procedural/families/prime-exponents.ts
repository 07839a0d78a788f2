import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { factorisationExpression, factorise, showFactorisation } from './whole-numbers.ts'

/** Zeros at the end of a factorial: how often five divides it. */
const trailingZeros: Family = defineFamily({
  id: 'trailing-zeros-of-factorial',
  knowledgePoints: ['trailing-zeros-of-factorials'],
  level: 3,
  result: { kind: 'number' },
  givens: { whole: { minimum: 10, maximum: 240, link: { kind: 'number' } } },
  possible: ({ whole }) => whole >= 1,
  solve: ({ whole }) => {
    let zeros = 0
    for (let power = 5; power <= whole; power *= 5) zeros += Math.floor(whole / power)
    return integerAnswer(zeros)
  },
  check: {
    method: 'brute force',
    accepts: ({ whole }, answer) => {
      let product = 1n
      for (let factor = 2n; factor <= BigInt(whole); factor++) product *= factor
      const zeros = /0*$/.exec(`${product}`)?.[0] ?? ''
      return integerValue(answer) === zeros.length
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many zeros are at the end of the decimal expansion of $${math.whole}!$?`,
      quantity: `the number of zeros at the end of the decimal expansion of $${math.whole}!$`,
      steps: () => zeroSteps(value.whole),
    }),
    ({ value, text, story }) => ({
      setup: `${story.hero.name} multiplies all the positive integers up to and including ${text.whole} and writes the product out in full.`,
      ask: `With how many zeros does the product end?`,
      quantity: `the number of zeros with which ${story.hero.name}’s product ends`,
      steps: () => zeroSteps(value.whole),
    }),
    ({ value, math }) => ({
      setup: '',
      ask: `What is the exponent of the highest power of ten that divides $${math.whole}!$?`,
      quantity: `the exponent of the highest power of ten that divides $${math.whole}!$`,
      steps: () => zeroSteps(value.whole),
    }),
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `The number $${math.whole}!$ is divided by ten again and again, as long as the result is a whole number. Altogether it is divided by ten $${letter}$ times.`,
        ask: `What is the value of $${letter}$?`,
        quantity: `the value of $${letter}$`,
        steps: () => zeroSteps(value.whole),
      }
    },
  ],
})

function zeroSteps(whole: number): readonly string[] {
  const counts: number[] = []
  for (let power = 5; power <= whole; power *= 5) counts.push(Math.floor(whole / power))
  const total = counts.reduce((sum, count) => sum + count, 0)
  return [
    `Each zero at the end comes from a factor 10 = 2 × 5, and factors of 2 are plentiful, so count the factors of 5 in $${whole}!$.`,
    ...counts.map(
      (count, at) =>
        `The last multiple of ${5 ** (at + 1)} up to ${whole} is ${5 ** (at + 1)} × ${count} = ${computed(`${5 ** (at + 1)}*${count}`, 5 ** (at + 1) * count)}, so there ${count === 1 ? 'is one multiple' : `are ${count} multiples`} of ${5 ** (at + 1)}.`,
    ),
    counts.length > 1
      ? `Every multiple of 5 contributes one factor 5, every multiple of 25 one more${counts.length > 2 ? ', every multiple of 125 yet another' : ''}: ${counts.join(' + ')} = ${computed(counts.join('+'), total)} zeros.`
      : `Each of them contributes one factor 5, so the number of zeros is ${total}.`,
  ]
}

/** The least multiplier that makes a perfect square. */
const squareMultiplier: Family = defineFamily({
  id: 'multiplier-to-a-square',
  knowledgePoints: ['perfect-squares-and-cubes-by-factorization'],
  level: 3,
  result: { kind: 'number' },
  givens: { whole: { minimum: 12, maximum: 600, link: { kind: 'number' } } },
  possible: ({ whole }) => whole >= 2,
  nice: ({ whole }) => {
    const missing = squareComplement(whole)
    return missing > 1 && missing < whole && missing <= 120
  },
  solve: ({ whole }) => integerAnswer(squareComplement(whole)),
  check: {
    method: 'brute force',
    accepts: ({ whole }, answer) => {
      for (let multiplier = 1; ; multiplier++)
        if (Number.isInteger(Math.sqrt(whole * multiplier))) return integerValue(answer) === multiplier
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: '',
        ask: `What is the smallest positive integer $${letter}$ for which $${math.whole} \\cdot ${letter}$ is a perfect square?`,
        quantity: `the smallest positive integer $${letter}$ for which $${math.whole} \\cdot ${letter}$ is a perfect square`,
        steps: () => squareSteps(value.whole),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['tiles', 'mosaic stones', 'patches of cloth'])
      return {
        setup: `A box contains ${text.whole} equal square ${things}. ${story.hero.name} buys several full boxes, and all their ${things} together form one large square without gaps.`,
        ask: `What is the least number of boxes that ${story.hero.name} can buy?`,
        quantity: `the least number of boxes of ${things} that ${story.hero.name} can buy`,
        steps: () => squareSteps(value.whole),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `By which smallest positive integer must $${math.whole}$ be multiplied so that the product is the square of an integer?`,
      quantity: `the smallest positive integer by which $${math.whole}$ must be multiplied to give the square of an integer`,
      steps: () => squareSteps(value.whole),
    }),
    ({ value, math }) => ({
      setup: '',
      ask: `What is the smallest positive integer by which $${math.whole}$ can be divided to give a perfect square?`,
      quantity: `the smallest positive integer by which $${math.whole}$ can be divided to give a perfect square`,
      steps: () => squareSteps(value.whole, 'divide'),
    }),
  ],
})

function squareComplement(whole: number): number {
  return factorise(whole).reduce(
    (product, { prime, exponent }) => (exponent % 2 === 1 ? product * prime : product),
    1,
  )
}

function squareSteps(whole: number, way: 'multiply' | 'divide' = 'multiply'): readonly string[] {
  const factors = factorise(whole)
  const odd = factors.filter(({ exponent }) => exponent % 2 === 1).map(({ prime }) => prime)
  const complement = squareComplement(whole)
  return [
    `In the prime factorization of a perfect square every exponent is even.`,
    `Here $${whole} = ${showFactorisation(factors)}$, and ${odd.length === 1 ? 'the only prime with an odd exponent is' : 'the primes with an odd exponent are'} ${odd.join(', ')}.`,
    `${odd.length > 1 ? 'Each of them' : 'It'} ${way === 'multiply' ? 'is needed once more' : 'must be divided out once'}, so the number is ${odd.length > 1 ? `${odd.join(' × ')} = ${computed(odd.join('*'), complement)}` : complement}.`,
    way === 'multiply'
      ? `Indeed ${whole} × ${complement} = ${computed(`${whole}*${complement}`, whole * complement)} is the square of ${Math.sqrt(whole * complement)}.`
      : `Indeed ${whole} ÷ ${complement} = ${computed(`${whole}/${complement}`, whole / complement)} is the square of ${Math.sqrt(whole / complement)}.`,
  ]
}

/** How many multiples of a number up to a bound are perfect squares. */
const squareMultiples: Family = defineFamily({
  id: 'square-multiples-below-a-square',
  knowledgePoints: ['perfect-squares-and-cubes-by-factorization'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    root: { minimum: 20, maximum: 400, link: { kind: 'number' } },
    factor: { minimum: 4, maximum: 75, link: { kind: 'number' } },
  },
  possible: ({ root, factor }) => root >= 1 && factor >= 2,
  nice: ({ root, factor }) => factorise(factor).length >= 2 && root / squareRootMultiple(factor) >= 2,
  solve: ({ root, factor }) => integerAnswer(Math.floor(root / squareRootMultiple(factor))),
  check: {
    method: 'brute force',
    accepts: ({ root, factor }, answer) => {
      let count = 0
      for (let side = 1; side <= root; side++) if ((side * side) % factor === 0) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many of the squares of the positive integers up to $${math.root}$ are divisible by $${math.factor}$?`,
      quantity: `the number of positive integers up to $${math.root}$ whose squares are divisible by $${math.factor}$`,
      steps: () => multipleSteps(value.root, value.factor),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['plots', 'courtyards', 'fields'])
      return {
        setup: `${story.hero.name} lists the areas in square metres of all square ${things} whose sides are a whole number of metres, from one metre up to ${text.root} metres, and underlines each area that is a multiple of ${text.factor}.`,
        ask: `How many areas does ${story.hero.name} underline?`,
        quantity: `the number of areas of square ${things} that ${story.hero.name} underlines`,
        steps: () => multipleSteps(value.root, value.factor),
      }
    },
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `A positive integer $${letter}$ is at most $${math.root}$, and its square is a multiple of $${math.factor}$.`,
        ask: `How many values can $${letter}$ have?`,
        quantity: `the number of possible values of $${letter}$`,
        steps: () => multipleSteps(value.root, value.factor),
      }
    },
  ],
})

/** The least integer whose square is a multiple of `factor`: every exponent halved and rounded up. */
function squareRootMultiple(factor: number): number {
  return factorise(factor).reduce(
    (product, { prime, exponent }) => product * prime ** Math.ceil(exponent / 2),
    1,
  )
}

function multipleSteps(root: number, factor: number): readonly string[] {
  const least = squareRootMultiple(factor)
  const halved = factorise(factor).map(({ prime, exponent }) => ({
    prime,
    exponent: Math.ceil(exponent / 2),
  }))
  return [
    `Factor ${factor} into primes: $${factor} = ${showFactorisation(factorise(factor))}$.`,
    `Squaring doubles every exponent, so a square is divisible by ${factor} exactly when its root contains each of these primes with at least half the exponent shown, rounded up. The root must be a multiple of $${showFactorisation(halved)}$ = ${computed(factorisationExpression(halved), least)}.`,
    `The last multiple of ${least} up to ${root} is ${least} × ${Math.floor(root / least)} = ${computed(`${least}*${Math.floor(root / least)}`, least * Math.floor(root / least))}, so there are ${Math.floor(root / least)} of them.`,
  ]
}

export const primeExponentFamilies: readonly Family[] = [trailingZeros, squareMultiplier, squareMultiples]
