import { fractionAnswer, integerAnswer, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits } from './everyday-text.ts'

/** Boxes that are partly used up. */
const boxesPartlyUsed: Family = defineFamily({
  id: 'boxes-partly-used',
  knowledgePoints: ['multiplication-of-whole-numbers', 'addition-and-subtraction-of-whole-numbers'],
  level: 1,
  result: { kind: 'count' },
  givens: {
    boxes: { minimum: 3, maximum: 40, link: { kind: 'count' } },
    size: { minimum: 4, maximum: 40, link: { kind: 'count' } },
    used: { minimum: 5, maximum: 400, link: { kind: 'count' } },
  },
  possible: ({ boxes, size, used }) => used < boxes * size,
  nice: ({ boxes, size, used }) => boxes * size <= 600 && 3 * used <= 2 * boxes * size,
  solve: ({ boxes, size, used }) => integerAnswer(boxes * size - used),
  check: {
    method: 'simulation',
    // Empty the boxes one by one and count what is not used.
    accepts: ({ boxes, size, used }, answer) => {
      let [left, missing] = [0, used]
      for (let box = 0; box < boxes; box++)
        for (let item = 0; item < size; item++) {
          if (missing > 0) missing--
          else left++
        }
      return numericValue(answer) === left
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['nails', 'light bulbs', 'candles'])
      return {
        setup: `A workshop receives ${text.boxes} boxes of ${text.size} ${things} each and uses ${text.used} of the ${things}.`,
        ask: `How many ${things} are left?`,
        quantity: `the number of ${things} that are left in the workshop`,
        steps: () => boxSteps(value, things, ['boxes', 'are used']),
      }
    },
    ({ value, text, story }) => {
      const hall = story.pick(['theatre', 'concert hall', 'stadium block'])
      return {
        setup: `A ${hall} has ${text.boxes} rows with ${text.size} seats in each. Tonight ${text.used} seats are sold.`,
        ask: `How many seats are still free?`,
        quantity: `the number of free seats in the ${hall}`,
        steps: () => boxSteps(value, 'seats', ['rows', 'are sold']),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `A vocabulary book has ${text.boxes} pages with ${text.size} words on each page. ${name} already knows ${text.used} of the words.`,
        ask: `Find the number of words that are new to ${name}.`,
        quantity: `the number of words in the book that are new to ${name}`,
        steps: () => boxSteps(value, 'words', ['pages', 'are known']),
      }
    },
    ({ value, text, story }) => {
      const rolls = story.pick(['bread rolls', 'croissants', 'doughnuts'])
      return {
        setup: `By noon a bakery has sold ${text.used} ${rolls}. In the morning it had baked ${text.boxes} trays of ${text.size} ${rolls} each.`,
        ask: `What number of ${rolls} is still for sale in the afternoon?`,
        quantity: `the number of ${rolls} that the bakery still has in the afternoon`,
        steps: () => boxSteps(value, rolls, ['trays', 'are sold by noon']),
      }
    },
  ],
})

function boxSteps(
  { boxes, size, used }: { readonly boxes: number; readonly size: number; readonly used: number },
  things: string,
  [groups, gone]: readonly [string, string],
): readonly string[] {
  const all = boxes * size
  return [
    `First multiply: ${boxes} ${groups} with ${size} ${things} each make ${boxes} × ${size} = <<${boxes}*${size}=${all}>>${all} ${things}.`,
    `Of these, ${used} ${gone}, so subtract: ${all} - ${used} = <<${all}-${used}=${all - used}>>${all - used} ${things}.`,
  ]
}

