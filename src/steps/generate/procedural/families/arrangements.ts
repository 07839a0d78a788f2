import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { binomial, choose, fallingExpression, fallingProduct, binomialStep } from './counting-numbers.ts'
import { worked } from './worked.ts'

/** A quotient of factorials. */
const factorialQuotient: Family = defineFamily({
  id: 'factorial-quotient',
  knowledgePoints: ['factorials'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    top: { minimum: 4, maximum: 40, link: { kind: 'number' } },
    bottom: { minimum: 2, maximum: 39, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const top = fixed.top ?? (fixed.bottom ?? random.integer(3, 37)) + random.integer(1, 3)
    return { top, bottom: fixed.bottom ?? top - random.integer(1, 3) }
  },
  possible: ({ top, bottom }) => bottom < top && top - bottom <= 5,
  nice: ({ top, bottom }) => top - bottom >= 2 && fallingProduct(top, top - bottom) <= 2500,
  solve: ({ top, bottom }) => integerAnswer(fallingProduct(top, top - bottom)),
  check: {
    method: 'inverse',
    // Multiplied by the smaller factorial, the answer gives the larger one.
    accepts: ({ top, bottom }, answer) => {
      let [large, small] = [1n, 1n]
      for (let factor = 1; factor <= top; factor++) large *= BigInt(factor)
      for (let factor = 1; factor <= bottom; factor++) small *= BigInt(factor)
      return isFraction(answer, large, small)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: '',
      ask: `What is the value of $\\frac{${math.top}!}{${math.bottom}!}$?`,
      quantity: `the value of $\\frac{${math.top}!}{${math.bottom}!}$`,
      steps: () => quotientSteps(value),
    }),
    ({ value, math }) => ({
      setup: '',
      ask: `How many times as large as $${math.bottom}!$ is $${math.top}!$?`,
      quantity: `the number by which $${math.bottom}!$ must be multiplied to give $${math.top}!$`,
      steps: () => quotientSteps(value),
    }),
    ({ value, text, story }) => {
      const friend = story.person()
      return {
        setup: `${story.hero.name} multiplies all the whole numbers from one to ${text.top} together, and ${friend.name} does the same with the whole numbers from one to ${text.bottom}.`,
        ask: `By which number must ${friend.name} multiply ${friend.their} product to get ${story.hero.name}’s product?`,
        quantity: `the number by which ${friend.name}’s product must be multiplied to give ${story.hero.name}’s product`,
        steps: () => [
          `The products are the factorials ${value.top}! and ${value.bottom}!.`,
          ...quotientSteps(value),
        ],
      }
    },
  ],
})

function quotientSteps(value: { top: number; bottom: number }): readonly string[] {
  const { top, bottom } = value
  return [
    `Since $${top}!$ contains all the factors of $${bottom}!$, everything up to ${bottom} cancels.`,
    `What remains are the factors from ${bottom + 1} to ${top}: ${worked(fallingExpression(top, top - bottom), fallingProduct(top, top - bottom))}.`,
  ]
}

