import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits } from './everyday-text.ts'

/** Small areas in square centimetres from an area in square metres. */
const tilesFromSquareMetres: Family = defineFamily({
  id: 'tiles-from-square-metres',
  knowledgePoints: ['area-and-volume-unit-conversion'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    area: { minimum: 4, maximum: 80, link: { kind: 'number' } },
    tile: { minimum: 50, maximum: 2500, step: 50 },
  },
  possible: () => true,
  nice: ({ area, tile }) => (10_000 * area) % tile === 0 && 10_000 * area >= 10 * tile,
  solve: ({ area, tile }) => fractionAnswer(10_000 * area, tile),
  check: {
    method: 'inverse',
    // The tiles cover the area: square centimetres back to square metres by two lengths.
    accepts: ({ area, tile }, answer) => Math.abs((numericValue(answer) * tile) / 100 / 100 - area) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const place = story.pick(['cellar floor', 'terrace', 'hall floor'])
      return {
        setup: `A ${place} of ${text.area} square metres is covered completely with tiles of ${text.tile} square centimetres.`,
        ask: `How many tiles are needed?`,
        quantity: `the number of tiles for the ${place}`,
        steps: () => tileSteps(value.area, value.tile, 'tiles'),
      }
    },
    ({ value, text, story }) => {
      const material = story.pick(['felt', 'leather', 'coloured paper'])
      return {
        setup: `${story.hero.name} cuts pieces of ${text.tile} square centimetres each from ${text.area} square metres of ${material}, without any waste.`,
        ask: `How many pieces does ${story.hero.name} get?`,
        quantity: `the number of pieces of ${material} that ${story.hero.name} gets`,
        steps: () => tileSteps(value.area, value.tile, 'pieces'),
      }
    },
    ({ value, text, story }) => {
      const plants = story.pick(['radishes', 'carrots', 'leeks'])
      return {
        setup: `A gardener plants ${plants} on ${text.area} square metres of ground, with ${text.tile} square centimetres for each plant.`,
        ask: `Find the number of ${plants}.`,
        quantity: `the number of ${plants} that the gardener plants`,
        steps: () => tileSteps(value.area, value.tile, plants),
      }
    },
  ],
})

function tileSteps(area: number, tile: number, things: string): readonly string[] {
  const all = 10_000 * area
  const count = digits(all, tile)
  return [
    `One square metre is 100 × 100 = <<100*100=10000>>10000 square centimetres.`,
    `So the area is ${area} × 10000 = <<${area}*10000=${all}>>${all} square centimetres.`,
    `${all} ÷ ${tile} = <<${all}/${tile}=${count}>>${count}, so the result is ${count} ${things}.`,
  ]
}

const metres = { kind: 'length', unit: 'm' } as const

