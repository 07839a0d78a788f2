import { describe, expect, it } from 'vitest'
import type { Draft } from '../../src/core/draft.ts'
import { questionId, type Pair } from '../../src/core/pair.ts'
import { randomAt, randomKey } from '../../src/core/random.ts'
import { createModelGenerator } from '../../src/steps/generate/model-engine/model-generator.ts'
import { recheckModelDraft } from '../../src/steps/generate/model-engine/recheck-model-draft.ts'
import { sourcesOfSeeds, type SourceProblem } from '../../src/steps/generate/model-engine/source-problems.ts'
import {
  skyworkSchema,
  type AugmentationMix,
  type SkyworkParameters,
} from '../../src/steps/generate/presets.ts'
import { drawMethods } from '../../src/steps/generate/skywork/augment.ts'
import { planRounds, upOperators } from '../../src/steps/generate/skywork/evolve.ts'
import { planStages } from '../../src/steps/generate/skywork/plan-stages.ts'
import { verifyDraft } from '../../src/steps/verify/verify-draft.ts'
import {
  byPurpose,
  concept,
  labelled,
  requestFor,
  scriptedModel,
  type ScriptedModel,
  type ScriptedReply,
} from './scripted-model.ts'

const adding = concept('adding whole numbers')
const sharing = concept('dividing whole numbers')
const concepts = [adding, sharing]
const pens = labelled(
  'Tom has 12 pens, buys 30 more and shares them among 7 friends. How many pens does each friend get?',
  [adding, sharing],
  {
    solution: 'He has 12+30=<<12+30=42>>42 pens. Each friend gets 42/7=<<42/7=6>>6 pens.',
    answer: '6',
    level: 2,
  },
)

const none: AugmentationMix = { answer: 0, rephrase: 0, fobar: 0, selfVerify: 0, evolve: 0, xwin: 0, fuse: 0 }

async function augmentPens(
  method: keyof AugmentationMix,
  replies: Readonly<Record<string, ScriptedReply>>,
  more: { readonly seeds?: readonly (typeof pens)[]; readonly parameters?: Partial<SkyworkParameters> } = {},
): Promise<{ readonly draft: Draft; readonly reason: string; readonly model: ScriptedModel }> {
  const model = byPurpose(replies)
  const generator = createModelGenerator({
    model,
    preset: skyworkSchema.parse({ preset: 'skywork', mix: { ...none, [method]: 1 }, ...more.parameters }),
    seeds: more.seeds ?? [pens],
    concepts,
    runId: 'run',
    signal: new AbortController().signal,
  })
  const outcome = await generator.generate(requestFor([adding, sharing]))
  return {
    model,
    draft: outcome.outcome === 'draft' ? outcome.draft : ({} as Draft),
    reason: outcome.outcome === 'draft' ? '' : outcome.reason,
  }
}

const outcomes = (draft: Draft): Readonly<Record<string, string>> =>
  Object.fromEntries(recheckModelDraft(draft).map(({ name, outcome }) => [name, outcome]))

