import { cleanJson } from './clean-text.ts'
import type { GraphMaterial, OpenSink } from './graph-material.ts'
import { communityColor, nodeSize } from './node-look.ts'

/** `graph.json`: graphology's own serialisation, with the attributes sigma draws by (x, y, size, color, label). */
export function writeGraphology(material: GraphMaterial, open: OpenSink): void {
  const { graph, layout, communities } = material
  const file = open('graph.json')
  const attributes = { name: 'concept graph', version: graph.version, seedCount: graph.seedCount }
  const options = { type: 'undirected', multi: false, allowSelfLoops: false }
  file.write(`{"options":${cleanJson(options)},\n"attributes":${cleanJson(attributes)},\n"nodes":[`)
  for (const [place, { id, name, aliases, ...concept }] of graph.nodes.entries()) {
    const community = communities[place] as number
    const node = {
      key: id,
      attributes: {
        label: name,
        ...concept,
        aliases: aliases.map((alias) => alias.name),
        community,
        x: layout.x[place],
        y: layout.y[place],
        size: nodeSize(graph.nodes[place] as (typeof graph.nodes)[number]),
        color: communityColor(community),
      },
    }
    file.write(`${place === 0 ? '' : ','}\n${cleanJson(node)}`)
  }
  file.write('\n],\n"edges":[')
  for (const [place, { a, b, kind, count }] of graph.edges.entries()) {
    const head = `${place === 0 ? '' : ','}\n{"key":"${place}","source":"${a}","target":"${b}"`
    file.write(`${head},"undirected":true,"attributes":{"kind":"${kind}","weight":${count}}}`)
  }
  file.write('\n]}\n')
}
