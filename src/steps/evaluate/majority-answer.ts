import { sameAnswer } from '../../foundations/answers/same-answer.ts'
import type { ItemScore } from './item-scores.ts'

/** What unread answers do in a vote: stand as one more answer, a wrong one, or have no part in it. */
export type UnreadVotes = 'counted' | 'left-out'

interface Group {
  readonly answer: string | undefined
  readonly right: boolean
  votes: number
}

/**
 * Whether the answer that most of an item's first `k` samples agree on is right. Right answers are one group; wrong ones are grouped by
 * what they mean. Among equals the group whose first member came first wins. Unread answers are `counted` for majority@k and
 * `left-out` for best-of-n by agreement, which chooses a sample with an answer wherever there is one.
 */
export function isMajorityRight(item: ItemScore, k: number, unread: UnreadVotes = 'counted'): boolean {
  const groups = groupAlike(item, k, unread)
  const wrong = groups.filter((group) => !group.right)
  const forRight = groups.find((group) => group.right)?.votes ?? 0
  // Mostly the count decides before any two wrong answers have to be compared.
  if (forRight === 0) return false
  if (wrong.reduce((sum, { votes }) => sum + votes, 0) < forRight) return true
  if (wrong.some(({ votes }) => votes > forRight)) return false
  const merged = mergeEqual(groups)
  const most = merged.reduce((highest, { votes }) => Math.max(highest, votes), 0)
  return merged.find(({ votes }) => votes === most)?.right ?? false
}

/** Groups by writing, in order of their first member. */
function groupAlike({ predictions, right }: ItemScore, k: number, unread: UnreadVotes): readonly Group[] {
  const groups = new Map<string, Group>()
  for (let place = 0; place < Math.min(k, right.length); place++) {
    const answer = predictions[place]
    const isRight = right[place] === true
    if (answer === undefined && !isRight && unread === 'left-out') continue
    const key = isRight ? 'right' : answer === undefined ? 'unread' : `wrong ${answer.replaceAll(/\s/g, '')}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { answer, right: isRight, votes: 1 })
    else group.votes++
  }
  return [...groups.values()]
}

/** Joins groups of wrong answers that mean the same. */
function mergeEqual(groups: readonly Group[]): readonly Group[] {
  const merged: Group[] = []
  for (const group of groups) {
    const other = group.right ? undefined : merged.find((one) => !one.right && mean(one.answer, group.answer))
    if (other === undefined) merged.push({ ...group })
    else other.votes += group.votes
  }
  return merged
}

function mean(first: string | undefined, second: string | undefined): boolean {
  if (first === undefined || second === undefined) return false
  // Different whole numbers need no reading.
  if (wholeNumber.test(first) && wholeNumber.test(second)) return false
  return sameAnswer(first, second) === 'equal'
}

const wholeNumber = /^-?[1-9]\d*$/
