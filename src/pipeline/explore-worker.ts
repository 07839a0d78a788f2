import { parentPort, workerData } from 'node:worker_threads'
import type { ConceptGraph } from '../core/concept-graph.ts'
import { UsageError } from '../core/errors.ts'
import { detectCommunities } from '../steps/graph/detect-communities.ts'
import { graphStatistics } from '../steps/graph/graph-statistics.ts'
import { layOutGraph } from '../steps/graph/lay-out-graph.ts'
import { planExploredWalks, type ExploredWalks } from './explore/plan-explored-walks.ts'

/** What the thread of a graph is asked. */
export type ExploreTask =
  | { readonly task: 'figures'; readonly seed: number }
  | { readonly task: 'layout'; readonly seed: number }
  | { readonly task: 'plan'; readonly walks: ExploredWalks }

/** One request at a time, answered in order. The graph is given once, as data of the thread. */
const graph = workerData as ConceptGraph

function answer(task: ExploreTask): unknown {
  if (task.task === 'layout') return layOutGraph(graph, task.seed)
  if (task.task === 'plan') return { plan: planExploredWalks(graph, task.walks) }
  const { of } = detectCommunities(graph, task.seed)
  return {
    communities: graph.nodes.map((node) => of.get(node.id) as number),
    statistics: graphStatistics(graph, { seed: task.seed }),
  }
}

/** A class of errors does not outlive the way between threads, so what a caller can mend is an answer. */
function answerOrRefuse(task: ExploreTask): unknown {
  try {
    return answer(task)
  } catch (error) {
    if (error instanceof UsageError) return { refused: error.message }
    throw error
  }
}

parentPort?.on('message', (task: ExploreTask) => parentPort?.postMessage(answerOrRefuse(task)))
