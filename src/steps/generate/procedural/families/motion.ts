import { fractionAnswer, integerAnswer, isFraction, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { digits } from './everyday-text.ts'

const kilometres = { kind: 'length', unit: 'km' } as const
const hours = { kind: 'time', unit: 'hours' } as const
const speed = { kind: 'speed', unit: 'km/h' } as const

/** Distance from speed and time. */
const distanceTravelled: Family = defineFamily({
  id: 'distance-at-constant-speed',
  knowledgePoints: ['constant-speed-travel'],
  level: 1,
  result: kilometres,
  givens: {
    speed: { minimum: 24, maximum: 96, link: speed },
    hours: { minimum: 2, maximum: 15, link: hours },
  },
  possible: () => true,
  nice: ({ speed: rate, hours: time }) => rate * time <= 900,
  solve: ({ speed: rate, hours: time }) => integerAnswer(rate * time),
  check: {
    method: 'simulation',
    accepts: ({ speed: rate, hours: time }, answer) => {
      let covered = 0
      for (let hour = 0; hour < time; hour++) covered += rate
      return isFraction(answer, covered)
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const ship = story.pick(['coach', 'goods train', 'night train'])
      return {
        setup: `A ${ship} keeps a constant speed of ${text.speed} km/h for ${text.hours} hours.`,
        ask: `How many kilometres does it cover?`,
        quantity: `the distance in kilometres that the ${ship} covers`,
        steps: () => distanceSteps(value.speed, value.hours),
      }
    },
    ({ value, text, story }) => {
      const vehicle = story.pick(['van', 'minibus', 'camper'])
      return {
        setup: `${story.hero.name} needs ${text.hours} hours to reach the coast in a ${vehicle}, always travelling at ${text.speed} kilometres per hour.`,
        ask: `How many kilometres is it from the starting point to the coast?`,
        quantity: `the distance in kilometres from ${story.hero.name}'s starting point to the coast`,
        steps: () => distanceSteps(value.speed, value.hours),
      }
    },
    ({ value, text, story }) => {
      const animal = story.pick(['migrating crane', 'falcon', 'wild goose'])
      return {
        setup: `In one day a ${animal} flies for ${text.hours} hours at a steady ${text.speed} km/h.`,
        ask: `Find the length of its flight in kilometres.`,
        quantity: `the length in kilometres of the ${animal}'s flight`,
        steps: () => distanceSteps(value.speed, value.hours),
      }
    },
    ({ value, text, story }) => {
      const friend = story.person().name
      return {
        setup: `At ${text.speed} km/h on the motorway, ${friend} drives for ${text.hours} hours without a stop.`,
        ask: `How many kilometres does ${friend} drive?`,
        quantity: `the distance in kilometres that ${friend} drives on the motorway`,
        steps: () => distanceSteps(value.speed, value.hours),
      }
    },
  ],
})

function distanceSteps(rate: number, time: number): readonly string[] {
  return [
    `At constant speed the same distance is covered in every hour, so distance is speed times time.`,
    `${rate} × ${time} = <<${rate}*${time}=${rate * time}>>${rate * time}, so the distance is ${rate * time} km.`,
  ]
}

/** Time from distance and speed. */
const travelTime: Family = defineFamily({
  id: 'time-at-constant-speed',
  knowledgePoints: ['constant-speed-travel'],
  level: 1,
  result: hours,
  answerStyle: 'decimal',
  givens: {
    distance: { minimum: 24, maximum: 900, link: kilometres },
    speed: { minimum: 24, maximum: 110, link: speed },
  },
  sample: (random, fixed) => {
    const rate = fixed.speed ?? random.integer(24, 110)
    const distance = fixed.distance ?? rate * random.integer(2, 14)
    return { distance, speed: rate }
  },
  possible: () => true,
  nice: ({ distance, speed: rate }) => distance % rate === 0 && distance > rate,
  solve: ({ distance, speed: rate }) => fractionAnswer(distance, rate),
  check: {
    method: 'inverse',
    accepts: ({ distance, speed: rate }, answer) => Math.abs(numericValue(answer) * rate - distance) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const vehicle = story.pick(['lorry', 'coach', 'freight train'])
      return {
        setup: `A ${vehicle} has to travel ${text.distance} km and moves at a constant ${text.speed} km/h.`,
        ask: `How many hours does the trip take?`,
        quantity: `the time in hours that the ${vehicle}'s trip takes`,
        steps: () => timeSteps(value.distance, value.speed),
      }
    },
    ({ value, text, story }) => {
      const ship = story.pick(['speedboat', 'catamaran', 'hovercraft'])
      return {
        setup: `At a steady speed of ${text.speed} km/h, a ${ship} heads for an island that is ${text.distance} kilometres away.`,
        ask: `After how many hours does the ${ship} arrive?`,
        quantity: `the time in hours after which the ${ship} arrives at the island`,
        steps: () => timeSteps(value.distance, value.speed),
      }
    },
    ({ value, text, story }) => ({
      setup: `On a motorcycle tour of ${text.distance} km, ${story.hero.name} covers ${text.speed} km in every hour of riding.`,
      ask: `Find the riding time in hours.`,
      quantity: `${story.hero.name}'s riding time in hours`,
      steps: () => timeSteps(value.distance, value.speed),
    }),
    ({ value, text, story }) => {
      const { name } = story.person()
      const place = story.pick(['mountain hut', 'seaside town', 'castle'])
      return {
        setup: `It is ${text.distance} km by road from ${name}'s home to a ${place}. ${name} drives there at a constant ${text.speed} km/h.`,
        ask: `How many hours does ${name} need?`,
        quantity: `the number of hours that ${name} needs to reach the ${place}`,
        steps: () => timeSteps(value.distance, value.speed),
      }
    },
  ],
})

