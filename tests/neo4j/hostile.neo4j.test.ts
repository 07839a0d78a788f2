import { expect, test } from 'vitest'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { openNeo4jStores } from '../../src/adapters/neo4j/open-stores.ts'
import { contentOf, putSample, sampleWorkspace } from './sample-workspace.ts'
import { describeNeo4j, emptyDatabase, runCypher, testSettings } from './test-server.ts'

/** What injections are made of. */
const pieces = [
  "'",
  '"',
  '`',
  '\\',
  '\\u0027',
  '\\u0022',
  '\\u0060',
  '//',
  '/*',
  '*/',
  ';',
  '\n',
  '\0',
  '$id',
  '{',
  '}',
  ')',
  '}) DETACH DELETE n //',
  "' OR 1=1 //",
  '`) DETACH DELETE n //',
  "'}) MATCH (n) DETACH DELETE n //",
  'MATCH (n:Canary) DETACH DELETE n',
  'CALL db.labels()',
  'LOAD CSV',
  '𝒳',
  'é',
  '\u2028',
  ' ',
]

function hostileText(index: number): string {
  const random = randomAt(randomKey('hostile', 5), index)
  return Array.from({ length: random.integer(2, 8) }, () => random.pick(pieces)).join('') + `#${index}`
}

describeNeo4j('hostile names', () => {
  test('500 of them are kept verbatim and delete nothing', async () => {
    await emptyDatabase()
    await runCypher('UNWIND range(1, 100) AS number CREATE (:Canary {number: number})')
    const texts = Array.from({ length: 500 }, (_, index) => hostileText(index))
    expect(new Set(texts).size).toBe(500)
    const { graph, seeds, run, pairs } = sampleWorkspace('hostile', 125)
    const contribution = { seedId: seeds[0]?.seed.id ?? '', conceptIds: graph.nodes.map(({ id }) => id) }
    const stores = await openNeo4jStores(testSettings(), 'write')
    try {
      // A fourth each as names of concepts, questions of seeds, questions of pairs and splits of pairs.
      const node = graph.nodes[0]
      if (node === undefined) throw new Error('empty sample')
      for (const [place, name] of texts.slice(0, 125).entries()) {
        const id = place.toString(16).padStart(32, '0')
        const nodes = [{ ...node, id, key: name, name, definition: name, aliases: [{ name, count: 1 }] }]
        const named = { version: id, nodes, edges: [], seedCount: 1 }
        await stores.graph.putGraph(named, [contribution])
        expect(await stores.graph.graph(id)).toEqual(named)
        const [row] = await runCypher(
          'MATCH (c:Concept {id: $id}) RETURN c.name AS name, c.key AS key, c.aliases AS aliases',
          { id },
        )
        expect(row).toEqual({ name, key: name, aliases: [name] })
      }
      const named = texts.slice(125, 250).map((question, place) => ({
        seed: { ...(seeds[0] as (typeof seeds)[0]).seed, id: place.toString(16).padStart(32, '0'), question },
        conceptIds: [],
      }))
      await stores.graph.putSeeds(named)
      expect(await stores.graph.seeds(named.map(({ seed }) => seed.id))).toEqual(named)
      const woven = pairs.map((pair, place) => ({
        ...pair,
        split: texts[375 + place] ?? '',
        draft: { ...pair.draft, question: texts[250 + place] ?? '' },
      }))
      await putSample(stores, { graph, seeds, run, pairs: woven })
      expect(await contentOf(stores, run)).toMatchObject({ pairs: woven })
      const rows = await runCypher(
        'MATCH (p:Pair) RETURN p.question AS question, p.split AS split ORDER BY p.index',
      )
      expect(rows).toEqual(woven.map(({ draft, split }) => ({ question: draft.question, split })))
    } finally {
      await stores.close()
    }
    expect(await runCypher('MATCH (c:Canary) RETURN count(c) AS canaries')).toEqual([{ canaries: 100 }])
  })

  test('ids and prefixes of a caller are no Cypher either', async () => {
    const stores = await openNeo4jStores(testSettings(), 'write')
    try {
      for (const text of pieces) {
        expect(await stores.graph.graph(text)).toBeUndefined()
        expect(await stores.graph.seeds([text])).toEqual([])
        expect(await stores.runs.byId(text)).toBeUndefined()
        expect(await stores.pairs.counts(text)).toMatchObject({ total: 0 })
      }
    } finally {
      await stores.close()
    }
  })
})
