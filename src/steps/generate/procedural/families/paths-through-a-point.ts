import { integerAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { binomialStep } from './counting-numbers.ts'

/** Routes through a point that must be passed. */
const pathsThroughPoint: Family = defineFamily({
  id: 'grid-paths-through-a-point',
  knowledgePoints: ['lattice-paths', 'multiplication-principle'],
  level: 3,
  result: { kind: 'number' },
  givens: {
    east: { minimum: 2, maximum: 7, link: { kind: 'count' } },
    north: { minimum: 2, maximum: 7, link: { kind: 'count' } },
    moreEast: { minimum: 2, maximum: 7, link: { kind: 'count' } },
    moreNorth: { minimum: 2, maximum: 7, link: { kind: 'count' } },
  },
  possible: () => true,
  nice: ({ east, north, moreEast, moreNorth }) =>
    pathCount(east, north) * pathCount(moreEast, moreNorth) <= 1200 &&
    (east !== moreEast || north !== moreNorth),
  solve: ({ east, north, moreEast, moreNorth }) =>
    integerAnswer(pathCount(east, north) * pathCount(moreEast, moreNorth)),
  check: {
    method: 'brute force',
    // Walk the whole grid, allowing only routes that meet the point.
    accepts: ({ east, north, moreEast, moreNorth }, answer) => {
      const routes = (x: number, y: number): number => {
        if (x === east + moreEast && y === north + moreNorth) return 1
        if ((x > east && y < north) || (x < east && y > north)) return 0
        return (x < east + moreEast ? routes(x + 1, y) : 0) + (y < north + moreNorth ? routes(x, y + 1) : 0)
      }
      return isFraction(answer, routes(0, 0))
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      const stop = story.pick(['the post office', 'the fountain', 'a friend’s house'])
      return {
        setup: `The streets of a town form a grid. ${name} first walks to ${stop}, which is ${text.east} blocks east and ${text.north} blocks north of the start, and then on to the stadium, another ${text.moreEast} blocks east and ${text.moreNorth} blocks north. ${name} only ever walks east or north.`,
        ask: `How many different routes are possible?`,
        quantity: `the number of different routes that ${name} can walk to the stadium by way of ${stop}`,
        steps: () => throughSteps(value),
      }
    },
    ({ value, math }) => ({
      setup: `In the coordinate plane a path runs from the origin to the point $P(${math.east}, ${math.north})$ and from there to a point $Q$ that lies $${math.moreEast}$ units to the right of $P$ and $${math.moreNorth}$ units above it. Every step goes one unit to the right or one unit up.`,
      ask: `How many such paths are there?`,
      quantity: `the number of such paths from the origin through $P$ to $Q$`,
      steps: () => throughSteps(value),
    }),
    ({ value, text, story }) => {
      const robot = story.pick(['cleaning robot', 'delivery robot', 'toy car'])
      return {
        setup: `A ${robot} drives over a floor of square tiles, one tile forward or one tile to the right at a time. To reach its charging station it must go ${text.east} tiles to the right and ${text.north} forward, and from the station to the door ${text.moreEast} tiles to the right and ${text.moreNorth} forward.`,
        ask: `Find the number of ways to drive to the door by way of the charging station.`,
        quantity: `the number of ways for the ${robot} to drive to the door by way of the charging station`,
        steps: () => throughSteps(value),
      }
    },
  ],
})

/** Shortest ways over a grid of east by north blocks. */
function pathCount(east: number, north: number): number {
  return north === 0 ? 1 : (pathCount(east, north - 1) * (east + north)) / north
}

function throughSteps(value: {
  east: number
  north: number
  moreEast: number
  moreNorth: number
}): readonly string[] {
  const { east, north, moreEast, moreNorth } = value
  const [a, b] = [pathCount(east, north), pathCount(moreEast, moreNorth)]
  return [
    `A part of the route is fixed by which of its steps go in one of the two directions, so each part is counted by a binomial coefficient.`,
    `First part: ${binomialStep(east + north, north)} routes.`,
    `Second part: ${binomialStep(moreEast + moreNorth, moreNorth)} routes.`,
    `Every first part can be followed by every second part: ${a} × ${b} = ${computed(`${a}*${b}`, a * b)}.`,
  ]
}

export const pathThroughPointFamilies: readonly Family[] = [pathsThroughPoint]
