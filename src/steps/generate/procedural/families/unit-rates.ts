import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits } from './everyday-text.ts'

/** How many per minute. */
const perMinute: Family = defineFamily({
  id: 'items-per-minute',
  knowledgePoints: ['unit-rate'],
  level: 1,
  result: { kind: 'number' },
  answerStyle: 'decimal',
  givens: {
    items: { minimum: 12, maximum: 960, link: { kind: 'count' } },
    minutes: { minimum: 2, maximum: 45, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const minutes = fixed.minutes ?? random.integer(2, 45)
    return { minutes, items: fixed.items ?? minutes * random.integer(2, 60) }
  },
  possible: ({ items, minutes }) => items > minutes,
  nice: ({ items, minutes }) => items % minutes === 0,
  solve: ({ items, minutes }) => fractionAnswer(items, minutes),
  check: {
    method: 'inverse',
    accepts: ({ items, minutes }, answer) => Math.abs(numericValue(answer) * minutes - items) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const [machine, things] = story.pick([
        ['bottling line', 'bottles'],
        ['label printer', 'labels'],
        ['packing machine', 'parcels'],
      ] as const)
      return {
        setup: `A ${machine} handles ${text.items} ${things} in ${text.minutes} minutes, always at the same speed.`,
        ask: `How many ${things} does it handle per minute?`,
        quantity: `the number of ${things} that the ${machine} handles per minute`,
        steps: () => rateSteps(value, things),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name}'s scanner needs ${text.minutes} minutes for ${text.items} pages.`,
      ask: `At what speed, in pages per minute, does it scan?`,
      quantity: `the number of pages that ${story.hero.name}'s scanner reads per minute`,
      steps: () => rateSteps(value, 'pages'),
    }),
    ({ value, text, story }) => {
      const spring = story.pick(['mountain spring', 'pump', 'water pipe'])
      return {
        setup: `A ${spring} delivers ${text.items} litres of water in ${text.minutes} minutes.`,
        ask: `Find the number of litres that it delivers per minute.`,
        quantity: `the number of litres of water that the ${spring} delivers per minute`,
        steps: () => rateSteps(value, 'litres'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      const written = story.pick(['letter', 'report', 'short story'])
      return {
        setup: `Typing at a constant speed, ${name} needs ${text.minutes} minutes for a ${written} of ${text.items} words.`,
        ask: `How many words per minute is that?`,
        quantity: `the number of words that ${name} types per minute`,
        steps: () => rateSteps(value, 'words'),
      }
    },
  ],
})

function rateSteps(
  { items, minutes }: { readonly items: number; readonly minutes: number },
  things: string,
): readonly string[] {
  const rate = digits(items, minutes)
  return [
    `A unit rate says how much belongs to one unit. Here it belongs to one minute, so divide by the number of minutes.`,
    `${items} ÷ ${minutes} = <<${items}/${minutes}=${rate}>>${rate} ${things} per minute.`,
  ]
}

/** A rate per minute, kept up for hours. */
const outputInHours: Family = defineFamily({
  id: 'output-in-hours',
  knowledgePoints: ['unit-rate', 'time-conversion'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    items: { minimum: 4, maximum: 240, link: { kind: 'count' } },
    minutes: { minimum: 2, maximum: 40 },
    hours: { minimum: 2, maximum: 12, link: { kind: 'number' } },
  },
  sample: (random, fixed) => {
    const minutes = random.integer(2, 40)
    const items = fixed.items ?? minutes * random.integer(2, 12)
    return { minutes, items, hours: fixed.hours ?? random.integer(2, 12) }
  },
  possible: () => true,
  nice: ({ items, minutes, hours }) =>
    items % minutes === 0 && items > minutes && (items / minutes) * 60 * hours <= 9000,
  solve: ({ items, minutes, hours }) => fractionAnswer(items * 60 * hours, minutes),
  check: {
    method: 'inverse',
    // At that rate, as many items as stated must come in the stated minutes.
    accepts: ({ items, minutes, hours }, answer) => {
      const perMinute = numericValue(answer) / hours / 60
      return Math.abs(perMinute * minutes - items) < 1e-9
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [machine, things] = story.pick([
        ['printer', 'pages'],
        ['bottling machine', 'bottles'],
        ['packing robot', 'parcels'],
      ] as const)
      return {
        setup: `A ${machine} finishes ${text.items} ${things} every ${text.minutes} minutes and runs without a break for ${text.hours} hours.`,
        ask: `How many ${things} does it finish in this time?`,
        quantity: `the number of ${things} that the ${machine} finishes in this time`,
        steps: () => hourSteps(value, things),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} watches a turnstile for ${text.minutes} minutes and counts ${text.items} visitors. Visitors keep coming at this rate for all ${text.hours} hours that the park is open.`,
        ask: `How many visitors enter the park in that time?`,
        quantity: `the number of visitors who enter the park while it is open`,
        steps: () => hourSteps(value, 'visitors'),
      }
    },
    ({ value, text, story }) => {
      const pump = story.pick(['pump', 'windmill', 'water wheel'])
      return {
        setup: `Within ${text.minutes} minutes a ${pump} lifts ${text.items} buckets of water.`,
        ask: `Find the number of buckets that it lifts in ${text.hours} hours at the same speed.`,
        quantity: `the number of buckets that the ${pump} lifts in ${text.hours} hours`,
        steps: () => hourSteps(value, 'buckets'),
      }
    },
    ({ value, text, story }) => {
      const [things, place] = story.pick([
        ['cars', 'bridge'],
        ['bicycles', 'junction'],
        ['visitors', 'museum entrance'],
      ] as const)
      return {
        setup: `In ${text.minutes} minutes ${text.items} ${things} pass the counter at a ${place}. For ${text.hours} hours the rate stays the same.`,
        ask: `How many ${things} pass the counter in these hours?`,
        quantity: `the number of ${things} that pass the counter in these hours`,
        steps: () => hourSteps(value, things),
      }
    },
  ],
})

function hourSteps(
  { items, minutes, hours }: { readonly items: number; readonly minutes: number; readonly hours: number },
  things: string,
): readonly string[] {
  const rate = digits(items, minutes)
  const time = 60 * hours
  const all = digits(items * time, minutes)
  return [
    `In one minute there are ${items} ÷ ${minutes} = <<${items}/${minutes}=${rate}>>${rate} ${things}.`,
    `The time in minutes is ${hours} × 60 = <<${hours}*60=${time}>>${time}.`,
    `So there are ${rate} × ${time} = <<${rate}*${time}=${all}>>${all} ${things}.`,
  ]
}

/** Kilometres per hour for some minutes. */
const distanceInMinutes: Family = defineFamily({
  id: 'distance-in-minutes',
  knowledgePoints: ['constant-speed-travel', 'time-conversion'],
  level: 2,
  result: { kind: 'length', unit: 'km' },
  answerStyle: 'decimal',
  givens: {
    speed: { minimum: 24, maximum: 110, link: { kind: 'speed', unit: 'km/h' } },
    minutes: { minimum: 5, maximum: 150, link: { kind: 'number' } },
  },
  possible: () => true,
  nice: ({ speed, minutes }) => (speed * minutes) % 60 === 0 && minutes % 60 !== 0,
  solve: ({ speed, minutes }) => fractionAnswer(speed * minutes, 60),
  check: {
    method: 'inverse',
    // From the distance and the time in seconds back to the speed.
    accepts: ({ speed, minutes }, answer) =>
      Math.abs((numericValue(answer) / (minutes * 60)) * 3600 - speed) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const vehicle = story.pick(['commuter train', 'delivery van', 'coach'])
      return {
        setup: `For ${text.minutes} minutes a ${vehicle} moves at a constant ${text.speed} km/h.`,
        ask: `How many kilometres does it travel in this time?`,
        quantity: `the distance in kilometres that the ${vehicle} travels`,
        steps: () => minuteTravelSteps(value.speed, value.minutes),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} drives at a steady ${text.speed} kilometres per hour and, according to the navigation system, will arrive in ${text.minutes} minutes.`,
      ask: `How far is it to the destination, in kilometres?`,
      quantity: `the distance in kilometres that ${story.hero.name} still has to drive`,
      steps: () => minuteTravelSteps(value.speed, value.minutes),
    }),
    ({ value, text, story }) => {
      const storm = story.pick(['thunderstorm', 'sandstorm', 'rain front'])
      return {
        setup: `A ${storm} moves towards the coast at ${text.speed} km/h and arrives there after ${text.minutes} minutes.`,
        ask: `Find the distance in kilometres between the ${storm} and the coast at the beginning.`,
        quantity: `the distance in kilometres between the ${storm} and the coast at the beginning`,
        steps: () => minuteTravelSteps(value.speed, value.minutes),
      }
    },
  ],
})

function minuteTravelSteps(speed: number, minutes: number): readonly string[] {
  const product = speed * minutes
  const way = digits(product, 60)
  return [
    `The speed is given per hour, so write the time in hours: ${minutes} minutes are $\\frac{${minutes}}{60}$ of an hour.`,
    `${speed} × ${minutes} = <<${speed}*${minutes}=${product}>>${product}, and ${product} ÷ 60 = <<${product}/60=${way}>>${way}, so the distance is ${way} km.`,
  ]
}

export const unitRateFamilies: readonly Family[] = [perMinute, outputInHours, distanceInMinutes]
