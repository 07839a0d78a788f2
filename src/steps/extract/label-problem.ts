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
  /** Deleting these spans from the question removes the label; empty where evidence is not wanted. */
  readonly evidence: readonly EvidenceSpan[]
}

export interface LabelOptions {
  /** Most topics, 2 by default (MathScale §3.1: one or two). */
  readonly topicCap?: number
  /** Most knowledge points, 5 by default (MathScale §3.1: one to five). */
  readonly knowledgePointCap?: number
  /** Leaves the caps out. */
  readonly uncapped?: boolean
  /** Looks for the spans that speak for each label, which takes most of the time where labels are long. @default true */
  readonly evidence?: boolean
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
/** By position: the topic that an entry counts for. */
const topicPositions = entries.map(({ id }, position) => positions.get(topicOf(id)?.id ?? '') ?? position)
/** By position: the entries whose cues can give a label, its own and, for a topic, those of its knowledge points. */
const members = entries.map((_, position) => {
  const own = topicPositions.flatMap((topic, member) => (topic === position ? [member] : []))
  return new Set([position, ...own])
})
let matcher: CueMatcher | undefined

/** A label needs cues of a total weight of 1, which sums of tenths may just miss. */
const THRESHOLD = 1 - 1e-9

/** How much a topic gains for each further knowledge point of its own. */
const FURTHER_POINT = 0.4

/**
 * Labels a question with topics and knowledge points of the taxonomy, by the cues of their entries alone; the solution is not
 * looked at (MathScale §3.1). A topic comes from its own cues, from its knowledge points, or both. Deterministic.
 */
export function labelProblem(question: string, options: LabelOptions = {}): ProblemLabels {
  matcher ??= compileCues(entries)
  const tokens = tokeniseProblem(question)
  const hits = matchCues(matcher, tokens)
  const scored = scoreEntries(hits)
  const allTopicLabels = scored.filter(({ position }) => position < topicEntries.length)
  const allPointLabels = scored.filter(({ position }) => position >= topicEntries.length)
  const topics = options.uncapped === true ? allTopicLabels : allTopicLabels.slice(0, options.topicCap ?? 2)
  const points =
    options.uncapped === true ? allPointLabels : allPointLabels.slice(0, options.knowledgePointCap ?? 5)
  const problem =
    options.evidence === false
      ? undefined
      : { question, tokens, hits, readings: new Map<string, readonly ProblemToken[]>() }
  return {
    topics: topics.map((scoredEntry) => toLabel(scoredEntry, problem)),
    knowledgePoints: points.map((scoredEntry) => toLabel(scoredEntry, problem)),
    overflow: [...allTopicLabels.slice(topics.length), ...allPointLabels.slice(points.length)].map(
      ({ position }) => entries[position]?.name ?? '',
    ),
  }
}

interface ScoredEntry {
  readonly position: number
  readonly score: number
}

/** Labels over the threshold, best first, ties in the order of the taxonomy. */
function scoreEntries(hits: readonly CueHit[]): readonly ScoredEntry[] {
  const weights = new Map<number, number>()
  const add = (position: number, weight: number): void => {
    weights.set(position, (weights.get(position) ?? 0) + weight)
  }
  for (const hit of hits) add(hit.entry, hit.weight)
  const fromPoints = new Map<number, { best: number; count: number }>()
  for (const [position, weight] of weights) {
    if (position < topicEntries.length || weight < THRESHOLD) continue
    const topic = topicPositions[position] ?? -1
    const known = fromPoints.get(topic)
    fromPoints.set(topic, { best: Math.max(weight, known?.best ?? 0), count: (known?.count ?? 0) + 1 })
  }
  for (const [topic, { best, count }] of fromPoints) add(topic, best + FURTHER_POINT * (count - 1))
  return [...weights]
    .filter(([, score]) => score >= THRESHOLD)
    .map(([position, score]) => ({ position, score }))
    .toSorted((a, b) => b.score - a.score || a.position - b.position)
}

interface LabelledProblem {
  readonly question: string
  readonly tokens: readonly ProblemToken[]
  readonly hits: readonly CueHit[]
  readonly readings: Map<string, readonly ProblemToken[]>
}

function toLabel({ position, score }: ScoredEntry, problem: LabelledProblem | undefined): ScoredLabel {
  const { id = '', name = '' } = entries[position] ?? {}
  const evidence = problem === undefined ? [] : evidenceFor(position, problem)
  return { id, name, score: Math.round(score * 100) / 100, evidence }
}

function evidenceFor(position: number, problem: LabelledProblem): readonly EvidenceSpan[] {
  const relevant = members[position] ?? new Set<number>()
  return evidenceOf(problem.question, {
    hits: problem.hits.filter((hit) => relevant.has(hit.entry)),
    tokens: problem.tokens,
    readings: problem.readings,
    hitsAfter: (tokens) => (matcher === undefined ? [] : matchCues(matcher, tokens, relevant)),
    holds: (hits) => scoreEntries(hits).some((scored) => scored.position === position),
  })
}
