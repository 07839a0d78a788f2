import { toFraction } from '../exact-number/rational.ts'
import type { AnswerNode, GroupNode } from './answer-node.ts'
import { call, collectVariables } from './answer-node.ts'
import { sameTree } from './compare-formulas.ts'
import { compareQuantities } from './compare-quantities.ts'
import { asSets, inOrder, type Nested } from './compare-parts.ts'
import { compareRelations } from './compare-relations.ts'
import type { WorkBudget } from './evaluate-exact.ts'
import { different, equal, undecided, type Grade } from './grade.ts'
import { expandSigns, matrixRows, membersOf, readNamed, readRecord, recordTuple } from './interpret-answer.ts'
import { isSetLike, sameRealSet, toRealSet } from './real-sets.ts'
import { sameText } from './text-answers.ts'

const maximumNesting = 12

/** Compares two parsed answers by their structure, down to formulas. Symmetric. */
export function compareNodes(first: AnswerNode, second: AnswerNode, budget: WorkBudget, nesting = 0): Grade {
  if (budget.left <= 0 || nesting > maximumNesting) return undecided('limit', 'too much work')
  budget.left -= 1
  if (sameTree(first, second)) return equal('structure', 'the same')
  const inner: Nested = { budget, compare: (a, b) => compareNodes(a, b, budget, nesting + 1) }
  return (
    compareTexts(first, second) ??
    compareRelations(first, second, budget) ??
    compareRealSets(first, second, budget) ??
    compareRecords(first, second, inner) ??
    compareNamed(first, second, inner) ??
    compareMatrices(first, second, inner) ??
    compareLists(first, second, inner) ??
    compareTuples(first, second, inner) ??
    compareBased(first, second) ??
    compareRatios(first, second, inner) ??
    compareQuantities(first, second, budget)
  )
}

function compareTexts(first: AnswerNode, second: AnswerNode): Grade | undefined {
  if (first.kind !== 'text' && second.kind !== 'text') return undefined
  if (first.kind !== second.kind)
    return isNamedText(first) || isNamedText(second) ? undefined : different('text', 'words and a formula')
  return first.kind === 'text' && second.kind === 'text' && sameText(first.text, second.text)
    ? equal('text', 'the same words')
    : different('text', 'different words')
}

function isNamedText(node: AnswerNode): boolean {
  return node.kind === 'relation'
}

function compareRealSets(first: AnswerNode, second: AnswerNode, budget: WorkBudget): Grade | undefined {
  if (!isSetLike(first) && !isSetLike(second)) return undefined
  const a = toRealSet(first, budget)
  const b = toRealSet(second, budget)
  if (a === undefined || b === undefined) return undefined
  return sameRealSet(a, b, budget)
    ? equal('set', 'the same set of numbers')
    : different('set', 'different sets of numbers')
}

/** `x = 1, y = 2`: by name, with a tuple in the order of the names, with a bare list in the order written. */
function compareRecords(first: AnswerNode, second: AnswerNode, inner: Nested): Grade | undefined {
  const one = readRecord(first)
  const other = readRecord(second)
  if (one === undefined && other === undefined) return undefined
  if (one !== undefined && other !== undefined) {
    if (one.map(({ name }) => name).join() !== other.map(({ name }) => name).join()) {
      const stripped = (names: typeof one): string => names.map(({ name }) => name.replace(/_.*$/, '')).join()
      if (stripped(one) !== stripped(other)) return different('structure', 'different names')
    }
    return inOrder(recordTuple(one).items, recordTuple(other).items, inner)
  }
  const record = one ?? other ?? []
  const [node, plain] = one === undefined ? [second, first] : [first, second]
  if (plain.kind !== 'group' || plain.open !== plain.close) return undefined
  if (!['', '(', '<'].includes(plain.open) || plain.items.some((item) => readNamed(item) !== undefined))
    return different('structure', 'values with names and values without')
  const written = (node as GroupNode).items.map((item) => readNamed(item)?.value ?? item)
  // Numbered values, x_1 and x_2, are members of a set.
  if (record.every(({ name }) => /^[A-Za-z]+_/.test(name)))
    return plain.open === '(' ? undefined : asSets(written, membersOf(plain), inner)
  const direct = inOrder(recordTuple(record).items, plain.items, inner)
  return direct.outcome === 'equal' ? direct : inOrder(written, plain.items, inner)
}

function compareNamed(first: AnswerNode, second: AnswerNode, inner: Nested): Grade | undefined {
  const one = nameAndValue(first)
  const other = nameAndValue(second)
  if (one === undefined && other === undefined) return equationAgainstValue(first, second)
  if (
    one !== undefined &&
    other !== undefined &&
    one.name !== '' &&
    other.name !== '' &&
    one.name !== other.name
  )
    return different('structure', `values of ${one.name} and ${other.name}`)
  const a = one?.value ?? first
  const b = other?.value ?? second
  return inner.compare(a, b)
}

