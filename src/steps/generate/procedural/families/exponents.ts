import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** (x^a)^b / x^c. */
const simplifiedExponent: Family = defineFamily({
  id: 'exponent-after-simplifying',
  knowledgePoints: ['laws-of-exponents'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    inner: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    outer: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    below: { minimum: 2, maximum: 60, link: { kind: 'number' } },
  },
  possible: ({ inner, outer, below }) => inner * outer > below,
  nice: ({ inner, outer, below }) => inner * outer - below >= 2,
  solve: ({ inner, outer, below }) => integerAnswer(inner * outer - below),
  check: {
    method: 'brute force',
    // Count the factors of two in the actual number.
    accepts: ({ inner, outer, below }, answer) => {
      let rest = (2n ** BigInt(inner)) ** BigInt(outer) / 2n ** BigInt(below)
      let count = 0
      while (rest % 2n === 0n) {
        rest /= 2n
        count++
      }
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const power = `$\\frac{(${x}^{${math.inner}})^{${math.outer}}}{${x}^{${math.below}}}$`
      return {
        setup: '',
        ask: `What is the exponent of $${x}$ when ${power} is simplified to a single power of $${x}$?`,
        quantity: `the exponent of $${x}$ when ${power} is simplified to a single power of $${x}$`,
        steps: () => exponentSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const t = story.variable()
      return {
        setup: `For every positive number $${x}$ we have $${x}^{${t}} \\cdot ${x}^{${math.below}} = (${x}^{${math.inner}})^{${math.outer}}$.`,
        ask: `What is the value of $${t}$?`,
        quantity: `the value of $${t}$`,
        steps: () => exponentSteps(value),
      }
    },
    ({ value, text, story }) => {
      const machine = story.pick(['computer program', 'robot', 'calculator'])
      return {
        setup: `A ${machine} starts with the number one. In each of ${text.outer} rounds it doubles its number ${text.inner} times. Afterwards it halves the number ${text.below} times, and the final number is a power of two.`,
        ask: `What is the exponent of this power of two?`,
        quantity: `the exponent of the power of two with which the ${machine} ends`,
        steps: () => exponentSteps(value),
      }
    },
  ],
})

function exponentSteps({
  inner,
  outer,
  below,
}: {
  inner: number
  outer: number
  below: number
}): readonly string[] {
  return [
    `A power of a power multiplies the exponents: ${inner} × ${outer} = ${computed(`${inner}*${outer}`, inner * outer)}.`,
    `Dividing powers with the same base subtracts the exponents: ${inner * outer} - ${below} = ${computed(`${inner * outer}-${below}`, inner * outer - below)}.`,
    `So a single power with exponent ${inner * outer - below} remains.`,
  ]
}

/** 2^(x + a) = (2^b)^c. */
const equalPowers: Family = defineFamily({
  id: 'equation-between-powers-of-two',
  knowledgePoints: ['laws-of-exponents', 'exponential-equations'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    added: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    inner: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    outer: { minimum: 2, maximum: 15, link: { kind: 'number' } },
  },
  possible: ({ added, inner, outer }) => inner * outer > added,
  solve: ({ added, inner, outer }) => integerAnswer(inner * outer - added),
  check: {
    method: 'inverse',
    accepts: ({ added, inner, outer }, answer) => {
      const x = integerValue(answer)
      return (
        x !== undefined &&
        x >= 0 &&
        2n ** BigInt(x) * 2n ** BigInt(added) === (2n ** BigInt(inner)) ** BigInt(outer)
      )
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$2^{${x}} \\cdot 2^{${math.added}} = (2^{${math.inner}})^{${math.outer}}$`
      return {
        setup: '',
        ask: `Find the value of $${x}$ for which ${equation}.`,
        quantity: `the value of $${x}$ for which ${equation}`,
        constants: ['2', '2', '2'],
        steps: () => equalSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The number $${x}$ satisfies $3^{${x} + ${math.added}} = (3^{${math.outer}})^{${math.inner}}$.`,
        ask: `What is $${x}$?`,
        quantity: `the value of $${x}$`,
        constants: ['3', '3'],
        steps: () => equalSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['a theatre', 'a power station', 'a model railway'])
      return {
        setup: `The control room of ${place} has ${text.outer} panels with ${text.inner} on-off switches each. A spare board has only ${text.added} on-off switches.`,
        ask: `How many switches must be added to the spare board so that it has as many different settings as all the panels together?`,
        quantity: `the number of switches to be added to the spare board so that it has as many different settings as all the panels together`,
        steps: () => [
          `Each switch doubles the number of settings, so the numbers of settings are powers of two.`,
          ...equalSteps(value, story.variable()),
        ],
      }
    },
  ],
})

