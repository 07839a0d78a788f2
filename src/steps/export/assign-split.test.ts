import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentId } from '../../core/identity.ts'
import { assignSplit, conceptPairsOf, createSplitAssigner, type SplitItem } from './assign-split.ts'

function itemOf(index: number): SplitItem {
  const concepts = [index % 97, (index * 7) % 89, (index * 13) % 83].map((number) =>
    contentId('concept', number),
  )
  return {
    signature: `family-${index % 211}(family-${index % 53})`,
    skeletonId: contentId('skeleton', index % 1999),
    families: [`family-${index % 211}`, `family-${index % 53}`],
    conceptPairs: conceptPairsOf(concepts),
  }
}

const items = Array.from({ length: 20_000 }, (_, index) => itemOf(index))

describe('assignSplit', () => {
  test('one signature and skeleton is never in two splits', () => {
    const item = fc.record({ family: fc.nat(30), skeleton: fc.nat(20), wording: fc.nat() })
    fc.assert(
      fc.property(fc.array(item, { minLength: 2, maxLength: 50 }), fc.nat(), (drawn, seed) => {
        const assign = createSplitAssigner({
          seed,
          validationShare: 0.3,
          testShare: 0.3,
          heldOutFamilies: 0.2,
        })
        const seen = new Map<string, string>()
        return drawn.every(({ family, skeleton }) => {
          const split = assign({
            signature: `family-${family}`,
            skeletonId: String(skeleton),
            families: [`family-${family}`],
            conceptPairs: [[`a${family}`, 'b']],
          })
          const key = `${family} ${skeleton}`
          const before = seen.get(key) ?? split
          seen.set(key, split)
          return before === split
        })
      }),
    )
  })

  test('held-out families and pairs are in no other split', () => {
    const assign = createSplitAssigner({ seed: 5, heldOutFamilies: 0.05, heldOutPairs: 0.02 })
    const splits = items.map(assign)
    const usesIn = (
      of: (item: SplitItem) => readonly string[],
      wanted: (split: string) => boolean,
    ): Set<string> =>
      new Set(items.flatMap((item, place) => (wanted(splits[place] as string) ? of(item) : [])))
    const families = (item: SplitItem): readonly string[] => item.families
    const pairs = (item: SplitItem): string[] => item.conceptPairs.map((pair) => pair.join(' '))
    const elsewhere = usesIn(families, (split) => split !== 'test-held-out-family')
    const inFamilySplit = items.filter((_, place) => splits[place] === 'test-held-out-family')
    expect(inFamilySplit.length).toBeGreaterThan(100)
    expect(inFamilySplit.every((item) => item.families.some((family) => !elsewhere.has(family)))).toBe(true)
    const trained = usesIn(pairs, (split) => ['train', 'validation', 'test'].includes(split))
    const inPairSplit = items.filter((_, place) => splits[place] === 'test-held-out-pair')
    expect(inPairSplit.length).toBeGreaterThan(100)
    expect(inPairSplit.every((item) => pairs(item).some((pair) => !trained.has(pair)))).toBe(true)
  })

  test('shares come out as asked, and the seed changes the choice', () => {
    const options = { validationShare: 0.1, testShare: 0.2, heldOutFamilies: 0, heldOutPairs: 0 }
    const count = (seed: number, split: string): number =>
      items.filter((item) => assignSplit(item, { seed, ...options }) === split).length / items.length
    expect(count(1, 'validation')).toBeCloseTo(0.1, 1)
    expect(count(1, 'test')).toBeCloseTo(0.2, 1)
    expect(count(1, 'train')).toBeCloseTo(0.7, 1)
    const both = items
      .slice(0, 2000)
      .map((item) => [1, 2].map((seed) => assignSplit(item, { seed, ...options })))
    expect(both.some(([left, right]) => left !== right)).toBe(true)
  })

  test('the order of a concept pair does not matter', () => {
    const assign = createSplitAssigner({ seed: 1, heldOutPairs: 0.5 })
    for (let index = 0; index < 200; index++) {
      const item = { ...itemOf(index), families: [] }
      const turned = { ...item, conceptPairs: item.conceptPairs.map(([a, b]) => [b, a] as const) }
      expect(assign(turned)).toBe(assign(item))
    }
  })

  test('refuses what is no share', () => {
    expect(() => createSplitAssigner({ seed: 1, testShare: 1.5 })).toThrow(RangeError)
    expect(() => createSplitAssigner({ seed: 1, testShare: 0.6, validationShare: 0.6 })).toThrow(RangeError)
    expect(() => createSplitAssigner({ seed: 1, heldOutPairs: Number.NaN })).toThrow(RangeError)
  })
})
