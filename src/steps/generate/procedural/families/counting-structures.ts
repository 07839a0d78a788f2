import { integerAnswer, integerValue, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { choose, binomialStep } from './counting-numbers.ts'
import { worked } from './worked.ts'

/** Shortest ways through a street grid. */
const gridPaths: Family = defineFamily({
  id: 'grid-paths',
  knowledgePoints: ['lattice-paths'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    east: { minimum: 2, maximum: 12, link: { kind: 'count' } },
    north: { minimum: 2, maximum: 12, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ east, north }) => choose(east + north, north) <= 800,
  solve: ({ east, north }) => integerAnswer(choose(east + north, north)),
  check: {
    method: 'brute force',
    // Ways to each crossing: those from the left and those from below.
    accepts: ({ east, north }, answer) => {
      let row = Array.from({ length: east + 1 }, () => 1)
      for (let step = 0; step < north; step++) {
        let reached = 0
        row = row.map((below) => (reached += below))
      }
      return integerValue(answer) === row[east]
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name, their } = story.hero
      const goal = story.pick(['the library', 'the stadium', 'the bakery'])
      return {
        setup: `In a town whose streets form a square grid, ${goal} is ${text.east} blocks east and ${text.north} blocks north of ${name}’s home. ${name} walks along the streets and never goes west or south.`,
        ask: `How many different routes from ${their} home to ${goal} are there?`,
        quantity: `the number of different routes from ${name}’s home to ${goal}`,
        steps: () => pathSteps(value, 'east', 'north'),
      }
    },
    ({ value, math, story }) => {
      const creature = story.pick(['ant', 'robot', 'token'])
      return {
        setup: `In the coordinate plane ${creature === 'ant' ? 'an' : 'a'} ${creature} moves from the origin to the point $(${math.east}, ${math.north})$, always going one unit to the right or one unit up.`,
        ask: `Find the number of paths that the ${creature} can take.`,
        quantity: `the number of paths that the ${creature} can take from the origin to that point`,
        steps: () => pathSteps(value, 'to the right', 'up'),
      }
    },
    ({ value, text, story }) => {
      const who = story.person().name
      return {
        setup: `A chocolate bar is scored into squares, ${text.north} rows with ${text.east} squares in each. ${who} draws a line along the scores and edges from the lower left corner of the bar to its upper right corner, moving only right or up.`,
        ask: `How many such lines are possible?`,
        quantity: `the number of lines that ${who} can draw`,
        steps: () => pathSteps(value, 'to the right', 'up'),
      }
    },
  ],
})

function pathSteps(value: { east: number; north: number }, one: string, other: string): readonly string[] {
  const { east, north } = value
  const all = east + north
  return [
    `Every path consists of ${east} steps ${one} and ${north} steps ${other}, in all ${east} + ${north} = ${computed(`${east}+${north}`, all)} steps.`,
    `A path is fixed by which of the steps go ${other}: ${binomialStep(all, north)} paths.`,
  ]
}

