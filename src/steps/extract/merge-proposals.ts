import type { Concept, ConceptKind } from '../../core/concept.ts'
import { canonicalKey } from '../../foundations/taxonomy/canonical-name.ts'
import { findByName, topics } from '../../foundations/taxonomy/taxonomy.ts'
import { formOf, type WordKnowledge } from './concept-form.ts'
import { createCorrector } from './misspelling.ts'
import { scoreMerge, scoreQualified, type MergeScore, type ScoredForm } from './score-merge.ts'

/** Two concepts of one kind that may be the same; `keep` is in the taxonomy or has the higher count. */
export interface MergeProposal {
  readonly kind: ConceptKind
  readonly keep: string
  readonly merge: string
  /** 0 to 1; from `certainScore` on it is followed where merging is automatic. */
  readonly score: number
  readonly why: string
}

/** A name with what is known of it. */
interface Candidate extends ScoredForm {
  readonly concept: Pick<Concept, 'kind' | 'key' | 'name' | 'count'>
}

/** Comparisons of one name at most: a core that so many names share says nothing. */
const mostCompared = 64

/**
 * Proposes concepts to merge, surest first; each is merged into at most one other. Nothing is merged here. A topic is never paired
 * with a knowledge point. Names that may be merged have equal cores, so the join is a look-up and its time grows with the names.
 */
export function proposeMerges(
  concepts: readonly Pick<Concept, 'kind' | 'key' | 'name' | 'count' | 'taxonomyId'>[],
): readonly MergeProposal[] {
  const candidates = concepts.map((concept) => ({
    concept,
    ...scoredForm(concept.kind, concept.key, concept.taxonomyId),
  }))
  candidates.sort(byRank)
  const proposals: MergeProposal[] = []
  const proposed = new Set<Candidate>()
  for (const group of groupsOf(candidates)) {
    for (let at = 1; at < group.length; at++) {
      const candidate = group[at] as Candidate
      const best = bestOf(candidate, group.slice(0, Math.min(at, mostCompared)))
      if (best === undefined) continue
      proposals.push(toProposal(best.other, candidate, best))
      proposed.add(candidate)
    }
  }
  proposals.push(...qualified(candidates, proposed))
  return proposals.toSorted(
    (a, b) => b.score - a.score || compare(a.keep, b.keep) || compare(a.merge, b.merge),
  )
}

/** How likely two names of one kind mean one concept; `undefined` where they do not. */
export function compareNames(kind: ConceptKind, a: string, b: string): MergeScore | undefined {
  const [keyA, keyB] = [canonicalKey(a), canonicalKey(b)]
  if (keyA === keyB) return { score: 1, why: 'the same key' }
  const [first, second] = [scoredForm(kind, keyA, undefined), scoredForm(kind, keyB, undefined)]
  return scoreMerge(first, second) ?? qualifies(first, second) ?? qualifies(second, first)
}

function qualifies(short: ScoredForm, long: ScoredForm): MergeScore | undefined {
  const { base } = long.form
  if (base === undefined || base.bag !== short.form.bag || long.form.bag === base.bag) return undefined
  if (short.taxonomyId !== undefined && long.taxonomyId !== undefined) return undefined
  return scoreQualified(base.head)
}

let vocabulary: Vocabulary | undefined

interface Vocabulary extends WordKnowledge {
  /** Entry of the taxonomy by `kind:bag`, where no two entries share it. */
  readonly byBag: ReadonlyMap<string, string>
}

function openVocabulary(): Vocabulary {
  const byBag = new Map<string, string>()
  const shared = new Set<string>()
  const known = new Set<string>()
  const add = (kind: ConceptKind, id: string, names: readonly string[]): void => {
    for (const name of names) {
      const { sequence, bag } = formOf(canonicalKey(name))
      for (const stem of sequence) known.add(stem)
      const key = `${kind}:${bag}`
      if ((byBag.get(key) ?? id) !== id) shared.add(key)
      byBag.set(key, id)
    }
  }
  for (const entry of topics) {
    add('topic', entry.id, [entry.name, ...entry.aliases])
    for (const point of entry.knowledgePoints)
      add('knowledge-point', point.id, [point.name, ...point.aliases])
  }
  for (const key of shared) byBag.delete(key)
  return { correct: createCorrector(known), isKnown: (stem) => known.has(stem), byBag }
}

function scoredForm(kind: ConceptKind, key: string, taxonomyId: string | undefined): ScoredForm {
  vocabulary ??= openVocabulary()
  const { correct, isKnown, byBag } = vocabulary
  let corrected = false
  const form = formOf(key, {
    isKnown,
    correct(stem) {
      const right = correct(stem)
      corrected ||= right !== stem
      return right
    },
  })
  const id = taxonomyId ?? findByName(kind, key)?.id ?? byBag.get(`${kind}:${form.bag}`)
  return { form, corrected, taxonomyId: id }
}

/** What is in the taxonomy first, then the more frequent, then the first by key. */
function byRank(a: Candidate, b: Candidate): number {
  const known = Number(b.taxonomyId !== undefined) - Number(a.taxonomyId !== undefined)
  return known || b.concept.count - a.concept.count || compare(a.concept.key, b.concept.key)
}

/** Those of one kind with one core, in the order given. */
function groupsOf(candidates: readonly Candidate[]): Iterable<readonly Candidate[]> {
  const groups = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const key = `${candidate.concept.kind}:${candidate.form.core}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [candidate])
    else group.push(candidate)
  }
  return groups.values()
}

function bestOf(
  candidate: Candidate,
  others: readonly Candidate[],
): (MergeScore & { readonly other: Candidate }) | undefined {
  let best: (MergeScore & { readonly other: Candidate }) | undefined
  for (const other of others) {
    const scored = scoreMerge(other, candidate)
    if (scored !== undefined && scored.score > (best?.score ?? 0)) best = { ...scored, other }
  }
  return best
}

/** Names that another one is with what it is for; where there are several such, none of them is meant by the short one. */
function qualified(
  candidates: readonly Candidate[],
  proposed: ReadonlySet<Candidate>,
): readonly MergeProposal[] {
  const bases = new Map<string, Candidate[]>()
  const baseKey = (kind: ConceptKind, bag: string): string => `${kind}:${bag}`
  for (const candidate of candidates) {
    const { base, bag } = candidate.form
    if (base === undefined || base.bag === bag || scoreQualified(base.head) === undefined) continue
    const key = baseKey(candidate.concept.kind, base.bag)
    bases.set(key, [...(bases.get(key) ?? []), candidate])
  }
  return candidates.flatMap((short) => {
    const longer = bases.get(baseKey(short.concept.kind, short.form.bag)) ?? []
    const [long] = longer
    if (long === undefined || longer.length > 1 || proposed.has(long) || proposed.has(short)) return []
    const scored = qualifies(short, long)
    return scored === undefined ? [] : [toProposal(...ranked(short, long), scored)]
  })
}

function ranked(a: Candidate, b: Candidate): [Candidate, Candidate] {
  return byRank(a, b) <= 0 ? [a, b] : [b, a]
}

function toProposal(keep: Candidate, merge: Candidate, { score, why }: MergeScore): MergeProposal {
  return { kind: keep.concept.kind, keep: keep.concept.name, merge: merge.concept.name, score, why }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
