import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { greatestCommonDivisor, powerModulo } from './whole-numbers.ts'

/** Remainder of a power, by the cycle of remainders. */
const powerRemainder: Family = defineFamily({
  id: 'remainder-of-a-power',
  knowledgePoints: ['remainders-and-congruences'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    base: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    exponent: { minimum: 10, maximum: 300, link: { kind: 'number' } },
    modulus: { minimum: 5, maximum: 30 },
  },
  possible: ({ base, exponent, modulus }) => base >= 2 && exponent >= 1 && modulus >= 2,
  nice: ({ base, exponent, modulus }) =>
    greatestCommonDivisor(base, modulus) === 1 &&
    powerModulo(base, exponent, modulus) > 1 &&
    cycleLength(base, modulus) >= 2 &&
    cycleLength(base, modulus) <= 12,
  solve: ({ base, exponent, modulus }) => integerAnswer(powerModulo(base, exponent, modulus)),
  check: {
    method: 'brute force',
    accepts: ({ base, exponent, modulus }, answer) =>
      BigInt(integerValue(answer) ?? -1) === BigInt(base) ** BigInt(exponent) % BigInt(modulus),
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the remainder when $${math.base}^{${math.exponent}}$ is divided by $${math.modulus}$?`,
      quantity: `the remainder when $${math.base}^{${math.exponent}}$ is divided by $${math.modulus}$`,
      steps: () => powerSteps(value),
    }),
    ({ value, text, story }) => {
      const letter = story.variable()
      return {
        setup: `The number $${letter}$ is the product of ${text.exponent} factors that are all equal to ${text.base}.`,
        ask: `What remainder does $${letter}$ leave on division by ${text.modulus}?`,
        quantity: `the remainder that $${letter}$ leaves on division by ${text.modulus}`,
        steps: () => powerSteps(value),
      }
    },
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `A non-negative integer $${letter}$ is smaller than the modulus in the congruence $${letter} \\equiv ${math.base}^{${math.exponent}} \\pmod{${math.modulus}}$.`,
        ask: `Find $${letter}$.`,
        quantity: `the value of $${letter}$`,
        steps: () => powerSteps(value),
      }
    },
    ({ value, text, story }) => {
      const machine = story.pick(['computer', 'calculator', 'robot'])
      return {
        setup: `A ${machine} starts with the number one and multiplies it by ${text.base} again and again, ${text.exponent} times in all. The final number is divided by ${text.modulus}.`,
        ask: `What remainder is left?`,
        quantity: `the remainder that is left when the final number of the ${machine} is divided`,
        steps: () => [`The final number is $${value.base}^{${value.exponent}}$.`, ...powerSteps(value)],
      }
    },
  ],
})

/** Length of the cycle of remainders of a base coprime to the modulus; 0 otherwise. */
function cycleLength(base: number, modulus: number): number {
  if (greatestCommonDivisor(base, modulus) !== 1) return 0
  let length = 1
  for (let remainder = base % modulus; remainder !== 1; remainder = (remainder * base) % modulus) length++
  return length
}

function powerSteps(value: { base: number; exponent: number; modulus: number }): readonly string[] {
  const { base, exponent, modulus } = value
  const length = cycleLength(base, modulus)
  const result = powerModulo(base, exponent, modulus)
  const rest = length === 0 ? exponent : exponent % length
  const cycle = Array.from({ length }, (_, at) => powerModulo(base, at + 1, modulus))
  return [
    `Multiply by ${base} again and again and keep only the remainders on division by ${modulus}. For the powers of ${base} they are ${cycle.join(', ')}, and then they repeat.`,
    `The cycle has length ${length}, and ${exponent} = ${length} × ${(exponent - rest) / length} + ${rest}, so only the exponent ${rest} matters.`,
    rest === 0
      ? `An exponent that is a multiple of the cycle length leaves remainder 1.`
      : rest === 1
        ? `So $${base}^{${exponent}}$ leaves the same remainder as ${base} itself, which is ${result}.`
        : `So $${base}^{${exponent}} \\equiv ${base}^{${rest}} \\equiv ${result} \\pmod{${modulus}}$, and the remainder is ${result}.`,
  ]
}

/** The next number in a residue class. */
const nextInClass: Family = defineFamily({
  id: 'next-number-with-remainder',
  knowledgePoints: ['remainders-and-congruences'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    bound: { minimum: 20, maximum: 300, link: { kind: 'number' } },
    modulus: { minimum: 4, maximum: 25, link: { kind: 'number' } },
    remainder: { minimum: 2, maximum: 20, link: { kind: 'number' } },
  },
  possible: ({ bound, modulus, remainder }) => bound >= modulus && remainder < modulus && remainder >= 0,
  nice: ({ bound, modulus }) => bound >= 2 * modulus,
  solve: ({ bound, modulus, remainder }) => {
    const above = bound + 1
    return integerAnswer(above + ((((remainder - above) % modulus) + modulus) % modulus))
  },
  check: {
    method: 'brute force',
    accepts: ({ bound, modulus, remainder }, answer) => {
      for (let candidate = bound + 1; ; candidate++)
        if (candidate % modulus === remainder) return integerValue(answer) === candidate
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the smallest integer greater than $${math.bound}$ that leaves a remainder of $${math.remainder}$ when it is divided by $${math.modulus}$?`,
      quantity: `the smallest integer greater than $${math.bound}$ that leaves a remainder of $${math.remainder}$ when it is divided by $${math.modulus}$`,
      steps: () => classSteps(value),
    }),
    ({ value, text, story }) => {
      const things = story.pick(['dates', 'shells', 'olives', 'coffee beans'])
      return {
        setup: `${story.hero.name} has more than ${text.bound} ${things}. When they are put into bags of ${text.modulus} ${things} each, ${text.remainder} ${things} are left over.`,
        ask: `What is the smallest number of ${things} that ${story.hero.name} can have?`,
        quantity: `the smallest number of ${things} that ${story.hero.name} can have`,
        steps: () => classSteps(value),
      }
    },
    ({ value, math, story }) => {
      const letter = story.variable()
      return {
        setup: `An integer $${letter}$ satisfies $${letter} > ${math.bound}$ and $${letter} \\equiv ${math.remainder} \\pmod{${math.modulus}}$.`,
        ask: `What is the least possible value of $${letter}$?`,
        quantity: `the least possible value of $${letter}$`,
        steps: () => classSteps(value),
      }
    },
    ({ value, text, story }) => {
      const people = story.pick(['scouts', 'dancers', 'flag bearers', 'drummers'])
      return {
        setup: `A parade has more than ${text.bound} ${people}. If the ${people} line up in rows of ${text.modulus}, the last, incomplete row has ${text.remainder} ${people}.`,
        ask: `What is the smallest possible number of ${people} in the parade?`,
        quantity: `the smallest possible number of ${people} in the parade`,
        steps: () => classSteps(value),
      }
    },
  ],
})

