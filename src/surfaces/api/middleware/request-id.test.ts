import express from 'express'
import { expect, it } from 'vitest'
import { ask, withServer } from '../../../../tests/api/ask.ts'
import { requestId, requestIdOf } from './request-id.ts'

it('keeps a plain id that a request brings, and makes one otherwise', async () => {
  const app = express()
  app.use(requestId(), (_, response) => void response.send(requestIdOf(response)))
  await withServer(app, async (port) => {
    const given = await ask(port, { headers: { 'x-request-id': 'trace-7.a' } })
    expect([given.text, given.headers['x-request-id']]).toEqual(['trace-7.a', 'trace-7.a'])
    for (const hostile of ['a b', '<script>', 'x'.repeat(65), '"}{"']) {
      const made = await ask(port, { headers: { 'x-request-id': hostile } })
      expect(made.text).toMatch(/^[0-9a-f-]{36}$/)
      expect(made.headers['x-request-id']).toBe(made.text)
    }
  })
})
