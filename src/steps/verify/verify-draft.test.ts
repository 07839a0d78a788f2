import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from '../../core/draft.ts'
import { verdictSchema, type Check } from '../../core/verdict.ts'
import { verifyDraft } from './verify-draft.ts'

const good: Draft = {
  question: 'A box holds 12 pens. How many pens do 4 boxes hold?',
  solution: 'They hold 12 * 4 = <<12*4=48>>48 pens.\n#### 48',
  finalAnswer: '48',
  requested: [],
  realised: [],
  method: 'procedural',
  parents: [],
  difficulty: 1,
  evidence: null,
}
const silent = { recheck: (): Check[] => [] }
const proves = {
  recheck: (): Check[] => [{ name: 'independent-answer', outcome: 'passed', evidence: '48' }],
}
const refutes = {
  recheck: (): Check[] => [{ name: 'givens-in-text', outcome: 'failed', evidence: '12 is no given' }],
}

describe('verifyDraft', () => {
  it('climbs as far as the evidence goes', () => {
    expect(verifyDraft(good, silent).rung).toBe(3)
    expect(verifyDraft({ ...good, solution: 'Multiply.' }, silent).rung).toBe(2)
    expect(verifyDraft(good, proves).rung).toBe(5)
    expect(verifyDraft(good, refutes).rung).toBe(3)
    expect(verifyDraft(good, silent, { agreement: { votes: 3, of: 5 } })).toMatchObject({
      rung: 4,
      agreement: { votes: 3, of: 5 },
    })
    expect(verifyDraft(good, proves, { agreement: { votes: 2, of: 5 } }).rung).toBe(3)
  })

  it('stops below the rung that fails', () => {
    expect(verifyDraft({ ...good, question: 'Tom has {n} pens. How many?' }, proves).rung).toBe(1)
    expect(verifyDraft({ ...good, solution: '<<12*4=49>>49' }, proves).rung).toBe(2)
    expect(verifyDraft({ ...good, finalAnswer: '47' }, proves).rung).toBe(2)
  })

  it('looks at nothing in a draft of the wrong shape', () => {
    for (const wrong of [
      { ...good, question: '' },
      { ...good, finalAnswer: '  ' },
      { ...good, difficulty: 9 },
      {},
      null,
    ]) {
      const verdict = verifyDraft(wrong as unknown as Draft, proves)
      expect(verdict.rung).toBe(0)
      expect(verdict.checks).toMatchObject([{ name: 'schema', outcome: 'failed' }])
    }
  })

  it('flags what is no failure', () => {
    const solution = `10% of 150 = 7 + 8 = 15\n${'again '.repeat(2_000)}\n#### 48`
    expect(verifyDraft({ ...good, solution }, silent).flags).toEqual(['long-solution', 'unsure-links'])
  })

  it('gives a verdict of the right shape on any text', () => {
    assert(
      property(string({ minLength: 1 }), string({ minLength: 1 }), (question, solution) => {
        verdictSchema.parse(verifyDraft({ ...good, question, solution }, silent))
      }),
    )
  })

  it('is bounded on hostile text', () => {
    const units = [
      '?',
      '$',
      '$x=',
      '(a) ',
      'find ',
      '\\[',
      '"',
      '{',
      '= ',
      '<<1',
      'the answer is 48',
      'following ',
      '\n',
      '|',
      '_',
      '~',
      'Find $x$ if $x=1$. ',
    ]
    for (const unit of units) {
      const text = unit.repeat(Math.ceil(50_000 / unit.length))
      verdictSchema.parse(verifyDraft({ ...good, question: text, solution: text }, silent))
    }
  })
})
