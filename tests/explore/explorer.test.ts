import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { walkModes } from '../../src/core/concept-path.ts'
import { NotFoundError, UsageError } from '../../src/core/errors.ts'
import type { Run } from '../../src/core/run.ts'
import { followPairs } from '../../src/pipeline/explore/follow-pairs.ts'
import type { Pair } from '../../src/core/pair.ts'
import { gatherGraphMaterial } from '../../src/pipeline/graph-material.ts'
import { openExplorer } from '../../src/pipeline/explore/open-explorer.ts'
import type { Explorer } from '../../src/pipeline/explore/explorer.ts'
import type { Page } from '../../src/surfaces/api/contract/page.ts'
import type { WalkTrace } from '../../src/surfaces/api/contract/walks.ts'
import { runCommand } from '../cli/run-command.ts'
import { makeRun, type ExploredPlace } from './explored-place.ts'

let place: ExploredPlace
let explorer: Explorer
let stored: Pair[]

beforeAll(async () => {
  place = await makeRun(120)
  explorer = openExplorer(place)
  stored = []
  for await (const batch of place.stores.pairs.range(place.runId, { from: 0, to: Infinity }))
    stored.push(...batch)
}, 60_000)

afterAll(async () => {
  await explorer.close()
  await place.stores.close()
})

async function allPages<Item>(page: (cursor?: string) => Promise<Page<Item>>): Promise<readonly Item[]> {
  const items: Item[] = []
  let cursor: string | undefined
  do {
    const { items: more, next } = await page(cursor)
    items.push(...more)
    cursor = next
  } while (cursor !== undefined)
  return items
}

async function conceptNamed(name: string): Promise<string> {
  const { items } = await explorer.concepts({ text: name })
  const found = items.find((item) => item.name === name)
  if (found === undefined) throw new Error(`not found: ${name}`)
  return found.id
}

describe('figures', () => {
  it('of the graph are those of the command line', async () => {
    const { statistics, run, communities, version } = await explorer.graphSummary({})
    const printed = await runCommand(['graph', 'stats', '--workspace', place.folder, '--json', '--seed', '7'])
    expect(statistics).toEqual(JSON.parse(printed.stdout))
    expect(run).toBe(place.runId)
    expect(statistics).toMatchObject({ version, communities: { sizes: communities.map(({ size }) => size) } })
  })

  it('of concepts are those counted pair by pair', async () => {
    const concepts = await allPages((cursor) =>
      explorer.concepts({ limit: 37, ...(cursor === undefined ? {} : { cursor }) }),
    )
    const unmarked = stored.filter(({ marks }) => marks.length === 0)
    const points = concepts.filter(({ kind }) => kind === 'knowledge-point')
    expect(points.length).toBeGreaterThan(200)
    for (const { id, pairs } of points)
      expect(pairs).toBe(unmarked.filter(({ draft }) => draft.realised.includes(id)).length)
    const { partOf } = gatherGraphMaterial({
      graph: (await explorer.viewOf({})).graph,
      seeds: [],
      seed: 7,
      pairs: [],
    })
    for (const { id, pairs, kind } of concepts) {
      if (kind !== 'topic') continue
      const has = ({ draft }: Pair): boolean =>
        draft.realised.some((point) => partOf.get(point)?.topicId === id)
      expect(pairs).toBe(unmarked.filter(has).length)
    }
  })

  it('of provenance are those of `explain --json`', async () => {
    const { id } = stored[3] as Pair
    const printed = await runCommand(['explain', id, '--workspace', place.folder, '--json'])
    expect(JSON.parse(JSON.stringify(await explorer.provenance(id)))).toEqual(JSON.parse(printed.stdout))
    expect(await explorer.provenance('0'.repeat(32))).toBeUndefined()
    expect(await explorer.pair('12')).toBeUndefined()
  })
})

