import { fractionAnswer, integerAnswer, integerValue, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'

/** A stock that grows and shrinks. */
const stockChange: Family = defineFamily({
  id: 'stock-change',
  knowledgePoints: ['addition-and-subtraction-of-whole-numbers'],
  level: 1,
  result: { kind: 'count' },
  givens: {
    start: { minimum: 12, maximum: 400, link: { kind: 'count' } },
    added: { minimum: 4, maximum: 200, link: { kind: 'count' } },
    removed: { minimum: 3, maximum: 200, link: { kind: 'count' } },
  },
  possible: ({ start, removed }) => removed < start,
  nice: ({ start, added, removed }) => removed !== added && added <= start && 5 * removed <= 2 * start,
  solve: ({ start, added, removed }) => integerAnswer(start + added - removed),
  check: {
    method: 'simulation',
    // Put the added things in one by one, then take the others out one by one.
    accepts: ({ start, added, removed }, answer) => {
      let stock = start
      for (let thing = 0; thing < added; thing++) stock++
      for (let thing = 0; thing < removed; thing++) stock--
      return integerValue(answer) === stock
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const books = story.pick(['novels', 'picture books', 'travel guides', 'comic books'])
      return {
        setup: `At the start of the year a village library has ${text.start} ${books}. During the year it gives ${text.removed} worn ${books} away and buys ${text.added} new ones.`,
        ask: `How many ${books} does the library have at the end of the year?`,
        quantity: `the number of ${books} in the library at the end of the year`,
        steps: () => stockSteps(value, books, ['are given away', 'are bought']),
      }
    },
    ({ value, text, story }) => {
      const ride = story.pick(['train', 'ferry', 'river steamer'])
      return {
        setup: `A ${ride} sets off with ${text.start} passengers. At the first stop ${text.removed} passengers get off and ${text.added} get on.`,
        ask: `How many passengers are on the ${ride} when it leaves that stop?`,
        quantity: `the number of passengers on the ${ride} when it leaves the first stop`,
        steps: () => stockSteps(value, 'passengers', ['have got off', 'have got on']),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      const things = story.pick(['stamps', 'marbles', 'postcards', 'trading cards'])
      const { name } = story.hero
      return {
        setup: `${name} has ${text.start} ${things}, gives ${text.removed} of them to ${friend} and later collects ${text.added} more.`,
        ask: `How many ${things} does ${name} have in the end?`,
        quantity: `the number of ${things} that ${name} has in the end`,
        steps: () => stockSteps(value, things, ['are given away', 'are collected']),
      }
    },
    ({ value, text, story }) => {
      const animals = story.pick(['sheep', 'hens', 'goats'])
      return {
        setup: `After selling ${text.removed} ${animals} from a flock of ${text.start}, a farmer buys ${text.added} younger ones.`,
        ask: `What is the size of the flock now?`,
        quantity: `the number of ${animals} in the flock now`,
        steps: () => stockSteps(value, animals, ['are sold', 'are bought']),
      }
    },
  ],
})

function stockSteps(
  { start, added, removed }: { readonly start: number; readonly added: number; readonly removed: number },
  things: string,
  [gone, come]: readonly [string, string],
): readonly string[] {
  const left = start - removed
  return [
    `Follow the changes in order: subtract what goes, then add what comes.`,
    `After ${removed} ${gone}, there are ${start} - ${removed} = <<${start}-${removed}=${left}>>${left} ${things}.`,
    `After ${added} ${come}, there are ${left} + ${added} = <<${left}+${added}=${left + added}>>${left + added} ${things}.`,
  ]
}

/** Equal groups. */
const equalGroups: Family = defineFamily({
  id: 'equal-groups-total',
  knowledgePoints: ['multiplication-of-whole-numbers'],
  level: 1,
  result: { kind: 'count' },
  givens: {
    groups: { minimum: 3, maximum: 60, link: { kind: 'count' } },
    size: { minimum: 3, maximum: 60, link: { kind: 'count' } },
  },
  possible: ({ groups, size }) => groups >= 2 && size >= 2,
  nice: ({ groups, size }) => groups * size <= 1200 && groups !== size,
  solve: ({ groups, size }) => integerAnswer(groups * size),
  check: {
    method: 'brute force',
    accepts: ({ groups, size }, answer) => {
      let total = 0
      for (let group = 0; group < groups; group++) total += size
      return isFraction(answer, total)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [place, things] = story.pick([
        ['cinema', 'seats'],
        ['tree nursery', 'trees'],
        ['vineyard', 'vines'],
      ] as const)
      return {
        setup: `The ${things} of a ${place} stand in ${text.groups} rows, with ${text.size} ${things} in each row.`,
        ask: `How many ${things} are there in the ${place}?`,
        quantity: `the number of ${things} in the ${place}`,
        steps: () => groupSteps(value.groups, value.size, 'rows', things),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['dumplings', 'empanadas', 'samosas', 'biscuits'])
      return {
        setup: `For a street festival ${story.hero.name} fills ${text.groups} trays. Each tray holds ${text.size} ${things}.`,
        ask: `What is the total number of ${things}?`,
        quantity: `the total number of ${things} on the trays`,
        steps: () => groupSteps(value.groups, value.size, 'trays', things),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['pencils', 'crayons', 'erasers'])
      return {
        setup: `A school orders ${text.groups} boxes of ${things}. There are ${text.size} ${things} in every box.`,
        ask: `Find the number of ${things} that the school orders.`,
        quantity: `the number of ${things} that the school orders`,
        steps: () => groupSteps(value.groups, value.size, 'boxes', things),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} reads ${text.size} pages of a long saga every evening and finishes it after ${text.groups} evenings.`,
        ask: `How many pages does the saga have?`,
        quantity: `the number of pages of the saga`,
        steps: () => groupSteps(value.groups, value.size, 'evenings', 'pages'),
      }
    },
  ],
})

function groupSteps(groups: number, size: number, groupNoun: string, things: string): readonly string[] {
  return [
    `There are ${groups} ${groupNoun} with ${size} ${things} each, so multiply instead of adding ${size} again and again.`,
    `${groups} × ${size} = <<${groups}*${size}=${groups * size}>>${groups * size}, so there are ${groups * size} ${things}.`,
  ]
}

/** Equal sharing. */
const equalSharing: Family = defineFamily({
  id: 'equal-sharing',
  knowledgePoints: ['division-of-whole-numbers'],
  level: 1,
  result: { kind: 'count' },
  givens: {
    total: { minimum: 12, maximum: 900, link: { kind: 'count' } },
    groups: { minimum: 2, maximum: 30, link: { kind: 'count' } },
  },
  sample: (random, fixed) => {
    const groups = fixed.groups ?? random.integer(2, 30)
    return { groups, total: fixed.total ?? groups * random.integer(2, 30) }
  },
  possible: ({ total, groups }) => total > groups && groups >= 2,
  nice: ({ total, groups }) => total % groups === 0 && total >= 2 * groups && total <= 60 * groups,
  solve: ({ total, groups }) => fractionAnswer(total, groups),
  check: {
    method: 'inverse',
    accepts: ({ total, groups }, answer) => Math.abs(numericValue(answer) * groups - total) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['tangerines', 'chestnuts', 'dates', 'walnuts'])
      return {
        setup: `${story.hero.name} divides ${text.total} ${things} equally among ${text.groups} children.`,
        ask: `How many ${things} does each child get?`,
        quantity: `the number of ${things} that each child gets`,
        steps: () => sharingSteps(value.total, value.groups, `each child gets`, things),
      }
    },
    ({ value, text, story }) => {
      const event = story.pick(['chess tournament', 'robotics camp', 'treasure hunt'])
      return {
        setup: `All ${text.total} participants of a ${event} are put into ${text.groups} teams of the same size.`,
        ask: `How many participants are in one team?`,
        quantity: `the number of participants in one team of the ${event}`,
        steps: () => sharingSteps(value.total, value.groups, 'one team has', 'participants'),
      }
    },
    ({ value, text, story }) => {
      const things = story.pick(['bricks', 'roof tiles', 'paving stones'])
      return {
        setup: `A builder moves ${text.total} ${things} in ${text.groups} trips, the same number each time.`,
        ask: `Find the number of ${things} that the builder moves on each trip.`,
        quantity: `the number of ${things} that the builder moves on each trip`,
        steps: () => sharingSteps(value.total, value.groups, 'each trip moves', things),
      }
    },
    ({ value, text, story }) => {
      const who = story.person().name
      return {
        setup: `${who} learns the same number of new words on each of ${text.groups} days, ${text.total} words altogether.`,
        ask: `How many words does ${who} learn per day?`,
        quantity: `the number of words that ${who} learns per day`,
        steps: () => sharingSteps(value.total, value.groups, `each day brings`, 'words'),
      }
    },
  ],
})

function sharingSteps(total: number, groups: number, who: string, things: string): readonly string[] {
  const share = total / groups
  return [
    `Equal parts call for division: find the number that gives ${total} when it is taken ${groups} times.`,
    `${total} ÷ ${groups} = <<${total}/${groups}=${share}>>${share}, because ${groups} × ${share} = <<${groups}*${share}=${total}>>${total}.`,
    `So ${who} ${share} ${things}.`,
  ]
}

export const wholeNumberStoryFamilies: readonly Family[] = [stockChange, equalGroups, equalSharing]
