import { integerAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Subsets of a union. */
const powerSetOfUnion: Family = defineFamily({
  id: 'power-set-of-union',
  knowledgePoints: ['power-set', 'cardinality-of-unions'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    one: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    other: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    both: { minimum: 2, maximum: 10, link: { kind: 'number' } },
  },
  possible: ({ one, other, both }) => both <= one && both <= other,
  nice: ({ one, other, both }) => both < one && both < other && one + other - both <= 10,
  solve: ({ one, other, both }) => integerAnswer(2 ** (one + other - both)),
  check: {
    method: 'brute force',
    accepts: ({ one, other, both }, answer) => {
      const union = new Set<number>()
      for (let element = 0; element < one; element++) union.add(element)
      for (let element = 0; element < other; element++) union.add(one - both + element)
      let subsets = 1
      for (const _ of union) subsets += subsets
      return isFraction(answer, subsets)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: `The set $A$ has $${math.one}$ elements, the set $B$ has $${math.other}$ elements, and they have $${math.both}$ elements in common.`,
      ask: `How many elements does the power set of $A \\cup B$ have?`,
      quantity: `the number of elements of the power set of $A \\cup B$`,
      steps: () => powerUnionSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      const friend = story.person().name
      return {
        setup: `${name} brings ${text.one} different spices and ${friend} brings ${text.other} different spices; ${text.both} kinds are brought by both. A blend may use any set of the available kinds, even the empty one.`,
        ask: `How large is the set of all possible blends?`,
        quantity: `the number of possible blends of ${name} and ${friend}’s spices`,
        steps: () => powerUnionSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `Given are finite sets with $|M| = ${math.one}$, $|K| = ${math.other}$ and $|M \\cap K| = ${math.both}$.`,
      ask: `Find $|\\mathcal{P}(M \\cup K)|$, where $\\mathcal{P}$ denotes the power set.`,
      quantity: `the number of elements of the power set $\\mathcal{P}(M \\cup K)$`,
      steps: () => powerUnionSteps(value),
    }),
  ],
})

function powerUnionSteps(value: { one: number; other: number; both: number }): readonly string[] {
  const { one, other, both } = value
  const union = one + other - both
  return [
    `The union has ${one} + ${other} - ${both} = ${computed(`${one}+${other}-${both}`, union)} elements, since common ones are counted once.`,
    `Its power set contains all subsets; each element is in or out, so there are $2^{${union}}$ = ${computed(`2^${union}`, 2 ** union)}.`,
  ]
}

/** How many more subsets. */
const powerSetSize: Family = defineFamily({
  id: 'difference-of-power-sets',
  knowledgePoints: ['power-set'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    large: { minimum: 4, maximum: 10, link: { kind: 'number' } },
    small: { minimum: 2, maximum: 8, link: { kind: 'number' } },
  },
  possible: ({ large, small }) => small < large,
  solve: ({ large, small }) => integerAnswer(2 ** large - 2 ** small),
  check: {
    method: 'brute force',
    // Subsets of the large set that are not inside the small one.
    accepts: ({ large, small }, answer) => {
      let count = 0
      for (let subset = 0; subset < 2 ** large; subset++) if (subset >> small !== 0) count++
      return isFraction(answer, count)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: `The set $A$ has $${math.large}$ elements, and its subset $B$ has $${math.small}$ elements.`,
      ask: `How many more elements does the power set of $A$ have than the power set of $B$?`,
      quantity: `the number of elements that the power set of $A$ has more than the power set of $B$`,
      steps: () => powerSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} owns ${text.large} different bells and can ring any set of them together, the empty set counting as silence. Of these bells, ${text.small} are small.`,
        ask: `How many sets of bells contain at least one bell that is not small?`,
        quantity: `the number of sets of ${name}’s bells that contain at least one bell that is not small`,
        steps: () => powerSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `Let $M$ be a set with $${math.large}$ elements and $K \\subset M$ a set with $${math.small}$ elements.`,
      ask: `Find the number of elements of $\\mathcal{P}(M) \\setminus \\mathcal{P}(K)$, the difference of the two power sets.`,
      quantity: `the number of elements of the difference $\\mathcal{P}(M) \\setminus \\mathcal{P}(K)$ of the two power sets`,
      steps: () => powerSteps(value),
    }),
  ],
})

function powerSteps(value: { large: number; small: number }): readonly string[] {
  const [all, part] = [2 ** value.large, 2 ** value.small]
  return [
    `A set with so many elements has as many subsets as two to that power.`,
    `$2^{${value.large}}$ = ${computed(`2^${value.large}`, all)} and $2^{${value.small}}$ = ${computed(`2^${value.small}`, part)}.`,
    `Every subset of the smaller set is also one of the larger set, so ${all} - ${part} = ${computed(`${all}-${part}`, all - part)}.`,
  ]
}

/** Ordered pairs with different entries. */
const unequalPairs: Family = defineFamily({
  id: 'pairs-with-different-entries',
  knowledgePoints: ['cartesian-product'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    one: { minimum: 2, maximum: 24, link: { kind: 'number' } },
    other: { minimum: 2, maximum: 24, link: { kind: 'number' } },
    both: { minimum: 2, maximum: 20, link: { kind: 'number' } },
  },
  possible: ({ one, other, both }) => both <= one && both <= other,
  nice: ({ one, other, both }) => both < one && both < other && one !== other && one * other <= 400,
  solve: ({ one, other, both }) => integerAnswer(one * other - both),
  check: {
    method: 'brute force',
    accepts: ({ one, other, both }, answer) => {
      let count = 0
      for (let a = 0; a < one; a++) for (let b = one - both; b < one - both + other; b++) if (a !== b) count++
      return isFraction(answer, count)
    },
  },
  wordings: [
    ({ value, math, story }) => {
      const x = story.variable()
      const y = story.variable()
      return {
        setup: `The sets $A$ and $B$ have $${math.one}$ and $${math.other}$ elements, and $${math.both}$ elements belong to both sets.`,
        ask: `How many pairs $(${x}, ${y})$ in the Cartesian product $A \\times B$ satisfy $${x} \\neq ${y}$?`,
        quantity: `the number of pairs $(${x}, ${y})$ in $A \\times B$ with $${x} \\neq ${y}$`,
        steps: () => pairSteps(value),
      }
    },
    ({ value, text, story }) => {
      const club = story.pick(['sailing club', 'theatre society', 'physics club'])
      return {
        setup: `At the elections of a ${club} there are ${text.one} candidates for the chair and ${text.other} candidates for the treasury; ${text.both} people stand for both offices. Nobody may hold both.`,
        ask: `How many ordered pairs of a chair and a treasurer are possible?`,
        quantity: `the number of possible ordered pairs of a chair and a treasurer of the ${club}`,
        steps: () => pairSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} picks a pair from the Cartesian product of two lists of towns, a town to start from out of the first list with ${text.one} towns and a destination out of the second list with ${text.other} towns. There are ${text.both} towns that appear on both lists, and start and destination must differ.`,
        ask: `Find the number of journeys that ${name} can pick.`,
        quantity: `the number of journeys that ${name} can pick`,
        steps: () => pairSteps(value),
      }
    },
  ],
})

function pairSteps(value: { one: number; other: number; both: number }): readonly string[] {
  const { one, other, both } = value
  return [
    `The Cartesian product has ${one} × ${other} = ${computed(`${one}*${other}`, one * other)} ordered pairs.`,
    `A pair with two equal entries exists for each common element, which makes ${both} of them.`,
    `${one * other} - ${both} = ${computed(`${one * other}-${both}`, one * other - both)} pairs remain.`,
  ]
}

export const productAndPowerSetFamilies: readonly Family[] = [powerSetOfUnion, powerSetSize, unequalPairs]
