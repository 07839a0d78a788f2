import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits } from './everyday-text.ts'

const hours = { kind: 'time', unit: 'hours' } as const

/** Two that do one job together. */
const togetherTime: Family = defineFamily({
  id: 'hours-working-together',
  knowledgePoints: ['combined-work-rate'],
  level: 2,
  result: hours,
  answerStyle: 'decimal',
  givens: {
    one: { minimum: 3, maximum: 60, link: hours },
    other: { minimum: 3, maximum: 60, link: hours },
  },
  sample: (random, fixed) => {
    const pairs: { one: number; other: number }[] = []
    for (let one = fixed.one ?? 3; one <= (fixed.one ?? 60); one++)
      for (let other = fixed.other ?? 3; other <= (fixed.other ?? 60); other++)
        if (one !== other && (one * other) % (one + other) === 0) pairs.push({ one, other })
    return pairs.length === 0 ? undefined : random.pick(pairs)
  },
  possible: () => true,
  nice: ({ one, other }) => one !== other && (one * other) % (one + other) === 0,
  solve: ({ one, other }) => fractionAnswer(one * other, one + other),
  check: {
    method: 'inverse',
    // In this time the two parts of the work make one whole.
    accepts: ({ one, other }, answer) =>
      Math.abs(numericValue(answer) / one + numericValue(answer) / other - 1) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const friend = story.person().name
      const { name } = story.hero
      const job = story.pick(['build a stone wall', 'sort an archive', 'restore a boat'])
      return {
        setup: `${name} can ${job} alone in ${text.one} hours, and ${friend} can do the same job alone in ${text.other} hours.`,
        ask: `How many hours do they need if they work together?`,
        quantity: `the number of hours that ${name} and ${friend} need together`,
        steps: () => togetherSteps(value.one, value.other),
      }
    },
    ({ value, text, story }) => {
      const machine = story.pick(['harvesters', 'snowploughs', 'excavators'])
      return {
        setup: `Two ${machine} share a job. Alone, the first would need ${text.one} hours for it, and the second ${text.other} hours.`,
        ask: `In how many hours do the two ${machine} finish the job together?`,
        quantity: `the number of hours in which the two ${machine} finish the job together`,
        steps: () => togetherSteps(value.one, value.other),
      }
    },
    ({ value, text, story }) => {
      const program = story.pick(['backup', 'simulation', 'film rendering'])
      return {
        setup: `A ${program} takes ${text.one} hours on one computer and ${text.other} hours on another. The work is divided so that both computers are busy all the time and finish at the same moment.`,
        ask: `Find the running time in hours.`,
        quantity: `the running time in hours of the ${program} on both computers together`,
        steps: () => togetherSteps(value.one, value.other),
      }
    },
    ({ value, text, story }) => {
      const pool = story.pick(['fish pond', 'water tank', 'swimming pool'])
      return {
        setup: `One hose fills a ${pool} in ${text.one} hours, and a second hose fills it in ${text.other} hours.`,
        ask: `How many hours does it take to fill the ${pool} with both hoses at once?`,
        quantity: `the number of hours that both hoses together need to fill the ${pool}`,
        steps: () => togetherSteps(value.one, value.other),
      }
    },
  ],
})

function togetherSteps(one: number, other: number): readonly string[] {
  const rate = digits(one + other, one * other)
  const time = digits(one * other, one + other)
  return [
    `In one hour the first does $\\frac{1}{${one}}$ of the work and the second $\\frac{1}{${other}}$.`,
    `Together they do 1/${one} + 1/${other} = <<1/${one}+1/${other}=${rate.startsWith('(') ? rate.slice(1, -1) : rate}>>${rate.startsWith('(') ? rate.slice(1, -1) : rate} of the work in one hour.`,
    `The whole work takes the reciprocal of this, ${one} × ${other} ÷ (${one} + ${other}) = <<${one}*${other}/(${one}+${other})=${time}>>${time} hours.`,
  ]
}

