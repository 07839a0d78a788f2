/**
 * Labels a few problems, builds their graph and draws five walks: `node examples/walk-your-seeds.ts FILE`.
 */
import {
  admitSeeds,
  buildGraph,
  gatherConcepts,
  loadConfig,
  openExtractor,
  planWalks,
  readSeeds,
  samplePath,
  type Extraction,
} from '../src/index.ts'

const [file = 'seeds'] = process.argv.slice(2)
const { config } = loadConfig({ environment: {}, flags: {} })
const extractor = await openExtractor(config)

const { seeds } = await admitSeeds(readSeeds([file]))
const extractions: Extraction[] = []
for await (const extraction of extractor.extract(seeds)) extractions.push(extraction)

const { concepts, contributions } = gatherConcepts(extractions)
const graph = buildGraph(concepts, contributions)
const names = new Map(graph.nodes.map((node) => [node.id, node.name]))

const plan = planWalks(graph, { mode: 'mathscale', seed: 7 })
for (let index = 0; index < 5; index++) {
  const path = samplePath(plan, index)
  if ('failed' in path) continue
  console.log(
    path.steps.map((step) => `${names.get(step.conceptId)} (${step.probability.toFixed(2)})`).join(' → '),
  )
}
