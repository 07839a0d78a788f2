import { setImmediate as nextRound } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openTurns } from './take-turns.ts'

test('turns are given in the order they were asked for, each after the work of the one before', async () => {
  const turn = openTurns()
  const seen: string[] = []
  const caller = async (name: number): Promise<void> => {
    await turn()
    seen.push(`${name} begins`)
    await Promise.resolve()
    seen.push(`${name} ends`)
  }
  await Promise.all(Array.from({ length: 50 }, (_, name) => caller(name)))
  expect(seen).toEqual(Array.from({ length: 50 }, (_, name) => [`${name} begins`, `${name} ends`]).flat())
})

test('the event loop goes round while many wait', async () => {
  const turn = openTurns()
  let served = 0
  const all = Promise.all(Array.from({ length: 200 }, () => turn().then(() => (served += 1))))
  await nextRound()
  await nextRound()
  expect(served).toBeGreaterThan(0)
  expect(served).toBeLessThan(200)
  await all
  expect(served).toBe(200)
})

test('whoever comes later than all others have gone gets a turn too', async () => {
  const turn = openTurns()
  await turn()
  await nextRound()
  await expect(turn()).resolves.toBeUndefined()
})
