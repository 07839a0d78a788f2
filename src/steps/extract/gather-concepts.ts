import {
  conceptId,
  type Concept,
  type ConceptKind,
  type Extraction,
  type LabelledName,
  type SeedContribution,
} from '../../core/concept.ts'
import type { ContentId } from '../../core/identity.ts'
import { canonicalKey } from '../../foundations/taxonomy/canonical-name.ts'
import { knowledgePoint, topic } from '../../foundations/taxonomy/taxonomy.ts'
import { applyMerges, type AppliedMerges, type MergeDecision, type MergeKey } from './apply-merges.ts'
import { proposeMerges, type MergeProposal } from './merge-proposals.ts'

export interface GatherOptions {
  /** Least number of seeds of a concept; `auto` (default) is 2 from 2,000 seeds up, else 1 (MathScale §3.2 drops what occurs once). */
  readonly minimumCount?: 'auto' | number
  /** Follows the certain merge proposals instead of only listing them. */
  readonly autoMerge?: boolean
  /** What a person decided on proposals of earlier times. */
  readonly decisions?: readonly MergeDecision[]
  /** Concepts left out, as `kind:key`, before rare ones are dropped. */
  readonly without?: ReadonlySet<string>
}

/** What happened to the names; nothing is dropped in silence. */
export interface GatheringReport {
  readonly seeds: number
  /** Distinct surface forms per kind, and concepts left. */
  readonly topics: { readonly names: number; readonly concepts: number }
  readonly knowledgePoints: { readonly names: number; readonly concepts: number }
  readonly minimumCount: number
  readonly dropped: readonly { readonly kind: ConceptKind; readonly name: string; readonly count: number }[]
  readonly seedsWithoutConcepts: readonly ContentId[]
  /** Seeds with labels beyond the caps. */
  readonly seedsOverCap: number
  /** Concepts on more than a fifth of the seeds: they say little. */
  readonly generic: readonly string[]
  /** For a person to decide. */
  readonly mergeProposals: readonly MergeProposal[]
  /** Followed without a review. */
  readonly automaticMerges: readonly MergeProposal[]
  /** Concepts that went into another, by decision or automatically. */
  readonly merged: number
  /** Concepts left out by the caller. */
  readonly leftOut: number
}

export interface GatheredConcepts {
  /** Ascending by kind and key. */
  readonly concepts: readonly Concept[]
  /** One per seed, in the order given; concept ids ascending, each once. */
  readonly contributions: readonly SeedContribution[]
  readonly report: GatheringReport
}

interface Gathering {
  readonly kind: ConceptKind
  readonly key: string
  readonly names: Map<string, number>
  readonly seeds: Set<ContentId>
  taxonomyId: string | undefined
}

/** Labels of many seeds as concepts: names with one canonical key are one concept, a topic never the same as a knowledge point. */
export function gatherConcepts(
  extractions: Iterable<Extraction>,
  options: GatherOptions = {},
): GatheredConcepts {
  const all = [...extractions]
  const first = gather(all, new Map())
  const merges = mergesOf(first, options)
  const gathered = merges.keys.size === 0 ? first : gather(all, merges.keys)
  const seeds = new Set(all.map((extraction) => extraction.seedId))
  const minimum = leastCount(options.minimumCount ?? 'auto', seeds.size)
  const admitted = gathered.filter((one) => options.without?.has(`${one.kind}:${one.key}`) !== true)
  const kept = admitted.filter((one) => one.seeds.size >= minimum)
  const concepts = kept.map((one) => toConcept(one))
  const contributions = toContributions(kept, seeds)
  const size = (list: readonly Gathering[], kind: ConceptKind): number =>
    list.filter((one) => one.kind === kind).length
  const names = (kind: ConceptKind): number =>
    first.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.names.size, 0)
  return {
    concepts,
    contributions,
    report: {
      seeds: seeds.size,
      topics: { names: names('topic'), concepts: size(kept, 'topic') },
      knowledgePoints: { names: names('knowledge-point'), concepts: size(kept, 'knowledge-point') },
      minimumCount: minimum,
      dropped: admitted
        .filter((one) => one.seeds.size < minimum)
        .map((one) => ({ kind: one.kind, name: displayName(one), count: one.seeds.size })),
      seedsWithoutConcepts: contributions
        .filter((one) => one.conceptIds.length === 0)
        .map((one) => one.seedId),
      seedsOverCap: all.filter((extraction) => extraction.overflow.length > 0).length,
      generic: concepts.filter((concept) => concept.count > seeds.size / 5).map((concept) => concept.name),
      mergeProposals: merges.open,
      automaticMerges: merges.automatic,
      merged: first.length - gathered.length,
      leftOut: gathered.length - admitted.length,
    },
  }
}

