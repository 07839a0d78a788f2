import { integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { integerRoot } from './whole-numbers.ts'

/** How many teams, from the number of games. */
const teamsFromGames: Family = defineFamily({
  id: 'teams-from-games',
  knowledgePoints: ['handshakes-and-tournaments'],
  level: 3,
  result: { kind: 'count' },
  givens: { games: { minimum: 6, maximum: 210, link: { kind: 'count' } } },
  sample: (random, fixed) => {
    const teams = random.integer(4, 21)
    return { games: fixed.games ?? (teams * (teams - 1)) / 2 }
  },
  possible: ({ games }) =>
    Number.isInteger(teamsFor(games)) && teamsFor(games) * (teamsFor(games) - 1) === 2 * games,
  solve: ({ games }) => integerAnswer(teamsFor(games)),
  check: {
    method: 'inverse',
    accepts: ({ games }, answer) => {
      const teams = numericValue(answer)
      let played = 0
      for (let one = 1; one < teams; one++) played += one
      return teams > 1 && Number.isInteger(teams) && played === games
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const sport = story.pick(['rugby', 'basketball', 'water polo'])
      return {
        setup: `In a ${sport} tournament ${text.games} games are played, and every two teams meet exactly once.`,
        ask: `How many teams take part?`,
        quantity: `the number of teams in the ${sport} tournament`,
        steps: () => teamSteps(value.games, 'teams', 'games'),
      }
    },
    ({ value, text, story }) => {
      const party = story.pick(['birthday party', 'housewarming', 'farewell dinner'])
      return {
        setup: `Before a meal everybody at a ${party} clinks glasses once with everybody else. The clink of two glasses is heard ${text.games} times.`,
        ask: `How many people are at the table?`,
        quantity: `the number of people at the ${party}`,
        steps: () => teamSteps(value.games, 'people', 'clinks'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `At a chess evening each pair of players plays one game. ${name} writes down the results of all ${text.games} games.`,
        ask: `Find the number of players at the chess evening.`,
        quantity: `the number of players at the chess evening`,
        steps: () => teamSteps(value.games, 'players', 'games'),
      }
    },
  ],
})

/** n with n(n - 1) / 2 closest to the given number of pairs. */
function teamsFor(pairs: number): number {
  return (1 + integerRoot(1 + 8 * pairs)) / 2
}

function teamSteps(games: number, who: string, what: string): readonly string[] {
  const teams = teamsFor(games)
  return [
    `Each pair gives one of the ${games} ${what}, and each of the ${who} is paired with all the others, which counts every pair twice.`,
    `So the number of ${who} times the next smaller number is 2 × ${games} = ${computed(`2*${games}`, 2 * games)}.`,
    `Two neighbouring integers with this product are ${teams} and ${teams - 1}, since ${teams} × ${teams - 1} = ${computed(`${teams}*${teams - 1}`, 2 * games)}. So there are ${teams} ${who}.`,
  ]
}

/** Multiples between two bounds. */
const multiplesBetween: Family = defineFamily({
  id: 'multiples-between',
  knowledgePoints: ['number-of-terms'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    low: { minimum: 10, maximum: 150, link: { kind: 'number' } },
    high: { minimum: 40, maximum: 600, link: { kind: 'number' } },
    divisor: { minimum: 3, maximum: 15, link: { kind: 'number' } },
  },
  possible: ({ low, high, divisor }) => low < high && Math.floor(high / divisor) * divisor > low,
  nice: ({ low, high, divisor }) => high - low >= 4 * divisor && low > divisor && low % divisor !== 0,
  solve: ({ low, high, divisor }) =>
    integerAnswer(Math.floor(high / divisor) - Math.floor((low - 1) / divisor)),
  check: {
    method: 'brute force',
    accepts: ({ low, high, divisor }, answer) => {
      let count = 0
      for (let whole = low; whole <= high; whole++) if (whole % divisor === 0) count++
      return isFraction(answer, count)
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: '',
      ask: `How many multiples of ${text.divisor} are there from ${text.low} to ${text.high} inclusive?`,
      quantity: `the number of multiples of ${text.divisor} from ${text.low} to ${text.high} inclusive`,
      steps: () => betweenSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} looks at all the integers that are at least ${text.low} and at most ${text.high} and circles each of them that leaves no remainder on division by ${text.divisor}.`,
        ask: `How many integers does ${name} circle?`,
        quantity: `the number of integers that ${name} circles`,
        steps: () => betweenSteps(value),
      }
    },
    ({ value, text, story }) => {
      const thing = story.pick(['hydrant', 'street lamp', 'letter box'])
      return {
        setup: `The houses of a long street are numbered in order, and there is a ${thing} in front of every house whose number is a multiple of ${text.divisor}. A worker checks the stretch from house number ${text.low} to house number ${text.high}, both included.`,
        ask: `In front of how many of these houses is there a ${thing}?`,
        quantity: `the number of houses on the checked stretch with a ${thing} in front`,
        steps: () => betweenSteps(value),
      }
    },
  ],
})

function betweenSteps(value: { low: number; high: number; divisor: number }): readonly string[] {
  const { low, high, divisor } = value
  const [first, last] = [Math.ceil(low / divisor), Math.floor(high / divisor)]
  return [
    `The first multiple is ${first} × ${divisor} = ${computed(`${first}*${divisor}`, first * divisor)}, and the last one is ${last} × ${divisor} = ${computed(`${last}*${divisor}`, last * divisor)}.`,
    `They are evenly spaced, so count the factors from ${first} to ${last}: ${last} - ${first} + 1 = ${computed(`${last}-${first}+1`, last - first + 1)}.`,
  ]
}

export const countingBackwardsFamilies: readonly Family[] = [teamsFromGames, multiplesBetween]