/** Rectangles along the lines of a grid. */
const rectanglesInGrid: Family = defineFamily({
  id: 'rectangles-in-grid',
  knowledgePoints: ['counting-figures'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    rows: { minimum: 2, maximum: 9, link: { kind: 'count' } },
    columns: { minimum: 2, maximum: 9, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ rows, columns }) => rows !== columns,
  solve: ({ rows, columns }) => integerAnswer(choose(rows + 1, 2) * choose(columns + 1, 2)),
  check: {
    method: 'brute force',
    accepts: ({ rows, columns }, answer) => {
      let count = 0
      for (let height = 1; height <= rows; height++)
        for (let width = 1; width <= columns; width++) count += (rows - height + 1) * (columns - width + 1)
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const thing = story.pick(['window', 'trellis', 'steel gate'])
      return {
        setup: `The bars of a ${thing} form a rectangular grid of ${text.rows} rows and ${text.columns} columns of small squares.`,
        ask: `How many rectangles of all sizes, squares included, can be seen in the grid?`,
        quantity: `the number of rectangles of all sizes, squares included, in the grid of the ${thing}`,
        steps: () => rectangleSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: '',
      ask: `How many rectangles, squares included, are formed by the lines of a $${math.rows} \\times ${math.columns}$ grid of unit squares?`,
      quantity: `the number of rectangles, squares included, that are formed by the lines of a $${math.rows} \\times ${math.columns}$ grid of unit squares`,
      steps: () => rectangleSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `A sheet of squared paper shows ${text.columns} squares in each row and has ${text.rows} rows. ${name} colours in some block of squares that forms a rectangle; a single square, a single line of squares and the whole sheet are allowed.`,
        ask: `Find the number of blocks that ${name} can choose.`,
        quantity: `the number of rectangular blocks of squares that ${name} can choose`,
        steps: () => rectangleSteps(value),
      }
    },
  ],
})

function rectangleSteps(value: { rows: number; columns: number }): readonly string[] {
  const { rows, columns } = value
  const [across, down] = [choose(rows + 1, 2), choose(columns + 1, 2)]
  return [
    `A rectangle is fixed by two of the horizontal lines and two of the vertical lines.`,
    `There are ${rows} + 1 = ${computed(`${rows}+1`, rows + 1)} horizontal lines, which give ${binomialStep(rows + 1, 2)} pairs.`,
    `There are ${columns} + 1 = ${computed(`${columns}+1`, columns + 1)} vertical lines, which give ${binomialStep(columns + 1, 2)} pairs.`,
    `Each pair of horizontal lines goes with each pair of vertical lines: ${across} × ${down} = ${computed(`${across}*${down}`, across * down)} rectangles.`,
  ]
}

/** Triangles with corners on two parallel lines. */
const trianglesOnParallels: Family = defineFamily({
  id: 'triangles-on-parallels',
  knowledgePoints: ['counting-figures', 'combinations'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    upper: { minimum: 2, maximum: 12, link: { kind: 'count' } },
    lower: { minimum: 2, maximum: 12, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ upper, lower }) =>
    upper > 2 && lower > 2 && upper !== lower && upper * lower * (upper + lower - 2) <= 1200,
  solve: ({ upper, lower }) => integerAnswer(choose(upper, 2) * lower + choose(lower, 2) * upper),
  check: {
    method: 'brute force',
    accepts: ({ upper, lower }, answer) => {
      let count = 0
      const all = upper + lower
      for (let a = 0; a < all; a++)
        for (let b = a + 1; b < all; b++)
          for (let c = b + 1; c < all; c++) if (a < upper && c >= upper) count++
      return integerValue(answer) === count
    },
  },
  wordings: [
    ({ value, text }) => ({
      setup: `On one of two parallel lines ${text.upper} points are marked, and ${text.lower} points are marked on the other.`,
      ask: `How many triangles have their three vertices among the marked points?`,
      quantity: `the number of triangles with their three vertices among the points marked on the two parallel lines`,
      steps: () => triangleSteps(value),
    }),
    ({ value, text, story }) => {
      const { name } = story.hero
      const posts = story.pick(['lamp posts', 'trees', 'flagpoles'])
      return {
        setup: `A straight avenue has ${text.upper} ${posts} along its north side and ${text.lower} along its south side. ${name} stretches a rope around three of the ${posts}, so that it forms a triangle.`,
        ask: `In how many ways can the three ${posts} be chosen?`,
        quantity: `the number of ways in which ${name} can choose the three ${posts}`,
        steps: () => triangleSteps(value),
      }
    },
    ({ value, text, story }) => {
      const board = story.pick(['peg board', 'weaving frame'])
      return {
        setup: `The pegs of a ${board} stand in two parallel straight rows, ${text.lower} pegs in the front row and ${text.upper} in the back row.`,
        ask: `Find the number of triangles whose corners are pegs.`,
        quantity: `the number of triangles whose corners are pegs of the ${board}`,
        steps: () => triangleSteps(value),
      }
    },
  ],
})

