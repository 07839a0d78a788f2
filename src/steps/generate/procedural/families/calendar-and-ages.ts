import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'

/** How many of the days from a Monday on are Sundays. */
const sundaysFromMonday: Family = defineFamily({
  id: 'weekend-days-from-monday',
  knowledgePoints: ['calendar-days-of-the-week'],
  level: 2,
  result: { kind: 'count' },
  givens: { days: { minimum: 16, maximum: 365, link: { kind: 'count' } } },
  possible: ({ days }) => days >= 7,
  nice: ({ days }) => days % 7 !== 0,
  solve: ({ days }) => integerAnswer(2 * Math.floor(days / 7) + Math.max(0, (days % 7) - 5)),
  check: {
    method: 'brute force',
    accepts: ({ days }, answer) => {
      let weekend = 0
      for (let day = 1; day <= days; day++) if (day % 7 === 6 || day % 7 === 0) weekend++
      return isFraction(answer, weekend)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const show = story.pick(['world fair', 'garden festival', 'sailing voyage'])
      return {
        setup: `A ${show} begins on a Monday and lasts ${text.days} days without a break.`,
        ask: `How many of these days are Saturdays or Sundays?`,
        quantity: `the number of Saturdays and Sundays during the ${show}`,
        steps: () => weekendSteps(value.days),
      }
    },
    ({ value, text, story }) => {
      const habit = story.pick(['runs in the park', 'writes in a diary', 'practises the violin'])
      return {
        setup: `Starting on a Monday, ${story.hero.name} ${habit} every day for ${text.days} days in a row.`,
        ask: `How many of these days fall on a weekend?`,
        quantity: `the number of weekend days on which ${story.hero.name} ${habit}`,
        steps: () => weekendSteps(value.days),
      }
    },
    ({ value, text, story }) => {
      const shop = story.pick(['repair shop', 'dental practice', 'post office'])
      return {
        setup: `A ${shop} is closed on Saturdays and Sundays only. It opens for the first time on a Monday and moves to another town after ${text.days} days, closed days included.`,
        ask: `On how many of these days is the ${shop} closed?`,
        quantity: `the number of days on which the ${shop} is closed`,
        steps: () => weekendSteps(value.days),
      }
    },
  ],
})

function weekendSteps(days: number): readonly string[] {
  const weeks = Math.floor(days / 7)
  const rest = days - 7 * weeks
  const extra = Math.max(0, rest - 5)
  return [
    `Group the days in weeks from Monday to Sunday: ${weeks} × 7 = <<${weeks}*7=${7 * weeks}>>${7 * weeks}, and ${days} - ${7 * weeks} = <<${days}-${7 * weeks}=${rest}>>${rest} ${rest === 1 ? 'day is' : 'days are'} left.`,
    `Each full week has two weekend days: ${weeks} × 2 = <<${weeks}*2=${2 * weeks}>>${2 * weeks}.`,
    extra === 0
      ? `The remaining days start with a Monday and end before Saturday, so they add none, and the number is ${2 * weeks}.`
      : `The remaining ${rest} days end on a Saturday, which adds one: ${2 * weeks} + 1 = <<${2 * weeks}+1=${2 * weeks + 1}>>${2 * weeks + 1}.`,
  ]
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The weekday some days after a Wednesday. */
const weekdayLater: Family = defineFamily({
  id: 'weekday-after-days',
  knowledgePoints: ['calendar-days-of-the-week'],
  level: 2,
  result: { kind: 'number' },
  givens: { days: { minimum: 10, maximum: 500, link: { kind: 'number' } } },
  possible: ({ days }) => days >= 1,
  nice: ({ days }) => days % 7 !== 0,
  solve: ({ days }) => ({
    kind: 'word',
    text: weekdays[(2 + days) % 7] as string,
    alternatives: weekdays,
  }),
  check: {
    method: 'simulation',
    accepts: ({ days }, answer) => {
      let today = 'Wednesday'
      const tomorrow: Readonly<Record<string, string>> = {
        Monday: 'Tuesday',
        Tuesday: 'Wednesday',
        Wednesday: 'Thursday',
        Thursday: 'Friday',
        Friday: 'Saturday',
        Saturday: 'Sunday',
        Sunday: 'Monday',
      }
      for (let day = 0; day < days; day++) today = tomorrow[today] ?? ''
      return answer.kind === 'word' && answer.text === today
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: 'Today is Wednesday.',
      ask: `What day of the week will it be ${text.days} days from today?`,
      quantity: `the day of the week ${text.days} days after this Wednesday`,
      steps: () => weekdaySteps(value.days),
    }),
    ({ value, text, story }) => {
      const event = story.pick(['birthday', 'wedding', 'final exam'])
      return {
        setup: `On a Wednesday ${story.hero.name} notices that the ${event} is exactly ${text.days} days away.`,
        ask: `On what day of the week does the ${event} fall?`,
        quantity: `the day of the week of the ${event}`,
        steps: () => weekdaySteps(value.days),
      }
    },
    ({ value, text, story }) => {
      const ship = story.pick(['container ship', 'research vessel', 'sailing boat'])
      return {
        setup: `A ${ship} leaves its harbour on a Wednesday and returns exactly ${text.days} days later.`,
        ask: `Find the day of the week on which it returns.`,
        quantity: `the day of the week on which the ${ship} returns`,
        steps: () => weekdaySteps(value.days),
      }
    },
  ],
})

