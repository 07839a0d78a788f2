import { countConcepts, type BalancePool } from './balance-pool.ts'
import { groupRows, type RowGroups } from './group-rows.ts'
import { countPairUses, type PairUses } from './pair-uses.ts'
import type { QuotaShares } from './quota-shares.ts'
import { rowQuotas, type Quota } from './strata.ts'
import { spreadSkeletons, tieHashes, tieOrder } from './tie-order.ts'

export const concavities = ['square-root', 'logarithm'] as const

/** How the worth of further uses of a concept falls: φ(n) = 2√(1 + n), or φ(n) = ln(1 + n), which favours rare concepts more sharply. */
export type Concavity = (typeof concavities)[number]

/** φ(n + 1) - φ(n), the worth of one more use after `uses`. */
export function worthOfUse(uses: number, concavity: Concavity): number {
  return concavity === 'logarithm'
    ? Math.log((uses + 2) / (uses + 1))
    : 2 * (Math.sqrt(uses + 2) - Math.sqrt(uses + 1))
}

/**
 * Worth of a use below the floor on top of φ: twice as much where the pool holds no more than the floor as where it holds plenty, for what
 * is scarce must be taken while quotas are open.
 */
export function worthBelowFloor(floorWeight: number, floor: number, available: number): number {
  return available === 0 ? 0 : floorWeight * (1 + Math.min(1, floor / available))
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
  /** Weight of φ over concept pairs beside that over concepts; default 0, no pair term. */
  readonly pairWeight?: number
  /** Weight of φ over skeletons beside that over concepts; default 0.2. Without it rare concepts bring the few skeletons they have. */
  readonly skeletonWeight?: number
  /** Shares of difficulty, length, answer type and solution steps; default the pool's own. */
  readonly shares?: QuotaShares
  /** Default `square-root`: closer to the target in every measured pool, at a Gini higher by 0.005 (`bench/balance`). */
  readonly concavity?: Concavity
  /** Ratio between neighbouring thresholds is 1 - this; default 0.05. Smaller is closer to plain greedy and slower. */
  readonly thresholdStep?: number
}

/**
 * Rows that raise F(S) = Σ_c w_c [λ_c min(n_c, k_c) + φ(n_c)] + μ Σ_pairs φ(n_pair) + ν Σ_skeletons φ(n_skeleton), k_c = min(floor, available), λ_c by
 * {@link worthBelowFloor}, the gain of a row divided by its number of concepts (of pairs), within quotas of strata and answer types. n_c
 * counts realised concepts only.
 *
 * Decreasing-threshold greedy (Badanidiyuru and Vondrák 2014, §3) made lazy: a group waits at the level of its last gain, which can only
 * fall, and is looked at again only when that level is reached. Division by the number of concepts and the strata make it a
 * heuristic without the bound of the plain problem. Where quotas
 * cannot all be met, those of answer types give way, and those of strata where shares are asked for. Returns row numbers, ascending; rows without concepts come last.
 */
