import express from 'express'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { withServer } from '../../../../tests/api/ask.ts'
import { limitStreams } from './limit-streams.ts'
import { reportProblem } from './report-problem.ts'

it('refuses streams beyond as many as may be open, until one is closed', async () => {
  const app = express()
  app.get('/', limitStreams(2), (_, response) => {
    response.type('text/event-stream').flushHeaders()
  })
  app.use(reportProblem(pino({ enabled: false })))
  await withServer(app, async (port) => {
    const closings: AbortController[] = []
    const open = async (method = 'GET'): Promise<Response> => {
      const closing = new AbortController()
      closings.push(closing)
      return fetch(`http://127.0.0.1:${port}/`, { method, signal: closing.signal })
    }
    expect([(await open()).status, (await open()).status]).toEqual([200, 200])
    const refused = await open()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5'])
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await refused.json()).toMatchObject({
      type: 'urn:problem-type:conceptloom:too-many-requests',
      detail: 'at most 2 streams of events at once; close one',
    })
    closings[0]?.abort()
    await expect.poll(async () => (await open()).status).toBe(200)
    expect((await open()).status).toBe(429)
    for (const closing of closings) closing.abort()
  })
})