function classSteps(value: { bound: number; modulus: number; remainder: number }): readonly string[] {
  const { bound, modulus, remainder } = value
  const above = bound + 1
  const result = above + ((((remainder - above) % modulus) + modulus) % modulus)
  const times = (result - remainder) / modulus
  return [
    `Numbers that leave remainder ${remainder} on division by ${modulus} are ${remainder} more than a multiple of ${modulus}, so two neighbouring ones differ by ${modulus}.`,
    `One of them is ${modulus} × ${times} + ${remainder} = ${computed(`${modulus}*${times}+${remainder}`, result)}, which is greater than ${bound}.`,
    `The one before it is ${result} - ${modulus} = ${computed(`${result}-${modulus}`, result - modulus)}, which is not greater than ${bound}, so the smallest is ${result}.`,
  ]
}

/** Units digit of a power. */
const lastDigit: Family = defineFamily({
  id: 'units-digit-of-a-power',
  knowledgePoints: ['last-digit-of-powers'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    base: { minimum: 2, maximum: 129, link: { kind: 'number' } },
    exponent: { minimum: 10, maximum: 500, link: { kind: 'number' } },
  },
  possible: ({ base, exponent }) => base >= 2 && exponent >= 1,
  nice: ({ base, exponent }) =>
    [2, 3, 4, 7, 8, 9].includes(base % 10) && powerModulo(base % 10, exponent, 10) > 1,
  solve: ({ base, exponent }) => integerAnswer(powerModulo(base, exponent, 10)),
  check: {
    method: 'brute force',
    accepts: ({ base, exponent }, answer) => {
      const written = `${BigInt(base) ** BigInt(exponent)}`
      return integerValue(answer) === Number(written.at(-1))
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the units digit of $${math.base}^{${math.exponent}}$?`,
      quantity: `the units digit of $${math.base}^{${math.exponent}}$`,
      steps: () => digitSteps(value.base, value.exponent),
    }),
    ({ value, text, story }) => ({
      setup: `${story.hero.name} enters the number ${text.base} on a computer and lets it multiply ${text.exponent} copies of this number together.`,
      ask: `What is the last digit of the result?`,
      quantity: `the last digit of the result that ${story.hero.name}’s computer shows`,
      steps: () => digitSteps(value.base, value.exponent),
    }),
    ({ value, math }) => ({
      setup: '',
      ask: `What remainder does $${math.base}^{${math.exponent}}$ leave when it is divided by ten?`,
      quantity: `the remainder of $${math.base}^{${math.exponent}}$ on division by ten`,
      steps: () => digitSteps(value.base, value.exponent),
    }),
    ({ value, text, story }) => {
      const letter = story.variable()
      return {
        setup: `The integer $${letter}$ is ${text.base} raised to the power ${text.exponent}, written in the usual decimal system.`,
        ask: `Which digit stands in the ones place of $${letter}$?`,
        quantity: `the digit in the ones place of $${letter}$`,
        steps: () => digitSteps(value.base, value.exponent),
      }
    },
  ],
})

function digitSteps(base: number, exponent: number): readonly string[] {
  const digit = base % 10
  const cycle: number[] = [digit]
  for (let next = (digit * digit) % 10; !cycle.includes(next); next = (next * digit) % 10) cycle.push(next)
  const rest = exponent % cycle.length
  return [
    `Only the last digit of the base matters, which is ${digit}.`,
    `The last digits of the powers of ${digit} repeat in the cycle ${cycle.join(', ')}, which has length ${cycle.length}.`,
    `Dividing the exponent by ${cycle.length} gives ${exponent} = ${cycle.length} × ${(exponent - rest) / cycle.length} + ${rest}, so the power ends in the ${rest === 0 ? 'last' : ['first', 'second', 'third'][rest - 1]} digit of the cycle, which is ${powerModulo(digit, exponent, 10)}.`,
  ]
}

export const remainderFamilies: readonly Family[] = [powerRemainder, nextInClass, lastDigit]
