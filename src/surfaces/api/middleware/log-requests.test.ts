import express from 'express'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { ask, withServer } from '../../../../tests/api/ask.ts'
import { logRequests } from './log-requests.ts'
import { requestId } from './request-id.ts'

it('logs method, path and status, and nothing that could be secret', async () => {
  const lines: string[] = []
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) })
  const app = express()
  app.use(
    requestId(),
    logRequests(logger),
    express.json(),
    (_, response) => void response.status(418).send('x'),
  )
  await withServer(app, (port) =>
    ask(port, {
      method: 'POST',
      path: '/v1/pairs?token=canary-query',
      headers: {
        authorization: 'Bearer canary-token',
        cookie: 'canary-cookie',
        'content-type': 'application/json',
      },
      body: '{"key":"canary-body"}',
    }),
  )
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain('canary')
  expect(JSON.parse(lines[0] as string)).toMatchObject({
    req: { method: 'POST', path: '/v1/pairs' },
    res: { statusCode: 418 },
  })
})
