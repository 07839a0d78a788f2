import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { factorise, greatestCommonDivisor, inverseLines, showFactorisation } from './whole-numbers.ts'

interface TwoRemainders {
  readonly first: number
  readonly second: number
  readonly one: number
  readonly other: number
}

/** Two remainders for coprime moduli. */
const chineseRemainder: Family = defineFamily({
  id: 'chinese-remainder',
  knowledgePoints: ['chinese-remainder-theorem'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 3, maximum: 17, link: { kind: 'number' } },
    one: { minimum: 1, maximum: 14, link: { kind: 'number' } },
    second: { minimum: 4, maximum: 19, link: { kind: 'number' } },
    other: { minimum: 2, maximum: 16, link: { kind: 'number' } },
  },
  possible: ({ first, second, one, other }) =>
    one < first && other < second && one >= 0 && other >= 0 && greatestCommonDivisor(first, second) === 1,
  nice: (value) => value.one >= 2 && commonNumber(value) > Math.max(value.first, value.second),
  solve: (value) => integerAnswer(commonNumber(value)),
  check: {
    method: 'brute force',
    accepts: ({ first, second, one, other }, answer) => {
      for (let candidate = 1; candidate <= first * second; candidate++)
        if (candidate % first === one && candidate % second === other)
          return integerValue(answer) === candidate
      return false
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `What is the smallest positive integer that leaves a remainder of ${text.one} when it is divided by ${text.first} and a remainder of ${text.other} when it is divided by ${text.second}?`,
      quantity: `the smallest positive integer that leaves a remainder of ${text.one} when it is divided by ${text.first} and a remainder of ${text.other} when it is divided by ${text.second}`,
      steps: () => chineseSteps(value),
    }),
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `The positive integer $${letter}$ satisfies $${letter} \\equiv ${math.one} \\pmod{${math.first}}$ and $${letter} \\equiv ${math.other} \\pmod{${math.second}}$.`,
        ask: `What is the least possible value of $${letter}$?`,
        quantity: `the least possible value of $${letter}$`,
        steps: () => chineseSteps(value),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['eggs', 'lemons', 'tangerines', 'walnuts'])
      return {
        setup: `${story.hero.name} counts the ${things} in a basket. When the ${things} are put into groups of ${text.first}, there are ${text.one} left over; when they are put into groups of ${text.second}, there are ${text.other} left over.`,
        ask: `What is the smallest number of ${things} that can be in the basket?`,
        quantity: `the smallest number of ${things} that can be in ${story.hero.name}’s basket`,
        steps: () => chineseSteps(value),
      }
    },
  ],
})

/** The least positive solution, by stepping through one residue class. */
function commonNumber({ first, second, one, other }: TwoRemainders): number {
  let candidate = other === 0 ? second : other
  for (let tries = 0; tries < first && candidate % first !== one; tries++) candidate += second
  return candidate
}

function chineseSteps(value: TwoRemainders): readonly string[] {
  const result = commonNumber(value)
  const { first, second, one, other } = value
  const times = (result - other) / second
  const tried = Array.from({ length: times + 1 }, (_, at) => other + second * at)
  return [
    `The moduli ${first} and ${second} have no common factor, so exactly one number among any ${first} × ${second} = ${computed(`${first}*${second}`, first * second)} consecutive integers fits.`,
    `Numbers with remainder ${other} on division by ${second}: ${tried.join(', ')}.`,
    `Their remainders on division by ${first} are ${tried.map((number) => number % first).join(', ')}, so the first that leaves ${one} is ${second} × ${times} + ${other} = ${computed(`${second}*${times}+${other}`, result)}.`,
  ]
}

/** Inverse modulo m. */
const modularInverse: Family = defineFamily({
  id: 'modular-inverse-of-a-number',
  knowledgePoints: ['modular-inverse'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    number: { minimum: 3, maximum: 60, link: { kind: 'number' } },
    modulus: { minimum: 7, maximum: 60, link: { kind: 'number' } },
  },
  possible: ({ number, modulus }) => modulus >= 2 && greatestCommonDivisor(number, modulus) === 1,
  nice: ({ number, modulus }) => inverseOf(number, modulus) > 1,
  solve: ({ number, modulus }) => integerAnswer(inverseOf(number, modulus)),
  check: {
    method: 'inverse',
    accepts: ({ number, modulus }, answer) => {
      const inverse = integerValue(answer)
      return inverse !== undefined && inverse > 0 && inverse < modulus && (number * inverse) % modulus === 1
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `The positive integer $${letter}$ is the smallest one that solves the congruence $${math.number} \\cdot ${letter} \\equiv 1 \\pmod{${math.modulus}}$.`,
        ask: `Find $${letter}$.`,
        quantity: `the value of $${letter}$`,
        constants: ['1'],
        steps: () => inverseSteps(value.number, value.modulus),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `What is the smallest positive integer that is a multiplicative inverse of $${math.number}$ modulo $${math.modulus}$?`,
      quantity: `the smallest positive multiplicative inverse of $${math.number}$ modulo $${math.modulus}$`,
      steps: () => inverseSteps(value.number, value.modulus),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['biscuits', 'tea bags', 'pencils', 'candles'])
      return {
        setup: `${story.hero.name} buys some packets with ${text.number} ${things} in each packet and puts the ${things} into boxes that hold ${text.modulus} each. All the boxes are full, and exactly one of the ${things} is left over.`,
        ask: `What is the smallest number of packets that ${story.hero.name} can have bought?`,
        quantity: `the smallest number of packets of ${things} that ${story.hero.name} can have bought`,
        steps: () => inverseSteps(value.number, value.modulus),
      }
    },
    ({ value, text, story }) => {
      const seats = story.pick([
        'fields of a circular game board',
        'marked points on a circle',
        'squares of a ring-shaped track',
      ])
      return {
        setup: `A token moves around the ${text.modulus} ${seats}. In each move it goes ${text.number} places clockwise.`,
        ask: `What is the smallest number of moves after which the token is exactly one place further clockwise than at the start?`,
        quantity: `the smallest number of moves that bring the token exactly one place further clockwise than at the start`,
        steps: () => inverseSteps(value.number, value.modulus),
      }
    },
  ],
})

