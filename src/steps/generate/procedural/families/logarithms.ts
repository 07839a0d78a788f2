import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { factorise } from './whole-numbers.ts'

/** log_a (c^k) with a and c powers of one prime. */
const relatedLogarithm: Family = defineFamily({
  id: 'logarithm-of-a-power',
  knowledgePoints: ['evaluating-logarithms'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    base: { minimum: 2, maximum: 32 },
    number: { minimum: 2, maximum: 32 },
    power: { minimum: 2, maximum: 60, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const powers = random.pick([
      [2, 4, 8, 16, 32],
      [3, 9, 27],
      [5, 25],
    ] as const)
    return {
      base: random.pick(powers),
      number: random.pick(powers),
      power: fixed.power ?? random.integer(2, 40),
    }
  },
  possible: ({ base, number }) => {
    const [a, b] = [factorise(base), factorise(number)]
    return a.length === 1 && b.length === 1 && a[0]?.prime === b[0]?.prime
  },
  nice: ({ base, number, power }) =>
    base !== number &&
    (power * exponentOf(number)) % exponentOf(base) === 0 &&
    power * exponentOf(number) > exponentOf(base),
  solve: ({ base, number, power }) => fractionAnswer(power * exponentOf(number), exponentOf(base)),
  check: {
    method: 'numeric',
    accepts: ({ base, number, power }, answer) =>
      Math.abs(numericValue(answer) * Math.log(base) - power * Math.log(number)) < 1e-8,
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the value of $\\log_{${math.base}}\\left(${math.number}^{${math.power}}\\right)$?`,
      quantity: `the value of $\\log_{${math.base}}\\left(${math.number}^{${math.power}}\\right)$`,
      steps: () => relatedSteps(value),
    }),
    ({ value, math }) => ({
      setup: '',
      ask: `To which exponent must $${math.base}$ be raised to give $${math.number}^{${math.power}}$?`,
      quantity: `the exponent to which $${math.base}$ must be raised to give $${math.number}^{${math.power}}$`,
      steps: () => relatedSteps(value),
    }),
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `Let $${x} = ${math.number}^{${math.power}}$ and $${y} = \\log_{${math.base}} ${x}$.`,
        ask: `Evaluate $${y}$.`,
        quantity: `the value of $${y}$`,
        steps: () => relatedSteps(value),
      }
    },
  ],
})

/** The exponent of a prime power. */
function exponentOf(primePower: number): number {
  return factorise(primePower)[0]?.exponent ?? 1
}

function relatedSteps({
  base,
  number,
  power,
}: {
  base: number
  number: number
  power: number
}): readonly string[] {
  const prime = factorise(base)[0]?.prime ?? base
  const [a, b] = [exponentOf(base), exponentOf(number)]
  const powers = [
    { whole: base, exponent: a },
    { whole: number, exponent: b },
  ].map(({ whole, exponent }) =>
    exponent === 1
      ? `${whole} itself`
      : `$${prime}^{${exponent}}$ = ${computed(`${prime}^${exponent}`, whole)}`,
  )
  return [
    `Write both numbers as powers of ${prime}: ${powers.join(` and `)}.`,
    `So $${number}^{${power}}$ is a power of ${prime} with exponent ${b} × ${power} = ${computed(`${b}*${power}`, b * power)}.`,
    a === 1
      ? `The logarithm to the base ${base} is this exponent, ${b * power}.`
      : `Each factor ${base} is made of ${a} factors ${prime}, so the logarithm to the base ${base} is ${b * power} ÷ ${a} = ${computed(`${b * power}/${a}`, (b * power) / a)}.`,
  ]
}

/** log(x^p y^q) from log x and log y. */
const combinedLogarithm: Family = defineFamily({
  id: 'logarithm-of-a-product-of-powers',
  knowledgePoints: ['laws-of-logarithms'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    second: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    power: { minimum: 2, maximum: 9, link: { kind: 'number' } },
    root: { minimum: 2, maximum: 9, link: { kind: 'number' } },
  },
  possible: ({ first, second, power, root }) => power * first > root * second,
  nice: ({ first, second, power, root }) => power * first - root * second <= 200,
  solve: ({ first, second, power, root }) => integerAnswer(power * first - root * second),
  check: {
    method: 'brute force',
    // With 2 as the base of the logarithms, the numbers themselves are known exactly.
    accepts: ({ first, second, power, root }, answer) => {
      const quotient = (2n ** BigInt(first)) ** BigInt(power) / (2n ** BigInt(second)) ** BigInt(root)
      return numericValue(answer) === quotient.toString(2).length - 1
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `Suppose that $\\log ${x} = ${math.first}$ and $\\log ${y} = ${math.second}$.`,
        ask: `What is the value of $\\log \\frac{${x}^{${math.power}}}{${y}^{${math.root}}}$?`,
        quantity: `the value of $\\log \\frac{${x}^{${math.power}}}{${y}^{${math.root}}}$`,
        steps: () => combinedSteps(value),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `The logarithms of the positive numbers $${x}$ and $${y}$ to a certain base are ${text.first} and ${text.second}. The number $${x}$ is raised to the power ${text.power}, the number $${y}$ to the power ${text.root}, and the first result is divided by the second.`,
        ask: `What is the logarithm of the quotient to the same base?`,
        quantity: `the logarithm of the quotient to the same base`,
        steps: () => combinedSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `With the values $\\ln ${y} = ${math.second}$ and $\\ln ${x} = ${math.first}$, ${story.hero.name} computes $${math.power}\\ln ${x} - \\ln ${y}^{${math.root}}$.`,
        ask: `What is the result?`,
        quantity: `the result that ${story.hero.name} computes`,
        steps: () => combinedSteps(value),
      }
    },
  ],
})

function combinedSteps(value: {
  first: number
  second: number
  power: number
  root: number
}): readonly string[] {
  const { first, second, power, root } = value
  const [a, b] = [power * first, root * second]
  return [
    `The logarithm of a quotient is a difference of logarithms, and an exponent comes out as a factor.`,
    `The two terms are ${power} × ${first} = ${computed(`${power}*${first}`, a)} and ${root} × ${second} = ${computed(`${root}*${second}`, b)}.`,
    `So the value is ${a} - ${b} = ${computed(`${a}-${b}`, a - b)}.`,
  ]
}

/** log_b (x − a) = k. */
const logarithmEquation: Family = defineFamily({
  id: 'equation-with-a-logarithm',
  knowledgePoints: ['logarithmic-equations'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    base: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    exponent: { minimum: 2, maximum: 7, link: { kind: 'number' } },
    less: { minimum: 2, maximum: 120, link: { kind: 'number' } },
  },
  possible: ({ base, exponent }) => base >= 2 && exponent >= 1,
  nice: ({ base, exponent, less }) => base ** exponent + less <= 320,
  solve: ({ base, exponent, less }) => integerAnswer(base ** exponent + less),
  check: {
    method: 'numeric',
    accepts: ({ base, exponent, less }, answer) =>
      Math.abs(Math.log(numericValue(answer) - less) / Math.log(base) - exponent) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$\\log_{${math.base}}(${x} - ${math.less}) = ${math.exponent}$`
      return {
        setup: '',
        ask: `What is the solution of ${equation}?`,
        quantity: `the solution $${x}$ of ${equation}`,
        steps: () => logarithmSteps(value, x),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} takes a number, subtracts ${text.less}, and finds that the logarithm of the result to the base ${text.base} is ${text.exponent}.`,
      ask: `Which number did ${story.hero.name} take?`,
      quantity: `the number that ${story.hero.name} took`,
      steps: () => logarithmSteps(value, story.variable()),
    }),
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `The function $${f}$ is given by $${f}(${x}) = \\log_{${math.base}}(${x} - ${math.less})$.`,
        ask: `For which $${x}$ is $${f}(${x})$ equal to $${math.exponent}$?`,
        quantity: `the number $${x}$ for which $${f}(${x})$ is equal to $${math.exponent}$`,
        steps: () => logarithmSteps(value, x),
      }
    },
  ],
})

function logarithmSteps(
  { base, exponent, less }: { base: number; exponent: number; less: number },
  x: string,
): readonly string[] {
  const power = base ** exponent
  return [
    `Write the logarithm as a power: $${x} - ${less} = ${base}^{${exponent}}$.`,
    `The power is $${base}^{${exponent}}$ = ${computed(`${base}^${exponent}`, power)}.`,
    `So $${x}$ = ${power} + ${less} = ${computed(`${power}+${less}`, power + less)}, and the number under the logarithm is positive as it must be.`,
  ]
}

export const logarithmFamilies: readonly Family[] = [relatedLogarithm, combinedLogarithm, logarithmEquation]
