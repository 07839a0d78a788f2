import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** y = a x − b put into c x + d y = e. */
const substitution: Family = defineFamily({
  id: 'system-by-substitution',
  knowledgePoints: ['substitution-method'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    slope: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    less: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    first: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    second: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    total: { minimum: 5, maximum: 2400 },
  },
  sample: (random, fixed) => {
    const slope = fixed.slope ?? random.integer(2, 6)
    const less = fixed.less ?? random.integer(2, 20)
    const first = fixed.first ?? random.integer(2, 7)
    const second = fixed.second ?? random.integer(2, 6)
    const x = random.integer(Math.ceil((less + 1) / slope), 8 + Math.ceil(less / slope))
    return { slope, less, first, second, total: first * x + second * (slope * x - less) }
  },
  possible: ({ slope, first, second }) => slope > 0 && first > 0 && second > 0,
  nice: ({ slope, less, first, second, total }) => (total + second * less) % (first + second * slope) === 0,
  solve: ({ slope, less, first, second, total }) =>
    fractionAnswer(total + second * less, first + second * slope),
  check: {
    method: 'inverse',
    accepts: ({ slope, less, first, second, total }, answer) => {
      const x = numericValue(answer)
      const y = slope * x - less
      return Math.abs(first * x + second * y - total) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `The numbers $${x}$ and $${y}$ satisfy $${y} = ${math.slope}${x} - ${math.less}$ and $${math.first}${x} + ${math.second}${y} = ${math.total}$.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => substitutionSteps(value, x, y),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${friend.name}’s number is ${text.less} less than ${text.slope} times ${story.hero.name}’s number. If ${story.hero.name}’s number is multiplied by ${text.first} and ${friend.name}’s number by ${text.second}, the two products add up to ${text.total}.`,
        ask: `What is ${story.hero.name}’s number?`,
        quantity: `${story.hero.name}’s number`,
        steps: () => substitutionSteps(value, story.variable(), story.variable()),
      }
    },
    ({ value, text, story }) => {
      const [one, other, unit] = story.pick([
        ['brick', 'paving slab', 'kilograms'],
        ['small jug', 'large jug', 'decilitres'],
        ['short beam', 'long beam', 'decimetres'],
      ] as const)
      const measures = unit === 'kilograms' ? 'weigh' : unit === 'decilitres' ? 'hold' : 'measure'
      const verb = `${measures}s`
      return {
        setup: `A ${other} ${verb} ${text.less} ${unit} less than ${text.slope} times as much as a ${one}. Together, ${text.first} of the ${one}s and ${text.second} of the ${other}s ${measures} ${text.total} ${unit}.`,
        ask: `How many ${unit} does a ${one} ${measures}?`,
        quantity: `the number of ${unit} that a ${one} ${verb}`,
        steps: () => substitutionSteps(value, story.variable(), story.variable()),
      }
    },
  ],
})

function substitutionSteps(
  value: { slope: number; less: number; first: number; second: number; total: number },
  x: string,
  y: string,
): readonly string[] {
  const { slope, less, first, second, total } = value
  const coefficient = first + second * slope
  const right = total + second * less
  return [
    `The conditions are $${y} = ${slope}${x} - ${less}$ and $${first}${x} + ${second}${y} = ${total}$. Substitute the first into the second: $${first}${x} + ${second}(${slope}${x} - ${less}) = ${total}$.`,
    `The coefficient of $${x}$ is ${first} + ${second} × ${slope} = ${computed(`${first}+${second}*${slope}`, coefficient)}.`,
    `Moving the constant to the right side gives ${total} + ${second} × ${less} = ${computed(`${total}+${second}*${less}`, right)}.`,
    `So $${x}$ = ${right} ÷ ${coefficient} = ${computed(`${right}/${coefficient}`, right / coefficient)}.`,
  ]
}

