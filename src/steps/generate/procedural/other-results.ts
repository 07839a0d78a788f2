import { integerValue, rationalAnswer, sameAnswer, type Answer } from './answer.ts'
import {
  familyNodes,
  hasNode,
  type CombineNode,
  type CompositionNode,
  type FamilyNode,
} from './composition.ts'
import { combine, evaluate, familyOf } from './evaluate.ts'
import type { Given } from './family.ts'

/** A given whose number the question states: no result of another family stands for it. */
export interface StatedGiven {
  readonly node: FamilyNode
  readonly name: string
  readonly given: Given
}

export function* statedGivens(root: CompositionNode): Generator<StatedGiven, void> {
  for (const node of familyNodes(root))
    for (const [name, given] of Object.entries(familyOf(node).givens))
      if (node.inputs.every((input) => input.given !== name)) yield { node, name, given }
}

/** Another value of a given and what a node above it then gives. */
export interface OtherResult {
  readonly value: number
  readonly answer: Answer
}

/**
 * Other results of a tree when one given alone is changed to a sensible value, nearest values first. All other numbers of the text
 * stay; linked givens follow their sources.
 */
export function* otherResults(root: CompositionNode, stated: StatedGiven): Generator<OtherResult, void> {
  const own = evaluate(root)
  if (own === undefined) return
  const changed = root.node === 'combine' ? changedCombination(root, stated) : changedFamily(root, stated)
  for (const { value, answer } of changed)
    if (answer !== undefined && !sameAnswer(answer, own)) yield { value, answer }
}

/** Whether every given that is stated under a node moves its result. */
export function everyGivenMoves(root: CompositionNode): boolean {
  for (const stated of statedGivens(root)) if (otherResults(root, stated).next().done === true) return false
  return true
}

interface Changed {
  readonly value: number
  readonly answer: Answer | undefined
}

function* changedFamily(root: FamilyNode, stated: StatedGiven): Generator<Changed, void> {
  const family = familyOf(root)
  const answerWith = (name: string, value: number): Answer | undefined => {
    const values = { ...root.values, [name]: value }
    return family.possible(values) ? family.solve(values) : undefined
  }
  if (stated.node === root) {
    for (const value of otherValues(stated.given, root.values[stated.name] as number))
      yield { value, answer: answerWith(stated.name, value) }
    return
  }
  const input = root.inputs.find(({ source }) => hasNode(source, stated.node))
  if (input === undefined) return
  const given = family.givens[input.given] as Given
  for (const { value, answer } of keptResults(input.source, stated)) {
    const result = integerValue(answer)
    if (result !== undefined && result >= given.minimum && result <= given.maximum)
      yield { value, answer: answerWith(input.given, result) }
  }
}

function* changedCombination(
  { form, left, right }: CombineNode,
  stated: StatedGiven,
): Generator<Changed, void> {
  const isLeft = hasNode(left, stated.node)
  const fixed = evaluate(isLeft ? right : left)
  if (fixed?.kind !== 'rational') return
  for (const { value, answer } of keptResults(isLeft ? left : right, stated)) {
    if (answer.kind !== 'rational') continue
    const [a, b] = isLeft ? [answer.value, fixed.value] : [fixed.value, answer.value]
    const combined = combine(form, a, b)
    yield { value, answer: combined === undefined ? undefined : rationalAnswer(combined) }
  }
}

/** Results found so far, and where more come from. */
interface Found {
  readonly results: OtherResult[]
  readonly more: Generator<OtherResult, void>
}

const found = new WeakMap<CompositionNode, Map<FamilyNode, Map<string, Found>>>()

/** The other results of a source, each found once: nodes never change, and what they feed is drawn again and again. */
function* keptResults(source: CompositionNode, stated: StatedGiven): Generator<OtherResult, void> {
  const { results, more } = foundFor(source, stated)
  for (let place = 0; ; place++) {
    if (place === results.length) {
      const next = more.next()
      if (next.done === true) return
      results.push(next.value)
    }
    yield results[place] as OtherResult
  }
}

function foundFor(source: CompositionNode, stated: StatedGiven): Found {
  const ofSource = found.get(source) ?? new Map<FamilyNode, Map<string, Found>>()
  found.set(source, ofSource)
  const ofNode = ofSource.get(stated.node) ?? new Map<string, Found>()
  ofSource.set(stated.node, ofNode)
  const held = ofNode.get(stated.name) ?? { results: [], more: otherResults(source, stated) }
  ofNode.set(stated.name, held)
  return held
}

const distances = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 24, 30, 36, 40, 50, 60, 100]
const factors = [2, 3, 1 / 2, 1 / 3]

/** Values near the given one first, then simple multiples, all inside its range. */
function* otherValues(given: Given, from: number): Generator<number, void> {
  const { minimum, maximum, step = 1 } = given
  const isInside = (value: number): boolean => value >= minimum && value <= maximum
  for (const distance of distances) {
    if (isInside(from + distance * step)) yield from + distance * step
    if (isInside(from - distance * step)) yield from - distance * step
  }
  for (const factor of factors) {
    const value = from * factor
    if (value !== from && isInside(value) && Number.isInteger((value - minimum) / step)) yield value
  }
}
