import { escapeXml } from './escape-xml.ts'
import type { GraphMaterial, OpenSink } from './graph-material.ts'
import { colorChannels, communityColor, nodeSize } from './node-look.ts'
import { otherNames } from './other-names.ts'

const nodeAttributes = [
  ['kind', 'string'],
  ['key', 'string'],
  ['count', 'integer'],
  ['community', 'integer'],
  ['definition', 'string'],
  ['aliases', 'string'],
] as const

/** `graph.gexf`: GEXF 1.3 (https://gexf.net) with the viz module: positions, sizes and community colours. Aliases are joined by ` | `. */
export function writeGexf({ graph, layout, communities }: GraphMaterial, open: OpenSink): void {
  const file = open('graph.gexf')
  file.write(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
      `<meta><creator>conceptloom</creator><description>concept graph ${graph.version}</description></meta>`,
      '<graph defaultedgetype="undirected" mode="static" idtype="string">',
      '<attributes class="node">',
      ...nodeAttributes.map(([name, type]) => `<attribute id="${name}" title="${name}" type="${type}"/>`),
      '</attributes>',
      '<attributes class="edge"><attribute id="kind" title="kind" type="string"/></attributes>',
      `<nodes count="${graph.nodes.length}">`,
      '',
    ].join('\n'),
  )
  for (const [place, concept] of graph.nodes.entries()) {
    const community = communities[place] as number
    const values: Readonly<Record<(typeof nodeAttributes)[number][0], string | undefined>> = {
      kind: concept.kind,
      key: concept.key,
      count: String(concept.count),
      community: String(community),
      definition: concept.definition,
      aliases: otherNames(concept).join(' | ') || undefined,
    }
    const listed = nodeAttributes
      .filter(([name]) => values[name] !== undefined)
      .map(([name]) => `<attvalue for="${name}" value="${escapeXml(values[name] as string)}"/>`)
      .join('')
    const [red, green, blue] = colorChannels(communityColor(community))
    file.write(
      `<node id="${concept.id}" label="${escapeXml(concept.name)}"><attvalues>${listed}</attvalues>` +
        `<viz:color r="${red}" g="${green}" b="${blue}"/><viz:size value="${nodeSize(concept)}"/>` +
        `<viz:position x="${layout.x[place]}" y="${layout.y[place]}" z="0"/></node>\n`,
    )
  }
  file.write(`</nodes>\n<edges count="${graph.edges.length}">\n`)
  for (const [place, { a, b, kind, count }] of graph.edges.entries()) {
    file.write(
      `<edge id="${place}" source="${a}" target="${b}" weight="${count}">` +
        `<attvalues><attvalue for="kind" value="${kind}"/></attvalues></edge>\n`,
    )
  }
  file.write('</edges>\n</graph>\n</gexf>\n')
}
