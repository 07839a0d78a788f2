import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** One choice of each of three kinds. */
const independentChoices: Family = defineFamily({
  id: 'independent-choices',
  knowledgePoints: ['multiplication-principle'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 12, link: { kind: 'count' } },
    second: { minimum: 2, maximum: 12, link: { kind: 'count' } },
    third: { minimum: 2, maximum: 12, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ first, second, third }) => first * second * third <= 400 && first !== second && second !== third,
  solve: ({ first, second, third }) => integerAnswer(first * second * third),
  check: {
    method: 'brute force',
    accepts: ({ first, second, third }, answer) => {
      let ways = 0
      for (let a = 0; a < first; a++) for (let b = 0; b < second; b++) for (let c = 0; c < third; c++) ways++
      return integerValue(answer) === ways
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} packs ${text.first} shirts, ${text.second} pairs of trousers and ${text.third} scarves for a trip.`,
        ask: `How many different outfits of one shirt, one pair of trousers and one scarf can ${name} put together?`,
        quantity: `the number of different outfits of one shirt, one pair of trousers and one scarf that ${name} can put together`,
        steps: () => choiceSteps(value),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['noodle bar', 'tapas bar', 'canteen', 'mountain inn'])
      return {
        setup: `The menu of a ${place} lists ${text.first} starters, ${text.second} main dishes and ${text.third} desserts.`,
        ask: `How many different three-course meals can a guest order?`,
        quantity: `the number of different three-course meals on the menu of the ${place}`,
        steps: () => choiceSteps(value),
      }
    },
    ({ value, text, story }) => {
      const way = story.pick(['hiking trails', 'cycle paths', 'roads'])
      return {
        setup: `There are ${text.first} ${way} from the village to the lake, ${text.second} from the lake to the pass and ${text.third} from the pass to the castle.`,
        ask: `In how many ways can one travel from the village to the castle by way of the lake and the pass?`,
        quantity: `the number of ways to travel on the ${way} from the village to the castle by way of the lake and the pass`,
        steps: () => choiceSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: `A code consists of a letter, a colour and a symbol, in this order. For the letter there are ${text.first} possibilities, for the colour ${text.second} and for the symbol ${text.third}.`,
      ask: `Find the number of codes that can be made.`,
      quantity: `the number of such codes`,
      steps: () => choiceSteps(value),
    }),
  ],
})

function choiceSteps(value: { first: number; second: number; third: number }): readonly string[] {
  const { first, second, third } = value
  return [
    `The three choices do not influence each other, so the numbers of possibilities are multiplied.`,
    `The first two choices can be made in ${first} × ${second} = ${computed(`${first}*${second}`, first * second)} ways.`,
    `Each of them goes with ${third} third choices: ${first * second} × ${third} = ${computed(`${first * second}*${third}`, first * second * third)}.`,
  ]
}

/** One choice out of separate groups. */
const separateChoices: Family = defineFamily({
  id: 'separate-choices',
  knowledgePoints: ['addition-principle'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    first: { minimum: 2, maximum: 40, link: { kind: 'count' } },
    second: { minimum: 2, maximum: 40, link: { kind: 'count' } },
    third: { minimum: 2, maximum: 40, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ first, second, third }) => first !== second && second !== third && first !== third,
  solve: ({ first, second, third }) => integerAnswer(first + second + third),
  check: {
    method: 'brute force',
    accepts: ({ first, second, third }, answer) => {
      let ways = 0
      for (const group of [first, second, third]) for (let one = 0; one < group; one++) ways++
      return integerValue(answer) === ways
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name, they } = story.hero
      return {
        setup: `${name} wants to borrow exactly one book. On the shelf ${they} finds ${text.first} novels, ${text.second} biographies and ${text.third} books of poetry.`,
        ask: `How many choices does ${name} have?`,
        quantity: `the number of books that ${name} can choose from`,
        steps: () => separateSteps(value, 'kind of book'),
      }
    },
    ({ value, text, story }) => {
      const [here, there] = story.pick([
        ['Lisbon', 'Porto'],
        ['Osaka', 'Tokyo'],
        ['Lagos', 'Abuja'],
        ['Lima', 'Cusco'],
      ] as const)
      return {
        setup: `From ${here} to ${there} there are ${text.first} buses, ${text.second} trains and ${text.third} flights a day.`,
        ask: `How many direct connections from ${here} to ${there} can a traveller choose from on one day?`,
        quantity: `the number of direct connections from ${here} to ${there} on one day`,
        steps: () => separateSteps(value, 'means of travel'),
      }
    },
    ({ value, text, story }) => {
      const club = story.pick(['rowing club', 'youth choir', 'photography club'])
      return {
        setup: `One member of a ${club} will give the opening speech: either one of the ${text.first} juniors, or one of the ${text.second} adults, or one of the ${text.third} honorary members. Nobody belongs to two of these groups.`,
        ask: `In how many ways can the speaker be chosen?`,
        quantity: `the number of ways to choose the speaker of the ${club}`,
        steps: () => separateSteps(value, 'group'),
      }
    },
  ],
})

function separateSteps(
  value: { first: number; second: number; third: number },
  group: string,
): readonly string[] {
  const { first, second, third } = value
  return [
    `Only one choice is made, and the cases (one for each ${group}) exclude each other, so the numbers are added.`,
    `${first} + ${second} + ${third} = ${computed(`${first}+${second}+${third}`, first + second + third)} possibilities.`,
  ]
}

/** Two cases, each a product. */
const routesByCases: Family = defineFamily({
  id: 'routes-by-cases',
  knowledgePoints: ['multiplication-principle', 'addition-principle'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    in1: { minimum: 2, maximum: 12, link: { kind: 'count' } },
    out1: { minimum: 2, maximum: 12, link: { kind: 'count' } },
    in2: { minimum: 2, maximum: 12, link: { kind: 'count' } },
    out2: { minimum: 2, maximum: 12, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ in1, out1, in2, out2 }) => in1 * out1 !== in2 * out2 && in1 * out1 + in2 * out2 <= 150,
  solve: ({ in1, out1, in2, out2 }) => integerAnswer(in1 * out1 + in2 * out2),
  check: {
    method: 'brute force',
    accepts: ({ in1, out1, in2, out2 }, answer) => {
      const routes = new Set<string>()
      for (let a = 0; a < in1; a++) for (let b = 0; b < out1; b++) routes.add(`north ${a} ${b}`)
      for (let a = 0; a < in2; a++) for (let b = 0; b < out2; b++) routes.add(`south ${a} ${b}`)
      return isFraction(answer, routes.size)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [one, two] = story.pick([
        ['Hillside', 'Riverbank'],
        ['Oakham', 'Fernley'],
        ['Bluewater', 'Stonegate'],
      ] as const)
      return {
        setup: `A courier drives from the depot to the harbour, passing through either ${one} or ${two}. There are ${text.in1} roads from the depot to ${one} and ${text.out1} roads from ${one} to the harbour, while ${text.in2} roads lead from the depot to ${two} and ${text.out2} roads from ${two} to the harbour.`,
        ask: `How many different routes can the courier take?`,
        quantity: `the number of different routes that the courier can take from the depot to the harbour`,
        steps: () => caseSteps(value, one, two),
      }
    },
    ({ value, text, story }) => {
      const place = story.pick(['railway café', 'beach kiosk', 'museum café'])
      return {
        setup: `At a ${place}, breakfast is either a warm or a cold set. The warm set combines one of ${text.in1} soups with one of ${text.out1} breads; the cold set combines one of ${text.in2} salads with one of ${text.out2} juices.`,
        ask: `How many different sets can be ordered?`,
        quantity: `the number of different breakfast sets of the ${place}`,
        steps: () => caseSteps(value, 'the warm set', 'the cold set'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} sends a signal that consists either of a flag and a whistle or of a lamp and a drum. There are ${text.in1} flags and ${text.out1} whistles as well as ${text.in2} lamps and ${text.out2} drums to choose from, all different.`,
        ask: `How many different signals are possible?`,
        quantity: `the number of different signals that ${name} can send`,
        steps: () => caseSteps(value, 'a flag and a whistle', 'a lamp and a drum'),
      }
    },
  ],
})

