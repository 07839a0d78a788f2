import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../core/errors.ts'
import { alignConcepts, createAlignment, formatAlignment, parseAlignment } from './align-concepts.ts'

describe('alignConcepts', () => {
  it('tells exact names, aliases, likely names and strangers apart', () => {
    const names = ['Percentages', 'percents.', 'Percentages and more', 'Zebra husbandry']
    const aligned = alignConcepts(names.map((name) => ({ kind: 'topic' as const, name })))
    expect(aligned.map((one) => one.status)).toEqual(['exact', 'alias', 'proposed', 'none'])
    expect(aligned[2]?.id).toBe('percentages')
    expect(aligned[2]?.similarity).toBeGreaterThan(0.5)
    expect(aligned[3]?.id).toBeUndefined()
  })

  it('gives one result for variants of one name', () => {
    const aligned = alignConcepts([
      { kind: 'topic', name: 'Zebra husbandry' },
      { kind: 'topic', name: 'zebra-husbandry.' },
      { kind: 'knowledge-point', name: 'Zebra husbandry' },
    ])
    expect(aligned.map((one) => one.kind)).toEqual(['topic', 'knowledge-point'])
  })
})

describe('an alignment file', () => {
  const proposed = alignConcepts([{ kind: 'topic', name: 'Percentages and more' }])

  it('round-trips', () => {
    expect(parseAlignment(formatAlignment(proposed), 'a.yaml')).toEqual(proposed)
    expect(parseAlignment(JSON.stringify({ names: proposed }), 'a.json')).toEqual(proposed)
  })

  it('counts a proposal only once a person accepts it', () => {
    const edited = parseAlignment(formatAlignment(proposed).replace('proposed\n', 'accepted\n'), 'a.yaml')
    expect(createAlignment(proposed)('topic', 'Percentages and more')).toBeUndefined()
    expect(createAlignment(edited)('topic', 'percentages and more.')).toBe('percentages')
  })

  it('lets a person reject an equal name', () => {
    const align = createAlignment([
      { kind: 'topic', name: 'Percentages', id: 'percentages', status: 'rejected', similarity: 1 },
    ])
    expect(align('topic', 'Percentages')).toBeUndefined()
    expect(align('topic', 'Decimals')).toBe('decimals')
  })

  it.each([
    ['names: [', /neither YAML nor JSON/],
    ['names: 3', /alignment file: a.yaml/],
    ['names: [{kind: topic, name: X, id: no-such-id, status: accepted, similarity: 1}]', /no-such-id/],
  ])('refuses %s', (text, message) => {
    expect(() => parseAlignment(text, 'a.yaml')).toThrow(ConfigurationError)
    expect(() => parseAlignment(text, 'a.yaml')).toThrow(message)
  })
})
