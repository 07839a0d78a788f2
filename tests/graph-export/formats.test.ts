import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { UndirectedGraph } from 'graphology'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../src/core/identity.ts'
import { cleanText } from '../../src/steps/export/graph/clean-text.ts'
import { exportGraph } from '../../src/steps/export/graph/export-graph.ts'
import { graphFormats } from '../../src/steps/export/graph/graph-formats.ts'
import { communityColor } from '../../src/steps/export/graph/node-look.ts'
import { fingerprint } from '../cli/run-place.ts'
import { hostileMaterial } from './hostile-material.ts'
import { writeNeo4jFiles } from './neo4j-files.ts'
import { readCypherScript } from './read-cypher-script.ts'
import { elementsOf, readXml } from './read-xml.ts'

const material = hostileMaterial()
const { nodes, edges } = material.graph
const names = nodes.map(({ name }) => cleanText(name))
const folder = mkdtempSync(join(tmpdir(), 'conceptloom-graph-'))
const out = join(folder, 'out')
const read = (path: string): string => readFileSync(join(out, path), 'utf8')

beforeAll(() => {
  exportGraph(material, { target: out })
})

interface Resource {
  readonly '@id': string
  readonly '@type': string
  readonly [key: string]: unknown
}
const resources = (path: string): readonly Resource[] =>
  (JSON.parse(read(path)) as { '@graph': readonly Resource[] })['@graph']

