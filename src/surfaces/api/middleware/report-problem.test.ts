import express from 'express'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { ask, withServer } from '../../../../tests/api/ask.ts'
import {
  BudgetError,
  BusyError,
  ConflictError,
  ProviderError,
  StoreError,
  UsageError,
} from '../../../core/errors.ts'
import { ApiProblem, problemKinds, problemType } from '../problems.ts'
import { reportProblem } from './report-problem.ts'
import { requestId } from './request-id.ts'

const secret = 'sk-canary-0123456789'

async function answerTo(
  error: unknown,
): Promise<{ status: number; body: Record<string, unknown>; log: string }> {
  let log = ''
  const logger = pino({ level: 'info' }, { write: (line: string) => (log += line) })
  const app = express()
  app.use(requestId(), () => {
    throw error
  })
  app.use(reportProblem(logger))
  const answer = await withServer(app, (port) => ask(port, {}))
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  return { status: answer.status, body: answer.json() as Record<string, unknown>, log }
}

describe('reportProblem', () => {
  it('answers errors that are thrown on purpose by what they are', async () => {
    const cases = [
      [new UsageError('no such run: 12345678'), 404, 'not-found'],
      [new ConflictError('running already: 12345678'), 409, 'conflict'],
      [new BudgetError('budget reached: 2.00'), 409, 'conflict'],
      [new BusyError('eight runs wait'), 429, 'too-many-requests'],
      [new ProviderError('endpoint failed: 500'), 502, 'provider'],
      [new StoreError('store busy'), 503, 'unavailable'],
      [new ApiProblem('conflict', 'no'), 409, 'conflict'],
    ] as const
    for (const [error, status, kind] of cases) {
      const { status: answered, body } = await answerTo(error)
      expect([error.message, answered, body['type']]).toEqual([error.message, status, problemType(kind)])
      expect(body['detail']).toBe(error.message)
      expect(body['title']).toBe(problemKinds[kind].title)
      expect(body['requestId']).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  it('tells nothing of a fault of ours, and logs it', async () => {
    const { status, body, log } = await answerTo(new TypeError(`cannot read ${secret} of /home/ada/x.ts`))
    expect(status).toBe(500)
    expect(JSON.stringify(body)).not.toMatch(/canary|\/home|TypeError|\.ts/)
    expect(log).toContain('TypeError')
    expect(log).toContain(String(body['requestId']))
  })

  it('leaves places of this machine out of what it tells', async () => {
    const { body } = await answerTo(new StoreError('store busy: /home/ada/conceptloom.sqlite; try again'))
    expect(body['detail']).toBe('store busy: […]; try again')
    const windows = await answerTo(new StoreError(String.raw`store busy: C:\Users\ada\x.sqlite; try again`))
    expect(windows.body['detail']).toBe('store busy: […]; try again')
    const kept = await answerTo(new UsageError('no such pair: 1/2 of a, see application/json'))
    expect(kept.body['detail']).toBe('no such pair: 1/2 of a, see application/json')
  })
})
