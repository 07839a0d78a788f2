import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../core/concept.ts'
import { gatherConcepts } from './gather-concepts.ts'
import { proposeMerges } from './merge-proposals.ts'
import { areOpposed } from './trigram-similarity.ts'

function extraction(seedId: string, topics: readonly string[], points: readonly string[]): Extraction {
  const label = (name: string): Extraction['topics'][number] => ({ name, evidence: [] })
  return { seedId, topics: topics.map(label), knowledgePoints: points.map(label), overflow: [] }
}

describe('gatherConcepts', () => {
  it('merges names with one key, shows the most frequent, keeps the others as aliases', () => {
    const { concepts } = gatherConcepts([
      extraction('a', ['Problem-solving'], []),
      extraction('b', ['Problem solving'], []),
      extraction('c', ['Problem solving.'], []),
      extraction('d', ['Problem solving'], []),
    ])
    expect(concepts).toHaveLength(1)
    expect(concepts[0]).toMatchObject({ key: 'problem solving', name: 'Problem solving', count: 4 })
    expect(concepts[0]?.aliases).toEqual([
      { name: 'Problem solving', count: 2 },
      { name: 'Problem-solving', count: 1 },
      { name: 'Problem solving.', count: 1 },
    ])
  })

  it('shows the first seen of equally frequent names', () => {
    const { concepts } = gatherConcepts([extraction('a', ['Ratios'], []), extraction('b', ['Ratio'], [])])
    expect(concepts[0]?.name).toBe('Ratios')
  })

  it('never merges a topic with a knowledge point', () => {
    const { concepts } = gatherConcepts([extraction('a', ['Probability'], ['Probability'])])
    expect(concepts.map((concept) => concept.kind).toSorted()).toEqual(['knowledge-point', 'topic'])
    expect(new Set(concepts.map((concept) => concept.id)).size).toBe(2)
  })

  it('counts a seed once for a concept and lists its concepts in order', () => {
    const { concepts, contributions } = gatherConcepts([extraction('a', [], ['Area', 'area.', 'Volume'])])
    expect(concepts.map((concept) => concept.count)).toEqual([1, 1])
    const [only] = contributions
    expect(only?.conceptIds).toEqual(concepts.map((concept) => concept.id).toSorted())
  })

  it('joins names aligned to one entry of the taxonomy and takes its definition', () => {
    const aligned = (seedId: string, name: string): Extraction => ({
      seedId,
      topics: [{ name, taxonomyId: 'percentages', evidence: [] }],
      knowledgePoints: [],
      overflow: [],
    })
    const { concepts } = gatherConcepts([aligned('a', 'Percents'), aligned('b', 'Working in hundredths')])
    expect(concepts).toHaveLength(1)
    expect(concepts[0]).toMatchObject({ taxonomyId: 'percentages', count: 2, name: 'Percents' })
    expect(concepts[0]?.definition).toBeTruthy()
  })

  it('drops rare concepts aloud and reports seeds left without any', () => {
    const { concepts, contributions, report } = gatherConcepts(
      [extraction('a', [], ['Area']), extraction('b', [], ['Area']), extraction('c', [], ['Volume'])],
      { minimumCount: 2 },
    )
    expect(concepts.map((concept) => concept.key)).toEqual(['area'])
    expect(report.dropped).toEqual([{ kind: 'knowledge-point', name: 'Volume', count: 1 }])
    expect(report.seedsWithoutConcepts).toEqual(['c'])
    expect(contributions.map((one) => one.seedId)).toEqual(['a', 'b', 'c'])
  })

  it('prunes by itself from 2,000 seeds up', () => {
    const seeds = (count: number): Extraction[] =>
      Array.from({ length: count }, (_, at) => extraction(`s${at}`, ['Common'], at === 0 ? ['Once'] : []))
    expect(gatherConcepts(seeds(1999)).report).toMatchObject({ minimumCount: 1, dropped: [] })
    expect(gatherConcepts(seeds(2000)).report).toMatchObject({ minimumCount: 2, generic: ['Common'] })
    expect(gatherConcepts(seeds(2000)).report.dropped).toHaveLength(1)
  })

  it('merges what is merely alike only when told to', () => {
    const seeds = [
      extraction('a', [], ['Calculating the total cost']),
      extraction('b', [], ['Calculating the total cost']),
      extraction('c', [], ['Calculating total costs']),
    ]
    const proposed = gatherConcepts(seeds)
    expect(proposed.concepts).toHaveLength(2)
    expect(proposed.report.mergeProposals).toMatchObject([
      { keep: 'Calculating the total cost', merge: 'Calculating total costs' },
    ])
    const merged = gatherConcepts(seeds, { autoMerge: true })
    expect(merged.report).toMatchObject({ merged: 1, mergeProposals: [] })
    expect(merged.report.automaticMerges).toHaveLength(1)
    expect(merged.concepts).toMatchObject([{ name: 'Calculating the total cost', count: 3 }])
  })
})

describe('proposeMerges', () => {
  it('never proposes opposites', () => {
    const { concepts } = gatherConcepts([
      extraction('a', [], ['Maximum of a function', 'Minimum of a function']),
      extraction(
        'b',
        [],
        [
          'Rational numbers',
          'Irrational numbers',
          'Addition of 2-digit numbers',
          'Addition of 3-digit numbers',
        ],
      ),
    ])
    expect(proposeMerges(concepts)).not.toContainEqual(
      expect.objectContaining({
        keep: expect.stringMatching(/Maximum|Minimum/),
        merge: expect.stringMatching(/Maximum|Minimum/),
      }),
    )
    expect(areOpposed('rational number', 'irrational number')).toBe(true)
    expect(areOpposed('addition of 2 digit number', 'addition of 3 digit number')).toBe(true)
    expect(areOpposed('total cost', 'the total cost')).toBe(false)
  })
})
