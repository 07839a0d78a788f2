import { describe, expect, it } from 'vitest'
import { conceptId, type Concept, type ConceptKind } from '../../core/concept.ts'
import { randomAt, randomKey } from '../../core/random.ts'
import { conceptTable, coverageTargetFile } from './coverage-target-file.ts'
import { diagnoseConcepts, type ConceptAccuracy, type LabelledResult } from './diagnose-concepts.ts'

function concept(kind: ConceptKind, name: string): Concept {
  return { id: conceptId(kind, name), kind, key: name, name, aliases: [], count: 1 }
}

const topic = concept('topic', 'arithmetic')
const ratio = concept('knowledge-point', 'ratio')
const slope = concept('knowledge-point', 'slope, of a line')
const rare = concept('knowledge-point', 'rare')
const all = [topic, ratio, slope, rare]

function results(of: Concept, right: number, count: number, set = 'gsm8k'): LabelledResult[] {
  return Array.from({ length: count }, (_, place) => ({
    set,
    accuracy: place < right ? 1 : 0,
    conceptIds: [topic.id, of.id],
  }))
}

describe('diagnoseConcepts', () => {
  it('counts each item for each of its concepts and calls weak what lies below the overall accuracy', () => {
    const diagnosis = diagnoseConcepts(
      [
        ...results(ratio, 36, 40),
        ...results(slope, 4, 20),
        ...results(rare, 0, 4),
        { set: 'math', accuracy: 0.5, conceptIds: [] },
      ],
      all,
    )
    expect(diagnosis).toMatchObject({ items: 65, unlabelled: 1, judged: 2 })
    expect(diagnosis.accuracy).toBeCloseTo(40.5 / 65)
    const named = new Map(diagnosis.concepts.map((one) => [one.name, one]))
    expect(named.get('arithmetic')).toMatchObject({ items: 64, accuracy: 40 / 64, weak: false })
    expect(named.get('slope, of a line')).toMatchObject({
      items: 20,
      accuracy: 0.2,
      judged: true,
      weak: true,
    })
    expect(named.get('slope, of a line')?.interval.high).toBeCloseTo(0.416, 3)
    expect(named.get('ratio')).toMatchObject({ weak: false })
    // Four items are too few to judge, whatever they gave.
    expect(named.get('rare')).toMatchObject({ items: 4, accuracy: 0, judged: false, weak: false })
    expect(diagnosis.concepts.map(({ name }) => name)).toEqual([
      'arithmetic',
      'slope, of a line',
      'ratio',
      'rare',
    ])
  })

  it('can measure a concept against the sets that its items are from', () => {
    const hard = [...results(ratio, 3, 30, 'math'), ...results(rare, 3, 30, 'math')]
    const easy = results(slope, 58, 60, 'gsm8k')
    expect(
      diagnoseConcepts([...hard, ...easy], all)
        .concepts.filter(({ weak }) => weak)
        .map(({ name }) => name),
    ).toEqual(expect.arrayContaining(['ratio', 'rare']))
    expect(
      diagnoseConcepts([...hard, ...easy], all, { against: 'sets' }).concepts.filter(({ weak }) => weak),
    ).toEqual([])
  })

  it('draws an estimate the further towards the expectation the fewer its items, and all the way where concepts do not differ', () => {
    const diagnosis = diagnoseConcepts(
      [...results(ratio, 90, 100), ...results(slope, 10, 100), ...results(rare, 0, 5)],
      all,
    )
    const gapOf = (name: string): number => {
      const { accuracy, shrunken } = diagnosis.concepts.find((one) => one.name === name) as ConceptAccuracy
      return shrunken - accuracy
    }
    expect(gapOf('slope, of a line')).toBeGreaterThan(0)
    expect(gapOf('rare')).toBeGreaterThan(10 * gapOf('slope, of a line'))
    expect(gapOf('ratio')).toBeLessThan(0)
    const alike = diagnoseConcepts([...results(ratio, 25, 50), ...results(slope, 25, 50)], all, {
      rule: 'shrunken',
    })
    expect(alike.strength).toBe(Infinity)
    expect(alike.concepts.every(({ shrunken, weak }) => shrunken === 0.5 && !weak)).toBe(true)
  })

  it('finds the strength of the prior that made the data', () => {
    const random = randomAt(randomKey('prior'), 0)
    const points = Array.from({ length: 400 }, (_, place) => concept('knowledge-point', `p${place}`))
    const data = points.flatMap((point) => {
      // A mean of uniform numbers has variance 1/36: a beta prior of strength 1/4 ÷ 1/36 - 1 = 8.
      const share = (random.float() + random.float() + random.float()) / 3
      return Array.from({ length: 30 }, () => ({
        set: 's',
        accuracy: random.chance(share) ? 1 : 0,
        conceptIds: [point.id],
      }))
    })
    const { strength } = diagnoseConcepts(data, points)
    expect(strength).toBeGreaterThan(6.5)
    expect(strength).toBeLessThan(9.5)
  })
})

describe('the files of a diagnosis', () => {
  const diagnosis = diagnoseConcepts([...results(ratio, 36, 40), ...results(slope, 4, 20)], all)

  it('weigh the weak knowledge points by what they lack', () => {
    const file = coverageTargetFile(diagnosis, (id) => (id === slope.id ? 3 : undefined)) as {
      weights: Record<string, number>
      weak: object[]
    }
    expect(Object.keys(file.weights)).toEqual([slope.id])
    expect(file.weights[slope.id]).toBeGreaterThan(0.2)
    expect(file.weak).toMatchObject([{ id: slope.id, name: 'slope, of a line', items: 20, seeds: 3 }])
  })

  it('list all concepts with the ids of the graph', () => {
    const lines = conceptTable(diagnosis).trimEnd().split('\n')
    expect(lines[0]).toBe('id,kind,name,items,accuracy,low,high,expected,shrunken,judged,weak')
    expect(lines.slice(1).map((line) => line.slice(0, 32))).toEqual([topic.id, slope.id, ratio.id])
    expect(lines[2]).toContain(',"slope, of a line",20,0.2,')
  })
})