function timeSteps(distance: number, rate: number): readonly string[] {
  const time = digits(distance, rate)
  return [
    `Each hour covers ${rate} km, so the time is the distance divided by the speed.`,
    `${distance} ÷ ${rate} = <<${distance}/${rate}=${time}>>${time}, so it takes ${time} hours.`,
  ]
}

/** Mean speed over two legs. */
const meanSpeed: Family = defineFamily({
  id: 'average-speed-of-two-legs',
  knowledgePoints: ['average-speed'],
  level: 2,
  result: speed,
  answerStyle: 'decimal',
  givens: {
    firstDistance: { minimum: 20, maximum: 480, link: kilometres },
    firstHours: { minimum: 2, maximum: 8, link: hours },
    secondDistance: { minimum: 20, maximum: 480, link: kilometres },
    secondHours: { minimum: 2, maximum: 8, link: hours },
  },
  sample: (random, fixed) => {
    const firstHours = fixed.firstHours ?? random.integer(2, 8)
    const secondHours = fixed.secondHours ?? random.integer(2, 8)
    const whole = (firstHours + secondHours) * random.integer(25, 95)
    const firstDistance =
      fixed.firstDistance ??
      (fixed.secondDistance === undefined
        ? firstHours * random.integer(25, 95)
        : whole - fixed.secondDistance)
    return {
      firstDistance,
      firstHours,
      secondDistance: fixed.secondDistance ?? whole - firstDistance,
      secondHours,
    }
  },
  possible: () => true,
  nice: ({ firstDistance, firstHours, secondDistance, secondHours }) =>
    (firstDistance + secondDistance) % (firstHours + secondHours) === 0 &&
    firstDistance * secondHours !== secondDistance * firstHours &&
    [firstDistance / firstHours, secondDistance / secondHours].every((rate) => rate >= 20 && rate <= 110),
  solve: ({ firstDistance, firstHours, secondDistance, secondHours }) =>
    fractionAnswer(firstDistance + secondDistance, firstHours + secondHours),
  check: {
    method: 'inverse',
    // At this one speed, the whole time covers the whole way.
    accepts: ({ firstDistance, firstHours, secondDistance, secondHours }, answer) =>
      Math.abs(
        numericValue(answer) * firstHours +
          numericValue(answer) * secondHours -
          firstDistance -
          secondDistance,
      ) < 1e-7,
  },
  wordings: [
    ({ value, text, story }) => {
      const vehicle = story.pick(['coach', 'lorry', 'caravan'])
      return {
        setup: `A ${vehicle} covers ${text.firstDistance} km in the first ${text.firstHours} hours and ${text.secondDistance} km in the following ${text.secondHours} hours.`,
        ask: `What is its average speed in km/h over the whole time?`,
        quantity: `the average speed of the ${vehicle} in km/h`,
        steps: () => meanSteps(value),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      return {
        setup: `${name} drives ${text.firstDistance} km to a friend in ${text.firstHours} hours and from there ${text.secondDistance} km to the seaside in ${text.secondHours} hours.`,
        ask: `How many kilometres per hour does ${name} drive on average, not counting the stop?`,
        quantity: `${name}'s average driving speed in km/h`,
        steps: () => meanSteps(value),
      }
    },
    ({ value, text, story }) => {
      const ship = story.pick(['rescue boat', 'delivery van', 'research drone'])
      return {
        setup: `On Monday a ${ship} is under way for ${text.firstHours} hours and travels ${text.firstDistance} km. On Tuesday it is under way for ${text.secondHours} hours and travels ${text.secondDistance} km.`,
        ask: `Find the average speed of the ${ship} on these two trips in km/h.`,
        quantity: `the average speed of the ${ship} on the two trips in km/h`,
        steps: () => meanSteps(value),
      }
    },
  ],
})

interface TwoLegs {
  readonly firstDistance: number
  readonly firstHours: number
  readonly secondDistance: number
  readonly secondHours: number
}

function meanSteps({ firstDistance, firstHours, secondDistance, secondHours }: TwoLegs): readonly string[] {
  const way = firstDistance + secondDistance
  const time = firstHours + secondHours
  const rate = digits(way, time)
  return [
    `Average speed is total distance over total time, not the mean of the two speeds.`,
    `Distance: ${firstDistance} + ${secondDistance} = <<${firstDistance}+${secondDistance}=${way}>>${way} km. Time: ${firstHours} + ${secondHours} = <<${firstHours}+${secondHours}=${time}>>${time} hours.`,
    `${way} ÷ ${time} = <<${way}/${time}=${rate}>>${rate} km/h.`,
  ]
}

export const motionFamilies: readonly Family[] = [distanceTravelled, travelTime, meanSpeed]
