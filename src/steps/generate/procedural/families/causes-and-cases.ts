import { fractionAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Share in percent over two sources. */
const overTwoSources: Family = defineFamily({
  id: 'chance-over-two-sources',
  knowledgePoints: ['law-of-total-probability'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    share: { minimum: 10, maximum: 90, step: 5, link: { kind: 'percent' } },
    first: { minimum: 5, maximum: 90, step: 5, link: { kind: 'percent' } },
    second: { minimum: 5, maximum: 90, step: 5, link: { kind: 'percent' } },
  },
  possible: ({ share }) => share < 100,
  nice: ({ share, first, second }) =>
    (share * first + (100 - share) * second) % 100 === 0 &&
    new Set([share, first, second]).size === 3 &&
    share !== 50,
  solve: ({ share, first, second }) => fractionAnswer(share * first + (100 - share) * second, 100),
  check: {
    method: 'brute force',
    // A hundred cases of the first step, each with a hundred of the second.
    accepts: ({ share, first, second }, answer) => {
      let hits = 0
      for (let a = 0; a < 100; a++) for (let b = 0; b < 100; b++) if (b < (a < share ? first : second)) hits++
      return isFraction(answer, hits, 100)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name, they } = story.hero
      return {
        setup: `The probability of rain tomorrow is ${text.share} percent. If it rains, ${name} goes to the museum with probability ${text.first} percent; if it stays dry, ${they} goes there with probability ${text.second} percent.`,
        ask: `What is the probability, in percent, that ${name} goes to the museum tomorrow?`,
        quantity: `the probability, in percent, that ${name} goes to the museum tomorrow`,
        steps: () => totalSteps(value),
      }
    },
    ({ value, text, story }) => {
      const fruit = story.pick(['apples', 'tomatoes', 'oranges'])
      return {
        setup: `A shop gets ${text.share} percent of its ${fruit} from a local farm and the rest from abroad. Of the local ${fruit} ${text.first} percent are organic, and of those from abroad ${text.second} percent.`,
        ask: `Find the percentage of organic ${fruit} in the shop.`,
        quantity: `the percentage of organic ${fruit} in the shop`,
        steps: () => totalSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `For events G and H it is known that $P(H) = ${math.share}\\%$, that G has the conditional probability $${math.first}\\%$ given H, and that G has the conditional probability $${math.second}\\%$ given the complement of H.`,
      ask: `What is $P(G)$ in percent?`,
      quantity: `the probability $P(G)$ in percent`,
      steps: () => totalSteps(value),
    }),
  ],
})

function totalSteps(value: { share: number; first: number; second: number }): readonly string[] {
  const { share, first, second } = value
  const rest = 100 - share
  const [a, b] = [(share * first) / 100, (rest * second) / 100]
  return [
    `By the law of total probability add the two branches, each weighted with its probability.`,
    `First branch: ${share} × ${first} ÷ 100 = ${computed(`${share}*${first}/100`, a)} percent.`,
    `The other branch has 100 - ${share} = ${computed(`100-${share}`, rest)} percent: ${rest} × ${second} ÷ 100 = ${computed(`${rest}*${second}/100`, b)} percent.`,
    `In all the probability is ${a} + ${b} = ${computed(`${a}+${b}`, a + b)} percent.`,
  ]
}

/** Which source a faulty thing came from. */
const fromWhichSource: Family = defineFamily({
  id: 'source-of-a-faulty-one',
  knowledgePoints: ['bayes-theorem'],
  level: 4,
  result: { kind: 'number' },
  givens: {
    share: { minimum: 10, maximum: 90, step: 5, link: { kind: 'percent' } },
    first: { minimum: 1, maximum: 20, link: { kind: 'percent' } },
    second: { minimum: 1, maximum: 20, link: { kind: 'percent' } },
  },
  possible: ({ share, first, second }) => share < 100 && first !== second,
  nice: ({ share, first, second }) =>
    (100 * share * first) % (share * first + (100 - share) * second) === 0 && share !== 50,
  solve: ({ share, first, second }) =>
    fractionAnswer(100 * share * first, share * first + (100 - share) * second),
  check: {
    method: 'brute force',
    accepts: ({ share, first, second }, answer) => {
      let [faulty, faultyFirst] = [0, 0]
      for (let a = 0; a < 100; a++)
        for (let b = 0; b < 100; b++)
          if (b < (a < share ? first : second)) {
            faulty++
            if (a < share) faultyFirst++
          }
      return isFraction(answer, 100 * faultyFirst, faulty)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [things, thing] = story.pick([
        ['screws', 'screw'],
        ['bulbs', 'bulb'],
        ['bottles', 'bottle'],
      ] as const)
      return {
        setup: `Machine A makes ${text.share} percent of the ${things} of a factory, and machine B makes the others. Of the ${things} from machine A ${text.first} percent are faulty, and of those from machine B ${text.second} percent. A ${thing} picked at random turns out to be faulty.`,
        ask: `What is the probability, in percent, that it comes from machine A?`,
        quantity: `the probability, in percent, that the faulty ${thing} comes from machine A`,
        steps: () => bayesSteps(value, ['Machine A', 'machine B', `faulty ${things}`]),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `On ${text.share} percent of all mornings ${name} takes the tram, otherwise the bus. By tram ${name} arrives late with probability ${text.first} percent and by bus with probability ${text.second} percent. This morning ${name} is late.`,
        ask: `With what probability, in percent, did ${name} take the tram?`,
        quantity: `the probability, in percent, that ${name} took the tram this morning`,
        steps: () => bayesSteps(value, ['The tram', 'the bus', 'late arrivals']),
      }
    },
    ({ value, math }) => ({
      setup: `For events R and S let $P(R) = ${math.share}\\%$, $P(S \\mid R) = ${math.first}\\%$ and $P(S \\mid \\overline{R}) = ${math.second}\\%$.`,
      ask: `Find $P(R \\mid S)$ in percent.`,
      quantity: `the conditional probability $P(R \\mid S)$ in percent`,
      steps: () => bayesSteps(value, ['The event R', 'its complement', 'cases in which S happens']),
    }),
  ],
})

function bayesSteps(
  value: { share: number; first: number; second: number },
  [source, other, cases]: readonly [string, string, string],
): readonly string[] {
  const { share, first, second } = value
  const rest = 100 - share
  const [a, b] = [share * first, rest * second]
  return [
    `Imagine ten thousand cases. ${source} leads to ${share} × ${first} = ${computed(`${share}*${first}`, a)} ${cases}.`,
    `With 100 - ${share} = ${computed(`100-${share}`, rest)} percent, ${other} leads to ${rest} × ${second} = ${computed(`${rest}*${second}`, b)} ${cases}.`,
    `By Bayes’ theorem the probability asked for is ${a} ÷ (${a} + ${b}) × 100 = ${computed(`${a}/(${a}+${b})*100`, (100 * a) / (a + b))} percent.`,
  ]
}

export const causeAndCaseFamilies: readonly Family[] = [overTwoSources, fromWhichSource]
