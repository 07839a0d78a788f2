import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { binomialStep, choose } from './counting-numbers.ts'
import { dollars, dollarText } from './everyday-text.ts'
import { worked } from './worked.ts'

/** Mean win of a wheel of fortune. */
const wheelOfFortune: Family = defineFamily({
  id: 'expected-win',
  knowledgePoints: ['expected-value'],
  level: 3,
  result: dollars,
  answerStyle: 'money',
  givens: {
    all: { minimum: 8, maximum: 60, link: { kind: 'count' } },
    large: { minimum: 2, maximum: 20, link: { kind: 'count' } },
    largePrize: { minimum: 5, maximum: 60, link: dollars },
    small: { minimum: 2, maximum: 30, link: { kind: 'count' } },
    smallPrize: { minimum: 2, maximum: 30, link: dollars },
  },
  sample: (random, fixed) => {
    const all = fixed.all ?? random.pick([16, 20, 24, 40, 60])
    const large = fixed.large ?? random.integer(2, 4)
    return {
      all,
      large,
      largePrize: fixed.largePrize ?? random.integer(5, 60),
      small: fixed.small ?? random.integer(2, Math.max(2, Math.min(12, Math.floor(all / 2) - large))),
      smallPrize: fixed.smallPrize ?? random.integer(2, 30),
    }
  },
  possible: ({ all, large, small }) => large + small < all,
  nice: ({ all, large, largePrize, small, smallPrize }) =>
    ((large * largePrize + small * smallPrize) * 100) % (all * 25) === 0 &&
    largePrize > smallPrize &&
    2 * (large + small) <= all &&
    large !== small,
  solve: ({ all, large, largePrize, small, smallPrize }) =>
    fractionAnswer(large * largePrize + small * smallPrize, all),
  check: {
    method: 'simulation',
    // Let every sector come up once.
    accepts: ({ all, large, largePrize, small, smallPrize }, answer) => {
      let won = 0
      for (let sector = 0; sector < all; sector++)
        won += sector < large ? largePrize : sector < large + small ? smallPrize : 0
      return isFraction(answer, won, all)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const event = story.pick(['fair', 'school party', 'village festival'])
      return {
        setup: `A wheel of fortune at a ${event} has ${text.all} equal sectors. It pays ${dollarText(text.largePrize)} on ${text.large} of the sectors, ${dollarText(text.smallPrize)} on another ${text.small} of them, and nothing on the rest.`,
        ask: `What is the expected win, in dollars, of one spin?`,
        quantity: `the expected win, in dollars, of one spin of the wheel`,
        steps: () => winSteps(value, 'sectors'),
      }
    },
    ({ value, text, story }) => {
      const cause = story.pick(['dog shelter', 'new playground', 'lifeboat station'])
      return {
        setup: `For the benefit of a ${cause}, ${text.all} raffle tickets are sold. Prizes of ${dollarText(text.largePrize)} go to ${text.large} tickets and prizes of ${dollarText(text.smallPrize)} to ${text.small} other tickets, while the remaining tickets win nothing.`,
        ask: `Find the expected prize of a ticket in dollars.`,
        quantity: `the expected prize of a raffle ticket in dollars`,
        steps: () => winSteps(value, 'tickets'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} draws one of ${text.all} sealed envelopes. There is a voucher for ${dollarText(text.smallPrize)} in ${text.small} envelopes, a voucher for ${dollarText(text.largePrize)} in ${text.large} envelopes, and a mere greeting card in each of the others.`,
        ask: `What amount in dollars can ${name} expect on average?`,
        quantity: `the amount in dollars that ${name} can expect on average`,
        steps: () => winSteps(value, 'envelopes'),
      }
    },
  ],
})

function winSteps(
  value: { all: number; large: number; largePrize: number; small: number; smallPrize: number },
  what: string,
): readonly string[] {
  const { all, large, largePrize, small, smallPrize } = value
  const [a, b] = [large * largePrize, small * smallPrize]
  return [
    `The expected value is each amount times its probability, added up; with ${all} equally likely ${what} that is the total of all amounts divided by ${all}.`,
    `${large} × ${largePrize} = ${computed(`${large}*${largePrize}`, a)} and ${small} × ${smallPrize} = ${computed(`${small}*${smallPrize}`, b)} dollars.`,
    `(${a} + ${b}) ÷ ${all} = ${computed(`(${a}+${b})/${all}`, (a + b) / all)} dollars.`,
  ]
}

/** Variance of three equally likely values. */
const varianceOfThree: Family = defineFamily({
  id: 'variance-of-three-values',
  knowledgePoints: ['variance-of-a-random-variable'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    a: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    b: { minimum: 2, maximum: 30, link: { kind: 'number' } },
    c: { minimum: 2, maximum: 30, link: { kind: 'number' } },
  },
  possible: ({ a, b, c }) => new Set([a, b, c]).size === 3,
  nice: ({ a, b, c }) => (a + b + c) % 3 === 0 && (3 * (a * a + b * b + c * c) - (a + b + c) ** 2) % 9 === 0,
  solve: ({ a, b, c }) => fractionAnswer(3 * (a * a + b * b + c * c) - (a + b + c) ** 2, 9),
  check: {
    method: 'brute force',
    // Half the mean squared distance of two independent copies.
    accepts: ({ a, b, c }, answer) => {
      let squares = 0
      for (const one of [a, b, c]) for (const other of [a, b, c]) squares += (one - other) ** 2
      return isFraction(answer, squares, 18)
    },
  },
  wordings: [
    ({ value, math }) => ({
      setup: `A random variable $X$ takes the values $${math.a}$, $${math.b}$ and $${math.c}$, each with the same probability.`,
      ask: `What is the variance of $X$?`,
      quantity: `the variance of the random variable $X$`,
      steps: () => varianceSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `A spinner has three equal sectors with the numbers ${text.a}, ${text.b} and ${text.c}. ${name} spins it once.`,
        ask: `Find the variance of the number that comes up.`,
        quantity: `the variance of the number that comes up on ${name}’s spinner`,
        steps: () => varianceSteps(value),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['harbour', 'ferry terminal', 'border crossing'])
      return {
        setup: `The waiting time at a ${place} is ${text.a}, ${text.b} or ${text.c} minutes, and these three cases are equally likely.`,
        ask: `How large is the variance of the waiting time measured in minutes?`,
        quantity: `the variance of the waiting time at the ${place} measured in minutes`,
        steps: () => varianceSteps(value),
      }
    },
  ],
})

function varianceSteps(value: { a: number; b: number; c: number }): readonly string[] {
  const { a, b, c } = value
  const mean = (a + b + c) / 3
  const squares = [a, b, c].map((one) => (one - mean) ** 2)
  return [
    `The expected value is ${worked(`(${a}+${b}+${c})/3`, mean)}.`,
    `The variance is the expected squared distance from it. The squared distances are ${[a, b, c].map((one, place) => worked(`(${one}-${mean})^2`, squares[place] as number)).join(', ')}.`,
    `Their mean is ${worked(`(${squares.join('+')})/3`, squares.reduce((total, one) => total + one, 0) / 3)}.`,
  ]
}

/** Exactly so many heads, compared with all heads. */
const headsCompared: Family = defineFamily({
  id: 'heads-compared-with-all-heads',
  knowledgePoints: ['binomial-distribution'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    tosses: { minimum: 4, maximum: 16, link: { kind: 'count' } },
    heads: { minimum: 2, maximum: 12, link: { kind: 'count' } },
  },
  possible: ({ tosses, heads }) => heads <= tosses,
  nice: ({ tosses, heads }) => heads < tosses && choose(tosses, heads) <= 600,
  solve: ({ tosses, heads }) => integerAnswer(choose(tosses, heads)),
  check: {
    method: 'simulation',
    // Chances after each toss, counted in equally likely sequences.
    accepts: ({ tosses, heads }, answer) => {
      let ways = [1]
      for (let toss = 0; toss < tosses; toss++)
        ways = Array.from({ length: ways.length + 1 }, (_, got) => (ways[got] ?? 0) + (ways[got - 1] ?? 0))
      return isFraction(answer, ways[heads] as number, ways[tosses] as number)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} tosses a fair coin ${text.tosses} times.`,
        ask: `How many times as likely is it to get exactly ${text.heads} heads as to get heads every time?`,
        quantity: `the factor by which exactly ${text.heads} heads is more likely than heads every time`,
        steps: () => headsSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `The random variable $Y$ has the binomial distribution with $${math.tosses}$ trials and success probability one half.`,
      ask: `How many times as large as the probability that all the trials succeed is $P(Y = ${math.heads})$?`,
      quantity: `the quotient of $P(Y = ${math.heads})$ and the probability that all the trials succeed`,
      steps: () => headsSteps(value),
    }),
    ({ value, text, story }) => {
      const event = story.pick(['a true-false quiz', 'a yes-or-no test', 'a true-or-false exam'])
      return {
        setup: `Someone answers all ${text.tosses} questions of ${event} by guessing.`,
        ask: `How many times as large as the chance of a perfect result is the chance of exactly ${text.heads} correct answers?`,
        quantity: `the quotient of the chance of exactly ${text.heads} correct answers and the chance of a perfect result`,
        steps: () => headsSteps(value),
      }
    },
  ],
})

