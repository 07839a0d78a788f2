import type { Concept } from '../../../core/concept.ts'
import { cleanLine } from './clean-text.ts'
import type { GraphMaterial, OpenSink } from './graph-material.ts'
import { communityColor } from './node-look.ts'

/** What Graphviz still draws so that a person can read it. */
export const dotLimits = { concepts: 300, edges: 1500 } as const

/** `graph.dot`: the most frequent concepts and the strongest edges among them, at most {@link dotLimits}; pinned where the layout has them. */
export function writeDot({ graph, layout, communities }: GraphMaterial, open: OpenSink): void {
  const file = open('graph.dot')
  const ranked = graph.nodes.toSorted((left, right) => right.count - left.count)
  const kept = new Set(ranked.slice(0, dotLimits.concepts).map((node) => node.id))
  const among = graph.edges.filter(({ a, b }) => kept.has(a) && kept.has(b))
  const strongest = among.toSorted((left, right) => right.count - left.count).slice(0, dotLimits.edges)
  const drawn = new Set(strongest)
  file.write('graph concepts {\n')
  file.write('  graph [layout=neato, inputscale=24, outputorder=edgesfirst];\n')
  file.write('  node [style=filled, fontname="Helvetica", fontcolor=white];\n  edge [color="#adb5bd"];\n')
  for (const [place, node] of graph.nodes.entries()) {
    if (!kept.has(node.id)) continue
    const color = communityColor(communities[place] as number)
    const position = `pos="${layout.x[place]},${layout.y[place]}!"`
    file.write(
      `  "${node.id}" [label=${dotString(node.name)}, fillcolor="${color}", shape=${shapeOf(node)}, ${position}];\n`,
    )
  }
  for (const edge of among) {
    if (!drawn.has(edge)) continue
    const width = Math.round(Math.sqrt(edge.count) * 50) / 100
    file.write(`  "${edge.a}" -- "${edge.b}" [weight=${edge.count}, penwidth=${width}];\n`)
  }
  file.write('}\n')
}

const shapeOf = ({ kind }: Concept): string => (kind === 'topic' ? 'box' : 'ellipse')

/**
 * A double-quoted label that shows the text on one line. `\` starts an escape of labels (`\N` is the node's name) and `&` an HTML entity, so both are
 * written as what they stand for.
 */
export function dotString(text: string): string {
  const escaped = cleanLine(text).replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  return `"${escaped}"`
}
