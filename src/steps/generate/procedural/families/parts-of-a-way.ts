import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { commonDivisor, digits } from './everyday-text.ts'

const kilometres = { kind: 'length', unit: 'km' } as const
const hours = { kind: 'time', unit: 'hours' } as const

/** What is left of a way after a fraction of it. */
const wayLeft: Family = defineFamily({
  id: 'way-left-after-fraction',
  knowledgePoints: ['fraction-of-a-quantity'],
  level: 1,
  result: kilometres,
  givens: {
    way: { minimum: 12, maximum: 900, link: kilometres },
    part: { minimum: 1, maximum: 9 },
    whole: { minimum: 3, maximum: 12 },
  },
  sample: (random, fixed) => {
    const whole = random.integer(3, 12)
    const part = random.integer(1, whole - 1)
    return { part, whole, way: fixed.way ?? whole * random.integer(3, 60) }
  },
  possible: ({ part, whole }) => part < whole,
  nice: ({ way, part, whole }) => commonDivisor(part, whole) === 1 && way % whole === 0,
  solve: ({ way, part, whole }) => fractionAnswer(way * (whole - part), whole),
  check: {
    method: 'inverse',
    accepts: ({ way, part, whole }, answer) =>
      Math.abs(numericValue(answer) + (way / whole) * part - way) < 1e-9,
  },
  wordings: [
    ({ value, text, math, story }) => {
      const tour = story.pick(['cycling tour', 'canoe trip', 'horse trek'])
      return {
        setup: `${story.hero.name} has completed $\\frac{${math.part}}{${math.whole}}$ of a ${tour} of ${text.way} km.`,
        ask: `How many kilometres of the ${tour} are left?`,
        quantity: `the number of kilometres that are left of ${story.hero.name}'s ${tour}`,
        steps: () => waySteps(value.way, value.part, value.whole, 'km'),
      }
    },
    ({ value, text, math, story }) => {
      const line = story.pick(['motorway', 'railway line', 'pipeline'])
      return {
        setup: `A ${line} will be ${text.way} km long. So far $\\frac{${math.part}}{${math.whole}}$ of its length has been built.`,
        ask: `How many kilometres are still missing?`,
        quantity: `the length in kilometres that is still missing from the ${line}`,
        steps: () => waySteps(value.way, value.part, value.whole, 'km'),
      }
    },
    ({ value, text, math, story }) => {
      const place = story.pick(['the border', 'the capital', 'the mountain pass'])
      return {
        setup: `From the harbour to ${place} it is ${text.way} km. A courier stops for a rest after $\\frac{${math.part}}{${math.whole}}$ of this distance.`,
        ask: `Find the distance in kilometres from the resting place to ${place}.`,
        quantity: `the distance in kilometres from the resting place to ${place}`,
        steps: () => waySteps(value.way, value.part, value.whole, 'km'),
      }
    },
    ({ value, text, math, story }) => {
      const { name } = story.person()
      const vehicle = story.pick(['electric car', 'electric bus', 'electric van'])
      return {
        setup: `With a full battery ${name}'s ${vehicle} can drive ${text.way} km. After a trip, $\\frac{${math.part}}{${math.whole}}$ of this range has been used.`,
        ask: `How many more kilometres can the ${vehicle} drive?`,
        quantity: `the number of kilometres that ${name}'s ${vehicle} can still drive`,
        steps: () => waySteps(value.way, value.part, value.whole, 'km'),
      }
    },
  ],
})

function waySteps(all: number, part: number, whole: number, unit: string): readonly string[] {
  const done = digits(all * part, whole)
  const rest = digits(all * (whole - part), whole)
  return [
    `The part that is done: ${part}/${whole} × ${all} = <<${part}/${whole}*${all}=${done}>>${done} ${unit}.`,
    `The part that is left: ${all} - ${done} = <<${all}-${done}=${rest}>>${rest} ${unit}.`,
  ]
}

