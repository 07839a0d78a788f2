import { fractionAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** The larger of two numbers from sum and difference. */
const sumAndDifference: Family = defineFamily({
  id: 'larger-from-sum-and-difference',
  knowledgePoints: ['sum-and-difference-problems'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    sum: { minimum: 10, maximum: 240, link: { kind: 'count' } },
    difference: { minimum: 2, maximum: 80, link: { kind: 'count' } },
  },
  possible: ({ sum, difference }) => difference < sum && (sum + difference) % 2 === 0,
  nice: ({ sum, difference }) => difference * 2 <= sum,
  solve: ({ sum, difference }) => fractionAnswer(sum + difference, 2),
  check: {
    method: 'inverse',
    accepts: ({ sum, difference }, answer) => {
      const larger = numericValue(answer)
      return Math.abs(larger + (larger - difference) - sum) < 1e-9
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      const friend = story.person().name
      const things = story.pick(['seashells', 'stickers', 'comic books'])
      return {
        setup: `${name} and ${friend} have ${text.sum} ${things} together, and ${name} has ${text.difference} more than ${friend}.`,
        ask: `How many ${things} does ${name} have?`,
        quantity: `the number of ${things} that ${name} has`,
        steps: () => sumDifferenceSteps(value),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['sheep', 'goats'],
        ['ducks', 'geese'],
        ['hens', 'rabbits'],
      ] as const)
      return {
        setup: `On a farm there are ${text.difference} fewer ${other} than ${one}. Counted together, there are ${text.sum} ${one} and ${other}.`,
        ask: `What is the number of ${one}?`,
        quantity: `the number of ${one} on the farm`,
        steps: () => sumDifferenceSteps(value),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['ferry terminal', 'bus station', 'cable car station'])
      return {
        setup: `A ${place} counts ${text.sum} passengers in one hour. The adults among them outnumber the children by ${text.difference}.`,
        ask: `Find the number of adults.`,
        quantity: `the number of adult passengers counted at the ${place}`,
        steps: () => sumDifferenceSteps(value),
      }
    },
  ],
})

function sumDifferenceSteps(value: { sum: number; difference: number }): readonly string[] {
  const { sum, difference } = value
  return [
    `If the smaller number were raised to the larger one, the sum would grow by the difference and be twice the larger number.`,
    `${sum} + ${difference} = ${computed(`${sum}+${difference}`, sum + difference)} is twice the larger number.`,
    `So the larger number is ${sum + difference} ÷ 2 = ${computed(`${sum + difference}/2`, (sum + difference) / 2)}.`,
  ]
}

/** The smaller of two numbers from sum and multiple. */
const sumAndMultiple: Family = defineFamily({
  id: 'smaller-from-sum-and-multiple',
  knowledgePoints: ['sum-and-multiple-problems'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    sum: { minimum: 12, maximum: 300, link: { kind: 'count' } },
    times: { minimum: 2, maximum: 11, link: { kind: 'number' } },
  },
  possible: ({ sum, times }) => sum % (times + 1) === 0,
  nice: ({ sum, times }) => sum / (times + 1) >= 2,
  solve: ({ sum, times }) => fractionAnswer(sum, times + 1),
  check: {
    method: 'inverse',
    accepts: ({ sum, times }, answer) =>
      Math.abs(numericValue(answer) + times * numericValue(answer) - sum) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['apple trees', 'pear trees'],
        ['tulips', 'lilies'],
        ['oaks', 'birches'],
      ] as const)
      return {
        setup: `In a park there are ${text.times} times as many ${one} as ${other}, and ${text.sum} ${one} and ${other} altogether.`,
        ask: `How many ${other} are there?`,
        quantity: `the number of ${other} in the park`,
        steps: () => sumMultipleSteps(value, other),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const friend = story.person().name
      return {
        setup: `${friend} has read ${text.times} times as many pages of a book as ${name}. Together they have read ${text.sum} pages.`,
        ask: `How many pages has ${name} read?`,
        quantity: `the number of pages that ${name} has read`,
        steps: () => sumMultipleSteps(value, `${name}’s pages`),
      }
    },
    ({ value, text, story }) => {
      const shop = story.pick(['kiosk', 'market stall', 'museum shop'])
      return {
        setup: `A ${shop} sold ${text.sum} postcards and posters. For every poster it sold ${text.times} postcards.`,
        ask: `Find the number of posters that the ${shop} sold.`,
        quantity: `the number of posters that the ${shop} sold`,
        steps: () => sumMultipleSteps(value, 'posters'),
      }
    },
  ],
})

function sumMultipleSteps(value: { sum: number; times: number }, what: string): readonly string[] {
  const { sum, times } = value
  return [
    `Take the number of ${what} as one part. The other number is ${times} such parts, so together there are ${times} + 1 = ${computed(`${times}+1`, times + 1)} equal parts.`,
    `One part is ${sum} ÷ ${times + 1} = ${computed(`${sum}/${times + 1}`, sum / (times + 1))}.`,
  ]
}

