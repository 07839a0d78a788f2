import type { EvidenceSpan } from '../../core/concept.ts'
import { compileCues, type CueMatcher } from '../../foundations/taxonomy/compile-cues.ts'
import { matchCues, type CueHit } from '../../foundations/taxonomy/match-cues.ts'
import { topicOf, topics as allTopics } from '../../foundations/taxonomy/taxonomy.ts'
import { tokeniseProblem, type ProblemToken } from '../../foundations/taxonomy/tokenise-problem.ts'
import { evidenceOf } from './find-evidence.ts'

/** A topic or knowledge point of the taxonomy, with what in the question speaks for it. */
export interface ScoredLabel {
  /** Id in the taxonomy. */
  readonly id: string
  readonly name: string
  /** Sum of the weights of the cues that hold; at least 1. */
  readonly score: number
  /** Deleting these spans from the question removes the label. */
  readonly evidence: readonly EvidenceSpan[]
}

export interface LabelOptions {
  /** Most topics, 2 by default (MathScale §3.1: one or two). */
  readonly topicCap?: number
  /** Most knowledge points, 5 by default (MathScale §3.1: one to five). */
  readonly knowledgePointCap?: number
  /** Leaves the caps out. */
  readonly uncapped?: boolean
}

/** What a problem is about, best label first. Both lists are empty where nothing speaks clearly enough. */
export interface ProblemLabels {
  readonly topics: readonly ScoredLabel[]
  readonly knowledgePoints: readonly ScoredLabel[]
  /** Names beyond the caps, topics first, best first. */
  readonly overflow: readonly string[]
}

const topicEntries = allTopics
const pointEntries = allTopics.flatMap((topic) => topic.knowledgePoints)
const entries = [...topicEntries, ...pointEntries]
const positions = new Map(entries.map((entry, position) => [entry.id, position]))
let matcher: CueMatcher | undefined

/** A label needs cues of this total weight. */
const THRESHOLD = 1

/** How much a topic gains for each further knowledge point of its own. */
const FURTHER_POINT = 0.4

/**
 * Labels a question with topics and knowledge points of the taxonomy, by the cues of their entries alone; the solution is not
 * looked at (MathScale §3.1). A topic comes from its own cues, from its knowledge points, or both. Deterministic.
 */
export function labelProblem(question: string, options: LabelOptions = {}): ProblemLabels {
  matcher ??= compileCues(entries)
  const tokens = tokeniseProblem(question)
  const hits = groupByEntry(matchCues(matcher, tokens))
  const points = rank(pointEntries, hits)
  const scored = scoreTopics(hits, points)
  const topics = scored.slice(0, options.uncapped === true ? scored.length : (options.topicCap ?? 2))
  const kept = points.slice(0, options.uncapped === true ? points.length : (options.knowledgePointCap ?? 5))
  const problem = { question, tokens, hits }
  return {
    topics: topics.map((topic) => toLabel(topic, problem)),
    knowledgePoints: kept.map((point) => toLabel(point, problem)),
    overflow: [...scored.slice(topics.length), ...points.slice(kept.length)].map((label) => label.name),
  }
}

interface Scored {
  readonly id: string
  readonly name: string
  readonly score: number
}

type Hits = ReadonlyMap<number, readonly CueHit[]>

function groupByEntry(hits: readonly CueHit[]): Hits {
  const groups = new Map<number, CueHit[]>()
  for (const hit of hits) {
    const group = groups.get(hit.entry)
    if (group === undefined) groups.set(hit.entry, [hit])
    else group.push(hit)
  }
  return groups
}

function totalWeight(hits: Hits, id: string): number {
  return (hits.get(positions.get(id) ?? -1) ?? []).reduce((sum, hit) => sum + hit.weight, 0)
}

/** Entries over the threshold, best first, ties in the order of the taxonomy. */
function rank(
  candidates: readonly { readonly id: string; readonly name: string }[],
  hits: Hits,
): readonly Scored[] {
  return candidates
    .map(({ id, name }) => ({ id, name, score: totalWeight(hits, id) }))
    .filter(({ score }) => score >= THRESHOLD - 1e-9)
    .toSorted((a, b) => b.score - a.score)
}

function scoreTopics(hits: Hits, points: readonly Scored[]): readonly Scored[] {
  const byTopic = new Map<string, number[]>()
  for (const point of points) {
    const topic = topicOf(point.id)
    if (topic !== undefined) byTopic.set(topic.id, [...(byTopic.get(topic.id) ?? []), point.score])
  }
  return topicEntries
    .map(({ id, name }) => {
      const scores = byTopic.get(id) ?? []
      const fromPoints = scores.length === 0 ? 0 : Math.max(...scores) + FURTHER_POINT * (scores.length - 1)
      return { id, name, score: totalWeight(hits, id) + fromPoints }
    })
    .filter(({ score }) => score >= THRESHOLD - 1e-9)
    .toSorted((a, b) => b.score - a.score)
}

interface LabelledProblem {
  readonly question: string
  readonly tokens: readonly ProblemToken[]
  readonly hits: Hits
}

function toLabel({ id, name, score }: Scored, problem: LabelledProblem): ScoredLabel {
  const members = memberPositions(id)
  const evidence = evidenceOf(problem.question, {
    tokens: problem.tokens,
    hits: [...members].flatMap((position) => problem.hits.get(position) ?? []),
    hitsAfter: (tokens) => (matcher === undefined ? [] : matchCues(matcher, tokens, members)),
    holds: (hits) => holds(id, groupByEntry(hits)),
  })
  return { id, name, score: Math.round(score * 100) / 100, evidence }
}

/** The entries whose cues can give a label: its own and, for a topic, those of its knowledge points. */
function memberPositions(id: string): ReadonlySet<number> {
  const topic = topicEntries[positions.get(id) ?? -1]
  const ids = topic === undefined ? [id] : [id, ...topic.knowledgePoints.map((point) => point.id)]
  return new Set(ids.map((member) => positions.get(member) ?? -1))
}

function holds(id: string, hits: Hits): boolean {
  const topic = topicEntries[positions.get(id) ?? -1]
  if (totalWeight(hits, id) >= THRESHOLD - 1e-9) return true
  return (
    topic !== undefined &&
    scoreTopics(hits, rank(topic.knowledgePoints, hits)).some((scored) => scored.id === id)
  )
}
