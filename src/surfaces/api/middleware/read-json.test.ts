import { gzipSync } from 'node:zlib'
import express from 'express'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { ask, withServer } from '../../../../tests/api/ask.ts'
import { readJson } from './read-json.ts'
import { reportProblem } from './report-problem.ts'

it('reads JSON of limited size and nothing else', async () => {
  const app = express()
  app.use(readJson(1000), (request, response) => void response.json({ read: request.body ?? null }))
  app.use(reportProblem(pino({ enabled: false })))
  await withServer(app, async (port) => {
    const post = async (
      body: string | Uint8Array,
      headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
    ): Promise<number> => (await ask(port, { method: 'POST', body, headers })).status
    expect(await post('{"a":1}')).toBe(200)
    expect(await post('"text"')).toBe(200)
    expect(await post('{"a":1}', { 'content-type': 'application/json; charset=utf-8' })).toBe(200)
    expect(
      await post(gzipSync('{"a":1}'), { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
    ).toBe(200)
    expect(await post('{"a":')).toBe(400)
    expect(await post(`"${'x'.repeat(1000)}"`)).toBe(413)
    const bomb = gzipSync(`"${'x'.repeat(1_000_000)}"`)
    expect(await post(bomb, { 'content-type': 'application/json', 'content-encoding': 'gzip' })).toBe(413)
    expect(await post('a=1', { 'content-type': 'application/x-www-form-urlencoded' })).toBe(415)
    expect(await post('{"a":1}', { 'content-type': 'text/plain' })).toBe(415)
    expect(await post('{"a":1}', {})).toBe(415)
    expect(await post('{"a":1}', { 'content-type': 'application/json', 'content-encoding': 'x-lzma' })).toBe(
      415,
    )
    expect(await post('{"a":1}', { 'content-type': 'application/json; charset=latin1' })).toBe(415)
  })
})
