import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits } from './everyday-text.ts'

const kilometres = { kind: 'length', unit: 'km' } as const
const hours = { kind: 'time', unit: 'hours' } as const
const speed = { kind: 'speed', unit: 'km/h' } as const

/** Two that move towards each other. */
const meeting: Family = defineFamily({
  id: 'hours-until-meeting',
  knowledgePoints: ['meeting-and-overtaking'],
  level: 2,
  result: hours,
  answerStyle: 'decimal',
  givens: {
    gap: { minimum: 40, maximum: 1200, link: kilometres },
    one: { minimum: 20, maximum: 90, link: speed },
    other: { minimum: 20, maximum: 90, link: speed },
  },
  sample: (random, fixed) => {
    const one = fixed.one ?? random.integer(20, 90)
    const other = fixed.other ?? random.integer(Math.max(20, one - 20), Math.min(90, one + 20))
    return { one, other, gap: fixed.gap ?? (one + other) * random.integer(2, 8) }
  },
  possible: () => true,
  nice: ({ gap, one, other }) => gap % (one + other) === 0 && gap > one + other && one !== other,
  solve: ({ gap, one, other }) => fractionAnswer(gap, one + other),
  check: {
    method: 'inverse',
    // Where the first is then, the second is too.
    accepts: ({ gap, one, other }, answer) =>
      Math.abs(one * numericValue(answer) - (gap - other * numericValue(answer))) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const trains = story.pick(['vans', 'buses', 'lorries'])
      return {
        setup: `Two ${trains} start at the same time from two towns ${text.gap} km apart and travel towards each other, one at ${text.one} km/h and the other at ${text.other} km/h.`,
        ask: `After how many hours do they meet?`,
        quantity: `the number of hours after which the two ${trains} meet`,
        steps: () => meetingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      const { name } = story.hero
      return {
        setup: `${name} and ${friend} live ${text.gap} km from each other. They set out at the same moment and drive towards each other on the same road, ${name} at ${text.one} km/h and ${friend} at ${text.other} km/h.`,
        ask: `How many hours pass until they meet?`,
        quantity: `the number of hours until ${name} and ${friend} meet`,
        steps: () => meetingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const ships = story.pick(['speedboats', 'patrol boats', 'hovercraft'])
      return {
        setup: `At speeds of ${text.one} km/h and ${text.other} km/h, two ${ships} head straight for each other. At noon the distance between them is ${text.gap} km.`,
        ask: `Find the number of hours from noon until they meet.`,
        quantity: `the number of hours from noon until the two ${ships} meet`,
        steps: () => meetingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const machine = story.pick(['drones', 'helicopters', 'maintenance cars'])
      return {
        setup: `A power line of ${text.gap} km is inspected by two ${machine} that start at its two ends at the same time. One inspects ${text.one} km in an hour and the other ${text.other} km.`,
        ask: `How many hours does it take until they meet on the line?`,
        quantity: `the number of hours until the two ${machine} meet on the line`,
        steps: () => meetingSteps(value),
      }
    },
  ],
})

function meetingSteps({
  gap,
  one,
  other,
}: {
  readonly gap: number
  readonly one: number
  readonly other: number
}): readonly string[] {
  const both = one + other
  const time = digits(gap, both)
  return [
    `They come towards each other, so in each hour the gap shrinks by ${one} + ${other} = <<${one}+${other}=${both}>>${both} km.`,
    `The whole gap of ${gap} km is closed after ${gap} ÷ ${both} = <<${gap}/${both}=${time}>>${time} hours.`,
  ]
}

/** A faster one behind a slower one. */
const overtaking: Family = defineFamily({
  id: 'hours-until-overtaking',
  knowledgePoints: ['meeting-and-overtaking'],
  level: 2,
  result: hours,
  answerStyle: 'decimal',
  givens: {
    lead: { minimum: 4, maximum: 240, link: kilometres },
    slow: { minimum: 20, maximum: 80, link: speed },
    fast: { minimum: 22, maximum: 110, link: speed },
  },
  sample: (random, fixed) => {
    const slow = fixed.slow ?? random.integer(20, 80)
    const fast = fixed.fast ?? slow + random.integer(2, 30)
    return { slow, fast, lead: fixed.lead ?? (fast - slow) * random.integer(2, 8) }
  },
  possible: ({ slow, fast }) => fast > slow,
  nice: ({ lead, slow, fast }) => lead % (fast - slow) === 0 && lead > fast - slow && lead <= 4 * slow,
  solve: ({ lead, slow, fast }) => fractionAnswer(lead, fast - slow),
  check: {
    method: 'inverse',
    accepts: ({ lead, slow, fast }, answer) =>
      Math.abs(fast * numericValue(answer) - (lead + slow * numericValue(answer))) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['bus', 'car'],
        ['lorry', 'motorcycle'],
        ['van', 'police car'],
      ] as const)
      return {
        setup: `A ${one} drives along a road at ${text.slow} km/h. A ${other} that drives at ${text.fast} km/h in the same direction is ${text.lead} km behind it.`,
        ask: `In how many hours does the ${other} catch up with the ${one}?`,
        quantity: `the number of hours until the ${other} catches up with the ${one}`,
        steps: () => overtakingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      const { name } = story.hero
      return {
        setup: `In a car rally ${friend} has a lead of ${text.lead} km and drives at ${text.slow} km/h. ${name} follows at ${text.fast} km/h.`,
        ask: `After how many hours does ${name} draw level with ${friend}?`,
        quantity: `the number of hours until ${name} draws level with ${friend}`,
        steps: () => overtakingSteps(value),
      }
    },
    ({ value, text, story }) => {
      const boat = story.pick(['helicopter', 'patrol car', 'motorcycle'])
      return {
        setup: `At ${text.fast} km/h a ${boat} follows a convoy of lorries that moves at ${text.slow} km/h. At the beginning the convoy is ${text.lead} km ahead.`,
        ask: `Find the time in hours until the ${boat} reaches the convoy.`,
        quantity: `the time in hours until the ${boat} reaches the convoy`,
        steps: () => overtakingSteps(value),
      }
    },
  ],
})