function leastCount(pruning: 'auto' | number, seeds: number): number {
  if (pruning !== 'auto') return pruning
  return seeds >= 2000 ? 2 : 1
}

function gather(
  extractions: readonly Extraction[],
  merges: ReadonlyMap<MergeKey, MergeKey>,
): readonly Gathering[] {
  const byId = new Map<string, Gathering>()
  const add = (kind: ConceptKind, label: LabelledName, seedId: ContentId): void => {
    const own = keyOf(kind, label)
    if (own === '') return
    const id = merges.get(`${kind}:${own}`) ?? `${kind}:${own}`
    const key = id.slice(kind.length + 1)
    let one = byId.get(id)
    if (one === undefined) {
      one = { kind, key, names: new Map(), seeds: new Set(), taxonomyId: undefined }
      byId.set(id, one)
    }
    const name = label.name.trim()
    one.names.set(name, (one.names.get(name) ?? 0) + 1)
    one.seeds.add(seedId)
    one.taxonomyId ??= label.taxonomyId
  }
  for (const { seedId, topics, knowledgePoints } of extractions) {
    for (const label of topics) add('topic', label, seedId)
    for (const label of knowledgePoints) add('knowledge-point', label, seedId)
  }
  return [...byId.values()].toSorted((a, b) => compare(b.kind, a.kind) || compare(a.key, b.key))
}

/** Names aligned to one entry of the taxonomy are one concept, whatever their own words. */
function keyOf(kind: ConceptKind, label: LabelledName): string {
  const entry = label.taxonomyId === undefined ? undefined : entryOf(kind, label.taxonomyId)
  return canonicalKey(entry?.name ?? label.name)
}

function entryOf(
  kind: ConceptKind,
  id: string,
): { readonly name: string; readonly definition: string } | undefined {
  return kind === 'topic' ? topic(id) : knowledgePoint(id)
}

function toConcept(one: Gathering): Concept {
  const definition = one.taxonomyId === undefined ? undefined : entryOf(one.kind, one.taxonomyId)?.definition
  return {
    id: conceptId(one.kind, one.key),
    kind: one.kind,
    key: one.key,
    name: displayName(one),
    ...(definition === undefined ? {} : { definition }),
    aliases: [...one.names].map(([name, count]) => ({ name, count })).toSorted((a, b) => b.count - a.count),
    count: one.seeds.size,
    ...(one.taxonomyId === undefined ? {} : { taxonomyId: one.taxonomyId }),
  }
}

/** The most frequent surface form; the first seen of equals, since a map keeps the order of insertion. */
function displayName(one: Gathering): string {
  let best = one.key
  let most = 0
  for (const [name, count] of one.names) {
    if (count > most) {
      most = count
      best = name
    }
  }
  return best
}

function toContributions(
  kept: readonly Gathering[],
  seeds: ReadonlySet<ContentId>,
): readonly SeedContribution[] {
  const bySeed = new Map<ContentId, ContentId[]>([...seeds].map((seedId) => [seedId, []]))
  for (const one of kept) {
    const id = conceptId(one.kind, one.key)
    for (const seedId of one.seeds) bySeed.get(seedId)?.push(id)
  }
  return [...bySeed].map(([seedId, ids]) => ({ seedId, conceptIds: ids.toSorted(compare) }))
}

/** Decisions and proposals name a concept by any of its surface forms. */
function mergesOf(first: readonly Gathering[], options: GatherOptions): AppliedMerges {
  const keys = new Map<string, string>()
  for (const { kind, key, names } of first)
    for (const name of names.keys()) keys.set(`${kind}:${canonicalKey(name)}`, key)
  return applyMerges(
    proposeMerges(first.map((one) => toCandidate(one))),
    { decisions: options.decisions ?? [], autoMerge: options.autoMerge ?? false },
    (kind, name) => {
      const key = canonicalKey(name)
      return `${kind}:${keys.get(`${kind}:${key}`) ?? key}`
    },
  )
}

function toCandidate(one: Gathering): Parameters<typeof proposeMerges>[0][number] {
  const { kind, key, seeds, taxonomyId } = one
  return {
    kind,
    key,
    name: displayName(one),
    count: seeds.size,
    ...(taxonomyId === undefined ? {} : { taxonomyId }),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
