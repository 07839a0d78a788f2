import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { configSchema } from '../../src/core/config.ts'
import { BusyError, ConflictError, UsageError } from '../../src/core/errors.ts'
import type { BalanceMetrics } from '../../src/steps/curate/balance/measure-balance.ts'
import { parseMergeReview } from '../../src/steps/extract/merge-review.ts'
import type { GenerationRequest } from '../../src/surfaces/api/contract/generations.ts'
import { openService, type OpenedService } from '../../src/surfaces/service/open-service.ts'
import type { NumberedEvent } from '../../src/pipeline/serving/service.ts'
import { finished, runCommand } from '../cli/run-command.ts'
import { folder, runArgs } from '../cli/run-place.ts'

const place = folder()
const workspace = path.join(place, 'work')
afterAll(() => rmSync(place, { recursive: true }))
const config = configSchema.parse({ run: { workspace } })
let opened: OpenedService
let summary: Record<string, unknown> & { readonly run: string }

beforeAll(async () => {
  const { code, stdout, stderr } = await runCommand(runArgs(place))
  expect(code, stderr).toBe(0)
  summary = JSON.parse(stdout) as typeof summary
  cpSync(workspace, path.join(place, 'killed'), { recursive: true })
  opened = await openService(config)
}, 120_000)
afterAll(() => opened.service.close())

async function collect(events: AsyncIterable<NumberedEvent>): Promise<NumberedEvent[]> {
  const all: NumberedEvent[] = []
  for await (const event of events) all.push(event)
  return all
}

const pairsIn = (events: readonly NumberedEvent[]): number[] =>
  events.flatMap(({ event }) => (event.type === 'pair' ? [event.index] : []))

async function indicesOf({ stores }: OpenedService, id: string): Promise<number[]> {
  const run = await stores.runs.byId(id)
  const indices: number[] = []
  for await (const batch of stores.pairs.range(run?.id ?? '', { from: 0, to: Infinity }))
    indices.push(...batch.map(({ index }) => index))
  return indices
}

