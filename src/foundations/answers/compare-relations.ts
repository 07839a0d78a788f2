import type { AnswerNode, RelationNode } from './answer-node.ts'
import { compareConditions, minus } from './compare-formulas.ts'
import type { WorkBudget } from './evaluate-exact.ts'
import { different, undecided, type Grade } from './grade.ts'
import { isEquation, readNamed } from './interpret-answer.ts'
import { toRealSet } from './real-sets.ts'

/** Two equations with unknowns that state no value, or two inequalities that are no set. */
export function compareRelations(
  first: AnswerNode,
  second: AnswerNode,
  budget: WorkBudget,
): Grade | undefined {
  if (first.kind !== 'relation' || second.kind !== 'relation') return undefined
  const one = readNamed(first)
  const other = readNamed(second)
  // `x = 5` and `x = 6` are compared by their values.
  if (one !== undefined && other !== undefined && one.name === other.name) return undefined
  if (isEquation(first) && isEquation(second)) {
    if (one !== undefined && other !== undefined && !one.name.startsWith('('))
      return compareEquations(first, second, budget) ?? different('relation', 'different names')
    return compareEquations(first, second, budget)
  }
  if (toRealSet(first, budget) !== undefined && toRealSet(second, budget) !== undefined) return undefined
  return compareInequalities(first, second, budget)
}

function compareEquations(first: RelationNode, second: RelationNode, budget: WorkBudget): Grade | undefined {
  const [a, b, ...more] = first.sides
  const [c, d, ...rest] = second.sides
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined
  if (more.length > 0 || rest.length > 0) return undefined
  return compareConditions(minus(a, b), minus(c, d), { ordered: false, budget })
}

function compareInequalities(first: RelationNode, second: RelationNode, budget: WorkBudget): Grade {
  const [sign, ...more] = first.signs
  const [other, ...rest] = second.signs
  const [a, b] = first.sides
  const [c, d] = second.sides
  const single =
    more.length === 0 &&
    rest.length === 0 &&
    a !== undefined &&
    b !== undefined &&
    c !== undefined &&
    d !== undefined
  if (!single || sign === undefined || other === undefined || sign === 'in' || other === 'in')
    return undecided('relation', 'relations that are not understood')
  if (
    sign.endsWith('=') !== other.endsWith('=') ||
    sign.startsWith('!') !== other.startsWith('!') ||
    (sign === '=') !== (other === '=')
  )
    return different('relation', 'different relations')
  const left = sign.startsWith('>') ? minus(a, b) : minus(b, a)
  const right = other.startsWith('>') ? minus(c, d) : minus(d, c)
  return compareConditions(left, right, { ordered: sign !== '!=', budget })
}
