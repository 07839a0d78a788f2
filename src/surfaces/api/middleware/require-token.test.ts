import express from 'express'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { ask, withServer } from '../../../../tests/api/ask.ts'
import { reportProblem } from './report-problem.ts'
import { requireToken } from './require-token.ts'

const token = 'correct-horse-battery'

it('lets pass the token and nothing near it', async () => {
  const app = express()
  app.use(requireToken(token), (_, response) => void response.send('in'))
  app.use(reportProblem(pino({ enabled: false })))
  await withServer(app, async (port) => {
    const statusOf = async (authorization?: string): Promise<number> =>
      (await ask(port, { headers: authorization === undefined ? {} : { authorization } })).status
    expect(await statusOf(`Bearer ${token}`)).toBe(200)
    expect(await statusOf(`bearer  ${token}`)).toBe(200)
    const near = [token.slice(0, -1), `${token}x`, token.toUpperCase(), '', ' ', 'null', `${token} ${token}`]
    for (const guess of near) expect([guess, await statusOf(`Bearer ${guess}`)]).toEqual([guess, 401])
    expect(await statusOf()).toBe(401)
    expect(await statusOf(`Basic ${Buffer.from(token).toString('base64')}`)).toBe(401)
    expect(await statusOf(token)).toBe(401)
    const refused = await ask(port, { headers: { authorization: 'Bearer no' } })
    expect(refused.headers['www-authenticate']).toBe('Bearer')
    expect(refused.text).not.toContain(token)
  })
})