/** Starts a service in a process of its own and waits until it has accepted the requests. */
async function startService(
  own: string,
  requests: readonly GenerationRequest[],
): Promise<{ readonly ids: readonly string[]; readonly stop: (signal: NodeJS.Signals) => Promise<unknown> }> {
  const script = path.join(import.meta.dirname, 'service-process.ts')
  const args = [script, own, JSON.stringify(requests)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const done = finished(child)
  const line = await new Promise<string>((accepted) =>
    child.stdout.once('data', (text) => accepted(String(text))),
  )
  return {
    ids: JSON.parse(line) as string[],
    stop(signal) {
      child.kill(signal)
      return done
    },
  }
}

describe('figures of a run', () => {
  test('the report is what the command line printed, without its clock', async () => {
    const { seconds: _, ...printed } = summary
    expect(await opened.service.runs.report(summary.run)).toEqual(printed)
  })

  test('the view has the figures of the summary', async () => {
    const view = await opened.service.runs.view(summary.run.slice(0, 12))
    expect(view).toMatchObject({
      id: summary.run,
      activity: 'complete',
      requested: 150,
      stored: 150,
      skipped: (summary['pairs'] as { readonly skipped: object }).skipped,
      graphVersion: (summary['graph'] as { readonly version: string }).version,
      calls: { requests: 0, cost: 0 },
    })
    expect(await opened.service.runs.view('0123456789abcdef')).toBeUndefined()
  })

  test('the balance is that of BALANCE.json, and changes with a review and back', async () => {
    const { after, concepts } = JSON.parse(readFileSync(path.join(place, 'out/BALANCE.json'), 'utf8')) as {
      readonly after: BalanceMetrics
      readonly concepts: readonly { name: string; selected: number }[]
    }
    const view = await opened.service.balance()
    expect(view).toMatchObject({
      rows: after.rows,
      gini: after.gini,
      coverage: after.coverage.at1,
      coverageAt10: after.coverage.at10,
      totalVariation: after.divergence.totalVariation,
      normalisedEntropy: after.normalisedEntropy,
    })
    const used = view?.concepts.filter((concept) => concept.used > 0) ?? []
    expect(used.map(({ name, used: selected }) => ({ name, selected })).toSorted(byName)).toEqual(
      concepts.map(({ name, selected }) => ({ name, selected })).toSorted(byName),
    )
    const share = used.reduce((sum, concept) => sum + concept.used, 0) / used.length
    for (const { target } of used) expect(target).toBeCloseTo(share, 5)
    expect(view?.difficulty.map(({ rows }) => rows)).toEqual(Object.values(after.difficulties))
    expect(view?.lorenz.at(-1)).toEqual({ concepts: 1, uses: 1 })
    const [id = ''] = await firstIds(1)
    const review = await opened.service.reviews.review(id, { decision: 'reject', reviewer: 'Ada' })
    expect((await opened.service.balance())?.rows).toBe(after.rows - 1)
    await opened.service.reviews.undo(review?.id ?? '')
    expect(await opened.service.balance()).toEqual(view)
  })
})

const byName = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name < other.name ? -1 : 1

async function firstIds(count: number): Promise<string[]> {
  for await (const batch of opened.stores.pairs.range(summary.run, { from: 0, to: 1000 }))
    return batch
      .filter(({ marks }) => marks.length === 0)
      .slice(0, count)
      .map(({ id }) => id)
  return []
}

describe('pairs at once', () => {
  test('given concepts are what every pair needs; the same request gives the same pairs', async () => {
    const request = { concepts: ['Percent of a quantity'], count: 5, seed: 3 }
    const { pairs } = await opened.service.generateNow(request)
    expect(pairs).toHaveLength(5)
    expect(new Set(pairs.map(({ question }) => question)).size).toBe(5)
    for (const { realised, rung, review } of pairs)
      expect({ names: realised.map(({ name }) => name), rung, review }).toEqual({
        names: ['Percent of a quantity'],
        rung: 5,
        review: 'none',
      })
    expect((await opened.service.generateNow(request)).pairs).toEqual(pairs)
    expect((await opened.service.generateNow({ ...request, seed: 4 })).pairs).not.toEqual(pairs)
  })

  test('misses and contradictions are told apart', async () => {
    const { service } = opened
    await expect(service.generateNow({ concepts: ['Nothing of the kind'] })).rejects.toThrow(UsageError)
    await expect(service.generateNow({ run: '0123456789ab' })).rejects.toThrow(UsageError)
    await expect(service.generateNow({ walk: { mode: 'hop-2', start: 'x' } })).rejects.toThrow(ConflictError)
    await expect(service.generateNow({ concepts: ['Laplace transform'] })).rejects.toThrow(ConflictError)
    await expect(
      service.runs.start({ concepts: ['Percent of a quantity', 'Unit rate'], count: 500 }),
    ).rejects.toThrow(/no weave/)
    await expect(service.runs.start({ engine: 'model', model: 'other' })).rejects.toThrow(UsageError)
  })
})

describe('runs', () => {
  test('the same request is the same run, told by the command line as well, and its events can be followed and replayed', async () => {
    const { service } = opened
    const wanted = { concepts: ['Percent of a quantity', 'Arithmetic mean'], count: 40 }
    const view = await service.runs.start(wanted)
    const events = await collect(service.runs.events(view.id, { after: '0' }))
    expect(events.at(-1)?.event).toMatchObject({ type: 'state', run: { activity: 'complete', stored: 40 } })
    const indices = await indicesOf(opened, view.id)
    expect(indices).toHaveLength(40)
    expect(pairsIn(events)).toEqual(indices)
    // In another order of names, after it became the latest run of the graph.
    const again = await service.runs.start({ ...wanted, concepts: wanted.concepts.toReversed() })
    expect(again).toMatchObject({ id: view.id, activity: 'complete' })
    const cut = events.findIndex(({ event }) => event.type === 'pair') + 9
    const replayed = await collect(service.runs.events(view.id, { after: events[cut]?.id ?? '' }))
    expect(pairsIn(replayed)).toEqual(indices.slice(pairsIn(events.slice(0, cut + 1)).length))
    expect(await collect(service.runs.events(view.id, { after: events.at(-1)?.id ?? '' }))).toEqual([])
  }, 60_000)

  test('a request is the same run as that of the command line', async () => {
    const own = path.join(place, 'told')
    cpSync(path.join(place, 'killed'), own, { recursive: true })
    // In a process of its own, because the id covers the source of the families, which test tools transform.
    const { ids, stop } = await startService(own, [
      { concepts: ['Percent of a quantity', 'Arithmetic mean'], count: 40 },
    ])
    await stop('SIGTERM')
    const { stdout } = await runCommand([
      'run',
      ...`--graph-of ${summary.run} --count 40 --seed 7 --workers 0 --json`.split(' '),
      '--workspace',
      own,
      '--concepts',
      'arithmetic mean',
      'percent of a quantity',
    ])
    expect(JSON.parse(stdout)).toMatchObject({
      run: ids[0],
      state: 'generated',
      pairs: { requested: 40, stored: 40 },
      walks: { mode: 'given', combinations: 1 },
    })
  }, 60_000)

  test('a cancelled run is stopped and goes on when it is resumed; a full queue says so', async () => {
    const own = path.join(place, 'queue')
    cpSync(path.join(place, 'killed'), own, { recursive: true })
    const { service } = await openService(configSchema.parse({ run: { workspace: own } }), { waiting: 1 })
    try {
      const running = await service.runs.start({ count: 3000, seed: 21 })
      const queued = await service.runs.start({ count: 5, seed: 22 })
      expect([running.activity, queued.activity]).toEqual(['running', 'queued'])
      await expect(service.runs.start({ count: 5, seed: 23 })).rejects.toThrow(BusyError)
      expect(await service.runs.start({ count: 5, seed: 22 })).toEqual(queued)
      expect((await service.runs.cancel(queued.id))?.activity).toBe('stopped')
      await service.runs.cancel(running.id)
      const events = await collect(service.runs.events(running.id))
      expect(events.at(-1)?.event).toMatchObject({ run: { activity: 'stopped', problem: 'cancelled' } })
      await service.runs.resume(queued.id)
      await collect(service.runs.events(queued.id))
      expect(await service.runs.view(queued.id)).toMatchObject({ activity: 'complete', stored: 5 })
    } finally {
      await service.close()
    }
  }, 60_000)

  for (const signal of ['SIGKILL', 'SIGTERM'] as const)
    test(`what was accepted is done after a ${signal} and a restart`, async () => {
      const own = path.join(place, signal)
      cpSync(path.join(place, 'killed'), own, { recursive: true })
      const { ids, stop } = await startService(
        own,
        [150, 20, 10].map((count, seed) => ({ count, seed })),
      )
      await stop(signal)
      const reopened = await openService(configSchema.parse({ run: { workspace: own } }))
      try {
        for (const id of ids) await collect(reopened.service.runs.events(id))
        const views = await Promise.all(ids.map((id) => reopened.service.runs.view(id)))
        expect(views.map((view) => [view?.activity, view?.stored, view?.problem])).toEqual([
          ['complete', 150, undefined],
          ['complete', 20, undefined],
          ['complete', 10, undefined],
        ])
      } finally {
        await reopened.service.close()
      }
    }, 120_000)
})

describe('datasets', () => {
  test('one is built, listed and read; a rejected pair is not in it, an edited one is, and without the reviews it is the first again', async () => {
    const { service } = opened
    const build = (): ReturnType<typeof service.datasets.build> =>
      service.datasets.build({ name: 'first', run: summary.run })
    const first = await build()
    const again = await runCommand([
      'dataset',
      'build',
      '--run',
      summary.run,
      '--workspace',
      workspace,
      '--out',
      path.join(place, 'plain'),
    ])
    expect(again.code, again.stderr).toBe(0)
    const sums = readFileSync(path.join(place, 'plain/SHA256SUMS'), 'utf8')
    expect(first.files.filter(({ path: file }) => file.startsWith('jsonl/')).length).toBeGreaterThan(0)
    for (const { path: file, sha256 } of first.files.filter(({ path: each }) => each.startsWith('jsonl/')))
      expect(sums).toContain(`${sha256}  ${file}\n`)
    const [rejected = '', edited = ''] = await firstIds(2)
    const reviews = [
      await service.reviews.review(rejected, { decision: 'reject', reviewer: 'Ada' }),
      await service.reviews.review(edited, {
        decision: 'edit',
        reviewer: 'Ada',
        question: 'A farmer has 12 hens and buys 5 more. How many hens does the farmer have?',
        solution: 'The farmer has $12 + 5 = 17$ hens.',
        finalAnswer: '17',
      }),
    ]
    const reviewed = await build()
    expect(reviewed.rows).toBe(first.rows - 1)
    const rows = reviewed.files
      .filter(({ path: file }) => file.startsWith('jsonl/'))
      .map(({ path: file }) => readFileSync(path.join(workspace, 'datasets/first', file), 'utf8'))
      .join('')
    expect(rows).not.toContain(rejected)
    const row = rows.split('\n').find((line) => line.includes(edited)) ?? ''
    expect(row).toContain('buys 5 more')
    expect(row).toContain('edited-by-person')
    const explained = JSON.parse(
      (await runCommand(['explain', edited, '--workspace', workspace, '--json'])).stdout,
    ) as { readonly reviews: readonly object[]; readonly original: object }
    expect(explained.reviews).toMatchObject([{ decision: 'edit', reviewer: 'Ada', undone: false }])
    expect(explained.original).toHaveProperty('question')
    for (const review of reviews) await service.reviews.undo(review?.id ?? '')
    expect(await build()).toEqual(first)
    expect(await service.datasets.list()).toEqual([first])
  }, 60_000)

  test('no name and no path leads out of the folder of datasets', async () => {
    const { datasets } = opened.service
    const root = path.join(workspace, 'datasets')
    mkdirSync(path.join(root, 'linked'), { recursive: true })
    writeFileSync(path.join(place, 'secret.json'), '{}')
    symlinkSync(place, path.join(root, 'outside'))
    const names = [
      '..',
      '.',
      '',
      '../work',
      'outside',
      'first/../../..',
      'first\0',
      '%2e%2e',
      'a'.repeat(300),
      '/etc',
      'CON',
      'first ',
    ]
    for (const name of names) {
      expect(await datasets.view(name)).toBeUndefined()
      expect(await datasets.file(name, 'manifest.json')).toBeUndefined()
    }
    const part = fc.constantFrom(
      '..',
      '.',
      '',
      'jsonl',
      'README.md',
      'manifest.json',
      '\0',
      '%2e%2e%2f',
      '..\\',
      '~',
      'secret.json',
      'etc',
      'passwd',
      'x'.repeat(300),
    )
    const hostile = fc.oneof(
      fc.array(part, { maxLength: 6 }).map((parts) => parts.join('/')),
      fc.array(part, { maxLength: 6 }).map((parts) => `/${parts.join('\\')}`),
      fc.string({ unit: 'binary', maxLength: 300 }),
    )
    const listed = new Set((await datasets.view('first'))?.files.map((file) => file.path))
    await fc.assert(
      fc.asyncProperty(hostile, async (file) => {
        const found = await datasets.file('first', file)
        expect(found === undefined || listed.has(file)).toBe(true)
        if (found !== undefined)
          expect(found.path.startsWith(`${path.join(root, 'first')}${path.sep}`)).toBe(true)
        expect(await datasets.file(file, 'manifest.json')).toBeUndefined()
      }),
      { numRuns: 2500 },
    )
    const folderOfFirst = path.join(root, 'first')
    rmSync(path.join(folderOfFirst, 'README.md'))
    symlinkSync(path.join(place, 'secret.json'), path.join(folderOfFirst, 'README.md'))
    expect(await datasets.file('first', 'README.md')).toBeUndefined()
  }, 60_000)
})

describe('edits of concepts', () => {
  test('merges and renames are taken down, refused where they cannot be, and exported as the command line reads them', async () => {
    const { edits } = opened.service
    const graph = await opened.stores.graph.graph((summary['graph'] as { readonly version: string }).version)
    const points = graph?.nodes.filter(({ kind }) => kind === 'knowledge-point') ?? []
    const topic = graph?.nodes.find(({ kind }) => kind === 'topic')
    const [one, two, three] = points as [(typeof points)[0], (typeof points)[0], (typeof points)[0]]
    const editor = 'Ada'
    const merge = await edits.edit(one.id, { kind: 'merge', into: two.id, editor })
    await edits.edit(three.id, { kind: 'rename', name: 'A better name', editor })
    await edits.edit(two.id, { kind: 'rename', name: one.name, editor })
    await expect(edits.edit(two.id, { kind: 'merge', into: one.id, editor })).rejects.toThrow(ConflictError)
    await expect(edits.edit(one.id, { kind: 'merge', into: three.id, editor })).rejects.toThrow(ConflictError)
    await expect(edits.edit(one.id, { kind: 'merge', into: topic?.id ?? '', editor })).rejects.toThrow(
      ConflictError,
    )
    await expect(edits.edit('0'.repeat(32), { kind: 'rename', name: 'x', editor })).rejects.toThrow(
      UsageError,
    )
    const decided = (text: string): readonly object[] => parseMergeReview(text, 'edits.yaml')
    expect(decided(await edits.mergesFile())).toEqual([
      { kind: 'knowledge-point', keep: 'A better name', merge: three.name, decision: 'accepted' },
      { kind: 'knowledge-point', keep: one.name, merge: two.name, decision: 'accepted' },
    ])
    expect((await edits.undo(merge.id))?.undone).toBe(true)
    expect((await edits.list()).map(({ undone }) => undone)).toEqual([false, false, true])
  })

  test('generations show and take concepts as the edits that hold have them', async () => {
    const { service } = opened
    const { edits, runs } = service
    const graph = await opened.stores.graph.graph((summary['graph'] as { readonly version: string }).version)
    const idOf = (name: string): string => graph?.nodes.find((node) => node.name === name)?.id ?? ''
    const [percent, mean] = [idOf('Percent of a quantity'), idOf('Arithmetic mean')]
    const drawn = async (concept: string): Promise<readonly object[]> => {
      const { pairs } = await service.generateNow({ concepts: [concept], count: 2, seed: 3 })
      expect(pairs).toHaveLength(2)
      return pairs.flatMap(({ realised }) => realised)
    }
    const editor = 'Ada'
    const rename = await edits.edit(percent, { kind: 'rename', name: 'Share of an amount', editor })
    const one = { id: percent, name: 'Share of an amount' }
    const renamed = [one, one]
    for (const name of ['Share of an amount', 'share of an amount.', 'Percent of a quantity', percent])
      expect(await drawn(name)).toEqual(renamed)
    const { id } = await runs.start({ concepts: ['Share of an amount'], count: 3 })
    const merge = await edits.edit(mean, { kind: 'merge', into: percent, editor })
    for (const name of ['Arithmetic mean', mean]) expect(await drawn(name)).toEqual(renamed)
    // The stored graph has the point under its id, so all of these are one run.
    for (const name of ['Share of an amount', 'Arithmetic mean', mean, percent])
      expect((await runs.start({ concepts: [name], count: 3 })).id).toBe(id)
    await edits.undo(merge.id)
    await edits.undo(rename.id)
    expect(await drawn('Arithmetic mean')).toContainEqual({ id: mean, name: 'Arithmetic mean' })
    await expect(drawn('Share of an amount')).rejects.toThrow(UsageError)
    expect((await runs.start({ concepts: ['Percent of a quantity'], count: 3 })).id).toBe(id)
    await collect(runs.events(id))
  }, 60_000)
})
