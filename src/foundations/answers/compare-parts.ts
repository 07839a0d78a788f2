import { toFraction } from '../exact-number/rational.ts'
import type { AnswerNode } from './answer-node.ts'
import { evaluateExact, type WorkBudget } from './evaluate-exact.ts'
import { different, equal, undecided, type Grade } from './grade.ts'

/** What comparisons of parts share, and how a part is compared. */
export interface Nested {
  readonly budget: WorkBudget
  readonly compare: (first: AnswerNode, second: AnswerNode) => Grade
}

/** Sets: every member of one is equal to one of the other. Rational members are matched by value, the rest one by one. */
export function asSets(first: readonly AnswerNode[], second: readonly AnswerNode[], inner: Nested): Grade {
  if (first.length > 1 && first.length === second.length) {
    const ordered = inOrder(first, second, inner)
    if (ordered.outcome === 'equal') return ordered
  }
  const [left, leftKeys] = splitByKey(first, inner.budget)
  const [right, rightKeys] = splitByKey(second, inner.budget)
  for (const [key, node] of leftKeys) if (!rightKeys.has(key)) left.push(node)
  for (const [key, node] of rightKeys) if (!leftKeys.has(key)) right.push(node)
  const grades = [haveAll(left, second, inner), haveAll(right, first, inner)]
  return (
    grades.find((grade) => grade?.outcome === 'different') ??
    grades.find((grade) => grade !== undefined) ??
    equal('structure', 'the same members')
  )
}

/** `undefined` where each of the items is equal to one of the others. */
function haveAll(
  items: readonly AnswerNode[],
  others: readonly AnswerNode[],
  { compare }: Nested,
): Grade | undefined {
  for (const item of items) {
    let unclear = false
    const found = others.some((other) => {
      const { outcome } = compare(item, other)
      unclear ||= outcome === 'undecided'
      return outcome === 'equal'
    })
    if (!found)
      return unclear
        ? undecided('structure', 'members that are not understood')
        : different('structure', 'different members')
  }
  return undefined
}

function splitByKey(
  items: readonly AnswerNode[],
  budget: WorkBudget,
): readonly [AnswerNode[], Map<string, AnswerNode>] {
  const others: AnswerNode[] = []
  const keys = new Map<string, AnswerNode>()
  for (const item of items) {
    const value = evaluateExact(item, budget)
    if (value === undefined) others.push(item)
    else keys.set(toFraction(value), item)
  }
  return [others, keys]
}

/** Part by part. */
export function inOrder(
  first: readonly AnswerNode[],
  second: readonly AnswerNode[],
  { compare }: Nested,
): Grade {
  if (first.length !== second.length)
    return different('structure', `${first.length} and ${second.length} parts`)
  let doubt: Grade | undefined
  for (const [place, item] of first.entries()) {
    const grade = compare(item, second[place] as AnswerNode)
    if (grade.outcome === 'different') return different(grade.method, `part ${place + 1}: ${grade.reason}`)
    if (grade.outcome === 'undecided') doubt ??= grade
  }
  return doubt ?? equal('structure', 'the same parts')
}