/** Output of other machines in another time. */
const machineOutput: Family = defineFamily({
  id: 'machine-output',
  knowledgePoints: ['machines-and-workers'],
  level: 3,
  result: { kind: 'count' },
  givens: {
    machines: { minimum: 2, maximum: 12 },
    hours: { minimum: 2, maximum: 12 },
    items: { minimum: 12, maximum: 360, link: { kind: 'count' } },
    moreMachines: { minimum: 2, maximum: 40, link: { kind: 'count' } },
    moreHours: { minimum: 2, maximum: 15 },
  },
  sample: (random, fixed) => {
    const [machines, time] = [random.integer(2, 12), random.integer(2, 12)]
    return {
      machines,
      hours: time,
      items: fixed.items ?? machines * time * random.integer(1, 12),
      moreMachines: fixed.moreMachines ?? random.integer(2, 20),
      moreHours: random.integer(2, 15),
    }
  },
  possible: ({ machines, moreMachines, hours: time, moreHours }) =>
    machines !== moreMachines || time !== moreHours,
  nice: ({ machines, hours: time, items, moreMachines, moreHours }) =>
    items % (machines * time) === 0 &&
    machines !== moreMachines &&
    time !== moreHours &&
    (items * moreMachines * moreHours) / (machines * time) <= 1500,
  solve: ({ machines, hours: time, items, moreMachines, moreHours }) =>
    fractionAnswer(items * moreMachines * moreHours, machines * time),
  check: {
    method: 'inverse',
    // Output per machine and hour is the same.
    accepts: ({ machines, hours: time, items, moreMachines, moreHours }, answer) =>
      Math.abs(numericValue(answer) / moreMachines / moreHours - items / machines / time) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const [machines, items] = story.pick([
        ['sewing machines', 'shirts'],
        ['presses', 'coins'],
        ['robots', 'circuit boards'],
      ] as const)
      return {
        setup: `In a factory ${text.machines} ${machines} make ${text.items} ${items} in ${text.hours} hours.`,
        ask: `At the same rate, how many ${items} do ${text.moreMachines} such ${machines} make in ${text.moreHours} hours?`,
        quantity: `the number of ${items} that ${text.moreMachines} of these ${machines} make in ${text.moreHours} hours`,
        steps: () => outputSteps(value, 'One machine makes', items),
      }
    },
    ({ value, text, story }) => {
      const [workers, items] = story.pick([
        ['volunteers', 'leaflets'],
        ['bakers', 'loaves'],
        ['potters', 'bowls'],
      ] as const)
      return {
        setup: `In ${text.hours} hours ${text.machines} ${workers} finish ${text.items} ${items}. Next week ${text.moreMachines} ${workers} will work for ${text.moreHours} hours at the same rate.`,
        ask: `How many ${items} will be finished next week?`,
        quantity: `the number of ${items} that the ${workers} will finish next week`,
        steps: () => outputSteps(value, 'One person finishes', items),
      }
    },
    ({ value, text, story }) => {
      const animals = story.pick(['donkeys', 'oxen', 'elephants'])
      return {
        setup: `In a forest ${text.machines} ${animals} move ${text.items} logs in ${text.hours} hours.`,
        ask: `Find the number of logs that ${text.moreMachines} ${animals} move in ${text.moreHours} hours at this rate.`,
        quantity: `the number of logs that ${text.moreMachines} ${animals} move in ${text.moreHours} hours`,
        steps: () => outputSteps(value, 'One animal moves', 'logs'),
      }
    },
  ],
})

interface Output {
  readonly machines: number
  readonly hours: number
  readonly items: number
  readonly moreMachines: number
  readonly moreHours: number
}

function outputSteps(
  { machines, hours: time, items, moreMachines, moreHours }: Output,
  what: string,
  things: string,
): readonly string[] {
  const each = digits(items, machines * time)
  const all = digits(items * moreMachines * moreHours, machines * time)
  return [
    `${what} ${items} ÷ (${machines} × ${time}) = <<${items}/(${machines}*${time})=${each}>>${each} ${things} in one hour.`,
    `Multiply by the new numbers: ${each} × ${moreMachines} × ${moreHours} = <<${each}*${moreMachines}*${moreHours}=${all}>>${all}, so the result is ${all} ${things}.`,
  ]
}

/** A tank with an inlet and an open outlet. */
const tankFilling: Family = defineFamily({
  id: 'tank-filling-minutes',
  knowledgePoints: ['pipes-and-tanks'],
  level: 2,
  result: { kind: 'number' },
  answerStyle: 'decimal',
  givens: {
    capacity: { minimum: 150, maximum: 2400, step: 10, link: { kind: 'number' } },
    inflow: { minimum: 6, maximum: 60, link: { kind: 'number' } },
    outflow: { minimum: 2, maximum: 40, link: { kind: 'number' } },
  },
  possible: ({ inflow, outflow }) => inflow > outflow,
  nice: ({ capacity, inflow, outflow }) =>
    capacity % (inflow - outflow) === 0 && capacity >= 4 * (inflow - outflow) && 4 * outflow <= 3 * inflow,
  solve: ({ capacity, inflow, outflow }) => fractionAnswer(capacity, inflow - outflow),
  check: {
    method: 'inverse',
    // What has come in is what has gone out and what the tank holds.
    accepts: ({ capacity, inflow, outflow }, answer) =>
      Math.abs(inflow * numericValue(answer) - (outflow * numericValue(answer) + capacity)) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const tank = story.pick(['fish pond', 'water tank', 'cistern'])
      return {
        setup: `An empty ${tank} holds ${text.capacity} litres. A pipe brings in ${text.inflow} litres per minute, while ${text.outflow} litres per minute leak out.`,
        ask: `After how many minutes is the ${tank} full?`,
        quantity: `the number of minutes until the ${tank} is full`,
        steps: () => tankSteps(value, 'litres'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} fills an empty trough that holds ${text.capacity} litres. Each minute ${text.inflow} litres flow in, but ${text.outflow} litres flow out through a drain that is not closed.`,
        ask: `How many minutes does it take to fill the trough?`,
        quantity: `the number of minutes that ${name} needs to fill the trough`,
        steps: () => tankSteps(value, 'litres'),
      }
    },
    ({ value, text, story }) => {
      const goods = story.pick(['grain', 'sand', 'wood chips'])
      return {
        setup: `One belt carries ${text.inflow} kg of ${goods} per minute into a silo, and another carries ${text.outflow} kg per minute out of it. The silo is empty at first and has room for ${text.capacity} kg.`,
        ask: `Find the number of minutes until the silo is full.`,
        quantity: `the number of minutes until the silo of ${goods} is full`,
        steps: () => tankSteps(value, 'kg'),
      }
    },
  ],
})

function tankSteps(
  {
    capacity,
    inflow,
    outflow,
  }: { readonly capacity: number; readonly inflow: number; readonly outflow: number },
  unit: string,
): readonly string[] {
  const net = inflow - outflow
  const time = digits(capacity, net)
  return [
    `Each minute only the difference stays: ${inflow} - ${outflow} = <<${inflow}-${outflow}=${net}>>${net} ${unit}.`,
    `The capacity is reached after ${capacity} ÷ ${net} = <<${capacity}/${net}=${time}>>${time} minutes.`,
  ]
}

export const workRateFamilies: readonly Family[] = [togetherTime, machineOutput, tankFilling]
