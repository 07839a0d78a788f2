import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits } from './everyday-text.ts'

/** Pieces in centimetres from a length in metres. */
const piecesFromMetres: Family = defineFamily({
  id: 'pieces-from-metres',
  knowledgePoints: ['length-conversion'],
  level: 1,
  result: { kind: 'count' },
  givens: {
    metres: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    piece: { minimum: 4, maximum: 90, link: { kind: 'number' } },
  },
  possible: ({ metres, piece }) => 100 * metres > piece,
  nice: ({ metres, piece }) => (100 * metres) % piece === 0,
  solve: ({ metres, piece }) => fractionAnswer(100 * metres, piece),
  check: {
    method: 'inverse',
    accepts: ({ metres, piece }, answer) => Math.abs((numericValue(answer) * piece) / 100 - metres) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const material = story.pick(['tape', 'lace', 'plastic tubing'])
      return {
        setup: `A roll of ${text.metres} m of ${material} is cut into strips of ${text.piece} cm without any waste.`,
        ask: `How many strips are there?`,
        quantity: `the number of strips of ${material}`,
        steps: () => metreSteps(value.metres, value.piece, 'strips'),
      }
    },
    ({ value, text, story }) => {
      const edge = story.pick(['garden path', 'flower bed', 'pond'])
      return {
        setup: `${story.hero.name} lines one side of a ${edge}, ${text.metres} metres long, with stones that are each ${text.piece} centimetres long. The stones touch each other.`,
        ask: `How many stones does ${story.hero.name} need?`,
        quantity: `the number of stones that ${story.hero.name} needs for the side of the ${edge}`,
        steps: () => metreSteps(value.metres, value.piece, 'stones'),
      }
    },
    ({ value, text, story }) => {
      const animal = story.pick(['beetle', 'tortoise', 'toy robot'])
      return {
        setup: `With every move a ${animal} advances ${text.piece} cm on a straight track of ${text.metres} m.`,
        ask: `Find the number of moves that it needs for the whole track.`,
        quantity: `the number of moves that the ${animal} needs for the whole track`,
        steps: () => metreSteps(value.metres, value.piece, 'moves'),
      }
    },
  ],
})

function metreSteps(metres: number, piece: number, things: string): readonly string[] {
  const length = 100 * metres
  const count = digits(length, piece)
  return [
    `Use the same unit for both: ${metres} m are ${metres} × 100 = <<${metres}*100=${length}>>${length} cm.`,
    `${length} ÷ ${piece} = <<${length}/${piece}=${count}>>${count}, so there are ${count} ${things}.`,
  ]
}

/** Many equal masses in grams, in kilograms. */
const totalMass: Family = defineFamily({
  id: 'total-mass-in-kilograms',
  knowledgePoints: ['mass-conversion'],
  level: 1,
  result: { kind: 'mass', unit: 'kg' },
  answerStyle: 'decimal',
  givens: {
    count: { minimum: 4, maximum: 90, link: { kind: 'count' } },
    grams: { minimum: 50, maximum: 950, step: 25 },
  },
  possible: ({ count }) => count >= 2,
  nice: ({ count, grams }) => (count * grams) % 500 === 0,
  solve: ({ count, grams }) => fractionAnswer(count * grams, 1000),
  check: {
    method: 'simulation',
    accepts: ({ count, grams }, answer) => {
      let load = 0
      for (let item = 0; item < count; item++) load += grams
      return isFraction(answer, load, 1000)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const things = story.pick(['bags of rice', 'jars of honey', 'books'])
      return {
        setup: `A crate holds ${text.count} ${things}, and each weighs ${text.grams} g.`,
        ask: `What is the mass of the contents of the crate in kilograms?`,
        quantity: `the mass in kilograms of the ${things} in the crate`,
        steps: () => massSteps(value.count, value.grams),
      }
    },
    ({ value, text, story }) => {
      const animals = story.pick(['dogs', 'goats', 'penguins'])
      return {
        setup: `Every day each of the ${text.count} ${animals} in a park gets ${text.grams} grams of food.`,
        ask: `How many kilograms of food do the ${animals} need per day?`,
        quantity: `the mass in kilograms of the food that the ${animals} need per day`,
        steps: () => massSteps(value.count, value.grams),
      }
    },
    ({ value, text, story }) => {
      const course = story.pick(['pottery day', 'sculpture project', 'craft festival'])
      return {
        setup: `${story.hero.name} prepares clay for a ${course} with ${text.count} participants: ${text.grams} g for each person.`,
        ask: `Find the mass in kilograms of the clay that ${story.hero.name} prepares.`,
        quantity: `the mass in kilograms of the clay that ${story.hero.name} prepares`,
        steps: () => massSteps(value.count, value.grams),
      }
    },
  ],
})

function massSteps(count: number, grams: number): readonly string[] {
  const all = count * grams
  return [
    `In grams: ${count} × ${grams} = <<${count}*${grams}=${all}>>${all} g.`,
    `1000 g make one kilogram: ${all} ÷ 1000 = <<${all}/1000=${digits(all, 1000)}>>${digits(all, 1000)} kg.`,
  ]
}

