import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { choose, binomialStep } from './counting-numbers.ts'

/** Alike things shared out. */
const alikeSharedOut: Family = defineFamily({
  id: 'alike-things-shared-out',
  knowledgePoints: ['stars-and-bars'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    things: { minimum: 3, maximum: 24, link: { kind: 'count' } },
    boxes: { minimum: 3, maximum: 5, link: { kind: 'count' } },
  },
  possible: ({ boxes }) => boxes >= 2,
  nice: ({ things, boxes }) => choose(things + boxes - 1, boxes - 1) <= 900,
  solve: ({ things, boxes }) => integerAnswer(choose(things + boxes - 1, boxes - 1)),
  check: {
    method: 'brute force',
    accepts: ({ things, boxes }, answer) => {
      const share = (left: number, open: number): number => {
        if (open === 1) return 1
        let total = 0
        for (let given = 0; given <= left; given++) total += share(left - given, open - 1)
        return total
      }
      return integerValue(answer) === share(things, boxes)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['stickers', 'marbles', 'coins'])
      return {
        setup: `${story.hero.name} gives away ${text.things} identical ${things} to ${text.boxes} children. A child may also get none.`,
        ask: `In how many ways can the ${things} be distributed?`,
        quantity: `the number of ways to distribute the ${things} among the children`,
        steps: () => barSteps(value, 'children'),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `How many ordered lists of ${text.boxes} non-negative integers have the sum ${text.things}?`,
      quantity: `the number of ordered lists of ${text.boxes} non-negative integers with the sum ${text.things}`,
      steps: () => barSteps(value, 'places of the list'),
    }),
    ({ value, text, story }) => {
      const sweets = story.pick(['pastries', 'chocolates', 'doughnuts'])
      return {
        setup: `A stall sells ${text.boxes} kinds of ${sweets} and has plenty of each. A customer asks for a box of ${text.things} ${sweets}; their order in the box does not matter.`,
        ask: `How many different boxes are possible?`,
        quantity: `the number of possible boxes of ${sweets}`,
        steps: () => barSteps(value, 'kinds'),
      }
    },
    ({ value, text, story }) => ({
      setup: `A ${story.pick(['council', 'ministry', 'foundation'])} splits ${text.things} equal grants among ${text.boxes} towns; it is allowed that a town receives no grant.`,
      ask: `Find the number of possible ways to split the grants.`,
      quantity: `the number of possible ways to split the grants among the towns`,
      steps: () => barSteps(value, 'towns'),
    }),
  ],
})

function barSteps(value: { things: number; boxes: number }, what: string): readonly string[] {
  const { things, boxes } = value
  const [places, bars] = [things + boxes - 1, boxes - 1]
  return [
    `Draw ${things} stars in a row and separate the ${boxes} ${what} by ${boxes} - 1 = ${computed(`${boxes}-1`, bars)} bars.`,
    `Stars and bars fill ${things} + ${bars} = ${computed(`${things}+${bars}`, places)} places, and the places of the bars decide everything.`,
    `The places of the bars can be chosen in ${binomialStep(places, bars)} ways.`,
  ]
}

/** Alike things, at least one for everybody. */
const atLeastOneEach: Family = defineFamily({
  id: 'alike-things-at-least-one-each',
  knowledgePoints: ['stars-and-bars'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    things: { minimum: 5, maximum: 30, link: { kind: 'count' } },
    boxes: { minimum: 3, maximum: 6, link: { kind: 'count' } },
  },
  possible: ({ things, boxes }) => boxes >= 2 && things >= boxes,
  nice: ({ things, boxes }) => things > boxes + 1 && choose(things - 1, boxes - 1) <= 500,
  solve: ({ things, boxes }) => integerAnswer(choose(things - 1, boxes - 1)),
  check: {
    method: 'brute force',
    accepts: ({ things, boxes }, answer) => {
      const share = (left: number, open: number): number => {
        if (open === 1) return left >= 1 ? 1 : 0
        let total = 0
        for (let given = 1; given < left; given++) total += share(left - given, open - 1)
        return total
      }
      return isFraction(answer, share(things, boxes))
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['apples', 'pencils', 'glass beads'])
      return {
        setup: `${story.hero.name} shares ${text.things} identical ${things} among ${text.boxes} friends in such a way that every friend gets at least one.`,
        ask: `In how many ways can this be done?`,
        quantity: `the number of ways to share the ${things} so that every friend gets at least one`,
        steps: () => gapSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `How many ordered lists of ${text.boxes} positive integers have the sum ${text.things}?`,
      quantity: `the number of ordered lists of ${text.boxes} positive integers with the sum ${text.things}`,
      steps: () => gapSteps(value),
    }),
    ({ value, text, story }) => {
      const route = story.pick(['hike', 'bicycle tour', 'canoe trip'])
      return {
        setup: `A ${route} of ${text.things} kilometres is split into ${text.boxes} stages. Each stage is a positive whole number of kilometres long, and the order of the stages matters.`,
        ask: `Find the number of ways to choose the lengths of the stages.`,
        quantity: `the number of ways to choose the lengths of the stages of the ${route}`,
        steps: () => gapSteps(value),
      }
    },
  ],
})

function gapSteps(value: { things: number; boxes: number }): readonly string[] {
  const { things, boxes } = value
  const [gaps, bars] = [things - 1, boxes - 1]
  return [
    `Think of ${things} equal units in a row. Cutting the row into ${boxes} non-empty pieces takes ${boxes} - 1 = ${computed(`${boxes}-1`, bars)} cuts.`,
    `The cuts go into different gaps between neighbours, and there are ${things} - 1 = ${computed(`${things}-1`, gaps)} gaps.`,
    `The gaps for the cuts can be chosen in ${binomialStep(gaps, bars)} ways.`,
  ]
}

export const distributionFamilies: readonly Family[] = [alikeSharedOut, atLeastOneEach]