function triangleSteps(value: { upper: number; lower: number }): readonly string[] {
  const { upper, lower } = value
  const [a, b] = [choose(upper, 2), choose(lower, 2)]
  return [
    `Three points in one line form no triangle, so two vertices lie on one line and the third on the other.`,
    `Two of ${upper} and one of ${lower}: ${binomialStep(upper, 2)} pairs, and ${a} × ${lower} = ${computed(`${a}*${lower}`, a * lower)}.`,
    `Two of ${lower} and one of ${upper}: ${binomialStep(lower, 2)} pairs, and ${b} × ${upper} = ${computed(`${b}*${upper}`, b * upper)}.`,
    `Together ${a * lower} + ${b * upper} = ${computed(`${a * lower}+${b * upper}`, a * lower + b * upper)} triangles.`,
  ]
}

/** Everybody meets everybody. */
const roundRobin: Family = defineFamily({
  id: 'round-robin',
  knowledgePoints: ['handshakes-and-tournaments'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    teams: { minimum: 4, maximum: 30, link: { kind: 'count' } },
    times: { minimum: 2, maximum: 6, link: { kind: 'count' } },
  },
  possible: ({ teams }) => teams >= 2,
  nice: ({ teams, times }) => times <= 5 && (teams * (teams - 1) * times) / 2 <= 450,
  solve: ({ teams, times }) => integerAnswer((teams * (teams - 1) * times) / 2),
  check: {
    method: 'simulation',
    accepts: ({ teams, times }, answer) => {
      let games = 0
      for (let one = 0; one < teams; one++) for (let other = 0; other < one; other++) games += times
      return isFraction(answer, games)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const sport = story.pick(['handball', 'volleyball', 'hockey', 'cricket'])
      return {
        setup: `A ${sport} league consists of ${text.teams} teams. In one season every team plays each of the others ${text.times} times.`,
        ask: `How many games are played in a season?`,
        quantity: `the number of games that are played in a season of the ${sport} league`,
        steps: () => robinSteps(value, 'teams', 'games'),
      }
    },
    ({ value, text, story }) => {
      const event = story.pick(['chess tournament', 'fencing tournament', 'table tennis tournament'])
      return {
        setup: `At a ${event} with ${text.teams} players, everyone meets everyone else in ${text.times} matches.`,
        ask: `What is the total number of matches?`,
        quantity: `the total number of matches at the ${event}`,
        steps: () => robinSteps(value, 'players', 'matches'),
      }
    },
    ({ value, text, story }) => {
      const meeting = story.pick(['family reunion', 'sailing camp', 'choir weekend'])
      return {
        setup: `The ${text.teams} guests of a ${meeting} stay together for ${text.times} days. Every morning each guest shakes hands once with every other guest.`,
        ask: `How many handshakes are there in all?`,
        quantity: `the number of handshakes during the ${meeting}`,
        steps: () => robinSteps(value, 'guests', 'handshakes'),
      }
    },
  ],
})

function robinSteps(value: { teams: number; times: number }, who: string, what: string): readonly string[] {
  const { teams, times } = value
  const pairs = (teams * (teams - 1)) / 2
  return [
    `Each of the ${teams} ${who} is paired with ${teams} - 1 = ${computed(`${teams}-1`, teams - 1)} others, and this counts every pair twice.`,
    `So there are ${worked(`${teams}*${teams - 1}/2`, pairs)} pairs.`,
    `Every pair accounts for ${times} ${what}: ${pairs} × ${times} = ${computed(`${pairs}*${times}`, pairs * times)} ${what}.`,
  ]
}

export const countingStructureFamilies: readonly Family[] = [
  gridPaths,
  rectanglesInGrid,
  trianglesOnParallels,
  roundRobin,
]
