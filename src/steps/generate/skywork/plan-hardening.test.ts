import { describe, expect, it } from 'vitest'
import { presetSchema, skyworkSchema } from '../presets.ts'
import { hardeningOf, planHardening } from './plan-hardening.ts'

const { hardeningBand } = skyworkSchema.parse({ preset: 'skywork' })

describe('planHardening', () => {
  it.each([
    [8, 'up'],
    [6, 'keep'],
    [2, 'keep'],
    [1, 'down'],
  ])('%i of 8 moves %s', (votes, direction) =>
    expect(hardeningOf({ votes, of: 8 }, hardeningBand)).toBe(direction),
  )

  it('takes no vote for the lowest rate', () =>
    expect(hardeningOf({ votes: 0, of: 0 }, hardeningBand)).toBe('down'))

  it('rewrites what is outside the band, each problem the same way whatever else is measured', () => {
    const measured = Array.from({ length: 40 }, (_, place) => ({
      source: { kind: 'seed' as const, id: `id-${place}`, question: 'q', knowledgePoints: [] },
      passRate: { votes: place % 5, of: 4 },
    }))
    const tasks = planHardening(measured, { hardeningBand, seed: 1 })
    expect(tasks.map(({ direction }) => direction)).toEqual(
      Array.from({ length: 16 }, (_, place) => (place % 2 === 0 ? 'down' : 'up')),
    )
    expect(tasks.every(({ operators }) => operators.length === 1 && operators[0] !== 'renew')).toBe(true)
    expect(planHardening(measured.slice(30), { hardeningBand, seed: 1 })).toEqual(tasks.slice(12))
  })

  it('refuses a band that is upside down', () =>
    expect(presetSchema.safeParse({ preset: 'skywork', hardeningBand: { from: 0.8 } }).success).toBe(false))
})
