import { fractionAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'
import { angleGiven, lengthGiven, pureNumber } from './spatial-quantities.ts'

/** Length of an arc as a multiple of π. */
const arcLength: Family = defineFamily({
  id: 'length-of-an-arc',
  knowledgePoints: ['arc-length'],
  level: 2,
  result: pureNumber,
  givens: { radius: lengthGiven(3, 90), angle: angleGiven(10, 330) },
  possible: ({ radius, angle }) => radius > 0 && angle < 360,
  nice: ({ radius, angle }) => (radius * angle) % 180 === 0,
  solve: ({ radius, angle }) => fractionAnswer(radius * angle, 180),
  check: {
    method: 'numeric',
    // Many short chords in place of the arc.
    accepts: ({ radius, angle }, answer) => {
      const pieces = 20_000
      const chord = 2 * radius * Math.sin((angle * Math.PI) / 360 / pieces)
      return Math.abs(chord * pieces - numericValue(answer) * Math.PI) < 1e-4
    },
  },
  wordings: [
    ({ value, text, math, story }) => {
      const x = story.variable()
      return {
        setup: `In a circle with a radius of ${text.radius} cm, a central angle of $${math.angle}^\\circ$ cuts off an arc that is $${x}\\pi$ cm long.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => arcSteps(value.radius, value.angle),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      const thing = story.pick(['clock hand', 'robot arm', 'toy crane', 'garden sprinkler'])
      return {
        setup: `The tip of a ${thing} is ${text.radius} cm away from its pivot. When it turns by ${text.angle} degrees, the tip travels $${x}\\pi$ cm.`,
        ask: `Find $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => arcSteps(value.radius, value.angle),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `${story.hero.name} bends a thin strip of wood along a circle of radius ${text.radius} cm, so that it covers a central angle of ${text.angle} degrees. The exact length of the strip is $${x}\\pi$ cm.`,
        ask: `Find the value of $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => arcSteps(value.radius, value.angle),
      }
    },
  ],
})

function arcSteps(radius: number, angle: number): readonly string[] {
  return [
    `The arc is the same fraction of the whole circumference as its angle is of 360 degrees, and the circumference is $2\\pi$ times the radius.`,
    `The number in front of $\\pi$ is ${angle} ÷ 360 × 2 × ${radius} = ${computed(`${angle}*2*${radius}/360`, (angle * radius) / 180)}.`,
  ]
}

/** Area of a sector as a multiple of π. */
const sectorArea: Family = defineFamily({
  id: 'area-of-a-sector',
  knowledgePoints: ['sector-area'],
  level: 2,
  result: pureNumber,
  givens: { radius: lengthGiven(3, 36), angle: angleGiven(10, 330) },
  possible: ({ radius, angle }) => radius > 0 && angle < 360,
  nice: ({ radius, angle }) => (radius * radius * angle) % 360 === 0,
  solve: ({ radius, angle }) => fractionAnswer(radius * radius * angle, 360),
  check: {
    method: 'numeric',
    // Many thin triangles in place of the sector.
    accepts: ({ radius, angle }, answer) => {
      const pieces = 20_000
      const triangle = 0.5 * radius * radius * Math.sin((angle * Math.PI) / 180 / pieces)
      return Math.abs(triangle * pieces - numericValue(answer) * Math.PI) < 1e-3
    },
  },
  wordings: [
    ({ value, text, math, story }) => {
      const x = story.variable()
      return {
        setup: `A sector of a circle with a radius of ${text.radius} cm has a central angle of $${math.angle}^\\circ$. Its area is $${x}\\pi$ square centimetres.`,
        ask: `What is the value of $${x}$?`,
        quantity: `the value of $${x}$`,
        steps: () => sectorSteps(value.radius, value.angle),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      const thing = story.pick(['paper fan', 'piece of felt', 'stained-glass panel', 'wooden tray'])
      return {
        setup: `A ${thing} has the shape of a circular sector with a radius of ${text.radius} cm and a central angle of ${text.angle} degrees. Its area is $${x}\\pi$ square centimetres.`,
        ask: `Find $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => sectorSteps(value.radius, value.angle),
      }
    },
    ({ value, text, story }) => {
      const x = story.variable()
      return {
        setup: `A robot arm on a table swings through an angle of ${text.angle} degrees and sweeps over everything up to ${text.radius} cm from its pivot. The area that it sweeps over is $${x}\\pi$ square centimetres.`,
        ask: `Find the value of $${x}$.`,
        quantity: `the value of $${x}$`,
        steps: () => sectorSteps(value.radius, value.angle),
      }
    },
  ],
})

function sectorSteps(radius: number, angle: number): readonly string[] {
  const square = radius * radius
  return [
    `The sector is the same fraction of the circle as its angle is of 360 degrees, and the circle has the area $\\pi$ times the square of the radius.`,
    `The square of the radius is ${radius} × ${radius} = ${computed(`${radius}*${radius}`, square)}.`,
    `The number in front of $\\pi$ is ${square} × ${angle} ÷ 360 = ${computed(`${square}*${angle}/360`, (square * angle) / 360)}.`,
  ]
}

export const circlePartFamilies: readonly Family[] = [arcLength, sectorArea]
