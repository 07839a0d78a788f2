import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { factorise, greatestCommonDivisor, inverseLines, powerModulo } from './whole-numbers.ts'

interface Congruence {
  readonly factor: number
  readonly target: number
  readonly modulus: number
}

/** a x ≡ b modulo m. */
const linearCongruence: Family = defineFamily({
  id: 'smallest-solution-of-a-linear-congruence',
  knowledgePoints: ['linear-congruences'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 3, maximum: 60, link: { kind: 'number' } },
    target: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    modulus: { minimum: 7, maximum: 90, link: { kind: 'number' } },
  },
  possible: ({ factor, target, modulus }) =>
    greatestCommonDivisor(factor, modulus) === 1 && target < modulus && target > 0,
  nice: (value) => leastSolution(value) > 1,
  solve: (value) => integerAnswer(leastSolution(value)),
  check: {
    method: 'brute force',
    accepts: ({ factor, target, modulus }, answer) => {
      let sum = factor
      let count = 1
      while (sum % modulus !== target) {
        sum += factor
        count++
      }
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const congruence = `$${math.factor}${x} \\equiv ${math.target} \\pmod{${math.modulus}}$`
      return {
        setup: '',
        ask: `What is the smallest positive integer $${x}$ for which ${congruence}?`,
        quantity: `the smallest positive integer $${x}$ for which ${congruence}`,
        steps: () => congruenceSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['biscuits', 'candles', 'marbles', 'pencils'])
      return {
        setup: `${story.hero.name} opens several packets with ${text.factor} ${things} each and fills boxes with ${text.modulus} ${things} each. In the end ${text.target} ${things} are left over.`,
        ask: `What is the smallest possible number of packets?`,
        quantity: `the smallest possible number of packets of ${things} that ${story.hero.name} opens`,
        steps: () => congruenceSteps(value, story.variable()),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${friend.name} multiplies ${text.factor} by a positive integer. The product leaves a remainder of ${text.target} when it is divided by ${text.modulus}.`,
        ask: `What is the smallest integer by which ${friend.name} can have multiplied?`,
        quantity: `the smallest positive integer by which ${friend.name} can have multiplied`,
        steps: () => congruenceSteps(value, story.variable()),
      }
    },
  ],
})

function leastSolution({ factor, target, modulus }: Congruence): number {
  for (let x = 1; x < modulus; x++) if (((factor % modulus) * x) % modulus === target) return x
  return modulus
}

function congruenceSteps(value: Congruence, x: string): readonly string[] {
  const { factor, target, modulus } = value
  const solution = leastSolution(value)
  const quotient = (factor * solution - target) / modulus
  const inverse = leastSolution({ factor, target: 1, modulus })
  return [
    `The condition is $${factor}${x} \\equiv ${target} \\pmod{${modulus}}$. Since ${factor} and ${modulus} have no common factor, ${factor} has an inverse modulo ${modulus}, and there is exactly one solution from 1 to ${modulus}.`,
    ...inverseLines(factor, modulus),
    `Multiply both sides by the inverse ${inverse}: ${inverse} × ${target} = ${computed(`${inverse}*${target}`, inverse * target)}, which leaves the remainder ${solution} on division by ${modulus}, so $${x} = ${solution}$.`,
    `Indeed ${factor} × ${solution} = ${computed(`${factor}*${solution}`, factor * solution)}, and ${modulus} × ${quotient} + ${target} = ${computed(`${modulus}*${quotient}+${target}`, factor * solution)}.`,
  ]
}

/** A large power modulo a prime. */
const fermatRemainder: Family = defineFamily({
  id: 'power-modulo-a-prime',
  knowledgePoints: ['fermats-little-theorem'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    base: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    exponent: { minimum: 20, maximum: 600, link: { kind: 'number' } },
    prime: { minimum: 7, maximum: 43 },
  },
  possible: ({ base, exponent, prime }) =>
    factorise(prime)[0]?.prime === prime && base % prime !== 0 && exponent > 0,
  nice: ({ base, exponent, prime }) =>
    exponent > prime && exponent % (prime - 1) <= 3 && powerModulo(base, exponent, prime) > 1,
  solve: ({ base, exponent, prime }) => integerAnswer(powerModulo(base, exponent % (prime - 1), prime)),
  check: {
    method: 'brute force',
    accepts: ({ base, exponent, prime }, answer) => {
      let remainder = 1
      for (let factor = 0; factor < exponent; factor++) remainder = (remainder * base) % prime
      return integerValue(answer) === remainder
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `Use Fermat’s little theorem to find the remainder when $${math.base}^{${math.exponent}}$ is divided by the prime $${math.prime}$.`,
      quantity: `the remainder when $${math.base}^{${math.exponent}}$ is divided by the prime $${math.prime}$`,
      steps: () => fermatSteps(value),
    }),
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The integer $${x}$ is at least zero and less than the prime number $${math.prime}$, and $${math.base}^{${math.exponent}} - ${x}$ is divisible by this prime.`,
        ask: `What is $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => fermatSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['dial', 'wheel', 'disc'])
      return {
        setup: `The number of positions on a ${thing} is the prime ${text.prime}, and the positions are numbered from zero. The pointer starts at position one. In each move its position number is multiplied by ${text.base}, and the pointer goes to the remainder of this product on division by the number of positions. There are ${text.exponent} moves.`,
        ask: `At which position does the pointer end?`,
        quantity: `the number of the position on the ${thing} at which the pointer ends`,
        steps: () => fermatSteps(value),
      }
    },
  ],
})

function fermatSteps({
  base,
  exponent,
  prime,
}: {
  base: number
  exponent: number
  prime: number
}): readonly string[] {
  const period = prime - 1
  const rest = exponent % period
  const result = powerModulo(base, rest, prime)
  return [
    `By Fermat’s little theorem, the power of ${base} with the exponent ${prime} - 1 = ${computed(`${prime}-1`, period)} leaves the remainder 1 on division by ${prime}, because ${prime} is a prime that does not divide ${base}.`,
    `The exponent is ${exponent} = ${period} × ${(exponent - rest) / period} + ${rest}, so only the exponent ${rest} matters.`,
    rest === 1
      ? `So the power leaves the same remainder as ${base}, which is ${result}.`
      : `Now $${base}^{${rest}}$ = ${computed(`${base}^${rest}`, base ** rest)}, and ${base ** rest} = ${prime} × ${(base ** rest - result) / prime} + ${result}, so the remainder is ${result}.`,
  ]
}

export const primeCongruenceFamilies: readonly Family[] = [linearCongruence, fermatRemainder]