function overtakingSteps({
  lead,
  slow,
  fast,
}: {
  readonly lead: number
  readonly slow: number
  readonly fast: number
}): readonly string[] {
  const gain = fast - slow
  const time = digits(lead, gain)
  return [
    `Both move in the same direction, so in each hour the gap shrinks by ${fast} - ${slow} = <<${fast}-${slow}=${gain}>>${gain} km.`,
    `The lead of ${lead} km is used up after ${lead} ÷ ${gain} = <<${lead}/${gain}=${time}>>${time} hours.`,
  ]
}

/** The way back with the current. */
const wayBack: Family = defineFamily({
  id: 'hours-back-with-current',
  knowledgePoints: ['upstream-and-downstream'],
  level: 3,
  result: hours,
  answerStyle: 'decimal',
  givens: {
    boat: { minimum: 6, maximum: 40, link: speed },
    current: { minimum: 2, maximum: 12, link: speed },
    hours: { minimum: 3, maximum: 15, link: hours },
  },
  possible: ({ boat, current }) => boat > current,
  nice: ({ boat, current, hours: time }) =>
    (time * (boat - current)) % (boat + current) === 0 && time * (boat - current) >= 2 * (boat + current),
  solve: ({ boat, current, hours: time }) => fractionAnswer(time * (boat - current), boat + current),
  check: {
    method: 'inverse',
    // Both ways are equally long.
    accepts: ({ boat, current, hours: time }, answer) =>
      Math.abs(numericValue(answer) * boat + numericValue(answer) * current + time * current - time * boat) <
      1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const boat = story.pick(['motor boat', 'riverboat', 'tug'])
      return {
        setup: `In still water a ${boat} makes ${text.boat} km/h. On a river with a current of ${text.current} km/h it travels upstream for ${text.hours} hours, turns round and goes back to its starting point.`,
        ask: `How many hours does the way back take?`,
        quantity: `the number of hours that the ${boat} needs for the way back`,
        steps: () => wayBackSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const vehicle = story.pick(['blimp', 'small airship', 'solar aircraft'])
      return {
        setup: `${name} steers a ${vehicle} whose speed in calm air is ${text.boat} km/h. It takes ${text.hours} hours to reach a lake against a wind of ${text.current} km/h. Then ${name} returns with the same wind from behind.`,
        ask: `How many hours does the return flight take?`,
        quantity: `the number of hours that ${name}'s return flight takes`,
        steps: () => wayBackSteps(value),
      }
    },
    ({ value, text, story }) => {
      const village = story.pick(['mill', 'monastery', 'fishing village'])
      return {
        setup: `The current of a river is ${text.current} km/h. Going against it, a barge with a speed of ${text.boat} km/h in still water reaches a ${village} after ${text.hours} hours.`,
        ask: `Find the number of hours that the barge needs for the same distance with the current.`,
        quantity: `the number of hours that the barge needs from the ${village} back with the current`,
        steps: () => wayBackSteps(value),
      }
    },
  ],
})

function wayBackSteps({
  boat,
  current,
  hours: time,
}: {
  readonly boat: number
  readonly current: number
  readonly hours: number
}): readonly string[] {
  const [up, down] = [boat - current, boat + current]
  const way = time * up
  const back = digits(way, down)
  return [
    `Against the flow the speed is ${boat} - ${current} = <<${boat}-${current}=${up}>>${up} km/h, so the way is ${time} × ${up} = <<${time}*${up}=${way}>>${way} km long.`,
    `With the flow the speed is ${boat} + ${current} = <<${boat}+${current}=${down}>>${down} km/h.`,
    `The way back takes ${way} ÷ ${down} = <<${way}/${down}=${back}>>${back} hours.`,
  ]
}

export const relativeMotionFamilies: readonly Family[] = [meeting, overtaking, wayBack]