/** a x + b y = e and c x − d y = f. */
const elimination: Family = defineFamily({
  id: 'system-by-elimination',
  knowledgePoints: ['elimination-method'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    second: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    total: { minimum: 5, maximum: 1500 },
    third: { minimum: 2, maximum: 15, link: { kind: 'number' } },
    fourth: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    rest: { minimum: 1, maximum: 1000 },
  },
  sample: (random, fixed) => {
    const first = fixed.first ?? random.integer(2, 9)
    const second = fixed.second ?? random.integer(2, 7)
    const third = fixed.third ?? random.integer(2, 9)
    const fourth = fixed.fourth ?? random.integer(2, 7)
    const y = random.integer(2, 12)
    const x = random.integer(Math.ceil((fourth * y + 1) / third), Math.ceil((fourth * y) / third) + 15)
    return { first, second, third, fourth, total: first * x + second * y, rest: third * x - fourth * y }
  },
  possible: ({ first, second, third, fourth }) => Math.min(first, second, third, fourth) > 0,
  nice: ({ first, second, total, third, fourth, rest }) =>
    (fourth * total + second * rest) % (first * fourth + second * third) === 0,
  solve: ({ first, second, total, third, fourth, rest }) =>
    fractionAnswer(fourth * total + second * rest, first * fourth + second * third),
  check: {
    method: 'inverse',
    // With x known, the first equation gives y, and the second must then hold.
    accepts: ({ first, second, total, third, fourth, rest }, answer) => {
      const x = numericValue(answer)
      const y = (total - first * x) / second
      return Math.abs(third * x - fourth * y - rest) < 1e-9
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `Consider the system of equations $${math.first}${x} + ${math.second}${y} = ${math.total}$ and $${math.third}${x} - ${math.fourth}${y} = ${math.rest}$.`,
        ask: `What is the value of $${x}$ in the solution of this system?`,
        quantity: `the value of $${x}$ in the solution of this system`,
        steps: () => eliminationSteps(value, x, y),
      }
    },
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `${story.hero.name} eliminates $${y}$ from the equations $${math.third}${x} - ${math.fourth}${y} = ${math.rest}$ and $${math.first}${x} + ${math.second}${y} = ${math.total}$.`,
        ask: `Which value of $${x}$ does ${story.hero.name} find?`,
        quantity: `the value of $${x}$ that ${story.hero.name} finds`,
        steps: () => eliminationSteps(value, x, y),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${story.hero.name} and ${friend.name} each choose a number. If ${story.hero.name}’s number is taken ${text.first} times and ${friend.name}’s number ${text.second} times, the sum is ${text.total}. The product of ${story.hero.name}’s number and ${text.third} exceeds the product of ${friend.name}’s number and ${text.fourth} by ${text.rest}.`,
        ask: `Which number does ${story.hero.name} choose?`,
        quantity: `the number that ${story.hero.name} chooses`,
        steps: () => eliminationSteps(value, story.variable(), story.variable()),
      }
    },
  ],
})

function eliminationSteps(
  value: { first: number; second: number; total: number; third: number; fourth: number; rest: number },
  x: string,
  y: string,
): readonly string[] {
  const { first, second, total, third, fourth, rest } = value
  const left = first * fourth + second * third
  const right = fourth * total + second * rest
  return [
    `Multiply $${first}${x} + ${second}${y} = ${total}$ by ${fourth} and $${third}${x} - ${fourth}${y} = ${rest}$ by ${second}, and add; then $${y}$ disappears.`,
    `The coefficient of $${x}$ becomes ${first} × ${fourth} + ${third} × ${second} = ${computed(`${first}*${fourth}+${third}*${second}`, left)}.`,
    `The right side becomes ${total} × ${fourth} + ${rest} × ${second} = ${computed(`${total}*${fourth}+${rest}*${second}`, right)}.`,
    `So $${x}$ = ${right} ÷ ${left} = ${computed(`${right}/${left}`, right / left)}.`,
  ]
}

/** Three unknowns from the sums of each two. */
const pairSums: Family = defineFamily({
  id: 'three-unknowns-from-pair-sums',
  knowledgePoints: ['three-variable-systems'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 5, maximum: 160, link: { kind: 'number' } },
    second: { minimum: 5, maximum: 160, link: { kind: 'number' } },
    opposite: { minimum: 5, maximum: 160, link: { kind: 'number' } },
  },
  possible: ({ first, second, opposite }) =>
    (first + second - opposite) % 2 === 0 &&
    first + second > opposite &&
    first + opposite > second &&
    second + opposite > first,
  solve: ({ first, second, opposite }) => fractionAnswer(first + second - opposite, 2),
  check: {
    method: 'inverse',
    accepts: ({ first, second, opposite }, answer) => {
      const x = numericValue(answer)
      return first - x + (second - x) === opposite
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const [x, y, z] = [story.variable(), story.variable(), story.variable()]
      return {
        setup: `The numbers $${x}$, $${y}$ and $${z}$ satisfy $${x} + ${y} = ${math.first}$, $${y} + ${z} = ${math.opposite}$ and $${x} + ${z} = ${math.second}$.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => pairSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['ribbon', 'rope', 'hose', 'cable'])
      return {
        setup: `The red ${thing} and the blue ${thing} together are ${text.first} metres long, the blue ${thing} and the green ${thing} together ${text.opposite} metres, and the green ${thing} and the red ${thing} together ${text.second} metres.`,
        ask: `How many metres long is the red ${thing}?`,
        quantity: `the length of the red ${thing} in metres`,
        steps: () => pairSteps(value),
      }
    },
    ({ value, text, story }) => {
      const a = story.person().name
      const b = story.person().name
      const c = story.person().name
      const [noun, occasion] = story.pick([
        ['points', 'in a quiz'],
        ['goals', 'in a season'],
        ['hits', 'in an archery contest'],
      ] as const)
      return {
        setup: `Together, ${a} and ${b} score ${text.first} ${noun} ${occasion}, ${a} and ${c} score ${text.second}, and ${b} and ${c} score ${text.opposite}.`,
        ask: `How many ${noun} does ${a} score?`,
        quantity: `the number of ${noun} that ${a} scores`,
        steps: () => pairSteps(value),
      }
    },
  ],
})

function pairSteps(value: { first: number; second: number; opposite: number }): readonly string[] {
  const { first, second, opposite } = value
  const sum = first + second
  return [
    `The unknown we want is part of the sums ${first} and ${second}, and each of the other two unknowns is part of just one of them.`,
    `Adding these two equations gives twice the wanted unknown plus the other two: ${first} + ${second} = ${computed(`${first}+${second}`, sum)}.`,
    `The other two together are ${opposite}, so twice the wanted unknown is ${sum} - ${opposite} = ${computed(`${sum}-${opposite}`, sum - opposite)}.`,
    `Halving gives ${sum - opposite} ÷ 2 = ${computed(`${sum - opposite}/2`, (sum - opposite) / 2)}.`,
  ]
}

export const linearSystemFamilies: readonly Family[] = [substitution, elimination, pairSums]
