import type { Concept } from '../../core/concept.ts'
import type { ContentId } from '../../core/identity.ts'
import { wilsonInterval, type ShareInterval } from '../../foundations/statistics/wilson-interval.ts'

/** How a model did on one item, and what the item is about. */
export interface LabelledResult {
  readonly set: string
  /** Right samples among all, 0 to 1. */
  readonly accuracy: number
  readonly conceptIds: readonly ContentId[]
}

export interface DiagnosisOptions {
  /**
   * `interval`: the 95 % interval lies wholly below the expectation. `shrunken`: the estimate, drawn towards the expectation as far as the
   * spread between concepts allows, lies {@link margin} below it; finds more, and more by chance. @default 'interval'
   */
  readonly rule?: WeaknessRule
  /** Fewest items of a concept that is judged. @default 5 */
  readonly minimumItems?: number
  /** For `shrunken`, in accuracy. @default 0.05 */
  readonly margin?: number
  /** What a concept is measured against: the overall accuracy, or that of the sets its items are from. @default 'overall' */
  readonly against?: 'overall' | 'sets'
}

export const weaknessRules = ['interval', 'shrunken'] as const
export type WeaknessRule = (typeof weaknessRules)[number]

/** How a model does on the items that a concept is a label of. */
export interface ConceptAccuracy {
  readonly id: ContentId
  readonly kind: Concept['kind']
  readonly name: string
  readonly items: number
  readonly accuracy: number
  /** Wilson, 95 %. */
  readonly interval: ShareInterval
  /** What its items should give: see {@link DiagnosisOptions.against}. */
  readonly expected: number
  /** The accuracy, drawn towards what is expected. */
  readonly shrunken: number
  readonly judged: boolean
  readonly weak: boolean
}

export interface ConceptDiagnosis {
  readonly items: number
  /** Items without any label; they count in the overall accuracy alone. */
  readonly unlabelled: number
  readonly accuracy: number
  readonly rule: Required<DiagnosisOptions>
  /** Items' worth of the expectation that an estimate is mixed with, from the spread between knowledge points; Infinity where there is none. */
  readonly strength: number
  /** Topics, then knowledge points; of each the weak, then the judged, then the rest, the weakest first. */
  readonly concepts: readonly ConceptAccuracy[]
  /** Knowledge points that were judged, and as many as the interval rule would call weak if the model had no weakness. */
  readonly judged: number
  readonly byChance: number
}

/**
 * Accuracy per concept with its interval, and which concepts are weak by a stated rule. An item counts for each of its concepts, so a concept may
 * be weak for what it stands beside; and an item counts once, however many samples it has.
 */
export function diagnoseConcepts(
  results: readonly LabelledResult[],
  concepts: readonly Concept[],
  options: DiagnosisOptions = {},
): ConceptDiagnosis {
  const rule = {
    rule: options.rule ?? 'interval',
    minimumItems: options.minimumItems ?? 5,
    margin: options.margin ?? 0.05,
    against: options.against ?? 'overall',
  } as const
  const overall = mean(results.map(({ accuracy }) => accuracy))
  const expectation = expectationOf(results, rule.against, overall)
  const sums = new Map<ContentId, Sums>()
  for (const result of results) {
    for (const id of result.conceptIds) {
      const sum = sums.get(id) ?? { items: 0, right: 0, expected: 0 }
      sums.set(id, {
        items: sum.items + 1,
        right: sum.right + result.accuracy,
        expected: sum.expected + expectation(result.set),
      })
    }
  }
  const points = concepts.filter(({ kind, id }) => kind === 'knowledge-point' && sums.has(id))
  const strength = priorStrength(
    points.map(({ id }) => sums.get(id) as Sums).filter(({ items }) => items >= rule.minimumItems),
    mean(results.map(({ set, accuracy }) => (accuracy - expectation(set)) ** 2)),
  )
  const measured = concepts.flatMap((concept) => {
    const sum = sums.get(concept.id)
    return sum === undefined ? [] : [measure(concept, sum, { rule, strength })]
  })
  const judged = measured.filter((one) => one.kind === 'knowledge-point' && one.judged).length
  return {
    items: results.length,
    unlabelled: results.filter(({ conceptIds }) => conceptIds.length === 0).length,
    accuracy: overall,
    rule,
    strength,
    concepts: measured.toSorted(byWeakness),
    judged,
    byChance: Math.round(judged * 0.025 * 10) / 10,
  }
}

interface Sums {
  readonly items: number
  readonly right: number
  readonly expected: number
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function expectationOf(
  results: readonly LabelledResult[],
  against: 'overall' | 'sets',
  overall: number,
): (set: string) => number {
  if (against === 'overall') return () => overall
  const bySet = new Map(
    [...Map.groupBy(results, ({ set }) => set)].map(([set, own]) => [
      set,
      mean(own.map(({ accuracy }) => accuracy)),
    ]),
  )
  return (set) => bySet.get(set) ?? overall
}

interface Judging {
  readonly rule: Required<DiagnosisOptions>
  readonly strength: number
}

function measure({ id, kind, name }: Concept, sum: Sums, { rule, strength }: Judging): ConceptAccuracy {
  const { items, right } = sum
  const expected = sum.expected / items
  const interval = wilsonInterval(right, items)
  const weight = strength === Infinity ? 0 : items / (items + strength)
  const shrunken = expected + weight * (right / items - expected)
  const judged = items >= rule.minimumItems
  const low = rule.rule === 'interval' ? interval.high < expected : shrunken < expected - rule.margin
  return {
    id,
    kind,
    name,
    items,
    accuracy: right / items,
    interval,
    expected,
    shrunken,
    judged,
    weak: judged && low,
  }
}

/**
 * How many items' worth of the expectation an estimate is mixed with, by the method of moments: the spread of the concepts beyond what the
 * spread of single items explains. Between 1 and Infinity.
 */
function priorStrength(sums: readonly Sums[], itemVariance: number): number {
  let spread = 0
  let room = 0
  for (const { items, right, expected } of sums) {
    spread += (right - expected) ** 2 / items
    room += (items - 1) * itemVariance
  }
  // E[spread] = v (k + ρ Σ (n - 1)) over k concepts, where v is the variance of an item and ρ = 1 / (strength + 1).
  const correlation = room === 0 ? 0 : (spread - sums.length * itemVariance) / room
  return correlation <= 0 ? Infinity : Math.max(1, 1 / correlation - 1)
}

function byWeakness(first: ConceptAccuracy, second: ConceptAccuracy): number {
  if (first.kind !== second.kind) return first.kind === 'topic' ? -1 : 1
  if (first.weak !== second.weak) return first.weak ? -1 : 1
  if (first.judged !== second.judged) return first.judged ? -1 : 1
  const gap = first.shrunken - first.expected - (second.shrunken - second.expected)
  return gap || (first.id < second.id ? -1 : 1)
}