/** The first places of a race. */
const firstPlaces: Family = defineFamily({
  id: 'first-places',
  knowledgePoints: ['permutations'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    all: { minimum: 4, maximum: 30, link: { kind: 'count' } },
    places: { minimum: 2, maximum: 5, link: { kind: 'count' } },
  },
  possible: ({ all, places }) => places <= all,
  nice: ({ all, places }) => places < all && fallingProduct(all, places) <= 720,
  solve: ({ all, places }) => integerAnswer(fallingProduct(all, places)),
  check: {
    method: 'brute force',
    accepts: ({ all, places }, answer) => {
      const used = new Set<number>()
      const count = (left: number): number => {
        if (left === 0) return 1
        let total = 0
        for (let one = 0; one < all; one++) {
          if (used.has(one)) continue
          used.add(one)
          total += count(left - 1)
          used.delete(one)
        }
        return total
      }
      return integerValue(answer) === count(places)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [race, racers] = story.pick([
        ['canoe race', 'canoes'],
        ['cross-country run', 'runners'],
        ['sled race', 'sleds'],
      ] as const)
      return {
        setup: `In a ${race} with ${text.all} ${racers} the first ${text.places} places win different prizes, and there are no ties.`,
        ask: `In how many ways can the prizes be awarded?`,
        quantity: `the number of ways in which the prizes of the ${race} can be awarded`,
        steps: () => placeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const office = story.pick(['village council', 'students’ union', 'gardening club'])
      return {
        setup: `The ${text.all} members of a ${office} fill ${text.places} different posts from among themselves. Nobody may hold more than one post.`,
        ask: `How many ways are there to fill the posts?`,
        quantity: `the number of ways to fill the posts of the ${office}`,
        steps: () => placeSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} has ${text.all} different photographs.`,
        ask: `In how many ways can ${name} choose ${text.places} of them and hang them side by side in a row?`,
        quantity: `the number of ways ${name} can choose ${text.places} of the photographs and hang them side by side in a row`,
        steps: () => placeSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `How many ordered selections of ${text.places} different letters can be made from an alphabet of ${text.all} letters?`,
      quantity: `the number of ordered selections of ${text.places} different letters from an alphabet of ${text.all} letters`,
      steps: () => placeSteps(value),
    }),
  ],
})

function placeSteps(value: { all: number; places: number }): readonly string[] {
  return [
    `The order matters and nothing is used twice, so these are permutations: each place has one choice fewer than the place before.`,
    `The first place has ${value.all} choices, and there are ${value.places} places: ${worked(fallingExpression(value.all, value.places), fallingProduct(value.all, value.places))} ways.`,
  ]
}

/** Unordered selections. */
const committees: Family = defineFamily({
  id: 'committees',
  knowledgePoints: ['combinations'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    all: { minimum: 4, maximum: 24, link: { kind: 'count' } },
    chosen: { minimum: 2, maximum: 8, link: { kind: 'count' } },
  },
  possible: ({ all, chosen }) => chosen <= all,
  nice: ({ all, chosen }) => chosen < all - 1 && choose(all, chosen) <= 800,
  solve: ({ all, chosen }) => integerAnswer(choose(all, chosen)),
  check: {
    method: 'brute force',
    accepts: ({ all, chosen }, answer) => {
      const count = (from: number, left: number): number => {
        if (left === 0) return 1
        let total = 0
        for (let one = from; one <= all - left; one++) total += count(one + 1, left - 1)
        return total
      }
      return integerValue(answer) === count(0, chosen)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [group, task] = story.pick([
        ['theatre group', 'paint the stage'],
        ['school class', 'plant a tree'],
        ['hiking club', 'carry the tents'],
      ] as const)
      return {
        setup: `From the ${text.all} members of a ${group}, ${text.chosen} members are chosen to ${task}.`,
        ask: `In how many ways can they be chosen?`,
        quantity: `the number of ways to choose the members of the ${group} who ${task}`,
        steps: () => combinationSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const things = story.pick(['herbs', 'spices', 'vegetables'])
      return {
        setup: `${name} makes a stew with ${text.chosen} different ${things}. The market offers ${text.all} ${things}.`,
        ask: `How many different selections of ${things} can ${name} make?`,
        quantity: `the number of different selections of ${things} that ${name} can make`,
        steps: () => combinationSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `How many subsets with exactly ${text.chosen} elements does a set with ${text.all} elements have?`,
      quantity: `the number of subsets with exactly ${text.chosen} elements of a set with ${text.all} elements`,
      steps: () => combinationSteps(value),
    }),
    ({ value, math }) => ({
      setup: '',
      ask: `Evaluate $\\binom{${math.all}}{${math.chosen}}$.`,
      quantity: `the value of the binomial coefficient $\\binom{${math.all}}{${math.chosen}}$`,
      steps: () => combinationSteps(value),
    }),
    ({ value, text, story }) => {
      const exam = story.pick(['history exam', 'biology test', 'geography test'])
      return {
        setup: `The candidates in a ${exam} must answer exactly ${text.chosen} out of ${text.all} questions, which they are free to pick.`,
        ask: `In how many ways can a candidate choose the questions?`,
        quantity: `the number of ways in which a candidate in the ${exam} can choose the questions`,
        steps: () => combinationSteps(value),
      }
    },
  ],
})

function combinationSteps(value: { all: number; chosen: number }): readonly string[] {
  const { all, chosen } = value
  const flip =
    chosen > all - chosen
      ? [
          `Choosing ${chosen} of ${all} is the same as choosing the ${worked(`${all}-${chosen}`, all - chosen)} that are left out.`,
        ]
      : []
  return [
    `Selections of ${chosen} out of ${all} in which the order does not matter are counted by the binomial coefficient $${binomial(all, chosen)}$.`,
    ...flip,
    `${binomialStep(all, chosen)}.`,
  ]
}

export const arrangementFamilies: readonly Family[] = [factorialQuotient, firstPlaces, committees]
