/**
 * Queries of `cypher/queries` on a large database: `npm run -s bench -- neo4j-queries [edges = 1000000] [pairs = 100000]`. Starts a
 * server of its own (Java 17 and Maven), fills it through the stores, and removes it. One JSON line per query: milliseconds at the
 * client, first call and median of the warm ones; baseline is the same query without the range indexes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import neo4j, { type Driver } from 'neo4j-driver'
import { type Neo4jStores, openNeo4jStores } from '../../src/adapters/neo4j/open-stores.ts'
import { startServer, stopServer } from '../../src/adapters/neo4j/server/manage-server.ts'
import { keptPassword } from '../../src/adapters/neo4j/server/server-password.ts'
import { seedId } from '../../src/core/seed.ts'
import { parameterLiterals, type ShippedQuery, shippedQueries } from '../../tests/neo4j/shipped-queries.ts'
import { benchRun } from '../store/synthetic-pairs.ts'
import { coveredNames, syntheticGraph, syntheticSeeds, tracedPair } from './synthetic-graph.ts'

const edges = Number(process.argv[2] ?? 1_000_000)
const pairs = Number(process.argv[3] ?? 100_000)
const blockSize = 4096

function print(figures: Readonly<Record<string, number | string>>): void {
  process.stdout.write(`${JSON.stringify({ bench: 'neo4j-queries', ...figures })}\n`)
}

const since = (start: number): number => Math.round((performance.now() - start) / 1000)

async function fill(stores: Neo4jStores): Promise<void> {
  const start = performance.now()
  const seeds = syntheticSeeds()
  await stores.graph.putSeeds(seeds)
  console.error(`${seeds.length} seeds after ${since(start)} s`)
  const contributions = seeds.map(({ seed, conceptIds }) => ({ seedId: seed.id, conceptIds }))
  await stores.graph.putGraph(syntheticGraph(edges), contributions)
  console.error(`${edges} edges after ${since(start)} s`)
  for (let from = 0; from < pairs; from += blockSize) {
    const size = Math.min(blockSize, pairs - from)
    const block = Array.from({ length: size }, (_, place) => tracedPair(from + place))
    await stores.pairs.appendBlock({ ...benchRun, cursor: from + size }, block)
  }
  print({ what: 'fill', edges, pairs, seconds: since(start) })
}

/** Milliseconds of each call, and the number of rows. */
async function measure(
  driver: Driver,
  query: ShippedQuery,
  calls: number,
): Promise<{ readonly rows: number; readonly times: readonly number[] }> {
  // The seed with the most walks, and a pair that was derived from another one.
  const literals = parameterLiterals(query, { pair: tracedPair(1).id, seed: seedId('seed 0') })
  // A combination that pairs of this database cover.
  const points = JSON.stringify(coveredNames(tracedPair(1)).slice(0, 2))
  const fields = literals.map(
    ({ name, example }) => `${name}: ${name === 'concepts' && example.startsWith('[') ? points : example}`,
  )
  const { records } = await driver.executeQuery(`RETURN {${fields.join(', ')}} AS parameters`)
  const parameters = records[0]?.get('parameters') as Record<string, unknown>
  const times: number[] = []
  let rows = 0
  for (let call = 0; call < calls; call += 1) {
    const start = performance.now()
    const answer = await driver.executeQuery(query.text, parameters)
    times.push(performance.now() - start)
    rows = answer.records.length
  }
  return { rows, times }
}

async function dropRangeIndexes(driver: Driver): Promise<void> {
  const { records } = await driver.executeQuery(
    `SHOW INDEXES YIELD name, type, owningConstraint WHERE type = 'RANGE' AND owningConstraint IS NULL RETURN name`,
  )
  for (const record of records) await driver.executeQuery(`DROP INDEX ${String(record.get('name'))}`)
}

const tenths = (milliseconds: number): number => Math.round(milliseconds * 10) / 10

function median(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[times.length >> 1] ?? Number.NaN
}

async function compare(driver: Driver): Promise<void> {
  const queries = shippedQueries()
  const indexed = new Map<string, Awaited<ReturnType<typeof measure>>>()
  for (const query of queries) indexed.set(query.file, await measure(driver, query, 31))
  await dropRangeIndexes(driver)
  for (const query of queries) {
    const { rows = 0, times = [] } = indexed.get(query.file) ?? {}
    const [first = Number.NaN, ...warm] = times
    const [, ...bare] = (await measure(driver, query, 6)).times
    print({
      query: query.file,
      rows,
      firstMs: tenths(first),
      warmMs: tenths(median(warm)),
      slowestWarmMs: tenths(Math.max(...warm)),
      withoutIndexesMs: tenths(median(bare)),
      goalMs: 300,
    })
  }
}

const workspace = mkdtempSync(join(tmpdir(), 'conceptloom-neo4j-queries-'))
try {
  const { record } = await startServer({ workspace, with: 'java', report: (text) => console.error(text) })
  const { uri, username, home } = record
  const password = keptPassword(home) ?? ''
  const stores = await openNeo4jStores({ uri, username, password }, 'write')
  await fill(stores)
  await stores.close()
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password))
  await driver.executeQuery('CALL db.awaitIndexes(600)')
  await driver.executeQuery('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()')
  await driver.executeQuery('CALL db.prepareForReplanning()')
  await compare(driver)
  await driver.close()
} finally {
  await stopServer(workspace)
  rmSync(workspace, { recursive: true, force: true })
}
