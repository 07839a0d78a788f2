import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { commonDivisor, digits } from './everyday-text.ts'

/** A percentage of one share of a total divided in a ratio. */
const percentOfShare: Family = defineFamily({
  id: 'percent-of-ratio-share',
  knowledgePoints: ['sharing-in-a-ratio', 'percent-of-a-quantity'],
  level: 3,
  result: { kind: 'count' },
  givens: {
    total: { minimum: 20, maximum: 900, link: { kind: 'count' } },
    first: { minimum: 2, maximum: 9 },
    second: { minimum: 2, maximum: 9 },
    percent: { minimum: 5, maximum: 90, step: 5 },
  },
  sample: (random, fixed) => {
    const [first, second] = [random.integer(2, 9), random.integer(2, 9)]
    const total = fixed.total ?? (first + second) * random.integer(4, 60)
    return { total, first, second, percent: 5 * random.integer(1, 18) }
  },
  possible: ({ first, second }) => first !== second,
  nice: ({ total, first, second, percent }) =>
    commonDivisor(first, second) === 1 &&
    total % (first + second) === 0 &&
    (total * first * percent) % (100 * (first + second)) === 0,
  solve: ({ total, first, second, percent }) =>
    fractionAnswer(total * first * percent, 100 * (first + second)),
  check: {
    method: 'inverse',
    // From the answer back to the share, and from the share back to the total.
    accepts: ({ total, first, second, percent }, answer) => {
      const share = numericValue(answer) / (percent / 100)
      return Math.abs(share + (share / first) * second - total) < 1e-7
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['adults', 'children'],
        ['local people', 'tourists'],
        ['students', 'workers'],
      ] as const)
      return {
        setup: `Among the ${text.total} guests of a festival, ${one} and ${other} are in the ratio ${text.first} to ${text.second}. Of the ${one}, ${text.percent}% arrive by bicycle.`,
        ask: `How many ${one} arrive by bicycle?`,
        quantity: `the number of ${one} who arrive at the festival by bicycle`,
        steps: () => shareSteps(value, one),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      const { name } = story.hero
      const things = story.pick(['marbles', 'trading cards', 'seashells'])
      return {
        setup: `${name} and ${friend} divide ${text.total} ${things} in the ratio ${text.first} to ${text.second}, in this order. Afterwards ${name} gives ${text.percent}% of the ${things} in ${story.hero.their} share to a friend.`,
        ask: `How many ${things} does the friend get?`,
        quantity: `the number of ${things} that the friend gets from ${name}`,
        steps: () => shareSteps(value, things),
      }
    },
    ({ value, text, story }) => {
      const [place, one, other] = story.pick([
        ['orchard', 'plum trees', 'cherry trees'],
        ['car park', 'electric cars', 'other cars'],
        ['library', 'novels', 'textbooks'],
      ] as const)
      return {
        setup: `For every ${text.first} ${one} there are ${text.second} ${other} in ${place === 'orchard' ? 'an' : 'a'} ${place}, ${text.total} altogether. This week ${text.percent}% of the ${one} are inspected.`,
        ask: `Find the number of ${one} that are inspected this week.`,
        quantity: `the number of ${one} in the ${place} that are inspected this week`,
        steps: () => shareSteps(value, one),
      }
    },
  ],
})

interface SharePercent {
  readonly total: number
  readonly first: number
  readonly second: number
  readonly percent: number
}

function shareSteps({ total, first, second, percent }: SharePercent, things: string): readonly string[] {
  const parts = first + second
  const share = digits(total * first, parts)
  const taken = digits(total * first * percent, 100 * parts)
  return [
    `The ratio gives ${first} + ${second} = <<${first}+${second}=${parts}>>${parts} equal parts, and the first share has ${first} of them: ${total} ÷ ${parts} × ${first} = <<${total}/${parts}*${first}=${share}>>${share}.`,
    `${percent}% of this share: ${percent}/100 × ${share} = <<${percent}/100*${share}=${taken}>>${taken}, so the result is ${taken} ${things}.`,
  ]
}

