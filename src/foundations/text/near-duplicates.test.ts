import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomAt, randomKey } from '../../core/random.ts'
import { createDisjointSets } from './disjoint-sets.ts'
import { createJaccardMeter } from './jaccard.ts'
import {
  bandCount,
  bandKeys,
  createMinHasher,
  estimateJaccard,
  shortSignature,
  signatureLength,
} from './min-hash.ts'
import { createNearDuplicateFinder, type NearDuplicateLinks } from './near-duplicate-finder.ts'
import { comparableQuestion, questionSimilarity } from './question-similarity.ts'
import { recentQuestions } from './recent-questions.ts'
import { createBatchSigner } from './signed-batch.ts'
import { createTextArena } from './text-arena.ts'

const similarity = (first: string, second: string): number =>
  questionSimilarity(comparableQuestion(first), comparableQuestion(second))

const market =
  'Tom has 3 apples and buys 4 more apples at the market on Sunday morning. How many apples does he have now?'

describe('Jaccard index of hash lists', () => {
  it('is that of the sets', () => {
    const jaccard = createJaccardMeter()
    const lists = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 })
    fc.assert(
      fc.property(lists, lists, (first, second) => {
        const [a, b] = [new Set(first), new Set(second)]
        const union = a.union(b).size
        const expected = union === 0 ? 1 : a.intersection(b).size / union
        expect(jaccard(Uint32Array.from(first), Uint32Array.from(second))).toBe(expected)
      }),
    )
  })

  it('grows its table for long lists', () => {
    const long = Uint32Array.from({ length: 5000 }, (_, place) => place * 7)
    expect(createJaccardMeter()(long, long.slice(0, 2500))).toBe(0.5)
  })
})

describe('MinHash', () => {
  const hasher = createMinHasher()
  const signed = (shingles: Uint32Array): Uint32Array => {
    const signature = new Uint32Array(signatureLength)
    hasher.sign(shingles, signature)
    return signature
  }

  // Two sets of `size` that share `common` values, drawn at random.
  const twoSets = (index: number, size: number, common: number): readonly [Uint32Array, Uint32Array] => {
    const random = randomAt(randomKey('min-hash-test', size), index)
    const values = Uint32Array.from({ length: size * 2 - common }, () => random.uint32())
    return [values.slice(0, size), values.slice(size - common)]
  }

  it.each([
    [3, 2],
    [12, 10],
    [60, 50],
    [400, 300],
  ])('agrees in as many bins as the Jaccard index of sets of %i says, without bias', (size, common) => {
    let equal = 0
    const trials = 400
    for (let trial = 0; trial < trials; trial++) {
      const [first, second] = twoSets(trial, size, common).map(signed) as [Uint32Array, Uint32Array]
      equal += first.filter((value, bin) => value === second[bin]).length
    }
    const expected = common / (size * 2 - common)
    // Bins of one pair are all but independent: five standard errors over all of them, and a little for those of tiny sets.
    const error = 5 * Math.sqrt((expected * (1 - expected)) / (trials * Math.min(signatureLength, size)))
    expect(Math.abs(equal / (trials * signatureLength) - expected)).toBeLessThan(error)
  })

  it('does not depend on order and repeats', () => {
    const [values] = twoSets(1, 30, 10)
    const shuffled = Uint32Array.from([...values, ...values].reverse())
    expect(signed(shuffled)).toEqual(signed(values))
  })

  it('makes bands and short signatures that agree where signatures do', () => {
    const [first, second] = twoSets(2, 50, 48).map(signed) as [Uint32Array, Uint32Array]
    const keys = new Uint32Array(bandCount * 2)
    bandKeys(first, keys, 0)
    bandKeys(second, keys, bandCount)
    const bytes = new Uint8Array(signatureLength * 2)
    shortSignature(first, bytes, 0)
    shortSignature(second, bytes, signatureLength)
    const share = first.filter((value, bin) => value === second[bin]).length / signatureLength
    expect(estimateJaccard(bytes, 0, bytes, signatureLength)).toBeCloseTo(share, 1)
    expect(
      [...keys.subarray(0, bandCount)].filter((key, band) => key === keys[bandCount + band]).length,
    ).toBeGreaterThan(8)
  })
})

