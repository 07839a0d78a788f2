import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Sum of the solutions of (x − a)(c x − b) = 0. */
const zeroProduct: Family = defineFamily({
  id: 'sum-of-solutions-of-a-zero-product',
  knowledgePoints: ['solving-by-factoring'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    factor: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    second: { minimum: 4, maximum: 240, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const factor = fixed.factor ?? random.integer(2, 9)
    return {
      factor,
      first: fixed.first ?? random.integer(2, 40),
      second: fixed.second ?? factor * random.integer(2, 25),
    }
  },
  possible: ({ first, factor, second }) => factor > 0 && first * factor !== second,
  nice: ({ factor, second }) => second % factor === 0,
  solve: ({ first, factor, second }) => fractionAnswer(first * factor + second, factor),
  check: {
    method: 'inverse',
    accepts: ({ first, factor, second }, answer) =>
      Math.abs((numericValue(answer) - first) * factor - second) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$(${x} - ${math.first})(${math.factor}${x} - ${math.second}) = 0$`
      return {
        setup: '',
        ask: `What is the sum of the solutions of ${equation}?`,
        quantity: `the sum of the solutions of ${equation}`,
        constants: ['0'],
        steps: () => zeroSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `${story.hero.name} factors a quadratic polynomial as $(${math.factor}${x} - ${math.second})(${x} - ${math.first})$ and finds its two roots.`,
        ask: `What do the two roots add up to?`,
        quantity: `the sum of the two roots that ${story.hero.name} finds`,
        steps: () => zeroSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `The graph of $${f}(${x}) = (${x} - ${math.first})(${math.factor}${x} - ${math.second})$ meets the horizontal axis at two points.`,
        ask: `Find the sum of the first coordinates of these points.`,
        quantity: `the sum of the first coordinates of the points where the graph of $${f}$ meets the horizontal axis`,
        steps: () => zeroSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const [u, w] = [story.variable(), story.variable()]
      return {
        setup: `The equation $(${math.factor}${x} - ${math.second})(${x} - ${math.first}) = 0$ has the two solutions $${u}$ and $${w}$.`,
        ask: `Find $${u} + ${w}$.`,
        quantity: `the value of $${u} + ${w}$`,
        constants: ['0'],
        steps: () => zeroSteps(value, x),
      }
    },
  ],
})

function zeroSteps(
  { first, factor, second }: { first: number; factor: number; second: number },
  x: string,
): readonly string[] {
  const other = second / factor
  return [
    `A product is zero only if one of its factors is zero.`,
    `The factor $${x} - ${first}$ gives the solution ${first}, and $${factor}${x} - ${second} = 0$ gives ${second} ÷ ${factor} = ${computed(`${second}/${factor}`, other)}.`,
    `The sum is ${first} + ${other} = ${computed(`${first}+${other}`, first + other)}.`,
  ]
}

/** The solution other than zero of a x^2 = b x. */
const commonFactor: Family = defineFamily({
  id: 'nonzero-solution-by-a-common-factor',
  knowledgePoints: ['solving-by-factoring'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    square: { minimum: 2, maximum: 20, link: { kind: 'number' } },
    linear: { minimum: 6, maximum: 400, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const square = fixed.square ?? random.integer(2, 12)
    return { square, linear: fixed.linear ?? square * random.integer(2, 30) }
  },
  possible: ({ square, linear }) => square > 0 && linear > 0,
  nice: ({ square, linear }) => linear % square === 0 && linear > square,
  solve: ({ square, linear }) => fractionAnswer(linear, square),
  check: {
    method: 'inverse',
    accepts: ({ square, linear }, answer) => {
      const x = numericValue(answer)
      return x > 0 && Math.abs(square * x * x - linear * x) < 1e-7
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$${math.square}${x}^2 - ${math.linear}${x} = 0$`
      return {
        setup: '',
        ask: `What is the positive solution of ${equation}?`,
        quantity: `the positive solution of ${equation}`,
        constants: ['2', '0'],
        steps: () => commonSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${friend.name} has chosen a positive number. Multiplying its square by ${text.square} gives the same result as multiplying the number itself by ${text.linear}.`,
        ask: `What is ${friend.name}’s number?`,
        quantity: `the positive number that ${friend.name} has chosen`,
        steps: () => commonSteps(value, story.variable()),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const g = story.functionName()
      const x = story.variable()
      return {
        setup: `The graphs of $${f}(${x}) = ${math.square}${x}^2$ and $${g}(${x}) = ${math.linear}${x}$ meet at the origin and at one more point.`,
        ask: `What is the first coordinate of the other point?`,
        quantity: `the first coordinate of the point other than the origin where the graphs of $${f}$ and $${g}$ meet`,
        constants: ['2'],
        steps: () => commonSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['rectangular carpet', 'square mat'],
        ['rectangular wall', 'square window'],
        ['rectangular field', 'square garden'],
      ] as const)
      return {
        setup: `A ${one} is ${text.linear} units long and exactly as wide as a ${other}. Its area is ${text.square} times the area of the ${other}.`,
        ask: `How many units long is a side of the ${other}?`,
        quantity: `the length in units of a side of the ${other}`,
        steps: () => {
          const x = story.variable()
          return [
            `If $${x}$ is the side of the ${other}, then $${value.linear}${x} = ${value.square}${x}^2$.`,
            ...commonSteps(value, x),
          ]
        },
      }
    },
  ],
})

function commonSteps({ square, linear }: { square: number; linear: number }, x: string): readonly string[] {
  return [
    `Bring everything to one side and take out the common factor: $${x}(${square}${x} - ${linear}) = 0$.`,
    `A product is zero only if one of its factors is zero, so $${x} = 0$ or $${square}${x} = ${linear}$.`,
    `The solution other than zero is $${x}$ = ${linear} ÷ ${square} = ${computed(`${linear}/${square}`, linear / square)}.`,
  ]
}

/** A verbal equation: b x + a = c. */
const verbalEquation: Family = defineFamily({
  id: 'number-from-a-verbal-equation',
  knowledgePoints: ['translating-words-to-algebra', 'multi-step-linear-equations'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    factor: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    added: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    less: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    excess: { minimum: 4, maximum: 500 },
  },
  sample: (random, fixed) => {
    const factor = fixed.factor ?? random.integer(3, 9)
    const added = fixed.added ?? random.integer(2, 30)
    const less = fixed.less ?? random.integer(2, 12)
    const number = less + random.integer(2, 25)
    return { factor, added, less, excess: factor * number + added - (number - less) }
  },
  possible: ({ factor, added, less, excess }) => factor > 1 && excess > added + less,
  nice: ({ factor, added, less, excess }) => (excess - added - less) % (factor - 1) === 0,
  solve: ({ factor, added, less, excess }) => fractionAnswer(excess - added - less, factor - 1),
  check: {
    method: 'inverse',
    accepts: ({ factor, added, less, excess }, answer) => {
      const x = numericValue(answer)
      return Math.abs(factor * x + added - (x - less) - excess) < 1e-9
    },
  },
  wordings: [
    ({ value, text, story }) => ({
      setup: `${story.hero.name} chooses a number. If the number is multiplied by ${text.factor} and ${text.added} is added, the result is ${text.excess} greater than if ${text.less} is subtracted from the number.`,
      ask: `Which number does ${story.hero.name} choose?`,
      quantity: `the number that ${story.hero.name} chooses`,
      steps: () => verbalSteps(value, story.variable()),
    }),
    ({ value, text, story }) => {
      const friend = story.person()
      const things = story.pick(['stamps', 'badges', 'postcards'])
      return {
        setup: `${story.hero.name} has ${text.factor} times as many ${things} as ${friend.name} and is given ${text.added} more, while ${friend.name} loses ${text.less}. Now ${story.hero.name} has ${text.excess} more ${things} than ${friend.name}.`,
        ask: `How many ${things} did ${friend.name} have at first?`,
        quantity: `the number of ${things} that ${friend.name} had at first`,
        steps: () => verbalSteps(value, story.variable()),
      }
    },
    ({ value, text, story }) => ({
      setup: `From the sum of ${text.added} and the product of ${text.factor} and an unknown number, ${story.hero.name} subtracts the difference of the unknown number and ${text.less}. The result is ${text.excess}.`,
      ask: `Find the unknown number.`,
      quantity: `${story.hero.name}’s unknown number`,
      steps: () => verbalSteps(value, story.variable()),
    }),
  ],
})

function verbalSteps(
  value: { factor: number; added: number; less: number; excess: number },
  x: string,
): readonly string[] {
  const { factor, added, less, excess } = value
  const right = excess - added - less
  return [
    `With $${x}$ for the unknown number, the condition reads $(${factor}${x} + ${added}) - (${x} - ${less}) = ${excess}$.`,
    `Removing the brackets, the coefficient of $${x}$ is ${factor} - 1 = ${computed(`${factor}-1`, factor - 1)}, and the constants move to the right: ${excess} - ${added} - ${less} = ${computed(`${excess}-${added}-${less}`, right)}.`,
    `So $${x}$ = ${right} ÷ ${factor - 1} = ${computed(`${right}/${factor - 1}`, right / (factor - 1))}.`,
  ]
}

export const factoredEquationFamilies: readonly Family[] = [zeroProduct, commonFactor, verbalEquation]
