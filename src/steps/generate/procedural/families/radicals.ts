import { simplifyRadical } from '../../../../foundations/exact-number/radical.ts'
import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { integerRoot } from './whole-numbers.ts'

/** √n = u √w; the sum u + w. */
const simplestForm: Family = defineFamily({
  id: 'simplest-form-of-a-root',
  knowledgePoints: ['simplifying-radicals'],
  level: 2,
  result: { kind: 'number' },
  givens: { radicand: { minimum: 8, maximum: 900, link: { kind: 'number' } } },
  sample: (random, fixed) => {
    if (fixed.radicand !== undefined) return { radicand: fixed.radicand }
    return {
      radicand: random.integer(2, 12) ** 2 * random.pick([2, 3, 5, 6, 7, 10, 11, 13, 14, 15, 17, 19, 21]),
    }
  },
  possible: ({ radicand }) => radicand > 0 && integerRoot(radicand) ** 2 !== radicand,
  nice: ({ radicand }) => simplifyRadical(BigInt(radicand)).outside > 1n,
  solve: ({ radicand }) => {
    const { outside, inside } = simplifyRadical(BigInt(radicand))
    return integerAnswer(outside + inside)
  },
  check: {
    method: 'brute force',
    // The largest square that divides the radicand goes out.
    accepts: ({ radicand }, answer) => {
      let best = 1
      for (let side = 1; side * side <= radicand; side++) if (radicand % (side * side) === 0) best = side
      return integerValue(answer) === best + radicand / (best * best)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [u, w] = [story.variable(), story.variable()]
      return {
        setup: `In simplest form, $\\sqrt{${math.radicand}}$ is written as $${u}\\sqrt{${w}}$, where $${u}$ and $${w}$ are positive integers and $${w}$ is as small as possible.`,
        ask: `What is $${u} + ${w}$?`,
        quantity: `the value of $${u} + ${w}$`,
        steps: () => simplestSteps(value.radicand),
      }
    },
    ({ value, text, story }) => {
      const [u, w] = [story.variable(), story.variable()]
      const place = story.pick(['courtyard', 'chessboard', 'tablecloth', 'pool cover'])
      return {
        setup: `A square ${place} has an area of ${text.radicand} square decimetres. The length of its side in decimetres is $${u}\\sqrt{${w}}$ with positive integers $${u}$ and $${w}$, where $${w}$ has no square factor greater than one.`,
        ask: `Find $${u} + ${w}$.`,
        quantity: `the value of $${u} + ${w}$`,
        steps: () => simplestSteps(value.radicand),
      }
    },
    ({ value, math, story }) => ({
      setup: `${story.hero.name} simplifies $\\sqrt{${math.radicand}}$ as far as possible, so that an integer stands in front of the root and another integer under it.`,
      ask: `What is the sum of these two integers?`,
      quantity: `the sum of the integers in front of and under ${story.hero.name}’s simplified root`,
      steps: () => simplestSteps(value.radicand),
    }),
  ],
})

function simplestSteps(radicand: number): readonly string[] {
  const { outside, inside } = simplifyRadical(BigInt(radicand))
  const [u, w] = [Number(outside), Number(inside)]
  return [
    `Look for the largest perfect square that divides ${radicand}: it is $${u}^2$ = ${computed(`${u}^2`, u * u)}, and ${u * u} × ${w} = ${computed(`${u * u}*${w}`, radicand)}.`,
    `So $\\sqrt{${radicand}} = ${u}\\sqrt{${w}}$.`,
    `The sum is ${u} + ${w} = ${computed(`${u}+${w}`, u + w)}.`,
  ]
}