describe('similarity of questions', () => {
  it('does not see case, spaces, quotes and sentence punctuation', () => {
    expect(
      similarity(market, `  ${market.toUpperCase().replaceAll(' ', '   ').replaceAll(/[.?]/g, '')}\n`),
    ).toBe(1)
    expect(similarity('Ann’s “box” holds 3 – 1 pens', 'Ann\'s "box" holds 3 - 1 pens')).toBe(1)
  })

  it('is the largest Jaccard index of word 3-grams over the readings', () => {
    // Of 22 words one differs: three of 20 3-grams; with the full stop and the question mark as tokens three of 22.
    expect(market.split(' ')).toHaveLength(22)
    expect(similarity(market, market.replace('Sunday', 'Monday'))).toBe(19 / 25)
    expect(similarity('a b c d e f', 'a b c d e g')).toBe(3 / 5)
  })

  it('tells formulas apart by their operators', () => {
    expect(similarity('Solve x + 2 = 5 for x', 'Solve x - 2 = 5 for x')).toBeLessThan(0.5)
    expect(similarity('What is 3.5 of 10?', 'What is 35 of 10?')).toBeLessThan(0.8)
    expect(similarity('Compute -3 times 4', 'Compute 3 times 4')).toBeLessThan(0.8)
    expect(similarity('Compute -3 times 4.', 'Compute 3 times 4.')).toBeLessThan(0.8)
  })

  it('sees through a text that lost all its signs, and through thousands commas', () => {
    expect(similarity('If x + 2.5 = 5, what is x?', 'if x 2 5 5 what is x')).toBe(1)
    expect(similarity('If x + 2.5 = 5, what is x?', 'if x  25  5 what is x')).toBe(1)
    expect(similarity('A farm has 1,250 hens.', 'A farm has 1250 hens.')).toBe(1)
  })

  it('tells short problems apart by their numbers', () => {
    expect(similarity('What is 12 times 7?', 'What is 12 times 8?')).toBeLessThan(0.8)
    expect(similarity(market, market.replace('3', '5').replace('4', '9'))).toBeLessThan(0.8)
  })

  it('compares scripts without spaces by characters', () => {
    const chinese = '小明有三个苹果，又买了四个苹果，请问小明现在一共有多少个苹果呢？'
    expect(similarity(chinese, chinese.replace('呢', ''))).toBeGreaterThan(0.9)
    expect(similarity(chinese, '一辆汽车每小时行驶六十公里，三小时行驶多少公里？')).toBeLessThan(0.2)
  })

  it('compares texts of punctuation, of one word and of nothing', () => {
    expect(similarity('???', '???')).toBe(1)
    expect(similarity('???', '!!!')).toBe(0)
    expect(similarity('one', 'two')).toBe(0)
    expect(similarity('', '')).toBe(1)
  })

  it('stays within [0, 1], is symmetric, and is 1 for a text and itself', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (first, second) => {
          const value = similarity(first, second)
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
          expect(similarity(second, first)).toBe(value)
          expect(similarity(first, first)).toBe(1)
        },
      ),
    )
  })
})

describe('near-duplicate finder', () => {
  const vocabulary = Array.from({ length: 300 }, (_, place) => `word${place}`)
  const textAt = (index: number): string => {
    const random = randomAt(randomKey('finder-test'), index)
    return Array.from({ length: random.integer(8, 60) }, () => random.pick(vocabulary)).join(' ')
  }
  // Every fourth text is an earlier one with a few words changed.
  const texts = Array.from({ length: 1200 }, (_, row) => {
    if (row % 4 !== 3) return textAt(row)
    const random = randomAt(randomKey('finder-test-edit'), row)
    const words = textAt(row - 1 - random.integer(0, 1)).split(' ')
    for (let edit = random.integer(0, 3); edit > 0; edit--)
      words[random.integer(0, words.length - 1)] = random.pick(vocabulary)
    return words.join(' ')
  })
  const find = async (batch: number): Promise<NearDuplicateLinks> => {
    const finder = createNearDuplicateFinder()
    const signer = createBatchSigner()
    for (const [row, text] of texts.entries()) {
      signer.add(text)
      if ((row + 1) % batch === 0) finder.add(signer.finish())
    }
    finder.add(signer.finish())
    const questions = recentQuestions((row) => texts[row] as string)
    return finder.link({
      threshold: 0.8,
      compare: ({ firsts, seconds }) =>
        firsts.map((first, place) =>
          questionSimilarity(questions(first), questions(seconds[place] as number)),
        ),
    })
  }

  it('links what comparing all pairs links', async () => {
    const links = await find(1200)
    const ready = texts.map(comparableQuestion)
    const sets = createDisjointSets(texts.length)
    for (let second = 1; second < texts.length; second++)
      for (let first = Math.max(0, second - 8); first < second; first++)
        if (questionSimilarity(ready[first] as never, ready[second] as never) >= 0.8)
          sets.unite(first, second)
    const roots = texts.map((_, row) => sets.find(row))
    expect(texts.map((_, row) => links.sets.find(row))).toEqual(roots)
    expect(roots.filter((root, row) => root !== row).length).toBeGreaterThan(100)
  })

  it('does not depend on how rows are put into batches', async () => {
    const [whole, parts] = [await find(1200), await find(37)]
    expect(parts.closest).toEqual(whole.closest)
    expect(texts.map((_, row) => parts.sets.find(row))).toEqual(texts.map((_, row) => whole.sets.find(row)))
  })

  it('lets absent rows and copies of one text take no part in the bands', async () => {
    const finder = createNearDuplicateFinder()
    const signer = createBatchSigner()
    for (let row = 0; row < 500; row++) {
      if (row % 5 === 0) signer.addAbsent()
      else signer.add(market)
    }
    finder.add(signer.finish())
    const links = await finder.link({ threshold: 0.8, compare: ({ firsts }) => firsts.map(() => 1) })
    expect(links.compared).toBe(399)
    expect(links.firstAlike[7]).toBe(1)
    expect(links.sets.find(499)).toBe(1)
    expect(links.sets.find(5)).toBe(5)
  })
})

it('an arena gives back what was put in', () => {
  const arena = createTextArena()
  const texts = ['', 'é', 'x'.repeat(5_000_000), '小明', 'last']
  for (const text of texts) arena.add(text)
  for (let more = 0; more < 3000; more++) arena.add(`text ${more}`)
  expect(texts.map((_, place) => arena.at(place))).toEqual(texts)
  expect(arena.at(3004)).toBe('text 2999')
  expect(arena.count).toBe(3005)
})