export function selectGreedy(pool: BalancePool, options: GreedyOptions): Uint32Array {
  const order = spreadSkeletons(pool, tieOrder(tieHashes(pool, options.seed)))
  const groups = groupRows(pool, order)
  const quotas = rowQuotas(pool, options.size, options.shares)
  const climb = openClimb(groups, conceptGains(pool, options), {
    limits: options.conceptLimits,
    step: options.thresholdStep ?? 0.05,
    pairWeight: options.pairWeight ?? 0,
    skeletonWeight: options.skeletonWeight ?? 0.2,
    concavity: options.concavity ?? 'square-root',
    seats: Math.min(options.size, pool.rows),
  })
  const { strata, types, asked } = quotas
  climb(asked === undefined ? [strata, types] : [strata, types, asked])
  climb([asked ?? strata])
  return climb([])
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
  const bonuses = Float64Array.from(floors, (floor, concept) =>
    worthBelowFloor(options.floorWeight ?? 1, floor, available[concept] as number),
  )
  const weights = options.conceptWeights
  const used = new Uint32Array(available.length)
  const gainAt = (concept: number, uses: number): number =>
    (weights?.[concept] ?? 1) *
    ((uses < (floors[concept] as number) ? (bonuses[concept] as number) : 0) + worthOfUse(uses, concavity))
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

interface ClimbOptions {
  readonly limits: Uint32Array | undefined
  readonly step: number
  readonly pairWeight: number
  readonly skeletonWeight: number
  readonly concavity: Concavity
  /** Rows to take in all. */
  readonly seats: number
}

/** Marks a group that is used up or blocked for good. */
const gone = 0xffff

/** A climb takes rows under its quotas, which it counts down, and gives all rows taken so far; a later one goes on where it ended. */
function openClimb(
  groups: RowGroups,
  gains: ConceptGains,
  { limits, step, pairWeight, skeletonWeight, concavity, seats }: ClimbOptions,
): (quotas: readonly Quota[]) => Uint32Array {
  const { offsets, concepts, classes, nextRow } = groups
  const { next, used } = gains
  const pairs: PairUses | undefined = pairWeight > 0 ? countPairUses(groups) : undefined
  const worth = (uses: number): number => worthOfUse(uses, concavity)
  const skeletonOf = numberSkeletons(groups.skeletons)
  const skeletonUses = new Uint32Array(groups.count)
  const rowOf = groups.firstRow.slice()
  const taken = new Uint32Array(seats)
  let count = 0
  const gainOf = (group: number): number => {
    const start = offsets[group] as number
    const end = offsets[group + 1] as number
    if (end === start) return 0
    let gain = 0
    for (let at = start; at < end; at++) gain += next[concepts[at] as number] as number
    gain /= end - start
    if (pairs !== undefined) gain += pairWeight * pairs.mean(group, worth)
    return gain + skeletonWeight * worth(skeletonUses[skeletonOf[group] as number] as number)
  }
  const reachesLimit = (group: number): boolean => {
    if (limits === undefined) return false
    const end = offsets[group + 1] as number
    for (let at = offsets[group] as number; at < end; at++) {
      const concept = concepts[at] as number
      if ((used[concept] as number) >= (limits[concept] as number)) return true
    }
    return false
  }
  const perLog = -1 / Math.log(1 - step)
  // Gains below a billionth of the highest are as good as nothing: the last level takes them all.
  const last = Math.min(gone - 1, Math.ceil(Math.log(1e9) * perLog))
  const highest =
    next.reduce((high, gain) => Math.max(high, gain), Number.MIN_VALUE) +
    (pairWeight + skeletonWeight) * worth(0)
  const levelOf = (gain: number): number =>
    gain <= 0 ? last : Math.min(last, Math.max(0, Math.floor(Math.log(highest / gain) * perLog)))

  const take = (group: number, quotas: readonly Quota[]): void => {
    const row = rowOf[group] as number
    taken[count++] = row
    rowOf[group] = nextRow[row] as number
    for (const { left, placeOf } of quotas) {
      const place = placeOf[classes[group] as number] as number
      left[place] = (left[place] as number) - 1
    }
    const end = offsets[group + 1] as number
    for (let at = offsets[group] as number; at < end; at++) gains.use(concepts[at] as number)
    pairs?.use(group)
    const skeleton = skeletonOf[group] as number
    skeletonUses[skeleton] = (skeletonUses[skeleton] as number) + 1
  }
  const isFull = (): boolean => count === seats
  return (quotas) => {
    const blocked = (group: number): boolean => {
      for (const { left, placeOf } of quotas)
        if (left[placeOf[classes[group] as number] as number] === 0) return true
      return reachesLimit(group)
    }
    const levels = new Uint16Array(groups.count).fill(gone)
    const waiting = new Uint32Array(last + 1)
    const wait = (group: number, level: number): void => {
      levels[group] = level
      waiting[level] = (waiting[level] as number) + 1
    }
    for (let group = 0; group < groups.count && !isFull(); group++)
      if (rowOf[group] !== -1) wait(group, levelOf(gainOf(group)))
    for (let level = 0; level <= last && !isFull(); level++) {
      if (waiting[level] === 0) continue
      const threshold = level === last ? 0 : highest * (1 - step) ** (level + 1)
      for (let group = 0; group < groups.count; group++) {
        if (levels[group] !== level) continue
        levels[group] = gone
        while (rowOf[group] !== -1 && !blocked(group)) {
          const gain = gainOf(group)
          if (gain < threshold) {
            wait(group, Math.max(level + 1, levelOf(gain)))
            break
          }
          take(group, quotas)
        }
      }
    }
    return taken.slice(0, count).sort()
  }
}

/** Skeletons numbered from 0, by group. */
function numberSkeletons(skeletons: Uint32Array): Uint32Array {
  const numbers = new Map<number, number>()
  return skeletons.map((skeleton) => {
    const known = numbers.get(skeleton)
    if (known !== undefined) return known
    const number = numbers.size
    numbers.set(skeleton, number)
    return number
  })
}
