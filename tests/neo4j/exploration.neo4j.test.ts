import neo4j, { type Driver, isInt, isPath, type Path, type Plan } from 'neo4j-driver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillSample, type Sample } from './fill-sample.ts'
import { parameterLiterals, type ShippedQuery, shippedQueries, shippedQuery } from './shipped-queries.ts'
import { describeNeo4j, emptyDatabase, runCypher, testSettings } from './test-server.ts'

describe('the files of cypher/queries', () => {
  test.each(shippedQueries().map((query) => [query.file, query] as const))(
    '%s says what it is',
    (file, query) => {
      expect(file).toMatch(/^\d\d-[a-z-]+\.cypher$/)
      expect(file.slice(3, -'.cypher'.length)).toBe(query.title.toLowerCase().replaceAll(' ', '-'))
      expect(query.about).toMatch(/^[^?]+\? .*(Draws|A table)/)
      const code = query.text.replaceAll(/^\/\/.*$/gm, '')
      expect(new Set(query.parameters.map(({ name }) => name))).toEqual(
        new Set([...code.matchAll(/\$(\w+)/g)].map(([, name]) => name)),
      )
      expect(code).toMatch(/LIMIT toInteger\(\$limit\)/)
    },
  )

  test('are at least fourteen, of both kinds', () => {
    const drawn = shippedQueries().filter(({ isDrawn }) => isDrawn)
    expect(shippedQueries().length).toBeGreaterThanOrEqual(14)
    expect(drawn.length).toBeGreaterThan(4)
    expect(drawn.length).toBeLessThan(shippedQueries().length)
  })
})

