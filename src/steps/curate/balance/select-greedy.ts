import { countConcepts, type BalancePool } from './balance-pool.ts'
import { groupRows, type RowGroups } from './group-rows.ts'
import { strataQuotas } from './strata.ts'
import { tieHashes, tieOrder } from './tie-order.ts'

export const concavities = ['square-root', 'logarithm'] as const

/** How the worth of further uses of a concept falls: φ(n) = 2√(1 + n), or φ(n) = ln(1 + n), which favours rare concepts more sharply. */
export type Concavity = (typeof concavities)[number]

/** φ(n + 1) - φ(n), the worth of one more use after `uses`. */
export function worthOfUse(uses: number, concavity: Concavity): number {
  return concavity === 'logarithm'
    ? Math.log((uses + 2) / (uses + 1))
    : 2 * (Math.sqrt(uses + 2) - Math.sqrt(uses + 1))
}

export interface GreedyOptions {
  /** Rows wanted. */
  readonly size: number
  readonly seed: number
  /** Uses every concept should reach first, or as many as the pool holds; default 10. */
  readonly floor?: number
  /** The same by concept number, where concepts have quotas of their own. */
  readonly conceptFloors?: Uint32Array
  /** Worth of one use below the floor on top of φ; default 1. */
  readonly floorWeight?: number
  /** Weight of a concept, by number; default 1. */
  readonly conceptWeights?: Float64Array
  /** Most uses of a concept, by number; default no limit. The result may then hold fewer than `size` rows. */
  readonly conceptLimits?: Uint32Array
  /** Default `square-root`: closer to the target in every measured pool, at a Gini higher by 0.005 (`bench/balance`). */
  readonly concavity?: Concavity
  /** Ratio between neighbouring thresholds is 1 - this; default 0.05. Smaller is closer to plain greedy and slower. */
  readonly thresholdStep?: number
}

/**
 * Rows that raise F(S) = Σ_c w_c [λ min(n_c, k_c) + φ(n_c)], k_c = min(floor, available), the gain of a row divided by its number of
 * concepts, within the pool's own shares of strata. n_c counts realised concepts only.
 *
 * Decreasing-threshold greedy (Badanidiyuru and Vondrák 2014, §3) made lazy: a group waits at the level of its last gain, which can only
 * fall, and is looked at again only when that level is reached. Division by the number of concepts and the strata make it a
 * heuristic without the bound of the plain problem. Returns row numbers, ascending; rows without concepts come last.
 */
export function selectGreedy(pool: BalancePool, options: GreedyOptions): Uint32Array {
  const groups = groupRows(pool, tieOrder(tieHashes(pool, options.seed)))
  const quotas = strataQuotas(pool, options.size)
  const gains = conceptGains(pool, options)
  return runThresholds(groups, {
    quotas,
    gains,
    limits: options.conceptLimits,
    step: options.thresholdStep ?? 0.05,
  })
}

interface ConceptGains {
  /** Gain of the next use of each concept. */
  readonly next: Float64Array
  readonly used: Uint32Array
  /** Notes one more use. */
  use(concept: number): void
}

function conceptGains(pool: BalancePool, options: GreedyOptions): ConceptGains {
  const available = countConcepts(pool)
  const concavity = options.concavity ?? 'square-root'
  const floors = available.map((count, concept) =>
    Math.min(options.conceptFloors?.[concept] ?? options.floor ?? 10, count),
  )
  const floorWeight = options.floorWeight ?? 1
  const weights = options.conceptWeights
  const used = new Uint32Array(available.length)
  const gainAt = (concept: number, uses: number): number =>
    (weights?.[concept] ?? 1) *
    ((uses < (floors[concept] as number) ? floorWeight : 0) + worthOfUse(uses, concavity))
  return {
    next: Float64Array.from(available, (_, concept) => gainAt(concept, 0)),
    used,
    use(concept) {
      const uses = (used[concept] as number) + 1
      used[concept] = uses
      this.next[concept] = gainAt(concept, uses)
    },
  }
}

interface ThresholdRun {
  readonly quotas: Uint32Array
  readonly gains: ConceptGains
  readonly limits: Uint32Array | undefined
  readonly step: number
}

/** Marks a group that is used up or blocked for good. */
const gone = 0xffff

function runThresholds(groups: RowGroups, { quotas, gains, limits, step }: ThresholdRun): Uint32Array {
  const { offsets, concepts, strata, nextRow } = groups
  const { next, used } = gains
  const rowOf = groups.firstRow.slice()
  const gainOf = (group: number): number => {
    const start = offsets[group] as number
    const end = offsets[group + 1] as number
    let gain = 0
    for (let at = start; at < end; at++) gain += next[concepts[at] as number] as number
    return end === start ? 0 : gain / (end - start)
  }
  const blocked = (group: number): boolean => {
    if (quotas[strata[group] as number] === 0) return true
    if (limits === undefined) return false
    const end = offsets[group + 1] as number
    for (let at = offsets[group] as number; at < end; at++) {
      const concept = concepts[at] as number
      if ((used[concept] as number) >= (limits[concept] as number)) return true
    }
    return false
  }
  const highest = next.reduce((high, gain) => Math.max(high, gain), Number.MIN_VALUE)
  const perLog = -1 / Math.log(1 - step)
  // Gains below a billionth of the highest are as good as nothing: the last level takes them all.
  const last = Math.min(gone - 1, Math.ceil(Math.log(1e9) * perLog))
  const levelOf = (gain: number): number =>
    gain <= 0 ? last : Math.min(last, Math.max(0, Math.floor(Math.log(highest / gain) * perLog)))
  const levels = new Uint16Array(groups.count)
  const waiting = new Uint32Array(last + 1)
  const wait = (group: number, level: number): void => {
    levels[group] = level
    waiting[level] = (waiting[level] as number) + 1
  }
  for (let group = 0; group < groups.count; group++) wait(group, levelOf(gainOf(group)))

  const taken = new Uint32Array(quotas.reduce((sum, quota) => sum + quota, 0))
  let count = 0
  for (let level = 0; level <= last && count < taken.length; level++) {
    if (waiting[level] === 0) continue
    const threshold = level === last ? 0 : highest * (1 - step) ** (level + 1)
    for (let group = 0; group < groups.count; group++) {
      if (levels[group] !== level) continue
      levels[group] = gone
      while (!blocked(group)) {
        const gain = gainOf(group)
        if (gain < threshold) {
          wait(group, Math.max(level + 1, levelOf(gain)))
          break
        }
        const row = rowOf[group] as number
        taken[count++] = row
        const stratum = strata[group] as number
        quotas[stratum] = (quotas[stratum] as number) - 1
        const end = offsets[group + 1] as number
        for (let at = offsets[group] as number; at < end; at++) gains.use(concepts[at] as number)
        const following = nextRow[row] as number
        if (following === -1) break
        rowOf[group] = following
      }
    }
  }
  return taken.slice(0, count).sort()
}
