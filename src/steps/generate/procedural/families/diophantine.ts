import { integerAnswer, integerValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { greatestCommonDivisor, leastCommonMultiple } from './whole-numbers.ts'

interface TwoTerms {
  readonly first: number
  readonly second: number
  readonly total: number
}

/** Number of positive solutions of a linear equation in two unknowns. */
const positiveSolutions: Family = defineFamily({
  id: 'positive-solutions-of-a-linear-equation',
  knowledgePoints: ['linear-diophantine-equations'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    second: { minimum: 3, maximum: 20, link: { kind: 'number' } },
    total: { minimum: 20, maximum: 300, link: { kind: 'number' } },
  },
  possible: ({ first, second, total }) => first >= 1 && second >= 1 && total >= 1,
  nice: (value) => {
    const count = solutionsOf(value).length
    return value.first < value.second && count >= 2 && count <= 20
  },
  solve: (value) => integerAnswer(solutionsOf(value).length),
  check: {
    method: 'brute force',
    accepts: ({ first, second, total }, answer) => {
      let count = 0
      for (let x = 1; first * x < total; x++)
        for (let y = 1; first * x + second * y <= total; y++) if (first * x + second * y === total) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      const equation = `$${math.first}${x} + ${math.second}${y} = ${math.total}$`
      return {
        setup: '',
        ask: `How many pairs $(${x}, ${y})$ of positive integers satisfy ${equation}?`,
        quantity: `the number of pairs $(${x}, ${y})$ of positive integers with ${equation}`,
        steps: () => solutionSteps(value, [x, y]),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['notebooks', 'calendars'],
        ['daisies', 'orchids'],
        ['pony rides', 'boat rides'],
        ['small brushes', 'large brushes'],
      ] as const)
      return {
        setup: `At a school fair, ${one} cost ${text.first} tokens each and ${other} cost ${text.second} tokens each. ${story.hero.name} wants to spend exactly ${text.total} tokens and to buy at least one of each kind.`,
        ask: `In how many ways can ${story.hero.name} do this?`,
        quantity: `the number of ways in which ${story.hero.name} can spend exactly all the tokens on ${one} and ${other}`,
        steps: () => solutionSteps(value, [story.variable(), story.variable()]),
      }
    },
    ({ value, text, story }) => {
      const material = story.pick(['planks', 'rails', 'pipes'])
      return {
        setup: `A line of exactly ${text.total} metres is laid with black ${material} of ${text.first} metres and grey ${material} of ${text.second} metres, with at least one of each kind.`,
        ask: `How many choices are there for the numbers of black and grey ${material}?`,
        quantity: `the number of choices for the numbers of black and grey ${material}`,
        steps: () => solutionSteps(value, [story.variable(), story.variable()]),
      }
    },
  ],
})

/** Pairs of positive integers, found through the second unknown. */
function solutionsOf({ first, second, total }: TwoTerms): readonly (readonly [number, number])[] {
  const pairs: [number, number][] = []
  for (let y = 1; second * y < total; y++)
    if ((total - second * y) % first === 0) pairs.push([(total - second * y) / first, y])
  return pairs
}

function solutionSteps(value: TwoTerms, [u, w]: readonly [string, string]): readonly string[] {
  const { first, second, total } = value
  const pairs = solutionsOf(value)
  const [x, y] = pairs[0] ?? [0, 0]
  const stepY = leastCommonMultiple(first, second) / second
  return [
    `Let the two unknown positive integers be $${u}$ and $${w}$ with $${first}${u} + ${second}${w} = ${total}$, and try $${w} = 1, 2, 3, \\dots$ until $${total} - ${second}${w}$ is divisible by ${first}.`,
    `The first solution is $${u} = ${x}$, $${w} = ${y}$: ${first} × ${x} + ${second} × ${y} = ${computed(`${first}*${x}+${second}*${y}`, first * x + second * y)}.`,
    `From one solution to the next, $${w}$ grows by ${stepY} and $${u}$ falls by ${leastCommonMultiple(first, second) / first}.`,
    `While both stay positive this gives ${pairs.map(([a, b]) => `(${a}, ${b})`).join(', ')}, so there are ${pairs.length} solutions.`,
  ]
}

/** The largest amount that two coins cannot make. */
const frobeniusNumber: Family = defineFamily({
  id: 'largest-unpayable-amount',
  knowledgePoints: ['frobenius-coin-problem'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 3, maximum: 20, link: { kind: 'number' } },
    second: { minimum: 4, maximum: 25, link: { kind: 'number' } },
  },
  possible: ({ first, second }) => first >= 2 && second >= 2 && greatestCommonDivisor(first, second) === 1,
  nice: ({ first, second }) => first * second - first - second <= 250,
  solve: ({ first, second }) => integerAnswer(first * second - first - second),
  check: {
    method: 'brute force',
    accepts: ({ first, second }, answer) => {
      const reachable = new Set([0])
      let last = 0
      for (let amount = 1; amount <= first * second; amount++) {
        if (reachable.has(amount - first) || reachable.has(amount - second)) reachable.add(amount)
        else last = amount
      }
      return integerValue(answer) === last
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const place = story.pick(['On an island', 'In a fairy-tale kingdom', 'In a board game'])
      return {
        setup: `${place} there are only two kinds of coins, worth ${text.first} pearls and ${text.second} pearls.`,
        ask: `What is the largest number of pearls that cannot be paid exactly with these coins?`,
        quantity: `the largest number of pearls that cannot be paid exactly with these coins`,
        steps: () => frobeniusSteps(value.first, value.second),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      const form = `$${math.first}${x} + ${math.second}${y}$`
      return {
        setup: '',
        ask: `What is the largest integer that cannot be written in the form ${form} with non-negative integers $${x}$ and $${y}$?`,
        quantity: `the largest integer that is not of the form ${form} with non-negative integers $${x}$ and $${y}$`,
        steps: () => frobeniusSteps(value.first, value.second),
      }
    },
    ({ value, text, story }) => {
      const food = story.pick(['spring rolls', 'meatballs', 'chocolates', 'dumplings'])
      return {
        setup: `A restaurant sells ${food} only in boxes of ${text.first} and boxes of ${text.second}.`,
        ask: `What is the largest number of ${food} that cannot be ordered exactly?`,
        quantity: `the largest number of ${food} that cannot be ordered exactly`,
        steps: () => frobeniusSteps(value.first, value.second),
      }
    },
  ],
})