describe('concepts', () => {
  it('are found by the beginning of a word and by a misspelling', async () => {
    const names = async (text: string): Promise<readonly string[]> =>
      (await explorer.concepts({ text, limit: 5 })).items.map(({ name }) => name)
    expect((await names('simple int'))[0]).toBe('Simple interest')
    expect((await names('fractoins')).join()).toMatch(/[Ff]raction/)
    expect(await names('zzzzqqqq')).toEqual([])
  })

  it.each(['count', 'name', 'pairs'] as const)('by %s come in one order, each once', async (sort) => {
    const pages = await allPages((cursor) =>
      explorer.concepts({ sort, limit: 50, ...(cursor === undefined ? {} : { cursor }) }),
    )
    const { graph } = await explorer.viewOf({})
    expect(new Set(pages.map(({ id }) => id)).size).toBe(graph.nodes.length)
    expect(pages).toHaveLength(graph.nodes.length)
    const keys = pages.map((item) => item[sort])
    const sorted = keys.toSorted((left, right) => (left < right ? -1 : left > right ? 1 : 0))
    expect(keys).toEqual(sort === 'name' ? sorted : sorted.toReversed())
  })

  it('have prerequisites, usage, neighbours by strength, and seeds', async () => {
    const id = await conceptNamed('Simple interest')
    const concept = await explorer.concept(id, {})
    expect(concept?.requires.map(({ name }) => name)).toContain('Percent of a quantity')
    expect(concept?.usage.requested).toBe(
      stored.filter(({ draft, marks }) => marks.length === 0 && draft.requested.includes(id)).length,
    )
    const neighbours = await allPages(
      async (cursor) =>
        (await explorer.neighbours(id, { limit: 3, ...(cursor === undefined ? {} : { cursor }) })) ?? {
          items: [],
        },
    )
    expect(neighbours).toHaveLength(concept?.degree ?? -1)
    const counts = neighbours.map(({ count }) => count)
    expect(counts).toEqual(counts.toSorted((left, right) => right - left))
    const seeds = await explorer.seeds(id, {})
    expect(seeds?.items).toHaveLength(concept?.count ?? -1)
    expect(seeds?.items.every((seed) => seed.concepts.some((held) => held.id === id))).toBe(true)
    expect(await explorer.concept('nothing', {})).toBeUndefined()
  })

  it('show the accuracy that a diagnosis found', async () => {
    const id = await conceptNamed('Simple interest')
    const concepts = [{ id, name: 'Simple interest', items: 4, accuracy: 0.25 }]
    writeFileSync(join(place.folder, 'diagnosis.json'), JSON.stringify({ items: 4, concepts }))
    explorer.refresh()
    expect((await explorer.concept(id, {}))?.accuracy).toBe(0.25)
  })
})

describe('pictures', () => {
  it('hold the most frequent concepts and say what they leave out', async () => {
    const { graph } = await explorer.viewOf({})
    const view = await explorer.overview({ nodes: 40, edges: 60 })
    expect(view.nodes).toHaveLength(40)
    expect(view.edges).toHaveLength(60)
    expect(view.omitted).toEqual({ nodes: graph.nodes.length - 40, edges: graph.edges.length - 60 })
    const shown = new Set(view.nodes.map(({ id }) => id))
    expect(view.edges.every(({ a, b }) => shown.has(a) && shown.has(b))).toBe(true)
    const least = Math.min(...view.nodes.map(({ count }) => count))
    expect(graph.nodes.filter(({ id, count }) => !shown.has(id) && count > least)).toEqual([])
  })

  it('around a concept hold it and those within the radius', async () => {
    const id = await conceptNamed('Simple interest')
    const near = await explorer.egoNetwork(id, { nodes: 2000 })
    const far = await explorer.egoNetwork(id, { nodes: 2000, radius: 2 })
    expect(near?.nodes[0]?.id).toBe(id)
    expect(near?.nodes).toHaveLength(((await explorer.concept(id, {}))?.degree ?? 0) + 1)
    expect(far?.nodes.length).toBeGreaterThan(near?.nodes.length ?? 0)
    expect(near?.omitted.nodes).toBe(0)
    const few = await explorer.egoNetwork(id, { nodes: 5 })
    expect(few?.nodes).toHaveLength(5)
    expect((few?.omitted.nodes ?? 0) + 5).toBe(near?.nodes.length)
  })

  it('get their layout in the background, once for a graph', { timeout: 60_000 }, async () => {
    let summary = await explorer.graphSummary({})
    for (let wait = 0; !summary.laidOut && wait < 500; wait++) {
      await new Promise((settle) => setTimeout(settle, 50))
      summary = await explorer.graphSummary({})
    }
    expect(summary.laidOut).toBe(true)
    const folder = join(place.folder, 'graph-views')
    let kept = readdirSync(folder)
    for (let wait = 0; kept[0]?.endsWith('.json') !== true && wait < 100; wait++) {
      await new Promise((settle) => setTimeout(settle, 20))
      kept = readdirSync(folder)
    }
    expect(kept).toEqual([`${summary.version}-7.json`])
    const again = openExplorer(place)
    expect((await again.graphSummary({})).laidOut).toBe(true)
    expect(await again.overview({})).toEqual(await explorer.overview({}))
    await again.close()
    // A damaged file is made anew.
    const file = join(folder, kept[0] as string)
    const whole = readFileSync(file, 'utf8')
    writeFileSync(file, whole.slice(0, 100))
    const third = openExplorer(place)
    const { laidOut, statistics } = await third.graphSummary({})
    expect(laidOut).toBe(false)
    expect(statistics).toEqual(summary.statistics)
    await third.close()
    writeFileSync(file, whole)
  })
})

