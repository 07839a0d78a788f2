import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { worked } from './worked.ts'

/** Trees on both sides, at both ends. */
const treesAlongRoad: Family = defineFamily({
  id: 'trees-along-a-road',
  knowledgePoints: ['tree-planting-intervals'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    length: { minimum: 30, maximum: 600, link: { kind: 'length', unit: 'm' } },
    spacing: { minimum: 2, maximum: 30, link: { kind: 'length', unit: 'm' } },
  },
  sample: (random, fixed) => {
    const spacing = fixed.spacing ?? random.integer(2, 25)
    return { spacing, length: fixed.length ?? spacing * random.integer(6, 40) }
  },
  possible: ({ length, spacing }) => length % spacing === 0 && length > spacing,
  nice: ({ length, spacing }) => length >= 4 * spacing,
  solve: ({ length, spacing }) => fractionAnswer(length + spacing, spacing),
  check: {
    method: 'simulation',
    accepts: ({ length, spacing }, answer) => {
      let trees = 0
      for (let place = 0; place <= length; place += spacing) trees++
      return isFraction(answer, trees)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const trees = story.pick(['lime trees', 'plane trees', 'palm trees'])
      return {
        setup: `Along one side of a straight road that is ${text.length} m long, ${trees} are planted at intervals of ${text.spacing} m, with a tree at each end of the road.`,
        ask: `How many ${trees} are planted?`,
        quantity: `the number of ${trees} that are planted along the road`,
        steps: () => treeSteps(value, 'trees'),
      }
    },
    ({ value, text, story }) => {
      const event = story.pick(['parade', 'relay race', 'sack race'])
      return {
        setup: `For a ${event}, flags are put up in a straight line from the start to the finish, both included. Neighbouring flags are ${text.spacing} m apart, and start and finish are ${text.length} m apart.`,
        ask: `How many flags are needed?`,
        quantity: `the number of flags that are needed for the ${event}`,
        steps: () => treeSteps(value, 'flags'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} builds a straight fence of ${text.length} m. The posts stand ${text.spacing} m apart, the first one at the beginning and the last one at the end of the fence.`,
        ask: `Find the number of posts.`,
        quantity: `the number of posts in ${name}’s fence`,
        steps: () => treeSteps(value, 'posts'),
      }
    },
  ],
})

function treeSteps(value: { length: number; spacing: number }, things: string): readonly string[] {
  const { length, spacing } = value
  const gaps = length / spacing
  return [
    `First count the gaps between the ${things}: ${length} ÷ ${spacing} = ${computed(`${length}/${spacing}`, gaps)}.`,
    `With one at each end there is one more than there are gaps: ${gaps} + 1 = ${computed(`${gaps}+1`, gaps + 1)} ${things}.`,
  ]
}

/** Two people in a line. */
const twoInALine: Family = defineFamily({
  id: 'two-people-in-a-line',
  knowledgePoints: ['queues-and-positions'],
  level: 1,
  result: { kind: 'count' },
  givens: {
    ahead: { minimum: 2, maximum: 60, link: { kind: 'count' } },
    between: { minimum: 2, maximum: 40, link: { kind: 'count' } },
    behind: { minimum: 2, maximum: 60, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ ahead, between, behind }) => new Set([ahead, between, behind]).size === 3,
  solve: ({ ahead, between, behind }) => integerAnswer(ahead + between + behind + 2),
  check: {
    method: 'simulation',
    accepts: ({ ahead, between, behind }, answer) => {
      const line: string[] = []
      for (let one = 0; one < ahead; one++) line.push('ahead')
      line.push('first')
      for (let one = 0; one < between; one++) line.push('between')
      line.push('second')
      for (let one = 0; one < behind; one++) line.push('behind')
      return isFraction(answer, line.length)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      const friend = story.person().name
      const place = story.pick(['bakery', 'ticket counter', 'theatre'])
      return {
        setup: `In the queue at a ${place}, ${text.ahead} people stand in front of ${name}, and ${text.behind} people stand behind ${friend}. ${friend} stands somewhere behind ${name}, with ${text.between} people between them.`,
        ask: `How many people are in the queue?`,
        quantity: `the number of people in the queue at the ${place}`,
        steps: () => lineSteps(value, name, friend),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = story.pick([
        ['a cookbook', 'an atlas'],
        ['a songbook', 'a dictionary'],
      ] as const)
      const [first, second] = [one.replace(/^an? /, 'the '), other.replace(/^an? /, 'the ')]
      return {
        setup: `On a shelf ${one} stands to the left of ${other}. There are ${text.ahead} books to the left of ${first}, ${text.between} books between the two, and ${text.behind} books to the right of ${second}.`,
        ask: `How many books are on the shelf?`,
        quantity: `the number of books on the shelf`,
        steps: () => lineSteps(value, first, second),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = [story.person().name, story.person().name]
      return {
        setup: `The runners of a race reach the finish one by one. ${one} comes in after ${text.ahead} others; then another ${text.between} runners finish before ${other} does. After ${other} there are ${text.behind} more runners.`,
        ask: `Find the number of runners in the race.`,
        quantity: `the number of runners in the race`,
        steps: () => lineSteps(value, one, other),
      }
    },
  ],
})

function lineSteps(
  value: { ahead: number; between: number; behind: number },
  one: string,
  other: string,
): readonly string[] {
  const { ahead, between, behind } = value
  const others = ahead + between + behind
  return [
    `Besides ${one} and ${other} there are three groups: those before, those between and those after.`,
    `The three groups have ${ahead} + ${between} + ${behind} = ${computed(`${ahead}+${between}+${behind}`, others)}.`,
    `With ${one} and ${other} there are ${others} + 2 = ${computed(`${others}+2`, others + 2)}.`,
  ]
}

/** Digits for the page numbers of a book. */
const digitsOfPages: Family = defineFamily({
  id: 'digits-of-page-numbers',
  knowledgePoints: ['page-numbering'],
  level: 2,
  result: { kind: 'number' },
  givens: { pages: { minimum: 12, maximum: 240, link: { kind: 'number' } } },
  possible: ({ pages }) => pages >= 10,
  solve: ({ pages }) => integerAnswer(pages < 100 ? 9 + 2 * (pages - 9) : 189 + 3 * (pages - 99)),
  check: {
    method: 'brute force',
    accepts: ({ pages }, answer) => {
      let digits = 0
      for (let page = 1; page <= pages; page++) digits += `${page}`.length
      return isFraction(answer, digits)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const book = story.pick(['novel', 'travel diary', 'textbook'])
      return {
        setup: `The pages of a ${book} are numbered in order from one to ${text.pages}.`,
        ask: `How many digits are printed for all the page numbers?`,
        quantity: `the number of digits printed for all the page numbers of the ${book}`,
        steps: () => pageSteps(value.pages),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} numbers the ${text.pages} pages of a notebook by hand, beginning with page one.`,
        ask: `How many digits does ${name} write?`,
        quantity: `the number of digits that ${name} writes`,
        steps: () => pageSteps(value.pages),
      }
    },
    ({ value, text, story }) => {
      const printer = story.pick(['A printer of long ago', 'An apprentice in a print shop'])
      return {
        setup: `${printer} sets every page number from single metal digits. A book with ${text.pages} pages, counted from page one, is to be set in one go.`,
        ask: `Find the number of metal digits needed for its page numbers.`,
        quantity: `the number of metal digits needed for the page numbers of the book`,
        steps: () => pageSteps(value.pages),
      }
    },
  ],
})

