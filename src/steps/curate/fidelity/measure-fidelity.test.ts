import { describe, expect, it } from 'vitest'
import { measureFidelity, type FidelityItem } from './measure-fidelity.ts'

function item(requested: readonly string[], extracted: readonly string[]): FidelityItem {
  return { requested: new Set(requested), extracted: new Set(extracted) }
}

describe('measureFidelity', () => {
  it('is 1 with high lift where every text shows its own request only', () => {
    const items = Array.from({ length: 20 }, (_, place) => item([`c${place}`], [`c${place}`]))
    expect(measureFidelity(items)).toEqual({
      pairs: 20,
      requested: 20,
      recall: 1,
      shuffledRecall: 0,
      complete: 1,
      extracted: 1,
    })
  })

  it('has no lift where texts do not follow their requests', () => {
    const same = Array.from({ length: 30 }, (_, place) => item([place % 2 === 0 ? 'a' : 'b'], ['a', 'b']))
    expect(measureFidelity(same)).toMatchObject({ recall: 1, shuffledRecall: 1, lift: 1 })
    const deaf = Array.from({ length: 400 }, (_, place) => item([`c${place % 4}`], [`c${(place >> 2) % 4}`]))
    expect(measureFidelity(deaf).lift).toBeCloseTo(1, 0)
  })

  it('counts requests, not pairs, and leaves out pairs without one', () => {
    const items = [item(['a', 'b', 'c'], ['a']), item(['d'], ['d', 'e']), item([], ['a'])]
    expect(measureFidelity(items)).toMatchObject({
      pairs: 2,
      requested: 4,
      recall: 0.5,
      complete: 0.5,
      extracted: 1.5,
    })
  })

  it('has nothing to say of nothing', () => {
    expect(measureFidelity([])).toMatchObject({ pairs: 0, recall: 0, shuffledRecall: 0 })
    expect(measureFidelity([item(['a'], ['a'])])).toMatchObject({ pairs: 1, recall: 1, shuffledRecall: 0 })
  })
})
