import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

interface SumAndProduct {
  readonly sum: number
  readonly product: number
}

/** Lowest point of a parabola: both coordinates together. */
const vertexSum: Family = defineFamily({
  id: 'coordinate-sum-of-a-vertex',
  knowledgePoints: ['vertex-of-a-parabola'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    linear: { minimum: 4, maximum: 24, step: 2, link: { kind: 'number' } },
    constant: { minimum: 6, maximum: 300, link: { kind: 'number' } },
  },
  possible: ({ linear, constant }) => constant > (linear * linear) / 4 && linear % 2 === 0,
  solve: ({ linear, constant }) => fractionAnswer(2 * linear + 4 * constant - linear * linear, 4),
  check: {
    method: 'brute force',
    accepts: ({ linear, constant }, answer) => {
      let best = 0
      const height = (x: number): number => x * (x - linear) + constant
      for (let x = 1; x <= linear; x++) if (height(x) < height(best)) best = x
      return numericValue(answer) === best + height(best)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      const equation = `$${y} = ${x}^2 - ${math.linear}${x} + ${math.constant}$`
      return {
        setup: '',
        ask: `What is the sum of the coordinates of the vertex of the parabola ${equation}?`,
        quantity: `the sum of the coordinates of the vertex of the parabola ${equation}`,
        constants: ['2'],
        steps: () => vertexSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      const [u, w] = [story.variable(), story.variable()]
      return {
        setup: `The graph of $${f}(${x}) = ${x}^2 - ${math.linear}${x} + ${math.constant}$ has its lowest point at $(${u}, ${w})$.`,
        ask: `Find $${u} + ${w}$.`,
        quantity: `the value of $${u} + ${w}$`,
        constants: ['2'],
        steps: () => vertexSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const thing = story.pick(['skateboard ramp', 'suspension cable', 'bowl'])
      return {
        setup: `In a drawing, the outline of a ${thing} is a parabola. Its height above the point $${x}$ of the horizontal axis is $${x}^2 - ${math.linear}${x} + ${math.constant}$.`,
        ask: `What do the two coordinates of the vertex of this outline add up to?`,
        quantity: `the sum of the two coordinates of the vertex of the ${thing}’s outline`,
        constants: ['2'],
        steps: () => vertexSteps(value, x),
      }
    },
  ],
})

function vertexSteps(
  { linear, constant }: { linear: number; constant: number },
  x: string,
): readonly string[] {
  const half = linear / 2
  const height = constant - half * half
  return [
    `The vertex of a parabola $${x}^2 - ${linear}${x} + ${constant}$ lies where $${x}$ is half of ${linear}: ${linear} ÷ 2 = ${computed(`${linear}/2`, half)}.`,
    `The height there is $${half}^2 - ${linear} \\cdot ${half} + ${constant}$ = ${computed(`${half}^2-${linear}*${half}+${constant}`, height)}.`,
    `The coordinates add up to ${half} + ${height} = ${computed(`${half}+${height}`, half + height)}.`,
  ]
}

/** Largest value of x (s − x) + c. */
const largestValue: Family = defineFamily({
  id: 'maximum-of-a-quadratic',
  knowledgePoints: ['maximum-and-minimum-of-a-quadratic'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    linear: { minimum: 4, maximum: 40, step: 2, link: { kind: 'number' } },
    constant: { minimum: 2, maximum: 120, link: { kind: 'number' } },
  },
  possible: ({ linear, constant }) => linear > 0 && linear % 2 === 0 && constant > 0,
  solve: ({ linear, constant }) => fractionAnswer(linear * linear + 4 * constant, 4),
  check: {
    method: 'brute force',
    accepts: ({ linear, constant }, answer) => {
      let best = 0
      for (let x = 0; x <= linear; x++) best = Math.max(best, x * (linear - x) + constant)
      return numericValue(answer) === best
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const expression = `$${math.constant} + ${math.linear}${x} - ${x}^2$`
      return {
        setup: '',
        ask: `What is the greatest value that ${expression} takes for real numbers $${x}$?`,
        quantity: `the greatest value that ${expression} takes for real numbers $${x}$`,
        constants: ['2'],
        steps: () => maximumSteps(value, x),
      }
    },
    ({ value, text, math, story }) => {
      const x = story.variable()
      const [things, extra] = story.pick([
        ['mugs', 'by selling old stock'],
        ['posters', 'in donations'],
        ['T-shirts', 'from a sponsor'],
      ] as const)
      return {
        setup: `A club that asks $${x}$ euros for each of its ${things} sells $${math.linear} - ${x}$ of them. It also gets ${text.constant} euros ${extra}.`,
        ask: `What is the greatest total income in euros that the club can reach?`,
        quantity: `the greatest total income in euros that the club can reach with the ${things}`,
        steps: () => maximumSteps(value, x),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} chooses two real numbers that add up to ${text.linear} and increases their product by ${text.constant}.`,
      ask: `What is the largest result that ${story.hero.name} can get?`,
      quantity: `the largest result that ${story.hero.name} can get from the two real numbers`,
      steps: () => maximumSteps(value, story.variable()),
    }),
  ],
})

function maximumSteps(
  { linear, constant }: { linear: number; constant: number },
  x: string,
): readonly string[] {
  const half = linear / 2
  return [
    `The expression is $${x}(${linear} - ${x}) + ${constant}$; its graph is a parabola that opens downwards, with its top halfway between the zeros 0 and ${linear} of the product.`,
    `The top is at ${linear} ÷ 2 = ${computed(`${linear}/2`, half)}.`,
    `The greatest value is ${half} × ${half} + ${constant} = ${computed(`${half}*${half}+${constant}`, half * half + constant)}.`,
  ]
}

/** Integers where a quadratic is negative. */
const negativeIntegers: Family = defineFamily({
  id: 'integers-in-a-quadratic-inequality',
  knowledgePoints: ['quadratic-inequalities'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    sum: { minimum: 5, maximum: 48, link: { kind: 'number' } },
    product: { minimum: 4, maximum: 300, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const small = random.integer(2, 10)
    const large = small + random.integer(3, 25)
    return { sum: fixed.sum ?? small + large, product: fixed.product ?? small * large }
  },
  possible: ({ sum, product }) => product > 0 && sum * sum > 4 * product,
  nice: (value) => negativeRange(value).length >= 2,
  solve: (value) => integerAnswer(negativeRange(value).length),
  check: {
    method: 'brute force',
    accepts: ({ sum, product }, answer) => {
      let count = 0
      for (let x = -400; x <= 400; x++) if (x * x - sum * x + product < 0) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const inequality = `$${x}^2 - ${math.sum}${x} + ${math.product} < 0$`
      return {
        setup: '',
        ask: `How many integers $${x}$ satisfy the inequality ${inequality}?`,
        quantity: `the number of integers $${x}$ that satisfy ${inequality}`,
        constants: ['2', '0'],
        steps: () => negativeSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      return {
        setup: `Let $${f}(${x}) = ${x}^2 - ${math.sum}${x} + ${math.product}$.`,
        ask: `At how many integers does $${f}$ take a negative value?`,
        quantity: `the number of integers at which $${f}$ takes a negative value`,
        constants: ['2'],
        steps: () => negativeSteps(value, x),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      const place = story.pick(['goat pen', 'herb garden', 'sandpit'])
      return {
        setup: `The width and the length of a rectangular ${place} are whole numbers of metres that add up to ${text.sum} metres, and the width may be greater than the length. The area must be more than ${text.product} square metres.`,
        ask: `How many values are possible for the width of the ${place}?`,
        quantity: `the number of possible values for the width of the ${place} in metres`,
        steps: () => negativeSteps(value, x),
      }
    },
  ],
})

function negativeRange({ sum, product }: SumAndProduct): readonly number[] {
  const found: number[] = []
  for (let x = 1; x < sum; x++) if (x * (sum - x) > product) found.push(x)
  return found
}

function negativeSteps(value: SumAndProduct, x: string): readonly string[] {
  const { sum, product } = value
  const range = negativeRange(value)
  const [first, last] = [range[0] ?? 0, range.at(-1) ?? 0]
  return [
    `The condition can be written as $${x}^2 - ${sum}${x} + ${product} < 0$ or as $${x}(${sum} - ${x}) > ${product}$. It holds between the two roots, which lie symmetrically around half of ${sum}.`,
    `The first integer that fits is ${first}, because ${first} × ${sum - first} = ${computed(`${first}*${sum - first}`, first * (sum - first))} is greater than ${product} while ${first - 1} × ${sum - first + 1} = ${computed(`${first - 1}*${sum - first + 1}`, (first - 1) * (sum - first + 1))} is not.`,
    `By symmetry the last is ${last}, so there are ${last} - ${first} + 1 = ${computed(`${last}-${first}+1`, last - first + 1)} integers.`,
  ]
}

export const parabolaFamilies: readonly Family[] = [vertexSum, largestValue, negativeIntegers]