/** a / √b = u √b; u + b. */
const rationalised: Family = defineFamily({
  id: 'rationalised-denominator',
  knowledgePoints: ['rationalizing-denominators'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    top: { minimum: 4, maximum: 240, link: { kind: 'number' } },
    large: { minimum: 5, maximum: 60, link: { kind: 'number' } },
    small: { minimum: 2, maximum: 50, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const small = fixed.small ?? random.integer(2, 20)
    const large = fixed.large ?? small + random.integer(2, 12)
    return { small, large, top: fixed.top ?? (large - small) * random.integer(2, 12) }
  },
  possible: ({ top, large, small }) =>
    top > 0 && large > small && integerRoot(large) ** 2 !== large && integerRoot(small) ** 2 !== small,
  nice: ({ top, large, small }) => top % (large - small) === 0 && top > large - small,
  solve: ({ top, large, small }) => fractionAnswer(top, large - small),
  check: {
    method: 'numeric',
    accepts: ({ top, large, small }, answer) => {
      const [a, b] = [Math.sqrt(large), Math.sqrt(small)]
      return Math.abs(top / (a - b) / (a + b) - numericValue(answer)) < 1e-7
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const u = story.variable()
      return {
        setup: `After the denominator of $\\frac{${math.top}}{\\sqrt{${math.large}} - \\sqrt{${math.small}}}$ has been rationalized, the value is $${u}$ times the sum of the same two square roots.`,
        ask: `What is $${u}$?`,
        quantity: `the value of $${u}$`,
        steps: () => rationalSteps(value),
      }
    },
    ({ value, math, story }) => ({
      setup: `${story.hero.name} multiplies the numerator and the denominator of $\\frac{${math.top}}{\\sqrt{${math.large}} - \\sqrt{${math.small}}}$ by the sum of the two roots and then reduces the fraction so that no root is left in the denominator.`,
      ask: `Which number stands in front of the sum of the roots in the result?`,
      quantity: `the number in front of the sum of the roots in ${story.hero.name}’s result`,
      steps: () => rationalSteps(value),
    }),
    ({ value, math, text, story }) => {
      const place = story.pick(['strip of cloth', 'wooden panel', 'banner'])
      return {
        setup: `A rectangular ${place} has an area of ${text.top} square decimetres, and its width is $\\sqrt{${math.large}} - \\sqrt{${math.small}}$ decimetres. Its length, written without a root in a denominator, is a multiple of the sum of the same two roots.`,
        ask: `By what number must the sum of the two roots be multiplied to give the length?`,
        quantity: `the number by which the sum of the two roots must be multiplied to give the length of the ${place}`,
        steps: () => rationalSteps(value),
      }
    },
  ],
})

function rationalSteps({
  top,
  large,
  small,
}: {
  top: number
  large: number
  small: number
}): readonly string[] {
  const difference = large - small
  return [
    `Multiply the numerator and the denominator by $\\sqrt{${large}} + \\sqrt{${small}}$.`,
    `By the difference of squares the denominator becomes ${large} - ${small} = ${computed(`${large}-${small}`, difference)}.`,
    `So the fraction equals $\\frac{${top}}{${difference}}(\\sqrt{${large}} + \\sqrt{${small}})$, and ${top} ÷ ${difference} = ${computed(`${top}/${difference}`, top / difference)}.`,
  ]
}

/** √(x + a) + b = c. */
const rootEquation: Family = defineFamily({
  id: 'equation-with-a-square-root',
  knowledgePoints: ['radical-equations'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    inside: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    outside: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    total: { minimum: 5, maximum: 60, link: { kind: 'number' } },
  },
  possible: ({ inside, outside, total }) => total > outside && (total - outside) ** 2 > inside,
  nice: ({ outside, total }) => total - outside <= 16,
  solve: ({ inside, outside, total }) => integerAnswer((total - outside) ** 2 - inside),
  check: {
    method: 'inverse',
    accepts: ({ inside, outside, total }, answer) =>
      Math.abs(Math.sqrt(numericValue(answer) + inside) + outside - total) < 1e-9,
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const equation = `$\\sqrt{${x} + ${math.inside}} + ${math.outside} = ${math.total}$`
      return {
        setup: '',
        ask: `Solve ${equation} for $${x}$.`,
        quantity: `the solution $${x}$ of ${equation}`,
        steps: () => rootSteps(value, x),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} adds ${text.inside} to a number, takes the square root of the sum, and adds ${text.outside}. The result is ${text.total}.`,
      ask: `With which number did ${story.hero.name} start?`,
      quantity: `the number with which ${story.hero.name} started`,
      steps: () => rootSteps(value, story.variable()),
    }),
    ({ value, text, story }) => {
      const place = story.pick(['lawn', 'skating rink', 'marquee'])
      return {
        setup: `If the area of a ${place} is increased by ${text.inside} square metres, the new area is that of a square. A rope that is ${text.outside} metres longer than a side of this square measures ${text.total} metres.`,
        ask: `What is the area of the ${place} in square metres before the increase?`,
        quantity: `the area of the ${place} in square metres before the increase`,
        steps: () => rootSteps(value, story.variable()),
      }
    },
  ],
})

function rootSteps(
  { inside, outside, total }: { inside: number; outside: number; total: number },
  x: string,
): readonly string[] {
  const root = total - outside
  return [
    `With $${x}$ for the unknown, the equation is $\\sqrt{${x} + ${inside}} + ${outside} = ${total}$. Isolate the root by subtracting ${outside}: the other side becomes ${total} - ${outside} = ${computed(`${total}-${outside}`, root)}.`,
    `Square both sides: $${x} + ${inside} = ${root}^2$ = ${computed(`${root}^2`, root * root)}.`,
    `So $${x}$ = ${root * root} - ${inside} = ${computed(`${root * root}-${inside}`, root * root - inside)}; since ${root} is positive, the solution is valid.`,
  ]
}

export const radicalFamilies: readonly Family[] = [simplestForm, rationalised, rootEquation]
