import { escapeXml } from './escape-xml.ts'
import type { GraphMaterial, OpenSink } from './graph-material.ts'
import { communityColor, nodeSize } from './node-look.ts'
import { otherNames } from './other-names.ts'

const nodeKeys = [
  ['label', 'string'],
  ['kind', 'string'],
  ['key', 'string'],
  ['count', 'int'],
  ['community', 'int'],
  ['x', 'double'],
  ['y', 'double'],
  ['size', 'double'],
  ['color', 'string'],
  ['definition', 'string'],
  ['aliases', 'string'],
] as const
type NodeKey = (typeof nodeKeys)[number][0]

/** `graph.graphml` (http://graphml.graphdrawing.org), undirected; every attribute a typed key. Aliases are joined by ` | `. */
export function writeGraphml({ graph, layout, communities }: GraphMaterial, open: OpenSink): void {
  const file = open('graph.graphml')
  file.write(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
      ...nodeKeys.map(
        ([name, type]) => `<key id="${name}" for="node" attr.name="${name}" attr.type="${type}"/>`,
      ),
      '<key id="weight" for="edge" attr.name="weight" attr.type="int"/>',
      '<key id="edgekind" for="edge" attr.name="kind" attr.type="string"/>',
      `<graph id="${graph.version}" edgedefault="undirected">`,
      '',
    ].join('\n'),
  )
  for (const [place, concept] of graph.nodes.entries()) {
    const community = communities[place] as number
    const values: Readonly<Record<NodeKey, string | number | undefined>> = {
      label: concept.name,
      kind: concept.kind,
      key: concept.key,
      count: concept.count,
      community,
      x: layout.x[place],
      y: layout.y[place],
      size: nodeSize(concept),
      color: communityColor(community),
      definition: concept.definition,
      aliases: otherNames(concept).join(' | ') || undefined,
    }
    const data = nodeKeys
      .filter(([name]) => values[name] !== undefined)
      .map(([name]) => `<data key="${name}">${escapeXml(String(values[name]))}</data>`)
      .join('')
    file.write(`<node id="${concept.id}">${data}</node>\n`)
  }
  for (const { a, b, kind, count } of graph.edges) {
    file.write(
      `<edge source="${a}" target="${b}"><data key="weight">${count}</data><data key="edgekind">${kind}</data></edge>\n`,
    )
  }
  file.write('</graph>\n</graphml>\n')
}
