import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion } from './strata.ts'
import { waterFill } from './water-fill.ts'

describe('waterFill', () => {
  test('fills to one level, capped by what there is', () => {
    expect([...waterFill([2, 10, 100], { total: 30 })]).toEqual([2, 10, 18])
    expect([...waterFill([100, 100], { total: 30, weights: [2, 1] })]).toEqual([20, 10])
    expect([...waterFill([1, 2], { total: 30 })]).toEqual([1, 2])
  })

  test('sums to the total and leaves no capped concept above the level', () => {
    const counts = fc.array(fc.nat(50), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(counts, fc.nat(600), (available, total) => {
        const targets = waterFill(available, { total })
        const sum = targets.reduce((all, target) => all + target, 0)
        const level = Math.max(...targets)
        const capped = available.every(
          (count, place) => Math.abs((targets[place] as number) - Math.min(count, level)) < 1e-9,
        )
        const most = available.reduce((all, count) => all + count, 0)
        return Math.abs(sum - Math.min(total, most)) < 1e-6 && capped
      }),
    )
  })
})

test('apportion gives exactly the seats and never more than there is', () => {
  const counts = fc.array(fc.nat(40), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(counts, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
      const total = list.reduce((all, count) => all + count, 0)
      const seats = Math.floor(total * share)
      const quotas = apportion(Uint32Array.from(list), seats)
      return (
        quotas.reduce((all, quota) => all + quota, 0) === seats &&
        quotas.every((quota, place) => quota <= (list[place] as number))
      )
    }),
  )
})
