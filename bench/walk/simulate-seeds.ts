import { conceptId, type Concept, type ConceptKind, type SeedContribution } from '../../src/core/concept.ts'
import { contentId } from '../../src/core/identity.ts'
import { randomAt, randomKey, type Random } from '../../src/core/random.ts'

export interface SimulatedSeeds {
  readonly concepts: readonly Concept[]
  readonly contributions: readonly SeedContribution[]
}

export interface Simulation {
  readonly topics: number
  readonly points: number
  readonly problems: number
  /** Concepts are split evenly into clusters; nine labels of ten come from the problem's own. Default 1. */
  readonly clusters?: number
  readonly seed?: number
}

/** Zipf exponent near that of labels extracted from real problems. */
const exponent = 0.95

/**
 * Simulated labels: each problem has 1-2 topics and 1-5 knowledge points, drawn by Zipf's law. A knowledge point that no problem
 * drew gets a problem of its own, so that all of them are in the graph.
 */
export function simulateSeeds(simulation: Simulation): SimulatedSeeds {
  const clusters = simulation.clusters ?? 1
  const topics = Array.from({ length: simulation.topics }, (_, rank) => describe('topic', rank))
  const points = Array.from({ length: simulation.points }, (_, rank) => describe('knowledge-point', rank))
  const topicLaw = zipf(Math.floor(topics.length / clusters))
  const pointLaw = zipf(Math.floor(points.length / clusters))
  const key = randomKey('simulated-seeds', simulation.seed ?? 0)
  const undrawn = new Set(points.map((point) => point.id))
  const contributions: SeedContribution[] = []

  function draw(list: readonly Concept[], law: Float64Array, { random, home }: Home): string {
    const cluster = random.chance(0.9) ? home : random.integer(0, clusters - 1)
    // Ranks of a cluster are spread over the list, so that every cluster has frequent and rare concepts.
    return (list[rankOf(law, random.float()) * clusters + cluster] as Concept).id
  }

  for (let problem = 0; problem < simulation.problems; problem++) {
    const random = randomAt(key, problem)
    const home = { random, home: random.integer(0, clusters - 1) }
    const ids = new Set<string>()
    for (let left = random.integer(1, 2); left > 0; left--) ids.add(draw(topics, topicLaw, home))
    for (let left = random.integer(1, 5); left > 0; left--) ids.add(draw(points, pointLaw, home))
    add(ids)
  }
  for (const [extra, point] of [...undrawn].entries()) {
    const random = randomAt(key, simulation.problems + extra)
    const home = { random, home: points.findIndex((other) => other.id === point) % clusters }
    const ids = new Set([draw(topics, topicLaw, home), point])
    for (let left = random.integer(0, 4); left > 0; left--) ids.add(draw(points, pointLaw, home))
    add(ids)
  }
  return { concepts: [...topics, ...points], contributions }

  function add(ids: Set<string>): void {
    for (const id of ids) undrawn.delete(id)
    contributions.push({
      seedId: contentId('seed', `simulated problem ${contributions.length}`),
      conceptIds: [...ids],
    })
  }
}

interface Home {
  readonly random: Random
  readonly home: number
}

function describe(kind: ConceptKind, rank: number): Concept {
  const key = `${kind} ${rank}`
  return { id: conceptId(kind, key), kind, key, name: key, aliases: [], count: 0 }
}

/** Running sums of 1 / rank^s. */
function zipf(length: number): Float64Array {
  let sum = 0
  return Float64Array.from({ length }, (_, rank) => (sum += (rank + 1) ** -exponent))
}

function rankOf(law: Float64Array, uniform: number): number {
  const mark = uniform * (law.at(-1) as number)
  let low = 0
  let high = law.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((law[middle] as number) > mark) high = middle
    else low = middle + 1
  }
  return low
}
