import { expect, it } from 'vitest'
import { fuzzService } from './fuzz-service.ts'
import { servePlace } from './served-place.ts'

it('answers 10,000 drawn and spoiled requests without a fault or a leak', async () => {
  process.env['OPENAI_API_KEY'] = 'sk-canary-0123456789'
  const place = await servePlace({ count: 300 })
  try {
    const { faults } = await fuzzService(place, { count: 10_000, seed: 11 })
    expect(faults.slice(0, 5)).toEqual([])
  } finally {
    await place.stop()
  }
}, 600_000)
