import type { Random } from '../../../core/random.ts'
import type { Family, Given, Values } from './family.ts'

const attempts = 100

/**
 * Values for a family's givens that are possible and nice, or `undefined` when none were found in a bounded number of draws.
 *
 * @param fixed  values handed in by links; they are kept as they are
 */
export function drawValues(family: Family, random: Random, fixed: Partial<Values> = {}): Values | undefined {
  const kept = Object.entries(fixed)
  // A family's own draw may count on values inside their ranges.
  if (kept.some(([name, value]) => !isInRange(family.givens[name], value))) return undefined
  for (let attempt = 0; attempt < attempts; attempt++) {
    const values =
      family.sample === undefined ? drawEach(family, random, fixed) : family.sample(random, fixed)
    if (values === undefined) continue
    if (kept.some(([name, value]) => values[name] !== value)) continue
    if (isNice(family, values)) return values
  }
  return undefined
}

/** In range where drawn freely, possible and nice. */
function isNice(family: Family, values: Values): boolean {
  for (const [name, given] of givensOf(family)) if (!isInRange(given, values[name])) return false
  return family.possible(values) && (family.nice === undefined || family.nice(values))
}

function isInRange(given: Given | undefined, value: number | undefined): boolean {
  if (given === undefined || value === undefined) return false
  return Number.isSafeInteger(value) && value >= given.minimum && value <= given.maximum
}

function drawEach(family: Family, random: Random, fixed: Partial<Values>): Values {
  const values: Record<string, number> = {}
  for (const [name, given] of givensOf(family)) values[name] = fixed[name] ?? drawGiven(given, random)
  return values
}

const entries = new WeakMap<Family, readonly (readonly [string, Given])[]>()

/** A family's givens as entries, made once: drawing is the hot path. */
function givensOf(family: Family): readonly (readonly [string, Given])[] {
  const held = entries.get(family) ?? Object.entries(family.givens)
  entries.set(family, held)
  return held
}

/** Uniform over minimum, minimum + step, …, maximum. */
export function drawGiven(given: Given, random: Random): number {
  const step = given.step ?? 1
  return given.minimum + step * random.integer(0, Math.floor((given.maximum - given.minimum) / step))
}
