import type { Random } from '../../../../core/random.ts'
import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'

/** The larger root of a monic quadratic with two positive whole roots, by factoring. */
const largerRoot: Family = defineFamily({
  id: 'larger-root-by-factoring',
  knowledgePoints: ['solving-by-factoring'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    // x^2 - sum x + product
    sum: { minimum: 5, maximum: 40, link: { kind: 'number' } },
    product: { minimum: 4, maximum: 300, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    if (fixed.product !== undefined || fixed.sum !== undefined)
      return splitFixed(fixed.sum, fixed.product, random)
    const small = random.integer(2, 12)
    const large = random.integer(small + 1, 20)
    return { sum: small + large, product: small * large }
  },
  possible: ({ sum, product }) => rootsOf(sum, product) !== undefined,
  solve: ({ sum, product }) => integerAnswer(rootsOf(sum, product)?.large ?? 0),
  check: {
    method: 'inverse',
    accepts: ({ sum, product }, answer) => {
      const root = integerValue(answer)
      return root !== undefined && root * root - sum * root + product === 0 && 2 * root > sum
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$${x}^2 - ${math.sum}${x} + ${math.product} = 0$`
      return {
        setup: '',
        ask: `What is the larger solution of the equation ${equation}?`,
        quantity: `the larger solution of ${equation}`,
        constants: ['2', '0'],
        steps: () => rootSteps(value.sum, value.product, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const f = story.functionName()
      return {
        setup: `The graph of $${f}(${x}) = ${x}^2 - ${math.sum}${x} + ${math.product}$ crosses the horizontal axis at two points.`,
        ask: `How far from the origin is the crossing point that lies farther to the right?`,
        quantity: `the distance from the origin to the right-hand crossing point of the graph of $${f}$`,
        constants: ['2'],
        steps: () => rootSteps(value.sum, value.product, x),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} looks for two positive integers with the sum ${text.sum} and the product ${text.product}.`,
      ask: `What is the larger of the two integers?`,
      quantity: `the larger of the two integers that ${story.hero.name} looks for`,
      steps: () => {
        const x = story.variable()
        return [
          `The integers are the solutions of $${x}^2 - ${value.sum}${x} + ${value.product} = 0$.`,
          ...rootSteps(value.sum, value.product, x),
        ]
      },
    }),
    ({ value, text, story }) => {
      const place = story.pick(['vegetable patch', 'parking area', 'dance floor', 'chicken run'])
      return {
        setup: `The length and the width of a rectangular ${place} are whole numbers of metres. Together they measure ${text.sum} metres, and the area is ${text.product} square metres.`,
        ask: `How many metres long is the longer side of the ${place}?`,
        quantity: `the length in metres of the longer side of the ${place}`,
        steps: () => {
          const x = story.variable()
          return [
            `If $${x}$ is one side, then $${x}(${value.sum} - ${x}) = ${value.product}$, that is $${x}^2 - ${value.sum}${x} + ${value.product} = 0$.`,
            ...rootSteps(value.sum, value.product, x),
          ]
        },
      }
    },
  ],
})

interface Roots {
  readonly small: number
  readonly large: number
}

function rootsOf(sum: number, product: number): Roots | undefined {
  const discriminant = sum * sum - 4 * product
  const root = Math.round(Math.sqrt(Math.max(0, discriminant)))
  if (discriminant <= 0 || root * root !== discriminant || product <= 0) return undefined
  return { small: (sum - root) / 2, large: (sum + root) / 2 }
}

/** With one coefficient given by a link, a split of it that leaves two different whole roots. */
function splitFixed(
  sum: number | undefined,
  product: number | undefined,
  random: Random,
): { sum: number; product: number } | undefined {
  if (sum !== undefined && product !== undefined) return { sum, product }
  if (sum !== undefined) {
    const half = Math.floor((sum - 1) / 2)
    if (half < 1) return undefined
    const small = random.integer(Math.min(2, half), half)
    return { sum, product: small * (sum - small) }
  }
  const whole = product as number
  for (let small = Math.floor(Math.sqrt(whole)); small >= 2; small--) {
    if (whole % small === 0 && small * small < whole) return { sum: small + whole / small, product: whole }
  }
  return undefined
}

function rootSteps(sum: number, product: number, x: string): readonly string[] {
  const { small, large } = rootsOf(sum, product) as Roots
  return [
    `Look for two numbers with sum ${sum} and product ${product}: ${small} + ${large} = <<${small}+${large}=${sum}>>${sum} and ${small} × ${large} = <<${small}*${large}=${product}>>${product}.`,
    `So $${x}^2 - ${sum}${x} + ${product} = (${x} - ${small})(${x} - ${large})$, and the solutions are ${small} and ${large}.`,
    `The larger one is ${large}.`,
  ]
}

export const factorableQuadraticFamilies: readonly Family[] = [largerRoot]
