import { afterAll, beforeAll, expect, it } from 'vitest'
import { fuzzService } from './fuzz-service.ts'
import { servePlace, type ServedPlace } from './served-place.ts'

let place: ServedPlace
beforeAll(async () => {
  process.env['OPENAI_API_KEY'] = 'sk-canary-0123456789'
  place = await servePlace({ count: 60 })
}, 120_000)
afterAll(async () => place.stop())

it('answers 2,000 drawn and spoiled requests without a fault, a leak, or a refusal of what its document accepts', async () => {
  const { byStatus, accepted, faults } = await fuzzService(place, { count: 2000, seed: 7 })
  expect(faults.slice(0, 5)).toEqual([])
  // The draw reaches both sides.
  expect(accepted).toBeGreaterThan(500)
  expect((byStatus[200] ?? 0) + (byStatus[201] ?? 0)).toBeGreaterThan(150)
  expect(byStatus[400]).toBeGreaterThan(150)
}, 120_000)
