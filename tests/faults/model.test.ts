import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BudgetCaps } from '../../src/pipeline/calling/budget.ts'
import { allFaults } from '../fake-model-server/settings.ts'
import { type FakeModelServer, startFakeModelServer } from '../fake-model-server/start.ts'
import type { JobOptions } from './model-job.ts'
import { reportOf, runJob, startJob, tooLate } from './start-job.ts'

let server: FakeModelServer
let folder: string
let options: JobOptions
beforeAll(async () => {
  server = await startFakeModelServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  await server.reset()
  folder = mkdtempSync(path.join(tmpdir(), 'conceptloom-faults-'))
  options = { baseUrl: server.baseUrl, folder, count: 100, limits: { concurrency: 16 } }
})
afterEach(() => rmSync(folder, { recursive: true }))

const quick = { firstWait: 10, longestWait: 100 }

describe('faulty endpoint', () => {
  test('twelve faults at 30 %: 300 requests complete in bounded memory, each with one reply', async () => {
    await server.control({ faults: allFaults(0.3), retryAfter: 0.02 })
    const report = await runJob({ ...options, count: 300, patience: quick })
    const { distinct, answeredTwice, faults } = await server.stats()
    expect(report.error).toBeUndefined()
    const { answered = 0, refused = 0, truncated = 0, failed = 0 } = report.outcomes
    expect(answered + refused + truncated).toBe(300)
    expect([answered, failed]).toEqual([distinct, 0])
    expect(answeredTwice).toBeLessThanOrEqual(tooLate(report, faults))
    expect([refused, truncated]).toEqual([faults.refusal, faults.truncated])
    expect(Object.keys(faults).length).toBeGreaterThanOrEqual(11)
    expect(report.rss).toBeLessThan(300)
  }, 60_000)

  test('a limit of 50 requests a second: all are answered, and after 10 s few are refused', async () => {
    await server.control({ perSecond: 50, latency: 20 })
    const report = await runJob({ ...options, count: 700, limits: { concurrency: 32 } })
    const { seconds, distinct, answeredTwice } = await server.stats()
    expect(report.outcomes).toEqual({ answered: 700 })
    expect([distinct, answeredTwice]).toEqual([700, 0])
    const later = seconds.slice(10)
    const sent = later.reduce((sum, second) => sum + second.sent, 0)
    const refused = later.reduce((sum, second) => sum + second.refused, 0)
    expect(sent).toBeGreaterThan(100)
    expect(refused / sent).toBeLessThanOrEqual(0.05)
  }, 60_000)

  test('an endpoint that says when to come back is left alone until then', async () => {
    await server.control({ latency: 30, faults: { 'rate-limit': 1 }, retryAfter: 1.5 })
    const job = startJob(options)
    while ((await server.stats()).requests === 0) await sleep(5)
    await sleep(500)
    const soon = (await server.stats()).requests
    await sleep(700)
    expect((await server.stats()).requests).toBe(soon)
    await server.control({ faults: {} })
    await job.ended
    expect(reportOf(job).outcomes).toEqual({ answered: 100 })
    expect(soon).toBe(1)
  })

  test.each([
    [401, 'check the key of this endpoint'],
    [404, 'check the base URL and the name of the model'],
    [302, 'keys are never sent along a redirect'],
  ])('status %i stops within one request per worker, with a hint in one line', async (status, hint) => {
    const key = 'sk-canary-0123456789'
    await server.control({ status, headers: { location: 'http://127.0.0.1:1/elsewhere' } })
    const report = await runJob({ ...options, key })
    const { requests } = await server.stats()
    expect(requests).toBeLessThanOrEqual(16)
    expect(report.error).toMatchObject({ name: 'ProviderError', exitCode: 4 })
    expect(report.error?.message).toContain(hint)
    expect(report.error?.message).not.toContain('\n')
    expect(JSON.stringify(report)).not.toContain('canary')
    expect(report.outcomes).toEqual({})
  })

  test('an endpoint that only fails stops the run; requests it rejects all alike stop it too', async () => {
    await server.control({ status: 500 })
    const patience = { ...quick, attempts: 4 }
    const broken = await runJob({ ...options, patience })
    expect(broken.error).toMatchObject({ name: 'ProviderError', exitCode: 4 })
    expect((await server.stats()).requests).toBeLessThanOrEqual(16 * 4)
    await server.reset({ status: 400 })
    const rejecting = await runJob({ ...options, patience })
    expect(rejecting.error).toMatchObject({ name: 'ProviderError', exitCode: 4 })
    expect((await server.stats()).requests).toBeLessThanOrEqual(16 + 10)
  })

  test('nobody listens: connection errors end in one line that says so', async () => {
    const report = await runJob({
      ...options,
      baseUrl: 'http://127.0.0.1:1/v1',
      patience: { ...quick, attempts: 3 },
    })
    expect(report.error).toMatchObject({ name: 'ProviderError', exitCode: 4 })
    expect(report.error?.message).toMatch(
      /connection at 127\.0\.0\.1:1: ECONNREFUSED; is the endpoint running\?/,
    )
  })

  test.each<[BudgetCaps, string]>([
    [{ requests: 40 }, 'requests'],
    [{ tokens: 4000 }, 'tokens'],
    [{ cost: 0.005 }, 'cost'],
  ])('budget %o is never exceeded, and a higher one goes on from there', async (caps, kind) => {
    const report = await runJob({ ...options, caps })
    expect(report.error).toMatchObject({ name: 'BudgetError', exitCode: 6 })
    expect(report.error?.message).toContain(`${kind} used up`)
    const { answered = 0 } = report.outcomes
    expect(answered).toBeGreaterThan(5)
    expect(answered).toBeLessThan(100)
    const { calls } = report
    expect(answered).toBeLessThanOrEqual(caps.requests ?? 100)
    expect(calls.promptTokens + calls.completionTokens).toBeLessThanOrEqual(caps.tokens ?? 1e9)
    expect(calls.cost).toBeLessThanOrEqual(caps.cost ?? 1e9)
    const again = await runJob({ ...options, caps })
    expect(again.calls.answered).toBeLessThanOrEqual(1)
    const rest = await runJob(options)
    expect(rest.outcomes).toEqual({ answered: 100 })
    expect(await server.stats()).toMatchObject({ distinct: 100, answeredTwice: 0 })
  })

  test('SIGINT: what is in flight is finished and recorded, and nothing is asked again', async () => {
    await server.control({ latency: 150 })
    const job = startJob({ ...options, tell: true })
    await job.begun
    await sleep(60)
    job.child.kill('SIGINT')
    await job.ended
    const report = reportOf(job)
    expect(report.error?.message).toBe('interrupted')
    const { answered: before, cut } = await server.stats()
    expect(report.outcomes['answered']).toBe(before)
    expect(before).toBeLessThan(100)
    expect(cut).toBe(0)
    const rest = await runJob(options)
    expect(rest.calls).toMatchObject({ recalled: before, answered: 100 - before })
    expect(await server.stats()).toMatchObject({ distinct: 100, answeredTwice: 0 })
  })

  test('the key stands in no error, ledger row or report, in no encoding', async () => {
    const key = 'sk-canary/0123456789+abcdef'
    await server.control({ faults: allFaults(0.6), retryAfter: 0.01 })
    const report = await runJob({
      ...options,
      count: 60,
      key,
      patience: { ...quick, attempts: 3 },
      timeout: 200,
    })
    expect((await server.stats()).keys).toEqual([`Bearer ${key}`])
    const rows = readdirSync(folder).map((file) => readFileSync(path.join(folder, file)).toString('latin1'))
    const all = [JSON.stringify(report), ...rows].join('\n')
    for (const form of [
      key,
      encodeURIComponent(key),
      Buffer.from(key).toString('base64').slice(0, 32),
      'canary',
    ])
      expect(all).not.toContain(form)
  })
})