describe('fobar', () => {
  const solving = (finalAnswer: string): Record<string, ScriptedReply> => ({
    'solve-draft': { solution: `We go back step by step to ${finalAnswer}.`, finalAnswer },
  })

  it('labels the masked number, proves it is the only one and keeps the text exact', async () => {
    const { draft, model } = await augmentPens('fobar', solving('12'))
    const { letter, number } = (
      draft.evidence as { backwards: { letter: string; number: { numeral: string } } }
    ).backwards
    expect(draft).toMatchObject({
      method: 'fobar',
      finalAnswer: number.numeral,
      realised: [adding.id, sharing.id].sort(),
    })
    expect(draft.parents).toEqual([{ kind: 'seed', id: pens.seed.id, relation: 'derived' }])
    expect(draft.question).toContain(`What is the value of ${letter}?`)
    expect(outcomes(draft)).toMatchObject({ 'independent-answer': 'passed', 'givens-in-text': 'passed' })
    expect(model.requests).toHaveLength(1)
  })

  it('reaches rung 5 where the solution agrees, and shows it where not', async () => {
    const label = (await augmentPens('fobar', solving('12'))).draft.finalAnswer
    const { draft } = await augmentPens('fobar', solving(label))
    const verdict = verifyDraft(draft, { recheck: recheckModelDraft })
    expect(verdict.checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(verdict.rung).toBe(5)
    const wrong = await augmentPens('fobar', solving('1000'))
    const seen = verifyDraft(wrong.draft, { recheck: recheckModelDraft })
    expect(wrong.draft.finalAnswer).toBe(label)
    expect(seen.checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toEqual([
      'numeric-links',
    ])
    expect(seen.rung).toBe(2)
  })

  it('refuses a changed label, text or evidence', async () => {
    const { draft } = await augmentPens('fobar', solving('12'))
    expect(outcomes({ ...draft, finalAnswer: '5' })).toMatchObject({ 'independent-answer': 'failed' })
    expect(outcomes({ ...draft, question: `${draft.question} Quickly!` })).toMatchObject({
      'givens-in-text': 'failed',
    })
    const { backwards, ...rest } = draft.evidence as { backwards: { number: object } }
    const moved = {
      ...rest,
      backwards: { ...backwards, number: { numeral: '6', start: 0, end: 1, unit: '' } },
    }
    expect(outcomes({ ...draft, evidence: moved })).toMatchObject({ 'independent-answer': 'failed' })
  })

  it('claims nothing where uniqueness is not shown', async () => {
    const bare = labelled(pens.seed.question, [adding], { answer: '6', solution: 'Six each.' })
    const { draft } = await augmentPens('fobar', solving('12'), { seeds: [bare] })
    expect(outcomes(draft)).toMatchObject({ 'independent-answer': 'not-applicable' })
    expect(verifyDraft(draft, { recheck: recheckModelDraft }).rung).toBeLessThan(5)
  })

  it.each([
    ['has no answer', labelled('Tom has 12 pens. How many?', [adding]), 'backwards: source has no answer'],
    [
      'has no given of its own',
      labelled('What is one half?', [adding], { answer: '0.5' }),
      'backwards: no given can be made unknown',
    ],
  ])('asks nothing of a source that %s', async (_, seed, reason) => {
    const made = await augmentPens('fobar', {}, { seeds: [seed] })
    expect(made.reason).toBe(reason)
    expect(made.model.requests).toEqual([])
  })
})

describe('self-verification', () => {
  it('has the label free, and fails where numbers were changed', async () => {
    const replies = (question: string): Record<string, ScriptedReply> => ({
      'self-verify': { question },
      'solve-draft': { solution: 'Back to it.', finalAnswer: '12' },
    })
    const { draft } = await augmentPens('selfVerify', replies('Something with X. What is X?'))
    const masked = draft.finalAnswer
    const others = ['12', '30', '7'].filter((numeral) => numeral !== masked)
    const told = `Tom gives ${others.join(' and ')} and X pens away, and each friend has 6. What is the value of X?`
    const faithful = await augmentPens('selfVerify', replies(told))
    expect(faithful.draft.finalAnswer).toBe(masked)
    expect(outcomes(faithful.draft)).toEqual({ 'givens-in-text': 'not-applicable' })
    expect(outcomes(draft)).toMatchObject({ 'givens-in-text': 'failed' })
    expect((await augmentPens('selfVerify', replies('What is it?'))).reason).toBe(
      'self-verify: the unknown is lost',
    )
  })
})

describe('answer and rephrase', () => {
  it('keep the label of the source', async () => {
    const solved = { solution: 'Each gets 5.', finalAnswer: '5' }
    const answer = await augmentPens('answer', { 'solve-draft': solved })
    expect(answer.draft).toMatchObject({ method: 'answer', question: pens.seed.question, finalAnswer: '6' })
    const verdict = verifyDraft(answer.draft, { recheck: recheckModelDraft })
    expect(verdict.checks.find(({ outcome }) => outcome === 'failed')?.name).toBe('numeric-links')
    const question = 'Seven friends share 12 pens of Tom and 30 that he buys. What is the share of each?'
    const rephrased = await augmentPens('rephrase', {
      rephrase: { question },
      'solve-draft': { ...solved, finalAnswer: '6' },
    })
    expect(rephrased.draft).toMatchObject({ method: 'rephrase', question, finalAnswer: '6' })
    expect(outcomes(rephrased.draft)).toEqual({ 'givens-in-text': 'not-applicable' })
  })

  it('catch changed numbers and echoes', async () => {
    const solved = { solution: 'So 6.', finalAnswer: '6' }
    const changed = await augmentPens('rephrase', {
      rephrase: { question: 'He had 13 pens and got 30 more for 7 friends. How many does each get?' },
      'solve-draft': solved,
    })
    expect(outcomes(changed.draft)).toMatchObject({ 'givens-in-text': 'failed' })
    expect((await augmentPens('rephrase', { rephrase: { question: pens.seed.question } })).reason).toBe(
      'echoes its source',
    )
  })
})

describe('evolve', () => {
  const parameters = { evolveRounds: 3, evolveDown: 0 }
  const stories = [
    'A ship carries 40 sailors and bread for 12 days at 2 loaves each. How many loaves are on board?',
    'Two painters work on a wall of 60 square metres; one paints twice as fast. How much does the slower one paint?',
    'A fair die is rolled until a six appears. What is the expected number of rolls?',
  ]
  async function evolveBy(story: (round: number) => string): Promise<Draft> {
    let round = 0
    const model = scriptedModel(({ purpose }) =>
      purpose === 'evolve' ? { question: story(round++) } : { solution: 'It is 4.', finalAnswer: '4' },
    )
    const generator = createModelGenerator({
      model,
      preset: skyworkSchema.parse({ preset: 'skywork', mix: { ...none, evolve: 1 }, ...parameters }),
      seeds: [pens],
      concepts,
      runId: 'run',
      signal: new AbortController().signal,
    })
    for (let index = 0; ; index++) {
      round = 0
      const outcome = await generator.generate(requestFor([adding], [], index))
      if (outcome.outcome !== 'draft') throw new Error(outcome.reason)
      if (round === 3 || round === 2) return outcome.draft
    }
  }

  it('rewrites round by round and moves the difficulty', async () => {
    const draft = await evolveBy((round) => stories[round] ?? '')
    const { rounds } = draft.evidence as { rounds: readonly string[] }
    expect(rounds.length).toBeGreaterThan(1)
    expect(draft).toMatchObject({ method: 'evolve', finalAnswer: '4', question: stories[rounds.length - 1] })
    const renewed = rounds.filter((operator) => operator === 'renew').length
    expect(draft.difficulty).toBe(Math.min(5, 2 + (rounds.length - renewed) / 2))
  })

  it('keeps what the rounds before a repetition gave', async () => {
    const draft = await evolveBy((round) => (stories[0] ?? '').replace('40', String(40 + round)))
    expect(draft).toMatchObject({ question: stories[0], evidence: { ended: 'echoes its source' } })
    expect((draft.evidence as { rounds: readonly string[] }).rounds).toHaveLength(1)
  })

  it('plans at most the rounds allowed, all up or all down', () => {
    for (let index = 0; index < 200; index++) {
      const random = randomAt(randomKey('plan'), index)
      const rounds = planRounds({ evolveRounds: 5, evolveDown: 0.5 }, random)
      expect(rounds.length).toBeGreaterThanOrEqual(1)
      expect(rounds.length).toBeLessThanOrEqual(5)
      expect(new Set(rounds.map((operator) => operator in upOperators)).size).toBe(1)
    }
  })

  it('fails where no round can be used', async () => {
    expect((await augmentPens('evolve', { evolve: 'no' }, { parameters })).reason).toBe(
      'reply: no JSON object',
    )
    expect(
      (await augmentPens('evolve', { evolve: { question: pens.seed.question } }, { parameters })).reason,
    ).toBe('echoes its source')
  })
})

describe('fuse', () => {
  const first = labelled('A box holds 4 rows of 3 pens. How many pens is that?', [adding], { answer: '12' })
  it('has the answer of the second problem, and fails where a number is lost', async () => {
    const replies = (question: string): Record<string, ScriptedReply> => ({
      fuse: { question },
      'solve-draft': { solution: 'So 6.', finalAnswer: '6' },
    })
    const told =
      'Tom has a box with 4 rows of 3 pens, buys 30 more pens and shares all among 7 friends. How many does each get?'
    const { draft } = await augmentPens('fuse', replies(told), { seeds: [pens, first] })
    expect(draft).toMatchObject({ finalAnswer: '6', evidence: { fusion: { firstAnswer: '12' } } })
    expect(draft.parents.map(({ id }) => id)).toEqual([first.seed.id, pens.seed.id])
    expect(outcomes(draft)).toEqual({ 'givens-in-text': 'not-applicable' })
    const lost = await augmentPens('fuse', replies(told.replace('4 rows of 3', 'several')), {
      seeds: [pens, first],
    })
    expect(outcomes(lost.draft)).toMatchObject({ 'givens-in-text': 'failed' })
    const given = await augmentPens('fuse', replies(told.replace('4 rows', '12 in 4 rows')), {
      seeds: [pens, first],
    })
    expect(outcomes(given.draft)).toMatchObject({ 'givens-in-text': 'failed' })
  })
  it('asks nothing without a partner', async () =>
    expect((await augmentPens('fuse', {})).reason).toBe('fuse: no partner'))
})

describe('the stages', () => {
  const seeds = Array.from({ length: 10 }, (_, place) =>
    labelled(`Seed ${place}: what is ${place + 20} plus ${place + 50}?`, [adding], {
      level: (place % 5) + 1,
      answer: String(2 * place + 70),
    }),
  )
  const sources: readonly SourceProblem[] = sourcesOfSeeds(seeds, concepts)
  const parameters = skyworkSchema.parse({
    preset: 'skywork',
    mix: { ...none, answer: 1, xwin: 1 },
    coreShare: 0.5,
  })

  it('plans 84 % normal in two rounds and 16 % hard, from level 4', () => {
    const plan = planStages(sources, parameters, 100)
    expect(plan).toMatchObject({ firstRound: 42, secondRound: 42, hard: 16 })
    expect(plan.hardSources.every(({ level }) => (level ?? 0) >= 4)).toBe(true)
    expect(
      planStages(
        sources.filter(({ level }) => level === 1),
        parameters,
        100,
      ),
    ).toMatchObject({ hard: 0, firstRound: 50 })
  })
})

describe('the mix', () => {
  it('draws methods by share and offers the others after', () => {
    const { mix } = skyworkSchema.parse({ preset: 'skywork' })
    let evolved = 0
    for (let index = 0; index < 2_000; index++) {
      const methods = drawMethods(mix, randomAt(randomKey('mix'), index))
      expect([...methods].sort()).toEqual(['answer', 'evolve', 'fobar', 'rephrase', 'selfVerify', 'xwin'])
      if (methods[0] === 'evolve') evolved++
    }
    expect(Math.abs(evolved / 2_000 - 0.5)).toBeLessThan(0.05)
  })

  it('gives a way to the next method where one does not suit', async () => {
    const seed = labelled('What is one half of a pair of shoes?', [adding])
    const { draft } = await augmentPens(
      'fobar',
      {
        'solve-draft': { solution: 'One shoe.', finalAnswer: '1' },
      },
      { seeds: [seed], parameters: { mix: { ...none, fobar: 1, answer: 0.001 } } },
    )
    expect(draft.method).toBe('answer')
  })

  it('refuses a mix of nothing', () => {
    expect(skyworkSchema.safeParse({ preset: 'skywork', mix: none }).success).toBe(false)
    expect(skyworkSchema.safeParse({ preset: 'skywork', mixx: {} }).success).toBe(false)
  })
})

describe('pairs as sources', () => {
  it('are starting points of a further round', async () => {
    const pair = {
      id: 'pair-1',
      questionId: questionId('q'),
      draft: {
        question: 'Ann has 3 pens. How many are left after 2?',
        solution: 'One.',
        finalAnswer: '1',
        realised: [adding.id],
        difficulty: 1.4,
      },
    } as unknown as Pair
    const model = byPurpose({ 'solve-draft': { solution: 'Take two away.', finalAnswer: '1' } })
    const generator = createModelGenerator({
      model,
      preset: skyworkSchema.parse({ preset: 'skywork', mix: { ...none, answer: 1 } }),
      seeds: [],
      pairs: [pair],
      concepts,
      runId: 'run',
      signal: new AbortController().signal,
    })
    expect(await generator.generate(requestFor([adding]))).toMatchObject({
      outcome: 'draft',
      draft: { parents: [{ kind: 'pair', id: 'pair-1', relation: 'derived' }] },
    })
  })
})
