import type { Concept, ConceptKind, SeedContribution } from '../../core/concept.ts'
import type { ConceptEdge, ConceptGraph, EdgeKind } from '../../core/concept-graph.ts'
import { MalformedInputError } from '../../core/errors.ts'
import type { ContentId } from '../../core/identity.ts'
import { graphVersion } from './graph-version.ts'

/** Counts co-occurrence seed by seed. After any order of adds and removes, `graph()` equals a rebuild from the seeds held. */
export interface GraphCounter {
  /** Makes concepts known, or replaces their description. Counts never come from here. */
  describe(concepts: Iterable<Concept>): void
  /**
   * Adds a seed's contribution. A seed already held is replaced, a concept named twice counts once, and a seed without concepts
   * contributes nothing. Throws MalformedInputError for a concept that was not described, and then changes nothing.
   */
  add(contribution: SeedContribution): void
  /** Takes a seed's contribution out again. Returns false when the seed is not held. */
  remove(seedId: ContentId): boolean
  /** The graph of the seeds held. Concepts without a seed and edges without a seed are not in it. */
  graph(): ConceptGraph
}

/** Concepts get numbers in order of first use, so that a pair of them is one safe integer: lower · 2^26 + higher. */
const pairBase = 2 ** 26

export function createGraphCounter(concepts: Iterable<Concept> = []): GraphCounter {
  const described = new Map<ContentId, Concept>()
  const numbers = new Map<ContentId, number>()
  const ids: ContentId[] = []
  const held = new Map<ContentId, readonly number[]>()
  const nodeCounts: number[] = []
  const pairCounts = new Map<number, number>()

  function numberOf(id: ContentId): number {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const number = ids.length
    if (number >= pairBase) throw new RangeError(`too many concepts: ${number}; at most ${pairBase}`)
    numbers.set(id, number)
    ids.push(id)
    nodeCounts.push(0)
    return number
  }

  function change(members: readonly number[], by: 1 | -1): void {
    for (let first = 0; first < members.length; first++) {
      const left = members[first] as number
      nodeCounts[left] = (nodeCounts[left] as number) + by
      for (let second = first + 1; second < members.length; second++) {
        const pair = left * pairBase + (members[second] as number)
        const count = (pairCounts.get(pair) ?? 0) + by
        if (count === 0) pairCounts.delete(pair)
        else pairCounts.set(pair, count)
      }
    }
  }

  const counter: GraphCounter = {
    describe(list) {
      for (const concept of list) described.set(concept.id, concept)
    },
    add({ seedId, conceptIds }) {
      for (const id of conceptIds) {
        if (!described.has(id)) {
          throw new MalformedInputError(
            `unknown concept: ${id} of seed ${seedId}; give its description with the concepts`,
          )
        }
      }
      counter.remove(seedId)
      const members = [...new Set(conceptIds)].map(numberOf).sort((left, right) => left - right)
      if (members.length === 0) return
      held.set(seedId, members)
      change(members, 1)
    },
    remove(seedId) {
      const members = held.get(seedId)
      if (members === undefined) return false
      held.delete(seedId)
      change(members, -1)
      return true
    },
    graph() {
      const nodes: Concept[] = []
      for (const [number, id] of ids.entries()) {
        const count = nodeCounts[number] as number
        if (count > 0) nodes.push({ ...(described.get(id) as Concept), count })
      }
      nodes.sort((left, right) => (left.id < right.id ? -1 : 1))
      const edges: ConceptEdge[] = []
      for (const [pair, count] of pairCounts) {
        const left = described.get(ids[Math.floor(pair / pairBase)] as ContentId) as Concept
        const right = described.get(ids[pair % pairBase] as ContentId) as Concept
        const [a, b] = left.id < right.id ? [left.id, right.id] : [right.id, left.id]
        edges.push({ a, b, kind: edgeKind(left.kind, right.kind), count })
      }
      edges.sort((left, right) => compareText(left.a, right.a) || compareText(left.b, right.b))
      return {
        version: graphVersion({ nodes, edges, seedCount: held.size }),
        nodes,
        edges,
        seedCount: held.size,
      }
    },
  }
  counter.describe(concepts)
  return counter
}

function edgeKind(left: ConceptKind, right: ConceptKind): EdgeKind {
  if (left !== right) return 'TK'
  return left === 'topic' ? 'TT' : 'KK'
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