function equalSteps(
  { added, inner, outer }: { added: number; inner: number; outer: number },
  x: string,
): readonly string[] {
  return [
    `Write both sides as powers of the same base: on one side the exponents add to $${x} + ${added}$.`,
    `On the other side the exponents multiply: ${inner} × ${outer} = ${computed(`${inner}*${outer}`, inner * outer)}.`,
    `Powers of the same base are equal when the exponents are, so $${x}$ = ${inner * outer} - ${added} = ${computed(`${inner * outer}-${added}`, inner * outer - added)}.`,
  ]
}

/** p^(x − a) = q^c with q a power of p. */
const sameBase: Family = defineFamily({
  id: 'exponential-equation-with-related-bases',
  knowledgePoints: ['exponential-equations'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    base: { minimum: 2, maximum: 30 },
    less: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    other: { minimum: 2, maximum: 81 },
    power: { minimum: 2, maximum: 40, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const [base, other] = random.pick([
      [2, 4],
      [2, 8],
      [2, 16],
      [3, 9],
      [3, 27],
      [4, 16],
      [4, 64],
      [5, 25],
    ] as const)
    return {
      base,
      other,
      less: fixed.less ?? random.integer(2, 30),
      power: fixed.power ?? random.integer(2, 20),
    }
  },
  possible: ({ base, other }) => logarithmOf(other, base) !== undefined,
  solve: ({ base, less, other, power }) => integerAnswer(less + power * (logarithmOf(other, base) ?? 0)),
  check: {
    method: 'inverse',
    accepts: ({ base, less, other, power }, answer) => {
      const x = integerValue(answer)
      return (
        x !== undefined && x >= less && BigInt(base) ** BigInt(x - less) === BigInt(other) ** BigInt(power)
      )
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$${math.base}^{${x} - ${math.less}} = ${math.other}^{${math.power}}$`
      return {
        setup: '',
        ask: `Solve the equation ${equation} for $${x}$.`,
        quantity: `the solution $${x}$ of ${equation}`,
        steps: () => sameBaseSteps(value, x),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} raises ${text.base} to an exponent that is ${text.less} less than a secret number. The result is equal to ${text.other} raised to the power ${text.power}.`,
      ask: `What is the secret number?`,
      quantity: `${story.hero.name}’s secret number`,
      steps: () => sameBaseSteps(value, story.variable()),
    }),
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `Let $${f}(${x}) = ${math.base}^{${x} - ${math.less}}$.`,
        ask: `At which $${x}$ does $${f}$ take the value $${math.other}^{${math.power}}$?`,
        quantity: `the number $${x}$ at which $${f}$ takes the value $${math.other}^{${math.power}}$`,
        steps: () => sameBaseSteps(value, x),
      }
    },
  ],
})

/** The positive integer k with base^k = number, if there is one. */
function logarithmOf(number: number, base: number): number | undefined {
  let exponent = 0
  let power = 1
  while (power < number) {
    power *= base
    exponent++
  }
  return power === number && exponent > 0 ? exponent : undefined
}

function sameBaseSteps(
  { base, less, other, power }: { base: number; less: number; other: number; power: number },
  x: string,
): readonly string[] {
  const exponent = logarithmOf(other, base) ?? 0
  return [
    `Write both sides with the base ${base}: $${base}^{${exponent}}$ = ${computed(`${base}^${exponent}`, other)}, so $${other}^{${power}} = (${base}^{${exponent}})^{${power}}$.`,
    `As a power of ${base}, the right side has the exponent ${exponent} × ${power} = ${computed(`${exponent}*${power}`, exponent * power)}.`,
    `Equal powers have equal exponents: $${x} - ${less} = ${exponent * power}$, so $${x}$ = ${exponent * power} + ${less} = ${computed(`${exponent * power}+${less}`, exponent * power + less)}.`,
  ]
}

export const exponentFamilies: readonly Family[] = [simplifiedExponent, equalPowers, sameBase]
