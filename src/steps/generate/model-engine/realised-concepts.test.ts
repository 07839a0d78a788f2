import { describe, expect, it } from 'vitest'
import type { Concept, LabelledName } from '../../../core/concept.ts'
import type { Extractor } from '../../../core/ports.ts'
import { findRealised, indexConceptNames } from './realised-concepts.ts'

const point = (key: string, more: Partial<Concept> = {}): Concept => ({
  id: key,
  kind: 'knowledge-point',
  key,
  name: key,
  aliases: [],
  count: 1,
  ...more,
})
const names = indexConceptNames([
  point('percentage', { aliases: [{ name: 'Working with percents', count: 2 }], taxonomyId: 't-percent' }),
  point('unit rate'),
  point('percentage change', { count: 9 }),
  point('geometry', { kind: 'topic' }),
])
const labels = (...found: readonly Partial<LabelledName>[]): Extractor => ({
  name: 'labels',
  async *extract() {
    yield {
      seedId: 's',
      topics: [],
      knowledgePoints: found.map((one) => ({ name: '', evidence: [], ...one })),
      overflow: [],
    }
  },
})
const request = { question: 'q', requested: ['percentage', 'unit rate'] }

describe('findRealised', () => {
  it('knows names, aliases and entries of the taxonomy', async () => {
    const extractor = labels(
      { name: 'Unit rates' },
      { name: 'working with percents.' },
      { name: 'Geometry' },
      { name: 'Other' },
    )
    expect(await findRealised(request, names, extractor)).toEqual({
      realised: ['percentage', 'unit rate'],
      by: 'extractor',
      judged: 2,
    })
  })

  it('does not blame a closed vocabulary for what it cannot name', async () => {
    const extractor = labels({ name: 'Percent', taxonomyId: 't-percent' })
    expect(await findRealised(request, names, extractor)).toMatchObject({
      realised: ['percentage'],
      judged: 1,
    })
    const unaligned = {
      question: 'q',
      requested: ['unit rate'],
      claimed: { topics: [], knowledgePoints: ['Unit rate'] },
    }
    expect(await findRealised(unaligned, names, extractor)).toEqual({
      realised: ['unit rate'],
      by: 'claim',
      judged: 1,
    })
  })

  it('holds claims against the request', async () => {
    const claimed = {
      topics: ['unit rate'],
      knowledgePoints: ['Percentage', 'percentage change', 'Percentages'],
    }
    expect(await findRealised({ ...request, claimed }, names)).toEqual({
      realised: ['percentage'],
      by: 'claim',
      judged: 2,
    })
  })

  it('takes the concepts of the sources else', async () =>
    expect(await findRealised({ ...request, inherited: ['b', 'a', 'b'] }, names)).toEqual({
      realised: ['a', 'b'],
      by: 'source',
      judged: 0,
    }))
})
