import { fractionAnswer, integerAnswer, integerValue, numericValue } from '../answer.ts'
import { defineFamily, type Family } from '../family.ts'
import { computed } from './computed.ts'

/** Something is left over, or something is missing. */
const surplusAndShortage: Family = defineFamily({
  id: 'surplus-and-shortage',
  knowledgePoints: ['surplus-and-shortage-problems'],
  level: 3,
  result: { kind: 'count' },
  givens: {
    less: { minimum: 2, maximum: 12, link: { kind: 'count' } },
    left: { minimum: 2, maximum: 60, link: { kind: 'count' } },
    more: { minimum: 3, maximum: 15, link: { kind: 'count' } },
    short: { minimum: 2, maximum: 60, link: { kind: 'count' } },
  },
  possible: ({ less, left, more, short }) => more > less && (left + short) % (more - less) === 0,
  nice: ({ less, left, more, short }) =>
    (left + short) / (more - less) > left && new Set([less, left, more, short]).size === 4,
  sample: (random, fixed) => {
    const less = fixed.less ?? random.integer(2, 9)
    const more = fixed.more ?? less + random.integer(1, 3)
    const children = random.integer(4, 40)
    const total = children * (more - less)
    const left = fixed.left ?? (fixed.short === undefined ? random.integer(2, 30) : total - fixed.short)
    return { less, more, left, short: fixed.short ?? total - left }
  },
  solve: ({ less, left, more, short }) => fractionAnswer(left + short, more - less),
  check: {
    method: 'inverse',
    // Both ways of sharing must start from the same number of things.
    accepts: ({ less, left, more, short }, answer) => {
      const people = numericValue(answer)
      return Math.abs(less * people + left - (more * people - short)) < 1e-9
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const sweets = story.pick(['dates', 'biscuits', 'toffees'])
      return {
        setup: `A teacher shares out ${sweets} among the children of a class. If every child gets ${text.less} ${sweets}, then ${text.left} ${sweets} are left over. If every child is to get ${text.more}, the teacher is ${text.short} short.`,
        ask: `How many children are in the class?`,
        quantity: `the number of children in the class`,
        steps: () => surplusSteps(value, 'child'),
      }
    },
    ({ value, text, story }) => {
      const { name } = story.hero
      const flowers = story.pick(['roses', 'carnations', 'daffodils'])
      return {
        setup: `${name} puts ${flowers} into vases. With ${text.less} ${flowers} in each vase, ${text.left} of them remain; with ${text.more} in each vase, ${text.short} would be missing.`,
        ask: `How many vases does ${name} have?`,
        quantity: `the number of vases that ${name} has`,
        steps: () => surplusSteps(value, 'vase'),
      }
    },
    ({ value, text, story }) => {
      const group = story.pick(['scouts', 'hikers', 'pilgrims'])
      return {
        setup: `A group of ${group} stays at a lodge. With ${text.more} of them to a room, ${text.short} places would remain free in the lodge; with only ${text.less} to a room, ${text.left} ${group} would find no place.`,
        ask: `Find the number of rooms in the lodge.`,
        quantity: `the number of rooms in the lodge`,
        steps: () => surplusSteps(value, 'room'),
      }
    },
  ],
})

function surplusSteps(
  value: { less: number; left: number; more: number; short: number },
  unit: string,
): readonly string[] {
  const { less, left, more, short } = value
  const [gap, each] = [left + short, more - less]
  const units = unit === 'child' ? 'children' : `${unit}s`
  return [
    `Going from ${less} to ${more} for each ${unit} takes ${more} - ${less} = ${computed(`${more}-${less}`, each)} more for each ${unit}.`,
    `Altogether it takes what was left over and what was missing: ${left} + ${short} = ${computed(`${left}+${short}`, gap)}.`,
    `So the number of ${units} is ${gap} ÷ ${each} = ${computed(`${gap}/${each}`, gap / each)}.`,
  ]
}

/** Undo a chain of operations. */
const undoTheChain: Family = defineFamily({
  id: 'undo-the-chain',
  knowledgePoints: ['working-backwards'],
  level: 2,
  result: { kind: 'number' },
  givens: {
    added: { minimum: 2, maximum: 40, link: { kind: 'number' } },
    factor: { minimum: 2, maximum: 9, link: { kind: 'number' } },
    removed: { minimum: 2, maximum: 60, link: { kind: 'number' } },
    last: { minimum: 5, maximum: 240, link: { kind: 'number' } },
  },
  possible: ({ added, factor, removed, last }) =>
    (last + removed) % factor === 0 && (last + removed) / factor > added,
  nice: ({ added, factor, removed, last }) => new Set([added, factor, removed, last]).size === 4,
  solve: ({ added, factor, removed, last }) => fractionAnswer(last + removed - added * factor, factor),
  check: {
    method: 'simulation',
    accepts: ({ added, factor, removed, last }, answer) =>
      Math.abs((numericValue(answer) + added) * factor - removed - last) < 1e-9,
  },
  wordings: [
    ({ value, text, story }) => {
      const { name, they } = story.hero
      return {
        setup: `${name} thinks of a number, adds ${text.added} to it, multiplies the result by ${text.factor} and then subtracts ${text.removed}. In the end ${they} gets ${text.last}.`,
        ask: `What number did ${name} think of?`,
        quantity: `the number that ${name} thought of`,
        steps: () => undoSteps(value),
      }
    },
    ({ value, text, story }) => {
      const creature = story.pick(['wizard', 'genie', 'mermaid'])
      return {
        setup: `A fisherman puts ${text.added} pearls into a chest that already holds some pearls. A ${creature} makes the number of pearls in the chest ${text.factor} times as large and then takes ${text.removed} pearls as a reward, after which ${text.last} pearls are in the chest.`,
        ask: `How many pearls were in the chest at first?`,
        quantity: `the number of pearls that were in the chest at first`,
        steps: () => undoSteps(value),
      }
    },
    ({ value, text, story }) => {
      const game = story.pick(['card game', 'computer game', 'board game'])
      return {
        setup: `In a ${game} a player first wins ${text.added} points; next, a bonus multiplies the score by ${text.factor}, and finally a penalty costs ${text.removed} points. The final score is ${text.last} points.`,
        ask: `Find the score with which the player started.`,
        quantity: `the score with which the player of the ${game} started`,
        steps: () => undoSteps(value),
      }
    },
  ],
})