function headsSteps(value: { tosses: number; heads: number }): readonly string[] {
  const { tosses, heads } = value
  const ways = choose(tosses, heads)
  return [
    `Every single sequence of ${tosses} results has the same probability, $\\frac{1}{2^{${tosses}}}$.`,
    `Exactly ${heads} successes happen in ${binomialStep(tosses, heads)} sequences, all successes in just one.`,
    `So the first probability is ${ways} times as large as the second: ${ways} ÷ 1 = ${computed(`${ways}/1`, ways)}.`,
  ]
}

/** A part of a segment. */
const partOfSegment: Family = defineFamily({
  id: 'part-from-geometric-probability',
  knowledgePoints: ['geometric-probability'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    whole: { minimum: 12, maximum: 240, link: { kind: 'number' } },
    top: { minimum: 1, maximum: 9 },
    bottom: { minimum: 3, maximum: 12 },
  },
  possible: ({ top, bottom }) => top < bottom,
  nice: ({ whole, top, bottom }) =>
    whole % bottom === 0 &&
    [2, 3, 4, 5, 6].every((d) => top % d !== 0 || bottom % d !== 0) &&
    !(top % 7 === 0 && bottom % 7 === 0),
  solve: ({ whole, top, bottom }) => fractionAnswer(whole * top, bottom),
  check: {
    method: 'inverse',
    // The part over the whole is the stated probability.
    accepts: ({ whole, top, bottom }, answer) => Math.abs(numericValue(answer) / whole - top / bottom) < 1e-9,
  },
  wordings: [
    ({ value, text, math, story }) => {
      const thing = story.pick(['pole', 'wooden bar', 'cable'])
      return {
        setup: `A ${thing} ${text.whole} cm long is painted green along one piece and white along the rest. A point of the ${thing}, chosen at random, lies on the green piece with probability $\\frac{${math.top}}{${math.bottom}}$.`,
        ask: `How many centimetres long is the green piece?`,
        quantity: `the length in centimetres of the green piece of the ${thing}`,
        steps: () => partSteps(value, 'length'),
      }
    },
    ({ value, text, math, story }) => {
      const field = story.pick(['lawn', 'roof', 'market square'])
      return {
        setup: `A raindrop falls on a ${field} with an area of ${text.whole} square metres, every point being equally likely. It hits the shaded part with probability $\\frac{${math.top}}{${math.bottom}}$.`,
        ask: `What is the area of the shaded part in square metres?`,
        quantity: `the area of the shaded part of the ${field} in square metres`,
        steps: () => partSteps(value, 'area'),
      }
    },
    ({ value, text, math, story }) => {
      const { name } = story.hero
      return {
        setup: `A radio station repeats the same programme of ${text.whole} minutes all day, and music fills one stretch of it. When ${name} switches on the radio at a random moment, there is music with probability $\\frac{${math.top}}{${math.bottom}}$.`,
        ask: `How many minutes of music are there in the programme?`,
        quantity: `the number of minutes of music in the radio station’s programme`,
        steps: () => partSteps(value, 'time'),
      }
    },
  ],
})

function partSteps(value: { whole: number; top: number; bottom: number }, what: string): readonly string[] {
  const { whole, top, bottom } = value
  const part = whole / bottom
  return [
    `With all points equally likely, the probability is the ${what} of the part divided by the whole ${what}.`,
    `The part is $\\frac{${top}}{${bottom}}$ of ${whole}: ${whole} × ${top} ÷ ${bottom} = ${computed(`${whole}*${top}/${bottom}`, part * top)}.`,
  ]
}

export const randomVariableFamilies: readonly Family[] = [
  wheelOfFortune,
  varianceOfThree,
  headsCompared,
  partOfSegment,
]
