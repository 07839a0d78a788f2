import express from 'express'
import { expect, it } from 'vitest'
import { ask, withServer } from '../../../../tests/api/ask.ts'
import { createMetrics } from './count-requests.ts'

it('counts by route and status, never by path', async () => {
  const { registry, count } = createMetrics(() => ({ running: 2, queued: 1 }))
  const app = express()
  app.use(count)
  app.get('/v1/pairs/:id', (_, response) => {
    response.locals['route'] = '/v1/pairs/{id}'
    response.send('12345')
  })
  await withServer(app, async (port) => {
    await ask(port, { path: '/v1/pairs/canary1' })
    await ask(port, { path: '/v1/pairs/canary2' })
    await ask(port, { path: '/canary3' })
  })
  const text = await registry.metrics()
  expect(text).toContain(
    'conceptloom_http_request_seconds_count{method="GET",route="/v1/pairs/{id}",status="200"} 2',
  )
  expect(text).toContain('conceptloom_http_request_seconds_count{method="GET",route="other",status="404"} 1')
  expect(text).toContain('conceptloom_http_response_bytes_total{route="/v1/pairs/{id}"} 10')
  expect(text).toContain('conceptloom_runs{activity="running"} 2')
  expect(text).not.toContain('canary')
})
