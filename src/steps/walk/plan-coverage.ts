import type { Concept } from '../../core/concept.ts'
import type { ConceptGraph } from '../../core/concept-graph.ts'
import { UsageError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import { compactGraph, pointTopicSubGraph, type CompactGraph } from './compact-graph.ts'
import { steerUsage } from './steer-usage.ts'
import { entryTarget, sharedFloats, sharedWords, type SubGraph } from './sub-graph.ts'
import type { CoverageTarget, SettledOptions } from './walk-options.ts'

/** Why a knowledge point is left out of coverage. */
export type GateReason = 'too-few-seeds' | 'over-general' | 'not-in-target' | 'unreachable'

export interface GatedPoint {
  readonly conceptId: ContentId
  readonly reason: GateReason
}

export interface CoveragePlan {
  /** Numbers of the knowledge points to cover, ascending. */
  readonly points: Uint32Array
  /** Running sums of their target weights. */
  readonly cumulative: Float64Array
  /** Target weight by knowledge-point number; 0 for points left out. */
  readonly targets: Float64Array
  /** True when all points weigh the same: then each cycle gives each point exactly once. */
  readonly equal: boolean
  readonly pointTopic: SubGraph
  readonly gated: readonly GatedPoint[]
  /** Expected Gini coefficient of use against the target in the long run, sampling noise aside. */
  readonly expectedGini: number
  /** Expected knowledge-point visits of a walk. */
  readonly expectedVisits: number
}

/**
 * Prepares mode `coverage`: leaves out doubtful points, says what share each other point is to have, and steers the remaining steps
 * towards that share (see {@link steerUsage}).
 */
export function planCoverage(
  graph: ConceptGraph,
  settled: SettledOptions,
  allowed: ((id: ContentId) => boolean) | undefined,
): { compact: CompactGraph; coverage: CoveragePlan } {
  const gated: GatedPoint[] = []
  const weights = new Map<ContentId, number>()
  for (const node of graph.nodes) {
    if (node.kind === 'topic' || allowed?.(node.id) === false) continue
    const weight = targetWeight(node, settled.target)
    const reason = gateReason(node, weight, { graph, settled })
    if (reason === undefined) weights.set(node.id, weight)
    else gated.push({ conceptId: node.id, reason })
  }
  const kinds = new Map(graph.nodes.map((node) => [node.id, node.kind]))
  const keep = (id: ContentId): boolean =>
    kinds.get(id) === 'topic' ? allowed?.(id) !== false : weights.has(id)
  const plain = compactGraph(graph, { weighting: settled.weighting, keep })
  const pointTopic = pointTopicSubGraph(plain)
  const targets = sharedFloats(plain.knowledgePointIds.length)
  plain.knowledgePointIds.forEach((id, number) => {
    if (isReachable(plain, pointTopic, number)) targets[number] = weights.get(id) as number
    else gated.push({ conceptId: id, reason: 'unreachable' })
  })
  const { points, cumulative } = runningSums(targets)
  if (points.length === 0) {
    throw new UsageError(`knowledge points to cover: 0 of ${gated.length}; loosen the gate or the target`)
  }
  const steering = steerUsage(plain.pointPoint, targets, settled.knowledgePointSteps)
  const compact = compactGraph(graph, { weighting: settled.weighting, keep, steering })
  const first = targets[points[0] as number] as number
  return {
    compact,
    coverage: {
      points,
      cumulative,
      targets,
      equal: points.every((point) => targets[point] === first),
      pointTopic,
      gated,
      expectedGini: steering.expectedGini,
      expectedVisits: steering.expectedVisits,
    },
  }
}

function targetWeight(node: Concept, target: CoverageTarget): number {
  if (target === 'uniform') return 1
  if (target === 'sqrt-count') return Math.sqrt(node.count)
  const weight = target.get(node.id) ?? 0
  if (!(weight >= 0 && weight < Infinity)) {
    throw new UsageError(`target weight: ${weight} of ${node.id}; give a finite number ≥ 0`)
  }
  return weight
}

function gateReason(
  node: Concept,
  weight: number,
  { graph, settled }: { graph: ConceptGraph; settled: SettledOptions },
): GateReason | undefined {
  if (node.count < settled.gate.minimumCount) return 'too-few-seeds'
  if (node.count > settled.gate.maximumDocumentFrequency * graph.seedCount) return 'over-general'
  return weight === 0 ? 'not-in-target' : undefined
}

/** A walk enters by a topic: of the point itself, or of a neighbour from which one step leads to it. */
function isReachable(graph: CompactGraph, pointTopic: SubGraph, point: number): boolean {
  const hasTopic = (number: number): boolean =>
    (pointTopic.offsets[number + 1] as number) > (pointTopic.offsets[number] as number)
  if (hasTopic(point)) return true
  const { offsets, entries } = graph.pointPoint
  for (let entry = offsets[point] as number; entry < (offsets[point + 1] as number); entry++) {
    if (hasTopic(entryTarget(entries, entry))) return true
  }
  return false
}

function runningSums(targets: Float64Array): { points: Uint32Array; cumulative: Float64Array } {
  const chosen = [...targets.keys()].filter((number) => (targets[number] as number) > 0)
  const points = sharedWords(chosen.length)
  const cumulative = sharedFloats(chosen.length)
  let sum = 0
  chosen.forEach((number, place) => {
    sum += targets[number] as number
    points[place] = number
    cumulative[place] = sum
  })
  return { points, cumulative }
}
