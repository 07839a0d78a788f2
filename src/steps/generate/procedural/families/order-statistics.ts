import { integerAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

const datum = { minimum: 2, maximum: 60, link: { kind: 'number' } } as const

function ascending(data: readonly number[]): readonly number[] {
  return [...data].sort((x, y) => x - y)
}

/** The middle of five values. */
const middleValue: Family = defineFamily({
  id: 'median-of-five',
  knowledgePoints: ['median'],
  level: 1,
  result: { kind: 'number' },
  givens: { a: datum, b: datum, c: datum, d: datum, e: datum },
  possible: () => true,
  nice: ({ a, b, c, d, e }) => new Set([a, b, c, d, e]).size === 5 && ascending([a, b, c, d, e])[2] !== c,
  solve: ({ a, b, c, d, e }) => integerAnswer(ascending([a, b, c, d, e])[2] as number),
  check: {
    method: 'brute force',
    // No more than two values on either side, and the value is one of them.
    accepts: ({ a, b, c, d, e }, answer) => {
      const data = [a, b, c, d, e]
      return data.some(
        (one) =>
          isFraction(answer, one) &&
          data.filter((x) => x < one).length <= 2 &&
          data.filter((x) => x > one).length <= 2,
      )
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `What is the median of the numbers ${text.a}, ${text.b}, ${text.c}, ${text.d} and ${text.e}?`,
      quantity: `the median of the numbers ${text.a}, ${text.b}, ${text.c}, ${text.d} and ${text.e}`,
      steps: () => medianSteps(Object.values(value)),
    }),
    ({ value, text, story }) => {
      const animals = story.pick(['puppies', 'kittens', 'lambs'])
      return {
        setup: `Five ${animals} are ${text.a}, ${text.b}, ${text.c}, ${text.d} and ${text.e} days old.`,
        ask: `Find the median of their ages in days.`,
        quantity: `the median age of the ${animals} in days`,
        steps: () => medianSteps(Object.values(value)),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const what = story.pick(['bus rides', 'phone calls', 'walks'])
      return {
        setup: `${name} notes the lengths of five ${what} in minutes: ${text.a}, ${text.b}, ${text.c}, ${text.d}, ${text.e}.`,
        ask: `What is the median length in minutes?`,
        quantity: `the median length of ${name}’s ${what} in minutes`,
        steps: () => medianSteps(Object.values(value)),
      }
    },
  ],
})

function medianSteps(data: readonly number[]): readonly string[] {
  const sorted = ascending(data)
  return [
    `Put the values in order: ${sorted.join(', ')}.`,
    `The median of five values is the third one, with two values before it and two after it: ${sorted[2]}.`,
  ]
}

/** The most frequent size. */
const mostFrequentSize: Family = defineFamily({
  id: 'most-frequent-size',
  knowledgePoints: ['mode'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    smallest: { minimum: 20, maximum: 42, link: { kind: 'number' } },
    first: { minimum: 2, maximum: 40, link: { kind: 'count' } },
    second: { minimum: 2, maximum: 40, link: { kind: 'count' } },
    third: { minimum: 2, maximum: 40, link: { kind: 'count' } },
    fourth: { minimum: 2, maximum: 40, link: { kind: 'count' } },
  },
  possible: ({ first, second, third, fourth }) => {
    const most = Math.max(first, second, third, fourth)
    return [first, second, third, fourth].filter((count) => count === most).length === 1
  },
  nice: ({ smallest, first, second, third, fourth }) =>
    first < Math.max(second, third, fourth) &&
    // Any other count can still overtake inside its range, so that none is idle.
    Math.max(second, third, fourth) <= 28 &&
    new Set([smallest, first, second, third, fourth]).size === 5,
  solve: ({ smallest, first, second, third, fourth }) => {
    const counts = [first, second, third, fourth]
    return integerAnswer(smallest + counts.indexOf(Math.max(...counts)))
  },
  check: {
    method: 'brute force',
    // The whole list of sizes, and the size that no other beats.
    accepts: ({ smallest, first, second, third, fourth }, answer) => {
      const list: number[] = []
      for (const [step, count] of [first, second, third, fourth].entries())
        for (let one = 0; one < count; one++) list.push(smallest + step)
      const often = (size: number): number => list.filter((one) => one === size).length
      return list.some(
        (size) => isFraction(answer, size) && list.every((other) => often(other) <= often(size)),
      )
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const shoes = story.pick(['boots', 'sandals', 'running shoes'])
      return {
        setup: `A shop sells ${shoes} in four consecutive whole sizes, of which ${text.smallest} is the smallest. In one week it sells, from the smallest size to the largest, ${text.first}, ${text.second}, ${text.third} and ${text.fourth} pairs.`,
        ask: `What is the mode of the sizes sold?`,
        quantity: `the mode of the sizes of ${shoes} sold`,
        steps: () => modeSteps(value, 'sizes'),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['weather station', 'harbour office', 'botanical garden'])
      return {
        setup: `During one year a ${place} recorded midday temperatures of only four consecutive whole numbers of degrees, the lowest being ${text.smallest} degrees. From the lowest to the highest they occurred on ${text.first}, ${text.second}, ${text.third} and ${text.fourth} days.`,
        ask: `Find the mode of the midday temperatures in degrees.`,
        quantity: `the mode in degrees of the midday temperatures at the ${place}`,
        steps: () => modeSteps(value, 'temperatures'),
      }
    },
    ({ value, text }) => ({
      setup: `A list consists of four consecutive integers, each written several times. Its smallest entry ${text.smallest} appears ${text.first} times, the next larger one ${text.second} times, the one after that ${text.third} times and the largest ${text.fourth} times.`,
      ask: `Which number is the mode of the list?`,
      quantity: `the mode of the list of consecutive integers`,
      steps: () => modeSteps(value, 'entries'),
    }),
  ],
})

function modeSteps(
  value: { smallest: number; first: number; second: number; third: number; fourth: number },
  what: string,
): readonly string[] {
  const counts = [value.first, value.second, value.third, value.fourth]
  const most = Math.max(...counts)
  const steps = counts.indexOf(most)
  const ordinal = ['smallest', 'second', 'third', 'largest'][steps] as string
  return [
    `The mode is the value that occurs most often, not how often it occurs.`,
    `The largest of the counts ${counts.join(', ')} is ${most}; it belongs to the ${ordinal} of the ${what} in order.`,
    `That value is ${value.smallest} + ${steps} = ${computed(`${value.smallest}+${steps}`, value.smallest + steps)}.`,
  ]
}

/** Largest minus smallest. */
const spreadOfFive: Family = defineFamily({
  id: 'range-of-five',
  knowledgePoints: ['range-of-data'],
  level: 1,
  result: { kind: 'number' },
  givens: { a: datum, b: datum, c: datum, d: datum, e: datum },
  possible: () => true,
  nice: ({ a, b, c, d, e }) => {
    const data = [a, b, c, d, e]
    const [low, high] = [Math.min(...data), Math.max(...data)]
    // Both ends could be passed by any of the values, so that none of them is idle.
    return new Set(data).size === 5 && high < 58 && low > 3 && a !== low && high - low >= 6
  },
  solve: ({ a, b, c, d, e }) => integerAnswer(Math.max(a, b, c, d, e) - Math.min(a, b, c, d, e)),
  check: {
    method: 'brute force',
    // The largest distance between any two of the values.
    accepts: ({ a, b, c, d, e }, answer) => {
      const data = [a, b, c, d, e]
      let widest = 0
      for (const one of data) for (const other of data) if (one - other > widest) widest = one - other
      return isFraction(answer, widest)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const bird = story.pick(['storks', 'cranes', 'swans'])
      return {
        setup: `On five days in spring, biologists count ${text.a}, ${text.b}, ${text.c}, ${text.d} and ${text.e} ${bird} at a lake.`,
        ask: `What is the range of these counts?`,
        quantity: `the range of the five counts of ${bird}`,
        steps: () => rangeSteps(Object.values(value)),
      }
    },
    ({ value, text }) => ({
      setup: '',
      ask: `Find the range of the data set that consists of the values ${text.a}, ${text.b}, ${text.c}, ${text.d} and ${text.e}.`,
      quantity: `the range of the data set that consists of the values ${text.a}, ${text.b}, ${text.c}, ${text.d} and ${text.e}`,
      steps: () => rangeSteps(Object.values(value)),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      const plant = story.pick(['bean plants', 'sunflowers', 'seedlings'])
      return {
        setup: `${name} measures five ${plant}. Their heights in centimetres are ${text.a}, ${text.b}, ${text.c}, ${text.d} and ${text.e}.`,
        ask: `What is the range of the heights in centimetres?`,
        quantity: `the range in centimetres of the heights of ${name}’s ${plant}`,
        steps: () => rangeSteps(Object.values(value)),
      }
    },
  ],
})

function rangeSteps(data: readonly number[]): readonly string[] {
  const [low, high] = [Math.min(...data), Math.max(...data)]
  return [
    `To find the range, subtract the smallest value from the largest. Here the largest is ${high} and the smallest is ${low}.`,
    `The range is ${high} - ${low} = ${computed(`${high}-${low}`, high - low)}.`,
  ]
}

/** Interquartile range of seven values. */
const middleHalf: Family = defineFamily({
  id: 'interquartile-range-of-seven',
  knowledgePoints: ['quartiles-and-interquartile-range'],
  level: 2,
  result: { kind: 'number' },
  givens: { a: datum, b: datum, c: datum, d: datum, e: datum, f: datum, g: datum },
  possible: () => true,
  nice: ({ a, b, c, d, e, f, g }) => {
    const sorted = ascending([a, b, c, d, e, f, g])
    return new Set(sorted).size === 7 && a !== sorted[0]
  },
  solve: ({ a, b, c, d, e, f, g }) => {
    const sorted = ascending([a, b, c, d, e, f, g])
    return integerAnswer((sorted[5] as number) - (sorted[1] as number))
  },
  check: {
    method: 'brute force',
    // Take off the largest and the smallest; what is left has the quartiles at its ends.
    accepts: ({ a, b, c, d, e, f, g }, answer) => {
      const data = [a, b, c, d, e, f, g]
      data.splice(data.indexOf(Math.max(...data)), 1)
      data.splice(data.indexOf(Math.min(...data)), 1)
      return isFraction(answer, Math.max(...data) - Math.min(...data))
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `The upper and the lower quartile of a list of seven numbers are the medians of the three numbers above and of the three numbers below its median. A list consists of ${text.a}, ${text.b}, ${text.c}, ${text.d}, ${text.e}, ${text.f} and ${text.g}.`,
      ask: `What is the interquartile range of the list?`,
      quantity: `the interquartile range of the list of seven numbers`,
      steps: () => quartileSteps(Object.values(value)),
    }),
    ({ value, text, story }) => {
      const what = story.pick(['calls to a helpline', 'boats in a marina', 'visitors to a lighthouse'])
      return {
        setup: `For one week the daily numbers of ${what} are ${text.a}, ${text.b}, ${text.c}, ${text.d}, ${text.e}, ${text.f} and ${text.g}. The quartiles are taken as the medians of the lower and of the upper half, without the middle value.`,
        ask: `Find the interquartile range of these numbers.`,
        quantity: `the interquartile range of the daily numbers of ${what}`,
        steps: () => quartileSteps(Object.values(value)),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} draws a box plot of the seven values ${text.a}, ${text.b}, ${text.c}, ${text.d}, ${text.e}, ${text.f}, ${text.g}. The box reaches from the median of the three smallest values to the median of the three largest values.`,
        ask: `What is the interquartile range, the length of the box?`,
        quantity: `the interquartile range in ${name}’s box plot`,
        steps: () => quartileSteps(Object.values(value)),
      }
    },
  ],
})

function quartileSteps(data: readonly number[]): readonly string[] {
  const sorted = ascending(data)
  const [low, high] = [sorted[1] as number, sorted[5] as number]
  return [
    `In order: ${sorted.join(', ')}. The median is the fourth value, ${sorted[3]}.`,
    `The lower quartile is the middle of the three values before it, ${low}, and the upper quartile is the middle of the three values after it, ${high}.`,
    `The interquartile range is ${high} - ${low} = ${computed(`${high}-${low}`, high - low)}.`,
  ]
}

export const orderStatisticFamilies: readonly Family[] = [
  middleValue,
  mostFrequentSize,
  spreadOfFive,
  middleHalf,
]
