import type { ConceptKind } from '../../core/concept.ts'
import { canonicalKey } from '../../foundations/taxonomy/canonical-name.ts'
import type { MergeProposal } from './merge-proposals.ts'
import { certainScore } from './score-merge.ts'

/** What a person decided on two names of one kind. */
export interface MergeDecision {
  readonly kind: ConceptKind
  readonly keep: string
  readonly merge: string
  readonly decision: 'accepted' | 'rejected'
}

export interface MergeRules {
  /** Go before everything else: what is accepted is merged, and what is rejected never is. */
  readonly decisions: readonly MergeDecision[]
  /** Follows the proposals that are certain. */
  readonly autoMerge: boolean
}

/** A name as the merges see it: `kind:key`. */
export type MergeKey = `${ConceptKind}:${string}`

export interface AppliedMerges {
  /** Key → key it is merged into, chains followed. */
  readonly keys: ReadonlyMap<MergeKey, MergeKey>
  /** Followed without a review. */
  readonly automatic: readonly MergeProposal[]
  /** Neither decided nor followed: for a person to look at. */
  readonly open: readonly MergeProposal[]
}

/**
 * Follows decisions and proposals. A certain proposal is left open where following it would bring two names together, directly or
 * through others, that a person keeps apart.
 *
 * @param keyOf  key of a name as it stands in a proposal or decision
 */
export function applyMerges(
  proposals: readonly MergeProposal[],
  { decisions, autoMerge }: MergeRules,
  keyOf: (kind: ConceptKind, name: string) => MergeKey,
): AppliedMerges {
  const into = new Map<MergeKey, MergeKey>()
  const members = new Map<MergeKey, MergeKey[]>()
  const rootOf = (key: MergeKey): MergeKey => {
    let root = key
    for (let next = into.get(root); next !== undefined; next = into.get(root)) root = next
    return root
  }
  const membersOf = (root: MergeKey): readonly MergeKey[] => members.get(root) ?? [root]
  const join = (from: MergeKey, to: MergeKey): void => {
    members.set(to, [...membersOf(to), ...membersOf(from)])
    into.set(from, to)
  }
  const pairOf = (one: MergeKey, other: MergeKey): string => [one, other].toSorted().join('\n')
  const apart = new Set<string>()
  const decided = new Set<string>()
  for (const { kind, keep, merge, decision } of decisions) {
    const [to, from] = [keyOf(kind, keep), keyOf(kind, merge)]
    decided.add(pairOf(from, to))
    if (decision === 'rejected') apart.add(pairOf(from, to))
    else if (rootOf(from) !== rootOf(to)) join(rootOf(from), rootOf(to))
  }
  const keptApart = (one: MergeKey, other: MergeKey): boolean =>
    apart.size > 0 && membersOf(one).some((a) => membersOf(other).some((b) => apart.has(pairOf(a, b))))
  const automatic: MergeProposal[] = []
  const open: MergeProposal[] = []
  for (const proposal of proposals) {
    const { kind, keep, merge, score } = proposal
    const [to, from] = [keyOf(kind, keep), keyOf(kind, merge)]
    const [toRoot, fromRoot] = [rootOf(to), rootOf(from)]
    if (toRoot === fromRoot || decided.has(pairOf(from, to))) continue
    if (autoMerge && score >= certainScore && !keptApart(toRoot, fromRoot)) {
      join(fromRoot, toRoot)
      automatic.push(proposal)
    } else open.push(proposal)
  }
  return { keys: new Map([...into.keys()].map((key) => [key, rootOf(key)])), automatic, open }
}

/** The name that a decided one goes by, or itself. */
export function decidedNames(
  decisions: readonly MergeDecision[],
): (kind: ConceptKind, name: string) => string {
  const names = new Map<MergeKey, string>()
  const keyOf = (kind: ConceptKind, name: string): MergeKey => `${kind}:${canonicalKey(name)}`
  for (const { kind, keep } of decisions) names.set(keyOf(kind, keep), keep)
  const { keys } = applyMerges([], { decisions, autoMerge: false }, keyOf)
  return (kind, name) => {
    const root = keys.get(keyOf(kind, name))
    return root === undefined ? name : (names.get(root) ?? name)
  }
}
