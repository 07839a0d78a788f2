import { expect, it } from 'vitest'
import { simulateGraph, small } from '../../../bench/walk/simulate-graph.ts'
import { walkModes } from '../../core/concept-path.ts'
import { sha256 } from '../../core/identity.ts'
import { samplePath } from './sample-path.ts'
import { planWalks } from './walk-plan.ts'

const { graph } = simulateGraph(small)
const communities = new Map(
  graph.nodes.map((node) => [node.id, Number.parseInt(node.id.slice(0, 1), 16) % 2]),
)

/** The same seed must give the same bytes in every release: a change here changes every dataset made before. */
it('walks are the same bytes as ever', async () => {
  const lines = [JSON.stringify({ graph: graph.version })]
  for (const mode of walkModes) {
    const plan = planWalks(graph, { mode, seed: 7, communities })
    const walks = Array.from({ length: 2000 }, (_, index) => JSON.stringify(samplePath(plan, index)))
    lines.push(
      ...walks.slice(0, 2),
      JSON.stringify({ mode, walks: walks.length, sha256: sha256(walks.join('\n')) }),
    )
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('walk-snapshot.jsonl')
})