/** The inverse by the extended Euclidean algorithm. */
function inverseOf(number: number, modulus: number): number {
  let [previous, current, a, b] = [0, 1, modulus, number % modulus]
  while (b > 1) {
    const quotient = Math.floor(a / b)
    ;[previous, current, a, b] = [current, previous - quotient * current, b, a - quotient * b]
  }
  return ((current % modulus) + modulus) % modulus
}

function inverseSteps(number: number, modulus: number): readonly string[] {
  const inverse = inverseOf(number, modulus)
  const product = number * inverse
  const quotient = (product - 1) / modulus
  return [
    `We need the smallest positive multiple of ${number} that is 1 more than a multiple of ${modulus}; it exists because ${number} and ${modulus} have no common factor.`,
    ...inverseLines(number, modulus),
    `Indeed ${number} × ${inverse} = ${computed(`${number}*${inverse}`, product)} and ${modulus} × ${quotient} + 1 = ${computed(`${modulus}*${quotient}+1`, product)}, so the answer is ${inverse}.`,
  ]
}

/** Euler's function. */
const totient: Family = defineFamily({
  id: 'euler-totient-of-a-number',
  knowledgePoints: ['euler-totient'],
  level: 3,
  result: { kind: 'number' },
  givens: { whole: { minimum: 10, maximum: 240, link: { kind: 'number' } } },
  possible: ({ whole }) => whole >= 2,
  nice: ({ whole }) => factorise(whole).length >= 2,
  solve: ({ whole }) =>
    integerAnswer(factorise(whole).reduce((count, { prime }) => (count / prime) * (prime - 1), whole)),
  check: {
    method: 'brute force',
    accepts: ({ whole }, answer) => {
      let count = 0
      for (let candidate = 1; candidate <= whole; candidate++) {
        let common = false
        for (let divisor = 2; divisor <= candidate; divisor++)
          if (candidate % divisor === 0 && whole % divisor === 0) common = true
        if (!common) count++
      }
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many positive integers less than $${math.whole}$ have no common factor with it other than one?`,
      quantity: `the number of positive integers that are less than $${math.whole}$ and relatively prime to it`,
      steps: () => totientSteps(value.whole),
    }),
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `Euler’s totient function $\\varphi(${letter})$ counts the positive integers up to $${letter}$ that are relatively prime to $${letter}$.`,
        ask: `What is the value of $\\varphi(${math.whole})$?`,
        quantity: `the value of $\\varphi(${math.whole})$`,
        steps: () => totientSteps(value.whole),
      }
    },
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: '',
        ask: `For how many positive integers $${letter}$ is $\\frac{${letter}}{${math.whole}}$ a fraction between zero and one in lowest terms?`,
        quantity: `the number of positive integers $${letter}$ for which $\\frac{${letter}}{${math.whole}}$ is a fraction between zero and one in lowest terms`,
        steps: () => totientSteps(value.whole),
      }
    },
  ],
})

function totientSteps(whole: number): readonly string[] {
  const factors = factorise(whole)
  const kept = factors.map(({ prime }) => `(1-1/${prime})`)
  const result = factors.reduce((count, { prime }) => (count / prime) * (prime - 1), whole)
  return [
    `Factor into primes: $${whole} = ${showFactorisation(factors)}$.`,
    `A number is relatively prime to ${whole} exactly when none of these primes divides it. For each prime $p$ among them, the part $1 - \\frac{1}{p}$ of the numbers up to ${whole} is not divisible by $p$.`,
    `So the count is ${whole}${kept.map((part) => ` × ${part.replace('-', ' - ')}`).join('')} = ${computed(`${whole}*${kept.join('*')}`, result)}.`,
  ]
}

export const congruenceFamilies: readonly Family[] = [chineseRemainder, modularInverse, totient]