/** A percentage of what a fraction leaves. */
const percentOfRest: Family = defineFamily({
  id: 'percent-of-what-is-left',
  knowledgePoints: ['fraction-of-a-quantity', 'percent-of-a-quantity'],
  level: 3,
  result: { kind: 'count' },
  givens: {
    total: { minimum: 20, maximum: 900, link: { kind: 'count' } },
    part: { minimum: 2, maximum: 9 },
    whole: { minimum: 3, maximum: 12 },
    percent: { minimum: 5, maximum: 90, step: 5 },
  },
  sample: (random, fixed) => {
    const whole = random.integer(3, 12)
    const part = random.integer(2, whole - 1)
    const total = fixed.total ?? whole * random.integer(4, 70)
    return { total, part, whole, percent: 5 * random.integer(1, 18) }
  },
  possible: ({ part, whole }) => part < whole,
  nice: ({ total, part, whole, percent }) =>
    commonDivisor(part, whole) === 1 &&
    total % whole === 0 &&
    (total * (whole - part) * percent) % (100 * whole) === 0,
  solve: ({ total, part, whole, percent }) => fractionAnswer(total * (whole - part) * percent, 100 * whole),
  check: {
    method: 'inverse',
    // The rest is answer / percent; with the fraction that went first it makes the total.
    accepts: ({ total, part, whole, percent }, answer) =>
      Math.abs((numericValue(answer) * 100) / percent + (part / whole) * total - total) < 1e-7,
  },
  wordings: [
    ({ value, text, math, story }) => {
      const fruit = story.pick(['oranges', 'pomegranates', 'coconuts'])
      const { name } = story.hero
      return {
        setup: `${name} harvests ${text.total} ${fruit}. Of these, ${name} sells $\\frac{${math.part}}{${math.whole}}$ at the market and then ${text.percent}% of the rest to a neighbour.`,
        ask: `How many ${fruit} does the neighbour buy?`,
        quantity: `the number of ${fruit} that the neighbour buys`,
        steps: () => restSteps(value, fruit),
      }
    },
    ({ value, text, math, story }) => {
      const place = story.pick(['campsite', 'hostel', 'holiday village'])
      return {
        setup: `Of the ${text.total} guests of a ${place}, $\\frac{${math.part}}{${math.whole}}$ go to the beach. Of those who stay, ${text.percent}% play table tennis.`,
        ask: `How many guests play table tennis?`,
        quantity: `the number of guests of the ${place} who play table tennis`,
        steps: () => restSteps(value, 'guests'),
      }
    },
    ({ value, text, math, story }) => {
      const collector = story.person().name
      return {
        setup: `${collector} owns ${text.total} stamps: $\\frac{${math.part}}{${math.whole}}$ of them come from Asia, and ${text.percent}% of the others come from Africa.`,
        ask: `Find the number of stamps from Africa.`,
        quantity: `the number of stamps from Africa that ${collector} owns`,
        steps: () => restSteps(value, 'stamps'),
      }
    },
    ({ value, text, math, story }) => {
      const ship = story.pick(['ferry', 'train', 'cruise ship'])
      return {
        setup: `Of ${text.total} passengers on a ${ship}, $\\frac{${math.part}}{${math.whole}}$ are asleep, and ${text.percent}% of those who are awake are reading.`,
        ask: `What number of passengers are reading?`,
        quantity: `the number of passengers on the ${ship} who are reading`,
        steps: () => restSteps(value, 'passengers'),
      }
    },
  ],
})

function restSteps(
  {
    total,
    part,
    whole,
    percent,
  }: { readonly total: number; readonly part: number; readonly whole: number; readonly percent: number },
  things: string,
): readonly string[] {
  const gone = digits(total * part, whole)
  const rest = digits(total * (whole - part), whole)
  const taken = digits(total * (whole - part) * percent, 100 * whole)
  return [
    `The fraction takes ${part}/${whole} × ${total} = <<${part}/${whole}*${total}=${gone}>>${gone} away, so ${total} - ${gone} = <<${total}-${gone}=${rest}>>${rest} remain.`,
    `The percentage belongs to what remains: ${percent}/100 × ${rest} = <<${percent}/100*${rest}=${taken}>>${taken} ${things}.`,
  ]
}

