import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { type Neo4jStores, openNeo4jStores } from '../../src/adapters/neo4j/open-stores.ts'
import { copyRun, type RunCopy } from '../../src/pipeline/copy-run.ts'
import type { RunStores } from '../../src/pipeline/run-pipeline.ts'
import type { Run } from '../../src/core/run.ts'
import { pairMarks } from '../../src/core/pair.ts'
import { startCuttingProxy } from './cutting-proxy.ts'
import { withLocal } from './local-workspace.ts'
import { contentOf, putSample, type SampleWorkspace, sampleWorkspace } from './sample-workspace.ts'
import { describeNeo4j, emptyDatabase, runCypher, testServer, testSettings } from './test-server.ts'

const calm = { progress: () => {}, signal: new AbortController().signal }
const copy = (run: Run, from: RunStores, to: RunStores): Promise<RunCopy> =>
  copyRun({ run, from, to, ...calm })

async function withRemote<Result>(
  work: (stores: Neo4jStores) => Promise<Result>,
  uri = testServer().uri,
): Promise<Result> {
  const stores = await openNeo4jStores({ ...testSettings(), uri }, 'write')
  try {
    return await work(stores)
  } finally {
    await stores.close()
  }
}

/** Nodes by label and relationships by type. */
async function totals(): Promise<Readonly<Record<string, unknown>>> {
  const rows = await runCypher(`
    MATCH (n) WHERE NOT n:Claim UNWIND labels(n) AS name RETURN ':' + name AS name, count(*) AS count
    UNION ALL MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS count`)
  return Object.fromEntries(rows.map(({ name, count }) => [String(name), count]))
}

