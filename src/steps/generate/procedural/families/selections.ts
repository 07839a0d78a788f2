import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { choose, binomialStep } from './counting-numbers.ts'

/** A team from two groups. */
const mixedTeams: Family = defineFamily({
  id: 'mixed-teams',
  knowledgePoints: ['combinations', 'multiplication-principle'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    women: { minimum: 3, maximum: 12, link: { kind: 'count' } },
    chosenWomen: { minimum: 2, maximum: 5, link: { kind: 'count' } },
    men: { minimum: 3, maximum: 12, link: { kind: 'count' } },
    chosenMen: { minimum: 2, maximum: 5, link: { kind: 'count' } },
  },
  possible: ({ women, chosenWomen, men, chosenMen }) => chosenWomen <= women && chosenMen <= men,
  nice: ({ women, chosenWomen, men, chosenMen }) =>
    chosenWomen < women && chosenMen < men && choose(women, chosenWomen) * choose(men, chosenMen) <= 1200,
  solve: ({ women, chosenWomen, men, chosenMen }) =>
    integerAnswer(choose(women, chosenWomen) * choose(men, chosenMen)),
  check: {
    method: 'brute force',
    accepts: ({ women, chosenWomen, men, chosenMen }, answer) => {
      const selections = (size: number, wanted: number): number => {
        let total = 0
        for (let mask = 0; mask < 2 ** size; mask++) {
          let ones = 0
          for (let bit = 0; bit < size; bit++) ones += (mask >> bit) & 1
          if (ones === wanted) total++
        }
        return total
      }
      return isFraction(answer, selections(women, chosenWomen) * selections(men, chosenMen))
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const team = story.pick(['rescue team', 'quiz team', 'film jury'])
      return {
        setup: `A ${team} is to consist of ${text.chosenWomen} women, chosen from ${text.women} women, and ${text.chosenMen} men, chosen from ${text.men} men.`,
        ask: `In how many ways can the ${team} be chosen?`,
        quantity: `the number of ways to choose the ${team}`,
        steps: () => teamSteps(value, 'women', 'men'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const [one, other] = story.pick([
        ['novels', 'comics'],
        ['puzzles', 'board games'],
        ['scarves', 'hats'],
      ] as const)
      return {
        setup: `A shop has ${text.women} different ${one} and ${text.men} different ${other}. ${name} buys ${text.chosenWomen} of the ${one} and ${text.chosenMen} of the ${other}.`,
        ask: `In how many ways can ${name} choose?`,
        quantity: `the number of ways in which ${name} can choose the ${one} and the ${other}`,
        steps: () => teamSteps(value, one, other),
      }
    },
    ({ value, text, story }) => {
      const course = story.pick(['geography', 'chemistry', 'music theory'])
      return {
        setup: `A ${course} exam has two parts. In part A a student answers ${text.chosenWomen} of ${text.women} questions, and in part B ${text.chosenMen} of ${text.men} questions.`,
        ask: `Find the number of ways to choose the questions to be answered.`,
        quantity: `the number of ways to choose the questions to be answered in the ${course} exam`,
        steps: () => teamSteps(value, 'questions of part A', 'questions of part B'),
      }
    },
  ],
})

function teamSteps(
  value: { women: number; chosenWomen: number; men: number; chosenMen: number },
  one: string,
  other: string,
): readonly string[] {
  const { women, chosenWomen, men, chosenMen } = value
  const [a, b] = [choose(women, chosenWomen), choose(men, chosenMen)]
  return [
    `Inside each group the order does not matter; the two selections are independent, so their numbers are multiplied.`,
    `The ${one}: ${binomialStep(women, chosenWomen)} ways.`,
    `The ${other}: ${binomialStep(men, chosenMen)} ways.`,
    `Together ${a} × ${b} = ${computed(`${a}*${b}`, a * b)} ways.`,
  ]
}

/** A committee with at least one member of a group. */
const committeeWithAtLeastOne: Family = defineFamily({
  id: 'committee-with-at-least-one',
  knowledgePoints: ['combinations', 'complementary-counting'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    inside: { minimum: 2, maximum: 10, link: { kind: 'count' } },
    outside: { minimum: 3, maximum: 12, link: { kind: 'count' } },
    chosen: { minimum: 2, maximum: 5, link: { kind: 'count' } },
  },
  possible: ({ outside, chosen }) => chosen <= outside,
  nice: ({ inside, outside, chosen }) =>
    choose(inside + outside, chosen) - choose(outside, chosen) <= 800 && inside !== outside,
  solve: ({ inside, outside, chosen }) =>
    integerAnswer(choose(inside + outside, chosen) - choose(outside, chosen)),
  check: {
    method: 'brute force',
    // Directly: selections by their first chosen element, which must lie inside.
    accepts: ({ inside, outside, chosen }, answer) => {
      const count = (from: number, left: number): number => {
        if (left === 0) return 1
        let total = 0
        for (let one = from; one < inside + outside; one++) total += count(one + 1, left - 1)
        return total
      }
      let total = 0
      for (let first = 0; first < inside; first++) total += count(first + 1, chosen - 1)
      return integerValue(answer) === total
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['teachers', 'parents'],
        ['doctors', 'nurses'],
        ['pilots', 'engineers'],
      ] as const)
      return {
        setup: `A committee of ${text.chosen} people is chosen from ${text.inside} ${one} and ${text.outside} ${other}.`,
        ask: `How many such committees include at least one of the ${one}?`,
        quantity: `the number of committees that include at least one of the ${one}`,
        steps: () => committeeSteps(value, [one, other, 'committees']),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `A crate holds ${text.outside} ripe and ${text.inside} unripe mangoes, all different in size. ${name} takes out ${text.chosen} mangoes at once.`,
        ask: `In how many ways can ${name} do this so that at least one of the mangoes taken out is unripe?`,
        quantity: `the number of ways in which ${name} can take out the mangoes so that at least one of them is unripe`,
        steps: () => committeeSteps(value, ['unripe mangoes', 'ripe mangoes', 'selections']),
      }
    },
    ({ value, text }) => ({
      setup: `A box holds ${text.inside} red and ${text.outside} black tiles, each with a different symbol.`,
      ask: `How many selections of ${text.chosen} tiles from the box contain at least one red tile?`,
      quantity: `the number of selections of ${text.chosen} tiles from the box that contain at least one red tile`,
      steps: () => committeeSteps(value, ['red tiles', 'black tiles', 'selections']),
    }),
  ],
})

function committeeSteps(
  value: { inside: number; outside: number; chosen: number },
  [one, other, wholes]: readonly [string, string, string],
): readonly string[] {
  const { inside, outside, chosen } = value
  const all = inside + outside
  const [total, without] = [choose(all, chosen), choose(outside, chosen)]
  return [
    `Count all ${wholes} and subtract those with none of the ${one}.`,
    `There are ${inside} + ${outside} = ${computed(`${inside}+${outside}`, all)} to choose from, so ${binomialStep(all, chosen)} ${wholes} in all.`,
    `With ${other} only there are ${binomialStep(outside, chosen)}.`,
    `So ${total} - ${without} = ${computed(`${total}-${without}`, total - without)} ${wholes} include at least one of the ${one}.`,
  ]
}

export const selectionFamilies: readonly Family[] = [mixedTeams, committeeWithAtLeastOne]