/** The smaller of two numbers from difference and multiple. */
const differenceAndMultiple: Family = defineFamily({
  id: 'smaller-from-difference-and-multiple',
  knowledgePoints: ['difference-and-multiple-problems'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    difference: { minimum: 6, maximum: 240, link: { kind: 'count' } },
    times: { minimum: 3, maximum: 11, link: { kind: 'number' } },
  },
  possible: ({ difference, times }) => times >= 2 && difference % (times - 1) === 0,
  nice: ({ difference, times }) => difference / (times - 1) >= 2,
  solve: ({ difference, times }) => fractionAnswer(difference, times - 1),
  check: {
    method: 'inverse',
    accepts: ({ difference, times }, answer) =>
      Math.abs(times * numericValue(answer) - numericValue(answer) - difference) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['bees', 'butterflies'],
        ['frogs', 'newts'],
        ['sparrows', 'robins'],
      ] as const)
      return {
        setup: `In a garden ${story.hero.name} counts ${text.times} times as many ${one} as ${other}. That is ${text.difference} more ${one} than ${other}.`,
        ask: `How many ${other} does ${story.hero.name} count?`,
        quantity: `the number of ${other} that ${story.hero.name} counts`,
        steps: () => differenceMultipleSteps(value, other),
      }
    },
    ({ value, text, story }) => {
      const village = story.pick(['fishing village', 'mountain village', 'border village'])
      return {
        setup: `A ${village} has ${text.difference} fewer cars than bicycles, and it has ${text.times} times as many bicycles as cars.`,
        ask: `How many cars does the ${village} have?`,
        quantity: `the number of cars in the ${village}`,
        steps: () => differenceMultipleSteps(value, 'cars'),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      const { name } = story.hero
      return {
        setup: `${friend} has solved ${text.times} times as many riddles as ${name}, which makes ${text.difference} riddles more.`,
        ask: `Find the number of riddles that ${name} has solved.`,
        quantity: `the number of riddles that ${name} has solved`,
        steps: () => differenceMultipleSteps(value, `${name}’s riddles`),
      }
    },
  ],
})

function differenceMultipleSteps(
  value: { difference: number; times: number },
  what: string,
): readonly string[] {
  const { difference, times } = value
  return [
    `Take the number of ${what} as one part. The larger number is ${times} parts, so the difference is ${times} - 1 = ${computed(`${times}-1`, times - 1)} parts.`,
    `One part is ${difference} ÷ ${times - 1} = ${computed(`${difference}/${times - 1}`, difference / (times - 1))}.`,
  ]
}

/** One gives to the other until both have the same. */
const giveUntilEqual: Family = defineFamily({
  id: 'give-until-equal',
  knowledgePoints: ['equal-sharing-and-transfers'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    more: { minimum: 10, maximum: 160, link: { kind: 'count' } },
    less: { minimum: 2, maximum: 120, link: { kind: 'count' } },
  },
  possible: ({ more, less }) => more > less && (more - less) % 2 === 0,
  nice: ({ more, less }) => more - less >= 4,
  solve: ({ more, less }) => fractionAnswer(more - less, 2),
  check: {
    method: 'simulation',
    // Hand things over one by one.
    accepts: ({ more, less }, answer) => {
      let [rich, poor, given] = [more, less, 0]
      while (rich > poor) {
        rich--
        poor++
        given++
      }
      return rich === poor && isFraction(answer, given)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      const friend = story.person().name
      const things = story.pick(['marbles', 'badges', 'chestnuts'])
      return {
        setup: `${name} has ${text.more} ${things}, and ${friend} has ${text.less} ${things}.`,
        ask: `How many ${things} must ${name} give to ${friend} so that both have the same number?`,
        quantity: `the number of ${things} that ${name} must give to ${friend} so that both have the same number`,
        steps: () => giveSteps(value),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['books', 'folders', 'vinyl records'])
      return {
        setup: `On the lower shelf of a bookcase there are ${text.less} ${things}; on the upper shelf there are ${text.more}. Some ${things} are moved from the upper to the lower shelf until the shelves hold equally many.`,
        ask: `How many ${things} are moved?`,
        quantity: `the number of ${things} that are moved to the lower shelf`,
        steps: () => giveSteps(value),
      }
    },
    ({ value, text, story }) => {
      const camp = story.pick(['ski camp', 'music camp', 'language camp'])
      return {
        setup: `At a ${camp} group A has ${text.more} participants and group B has ${text.less}. The leaders want to make the groups equal in size by letting participants change from group A to group B.`,
        ask: `Find the number of participants who have to change groups.`,
        quantity: `the number of participants of the ${camp} who have to change groups`,
        steps: () => giveSteps(value),
      }
    },
  ],
})

function giveSteps(value: { more: number; less: number }): readonly string[] {
  const { more, less } = value
  const gap = more - less
  return [
    `The difference is ${more} - ${less} = ${computed(`${more}-${less}`, gap)}.`,
    `Each one that changes hands makes the difference smaller by two, so half of the difference must move: ${gap} ÷ 2 = ${computed(`${gap}/2`, gap / 2)}.`,
  ]
}

export const sumAndMultipleFamilies: readonly Family[] = [
  sumAndDifference,
  sumAndMultiple,
  differenceAndMultiple,
  giveUntilEqual,
]
