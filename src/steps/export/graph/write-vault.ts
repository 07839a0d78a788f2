import type { Concept } from '../../../core/concept.ts'
import { cleanJson, cleanLine } from './clean-text.ts'
import type { GraphMaterial, OpenSink } from './graph-material.ts'
import { neighboursOf } from './neighbours.ts'
import { otherNames } from './other-names.ts'
import { noteNames } from './note-names.ts'

const linksPerNote = 30

/**
 * `vault/NAME.md`: one Obsidian note for each concept, with aliases and figures as properties, links to what it is part of, requires and co-occurs with
 * (the 30 strongest).
 */
export function writeVault(material: GraphMaterial, open: OpenSink): void {
  const { graph, communities, partOf, prerequisites } = material
  const names = noteNames(graph.nodes)
  const concepts = new Map(graph.nodes.map((node) => [node.id, node]))
  const requires = Map.groupBy(prerequisites, ({ pointId }) => pointId)
  const neighbours = neighboursOf(graph)
  const linkTo = (id: string): string => {
    const [file, label] = [names.get(id) as string, linkLabel((concepts.get(id) as Concept).name)]
    return file === label || label === '' ? `[[${file}]]` : `[[${file}|${label}]]`
  }
  for (const [place, concept] of graph.nodes.entries()) {
    const topic = partOf.get(concept.id)?.topicId
    const required = requires.get(concept.id)?.map(({ requiresId }) => `- ${linkTo(requiresId)}`) ?? []
    const all = neighbours(place)
    const listed = all.slice(0, linksPerNote).map(({ node, edge }) => {
      const count = graph.edges[edge]?.count as number
      return `- ${linkTo((graph.nodes[node] as Concept).id)} (${count === 1 ? '1 seed' : `${count} seeds`})`
    })
    const rest = all.length > linksPerNote ? [`- and ${all.length - linksPerNote} more`] : []
    open(`vault/${names.get(concept.id)}.md`).write(
      [
        ...properties(concept, communities[place] as number),
        `# ${escapeMarkdown(concept.name)}`,
        '',
        ...(concept.definition === undefined ? [] : [escapeMarkdown(concept.definition), '']),
        ...(topic === undefined ? [] : [`Part of ${linkTo(topic)}.`, '']),
        ...(required.length === 0 ? [] : ['## Requires', '', ...required, '']),
        ...(listed.length === 0 ? [] : ['## Co-occurs with', '', ...listed, ...rest, '']),
      ].join('\n'),
    )
  }
}

/** YAML between `---` lines; every text is a JSON string, which YAML reads as it is. */
function properties(concept: Concept, community: number): string[] {
  const { id, kind, name, count } = concept
  return [
    '---',
    `id: ${cleanJson(id)}`,
    `aliases: ${yamlSafe([name, ...otherNames(concept)].map(linkLabel))}`,
    `tags: ${yamlSafe([kind])}`,
    `seeds: ${count}`,
    `community: ${community}`,
    '---',
    '',
  ]
}

/** YAML 1.1 reads these two as line ends. */
function yamlSafe(values: readonly string[]): string {
  return cleanJson(values).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
}

/** Inside of a link `|`, `[` and `]` have a meaning and no escape; in a property they would make one. */
const linkLabel = (name: string): string => cleanLine(name.replaceAll(/[|[\]]/g, ' '))

/** One line of text that Markdown shows as it is: no emphasis, links, HTML, tags or comments. */
function escapeMarkdown(text: string): string {
  return cleanLine(text).replaceAll(/[\\`*_{}[\]<>#|~^=%!&$]/g, (sign) => `\\${sign}`)
}