describeNeo4j('copies between a workspace and Neo4j', () => {
  beforeEach(emptyDatabase)

  test('push and pull give back what was there (property)', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
        fc.array(fc.record({ skip: fc.boolean(), mark: fc.constantFrom(...pairMarks, undefined) }), {
          maxLength: 30,
        }),
        async (name, draws) => {
          await emptyDatabase()
          const sample = sampleWorkspace(name, draws.length)
          const pairs = sample.pairs
            .filter((_, index) => draws[index]?.skip === false)
            .map((pair) => {
              const mark = draws[pair.index]?.mark
              return { ...pair, marks: mark === undefined ? [] : [mark] }
            })
          await withLocal(async (local) => {
            await putSample(local, { ...sample, pairs })
            await withRemote(async (remote) => {
              await copy(sample.run, local, remote)
              expect(await contentOf(remote, sample.run)).toEqual(await contentOf(local, sample.run))
              await withLocal(async (back) => {
                await copy(sample.run, remote, back)
                expect(await contentOf(back, sample.run)).toEqual(await contentOf(local, sample.run))
              })
            })
          })
        },
      ),
      { numRuns: 12 },
    )
  })

  test('what people explore says the same as the graph and the pairs', async () => {
    const sample = sampleWorkspace('explore', 40)
    await withRemote((remote) => putSample(remote, sample))
    const { graph, pairs, seeds } = sample
    const edges = await runCypher(
      'MATCH (a)-[edge:CO_OCCURS_WITH]->(b) RETURN a.id AS a, b.id AS b, edge.count AS count ORDER BY a, b',
    )
    expect(edges).toEqual(graph.edges.map(({ a, b, count }) => ({ a, b, count })))
    const concepts = new Map(graph.nodes.map((node) => [node.id, node]))
    const labels = await runCypher(
      'MATCH (s:Seed)-[r:HAS_TOPIC|TESTS]->(c) RETURN s.id AS seed, c.id AS concept, type(r) AS type ORDER BY seed, concept',
    )
    const expected = seeds.flatMap(({ seed, conceptIds }) =>
      conceptIds.map((concept) => ({
        seed: seed.id,
        concept,
        type: concepts.get(concept)?.kind === 'topic' ? 'HAS_TOPIC' : 'TESTS',
      })),
    )
    expect(labels).toHaveLength(expected.length)
    expect(labels).toEqual(expected.toSorted((x, y) => (x.seed + x.concept < y.seed + y.concept ? -1 : 1)))
    for (const pair of pairs.slice(0, 5)) {
      const [row] = await runCypher(
        `MATCH (p:Pair {id: $id})-[:SAMPLED_BY]->(w:Walk), (p)-[:PRODUCED_IN]->(run:Run)
         RETURN run.id AS run,
           COLLECT { MATCH (p)-[:REQUESTED]->(c) RETURN c.id ORDER BY c.id } AS requested,
           COLLECT { MATCH (p)-[:COVERS]->(c) RETURN c.id ORDER BY c.id } AS covers,
           COLLECT { MATCH (w)-[v:VISITED]->(c) RETURN [v.step, v.phase, v.probability, c.id] ORDER BY v.step } AS visited,
           COLLECT { MATCH (w)-[:SUPPORTED_BY]->(s) RETURN s.id ORDER BY s.id } AS seeds,
           COLLECT { MATCH (p)-[:SHOWN]->(s) RETURN s.id } AS shown`,
        { id: pair.id },
      )
      expect(row).toEqual({
        run: sample.run.id,
        requested: pair.draft.requested,
        covers: pair.draft.realised,
        visited: pair.path.steps.map(({ phase, probability, conceptId }, step) => [
          step,
          phase,
          probability,
          conceptId,
        ]),
        seeds: pair.supportingSeeds,
        shown: pair.draft.parents.filter(({ kind }) => kind === 'seed').map(({ id }) => id),
      })
    }
  })

  test('a second push writes nothing, and one after a change writes the change', async () => {
    const sample = sampleWorkspace('again', 50)
    await withLocal(async (local) => {
      await putSample(local, { ...sample, pairs: sample.pairs.slice(0, 30) })
      await withRemote(async (remote) => {
        expect(await copy(sample.run, local, remote)).toMatchObject({ seeds: 3, pairs: 30, marks: 0 })
        const before = await totals()
        expect(await copy(sample.run, local, remote)).toMatchObject({ seeds: 0, pairs: 0, marks: 0 })
        expect(await totals()).toEqual(before)
        await local.pairs.appendBlock(sample.run, sample.pairs.slice(30))
        await local.pairs.mark(sample.run.id, [
          { index: 3, mark: 'review', set: true },
          { index: 5, mark: sample.pairs[5]?.marks[0] ?? 'review', set: false },
        ])
        expect(await copy(sample.run, local, remote)).toMatchObject({ seeds: 0, pairs: 20, marks: 2 })
        expect(await contentOf(remote, sample.run)).toEqual(await contentOf(local, sample.run))
      })
    })
  })

  test('fills the places of draws that were answered later', async () => {
    const sample = sampleWorkspace('unanswered', 20)
    const waiting = { ...sample.run.counters, unanswered: [{ index: 4, reason: 'gone' }] }
    const first: Run = { ...sample.run, state: 'generating', counters: waiting }
    await withLocal(async (local) => {
      await putSample(local, {
        ...sample,
        run: first,
        pairs: sample.pairs.filter(({ index }) => index !== 4),
      })
      await withRemote(async (remote) => {
        await copy(first, local, remote)
        await local.pairs.appendBlock(sample.run, sample.pairs.slice(4, 5))
        await copy(sample.run, local, remote)
        expect(await contentOf(remote, sample.run)).toEqual(await contentOf(local, sample.run))
      })
    })
  })

  test('connections cut at random bytes lose and double nothing', async () => {
    const samples = Array.from({ length: 12 }, (_, place) => sampleWorkspace(`cuts ${place}`, 50))
    const port = Number(new URL(testServer().uri).port)
    const proxy = await startCuttingProxy(port, { limit: 100, least: 200, most: 60_000, seed: 11 })
    try {
      const uri = `bolt://127.0.0.1:${proxy.port}`
      await Promise.all(samples.map((sample) => storeInParts(sample, uri, () => proxy.cuts() < 100)))
    } finally {
      await proxy.close()
    }
    expect(proxy.cuts()).toBe(100)
    const cut = await totals()
    for (const sample of samples)
      await withLocal(async (local) => {
        await putSample(local, sample)
        const expected = await contentOf(local, sample.run)
        await withRemote(async (remote) => expect(await contentOf(remote, sample.run)).toEqual(expected))
      })
    await emptyDatabase()
    await withRemote(async (remote) => {
      for (const sample of samples) await putSample(remote, sample)
    })
    expect(cut).toEqual(await totals())
  }, 600_000)

  test('sixteen writers store what one does', async () => {
    const samples = Array.from({ length: 16 }, (_, place) => {
      // All runs stand on one graph, so that their writes meet at its concepts and seeds.
      const shared = sampleWorkspace('writers', 60)
      const own = sampleWorkspace(`writer ${place}`, 60)
      const run = { ...own.run, graphVersion: shared.graph.version, seedIds: shared.run.seedIds }
      return {
        ...shared,
        run,
        pairs: own.pairs.map((pair) => ({
          ...pair,
          runId: run.id,
          supportingSeeds: shared.run.seedIds.toSorted(),
        })),
      }
    })
    for (const sample of samples) await withRemote((remote) => putSample(remote, sample))
    const alone = await totals()
    await emptyDatabase()
    await Promise.all(samples.map((sample) => withRemote((remote) => putSample(remote, sample))))
    expect(await totals()).toEqual(alone)
  })
})

/** Stores a sample in small transactions, then writes again what is there as long as `more` says so. */
async function storeInParts(
  { graph, seeds, run, pairs }: SampleWorkspace,
  uri: string,
  more: () => boolean,
): Promise<void> {
  // The first look at a server is not repeated by itself; everything after it is.
  const stores = await persist(() => openNeo4jStores({ ...testSettings(), uri }, 'write'))
  const contributions = seeds.map(({ seed, conceptIds }) => ({ seedId: seed.id, conceptIds }))
  await stores.graph.putSeeds(seeds)
  await stores.graph.putGraph(graph, contributions)
  for (let from = 0; from < pairs.length; from += 5) {
    const cursor = from + 5
    const state = cursor === pairs.length ? 'finished' : 'generating'
    await stores.pairs.appendBlock({ ...run, state, cursor }, pairs.slice(from, cursor))
  }
  for (let index = 0; more(); index = (index + 1) % pairs.length) {
    const set = pairs[index]?.marks.includes('review') === true
    await stores.pairs.mark(run.id, [{ index, mark: 'review', set }])
    await stores.graph.putSeeds(seeds)
  }
  await persist(() => stores.close())
}

async function persist<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++)
    try {
      return await work()
    } catch (error) {
      if (attempt === 100) throw error
    }
}
