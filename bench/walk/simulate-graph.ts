import type { ConceptGraph } from '../../src/core/concept-graph.ts'
import { buildGraph } from '../../src/steps/graph/build-graph.ts'
import { simulateSeeds, type Simulation, type SimulatedSeeds } from './simulate-seeds.ts'

export interface SimulatedGraph extends SimulatedSeeds {
  readonly graph: ConceptGraph
}

/** The graph of simulated seeds, with the seeds. */
export function simulateGraph(simulation: Simulation): SimulatedGraph {
  const seeds = simulateSeeds(simulation)
  return { ...seeds, graph: buildGraph(seeds.concepts, seeds.contributions) }
}

/** The size MathScale reports after pruning (§4.1: 2,018 topics, 8,892 knowledge points, 20K seeds), Zipf-distributed. */
export const mathscaleSized: Simulation = { topics: 2000, points: 9000, problems: 20_000 }
/** About 100 seeds, most concepts seen once. */
export const small: Simulation = { topics: 60, points: 150, problems: 60, seed: 3 }
/** Twelve subjects with few problems across two of them. */
export const clustered: Simulation = { topics: 200, points: 1500, problems: 4000, clusters: 12, seed: 5 }
