import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { worked } from './worked.ts'

/** Grass that grows while it is eaten. */
const grazingCows: Family = defineFamily({
  id: 'grazing-cows',
  knowledgePoints: ['cow-and-grass-problems'],
  level: 4,
  result: { kind: 'count' },
  givens: {
    many: { minimum: 6, maximum: 60 },
    shortTime: { minimum: 3, maximum: 20 },
    few: { minimum: 4, maximum: 50 },
    longTime: { minimum: 6, maximum: 60 },
    third: { minimum: 5, maximum: 80, link: { kind: 'count' } },
  },
  sample: (random, fixed) => {
    const extra = random.integer(2, 15)
    const shortTime = random.integer(3, 12)
    const longTime = shortTime * random.integer(2, 3)
    const stock = longTime * extra
    // How many animals the third herd may have beyond those that the growth alone feeds.
    const beyond = Array.from({ length: 40 }, (_, index) => index + 2).filter(
      (cows) => stock % cows === 0 && cows !== extra && cows * shortTime !== stock,
    )
    if (beyond.length === 0) return undefined
    const chosen = random.pick(beyond)
    const growth = fixed.third === undefined ? random.integer(2, 12) : fixed.third - chosen
    if (growth < 2) return undefined
    const few = growth + extra
    const many = growth + stock / shortTime
    return { many, shortTime, few, longTime, third: growth + chosen }
  },
  possible: ({ many, shortTime, few, longTime, third }) => {
    const grown = few * longTime - many * shortTime
    return longTime > shortTime && grown > 0 && many > few && third * (longTime - shortTime) > grown
  },
  nice: (value) =>
    Number.isInteger(daysFor(value)) && Number.isInteger(growthOf(value)) && daysFor(value) >= 2,
  solve: ({ many, shortTime, few, longTime, third }) => {
    const [grown, days] = [few * longTime - many * shortTime, longTime - shortTime]
    return fractionAnswer(many * shortTime * days - grown * shortTime, third * days - grown)
  },
  check: {
    method: 'numeric',
    // The grass at the start, found from either herd, must last the third herd exactly that long.
    accepts: ({ many, shortTime, few, longTime, third }, answer) => {
      const days = numericValue(answer)
      const growth = (few * longTime - many * shortTime) / (longTime - shortTime)
      const [stock, same] = [(many - growth) * shortTime, (few - growth) * longTime]
      return Math.abs(stock - same) < 1e-6 && Math.abs(stock + growth * days - third * days) < 1e-6
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const animals = story.pick(['cows', 'horses', 'sheep'])
      return {
        setup: `The grass of a meadow grows at a constant rate. It lasts ${text.many} ${animals} for ${text.shortTime} days and ${text.few} ${animals} for ${text.longTime} days; all the ${animals} eat equally fast.`,
        ask: `For how many days does the grass last ${text.third} ${animals}?`,
        quantity: `the number of days for which the grass of the meadow lasts ${text.third} ${animals}`,
        steps: () => grazingSteps(value, animals),
      }
    },
    ({ value, text, story }) => {
      const boat = story.pick(['barge', 'fishing boat', 'ferry'])
      return {
        setup: `Water leaks steadily into a ${boat} that already holds some water. With ${text.few} identical pumps it is emptied in ${text.longTime} minutes, and with ${text.many} such pumps in ${text.shortTime} minutes.`,
        ask: `In how many minutes do ${text.third} of these pumps empty it?`,
        quantity: `the number of minutes in which ${text.third} of the pumps empty the ${boat}`,
        steps: () => grazingSteps(value, 'pumps'),
      }
    },
    ({ value, text, story }) => {
      const event = story.pick(['football match', 'rock concert', 'book fair'])
      return {
        setup: `Before a ${event} there is a queue when the gates open, and people keep arriving at a steady rate. If ${text.many} gates are open, the queue is gone after ${text.shortTime} minutes; if ${text.few} gates are open, it takes ${text.longTime} minutes. All gates let people in equally fast.`,
        ask: `After how many minutes is the queue gone if ${text.third} gates are open?`,
        quantity: `the number of minutes until the queue of the ${event} is gone if ${text.third} gates are open`,
        steps: () => grazingSteps(value, 'gates'),
      }
    },
  ],
})

interface Grazing {
  readonly many: number
  readonly shortTime: number
  readonly few: number
  readonly longTime: number
  readonly third: number
}

/** New grass per day, in daily portions of one cow. */
function growthOf({ many, shortTime, few, longTime }: Grazing): number {
  return (few * longTime - many * shortTime) / (longTime - shortTime)
}

function daysFor(value: Grazing): number {
  return ((value.many - growthOf(value)) * value.shortTime) / (value.third - growthOf(value))
}

function grazingSteps(value: Grazing, who: string): readonly string[] {
  const { many, shortTime, few, longTime, third } = value
  const [short, long] = [many * shortTime, few * longTime]
  const growth = growthOf(value)
  const stock = (many - growth) * shortTime
  return [
    `Take what one of the ${who} handles in one unit of time as one portion. The two cases handle ${many} × ${shortTime} = ${computed(`${many}*${shortTime}`, short)} and ${few} × ${longTime} = ${computed(`${few}*${longTime}`, long)} portions.`,
    `The difference came in during the extra time, so in each unit of time ${worked(`(${long}-${short})/(${longTime}-${shortTime})`, growth)} new portions come in.`,
    `At the start there were ${short} - ${growth} × ${shortTime} = ${computed(`${short}-${growth}*${shortTime}`, stock)} portions.`,
    `Of the ${third} ${who}, ${growth} keep up with what comes in, and the other ${worked(`${third}-${growth}`, third - growth)} use up what was there at the start: ${stock} ÷ ${third - growth} = ${computed(`${stock}/${third - growth}`, stock / (third - growth))}.`,
  ]
}

export const growingStockFamilies: readonly Family[] = [grazingCows]