/** Glasses in millilitres from litres. */
const glassesFromLitres: Family = defineFamily({
  id: 'glasses-from-litres',
  knowledgePoints: ['capacity-conversion'],
  level: 1,
  result: { kind: 'count' },
  givens: {
    litres: { minimum: 2, maximum: 90, link: { kind: 'number' } },
    glass: { minimum: 100, maximum: 500, step: 10 },
  },
  possible: ({ litres, glass }) => 1000 * litres > glass,
  nice: ({ litres, glass }) => (1000 * litres) % glass === 0,
  solve: ({ litres, glass }) => fractionAnswer(1000 * litres, glass),
  check: {
    method: 'inverse',
    accepts: ({ litres, glass }, answer) => Math.abs((numericValue(answer) * glass) / 1000 - litres) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const drink = story.pick(['mango juice', 'tomato soup', 'hot chocolate'])
      return {
        setup: `For a sports day ${text.litres} litres of ${drink} are served in cups of ${text.glass} ml.`,
        ask: `How many cups can be filled?`,
        quantity: `the number of cups of ${drink} that can be filled`,
        steps: () => litreSteps(value.litres, value.glass, 'cups'),
      }
    },
    ({ value, text, story }) => {
      const liquid = story.pick(['hand soap', 'plant food', 'shampoo'])
      return {
        setup: `A machine takes ${liquid} from a full tank of ${text.litres} litres and fills ${text.glass} millilitres into each bottle.`,
        ask: `After how many bottles is the tank empty?`,
        quantity: `the number of bottles after which the tank of ${liquid} is empty`,
        steps: () => litreSteps(value.litres, value.glass, 'bottles'),
      }
    },
    ({ value, text, story }) => {
      const sauce = story.pick(['vinegar', 'soy sauce', 'maple syrup'])
      return {
        setup: `${story.hero.name} fills ${text.litres} litres of ${sauce} into bottles that hold ${text.glass} ml each.`,
        ask: `Find the number of bottles that ${story.hero.name} fills.`,
        quantity: `the number of bottles of ${sauce} that ${story.hero.name} fills`,
        steps: () => litreSteps(value.litres, value.glass, 'bottles'),
      }
    },
  ],
})

function litreSteps(litres: number, glass: number, things: string): readonly string[] {
  const all = 1000 * litres
  const count = digits(all, glass)
  return [
    `One litre has 1000 millilitres, so there are ${litres} × 1000 = <<${litres}*1000=${all}>>${all} ml.`,
    `${all} ÷ ${glass} = <<${all}/${glass}=${count}>>${count}, so the result is ${count} ${things}.`,
  ]
}

/** Hours and minutes in minutes. */
const hoursAndMinutes: Family = defineFamily({
  id: 'hours-and-minutes-in-minutes',
  knowledgePoints: ['time-conversion'],
  level: 1,
  result: { kind: 'number' },
  givens: {
    hours: { minimum: 2, maximum: 12, link: { kind: 'number' } },
    minutes: { minimum: 3, maximum: 59, link: { kind: 'number' } },
  },
  possible: () => true,
  solve: ({ hours, minutes: rest }) => integerAnswer(60 * hours + rest),
  check: {
    method: 'inverse',
    // Take the hours off one by one.
    accepts: ({ hours, minutes: rest }, answer) => {
      let left = numericValue(answer)
      for (let hour = 0; hour < hours; hour++) left -= 60
      return Math.abs(left - rest) < 1e-9
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const event = story.pick(['charity concert', 'mountain race', 'chess marathon'])
      return {
        setup: `A ${event} lasts ${text.hours} hours and ${text.minutes} minutes.`,
        ask: `How many minutes does the ${event} last?`,
        quantity: `the number of minutes that the ${event} lasts`,
        steps: () => minuteSteps(value.hours, value.minutes),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `During a long journey ${name} spends ${text.hours} hours on a train and then ${text.minutes} minutes on a bus.`,
        ask: `How many minutes does ${name} spend on the train and the bus altogether?`,
        quantity: `the number of minutes that ${name} spends on the train and the bus`,
        steps: () => minuteSteps(value.hours, value.minutes),
      }
    },
    ({ value, text, story }) => {
      const dish = story.pick(['stew', 'broth', 'roast'])
      return {
        setup: `According to a recipe a ${dish} simmers for ${text.hours} hours and rests for another ${text.minutes} minutes before it is served.`,
        ask: `Find the total time in minutes.`,
        quantity: `the number of minutes that the ${dish} simmers and rests`,
        steps: () => minuteSteps(value.hours, value.minutes),
      }
    },
  ],
})

function minuteSteps(hours: number, rest: number): readonly string[] {
  const whole = 60 * hours
  return [
    `One hour has 60 minutes, so ${hours} hours are ${hours} × 60 = <<${hours}*60=${whole}>>${whole} minutes.`,
    `With the other ${rest} minutes that makes ${whole} + ${rest} = <<${whole}+${rest}=${whole + rest}>>${whole + rest} minutes.`,
  ]
}

export const unitConversionFamilies: readonly Family[] = [
  piecesFromMetres,
  totalMass,
  glassesFromLitres,
  hoursAndMinutes,
]
