import { rational } from '../exact-number/rational.ts'
import { call, type AnswerNode } from './answer-node.ts'
import { compareFormulas } from './compare-formulas.ts'
import type { WorkBudget } from './evaluate-exact.ts'
import { different, equal, type Grade } from './grade.ts'
import { readMeasure, type Measure } from './units.ts'

/** A value apart from its unit; no unit where none is written. */
interface Measured {
  readonly value: AnswerNode
  readonly measure?: Measure
}

function measured(node: AnswerNode): Measured {
  if (node.kind === 'quantity') {
    const measure = readMeasure(node.unit)
    const inner =
      node.value.kind === 'call' && node.value.name === 'degrees' ? node.value.items[0] : undefined
    const isTemperature = inner !== undefined && measure.dimension.startsWith('temperature')
    return { value: isTemperature ? inner : node.value, measure }
  }
  const degrees = node.kind === 'call' && node.name === 'degrees' ? node.items[0] : undefined
  if (degrees !== undefined) return { value: degrees, measure: readMeasure('degrees') }
  // The sign of `-45^\circ` stands before the quantity.
  const inner =
    node.kind === 'call' && node.name === 'negate' && node.items[0] !== undefined
      ? measured(node.items[0])
      : undefined
  return inner?.measure === undefined
    ? { value: node }
    : { value: call('negate', inner.value), measure: inner.measure }
}

const hundred: AnswerNode = { kind: 'number', value: rational(100n), places: -1, significant: 3 }

/**
 * Compares two values with or without units. A missing unit is fine, a conflicting one is not; units of one measure are converted. 20% is
 * 20 and 0.2, but 0.2% is not 20.
 */
export function compareQuantities(first: AnswerNode, second: AnswerNode, budget: WorkBudget): Grade {
  const a = measured(first)
  const b = measured(second)
  if (a.measure === undefined && b.measure === undefined) return compareFormulas(first, second, budget)
  if (a.measure !== undefined && b.measure !== undefined) return compareMeasured(a, b, budget)
  const [withUnit, bare] = a.measure === undefined ? [b, a] : [a, b]
  const plain = compareFormulas(withUnit.value, bare.value, budget)
  if (plain.outcome === 'equal') return plain
  if (withUnit.measure?.dimension === 'percent:1') {
    const share = compareFormulas(call('divide', withUnit.value, hundred), bare.value, budget)
    return share.outcome === 'equal' ? share : plain
  }
  if (withUnit.measure?.dimension === 'angle:1' && mentionsPi(bare.value)) {
    const degrees = compareFormulas(call('degrees', withUnit.value), bare.value, budget)
    if (withUnit.measure.factor < 1 && degrees.outcome === 'equal') return degrees
  }
  return plain
}

function mentionsPi(node: AnswerNode): boolean {
  if (node.kind === 'symbol') return node.name === 'pi'
  return node.kind === 'call' && node.items.some(mentionsPi)
}

function compareMeasured(a: Measured, b: Measured, budget: WorkBudget): Grade {
  const one = a.measure as Measure
  const other = b.measure as Measure
  const conflict = conflictOf(one, other)
  if (conflict !== undefined) return different('unit', conflict)
  if (one.dimension === '' || other.dimension === '' || Math.abs(one.factor / other.factor - 1) < 1e-12)
    return compareFormulas(a.value, b.value, budget)
  if (
    one.dimension.startsWith('temperature') ||
    one.dimension.startsWith('electricity') ||
    one.dimension.startsWith('money')
  )
    if (Math.abs(Math.log10(one.factor / other.factor)) < 1) return different('unit', 'different units')
  const ratio = one.factor / other.factor
  const converted = compareFormulas(call('multiply', a.value, exactFactor(ratio)), b.value, budget)
  return converted.outcome === 'equal'
    ? equal('unit', 'the same after conversion')
    : different('unit', 'different after conversion')
}

/** The conversion factor as a fraction of whole numbers where it is near one. */
function exactFactor(ratio: number): AnswerNode {
  const inverse = Math.round(1 / ratio)
  const value =
    Math.abs(inverse * ratio - 1) < 1e-12
      ? rational(1n, BigInt(inverse))
      : rational(BigInt(Math.round(ratio * 1e9)), 1_000_000_000n)
  return { kind: 'number', value, places: -1, significant: 0 }
}

/** Why two units cannot stand for the same; one that is not written or not known conflicts with none of its kind. */
function conflictOf(one: Measure, other: Measure): string | undefined {
  if (one.generic !== 0 && other.generic !== 0 && one.generic !== other.generic) return 'powers of units'
  if (one.dimension !== '' && other.dimension !== '')
    return one.dimension === other.dimension ? undefined : `units of ${one.dimension} and ${other.dimension}`
  if (one.dimension === '' && other.dimension === '') {
    if (one.words.length === 0 || other.words.length === 0) return undefined
    return one.words.some((word) => other.words.includes(word))
      ? undefined
      : `units ${one.words.join(' ')} and ${other.words.join(' ')}`
  }
  const [known, unknown] = one.dimension === '' ? [other, one] : [one, other]
  return unknown.words.length === 0 || unknown.words.some((word) => known.words.includes(word))
    ? undefined
    : `units ${unknown.words.join(' ')} and ${known.dimension}`
}
