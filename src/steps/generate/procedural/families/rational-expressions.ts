import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** (a x^2 + b x) / (c x) cancelled, then evaluated. */
const cancelledFraction: Family = defineFamily({
  id: 'cancelled-fraction-at-a-point',
  knowledgePoints: ['simplifying-rational-expressions'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    square: { minimum: 2, maximum: 36, link: { kind: 'number' } },
    linear: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    divisor: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    point: { minimum: 2, maximum: 40, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const divisor = fixed.divisor ?? random.integer(2, 6)
    return {
      divisor,
      square: fixed.square ?? divisor * random.integer(1, 6),
      linear: fixed.linear ?? divisor * random.integer(1, 9),
      point: fixed.point ?? random.integer(2, 24),
    }
  },
  possible: ({ square, linear, divisor, point }) => square > 0 && linear > 0 && divisor > 0 && point > 0,
  nice: ({ square, linear, divisor }) => square % divisor === 0 && linear % divisor === 0,
  solve: ({ square, linear, divisor, point }) => fractionAnswer(square * point + linear, divisor),
  check: {
    method: 'numeric',
    accepts: ({ square, linear, divisor, point }, answer) => {
      const top = square * point ** 2 + linear * point
      return Math.abs(top / (divisor * point) - numericValue(answer)) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const fraction = `$\\frac{${math.square}${x}^2 + ${math.linear}${x}}{${math.divisor}${x}}$`
      return {
        setup: '',
        ask: `Simplify ${fraction} and find its value for $${x} = ${math.point}$.`,
        quantity: `the value of ${fraction} for $${x} = ${math.point}$`,
        constants: ['2'],
        steps: () => cancelSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `For $${x} \\ne 0$ let $${f}(${x}) = \\frac{${math.linear}${x} + ${math.square}${x}^2}{${math.divisor}${x}}$.`,
        ask: `After cancelling, what is the value of $${f}$ at $${math.point}$?`,
        quantity: `the value of $${f}$ at $${math.point}$`,
        constants: ['0', '2'],
        steps: () => cancelSteps(value, x),
      }
    },
    ({ value, math, text, story }) => {
      const x = story.variable()
      const place = story.pick(['meadow', 'terrace', 'warehouse floor'])
      return {
        setup: `A rectangular ${place} has an area of $${math.square}${x}^2 + ${math.linear}${x}$ square metres and a width of $${math.divisor}${x}$ metres.`,
        ask: `What is its length in metres if $${x}$ is equal to ${text.point}?`,
        quantity: `the length of the ${place} in metres if $${x}$ is equal to ${text.point}`,
        constants: ['2'],
        steps: () => cancelSteps(value, x),
      }
    },
  ],
})

function cancelSteps(
  value: { square: number; linear: number; divisor: number; point: number },
  x: string,
): readonly string[] {
  const { square, linear, divisor, point } = value
  const [a, b] = [square / divisor, linear / divisor]
  return [
    `Both terms of the numerator contain $${x}$, so it cancels: $\\frac{${square}${x}^2 + ${linear}${x}}{${divisor}${x}} = \\frac{${square}${x} + ${linear}}{${divisor}}$.`,
    `Divide each term by ${divisor}: ${square} ÷ ${divisor} = ${computed(`${square}/${divisor}`, a)} and ${linear} ÷ ${divisor} = ${computed(`${linear}/${divisor}`, b)}.`,
    `For the value ${point} this gives ${a} × ${point} + ${b} = ${computed(`${a}*${point}+${b}`, a * point + b)}.`,
  ]
}

/** Value of x that solves (x + a) / (x − b) = c. */
const quotientEquation: Family = defineFamily({
  id: 'equation-with-a-quotient-of-linear-terms',
  knowledgePoints: ['rational-equations'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    added: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    less: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    quotient: { minimum: 2, maximum: 25, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const quotient = fixed.quotient ?? random.integer(2, 9)
    const less = fixed.less ?? random.integer(2, 25)
    const beyond = random.integer(1, 15)
    return { quotient, less, added: fixed.added ?? (quotient - 1) * beyond - less }
  },
  possible: ({ added, less, quotient }) => quotient > 1 && added > 0 && less > 0,
  nice: ({ added, less, quotient }) => (added + less * quotient) % (quotient - 1) === 0,
  solve: ({ added, less, quotient }) => fractionAnswer(added + less * quotient, quotient - 1),
  check: {
    method: 'inverse',
    accepts: ({ added, less, quotient }, answer) => {
      const x = numericValue(answer)
      return Math.abs((x + added) / (x - less) - quotient) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$\\frac{${x} + ${math.added}}{${x} - ${math.less}} = ${math.quotient}$`
      return {
        setup: '',
        ask: `What value of $${x}$ satisfies ${equation}?`,
        quantity: `the value of $${x}$ that satisfies ${equation}`,
        steps: () => quotientSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${friend.name} thinks of a number. If ${text.added} is added to this number, the result is ${text.quotient} times as large as if ${text.less} is subtracted from it.`,
        ask: `Which number is ${friend.name} thinking of?`,
        quantity: `the number that ${friend.name} is thinking of`,
        steps: () => quotientSteps(value, story.variable()),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      const things = story.pick(['marbles', 'stickers', 'coins', 'shells'])
      return {
        setup: `${story.hero.name} and ${friend.name} have the same number of ${things}. After ${story.hero.name} finds ${text.added} more and ${friend.name} gives ${text.less} away to a cousin, ${story.hero.name} has ${text.quotient} times as many ${things} as ${friend.name}.`,
        ask: `How many ${things} did ${story.hero.name} have at first?`,
        quantity: `the number of ${things} that ${story.hero.name} had at first`,
        steps: () => quotientSteps(value, story.variable()),
      }
    },
  ],
})

function quotientSteps(
  { added, less, quotient }: { added: number; less: number; quotient: number },
  x: string,
): readonly string[] {
  const right = added + less * quotient
  return [
    `The equation is $\\frac{${x} + ${added}}{${x} - ${less}} = ${quotient}$. Multiply by the denominator: $${x} + ${added} = ${quotient}(${x} - ${less})$.`,
    `Expand and collect: the constants give ${added} + ${quotient} × ${less} = ${computed(`${added}+${quotient}*${less}`, right)}, and the terms with $${x}$ give ${quotient} - 1 = ${computed(`${quotient}-1`, quotient - 1)} times $${x}$.`,
    `So $${x}$ = ${right} ÷ ${quotient - 1} = ${computed(`${right}/${quotient - 1}`, right / (quotient - 1))}, which does not make the denominator zero.`,
  ]
}

/** Where the asymptotes of a x / (b x − c) meet. */
const asymptoteSum: Family = defineFamily({
  id: 'meeting-point-of-asymptotes',
  knowledgePoints: ['vertical-and-horizontal-asymptotes'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    top: { minimum: 2, maximum: 120, link: { kind: 'number' } },
    factor: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    less: { minimum: 2, maximum: 120, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const factor = fixed.factor ?? random.integer(2, 7)
    return {
      factor,
      top: fixed.top ?? factor * random.integer(2, 15),
      less: fixed.less ?? factor * random.integer(2, 15),
    }
  },
  possible: ({ top, factor, less }) => top > 0 && factor > 0 && less > 0,
  nice: ({ top, factor, less }) => top % factor === 0 && less % factor === 0,
  solve: ({ top, factor, less }) => fractionAnswer(top + less, factor),
  check: {
    method: 'numeric',
    // Far out the graph is at its horizontal asymptote; the denominator vanishes at the vertical one.
    accepts: ({ top, factor, less }, answer) => {
      const far = 1e9
      const height = (top * far) / (factor * far - less)
      const place = numericValue(answer) - height
      return Math.abs(factor * place - less) < 1e-4
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `The asymptotes of the curve $${y} = \\frac{${math.top}${x}}{${math.factor}${x} - ${math.less}}$ meet at one point.`,
        ask: `What is the sum of the coordinates of this point?`,
        quantity: `the sum of the coordinates of the point where the asymptotes meet`,
        steps: () => asymptoteSteps(value),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      const [u, w] = [story.variable(), story.variable()]
      return {
        setup: `The graph of $${f}(${x}) = \\frac{${math.top}${x}}{${math.factor}${x} - ${math.less}}$ has a vertical asymptote that meets the horizontal axis at $${u}$, and a horizontal asymptote at the height $${w}$.`,
        ask: `Find $${u} + ${w}$.`,
        quantity: `the value of $${u} + ${w}$`,
        steps: () => asymptoteSteps(value),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The coordinate axes and the two asymptotes of the graph of $\\frac{${math.top}${x}}{${math.factor}${x} - ${math.less}}$ enclose a rectangle with one corner at the origin.`,
        ask: `What is the sum of the length and the width of this rectangle?`,
        quantity: `the sum of the length and the width of the rectangle between the axes and the asymptotes`,
        steps: () => asymptoteSteps(value),
      }
    },
  ],
})

function asymptoteSteps({
  top,
  factor,
  less,
}: {
  top: number
  factor: number
  less: number
}): readonly string[] {
  return [
    `The vertical asymptote is where the denominator is zero: at ${less} ÷ ${factor} = ${computed(`${less}/${factor}`, less / factor)}.`,
    `Numerator and denominator have the same degree, so the horizontal asymptote has the height of the quotient of the leading coefficients: ${top} ÷ ${factor} = ${computed(`${top}/${factor}`, top / factor)}.`,
    `Together that is ${less / factor} + ${top / factor} = ${computed(`${less / factor}+${top / factor}`, less / factor + top / factor)}.`,
  ]
}

export const rationalExpressionFamilies: readonly Family[] = [
  cancelledFraction,
  quotientEquation,
  asymptoteSum,
]