/** A fraction of a number of hours. */
const hoursPart: Family = defineFamily({
  id: 'fraction-of-hours',
  knowledgePoints: ['fraction-of-a-quantity'],
  level: 1,
  result: hours,
  givens: {
    time: { minimum: 4, maximum: 240, link: hours },
    part: { minimum: 1, maximum: 7 },
    whole: { minimum: 2, maximum: 10 },
  },
  sample: (random, fixed) => {
    const whole = random.integer(2, 10)
    const part = random.integer(1, whole - 1)
    return { part, whole, time: fixed.time ?? whole * random.integer(2, 12) }
  },
  possible: ({ part, whole }) => part < whole,
  nice: ({ time, part, whole }) =>
    commonDivisor(part, whole) === 1 && time % whole === 0 && time * part >= 2 * whole,
  solve: ({ time, part, whole }) => fractionAnswer(time * part, whole),
  check: {
    method: 'inverse',
    accepts: ({ time, part, whole }, answer) => Math.abs(numericValue(answer) / time - part / whole) < 1e-9,
  },
  wordings: [
    ({ value, text, math, story }) => {
      const course = story.pick(['first-aid course', 'sailing course', 'language course'])
      return {
        setup: `A ${course} takes ${text.time} hours, and $\\frac{${math.part}}{${math.whole}}$ of the time is spent on practice.`,
        ask: `How many hours of practice are there?`,
        quantity: `the number of hours of practice in the ${course}`,
        steps: () => hourSteps(value.time, value.part, value.whole),
      }
    },
    ({ value, text, math, story }) => {
      const season = story.pick(['a week in spring', 'a holiday', 'a month in autumn'])
      return {
        setup: `During ${season} the sun shines for ${text.time} hours. For $\\frac{${math.part}}{${math.whole}}$ of this time ${story.hero.name} is outdoors.`,
        ask: `For how many hours is ${story.hero.name} outdoors in sunshine?`,
        quantity: `the number of hours that ${story.hero.name} is outdoors in sunshine`,
        steps: () => hourSteps(value.time, value.part, value.whole),
      }
    },
    ({ value, text, math, story }) => {
      const job = story.pick(['restoring a painting', 'building a canoe', 'writing a report'])
      return {
        setup: `For ${job} a team has planned ${text.time} hours. By now $\\frac{${math.part}}{${math.whole}}$ of the planned time has been used.`,
        ask: `Find the number of hours that have been used.`,
        quantity: `the number of hours that the team has used for ${job}`,
        steps: () => hourSteps(value.time, value.part, value.whole),
      }
    },
    ({ value, text, math, story }) => {
      const { name } = story.person()
      const machine = story.pick(['laser cutter', 'kiln', 'telescope'])
      return {
        setup: `Of the ${text.time} hours that ${name}'s ${machine} runs in a month, $\\frac{${math.part}}{${math.whole}}$ are at night.`,
        ask: `How many hours does the ${machine} run at night?`,
        quantity: `the number of hours that ${name}'s ${machine} runs at night`,
        steps: () => hourSteps(value.time, value.part, value.whole),
      }
    },
  ],
})

function hourSteps(time: number, part: number, whole: number): readonly string[] {
  const one = digits(time, whole)
  const taken = digits(time * part, whole)
  return [
    `Split the time into ${whole} equal parts: ${time} ÷ ${whole} = <<${time}/${whole}=${one}>>${one} hours.`,
    `Take ${part} of them: ${part} × ${one} = <<${part}*${one}=${taken}>>${taken} hours.`,
  ]
}

/** Hours spread evenly over days. */
const hoursInDays: Family = defineFamily({
  id: 'hours-per-day',
  knowledgePoints: ['division-of-whole-numbers'],
  level: 1,
  result: hours,
  answerStyle: 'decimal',
  givens: {
    total: { minimum: 6, maximum: 300, link: hours },
    days: { minimum: 2, maximum: 40, link: { kind: 'count' } },
  },
  sample: (random, fixed) => {
    const days = fixed.days ?? random.integer(2, 40)
    return { days, total: fixed.total ?? days * random.integer(2, 10) }
  },
  possible: ({ total, days }) => total > days && days >= 2 && total <= 24 * days,
  nice: ({ total, days }) => total % days === 0 && total <= 8 * days,
  solve: ({ total, days }) => fractionAnswer(total, days),
  check: {
    method: 'inverse',
    accepts: ({ total, days }, answer) => Math.abs(numericValue(answer) * days - total) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => ({
      setup: `${story.hero.name} spreads a job of ${text.total} hours evenly over ${text.days} days.`,
      ask: `How many hours a day does ${story.hero.name} work?`,
      quantity: `the number of hours a day that ${story.hero.name} works`,
      steps: () => daySteps(value.total, value.days),
    }),
    ({ value, text, story }) => {
      const series = story.pick(['radio play', 'radio serial', 'documentary series'])
      return {
        setup: `On each of ${text.days} days a station broadcasts an equally long part of a ${series} that lasts ${text.total} hours in all.`,
        ask: `How many hours long is each part?`,
        quantity: `the length in hours of each part of the ${series}`,
        steps: () => daySteps(value.total, value.days),
      }
    },
    ({ value, text, story }) => {
      const pump = story.pick(['pump', 'kiln', 'telescope'])
      return {
        setup: `Within ${text.days} days a ${pump} was in use for ${text.total} hours, for the same time every day.`,
        ask: `Find the number of hours per day for which it was in use.`,
        quantity: `the number of hours per day for which the ${pump} was in use`,
        steps: () => daySteps(value.total, value.days),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      const skill = story.pick(['the cello', 'a new language', 'juggling'])
      return {
        setup: `${name} has practised ${skill} for ${text.total} hours altogether, equally long on each of ${text.days} days.`,
        ask: `How many hours did ${name} practise each day?`,
        quantity: `the number of hours that ${name} practised each day`,
        steps: () => daySteps(value.total, value.days),
      }
    },
  ],
})

function daySteps(total: number, days: number): readonly string[] {
  const each = digits(total, days)
  return [
    `The hours are the same every day, so divide by the number of days.`,
    `${total} ÷ ${days} = <<${total}/${days}=${each}>>${each} hours a day.`,
  ]
}

export const partOfAWayFamilies: readonly Family[] = [wayLeft, hoursPart, hoursInDays]
