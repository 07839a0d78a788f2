import { randomKey } from '../../core/random.ts'
import { hashShare } from '../../foundations/text/hash-share.ts'

export const splitNames = [
  'train',
  'validation',
  'test',
  'test-held-out-family',
  'test-held-out-pair',
] as const
export type SplitName = (typeof splitNames)[number]

/** What decides a split. `families` and `conceptPairs` must follow from `signature`, so that equal signatures always agree. */
export interface SplitItem {
  /** How the pair is composed (operation graph), or its sorted concept set where a model made it. */
  readonly signature: string
  readonly skeletonId: string
  readonly families: readonly string[]
  /** Unordered pairs of concept ids. */
  readonly conceptPairs: readonly (readonly [string, string])[]
}

/** All shares lie in [0, 1]. */
export interface SplitOptions {
  readonly seed: number
  /** Share of (signature, skeleton) groups; default 0.01. */
  readonly validationShare?: number
  /** Share of (signature, skeleton) groups; default 0.01. */
  readonly testShare?: number
  /** Share of families kept out of training; default 0.02. */
  readonly heldOutFamilies?: number
  /** Share of concept pairs kept out of training; default 0.01. */
  readonly heldOutPairs?: number
}

/** The split of one item: a pure function of its content and the seed, so it can be known before anything is generated or chosen. */
export function assignSplit(item: SplitItem, options: SplitOptions): SplitName {
  return createSplitAssigner(options)(item)
}

/**
 * {@link assignSplit} with its keys prepared, for many items. An item that uses a held-out family goes to that test split whatever else
 * holds, then one that uses a held-out concept pair; the rest is divided by (signature, skeleton), so no skeleton of one composition is in
 * two splits. Throws RangeError on shares outside [0, 1].
 */
export function createSplitAssigner(options: SplitOptions): (item: SplitItem) => SplitName {
  const {
    seed,
    validationShare = 0.01,
    testShare = 0.01,
    heldOutFamilies = 0.02,
    heldOutPairs = 0.01,
  } = options
  for (const share of [
    validationShare,
    testShare,
    validationShare + testShare,
    heldOutFamilies,
    heldOutPairs,
  ]) {
    if (!(share >= 0 && share <= 1)) throw new RangeError(`not a share: ${share}; give numbers from 0 to 1`)
  }
  const familyKey = randomKey('held-out-family', seed)
  const pairKey = randomKey('held-out-pair', seed)
  const groupKey = randomKey('split', seed)
  return ({ signature, skeletonId, families, conceptPairs }) => {
    if (families.some((family) => hashShare(familyKey, family) < heldOutFamilies))
      return 'test-held-out-family'
    const heldOut = conceptPairs.some(
      ([a, b]) => hashShare(pairKey, a < b ? `${a} ${b}` : `${b} ${a}`) < heldOutPairs,
    )
    if (heldOut) return 'test-held-out-pair'
    const place = hashShare(groupKey, `${skeletonId} ${signature}`)
    if (place < testShare) return 'test'
    return place < testShare + validationShare ? 'validation' : 'train'
  }
}

/** Every unordered pair of distinct concepts, lower id first. */
export function conceptPairsOf(concepts: readonly string[]): (readonly [string, string])[] {
  const sorted = [...new Set(concepts)].sort()
  return sorted.flatMap((a, place) => sorted.slice(place + 1).map((b) => [a, b] as const))
}