function pageSteps(pages: number): readonly string[] {
  const intro = `Group the page numbers by their number of digits. Pages 1 to 9 need ${worked('9*1', 9)} digits.`
  if (pages < 100) {
    const two = pages - 9
    return [
      intro,
      `Pages 10 to ${pages} are ${pages} - 9 = ${computed(`${pages}-9`, two)} pages with two digits each: ${worked(`2*${two}`, 2 * two)} digits.`,
      `9 + ${2 * two} = ${computed(`9+${2 * two}`, 9 + 2 * two)} digits.`,
    ]
  }
  const three = pages - 99
  return [
    intro,
    `Pages 10 to 99 are 90 pages with two digits each: ${worked('2*90', 180)} digits.`,
    `From page 100 on there are ${pages} - 99 = ${computed(`${pages}-99`, three)} pages with three digits each: ${worked(`3*${three}`, 3 * three)} digits.`,
    `9 + 180 + ${3 * three} = ${computed(`9+180+${3 * three}`, 189 + 3 * three)} digits.`,
  ]
}

/** A corner of a magic square. */
const magicCorner: Family = defineFamily({
  id: 'magic-square-corner',
  knowledgePoints: ['magic-squares'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    corner: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    edge: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    centre: { minimum: 6, maximum: 30, link: { kind: 'number' } },
  },
  possible: ({ corner, edge, centre }) => squareFrom(corner, edge, centre).every((entry) => entry > 0),
  nice: ({ corner, edge, centre }) => new Set(squareFrom(corner, edge, centre)).size === 9,
  solve: ({ corner, edge, centre }) => integerAnswer(3 * centre - corner - edge),
  check: {
    method: 'inverse',
    // Fill in the square from the answer; rows, columns and diagonals must agree.
    accepts: ({ corner, edge, centre }, answer) => {
      const other = numericValue(answer)
      const sum = corner + edge + other
      const [lowRight, lowEdge, lowLeft] = [sum - centre - corner, sum - centre - edge, sum - centre - other]
      const [left, right] = [sum - corner - lowLeft, sum - other - lowRight]
      return (
        Math.abs(lowRight + lowEdge + lowLeft - sum) < 1e-9 && Math.abs(left + centre + right - sum) < 1e-9
      )
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `In a magic square with three rows and three columns, all rows, columns and diagonals have the same sum. The top left number is ${text.corner}, the number to the right of it is ${text.edge}, and the number in the centre is ${text.centre}.`,
      ask: `What number is in the top right corner?`,
      quantity: `the number in the top right corner of the magic square`,
      steps: () => magicSteps(value),
    }),
    ({ value, math, story }) => {
      const x = story.variable()
      return {
        setup: `The numbers in every row, every column and both diagonals of the table add up to the same total. $$\\begin{array}{|c|c|c|} \\hline ${math.corner} & ${math.edge} & ${x} \\\\ \\hline & ${math.centre} & \\\\ \\hline & & \\\\ \\hline \\end{array}$$`,
        ask: `Find the value of $${x}$.`,
        quantity: `the value of $${x}$ in the table`,
        steps: () => magicSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name, they } = story.hero
      return {
        setup: `${name} is making a three by three magic square. In the middle of the square ${they} writes ${text.centre}, in the upper left corner ${text.corner} and in the middle of the top row ${text.edge}.`,
        ask: `Which number must ${name} write in the upper right corner?`,
        quantity: `the number that ${name} must write in the upper right corner of the magic square`,
        steps: () => magicSteps(value),
      }
    },
  ],
})

/** The nine entries of the magic square with this top left corner, top edge and centre, row by row. */
function squareFrom(corner: number, edge: number, centre: number): readonly number[] {
  const other = 3 * centre - corner - edge
  const left = 3 * centre - corner - (2 * centre - other)
  return [
    corner,
    edge,
    other,
    left,
    centre,
    2 * centre - left,
    2 * centre - other,
    2 * centre - edge,
    2 * centre - corner,
  ]
}

function magicSteps(value: { corner: number; edge: number; centre: number }): readonly string[] {
  const { corner, edge, centre } = value
  const sum = 3 * centre
  return [
    `The two diagonals, the middle row and the middle column cover every number once and the centre four times. So four sums are three sums plus three times the centre, and each sum is three times the centre: 3 × ${centre} = ${computed(`3*${centre}`, sum)}.`,
    `The top row gives ${sum} - ${corner} - ${edge} = ${computed(`${sum}-${corner}-${edge}`, sum - corner - edge)}.`,
  ]
}

export const lineAndPageFamilies: readonly Family[] = [treesAlongRoad, twoInALine, digitsOfPages, magicCorner]
