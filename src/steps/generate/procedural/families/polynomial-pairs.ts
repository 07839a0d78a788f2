import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Largest value of s x − x^2 + c together with its place. */
const topOfParabola: Family = defineFamily({
  id: 'top-of-a-parabola',
  knowledgePoints: ['vertex-of-a-parabola', 'maximum-and-minimum-of-a-quadratic'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    linear: { minimum: 4, maximum: 30, step: 2, link: { kind: 'number' } },
    constant: { minimum: 2, maximum: 90, link: { kind: 'number' } },
  },
  possible: ({ linear, constant }) => linear % 2 === 0 && linear > 0 && constant > 0,
  solve: ({ linear, constant }) => fractionAnswer(linear * linear + 2 * linear + 4 * constant, 4),
  check: {
    method: 'brute force',
    accepts: ({ linear, constant }, answer) => {
      let place = 0
      const height = (x: number): number => constant + x * (linear - x)
      while (height(place + 1) > height(place)) place++
      return numericValue(answer) === place + height(place)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      const [u, w] = [story.variable(), story.variable()]
      return {
        setup: `The function $${f}(${x}) = ${math.linear}${x} - ${x}^2 + ${math.constant}$ has the greatest value $${w}$, which it takes at $${x} = ${u}$.`,
        ask: `What is $${u} + ${w}$?`,
        quantity: `the value of $${u} + ${w}$`,
        constants: ['2'],
        steps: () => topSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `A parabola that opens downwards has the equation $${y} = ${math.constant} + ${math.linear}${x} - ${x}^2$.`,
        ask: `Find the sum of the greatest value of $${y}$ and the value of $${x}$ at which it is attained.`,
        quantity: `the sum of the coordinates of the vertex of the parabola`,
        constants: ['2'],
        steps: () => topSteps(value, x),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const jet = story.pick([
        'The water jet of a fountain',
        'The arch of a footbridge',
        'The path of a ball',
      ])
      return {
        setup: `${jet} has the height $${math.constant} + ${math.linear}${x} - ${x}^2$ decimetres at the horizontal distance $${x}$ decimetres from the wall.`,
        ask: `What is the sum of the height of its highest point and the distance of that point from the wall, in decimetres?`,
        quantity: `the sum of the height of the highest point and its distance from the wall, in decimetres`,
        constants: ['2'],
        steps: () => topSteps(value, x),
      }
    },
  ],
})

function topSteps({ linear, constant }: { linear: number; constant: number }, x: string): readonly string[] {
  const half = linear / 2
  const top = half * half + constant
  return [
    `The parabola opens downwards, so its vertex is the highest point; it lies where $${x}$ is half the linear coefficient: ${linear} ÷ 2 = ${computed(`${linear}/2`, half)}.`,
    `The greatest value is $${linear} \\cdot ${half} - ${half}^2 + ${constant}$ = ${computed(`${linear}*${half}-${half}^2+${constant}`, top)}.`,
    `Together that is ${half} + ${top} = ${computed(`${half}+${top}`, half + top)}.`,
  ]
}

/** A coefficient from a factor, then a remainder. */
const factorThenRemainder: Family = defineFamily({
  id: 'remainder-after-a-known-factor',
  knowledgePoints: ['factor-theorem', 'remainder-theorem'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    root: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    constant: { minimum: 4, maximum: 150, link: { kind: 'number' } },
    place: { minimum: 3, maximum: 30, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const root = fixed.root ?? random.integer(2, 8)
    const other = random.integer(2, 9)
    return {
      root,
      constant: fixed.constant ?? root * other,
      place: fixed.place ?? Math.max(root, other) + random.integer(1, 10),
    }
  },
  possible: ({ root, constant, place }) => root > 0 && place > root && place * root > constant,
  nice: ({ root, constant }) => constant % root === 0,
  solve: ({ root, constant, place }) => fractionAnswer((place - root) * (place * root - constant), root),
  check: {
    method: 'numeric',
    // The coefficient that makes the first value zero must give the second value.
    accepts: ({ root, constant, place }, answer) => {
      const coefficient = (root ** 2 + constant) / root
      return Math.abs(place ** 2 - coefficient * place + constant - numericValue(answer)) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const t = story.variable()
      return {
        setup: `The polynomial $${x}^2 - ${t}${x} + ${math.constant}$ with the constant $${t}$ is divisible by $${x} - ${math.root}$.`,
        ask: `What remainder does it leave when it is divided by $${x} - ${math.place}$?`,
        quantity: `the remainder when the polynomial with the constant $${t}$ is divided by $${x} - ${math.place}$`,
        constants: ['2'],
        steps: () => remainderSteps(value, t),
      }
    },
    ({ value, math, story }) => {
      const f = story.functionName()
      const x = story.variable()
      const t = story.variable()
      return {
        setup: `For $${f}(${x}) = ${x}^2 - ${t}${x} + ${math.constant}$, the linear polynomial $${x} - ${math.root}$ is a factor of $${f}(${x})$.`,
        ask: `Find the remainder when $${f}(${x})$ is divided by $${x} - ${math.place}$.`,
        quantity: `the remainder when $${f}(${x})$ is divided by $${x} - ${math.place}$`,
        constants: ['2'],
        steps: () => remainderSteps(value, t),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const t = story.variable()
      return {
        setup: `${story.hero.name} chooses the number $${t}$ so that $${x} - ${math.root}$ divides $${x}^2 - ${t}${x} + ${math.constant}$ without remainder, and then divides the same polynomial by $${x} - ${math.place}$.`,
        ask: `Which remainder does ${story.hero.name} get in the second division?`,
        quantity: `the remainder that ${story.hero.name} gets in the second division`,
        constants: ['2'],
        steps: () => remainderSteps(value, t),
      }
    },
  ],
})

function remainderSteps(
  { root, constant, place }: { root: number; constant: number; place: number },
  t: string,
): readonly string[] {
  const coefficient = (root * root + constant) / root
  return [
    `By the factor theorem the polynomial is zero at ${root}, so $${root}${t}$ is $${root}^2 + ${constant}$ = ${computed(`${root}^2+${constant}`, root * root + constant)}.`,
    `Hence $${t}$ = ${root * root + constant} ÷ ${root} = ${computed(`${root * root + constant}/${root}`, coefficient)}.`,
    `By the remainder theorem the remainder is the value at ${place}: $${place}^2 - ${coefficient} \\cdot ${place} + ${constant}$ = ${computed(`${place}^2-${coefficient}*${place}+${constant}`, place * place - coefficient * place + constant)}.`,
  ]
}

export const polynomialPairFamilies: readonly Family[] = [topOfParabola, factorThenRemainder]