describeNeo4j('exploration of a filled database', () => {
  let sample: Sample
  let driver: Driver

  beforeAll(async () => {
    await emptyDatabase()
    sample = await fillSample(testSettings())
    await runCypher('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()')
    // Plans are made from statistics, which are taken anew from time to time.
    await runCypher('CALL db.prepareForReplanning()')
    const { uri, username, password } = testSettings()
    driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true })
  })
  afterAll(() => driver.close())

  /** Its examples as values, with an id of the sample where it asks for one, or what a test gives. */
  async function parametersOf(
    query: ShippedQuery,
    more: Record<string, unknown> = {},
  ): Promise<Record<string, unknown>> {
    const ids = { pair: sample.pairOfPair.id, seed: sample.pairOfPair.supportingSeeds[0] ?? '' }
    const literals = parameterLiterals(query, ids).map(({ name, example }) => `${name}: ${example}`)
    const [row] = await runCypher(`RETURN {${literals.join(', ')}} AS parameters`)
    return { ...(row?.['parameters'] as Record<string, unknown>), ...more }
  }

  async function run(
    number: string,
    more: Record<string, unknown> = {},
  ): Promise<readonly Record<string, unknown>[]> {
    const query = shippedQuery(number)
    return await runCypher(query.text, await parametersOf(query, more))
  }

  const pathsOf = (rows: readonly Record<string, unknown>[]): readonly Path[] =>
    rows.map(({ path }) => path as Path)
  const endsOf = (rows: readonly Record<string, unknown>[]): readonly (readonly string[])[] =>
    pathsOf(rows).map(({ start, end }) => [start, end].map(({ properties }) => String(properties['name'])))

  describe.each(shippedQueries().map((query) => [query.file, query] as const))('%s', (_file, query) => {
    test('answers its examples', async () => {
      const parameters = await parametersOf(query)
      const rows = await runCypher(query.text, parameters)
      expect(rows.length).toBeGreaterThan(0)
      for (const value of rows.flatMap((row) => Object.values(row))) {
        expect(isPath(value)).toBe(query.isDrawn)
        expect(isInt(value)).toBe(false)
      }
    })

    test('keeps to its limit', async () => {
      const rows = await runCypher(query.text, await parametersOf(query, { limit: 1 }))
      // Where pairs are drawn between the points that they share, the limit counts pairs.
      const isByPair = query.title === 'Pairs for a concept combination'
      const counted = isByPair ? new Set(pathsOf(rows).map(({ start }) => start.elementId)).size : rows.length
      expect(counted).toBe(1)
    })

    test('starts from an index and multiplies nothing', async () => {
      const session = driver.session()
      const { summary } = await session.run(`EXPLAIN ${query.text}`, await parametersOf(query))
      await session.close()
      const operators = operatorsOf(summary.plan as Plan)
      expect(
        operators.filter((name) =>
          /Cartesian|AllNodesScan|RelationshipTypeScan|RelationshipsScan/.test(name),
        ),
      ).toEqual([])
      // Runs are few; every other start is a seek.
      const scans = operators.filter((name) => name.startsWith('NodeByLabelScan'))
      expect(scans).toHaveLength(query.title === 'Cost by model and preset' ? 1 : 0)
      expect(operators).toContainEqual(expect.stringMatching(/IndexSeek|queryNodes|NodeByLabelScan/))
    })
  })

  test('neighbours are those of the graph, the strongest first', async () => {
    const [concept] = await runCypher(
      'MATCH (c:Concept)-[e:CO_OCCURS_WITH]-() RETURN c.name AS name, collect(e.count) AS counts ORDER BY size(counts) DESC LIMIT 1',
    )
    const rows = await run('01', { concept: concept?.['name'], limit: 10 })
    const counts = pathsOf(rows).map(({ segments }) => Number(segments[0]?.relationship.properties['count']))
    const wanted = ((concept?.['counts'] ?? []) as number[])
      .toSorted((left, right) => right - left)
      .slice(0, 10)
    expect(counts).toEqual(wanted)
  })

  test('a bridge touches both topics', async () => {
    const rows = await run('03')
    for (const { start, end, segments } of pathsOf(rows)) {
      expect([start.properties['name'], end.properties['name']]).toEqual([
        'Shopping and prices',
        'Percentages',
      ])
      expect(segments[0]?.end.labels).toContain('KnowledgePoint')
    }
  })

  test('a walk is drawn in its steps', async () => {
    const { path } = sample.pairOfPair
    const visits = pathsOf(await run('06')).map(({ segments }) => segments[1])
    expect(visits.map((visit) => visit?.relationship.properties['step'])).toEqual(
      path.steps.map((_, step) => step),
    )
    expect(visits.map((visit) => visit?.end.properties['id'])).toEqual(
      path.steps.map(({ conceptId }) => conceptId),
    )
  })

  test('provenance reaches the seeds through the pair in between', async () => {
    const paths = pathsOf(await run('07'))
    const seedsBy = (types: string): Set<unknown> =>
      new Set(
        paths
          .filter(({ segments }) => segments.map(({ relationship }) => relationship.type).join(' ') === types)
          .map(({ end }) => end.properties['id']),
      )
    const parent = sample.modelPairs.find(({ id }) => id === sample.pairOfPair.draft.parents[0]?.id)
    expect(seedsBy('DERIVED_FROM DERIVED_FROM')).toEqual(new Set([parent?.draft.parents[0]?.id]))
    expect(seedsBy('DERIVED_FROM SHOWN')).toEqual(new Set([parent?.draft.parents[0]?.id]))
    expect(seedsBy('SAMPLED_BY SUPPORTED_BY')).toEqual(new Set(sample.pairOfPair.supportingSeeds))
    expect(seedsBy('COVERS')).toEqual(new Set(sample.pairOfPair.draft.realised))
    expect(seedsBy('PRODUCED_IN')).toEqual(new Set([sample.pairOfPair.runId]))
  })

  test('a seed has spawned exactly the pairs that name it', async () => {
    const [seed = ''] = sample.pairOfPair.supportingSeeds
    const found = new Set(pathsOf(await run('08', { limit: 10_000 })).map(({ end }) => end.properties['id']))
    const wanted = [...sample.pairs, ...sample.modelPairs].filter(
      ({ supportingSeeds, draft }) =>
        supportingSeeds.includes(seed) || draft.parents.some(({ id }) => id === seed),
    )
    expect(found).toEqual(new Set(wanted.map(({ id }) => id)))
  })

  test('quota counts the pairs that really cover a point', async () => {
    const covering = new Map<string, number>()
    for (const { draft } of [...sample.pairs, ...sample.modelPairs])
      for (const id of draft.realised) covering.set(id, (covering.get(id) ?? 0) + 1)
    const [row] = await runCypher(
      'MATCH (k:KnowledgePoint) RETURN collect({id: k.id, name: k.name}) AS points',
    )
    const points = row?.['points'] as { readonly id: string; readonly name: string }[]
    const wanted = points.filter(({ id }) => (covering.get(id) ?? 0) < 3)
    const rows = await run('09', { quota: 3, limit: 10_000 })
    expect(rows.map(({ knowledgePoint }) => String(knowledgePoint)).toSorted()).toEqual(
      wanted.map(({ name }) => name).toSorted(),
    )
  })

  test('the queue holds the pairs in review and no other', async () => {
    const rows = await run('10', { limit: 10_000 })
    const disputed = sample.modelPairs.filter(({ marks }) => marks.includes('review'))
    expect(rows.map(({ id }) => String(id)).toSorted()).toEqual(disputed.map(({ id }) => id).toSorted())
    expect(rows[0]).toMatchObject({ votes: 3, of: 6, rung: 3 })
  })

  test('a name written in another way is found, whatever signs it has', async () => {
    await runCypher(
      `UNWIND $names AS name CREATE (:Concept:KnowledgePoint {id: 'test ' + name, kind: 'knowledge-point', key: name, name: name, count: 0})`,
      {
        names: [
          'Percent of a "quantty" (~)',
          '+ - && || ! ( ) { } [ ] ^ " ~ * ? : \\ /',
          'name:x OR AND NOT',
        ],
      },
    )
    await runCypher('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()')
    const rows = await run('11', { maximumSeeds: 0 })
    await runCypher(`MATCH (c:Concept) WHERE c.id STARTS WITH 'test ' DELETE c`)
    expect(rows.map(({ concept, perhapsTheSame }) => [concept, perhapsTheSame])).toContainEqual([
      'Percent of a "quantty" (~)',
      'Percent of a quantity',
    ])
  })

  test('cost is that of the runs', async () => {
    const rows = await run('12')
    expect(rows).toEqual([
      {
        model: 'sample-model',
        preset: 'mathscale',
        runs: 1,
        pairs: sample.modelPairs.length,
        cost: sample.modelCost,
        costOfAPair: Number((sample.modelCost / sample.modelPairs.length).toFixed(6)),
      },
      { model: 'none', preset: 'procedural', runs: 1, pairs: sample.pairs.length, cost: 0, costOfAPair: 0 },
    ])
  })

  test('a combination asks for all of its points', async () => {
    const pair = sample.pairs.find(({ draft }) => draft.realised.length >= 2)
    const [row] = await runCypher('MATCH (k:Concept) WHERE k.id IN $ids RETURN collect(k.name) AS names', {
      ids: pair?.draft.realised.slice(0, 2),
    })
    const rows = await run('14', { concepts: row?.['names'], limit: 10_000 })
    const wanted = [...sample.pairs, ...sample.modelPairs].filter(({ draft }) =>
      pair?.draft.realised.slice(0, 2).every((id) => draft.realised.includes(id)),
    )
    expect(new Set(pathsOf(rows).map(({ start }) => start.properties['id']))).toEqual(
      new Set(wanted.map(({ id }) => id)),
    )
    expect(
      await run('14', { concepts: [...((row?.['names'] ?? []) as string[]), 'no such concept'] }),
    ).toEqual([])
  })

  test('a seed contributes its labels and the edges between them', async () => {
    const seed = sample.seeds.find(({ conceptIds }) => conceptIds.length >= 3)
    const paths = pathsOf(await run('15', { seed: seed?.seed.id }))
    const types = paths.map(({ segments }) => segments[0]?.relationship.type)
    const labels = seed?.conceptIds.length ?? 0
    expect(types.filter((type) => type !== 'CO_OCCURS_WITH')).toHaveLength(labels)
    expect(types.filter((type) => type === 'CO_OCCURS_WITH')).toHaveLength((labels * (labels - 1)) / 2)
  })

  test('prerequisites lead away from the point', async () => {
    const rows = await run('16')
    expect(new Set(endsOf(rows).map(([start]) => start))).toEqual(new Set(['Partial fractions']))
    for (const { segments } of pathsOf(rows))
      expect(segments.every(({ relationship }) => relationship.type === 'REQUIRES')).toBe(true)
  })

  test('words find the pairs that have them', async () => {
    const rows = await run('17', { words: '"in other words"', limit: 10 })
    expect(rows).toHaveLength(10)
    for (const { kind, question } of rows) {
      expect(kind).toBe('Pair')
      expect(question).toMatch(/^In other words/)
    }
  })
})

function operatorsOf(plan: Plan): readonly string[] {
  const details = plan.arguments['Details'] ?? ''
  const name = plan.operatorType.replace(/@.*$/, '')
  const own = /ProcedureCall/.test(name) && /queryNodes/.test(details) ? 'queryNodes' : name
  return [own, ...plan.children.flatMap(operatorsOf)]
}