/** A named value, or `x in {1, 2}`. */
function nameAndValue(node: AnswerNode): { readonly name: string; readonly value: AnswerNode } | undefined {
  const named = readNamed(node)
  if (named !== undefined) return named
  if (node.kind !== 'relation' || node.signs.join() !== 'in') return undefined
  const [variable, set] = node.sides
  return variable?.kind === 'symbol' && set !== undefined ? { name: variable.name, value: set } : undefined
}

/** An equation that states no value is no value: `x + y = 3` is not 3. */
function equationAgainstValue(first: AnswerNode, second: AnswerNode): Grade | undefined {
  if ((first.kind === 'relation') === (second.kind === 'relation')) return undefined
  return different('structure', 'a relation and a value')
}

function compareMatrices(first: AnswerNode, second: AnswerNode, inner: Nested): Grade | undefined {
  const a = matrixRows(first)
  const b = matrixRows(second)
  if (a === undefined && b === undefined) return undefined
  if (a !== undefined && b !== undefined) {
    if (a.length !== b.length || a[0]?.length !== b[0]?.length)
      return different('structure', 'different shapes')
    return inOrder(a.flat(), b.flat(), inner)
  }
  const rows = a ?? b ?? []
  const plain = a === undefined ? first : second
  // A row or column of one matrix, written as a tuple.
  if (
    plain.kind === 'group' &&
    plain.open !== '{' &&
    plain.open !== '' &&
    (rows.length === 1 || rows[0]?.length === 1)
  )
    return inOrder(rows.flat(), plain.items, inner)
  if (rows.length === 1 && rows[0]?.length === 1) return inner.compare(rows[0][0] as AnswerNode, plain)
  return different('structure', 'a matrix and no matrix')
}

function isUnordered(node: AnswerNode): boolean {
  return node.kind === 'group' && (node.open === '' || node.open === '{')
}

function compareLists(first: AnswerNode, second: AnswerNode, inner: Nested): Grade | undefined {
  const signs = expandSigns(first).length + expandSigns(second).length > 2
  if (!isUnordered(first) && !isUnordered(second) && !signs) return undefined
  const isTuple = [first, second].some((node) => node.kind === 'group' && !isUnordered(node))
  const a = valuesOf(membersOf(first))
  const b = valuesOf(membersOf(second))
  if (isTuple && !signs)
    return a.length === 1 && b.length === 1 ? undefined : different('structure', 'a tuple and a set')
  return asSets(a, b, inner)
}

/** Members without their names; a name that only the first one has holds for all: `a = 4, -8`. */
function valuesOf(members: readonly AnswerNode[]): readonly AnswerNode[] {
  const named = members.map((member) => readNamed(member))
  const names = new Set(named.flatMap((one) => (one === undefined || one.name === '' ? [] : [one.name])))
  return names.size === 1 ? members.map((member, place) => named[place]?.value ?? member) : members
}

function compareTuples(first: AnswerNode, second: AnswerNode, inner: Nested): Grade | undefined {
  if (first.kind !== 'group' && second.kind !== 'group') return undefined
  if (first.kind !== 'group' || second.kind !== 'group')
    return different('structure', 'a group and a single value')
  const long = first.items.length > 2 && second.items.length > 2
  const vector = (first.open === '<' && second.open === '(') || (first.open === '(' && second.open === '<')
  if (!long && !vector && (first.open !== second.open || first.close !== second.close))
    return different('structure', 'different brackets')
  return inOrder(first.items, second.items, inner)
}

/** Numbers in a base are the same digits in the same base; base ten is an ordinary number. */
function compareBased(first: AnswerNode, second: AnswerNode): Grade | undefined {
  if (first.kind !== 'based' && second.kind !== 'based') return undefined
  const [based, other] = first.kind === 'based' ? [first, second] : [second, first]
  if (based.kind !== 'based') return undefined
  const ten = based.base === '10' && other.kind === 'number' && toFraction(other.value) === based.digits
  return ten ? equal('exact', 'the same number') : different('exact', 'different digits or bases')
}

/** `2:4:6` is `1:2:3`. */
function compareRatios(first: AnswerNode, second: AnswerNode, inner: Nested): Grade | undefined {
  if (first.kind !== 'call' || second.kind !== 'call' || first.name !== 'ratio' || second.name !== 'ratio')
    return undefined
  if (first.items.length !== second.items.length) return different('structure', 'ratios of different length')
  if (collectVariables(first, new Set()).has('dots') || collectVariables(second, new Set()).has('dots'))
    return inOrder(first.items, second.items, inner)
  const [a, ...more] = first.items
  const [b, ...others] = second.items
  if (a === undefined || b === undefined) return undefined
  return inOrder(
    more.map((item) => call('multiply', item, b)),
    others.map((item) => call('multiply', item, a)),
    inner,
  )
}