/** The time a train needs to pass a bridge completely. */
const trainOverBridge: Family = defineFamily({
  id: 'train-over-bridge',
  knowledgePoints: ['train-length-problems'],
  level: 2,
  result: { kind: 'number' },
  answerStyle: 'decimal',
  givens: {
    train: { minimum: 40, maximum: 400, step: 10, link: metres },
    bridge: { minimum: 60, maximum: 900, step: 10, link: metres },
    speed: { minimum: 8, maximum: 25, link: { kind: 'speed', unit: 'm/s' } },
  },
  possible: () => true,
  nice: ({ train, bridge, speed }) => (train + bridge) % speed === 0 && train !== bridge,
  solve: ({ train, bridge, speed }) => fractionAnswer(train + bridge, speed),
  check: {
    method: 'inverse',
    // In this time the front is one train length beyond the far end.
    accepts: ({ train, bridge, speed }, answer) =>
      Math.abs(numericValue(answer) * speed - bridge - train) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const way = story.pick(['bridge', 'viaduct', 'causeway'])
      return {
        setup: `A train that is ${text.train} m long crosses a ${way} of ${text.bridge} m at a constant speed of ${text.speed} metres per second.`,
        ask: `How many seconds pass from the moment the front of the train reaches the ${way} until its end leaves the ${way}?`,
        quantity: `the number of seconds that the train needs to cross the ${way} completely`,
        steps: () => trainSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} measures how long a freight train takes to pass completely through a tunnel of ${text.bridge} metres, from its front going in until its last wagon coming out. The train has a length of ${text.train} metres and covers ${text.speed} metres each second.`,
        ask: `How many seconds does ${name} measure?`,
        quantity: `the number of seconds that ${name} measures for the train`,
        steps: () => trainSteps(value),
      }
    },
    ({ value, text, story }) => {
      const convoy = story.pick(['circus', 'film', 'carnival'])
      return {
        setup: `At ${text.speed} metres per second a ${convoy} convoy drives along a narrow section of road that is ${text.bridge} m long. From its first to its last vehicle the convoy measures ${text.train} m.`,
        ask: `Find the number of seconds during which at least a part of the convoy is on the narrow section.`,
        quantity: `the number of seconds during which at least a part of the ${convoy} convoy is on the narrow section`,
        steps: () => trainSteps(value),
      }
    },
  ],
})

function trainSteps({
  train,
  bridge,
  speed,
}: {
  readonly train: number
  readonly bridge: number
  readonly speed: number
}): readonly string[] {
  const way = train + bridge
  const time = digits(way, speed)
  return [
    `From the front's arrival to the end's departure the front moves both lengths: ${bridge} + ${train} = <<${bridge}+${train}=${way}>>${way} m.`,
    `${way} ÷ ${speed} = <<${way}/${speed}=${time}>>${time}, so it takes ${time} seconds.`,
  ]
}

/** Water that weakens a solution to a given strength. */
const waterToAdd: Family = defineFamily({
  id: 'water-to-add',
  knowledgePoints: ['dilution'],
  level: 3,
  result: { kind: 'number' },
  answerStyle: 'decimal',
  givens: {
    amount: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    strong: { minimum: 10, maximum: 60, step: 2, link: { kind: 'percent' } },
    weak: { minimum: 4, maximum: 40, step: 2, link: { kind: 'percent' } },
  },
  possible: ({ strong, weak }) => strong > weak && strong <= 100,
  nice: ({ amount, strong, weak }) => (amount * (strong - weak)) % weak === 0,
  solve: ({ amount, strong, weak }) => fractionAnswer(amount * (strong - weak), weak),
  check: {
    method: 'inverse',
    // The dissolved substance is the same before and after.
    accepts: ({ amount, strong, weak }, answer) =>
      Math.abs(amount * strong - weak * amount - weak * numericValue(answer)) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const liquid = story.pick(['acid', 'disinfectant', 'salt'])
      return {
        setup: `A laboratory has ${text.amount} litres of a solution that contains ${text.strong}% ${liquid}. Water is added until it contains ${text.weak}% ${liquid}.`,
        ask: `How many litres of water are added?`,
        quantity: `the number of litres of water that are added to the solution`,
        steps: () => waterSteps(value, 'litres'),
      }
    },
    ({ value, text, story }) => {
      const fruit = story.pick(['currant', 'lime', 'guava'])
      return {
        setup: `From ${text.amount} cups of ${fruit} syrup with a sugar content of ${text.strong}%, ${story.hero.name} makes a drink with a sugar content of ${text.weak}% by adding water only.`,
        ask: `How many cups of water does ${story.hero.name} need?`,
        quantity: `the number of cups of water that ${story.hero.name} needs for the ${fruit} drink`,
        steps: () => waterSteps(value, 'cups'),
      }
    },
    ({ value, text, story }) => {
      const paint = story.pick(['glaze', 'ink', 'dye'])
      return {
        setup: `The share of pigment in ${text.amount} litres of ${paint} is ${text.strong}%. For large surfaces a painter thins it with water to a share of ${text.weak}%.`,
        ask: `Find the number of litres of water that the painter adds.`,
        quantity: `the number of litres of water that the painter adds to the ${paint}`,
        steps: () => waterSteps(value, 'litres'),
      }
    },
  ],
})

function waterSteps(
  { amount, strong, weak }: { readonly amount: number; readonly strong: number; readonly weak: number },
  unit: string,
): readonly string[] {
  const pure = digits(amount * strong, 100)
  const all = digits(amount * strong, weak)
  const water = digits(amount * (strong - weak), weak)
  return [
    `Water changes the total but not the dissolved part, which is ${strong}/100 × ${amount} = <<${strong}/100*${amount}=${pure}>>${pure} ${unit}.`,
    `In the end this part is ${weak}% of the total, so the total is ${pure} ÷ (${weak}/100) = <<${pure}/(${weak}/100)=${all}>>${all} ${unit}.`,
    `The water added is ${all} - ${amount} = <<${all}-${amount}=${water}>>${water} ${unit}.`,
  ]
}

export const areaTrainAndDilutionFamilies: readonly Family[] = [
  tilesFromSquareMetres,
  trainOverBridge,
  waterToAdd,
]
