import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { ConceptGraph } from '../../core/concept-graph.ts'
import { isJsonValue, type JsonValue } from '../../core/identity.ts'
import type { Layout } from '../../steps/graph/lay-out-graph.ts'
import type { ExploreTask } from '../explore-worker.ts'
import { openThread } from '../open-thread.ts'

/** What a graph's picture needs and takes long to compute, in the order of the graph's nodes. */
export interface GraphFigures {
  readonly communities: readonly number[]
  /** What `graph stats --json` prints. */
  readonly statistics: JsonValue
  /** Positions, once they are there. */
  layout(): Layout | undefined
  /** Settles when the positions are there and kept, or cannot be made. */
  readonly settled: Promise<void>
  close(): Promise<void>
}

interface FiguresPlace {
  /** Folder of the workspace; figures are kept in `graph-views/` below it. */
  readonly folder: string
  /** Seed of communities and layout. */
  readonly seed: number
}

/**
 * Figures of a graph, from the file where they are kept or else computed in a thread: communities and statistics before this
 * returns, positions after it. A file that is damaged or of another version is made anew; where none can be written nothing is kept.
 */
export async function openGraphFigures(graph: ConceptGraph, place: FiguresPlace): Promise<GraphFigures> {
  const file = join(place.folder, 'graph-views', `${graph.version}-${place.seed}.json`)
  const kept = await readKept(file, graph)
  if (kept !== undefined) {
    const layout = { x: Float64Array.from(kept.x), y: Float64Array.from(kept.y) }
    const { communities, statistics } = kept
    return {
      communities,
      statistics,
      layout: () => layout,
      settled: Promise.resolve(),
      close: async () => {},
    }
  }
  const thread = openThread<ExploreTask, unknown>('explore-worker', graph)
  const { communities, statistics } = (await thread.ask({ task: 'figures', seed: place.seed })) as {
    readonly communities: readonly number[]
    readonly statistics: JsonValue
  }
  let layout: Layout | undefined
  const settled = (async () => {
    try {
      layout = (await thread.ask({ task: 'layout', seed: place.seed })) as Layout
      await keep(file, {
        format,
        communities: [...communities],
        statistics,
        x: [...layout.x],
        y: [...layout.y],
      })
    } catch {
      // Closed before it was done, or a folder that cannot be written: the circle stays, or the layout is made again.
    } finally {
      await thread.stop()
    }
  })()
  return { communities, statistics, layout: () => layout, settled, close: () => thread.stop() }
}

/** Changes with everything that is computed from a graph of the same version. */
const format = 1

const keptSchema = z.object({
  format: z.literal(format),
  communities: z.array(z.int().min(0)),
  statistics: z.custom<JsonValue>(isJsonValue),
  x: z.array(z.number()),
  y: z.array(z.number()),
})
type KeptFigures = z.infer<typeof keptSchema>

async function readKept(file: string, { nodes }: ConceptGraph): Promise<KeptFigures | undefined> {
  try {
    const kept = keptSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    const whole = [kept.communities, kept.x, kept.y].every((list) => list.length === nodes.length)
    return whole ? kept : undefined
  } catch {
    return undefined
  }
}

/** The file appears whole or not at all. */
async function keep(file: string, figures: KeptFigures): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const partial = `${file}.partial-${process.pid}`
  await writeFile(partial, JSON.stringify(figures))
  await rename(partial, file)
}

/** Until positions are there: all concepts on a circle, communities side by side, in each the most frequent first. */
export function circleLayout(graph: ConceptGraph, communities: readonly number[]): Layout {
  const size = graph.nodes.length
  const order = [...graph.nodes.keys()].sort(
    (left, right) =>
      (communities[left] as number) - (communities[right] as number) ||
      (graph.nodes[right]?.count ?? 0) - (graph.nodes[left]?.count ?? 0) ||
      left - right,
  )
  const radius = 10 * Math.sqrt(size)
  const x = new Float64Array(size)
  const y = new Float64Array(size)
  for (const [turn, place] of order.entries()) {
    const angle = (2 * Math.PI * turn) / size
    x[place] = Math.round(radius * Math.cos(angle) * 100) / 100
    y[place] = Math.round(radius * Math.sin(angle) * 100) / 100
  }
  return { x, y }
}