/** What two fractions of a total leave. */
const restAfterFractions: Family = defineFamily({
  id: 'number-left-after-two-fractions',
  knowledgePoints: ['fraction-of-a-quantity', 'adding-and-subtracting-fractions'],
  level: 3,
  result: { kind: 'count' },
  givens: {
    total: { minimum: 24, maximum: 720, link: { kind: 'count' } },
    firstPart: { minimum: 1, maximum: 7 },
    firstWhole: { minimum: 3, maximum: 10 },
    secondPart: { minimum: 1, maximum: 7 },
    secondWhole: { minimum: 3, maximum: 10 },
  },
  sample: (random, fixed) => {
    const [firstWhole, secondWhole] = [random.integer(3, 10), random.integer(3, 10)]
    const common = (firstWhole * secondWhole) / commonDivisor(firstWhole, secondWhole)
    return {
      total: fixed.total ?? common * random.integer(2, 24),
      firstPart: random.integer(1, firstWhole - 2),
      firstWhole,
      secondPart: random.integer(1, secondWhole - 2),
      secondWhole,
    }
  },
  possible: ({ firstPart, firstWhole, secondPart, secondWhole }) =>
    firstPart * secondWhole + secondPart * firstWhole < firstWhole * secondWhole,
  nice: ({ total, firstPart, firstWhole, secondPart, secondWhole }) =>
    firstWhole !== secondWhole &&
    (firstPart + 1) * secondWhole + (secondPart + 1) * firstWhole < firstWhole * secondWhole + 3 &&
    commonDivisor(firstPart, firstWhole) === 1 &&
    commonDivisor(secondPart, secondWhole) === 1 &&
    total % firstWhole === 0 &&
    total % secondWhole === 0,
  solve: ({ total, firstPart, firstWhole, secondPart, secondWhole }) =>
    fractionAnswer(
      total * (firstWhole * secondWhole - firstPart * secondWhole - secondPart * firstWhole),
      firstWhole * secondWhole,
    ),
  check: {
    method: 'inverse',
    accepts: ({ total, firstPart, firstWhole, secondPart, secondWhole }, answer) =>
      Math.abs(
        numericValue(answer) + (total / firstWhole) * firstPart + (total / secondWhole) * secondPart - total,
      ) < 1e-7,
  },
  wordings: [
    ({ value, text, math, story }) => {
      const place = story.pick(['choir', 'drama group', 'sports club'])
      return {
        setup: `A ${place} has ${text.total} members. To their meetings, $\\frac{${math.firstPart}}{${math.firstWhole}}$ of them come on foot, $\\frac{${math.secondPart}}{${math.secondWhole}}$ by bicycle, and all the others by tram.`,
        ask: `How many members come by tram?`,
        quantity: `the number of members of the ${place} who come by tram`,
        steps: () => twoFractionSteps(value, 'members'),
      }
    },
    ({ value, text, math, story }) => {
      const { name } = story.hero
      const things = story.pick(['pancakes', 'spring rolls', 'cookies'])
      return {
        setup: `${name} makes ${text.total} ${things} for a bazaar. In the morning $\\frac{${math.firstPart}}{${math.firstWhole}}$ of the ${things} are sold, and in the afternoon another $\\frac{${math.secondPart}}{${math.secondWhole}}$ of the original number.`,
        ask: `How many ${things} are left?`,
        quantity: `the number of ${things} that are left after the bazaar`,
        steps: () => twoFractionSteps(value, things),
      }
    },
    ({ value, text, math, story }) => {
      const fish = story.pick(['goldfish', 'carp', 'trout'])
      return {
        setup: `In a pond with ${text.total} ${fish}, $\\frac{${math.firstPart}}{${math.firstWhole}}$ are red and $\\frac{${math.secondPart}}{${math.secondWhole}}$ are white; the rest are spotted.`,
        ask: `Find the number of spotted ${fish}.`,
        quantity: `the number of spotted ${fish} in the pond`,
        steps: () => twoFractionSteps(value, fish),
      }
    },
  ],
})

function twoFractionSteps(
  {
    total,
    firstPart,
    firstWhole,
    secondPart,
    secondWhole,
  }: {
    readonly total: number
    readonly firstPart: number
    readonly firstWhole: number
    readonly secondPart: number
    readonly secondWhole: number
  },
  things: string,
): readonly string[] {
  const common = (firstWhole * secondWhole) / commonDivisor(firstWhole, secondWhole)
  const used = (common / firstWhole) * firstPart + (common / secondWhole) * secondPart
  const rest = digits(total * (common - used), common)
  return [
    `Add the fractions over the common denominator ${common}: ${firstPart}/${firstWhole} + ${secondPart}/${secondWhole} = <<${firstPart}/${firstWhole}+${secondPart}/${secondWhole}=${used}/${common}>>${used}/${common}.`,
    `What remains is 1 - ${used}/${common} = <<1-${used}/${common}=${common - used}/${common}>>${common - used}/${common} of the total.`,
    `${common - used}/${common} × ${total} = <<${common - used}/${common}*${total}=${rest}>>${rest} ${things}.`,
  ]
}

export const jointShareFamilies: readonly Family[] = [percentOfShare, percentOfRest, restAfterFractions]