describe('walks', () => {
  it.each(walkModes)(
    'of mode %s are those of the command line, with all that could have been',
    async (mode) => {
      const { walks, command } = await explorer.walks({ mode, count: 12, seed: 5 })
      const [name, ...args] = (command as string).split(' ')
      expect(name).toBe('conceptloom')
      const printed = await runCommand([...args, '--json', '--workspace', place.folder])
      const lines = printed.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { readonly steps?: readonly object[] })
      expect(walks).toHaveLength(12)
      for (const [at, walk] of walks.entries()) {
        if ('failed' in walk) expect(lines[at]).toEqual({ index: at, failed: walk.failed })
        else checkTrace(walk, lines[at] as object)
      }
    },
  )

  function checkTrace(walk: WalkTrace, line: object): void {
    expect(line).toMatchObject(JSON.parse(JSON.stringify(walk.path)) as object)
    for (const step of walk.steps) {
      const sum = step.candidates.reduce((total, { probability }) => total + probability, 0)
      expect(Math.abs(sum + step.others.probability - 1)).toBeLessThan(1e-9)
      expect(step.candidates.filter(({ taken }) => taken)).toMatchObject([
        { conceptId: step.conceptId, probability: step.probability, edgeCount: step.edgeCount },
      ])
      expect(step.candidates.length).toBeLessThanOrEqual(50)
    }
  }

  it('start where they are told, and say so when they cannot', async () => {
    const start = await conceptNamed('Percentages')
    const { walks, command } = await explorer.walks({ start, count: 20, topicSteps: [2, 0] })
    expect(command).toBeUndefined()
    for (const walk of walks) if ('path' in walk) expect(walk.steps[0]?.conceptId).toBe(start)
    const point = await conceptNamed('Simple interest')
    await expect(explorer.walks({ start: point })).rejects.toThrow(UsageError)
    await expect(explorer.walks({ start, mode: 'coverage' })).rejects.toThrow(UsageError)
  })
})

describe('pairs', () => {
  it('come in draw order, page by page, each once', async () => {
    const pairs = await allPages((cursor) =>
      explorer.pairs({ limit: 17, ...(cursor === undefined ? {} : { cursor }) }),
    )
    expect(pairs.map(({ index }) => index)).toEqual(stored.map(({ index }) => index))
    const [{ id, draft }] = stored as [Pair]
    expect(await explorer.pair(id)).toMatchObject({ id, question: draft.question, solution: draft.solution })
  })

  it('are filtered as a scan of all of them would', async () => {
    const concept = await conceptNamed('Multiplication of whole numbers')
    const indexes = async (query: Parameters<Explorer['pairs']>[0]): Promise<readonly number[]> =>
      (
        await allPages((cursor) =>
          explorer.pairs({ ...query, limit: 5, ...(cursor === undefined ? {} : { cursor }) }),
        )
      ).map(({ index }) => index)
    const scan = (fits: (pair: Pair) => boolean): readonly number[] =>
      stored.filter(fits).map(({ index }) => index)
    expect(await indexes({ concept })).toEqual(scan(({ draft }) => draft.realised.includes(concept)))
    expect(await indexes({ minimumDifficulty: 2, maximumDifficulty: 3 })).toEqual(
      scan(({ draft }) => draft.difficulty >= 2 && draft.difficulty <= 3),
    )
    expect(await indexes({ mark: 'near-duplicate' })).toEqual(
      scan(({ marks }) => marks.includes('near-duplicate')),
    )
    expect(await indexes({ split: 'train', concept, maximumRung: 5, minimumRung: 5 })).toEqual(
      scan(
        ({ split, draft, verdict }) =>
          split === 'train' && draft.realised.includes(concept) && verdict.rung === 5,
      ),
    )
    expect(await indexes({ method: 'fobar' })).toEqual([])
    expect(await indexes({ concept: 'nothing' })).toEqual([])
  })

  it('are pending, accepted or rejected as people decide, and as before when it is taken back', async () => {
    const { id } = stored[5] as Pair
    const { reviews } = place.stores
    const stateOf = async (): Promise<unknown> => {
      explorer.refresh()
      const listed = (await explorer.pairs({ review: 'rejected' })).items.map((pair) => pair.id)
      const counted = (await explorer.concepts({ limit: 200 })).items
      return { listed, counted, marks: (await explorer.pair(id))?.marks }
    }
    const before = await stateOf()
    const review = await reviews.append({
      pairId: id,
      decision: 'reject',
      reviewer: 'ana',
      time: '2026-01-01T00:00:00.000Z',
    })
    expect(await stateOf()).toMatchObject({ listed: [id], marks: ['rejected'] })
    expect(await stateOf()).not.toEqual(before)
    expect((await explorer.pair(id))?.reviews).toMatchObject([{ reviewer: 'ana', undone: false }])
    await reviews.undo(review.id, { time: '2026-01-02T00:00:00.000Z' })
    expect(await stateOf()).toEqual(before)
  })
})

