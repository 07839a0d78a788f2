import { integerAnswer, isFraction } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { lengthGiven, squareCentimetres, whole } from './spatial-quantities.ts'

/** Area of a border of equal width around a rectangle. */
const borderArea: Family = defineFamily({
  id: 'border-around-a-rectangle',
  knowledgePoints: ['composite-area'],
  level: 2,
  result: squareCentimetres,
  givens: { length: lengthGiven(6, 60), width: lengthGiven(4, 50), border: lengthGiven(2, 12) },
  possible: ({ length, width, border }) => length > 0 && width > 0 && border > 0,
  nice: ({ length, width }) => width < length,
  solve: ({ length, width, border }) =>
    integerAnswer((length + 2 * border) * (width + 2 * border) - length * width),
  check: {
    method: 'numeric',
    // Two strips along, two across, four corner squares.
    accepts: ({ length, width, border }, answer) =>
      isFraction(answer, 2 * length * border + 2 * width * border + 4 * border * border),
  },
  wordings: [
    ({ value, text, story }) => {
      const [picture, frame] = story.pick([
        ['photograph', 'frame'],
        ['mirror', 'frame'],
        ['picture', 'mount'],
      ] as const)
      return {
        setup: `A rectangular ${picture} is ${text.length} cm long and ${text.width} cm wide. A flat ${frame} with a width of ${text.border} cm on every side surrounds it.`,
        ask: `What is the area of the ${frame} in square centimetres?`,
        quantity: `the area in square centimetres of the ${frame} around the ${picture}`,
        steps: () => borderSteps(value),
      }
    },
    ({ value, text, story }) => ({
      setup: `${story.hero.name} sews a border onto a quilt panel of ${text.length} cm by ${text.width} cm. The border sticks out by ${text.border} cm on each of the four sides, and the finished piece is a rectangle again.`,
      ask: `What is the area of the border in square centimetres?`,
      quantity: `the area in square centimetres of the border around the quilt panel`,
      steps: () => borderSteps(value),
    }),
    ({ value, text }) => ({
      setup: `A rectangle measures ${text.length} cm by ${text.width} cm. A larger rectangle is drawn around it so that the sides are parallel and the gap is ${text.border} cm everywhere.`,
      ask: `Find the area in square centimetres of the region between the two rectangles.`,
      quantity: `the area in square centimetres of the region between the two rectangles`,
      steps: () => borderSteps(value),
    }),
  ],
})

function borderSteps({
  length,
  width,
  border,
}: {
  length: number
  width: number
  border: number
}): readonly string[] {
  const [long, wide] = [length + 2 * border, width + 2 * border]
  const [outer, inner] = [long * wide, length * width]
  return [
    `The outer rectangle is longer and wider by the border on both sides: ${length} + 2 × ${border} = ${computed(`${length}+2*${border}`, long)} cm and ${width} + 2 × ${border} = ${computed(`${width}+2*${border}`, wide)} cm.`,
    `The outer area is ${long} × ${wide} = ${computed(`${long}*${wide}`, outer)} and the inner area is ${length} × ${width} = ${computed(`${length}*${width}`, inner)}, both in square centimetres.`,
    `The part between them has an area of ${outer} - ${inner} = ${computed(`${outer}-${inner}`, outer - inner)} square centimetres.`,
  ]
}

/** Squares cut from the corners of a rectangle. */
const cutCorners: Family = defineFamily({
  id: 'rectangle-with-corners-cut-out',
  knowledgePoints: ['square-properties', 'composite-area'],
  level: 2,
  result: squareCentimetres,
  givens: { side: lengthGiven(10, 60), corner: lengthGiven(2, 20), corners: whole(2, 4) },
  possible: ({ side, corner, corners }) => 2 * corner < side && corners <= 4,
  nice: ({ side, corner }) => 5 * corner <= 2 * side,
  solve: ({ side, corner, corners }) => integerAnswer(side * side - corners * corner * corner),
  check: {
    method: 'brute force',
    // Count the unit squares that lie in none of the cut corners.
    accepts: ({ side, corner, corners }, answer) => {
      let cells = 0
      for (let row = 0; row < side; row++)
        for (let column = 0; column < side; column++) {
          const [top, left] = [row < corner, column < corner]
          const [bottom, right] = [row >= side - corner, column >= side - corner]
          const cut = [top && left, bottom && right, top && right, bottom && left].indexOf(true)
          if (cut === -1 || cut >= corners) cells++
        }
      return isFraction(answer, cells)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const sheet = story.pick(['cardboard', 'tin', 'felt', 'copper'])
      return {
        setup: `From a square sheet of ${sheet} with sides of ${text.side} cm, ${story.hero.name} cuts away a square with sides of ${text.corner} cm at each of ${text.corners} corners.`,
        ask: `What is the area in square centimetres of the piece that remains?`,
        quantity: `the area in square centimetres of the piece of ${sheet} that remains`,
        steps: () => cutSteps(value),
      }
    },
    ({ value, text }) => ({
      setup: `A square of side ${text.side} cm contains ${text.corners} smaller squares of side ${text.corner} cm, which do not overlap and lie in different corners of the large square.`,
      ask: `What is the area in square centimetres of the part of the large square that is not covered by the smaller ones?`,
      quantity: `the area in square centimetres of the part of the large square that is not covered by the smaller ones`,
      steps: () => cutSteps(value),
    }),
    ({ value, text, story }) => {
      const thing = story.pick(['table top', 'board game', 'tray'])
      return {
        setup: `A square ${thing} with an edge of ${text.side} cm has inlaid squares of ivory-coloured wood in ${text.corners} of its corners, each with an edge of ${text.corner} cm. The rest of it is dark wood.`,
        ask: `Find the area of the dark wood in square centimetres.`,
        quantity: `the area in square centimetres of the dark wood of the ${thing}`,
        steps: () => cutSteps(value),
      }
    },
  ],
})

function cutSteps({
  side,
  corner,
  corners,
}: {
  side: number
  corner: number
  corners: number
}): readonly string[] {
  const [all, one] = [side * side, corner * corner]
  return [
    `The large square has an area of ${side} × ${side} = ${computed(`${side}*${side}`, all)} square centimetres, and each small one has an area of ${corner} × ${corner} = ${computed(`${corner}*${corner}`, one)}.`,
    `The ${corners} small squares together have an area of ${corners} × ${one} = ${computed(`${corners}*${one}`, corners * one)} square centimetres.`,
    `The area that is left is ${all} - ${corners * one} = ${computed(`${all}-${corners * one}`, all - corners * one)} square centimetres.`,
  ]
}

export const compositeFigureFamilies: readonly Family[] = [borderArea, cutCorners]
