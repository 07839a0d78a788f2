import express from 'express'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { ask, withServer } from '../../../../tests/api/ask.ts'
import { checkHost, checkOrigin, isLoopback, type HostRules } from './check-host.ts'
import { reportProblem } from './report-problem.ts'

async function statusFor(
  rules: HostRules,
  headers: Readonly<Record<string, string>>,
  method = 'GET',
): Promise<number> {
  const app = express()
  app.use(checkHost(rules), checkOrigin())
  app.use((_, response) => void response.send('in'))
  app.use(reportProblem(pino({ enabled: false })))
  return withServer(app, async (port) => (await ask(port, { method, headers })).status)
}

const local = { bound: '127.0.0.1', names: ['loom.example'] }

describe('checkHost', () => {
  it('takes the names of this machine and those it was told, with any port', async () => {
    for (const host of ['127.0.0.1:4747', 'localhost', '[::1]:80', 'LOCALHOST:1', 'loom.example:443'])
      expect([host, await statusFor(local, { host })]).toEqual([host, 200])
  })

  it('refuses every other name, so that a page bound anew to this machine reaches nothing', async () => {
    for (const host of [
      'evil.example',
      '127.0.0.1.evil.example',
      'localhost.evil.example:4747',
      '10.0.0.7',
      'a b',
      'localhost:x',
    ])
      expect([host, await statusFor(local, { host })]).toEqual([host, 421])
  })

  it('takes addresses, but no foreign names, where it is bound beyond this machine', async () => {
    const open = { bound: '0.0.0.0', names: [] }
    expect(await statusFor(open, { host: '192.168.1.5:4747' })).toBe(200)
    expect(await statusFor(open, { host: '[fe80::1]:4747' })).toBe(200)
    expect(await statusFor(open, { host: 'evil.example' })).toBe(421)
  })
})

describe('checkOrigin', () => {
  it('refuses writes that a page of another origin sends', async () => {
    const host = '127.0.0.1:4747'
    expect(await statusFor(local, { host, origin: 'http://127.0.0.1:4747' }, 'POST')).toBe(200)
    expect(await statusFor(local, { host }, 'POST')).toBe(200)
    expect(await statusFor(local, { host, origin: 'http://127.0.0.1:8080' }, 'POST')).toBe(403)
    expect(await statusFor(local, { host, origin: 'https://evil.example' }, 'POST')).toBe(403)
    expect(await statusFor(local, { host, origin: 'null' }, 'POST')).toBe(403)
    expect(await statusFor(local, { host, 'sec-fetch-site': 'cross-site' }, 'POST')).toBe(403)
    expect(await statusFor(local, { host, origin: 'https://evil.example' })).toBe(200)
  })
})

describe('isLoopback', () => {
  it('knows the addresses of this machine', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1', '[::1]', 'localhost'].every(isLoopback)).toBe(true)
    expect(['0.0.0.0', '::', '10.0.0.1', '127.0.0.1.example', ''].some(isLoopback)).toBe(false)
  })
})