function weekdaySteps(days: number): readonly string[] {
  const weeks = Math.floor(days / 7)
  const rest = days - 7 * weeks
  return [
    `Every 7 days the same weekday comes again, so only the remainder matters: ${days} - 7 × ${weeks} = <<${days}-7*${weeks}=${rest}>>${rest}.`,
    `${rest} ${rest === 1 ? 'day' : 'days'} after Wednesday it is ${weekdays[(2 + rest) % 7] as string}.`,
  ]
}

/** When one person will be a multiple of the other's age. */
const agesMultiple: Family = defineFamily({
  id: 'years-until-age-multiple',
  knowledgePoints: ['age-problems'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    older: { minimum: 20, maximum: 70, link: { kind: 'count' } },
    younger: { minimum: 2, maximum: 30, link: { kind: 'count' } },
    times: { minimum: 3, maximum: 5 },
  },
  possible: ({ older, younger, times }) => older > times * younger,
  nice: ({ older, younger, times }) =>
    (older - times * younger) % (times - 1) === 0 &&
    (times > 2 || older > 3 * younger) &&
    older - younger >= 18 &&
    older - younger <= 45 &&
    (older - times * younger) / (times - 1) >= 2,
  solve: ({ older, younger, times }) => fractionAnswer(older - times * younger, times - 1),
  check: {
    method: 'inverse',
    accepts: ({ older, younger, times }, answer) =>
      Math.abs(older + numericValue(answer) - times * (younger + numericValue(answer))) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const child = story.person().name
      return {
        setup: `${story.hero.name} is ${text.older} years old, and ${child} is ${text.younger} years old.`,
        ask: `In how many years will ${story.hero.name} be ${text.times} times as old as ${child}?`,
        quantity: `the number of years until ${story.hero.name} is ${text.times} times as old as ${child}`,
        steps: () => ageSteps(value),
      }
    },
    ({ value, text, story }) => {
      const [older, younger] = story.pick([
        ['mother', 'daughter'],
        ['father', 'son'],
        ['teacher', 'pupil'],
      ] as const)
      return {
        setup: `At present a ${older} is ${text.older} years old and the ${younger} is ${text.younger}.`,
        ask: `After how many years will the ${older} be ${text.times} times as old as the ${younger}?`,
        quantity: `the number of years after which the ${older} is ${text.times} times as old as the ${younger}`,
        steps: () => ageSteps(value),
      }
    },
    ({ value, text, story }) => {
      const [old, young] = story.pick([
        ['chestnut tree', 'beech'],
        ['church', 'town hall'],
        ['lighthouse', 'boathouse'],
      ] as const)
      return {
        setup: `This year a ${old} is ${text.older} years old, while a ${young} next to it is only ${text.younger}.`,
        ask: `Find the number of years until the ${old} is ${text.times} times as old as the ${young}.`,
        quantity: `the number of years until the ${old} is ${text.times} times as old as the ${young}`,
        steps: () => ageSteps(value),
      }
    },
  ],
})

function ageSteps({
  older,
  younger,
  times,
}: {
  readonly older: number
  readonly younger: number
  readonly times: number
}): readonly string[] {
  const gap = older - younger
  const then = gap / (times - 1)
  return [
    `The difference of the ages never changes: ${older} - ${younger} = <<${older}-${younger}=${gap}>>${gap} years.`,
    `When the older is ${times} times as old, this difference is ${times} - 1 = <<${times}-1=${times - 1}>>${times - 1} times the younger age, so the younger age is then ${gap} ÷ ${times - 1} = <<${gap}/${times - 1}=${then}>>${then}.`,
    `That is in ${then} - ${younger} = <<${then}-${younger}=${then - younger}>>${then - younger} years.`,
  ]
}

export const calendarAndAgeFamilies: readonly Family[] = [sundaysFromMonday, weekdayLater, agesMultiple]
