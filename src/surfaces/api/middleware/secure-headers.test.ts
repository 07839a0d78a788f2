import express from 'express'
import { expect, it } from 'vitest'
import { ask, withServer } from '../../../../tests/api/ask.ts'
import { secureHeaders } from './secure-headers.ts'

it('lets a page load and run only what the service serves, nothing inline', async () => {
  const app = express()
  app.use(secureHeaders(), (_, response) => void response.send('x'))
  const { headers } = await withServer(app, (port) => ask(port, {}))
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/unsafe|\*|https?:|upgrade-insecure/)
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['cross-origin-resource-policy']).toBe('same-origin')
  expect(headers['strict-transport-security']).toBeUndefined()
  expect(headers['access-control-allow-origin']).toBeUndefined()
})
