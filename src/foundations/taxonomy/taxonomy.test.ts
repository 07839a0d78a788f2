import { describe, expect, it } from 'vitest'
import { canonicalKey } from './canonical-name.ts'
import { compileCues } from './compile-cues.ts'
import { findByName, knowledgePoint, topicOf, topics } from './taxonomy.ts'

const points = topics.flatMap((topic) => topic.knowledgePoints)

describe('the taxonomy', () => {
  it('has at least 60 topics and 350 knowledge points', () => {
    expect(topics.length).toBeGreaterThanOrEqual(60)
    expect(points.length).toBeGreaterThanOrEqual(350)
  })

  it.each([
    ['topics', topics],
    ['knowledge points', points],
  ])('gives %s unique ids and names', (_kind, entries) => {
    expect(duplicates(entries.map((entry) => entry.id))).toEqual([])
    expect(duplicates(entries.map((entry) => canonicalKey(entry.name)))).toEqual([])
  })

  it('uses an id for a topic or for a knowledge point, never for both', () => {
    expect(duplicates([...topics, ...points].map((entry) => entry.id))).toEqual([])
  })

  it('defines every entry, with an alias and a cue', () => {
    const bare = [...topics, ...points].filter(
      ({ definition, aliases, cues }) => definition.length < 8 || aliases.length === 0 || cues.length === 0,
    )
    expect(bare.map((entry) => entry.id)).toEqual([])
  })

  it('compiles every cue', () => {
    expect(() => compileCues([...topics, ...points])).not.toThrow()
  })

  it('requires only knowledge points that exist', () => {
    const unknown = points.flatMap((point) => point.requires.filter((id) => knowledgePoint(id) === undefined))
    expect(unknown).toEqual([])
  })

  it('never requires a knowledge point of itself', () => {
    expect(findCycle()).toEqual([])
  })

  it('finds an entry by name, alias and variant spelling', () => {
    expect(findByName('topic', 'decimals.')).toMatchObject({ id: 'decimals', by: 'name' })
    expect(findByName('knowledge-point', 'Understanding of break-even points')).toMatchObject({
      id: 'break-even-point',
    })
    expect(findByName('knowledge-point', 'Sales commission')).toMatchObject({ id: 'commission', by: 'alias' })
    expect(findByName('knowledge-point', 'Decimals')).toBeUndefined()
    expect(findByName('topic', 'no such thing')).toBeUndefined()
  })

  it('knows the topic of a knowledge point', () => {
    expect(topicOf('commission')?.id).toBe('business-money')
    expect(topicOf('nothing')).toBeUndefined()
  })
})

function duplicates(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

/** Ids of a cycle in `requires`, first and last equal; empty when there is none. */
function findCycle(): readonly string[] {
  const done = new Set<string>()
  const visit = (id: string, path: readonly string[]): readonly string[] => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id]
    if (done.has(id)) return []
    for (const required of knowledgePoint(id)?.requires ?? []) {
      const cycle = visit(required, [...path, id])
      if (cycle.length > 0) return cycle
    }
    done.add(id)
    return []
  }
  for (const point of points) {
    const cycle = visit(point.id, [])
    if (cycle.length > 0) return cycle
  }
  return []
}
