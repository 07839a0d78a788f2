import { fractionAnswer, integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'

/** Minutes between a morning and an afternoon time. */
const morningToAfternoon: Family = defineFamily({
  id: 'minutes-from-morning-to-afternoon',
  knowledgePoints: ['elapsed-time'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    startHour: { minimum: 6, maximum: 11 },
    startMinute: { minimum: 10, maximum: 59 },
    endHour: { minimum: 1, maximum: 9 },
    endMinute: { minimum: 10, maximum: 59 },
  },
  possible: () => true,
  nice: ({ startMinute, endMinute }) => startMinute !== endMinute,
  solve: ({ startHour, startMinute, endHour, endMinute }) =>
    integerAnswer(60 * (12 + endHour - startHour) + endMinute - startMinute),
  check: {
    method: 'simulation',
    // Let a clock run minute by minute.
    accepts: ({ startHour, startMinute, endHour, endMinute }, answer) => {
      let [hour, minute, passed] = [startHour, startMinute, 0]
      while (hour !== 12 + endHour || minute !== endMinute) {
        minute++
        passed++
        if (minute === 60) [hour, minute] = [hour + 1, 0]
      }
      return integerValue(answer) === passed
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const ride = story.pick(['train', 'coach', 'ferry'])
      return {
        setup: `A ${ride} departs at ${text.startHour}:${text.startMinute} a.m. and arrives at ${text.endHour}:${text.endMinute} p.m. on the same day.`,
        ask: `How many minutes does the journey take?`,
        quantity: `the number of minutes that the journey by ${ride} takes`,
        steps: () => clockSteps(value),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['workshop', 'library', 'greenhouse'])
      return {
        setup: `${story.hero.name} comes to the ${place} at ${text.startHour}:${text.startMinute} a.m. and leaves at ${text.endHour}:${text.endMinute} p.m. on the same day.`,
        ask: `For how many minutes does ${story.hero.name} stay there?`,
        quantity: `the number of minutes that ${story.hero.name} stays in the ${place}`,
        steps: () => clockSteps(value),
      }
    },
    ({ value, text, story }) => {
      const race = story.pick(['regatta', 'cycling race', 'cross-country run'])
      return {
        setup: `The last team of a ${race} finishes at ${text.endHour}:${text.endMinute} p.m.; the race had begun at ${text.startHour}:${text.startMinute} a.m. that day.`,
        ask: `Find the number of minutes that this team needed.`,
        quantity: `the number of minutes that the last team of the ${race} needed`,
        steps: () => clockSteps(value),
      }
    },
  ],
})

function clockSteps({
  startHour,
  startMinute,
  endHour,
  endMinute,
}: {
  readonly startHour: number
  readonly startMinute: number
  readonly endHour: number
  readonly endMinute: number
}): readonly string[] {
  const before = 60 * (12 - startHour) - startMinute
  const after = 60 * endHour + endMinute
  return [
    `Split the time at noon. From the start to noon there are 60 × (12 - ${startHour}) - ${startMinute} = <<60*(12-${startHour})-${startMinute}=${before}>>${before} minutes.`,
    `From noon to the end there are 60 × ${endHour} + ${endMinute} = <<60*${endHour}+${endMinute}=${after}>>${after} minutes.`,
    `Together: ${before} + ${after} = <<${before}+${after}=${before + after}>>${before + after} minutes.`,
  ]
}

/** Departures at equal intervals, both ends counted. */
const departures: Family = defineFamily({
  id: 'departures-at-intervals',
  knowledgePoints: ['schedules-and-intervals'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    interval: { minimum: 4, maximum: 40, link: { kind: 'number' } },
    span: { minimum: 60, maximum: 720, step: 10, link: { kind: 'number' } },
  },
  possible: ({ interval, span }) => span >= interval,
  nice: ({ interval, span }) => span % interval !== 0 && span > 2 * interval,
  solve: ({ interval, span }) => integerAnswer(Math.floor(span / interval) + 1),
  check: {
    method: 'simulation',
    accepts: ({ interval, span }, answer) => {
      let count = 0
      for (let minute = 0; minute <= span; minute += interval) count++
      return isFraction(answer, count)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const ride = story.pick(['tram', 'cable car', 'shuttle bus'])
      return {
        setup: `The first ${ride} of the day departs when the station opens, and after that one departs every ${text.interval} minutes. The station closes ${text.span} minutes after opening.`,
        ask: `How many times does the ${ride} depart in a day?`,
        quantity: `the number of times that the ${ride} departs in a day`,
        steps: () => departureSteps(value.interval, value.span),
      }
    },
    ({ value, text, story }) => {
      const pill = story.pick(['camera', 'sprinkler', 'sensor'])
      return {
        setup: `A ${pill} switches on as soon as an experiment starts and then again every ${text.interval} minutes. The experiment lasts ${text.span} minutes.`,
        ask: `How many times does the ${pill} switch on?`,
        quantity: `the number of times that the ${pill} switches on`,
        steps: () => departureSteps(value.interval, value.span),
      }
    },
    ({ value, text, story }) => {
      const music = story.pick(['bell', 'gong', 'carillon'])
      return {
        setup: `During a festival of ${text.span} minutes a ${music} sounds at the very beginning and every ${text.interval} minutes afterwards.`,
        ask: `Find the number of times that the ${music} sounds.`,
        quantity: `the number of times that the ${music} sounds`,
        steps: () => departureSteps(value.interval, value.span),
      }
    },
  ],
})

function departureSteps(interval: number, span: number): readonly string[] {
  const gaps = Math.floor(span / interval)
  return [
    `Count the full intervals: ${gaps} × ${interval} = <<${gaps}*${interval}=${gaps * interval}>>${gaps * interval} is not more than ${span}, but another ${interval} would be.`,
    `The one at the very start comes in addition: ${gaps} + 1 = <<${gaps}+1=${gaps + 1}>>${gaps + 1}.`,
  ]
}

/** The smaller angle between the hands of a clock. */
const clockAngle: Family = defineFamily({
  id: 'clock-hands-angle',
  knowledgePoints: ['clock-angles'],
  level: 3,
  result: { kind: 'number' },
  answerStyle: 'decimal',
  givens: {
    hour: { minimum: 1, maximum: 12 },
    minute: { minimum: 10, maximum: 58 },
  },
  possible: () => true,
  nice: ({ hour, minute }) => minute % 2 === 0 && Math.abs(60 * (hour % 12) - 11 * minute) % 720 !== 0,
  solve: ({ hour, minute }) => {
    const halves = Math.abs(60 * (hour % 12) - 11 * minute)
    return fractionAnswer(Math.min(halves, 720 - halves), 2)
  },
  check: {
    method: 'simulation',
    // Turn both hands from twelve o'clock, minute by minute, in half degrees.
    accepts: ({ hour, minute }, answer) => {
      let [long, short] = [0, 0]
      for (let passed = 0; passed < (hour % 12) * 60 + minute; passed++)
        [long, short] = [(long + 12) % 720, (short + 1) % 720]
      const ahead = (long - short + 720) % 720
      return isFraction(answer, ahead > 360 ? 720 - ahead : ahead, 2)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `What is the smaller angle, in degrees, between the hands of a clock at ${text.hour}:${text.minute}?`,
      quantity: `the number of degrees in the smaller angle between the hands of a clock at ${text.hour}:${text.minute}`,
      steps: () => angleSteps(value.hour, value.minute),
    }),
    ({ value, text, story }) => ({
      setup: `${story.hero.name} looks at the station clock when it shows ${text.hour}:${text.minute}.`,
      ask: `How many degrees does the smaller angle between its two hands measure?`,
      quantity: `the number of degrees in the smaller angle between the two hands of the station clock`,
      steps: () => angleSteps(value.hour, value.minute),
    }),
    ({ value, text, story }) => {
      const clock = story.pick(['kitchen clock', 'grandfather clock', 'tower clock'])
      return {
        setup: `The hour hand of a ${clock} moves steadily. The clock stops at ${text.hour}:${text.minute}.`,
        ask: `Find the smaller angle between the hour hand and the minute hand in degrees.`,
        quantity: `the number of degrees in the smaller angle between the hands of the ${clock}`,
        steps: () => angleSteps(value.hour, value.minute),
      }
    },
  ],
})

function angleSteps(hour: number, minute: number): readonly string[] {
  const long = 6 * minute
  const short = 30 * (hour % 12) + minute / 2
  const gap = Math.abs(long - short)
  const [big, small] = long > short ? [long, short] : [short, long]
  return [
    `Measure from twelve o'clock. The minute hand turns 6 degrees a minute: 6 × ${minute} = <<6*${minute}=${long}>>${long} degrees.`,
    `The hour hand turns 30 degrees an hour and half a degree a minute: 30 × ${hour % 12} + 0.5 × ${minute} = <<30*${hour % 12}+0.5*${minute}=${short}>>${short} degrees.`,
    `The difference is ${big} - ${small} = <<${big}-${small}=${gap}>>${gap} degrees.`,
    ...(gap > 180
      ? [
          `This is more than half a turn, so the smaller angle is 360 - ${gap} = <<360-${gap}=${360 - gap}>>${360 - gap} degrees.`,
        ]
      : [`This is not more than half a turn, so it is the smaller angle.`]),
  ]
}

export const clockTimeFamilies: readonly Family[] = [morningToAfternoon, departures, clockAngle]