/** The same things in packs of another size. */
const repacking: Family = defineFamily({
  id: 'repacking',
  knowledgePoints: ['multiplication-of-whole-numbers', 'division-of-whole-numbers'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    boxes: { minimum: 3, maximum: 60, link: { kind: 'count' } },
    size: { minimum: 4, maximum: 60, link: { kind: 'count' } },
    packSize: { minimum: 2, maximum: 40, link: { kind: 'count' } },
  },
  possible: ({ size, packSize }) => size !== packSize,
  nice: ({ boxes, size, packSize }) =>
    (boxes * size) % packSize === 0 && size % packSize !== 0 && boxes * size >= 3 * packSize,
  solve: ({ boxes, size, packSize }) => fractionAnswer(boxes * size, packSize),
  check: {
    method: 'inverse',
    accepts: ({ boxes, size, packSize }, answer) =>
      Math.abs((numericValue(answer) * packSize) / boxes - size) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['apples', 'tea lights', 'golf balls'])
      return {
        setup: `${story.hero.name} opens ${text.boxes} crates with ${text.size} ${things} each and puts all the ${things} into bags of ${text.packSize}.`,
        ask: `How many bags does ${story.hero.name} fill?`,
        quantity: `the number of bags of ${things} that ${story.hero.name} fills`,
        steps: () => repackingSteps(value, things, 'bags'),
      }
    },
    ({ value, text, story }) => {
      const event = story.pick(['sports day', 'language camp', 'quiz evening'])
      return {
        setup: `For a ${event}, ${text.boxes} schools send ${text.size} children each. The children of all schools together form teams of ${text.packSize}.`,
        ask: `How many teams are there?`,
        quantity: `the number of teams at the ${event}`,
        steps: () => repackingSteps(value, 'children', 'teams'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const record = story.pick(['notebook', 'logbook', 'sketchbook'])
      return {
        setup: `${name} fills ${text.packSize} pages of a ${record} every day and has now filled ${text.boxes} ${record}s of ${text.size} pages each.`,
        ask: `Find the number of days that this has taken.`,
        quantity: `the number of days that ${name} has taken to fill the ${record}s`,
        steps: () => repackingSteps(value, 'pages', 'days'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.person()
      const things = story.pick(['tomato plants', 'tulip bulbs', 'lettuces'])
      return {
        setup: `A garden has ${text.boxes} rows of ${text.size} ${things} each. Next year ${name} wants to plant the same number of ${things} in rows of ${text.packSize}.`,
        ask: `How many rows does ${name} need next year?`,
        quantity: `the number of rows that ${name} needs next year`,
        steps: () => repackingSteps(value, things, 'rows'),
      }
    },
  ],
})

function repackingSteps(
  { boxes, size, packSize }: { readonly boxes: number; readonly size: number; readonly packSize: number },
  things: string,
  packs: string,
): readonly string[] {
  const all = boxes * size
  const count = digits(all, packSize)
  return [
    `First find how many ${things} there are: ${boxes} × ${size} = <<${boxes}*${size}=${all}>>${all}.`,
    `Then divide by the new size: ${all} ÷ ${packSize} = <<${all}/${packSize}=${count}>>${count}, so there are ${count} ${packs}.`,
  ]
}

/** Two lots of equal sharing out of one stock. */
const remainderAfterGroups: Family = defineFamily({
  id: 'left-over-from-several-boxes',
  knowledgePoints: ['multiplication-of-whole-numbers', 'division-with-remainder'],
  level: 2,
  result: { kind: 'count' },
  givens: {
    boxes: { minimum: 3, maximum: 40, link: { kind: 'count' } },
    size: { minimum: 4, maximum: 40, link: { kind: 'count' } },
    people: { minimum: 4, maximum: 40, link: { kind: 'count' } },
  },
  possible: ({ boxes, size, people }) => boxes * size > people,
  nice: ({ boxes, size, people }) => (boxes * size) % people >= 2 && boxes * size >= 2 * people,
  solve: ({ boxes, size, people }) => integerAnswer((boxes * size) % people),
  check: {
    method: 'simulation',
    // Deal the things out one round at a time.
    accepts: ({ boxes, size, people }, answer) => {
      let stock = 0
      for (let box = 0; box < boxes; box++) stock += size
      while (stock >= people) stock -= people
      return numericValue(answer) === stock
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['crayons', 'balloons', 'sweets'])
      return {
        setup: `A teacher opens ${text.boxes} packets of ${text.size} ${things} each and gives the same number of ${things} to each of ${text.people} pupils, as many as possible.`,
        ask: `How many ${things} are left over?`,
        quantity: `the number of ${things} that the teacher has left over`,
        steps: () => leftSteps(value, things),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const things = story.pick(['bulbs', 'seedlings', 'strawberry plants'])
      return {
        setup: `${name} has ${text.boxes} trays with ${text.size} ${things} in each and plants all of them in rows of ${text.people}. The last row is not complete.`,
        ask: `How many ${things} are in the last row?`,
        quantity: `the number of ${things} in the last row that ${name} plants`,
        steps: () => leftSteps(value, things),
      }
    },
    ({ value, text, story }) => {
      const goods = story.pick(['oranges', 'lemons', 'peppers'])
      return {
        setup: `Nets with ${text.people} ${goods} each are filled from ${text.boxes} crates that hold ${text.size} ${goods} each, until there are not enough for another net.`,
        ask: `Find the number of ${goods} that remain.`,
        quantity: `the number of ${goods} that remain when no further net can be filled`,
        steps: () => leftSteps(value, goods),
      }
    },
    ({ value, text, story }) => {
      const event = story.pick(['dance festival', 'relay day', 'parade'])
      return {
        setup: `At a ${event} there are ${text.boxes} groups of ${text.size} children. All the children together line up in rows of ${text.people}, and those who do not fill a row hold the flags.`,
        ask: `How many children hold the flags?`,
        quantity: `the number of children who hold the flags at the ${event}`,
        steps: () => leftSteps(value, 'children'),
      }
    },
  ],
})

function leftSteps(
  { boxes, size, people }: { readonly boxes: number; readonly size: number; readonly people: number },
  things: string,
): readonly string[] {
  const all = boxes * size
  const times = Math.floor(all / people)
  return [
    `Altogether there are ${boxes} × ${size} = <<${boxes}*${size}=${all}>>${all} ${things}.`,
    `Divide by ${people} with remainder: ${times} × ${people} = <<${times}*${people}=${times * people}>>${times * people}, and adding another ${people} would be too many.`,
    `The remainder is ${all} - ${times * people} = <<${all}-${times * people}=${all - times * people}>>${all - times * people}, so ${all - times * people} ${things} remain.`,
  ]
}

export const jointWholeNumberFamilies: readonly Family[] = [boxesPartlyUsed, repacking, remainderAfterGroups]
