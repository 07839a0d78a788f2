import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { worked } from './worked.ts'

/** A total from a frequency table. */
const tableTotal: Family = defineFamily({
  id: 'total-from-frequency-table',
  knowledgePoints: ['frequency-tables'],
  level: 1,
  result: { kind: 'count' },
  givens: {
    one: { minimum: 2, maximum: 30, link: { kind: 'count' } },
    two: { minimum: 2, maximum: 30, link: { kind: 'count' } },
    three: { minimum: 2, maximum: 30, link: { kind: 'count' } },
    four: { minimum: 2, maximum: 30, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ one, two, three, four }) => new Set([one, two, three, four]).size === 4,
  solve: ({ one, two, three, four }) => integerAnswer(one + 2 * two + 3 * three + 4 * four),
  check: {
    method: 'brute force',
    accepts: ({ one, two, three, four }, answer) => {
      let total = 0
      for (const [place, count] of [one, two, three, four].entries())
        for (let person = 0; person < count; person++) for (let item = 0; item <= place; item++) total++
      return isFraction(answer, total)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [who, what] = story.pick([
        ['families', 'children'],
        ['farms', 'tractors'],
        ['households', 'bicycles'],
      ] as const)
      return {
        setup: `A frequency table for a village shows how many ${who} have one, two, three or four ${what}: there are ${text.one} ${who} with one, ${text.two} with two, ${text.three} with three and ${text.four} with four.`,
        ask: `How many ${what} do these ${who} have altogether?`,
        quantity: `the number of ${what} that the ${who} of the table have altogether`,
        steps: () => tableSteps(Object.values(value), what),
      }
    },
    ({ value, math, story }) => {
      const what = story.pick(['goals', 'points', 'tries'])
      return {
        setup: `The frequency table shows in how many matches a team scored a given number of ${what}. $$\\begin{array}{l|cccc} \\text{${what}} & 1 & 2 & 3 & 4 \\\\ \\hline \\text{matches} & ${math.one} & ${math.two} & ${math.three} & ${math.four} \\end{array}$$`,
        ask: `How many ${what} did the team score in all?`,
        quantity: `the number of ${what} that the team scored in all`,
        steps: () => tableSteps(Object.values(value), what),
        constants: ['1', '2', '3', '4'],
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} tallies the stars that customers give a café: ${text.four} customers give four stars, ${text.three} give three stars, ${text.two} give two stars and ${text.one} give one star.`,
        ask: `What is the total number of stars that ${name} tallies?`,
        quantity: `the total number of stars that ${name} tallies`,
        steps: () => tableSteps([value.one, value.two, value.three, value.four], 'stars'),
      }
    },
  ],
})

function tableSteps(counts: readonly number[], what: string): readonly string[] {
  const [one, two, three, four] = counts as [number, number, number, number]
  const total = one + 2 * two + 3 * three + 4 * four
  return [
    `Multiply each value by its frequency and add the products.`,
    `${worked(`1*${one}`, one)}, ${worked(`2*${two}`, 2 * two)}, ${worked(`3*${three}`, 3 * three)} and ${worked(`4*${four}`, 4 * four)} ${what} come from the four groups.`,
    `Together they make ${worked(`${one}+${2 * two}+${3 * three}+${4 * four}`, total)} ${what}.`,
  ]
}

/** The fourth cell of a two-way table. */
const tableCell: Family = defineFamily({
  id: 'cell-of-two-way-table',
  knowledgePoints: ['two-way-tables'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    all: { minimum: 30, maximum: 240, link: { kind: 'count' } },
    row: { minimum: 10, maximum: 160, link: { kind: 'count' } },
    column: { minimum: 10, maximum: 160, link: { kind: 'count' } },
    both: { minimum: 4, maximum: 90, link: { kind: 'count' } },
  },
  sample: (random, fixed) => {
    const both = fixed.both ?? random.integer(4, 25)
    const row = fixed.row ?? both + random.integer(4, 40)
    const column = fixed.column ?? both + random.integer(4, 40)
    return { both, row, column, all: fixed.all ?? row + column - both + random.integer(3, 60) }
  },
  possible: ({ all, row, column, both }) => both < row && both < column && row + column - both < all,
  nice: ({ row, column }) => row !== column,
  solve: ({ all, row, column, both }) => integerAnswer(all - row - column + both),
  check: {
    method: 'simulation',
    // Sort everybody into the table: the row first, those in both at its end, then the rest of the column.
    accepts: ({ all, row, column, both }, answer) => {
      let neither = 0
      for (let person = 0; person < all; person++) {
        const [inRow, inColumn] = [person < row, person >= row - both && person < row - both + column]
        if (!inRow && !inColumn) neither++
      }
      return integerValue(answer) === neither
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const [yes, no] = story.pick([
        ['play an instrument', 'do not play an instrument'],
        ['come by bicycle', 'do not come by bicycle'],
        ['learn Spanish', 'do not learn Spanish'],
      ] as const)
      return {
        setup: `A two-way table sorts the ${text.all} students of a school into girls and boys and by whether they ${yes}. There are ${text.row} girls, and ${text.column} students ${yes}; ${text.both} of these are girls.`,
        ask: `How many boys ${no}?`,
        quantity: `the number of boys who ${no}`,
        steps: () => cellSteps(value, 'girls', `who ${yes}`),
      }
    },
    ({ value, math, story }) => {
      const [one, other] = story.pick([
        ['tea', 'coffee'],
        ['bus', 'train'],
        ['cats', 'dogs'],
      ] as const)
      return {
        setup: `In a survey children and adults chose between ${one} and ${other}. Part of the result is shown. $$\\begin{array}{l|cc|c} & \\text{${one}} & \\text{${other}} & \\text{total} \\\\ \\hline \\text{children} & ${math.both} & & ${math.row} \\\\ \\text{adults} & & & \\\\ \\hline \\text{total} & ${math.column} & & ${math.all} \\end{array}$$`,
        ask: `How many adults chose ${other}?`,
        quantity: `the number of adults who chose ${other}`,
        steps: () => cellSteps(value, 'children', `who chose ${one}`),
      }
    },
    ({ value, text, story }) => {
      const crop = story.pick(['apple', 'cherry', 'olive'])
      return {
        setup: `A grower records for each of ${text.all} ${crop} trees in a table whether it is old or young and whether it was watered. Altogether ${text.row} trees are old, ${text.column} trees were watered, and ${text.both} trees are both old and watered.`,
        ask: `Find the number of young ${crop} trees that were not watered.`,
        quantity: `the number of young ${crop} trees that were not watered`,
        steps: () => cellSteps(value, 'old trees', 'that were watered'),
      }
    },
  ],
})

function cellSteps(
  value: { all: number; row: number; column: number; both: number },
  group: string,
  trait: string,
): readonly string[] {
  const { all, row, column, both } = value
  return [
    `In a two-way table rows and columns add up to their totals. Outside the row of the ${group} there are ${all} - ${row} = ${computed(`${all}-${row}`, all - row)}.`,
    `Of those ${trait}, ${column} - ${both} = ${computed(`${column}-${both}`, column - both)} are in that other row.`,
    `The last cell is ${all - row} - ${column - both} = ${computed(`${all - row}-${column - both}`, all - row - column + both)}.`,
  ]
}

export const dataTableFamilies: readonly Family[] = [tableTotal, tableCell]