function undoSteps(value: {
  added: number
  factor: number
  removed: number
  last: number
}): readonly string[] {
  const { added, factor, removed, last } = value
  const before = last + removed
  const quotient = before / factor
  return [
    `Start at the end and undo the changes in reverse order.`,
    `Before ${removed} was taken away: ${last} + ${removed} = ${computed(`${last}+${removed}`, before)}.`,
    `Before the multiplication: ${before} ÷ ${factor} = ${computed(`${before}/${factor}`, quotient)}.`,
    `Before ${added} was added: ${quotient} - ${added} = ${computed(`${quotient}-${added}`, quotient - added)}.`,
  ]
}

/** The first move that wins. */
const winningFirstMove: Family = defineFamily({
  id: 'winning-first-move',
  knowledgePoints: ['nim-and-winning-strategies'],
  level: 3,
  result: { kind: 'count' },
  givens: {
    stones: { minimum: 12, maximum: 160, link: { kind: 'count' } },
    most: { minimum: 3, maximum: 12, link: { kind: 'count' } },
  },
  possible: ({ stones, most }) => most >= 2 && stones > most && stones % (most + 1) !== 0,
  nice: ({ stones, most }) => stones % (most + 1) >= 2,
  solve: ({ stones, most }) => integerAnswer(stones % (most + 1)),
  check: {
    method: 'brute force',
    // Play the game backwards: a position is lost when every move leads to a won one.
    accepts: ({ stones, most }, answer) => {
      const lost: boolean[] = [true]
      for (let left = 1; left <= stones; left++) {
        let stuck = true
        for (let taken = 1; taken <= Math.min(most, left); taken++)
          if (lost[left - taken] === true) stuck = false
        lost.push(stuck)
      }
      const taken = integerValue(answer)
      return taken !== undefined && taken >= 1 && taken <= most && lost[stones - taken] === true
    },
  },
  wordings: [
    ({ value, text, story }) => {
      const { name } = story.hero
      const friend = story.person().name
      const things = story.pick(['pebbles', 'matches', 'beans'])
      return {
        setup: `${name} and ${friend} take turns removing ${things} from a heap of ${text.stones} ${things}. Each player must take at least one and at most ${text.most} of the ${things} per turn, and whoever takes the last one wins. ${name} goes first.`,
        ask: `How many ${things} must ${name} take in the first turn to be sure of winning with best play?`,
        quantity: `the number of ${things} that ${name} must take in the first turn to be sure of winning`,
        steps: () => gameSteps(value),
      }
    },
    ({ value, text, story }) => {
      const [one, other] = [story.person().name, story.person().name]
      return {
        setup: `${one} and ${other} play a counting game that starts from zero. By turns they raise the current number by a whole number from one to ${text.most}, and the player who reaches ${text.stones} wins.`,
        ask: `Which number must ${one}, who begins, say first in order to force a win?`,
        quantity: `the number that ${one} must say first in order to force a win`,
        steps: () => gameSteps(value),
      }
    },
    ({ value, text, story }) => {
      const piece = story.pick(['knight figure', 'toy ship', 'token'])
      return {
        setup: `Two players move the same ${piece} along a track of ${text.stones} squares towards the goal, which is the last square. At the beginning it stands in front of the first square, and each move carries it forward by at least one and at most ${text.most} squares. The player who moves it onto the goal wins.`,
        ask: `By how many squares must the starting player move it at first to be sure of winning with best play?`,
        quantity: `the number of squares by which the starting player must move the ${piece} at first to be sure of winning`,
        steps: () => gameSteps(value),
      }
    },
  ],
})

function gameSteps(value: { stones: number; most: number }): readonly string[] {
  const { stones, most } = value
  const round = most + 1
  const rest = stones % round
  return [
    `Whatever amount from 1 to ${most} the opponent chooses, the other player can make it up to ${most} + 1 = ${computed(`${most}+1`, round)}. So whoever leaves a multiple of ${round} still to go wins.`,
    `${stones} = ${Math.floor(stones / round)} × ${round} + ${rest}, so the first move must be the remainder: ${stones} - ${Math.floor(stones / round)} × ${round} = ${computed(`${stones}-${Math.floor(stones / round)}*${round}`, rest)}.`,
  ]
}

export const strategyPuzzleFamilies: readonly Family[] = [surplusAndShortage, undoTheChain, winningFirstMove]
