import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { pureNumber, whole } from './spatial-quantities.ts'

interface Two {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
}

/** Imaginary part of a product. */
const product: Family = defineFamily({
  id: 'imaginary-part-of-a-product',
  knowledgePoints: ['complex-addition-and-multiplication'],
  level: 1,
  result: pureNumber,
  givens: { a: whole(2, 20), b: whole(2, 15), c: whole(2, 20), d: whole(2, 15) },
  possible: ({ a, b, c, d }) => a > 0 && b > 0 && c > 0 && d > 0,
  nice: ({ a, b, c, d }) => a !== c || b !== d,
  solve: ({ a, b, c, d }) => integerAnswer(a * d + b * c),
  check: {
    method: 'numeric',
    // Through lengths and angles.
    accepts: ({ a, b, c, d }, answer) => {
      const angle = Math.atan2(b, a) + Math.atan2(d, c)
      return Math.abs(Math.hypot(a, b) * Math.hypot(c, d) * Math.sin(angle) - numericValue(answer)) < 1e-6
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the imaginary part of the product $(${math.a} + ${math.b}i)(${math.c} + ${math.d}i)$?`,
      quantity: `the imaginary part of the product $(${math.a} + ${math.b}i)(${math.c} + ${math.d}i)$`,
      steps: () => productSteps(value),
    }),
    ({ value, math, story }) => {
      const [z, w] = [story.variable(), story.variable()]
      return {
        setup: `The complex numbers $${z} = ${math.a} + ${math.b}i$ and $${w} = ${math.c} + ${math.d}i$ are multiplied.`,
        ask: `Find the coefficient of $i$ in the product $${z}${w}$.`,
        quantity: `the coefficient of $i$ in the product $${z}${w}$`,
        steps: () => productSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `In an alternating-current circuit the current is $${math.a} + ${math.b}i$ amperes and the impedance is $${math.c} + ${math.d}i$ ohms. The voltage, their product, is $${x} + ${y}i$ volts with real numbers $${x}$ and $${y}$.`,
        ask: `What is the value of $${y}$?`,
        quantity: `the value of $${y}$`,
        steps: () => productSteps(value),
      }
    },
  ],
})

function productSteps({ a, b, c, d }: Two): readonly string[] {
  return [
    `Multiply the brackets out. A term with $i$ comes from the real part of one factor and the imaginary part of the other; the product of the two imaginary parts is real, since $i^2 = -1$.`,
    `The coefficient of $i$ is ${a} × ${d} + ${b} × ${c} = ${computed(`${a}*${d}+${b}*${c}`, a * d + b * c)}.`,
  ]
}

/** How many powers of i in a range are 1. */
const powersOfI: Family = defineFamily({
  id: 'powers-of-i-equal-to-one',
  knowledgePoints: ['powers-of-i'],
  level: 2,
  result: { kind: 'number' },
  givens: { first: whole(2, 60), last: whole(12, 240) },
  possible: ({ first, last }) => first >= 1 && last >= first,
  nice: ({ first, last }) => last - first >= 8 && last % 4 !== 0 && first % 4 !== 1,
  solve: ({ first, last }) => integerAnswer(Math.floor(last / 4) - Math.floor((first - 1) / 4)),
  check: {
    method: 'brute force',
    // Multiply by i again and again and count.
    accepts: ({ first, last }, answer) => {
      let [real, imaginary] = [1, 0]
      let count = 0
      for (let exponent = 1; exponent <= last; exponent++) {
        ;[real, imaginary] = [-imaginary, real]
        if (exponent >= first && real === 1) count++
      }
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `How many of the powers of $i$ with whole exponents from $${math.first}$ to $${math.last}$ are equal to $1$?`,
      quantity: `the number of powers of $i$ with whole exponents from $${math.first}$ to $${math.last}$ that are equal to $1$`,
      constants: ['1'],
      steps: () => powerSteps(value.first, value.last),
    }),
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: '',
        ask: `For how many integers $${x}$ with $${math.first} \\le ${x} \\le ${math.last}$ does $i^{${x}} = 1$ hold?`,
        quantity: `the number of integers $${x}$ with $${math.first} \\le ${x} \\le ${math.last}$ and $i^{${x}} = 1$`,
        constants: ['1'],
        steps: () => powerSteps(value.first, value.last),
      }
    },
    ({ value, text, story }) => ({
      setup: `A program prints the powers of the imaginary unit $i$ one after another, with all exponents from ${text.first} up to ${text.last}. ${story.hero.name} underlines every power that is the real number one.`,
      ask: `How many powers does ${story.hero.name} underline?`,
      quantity: `the number of powers that ${story.hero.name} underlines`,
      steps: () => powerSteps(value.first, value.last),
    }),
  ],
})

function powerSteps(first: number, last: number): readonly string[] {
  const [upTo, before] = [Math.floor(last / 4), Math.floor((first - 1) / 4)]
  return [
    `The powers of $i$ repeat with period four: $i, -1, -i, 1$. So a power is 1 exactly when its exponent is a multiple of 4.`,
    `Up to ${last} there are ${upTo} multiples of 4, the largest being 4 × ${upTo} = ${computed(`4*${upTo}`, 4 * upTo)}; below ${first} there are ${before}.`,
    `That leaves ${upTo} - ${before} = ${computed(`${upTo}-${before}`, upTo - before)} exponents.`,
  ]
}

/** Real part of a quotient. */
const quotient: Family = defineFamily({
  id: 'real-part-of-a-quotient',
  knowledgePoints: ['complex-division'],
  level: 2,
  result: pureNumber,
  givens: { a: whole(2, 240), b: whole(2, 240), c: whole(2, 12), d: whole(2, 12) },
  sample: (random, fixed) => {
    const [c, d] = [fixed.c ?? random.integer(2, 8), fixed.d ?? random.integer(2, 8)]
    const [x, y] = [random.integer(2, 14), random.integer(1, 9)]
    return { a: fixed.a ?? x * c - y * d, b: fixed.b ?? x * d + y * c, c, d }
  },
  possible: ({ a, b, c, d }) => a > 0 && b > 0 && c * c + d * d > 0,
  nice: ({ a, b, c, d }) =>
    (a * c + b * d) % (c * c + d * d) === 0 && (b * c - a * d) % (c * c + d * d) === 0 && b * c > a * d,
  solve: ({ a, b, c, d }) => fractionAnswer(a * c + b * d, c * c + d * d),
  check: {
    method: 'numeric',
    accepts: ({ a, b, c, d }, answer) => {
      const angle = Math.atan2(b, a) - Math.atan2(d, c)
      return Math.abs((Math.hypot(a, b) / Math.hypot(c, d)) * Math.cos(angle) - numericValue(answer)) < 1e-8
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the real part of $\\frac{${math.a} + ${math.b}i}{${math.c} + ${math.d}i}$?`,
      quantity: `the real part of $\\frac{${math.a} + ${math.b}i}{${math.c} + ${math.d}i}$`,
      steps: () => quotientSteps(value),
    }),
    ({ value, math, story }) => {
      const z = story.variable()
      return {
        setup: `A complex number $${z}$ satisfies $(${math.c} + ${math.d}i)${z} = ${math.a} + ${math.b}i$.`,
        ask: `Find the real part of $${z}$.`,
        quantity: `the real part of $${z}$`,
        steps: () => quotientSteps(value),
      }
    },
    ({ value, math, story }) => {
      const [x, y] = [story.variable(), story.variable()]
      return {
        setup: `When $${math.a} + ${math.b}i$ is divided by $${math.c} + ${math.d}i$, the result is $${x} + ${y}i$ with real numbers $${x}$ and $${y}$.`,
        ask: `What is $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => quotientSteps(value),
      }
    },
  ],
})

function quotientSteps({ a, b, c, d }: Two): readonly string[] {
  const [top, bottom] = [a * c + b * d, c * c + d * d]
  return [
    `Multiply numerator and denominator by the conjugate $${c} - ${d}i$ of the denominator, so that the denominator becomes real: $${c}^2 + ${d}^2$ = ${computed(`${c}^2+${d}^2`, bottom)}.`,
    `The real part of the new numerator is ${a} × ${c} + ${b} × ${d} = ${computed(`${a}*${c}+${b}*${d}`, top)}.`,
    `So the real part is ${top} ÷ ${bottom} = ${computed(`${top}/${bottom}`, top / bottom)}.`,
  ]
}

export const complexNumberFamilies: readonly Family[] = [product, powersOfI, quotient]