describe('exportGraph', () => {
  it('graph.json is a graphology graph with positions, communities and colours', () => {
    const graph = UndirectedGraph.from(JSON.parse(read('graph.json')) as never)
    expect([graph.order, graph.size]).toEqual([nodes.length, edges.length])
    expect(graph.mapNodes((_, { label }) => label as string)).toEqual(names)
    for (const [place, node] of nodes.entries()) {
      const attributes = graph.getNodeAttributes(node.id)
      expect(attributes).toMatchObject({
        kind: node.kind,
        count: node.count,
        x: material.layout.x[place],
        y: material.layout.y[place],
      })
      expect(attributes['color']).toBe(communityColor(material.communities[place] as number))
      expect(attributes['color']).toMatch(/^#[0-9a-f]{6}$/)
    }
    for (const { a, b, count } of edges)
      expect(graph.getEdgeAttribute(graph.edge(a, b), 'weight')).toBe(count)
  })

  it('graph.gexf is well-formed GEXF 1.3 with the names as they are', () => {
    const root = readXml(read('graph.gexf'))
    expect(root.attributes.get('version')).toBe('1.3')
    expect(elementsOf(root, 'node').map(({ attributes }) => attributes.get('label'))).toEqual(names)
    expect(elementsOf(root, 'viz:position')).toHaveLength(nodes.length)
    expect(
      elementsOf(root, 'edge').map(({ attributes }) =>
        ['source', 'target', 'weight'].map((key) => attributes.get(key)),
      ),
    ).toEqual(edges.map(({ a, b, count }) => [a, b, String(count)]))
  })

  it('graph.graphml is well-formed, undirected, and every value has a declared key', () => {
    const root = readXml(read('graph.graphml'))
    expect(elementsOf(root, 'graph')[0]?.attributes.get('edgedefault')).toBe('undirected')
    const keys = new Set(elementsOf(root, 'key').map(({ attributes }) => attributes.get('id')))
    const data = elementsOf(root, 'data')
    expect(data.filter(({ attributes }) => !keys.has(attributes.get('key')))).toEqual([])
    const labels = elementsOf(root, 'node').map(
      ({ children }) => children.find(({ attributes }) => attributes.get('key') === 'label')?.text,
    )
    expect(labels).toEqual(names)
    expect(elementsOf(root, 'edge')).toHaveLength(edges.length)
  })

  it('csv has the rows of every table, whose relationships name nodes that exist', () => {
    const args = read('csv/import.args').trim().split('\n')
    const ids = new Map<string, Set<string>>()
    const rowsOf = (name: string): string[][] =>
      parse(read(`csv/${name}`), { record_delimiter: '\n' }) as string[][]
    for (const name of args.filter((arg) => arg.startsWith('--nodes=')).map((arg) => arg.slice(8))) {
      const [header = [], ...rows] = rowsOf(name)
      const space = /:ID\((\w+)\)$/.exec(header[0] ?? '')?.[1] ?? ''
      const held = ids.get(space) ?? new Set()
      for (const row of rows) held.add(row[0] as string)
      ids.set(space, held)
    }
    expect(Object.fromEntries([...ids].map(([space, { size }]) => [space, size]))).toEqual({
      Concept: nodes.length,
      Seed: material.seeds.length,
      Family: material.families.length || undefined,
      Run: 1,
      Walk: material.pairs.length,
      Pair: material.pairs.length,
    })
    const counts: Record<string, number> = {}
    for (const name of args.filter((arg) => arg.startsWith('--relationships=')).map((arg) => arg.slice(16))) {
      const [header = [], ...rows] = rowsOf(name)
      const [from, to] = header.slice(0, 2).map((field) => /\((\w+)\)$/.exec(field)?.[1] ?? '')
      for (const row of rows) {
        expect(ids.get(from ?? '')?.has(row[0] as string)).toBe(true)
        expect(ids.get(to ?? '')?.has(row[1] as string)).toBe(true)
        counts[row.at(-1) as string] = (counts[row.at(-1) as string] ?? 0) + 1
      }
    }
    expect(counts).toMatchObject({
      CO_OCCURS_WITH: edges.length,
      PART_OF: nodes.length - 1,
      DERIVED_FROM: material.pairs.length,
      SAMPLED_BY: material.pairs.length,
      PRODUCED_IN: material.pairs.length,
    })
    expect(args).toContain('--multiline-fields=true')
  })

  it('graph.cypher puts constraints first and holds the same rows as the csv, texts as they are', () => {
    const { constraints, nodes: merged, relations } = readCypherScript(read('graph.cypher'))
    expect(constraints).toBe(6)
    const concepts = merged.filter(({ label }) => label === 'Concept')
    expect(new Set(concepts.map(({ row }) => row['name']))).toEqual(new Set(names))
    expect(concepts).toHaveLength(names.length)
    expect(merged.filter(({ label }) => label === 'Pair').map(({ row }) => row['question'])).toEqual(
      material.pairs.map(({ draft }) => cleanText(draft.question)),
    )
    expect(relations.filter(({ type }) => type === 'CO_OCCURS_WITH')).toHaveLength(edges.length)
    const rows = readdirSync(join(out, 'csv'))
      .filter((name) => name.startsWith('relationships-'))
      .map((name) => (parse(read(`csv/${name}`), { record_delimiter: '\n' }) as string[][]).length - 1)
    expect(relations).toHaveLength(rows.reduce((sum, count) => sum + count, 0))
  })

  it('graph.cypher cuts into statements, each of which is whole, and the files for a server expect what it holds', () => {
    const { statements, expected } = writeNeo4jFiles(material, join(folder, 'neo4j'))
    for (const statement of statements) readCypherScript(`${statement};\n`)
    const { nodes: merged } = readCypherScript(statements.map((statement) => `${statement};\n`).join(''))
    for (const label of ['Concept', 'Seed', 'Pair']) {
      expect(merged.filter((node) => node.label === label)).toHaveLength(expected.labels[label] as number)
    }
    expect(expected.names).toEqual(names)
  })

  it('concepts.skos.jsonld has every concept, and never relates a point with its broader topic', () => {
    const [scheme, ...concepts] = resources('concepts.skos.jsonld')
    expect(scheme?.['@type']).toBe('skos:ConceptScheme')
    expect(concepts.map((concept) => concept['prefLabel'])).toEqual(names)
    const related = concepts.flatMap((concept) =>
      (concept['related'] as string[]).map((other) => [concept['@id'], other]),
    )
    const broader = new Map(concepts.map((concept) => [concept['@id'], concept['broader']]))
    expect(
      broader
        .values()
        .filter((topic) => topic !== undefined)
        .toArray(),
    ).toHaveLength(nodes.length - 1)
    for (const [from, to] of related)
      expect([broader.get(from as string), broader.get(to as string)]).not.toContain(to)
    expect(related).toHaveLength(2 * (edges.length - (nodes.length - 1)))
    for (const concept of concepts) expect(concept['altLabel']).not.toContain(concept['prefLabel'])
  })

  it('provenance.prov.jsonld derives pairs from what their text came from and from nothing else', () => {
    const all = resources('provenance.prov.jsonld')
    const byId = new Map(all.map((resource) => [resource['@id'], resource]))
    expect(byId.size).toBe(all.length)
    for (const pair of material.pairs) {
      const found = byId.get(`urn:conceptloom:pair:${pair.id}`)
      expect(found?.['wasDerivedFrom']).toEqual(
        pair.draft.parents.map(({ id }) => `urn:conceptloom:seed:${id}`),
      )
      const activity = byId.get(found?.['wasGeneratedBy'] as string)
      expect(activity?.['@type']).toBe('prov:Activity')
      expect(byId.has(activity?.['wasAssociatedWith'] as string)).toBe(true)
      const [informing] = (activity as Resource)['wasInformedBy'] as string[]
      const walk = byId.get(informing as string)
      expect(walk?.['wasInfluencedBy']).toEqual(
        pair.supportingSeeds.map((id) => `urn:conceptloom:seed:${id}`),
      )
    }
    for (const { '@id': id } of all) expect(id).toMatch(/^urn:conceptloom:[\w:%.!~*'()-]+$/)
  })

  it('graph.dot has one line for each concept and edge', () => {
    const lines = read('graph.dot').split('\n')
    expect(lines.filter((line) => line.includes('[label='))).toHaveLength(nodes.length)
    expect(lines.filter((line) => line.includes(' -- '))).toHaveLength(edges.length)
  })

  it('the vault has one note for each concept, and its links lead to notes', () => {
    const files = readdirSync(join(out, 'vault'), { withFileTypes: true })
    expect(files.map((file) => file.isFile())).toEqual(nodes.map(() => true))
    const notes = new Set(files.map(({ name }) => name.replace(/\.md$/, '')))
    let links = 0
    for (const note of notes) {
      const text = read(`vault/${note}.md`)
      expect(text).toMatch(
        /^---\nid: "[0-9a-f]{32}"\naliases: \[.*\]\ntags: \["(?:topic|knowledge-point)"\]\nseeds: \d+\ncommunity: \d+\n---\n/,
      )
      for (const [, target = ''] of text.matchAll(/\[\[([^\]|]+)(?:\|[^\]|]*)?\]\]/g)) {
        expect(notes.has(target)).toBe(true)
        links++
      }
    }
    // Both ends of an edge, and the topic of each point.
    expect(links).toBe(2 * edges.length + nodes.length - 1)
  })

  it('manifest.json has the checksum of every other file, and no file names this machine', () => {
    const manifest = JSON.parse(read('manifest.json')) as {
      files: { path: string; sha256: string; bytes: number }[]
    }
    const found = Object.keys(fingerprint(out)).filter((path) => path !== 'manifest.json')
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(found.sort())
    for (const { path, sha256: sum, bytes } of manifest.files) {
      const content = readFileSync(join(out, path))
      expect([sha256(content), content.byteLength]).toEqual([sum, bytes])
      expect(content.includes(tmpdir())).toBe(false)
    }
  })

  it('gives the same bytes again, and only the formats asked for', () => {
    const again = join(folder, 'again')
    exportGraph(hostileMaterial(), { target: again })
    expect(fingerprint(again)).toEqual(fingerprint(out))
    const summary = exportGraph(material, { target: again, formats: ['dot', 'json'] })
    expect(summary.files.map(({ path }) => path)).toEqual(['graph.dot', 'graph.json', 'manifest.json'])
    expect(readdirSync(again).sort()).toEqual(['graph.dot', 'graph.json', 'manifest.json'])
    expect(graphFormats).toHaveLength(9)
  })

  it('refuses a folder that holds anything else, a dataset of ours too, and leaves it as it was', () => {
    const foreign = mkdtempSync(join(folder, 'foreign-'))
    for (const kind of ['dataset', undefined]) {
      writeFileSync(join(foreign, 'manifest.json'), JSON.stringify({ tool: 'conceptloom', kind }))
      expect(() => exportGraph(material, { target: foreign })).toThrow('not a graph export of ours')
    }
    expect(readdirSync(foreign)).toEqual(['manifest.json'])
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([])
  })
})