describe('cursors', () => {
  it('that were not given out for the list are refused', async () => {
    const { next } = await explorer.concepts({ limit: 1, sort: 'name' })
    await expect(explorer.concepts({ cursor: next as string, sort: 'count' })).rejects.toThrow(UsageError)
    await expect(explorer.pairs({ cursor: next as string })).rejects.toThrow(UsageError)
    await expect(explorer.pairs({ cursor: 'AAAA' })).rejects.toThrow(UsageError)
    await expect(explorer.pairs({ run: 'ffffffffffff' })).rejects.toThrow(NotFoundError)
  })
})

describe('edits', () => {
  it('show in everything, and leave no trace when taken back', async () => {
    const { conceptEdits } = place.stores
    const [from, into] = [await conceptNamed('Simple interest'), await conceptNamed('Compound interest')]
    const before = await explorer.viewOf({})
    const edit = await conceptEdits.append({
      conceptId: from,
      kind: 'merge',
      to: into,
      editor: 'ana',
      time: '2026-01-01T00:00:00.000Z',
    })
    explorer.refresh()
    const merged = await explorer.concept(from, {})
    expect(merged).toMatchObject({ id: into, edits: [{ id: edit.id }] })
    expect(merged?.aliases.map(({ name }) => name)).toContain('Simple interest')
    const either = stored.filter(({ draft }) => draft.realised.some((id) => id === from || id === into))
    expect((await explorer.pairs({ concept: into, limit: 200 })).items.map(({ id }) => id)).toEqual(
      either.map(({ id }) => id),
    )
    const after = await explorer.viewOf({})
    expect(after.graph.version).not.toBe(before.graph.version)
    expect((await explorer.walks({})).command).toBeUndefined()
    await conceptEdits.undo(edit.id, { time: '2026-01-02T00:00:00.000Z' })
    explorer.refresh()
    expect((await explorer.viewOf({})).graph).toEqual(before.graph)
    expect(await explorer.concept(from, {})).toMatchObject({ id: from, name: 'Simple interest' })
  })
})

it('a run that is being written is followed, with what is filled in and marked later', async () => {
  const { pairs, runs, reviews } = place.stores
  const first = (await runs.list())[0] as Run
  const id = 'a'.repeat(32)
  const own = stored.map((pair) => ({ ...pair, runId: id }))
  const late = own[10] as Pair
  const at = (cursor: number, state: Run['state'] = 'generating'): Run => {
    const unanswered = state === 'generating' ? [{ index: late.index, reason: 'gone' }] : []
    return { ...first, id, state, cursor, counters: { ...first.counters, unanswered } }
  }
  const half = (own[60] as Pair).index
  const end = first.cursor
  const followed = followPairs(pairs, reviews)
  await pairs.appendBlock(
    at(half),
    own.filter((pair) => pair.index < half && pair !== late),
  )
  await followed.update(at(half))
  expect(followed.current().size).toBe(59)
  await pairs.appendBlock(
    at(end),
    own.filter(({ index }) => index >= half),
  )
  await followed.update(at(end))
  expect(followed.current().size).toBe(own.length - 1)
  await pairs.appendBlock(at(end, 'generated'), [late])
  await pairs.mark(id, [{ index: late.index, mark: 'over-quota', set: true }])
  await followed.update(at(end, 'generated'))
  const index = followed.current()
  expect(Array.from({ length: index.size }, (_, position) => index.drawIndex(position))).toEqual(
    own.map((pair) => pair.index),
  )
  expect(index.countMarked('over-quota')).toBe(1)
})