function caseSteps(
  value: { in1: number; out1: number; in2: number; out2: number },
  one: string,
  two: string,
): readonly string[] {
  const [north, south] = [value.in1 * value.out1, value.in2 * value.out2]
  return [
    `Split into two cases that cannot both happen; inside a case the choices are multiplied.`,
    `Case one, ${one}: ${value.in1} × ${value.out1} = ${computed(`${value.in1}*${value.out1}`, north)} possibilities.`,
    `Case two, ${two}: ${value.in2} × ${value.out2} = ${computed(`${value.in2}*${value.out2}`, south)} possibilities.`,
    `Adding the cases gives ${north} + ${south} = ${computed(`${north}+${south}`, north + south)}.`,
  ]
}

/** Three places, at least one of them special. */
const atLeastOneSpecial: Family = defineFamily({
  id: 'at-least-one-special',
  knowledgePoints: ['complementary-counting'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    all: { minimum: 4, maximum: 12, link: { kind: 'count' } },
    special: { minimum: 2, maximum: 6, link: { kind: 'count' } },
  },
  possible: ({ all, special }) => special < all,
  nice: ({ all, special }) => all - special >= 2 && all ** 3 - (all - special) ** 3 <= 600,
  solve: ({ all, special }) => integerAnswer(all ** 3 - (all - special) ** 3),
  check: {
    method: 'brute force',
    accepts: ({ all, special }, answer) => {
      let count = 0
      for (let a = 0; a < all; a++)
        for (let b = 0; b < all; b++)
          for (let c = 0; c < all; c++) if (a < special || b < special || c < special) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const lock = story.pick(['bicycle lock', 'suitcase lock', 'locker'])
      return {
        setup: `The code of a ${lock} consists of three symbols in a row. Each place takes one of ${text.all} symbols, of which ${text.special} are red and the others black; symbols may repeat.`,
        ask: `How many codes contain at least one red symbol?`,
        quantity: `the number of codes of the ${lock} with at least one red symbol`,
        steps: () => complementSteps(value, ['codes', 'symbols', 'red symbol']),
      }
    },
    ({ value, text, story }) => {
      const { name, their } = story.hero
      const [does, item, kind] = story.pick([
        ['listens to one album', 'album', 'jazz'],
        ['watches one film', 'film', 'French'],
        ['cooks one dish', 'dish', 'vegetarian'],
      ] as const)
      const items = item === 'dish' ? 'dishes' : `${item}s`
      return {
        setup: `On each of three days ${name} ${does} from ${their} list of ${text.all} ${items}, and ${text.special} of these are ${kind} ${items}. The same ${item} may be chosen on several days.`,
        ask: `In how many ways can ${name} choose the ${items} for the three days so that at least one of them is a ${kind} ${item}?`,
        quantity: `the number of ways ${name} can choose the ${items} for the three days so that at least one of them is a ${kind} ${item}`,
        steps: () => complementSteps(value, ['plans', items, `${kind} ${item}`]),
      }
    },
    ({ value, text }) => ({
      setup: `The alphabet of an invented language consists of ${text.all} letters, and ${text.special} of these letters are vowels. Any string of three letters is a word, and letters may be repeated.`,
      ask: `How many words contain at least one vowel?`,
      quantity: `the number of words of the invented language with at least one vowel`,
      steps: () => complementSteps(value, ['words', 'letters', 'vowel']),
    }),
  ],
})

function complementSteps(
  value: { all: number; special: number },
  [wholes, parts, special]: readonly [string, string, string],
): readonly string[] {
  const other = value.all - value.special
  const [total, without] = [value.all ** 3, other ** 3]
  return [
    `Count all the ${wholes} and subtract those without a ${special}.`,
    `Each of the three places can be filled in ${value.all} ways, so in all there are ${value.all} × ${value.all} × ${value.all} = ${computed(`${value.all}^3`, total)} ${wholes}.`,
    `Without a ${special} only ${value.all} - ${value.special} = ${computed(`${value.all}-${value.special}`, other)} ${parts} can be used, which gives ${other} × ${other} × ${other} = ${computed(`${other}^3`, without)} ${wholes}.`,
    `So ${total} - ${without} = ${computed(`${total}-${without}`, total - without)} ${wholes} contain at least one ${special}.`,
  ]
}

export const countingPrincipleFamilies: readonly Family[] = [
  independentChoices,
  separateChoices,
  routesByCases,
  atLeastOneSpecial,
]
