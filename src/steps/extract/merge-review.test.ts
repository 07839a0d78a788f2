import { describe, expect, it } from 'vitest'
import { ConfigurationError } from '../../core/errors.ts'
import { applyMerges, decidedNames, type MergeDecision, type MergeKey } from './apply-merges.ts'
import type { MergeProposal } from './merge-proposals.ts'
import { extendMergeReview, parseMergeReview } from './merge-review.ts'

const file = 'merges.yaml'

function proposal(keep: string, merge: string, score: number = 0.8): MergeProposal {
  return { kind: 'knowledge-point', keep, merge, score, why: 'w' }
}

function decision(keep: string, merge: string, what: MergeDecision['decision']): MergeDecision {
  return { kind: 'knowledge-point', keep, merge, decision: what }
}

function keyOf(kind: MergeProposal['kind'], name: string): MergeKey {
  return `${kind}:${name}`
}

function entry(keep: string, merge: string, what: string): string {
  return `  - keep: ${keep}\n    merge: ${merge}\n    kind: topic\n    decision: ${what}\n`
}

describe('the review file', () => {
  it('holds proposals until a person decides, and keeps what the person wrote', () => {
    const first = extendMergeReview(
      { text: '', file },
      { open: [proposal('A b', 'B a')], automatic: [] },
    ) as string
    expect(parseMergeReview(first, file)).toEqual([])
    const edited = first.replace('decision: proposed', 'decision: accepted # sure')
    expect(parseMergeReview(edited, file)).toEqual([decision('A b', 'B a', 'accepted')])
    const second = extendMergeReview(
      { text: edited, file },
      { open: [proposal('A b', 'B a'), proposal('C', 'D')], automatic: [proposal('E', 'F', 1)] },
    ) as string
    expect(second).toContain('accepted # sure')
    expect(second.match(/keep:/g)).toHaveLength(3)
    expect(second).toContain('decision: automatic')
    expect(
      extendMergeReview({ text: second, file }, { open: [proposal('D', 'C')], automatic: [] }),
    ).toBeUndefined()
  })

  it.each([
    ['merges:\n  - keep: [', 2, 'not YAML'],
    ['names: []', 1, 'no list of merges'],
    [`merges:\n${entry('A', 'B', 'accepted')}${entry('A', 'C', 'yes')}`, 9, 'decision'],
    [`merges:\n${entry('A', 'B', 'accepted')}  - keep: A\n`, 6, 'merge'],
    [`merges:\n${entry('A', 'B', 'accepted')}${entry('B', 'A', 'rejected')}`, 6, 'accepted on line 2'],
    [
      `merges:\n${entry('A', 'B', 'accepted')}${entry('C', 'A', 'accepted')}${entry('B', 'C', 'accepted')}`,
      10,
      'circle',
    ],
    [`merges:\n${entry('A', 'B', 'accepted')}${entry('C', 'B', 'accepted')}`, 6, 'already'],
  ])('says file and line of what is wrong: %j', (text, line, words) => {
    expect(() => parseMergeReview(text, file)).toThrow(ConfigurationError)
    expect(() => parseMergeReview(text, file)).toThrow(`${file}:${line}: `)
    expect(() => parseMergeReview(text, file)).toThrow(words)
  })
})

describe('applyMerges', () => {
  it('follows only what is accepted, and what is certain where it may', () => {
    const proposals = [proposal('a', 'b', 0.95), proposal('c', 'd', 0.7)]
    const manual = applyMerges(proposals, { decisions: [], autoMerge: false }, keyOf)
    expect(manual.keys.size).toBe(0)
    expect(manual.open).toEqual(proposals)
    const automatic = applyMerges(proposals, { decisions: [], autoMerge: true }, keyOf)
    expect([...automatic.keys]).toEqual([['knowledge-point:b', 'knowledge-point:a']])
    expect(automatic.open).toEqual([proposals[1]])
  })

  it('follows chains and never joins what a person keeps apart, not even through a third name', () => {
    const accepted = [decision('b', 'c', 'accepted'), decision('a', 'b', 'accepted')]
    expect(
      applyMerges([], { decisions: accepted, autoMerge: false }, keyOf).keys.get('knowledge-point:c'),
    ).toBe('knowledge-point:a')
    const rules = { decisions: [decision('a', 'c', 'rejected')], autoMerge: true }
    const { keys, open } = applyMerges([proposal('a', 'b', 1), proposal('b', 'c', 1)], rules, keyOf)
    expect([...keys]).toEqual([['knowledge-point:b', 'knowledge-point:a']])
    expect(open).toEqual([proposal('b', 'c', 1)])
  })

  it('does not propose again what is decided', () => {
    const decisions = [decision('a', 'b', 'rejected'), decision('c', 'd', 'accepted')]
    const { open } = applyMerges(
      [proposal('b', 'a'), proposal('c', 'd')],
      { decisions, autoMerge: true },
      keyOf,
    )
    expect(open).toEqual([])
  })

  it('names a concept as it was decided, per kind', () => {
    const nameOf = decidedNames([decision('Circle area', 'Area of circles', 'accepted')])
    expect(nameOf('knowledge-point', 'area of circles.')).toBe('Circle area')
    expect(nameOf('topic', 'Area of circles')).toBe('Area of circles')
  })
})
