import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient, ServiceError, type Client } from '../../src/surfaces/api/client.ts'
import { routes } from '../../src/surfaces/api/contract/routes.ts'
import { ask } from './ask.ts'
import { servePlace, type ServedPlace } from './served-place.ts'

const token = 'correct-horse-battery'
let place: ServedPlace
let client: Client
beforeAll(async () => {
  place = await servePlace({ count: 60, token })
  client = createClient({ baseUrl: place.url, token })
}, 120_000)
afterAll(async () => place.stop())

describe('the client against a running service', { timeout: 120_000 }, () => {
  it('has a method per route', () => {
    expect(Object.keys(client).sort()).toEqual(Object.keys(routes).sort())
  })

  it('goes the way from a concept over walks and pairs to a review that can be undone', async () => {
    const { items } = await client.listConcepts({ text: 'fractions', limit: 3 })
    const concept = await client.getConcept({ id: items[0]?.id ?? '' })
    expect(concept.name.toLowerCase()).toContain('fraction')
    const { walks } = await client.drawWalks({ body: { count: 2 } })
    expect(walks).toHaveLength(2)
    const pairs = await client.listPairs({ limit: 2 })
    const rest = await client.listPairs({ limit: 200, cursor: pairs.next ?? '' })
    expect(pairs.items.length + rest.items.length).toBe(60)
    const [pair] = pairs.items
    const review = await client.reviewPair({
      id: pair?.id ?? '',
      body: { decision: 'reject', reviewer: 'ada' },
    })
    expect((await client.getPair({ id: review.pairId })).review).toBe('rejected')
    expect((await client.undoReview({ id: review.id })).undone).toBe(true)
    expect((await client.getPair({ id: review.pairId })).review).toBe('none')
    expect((await client.getProvenance({ id: review.pairId })).supportedBy.length).toBeGreaterThan(0)
  })

  it('gets pairs at once, and more of them as a run that it watches to its end', async () => {
    const few = await client.generate({ body: { count: 2, seed: 3 } })
    if (!('pairs' in few)) throw new Error('not answered at once')
    expect(few.pairs).toHaveLength(2)
    const key = 'client-test-key-1'
    const run = await client.generate({ body: { count: 201, seed: 3 }, idempotencyKey: key })
    if (!('activity' in run)) throw new Error('not a run')
    const again = await client.generate({ body: { count: 201, seed: 3 }, idempotencyKey: key })
    expect(again).toEqual(run)
    const seen = new Set<string>()
    let last = ''
    for await (const { id, event } of await client.watchRun({ id: run.id })) {
      last = id
      if (event.type === 'pair') seen.add(event.id)
    }
    expect(seen.size).toBe(201)
    expect((await client.getRun({ id: run.id })).activity).toBe('complete')
    const more = []
    for await (const event of await client.watchRun({ id: run.id, lastEventId: last })) more.push(event)
    expect(more.filter(({ event }) => event.type === 'pair')).toEqual([])
  })

  it('builds a dataset and downloads its files', async () => {
    const dataset = await client.buildDataset({
      body: { name: 'spring', run: place.runId, size: 20, formats: ['messages'] },
    })
    expect(dataset.rows).toBe(20)
    expect((await client.listDatasets()).items.map(({ name }) => name)).toContain('spring')
    const file = dataset.files.find(({ path }) => path === 'jsonl/train.jsonl')
    const response = await client.getDatasetFile({ name: 'spring', path: 'jsonl/train.jsonl' })
    expect(response.headers.get('content-type')).toBe('application/x-ndjson')
    expect((await response.arrayBuffer()).byteLength).toBe(file?.bytes)
    for (const path of [
      '../manifest.json',
      '..%2f..',
      'jsonl/../../../conceptloom.sqlite',
      '.',
      'nul',
      'jsonl/train.jsonl%00',
    ])
      await expect(client.getDatasetFile({ name: 'spring', path })).rejects.toMatchObject({
        problem: { status: 404 },
      })
  })

  it('rejects with the problem, and tells nobody without the token anything', async () => {
    const stranger = createClient({ baseUrl: place.url })
    expect((await stranger.health()).status).toBe('ok')
    await expect(stranger.listRuns()).rejects.toThrow(ServiceError)
    await expect(stranger.listRuns()).rejects.toMatchObject({ problem: { status: 401 } })
    await expect(client.getRun({ id: '00000000' })).rejects.toMatchObject({
      problem: { status: 404, type: 'urn:problem-type:conceptloom:not-found' },
    })
    expect(place.log()).not.toContain(token)
  })

  it('serves the documentation and a page without anything from elsewhere', async () => {
    for (const path of ['/docs', '/']) {
      const { status, text } = await ask(place.port, { path, headers: { accept: 'text/html' } })
      expect([path, status]).toEqual([path, 200])
      expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
      expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|\bstyle=|<style/)
    }
    expect((await ask(place.port, { path: '/docs/swagger-ui-bundle.js' })).status).toBe(200)
    expect((await ask(place.port, { path: '/docs/..%2f..%2fpackage.json' })).status).toBe(404)
  })

  it('answers what was asked before it stopped', async () => {
    const other = await servePlace({ count: 20 })
    const agentless = new Promise<number | undefined>((resolve, reject) => {
      const call = request({
        port: other.port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/v1/generations',
        agent: false,
        headers: { 'content-type': 'application/json' },
      })
      call.on('response', (response) => {
        response.resume().on('end', () => resolve(response.statusCode))
      })
      call.on('error', reject)
      call.end('{"count":50}')
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    await other.stop()
    expect(await agentless).toBe(201)
    await expect(ask(other.port, {})).rejects.toThrow('ECONNREFUSED')
  })
})
