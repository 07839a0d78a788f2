import express from 'express'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { ask, withServer } from '../../../../tests/api/ask.ts'
import { limitRate } from './limit-rate.ts'
import { reportProblem } from './report-problem.ts'

it('tells how many requests are left, and refuses those beyond', async () => {
  const app = express()
  app.use(limitRate(3), (_, response) => void response.send('in'))
  app.use(reportProblem(pino({ enabled: false })))
  await withServer(app, async (port) => {
    const answers = []
    for (let index = 0; index < 4; index++) answers.push(await ask(port, {}))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(answers[0]?.headers['ratelimit']).toMatch(/r=2/)
    expect(answers[0]?.headers['ratelimit-policy']).toMatch(/q=3; w=60/)
    expect(answers[3]?.headers['retry-after']).toMatch(/^\d+$/)
    expect(answers[3]?.headers['content-type']).toMatch(/^application\/problem\+json/)
  })
})