function frobeniusSteps(first: number, second: number): readonly string[] {
  const product = first * second
  const result = product - first - second
  return [
    `The sizes ${first} and ${second} have no common factor, so all large enough amounts can be made, and the largest one that cannot is the product of the sizes minus their sum.`,
    `The product is ${first} × ${second} = ${computed(`${first}*${second}`, product)}, and the sum is ${first} + ${second} = ${computed(`${first}+${second}`, first + second)}.`,
    `So the largest impossible amount is ${product} - ${first + second} = ${computed(`${product}-${first + second}`, result)}.`,
  ]
}

/** The hypotenuse of a whole-number right triangle from a leg and the difference of the other two sides. */
const tripleFromLeg: Family = defineFamily({
  id: 'pythagorean-triple-from-a-leg',
  knowledgePoints: ['pythagorean-triples'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    leg: { minimum: 5, maximum: 72, link: { kind: 'number' } },
    gap: { minimum: 1, maximum: 36, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const leg = fixed.leg ?? random.integer(8, 60)
    const gaps = Array.from({ length: 36 }, (_, at) => at + 1).filter((gap) => gap > 1 && isTriple(leg, gap))
    return { leg, gap: fixed.gap ?? (gaps.length === 0 ? 1 : random.pick(gaps)) }
  },
  possible: ({ leg, gap }) => isTriple(leg, gap),
  nice: ({ leg, gap }) => (leg * leg + gap * gap) / (2 * gap) <= 200,
  solve: ({ leg, gap }) => integerAnswer((leg * leg + gap * gap) / (2 * gap)),
  check: {
    method: 'inverse',
    accepts: ({ leg, gap }, answer) => {
      const hypotenuse = integerValue(answer)
      if (hypotenuse === undefined) return false
      const other = hypotenuse - gap
      return other > 0 && other * other + leg ** 2 === hypotenuse * hypotenuse
    },
  },
  wordings: [
    ({ value, text, story }) => ({
      setup: `Three positive integers form a Pythagorean triple. The largest of them is ${text.gap} more than one of the others, and the third one is ${text.leg}.`,
      ask: `What is the largest of the three integers?`,
      quantity: `the largest integer of the Pythagorean triple`,
      steps: () => tripleSteps(value.leg, value.gap, [story.variable(), story.variable()]),
    }),
    ({ value, text, story }) => ({
      setup: `The sides of a right triangle measure whole numbers of centimetres. One of the legs is ${text.leg} cm long, and the other leg is ${text.gap} cm shorter than the hypotenuse.`,
      ask: `How many centimetres long is the hypotenuse?`,
      quantity: `the length in centimetres of the hypotenuse of the right triangle`,
      steps: () => tripleSteps(value.leg, value.gap, [story.variable(), story.variable()]),
    }),
    ({ value, math, story }) => {
      const y = story.variable()
      const z = story.variable()
      return {
        setup: `The numbers $${math.leg}$, $${y}$ and $${z}$ form a Pythagorean triple in which $${z}$ is the greatest, and $${z} - ${y} = ${math.gap}$.`,
        ask: `Find $${z}$.`,
        quantity: `the value of $${z}$`,
        steps: () => tripleSteps(value.leg, value.gap, [y, z]),
      }
    },
  ],
})

function isTriple(leg: number, gap: number): boolean {
  return gap >= 1 && leg > gap && (leg * leg) % gap === 0 && ((leg * leg) / gap + gap) % 2 === 0
}

function tripleSteps(leg: number, gap: number, [y, z]: readonly [string, string]): readonly string[] {
  const sum = (leg * leg) / gap
  const result = (sum + gap) / 2
  return [
    `Let the greatest number be $${z}$ and the other unknown one $${y}$. By the Pythagorean theorem, $${z}^2 - ${y}^2 = (${z} - ${y})(${z} + ${y})$ equals ${leg} × ${leg} = ${computed(`${leg}*${leg}`, leg * leg)}.`,
    `Since $${z} - ${y} = ${gap}$, we get $${z} + ${y}$ = ${leg * leg} ÷ ${gap} = ${computed(`${leg * leg}/${gap}`, sum)}.`,
    `Adding both equations and halving gives $${z}$ = (${sum} + ${gap}) ÷ 2 = ${computed(`(${sum}+${gap})/2`, result)}.`,
  ]
}

export const diophantineFamilies: readonly Family[] = [positiveSolutions, frobeniusNumber, tripleFromLeg]
