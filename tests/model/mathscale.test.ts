import { describe, expect, it } from 'vitest'
import type { Extractor, GenerationOutcome } from '../../src/core/ports.ts'
import type { Draft } from '../../src/core/draft.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import {
  createModelGenerator,
  type Rejection,
} from '../../src/steps/generate/model-engine/model-generator.ts'
import { mathscaleSchema, type MathscaleParameters } from '../../src/steps/generate/presets.ts'
import { solveByVote, votesFor } from '../../src/steps/verify/agreement-by-vote.ts'
import { verifyDraft } from '../../src/steps/verify/verify-draft.ts'
import {
  byPurpose,
  concept,
  labelled,
  requestFor,
  type ScriptedModel,
  type ScriptedReply,
} from './scripted-model.ts'

const percent = concept('percentages')
const rates = concept('unit rates')
const primes = concept('prime numbers')
const concepts = [percent, rates, primes, concept('arithmetic', 'topic')]
const near = labelled('A shop sells 40 pens for 60 dollars and cuts the price by 10%. What do 4 pens cost?', [
  percent,
  rates,
])
const seeds = [
  near,
  labelled('What is 20% of 50?', [percent], { answer: '10' }),
  labelled('How many primes are below 10?', [primes]),
  labelled('A test question on 30% of 7 pens a day?', [percent, rates], { split: 'test' }),
  labelled('A protected question on 30% of 7 cups a day?', [percent, rates], { meta: { protected: true } }),
]
const good = {
  question: 'Juice costs $3 per litre. Its price rises by 20%. What do 5 litres cost then, in dollars?',
  solution: 'The new price is 3*1.2=<<3*1.2=3.6>>3.6 dollars. Five litres cost 5*3.6=<<5*3.6=18>>18 dollars.',
  finalAnswer: '18',
  conceptsUsed: { topics: ['Arithmetic'], knowledgePoints: ['Percentages', 'Unit rates'] },
}

interface Made {
  readonly outcome: GenerationOutcome
  readonly model: ScriptedModel
  readonly rejections: readonly Rejection[]
  readonly verdict: Verdict
  readonly draft: Draft
}

async function generate(
  replies: Readonly<Record<string, ScriptedReply>>,
  parameters: Partial<MathscaleParameters> = {},
  extractor?: Extractor,
): Promise<Made> {
  const model = byPurpose(replies)
  const rejections: Rejection[] = []
  const generator = createModelGenerator({
    model,
    preset: mathscaleSchema.parse({ preset: 'mathscale', ...parameters }),
    seeds,
    concepts,
    runId: 'run',
    signal: new AbortController().signal,
    onRejected: (rejection) => rejections.push(rejection),
    ...(extractor === undefined ? {} : { extractor }),
  })
  const outcome = await generator.generate(requestFor([percent, rates]))
  const draft = outcome.outcome === 'draft' ? outcome.draft : ({} as Draft)
  return { outcome, model, rejections, draft, verdict: verifyDraft(draft, generator) }
}

const failedChecks = ({ checks }: Verdict): readonly string[] =>
  checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)

/** Labels every question with the given names. */
function labelling(...names: readonly string[]): Extractor {
  return {
    name: 'labels',
    async *extract(given) {
      for await (const { id } of given)
        yield {
          seedId: id,
          topics: [],
          knowledgePoints: names.map((name) => ({ name, evidence: [] })),
          overflow: [],
        }
    },
  }
}

describe('mathscale', () => {
  it('weaves the concepts after the nearest seeds, and records them as shown', async () => {
    const { draft, model, verdict } = await generate({ generate: good })
    expect(draft).toMatchObject({
      method: 'mathscale',
      finalAnswer: '18',
      prompt: 'weave-problem@1',
      model: 'scripted',
    })
    expect(draft.realised).toEqual([percent.id, rates.id].sort())
    expect(draft.parents.map(({ relation }) => relation)).toEqual(['shown', 'shown'])
    expect(draft.parents[0]?.id).toBe(near.seed.id)
    expect(draft.solution).toMatch(/The answer is 18$/)
    expect(verdict.rung).toBe(3)
    const [request] = model.requests
    expect(request).toMatchObject({ temperature: 0.7, purpose: 'generate', output: { name: 'problem' } })
    expect(request?.messages[1]?.content).toContain(near.seed.question)
    expect(request?.messages[1]?.content).not.toMatch(/test question|protected question|primes are below/)
  })

  it('asks the same request for the same draw', async () => {
    const first = (await generate({ generate: good })).model.requests
    expect((await generate({ generate: good })).model.requests).toEqual(first)
  })

  it('takes no exemplar where none is wanted', async () => {
    const { draft } = await generate({ generate: good }, { exemplars: 0 })
    expect(draft.parents).toEqual([])
  })

  it('plans first with a rationale', async () => {
    const { draft, model } = await generate(
      { plan: { rationale: 'Let a price rise.' }, generate: good },
      { rationale: true },
    )
    expect(model.requests.map(({ purpose }) => purpose)).toEqual(['plan', 'generate'])
    expect(model.requests[1]?.messages[1]?.content).toContain('Let a price rise.')
    expect(draft).toMatchObject({ prompt: 'weave-planned@1', evidence: { rationale: 'Let a price rise.' } })
  })

  it('flags or replaces an answer the reference contradicts', async () => {
    const reference = { solution: 'It is 19.', finalAnswer: '19' }
    const flagged = await generate({ generate: good, reference }, { validation: 'flag' })
    expect(flagged.draft.finalAnswer).toBe('18')
    expect(failedChecks(flagged.verdict)).toEqual(['agreement'])
    expect(flagged.model.requests[1]?.temperature).toBe(0)
    const replaced = await generate({ generate: good, reference }, { validation: 'replace' })
    expect(replaced.draft).toMatchObject({ finalAnswer: '19', solution: 'It is 19.\nThe answer is 19' })
    expect(failedChecks(replaced.verdict)).toEqual([])
    const same = await generate(
      { generate: good, reference: { ...reference, finalAnswer: '18.0' } },
      { validation: 'flag' },
    )
    expect(failedChecks(same.verdict)).toEqual([])
  })

  it('counts what an extractor finds, not what the model claims', async () => {
    const { draft } = await generate({ generate: good }, {}, labelling('Unit rates', 'Prime numbers'))
    expect(draft.realised).toEqual([rates.id, primes.id].sort())
    expect(draft.evidence).toMatchObject({ realisedBy: 'extractor' })
  })

  it.each([
    ['no JSON', 'I would rather not.', 'reply: no JSON object'],
    ['half a problem', { question: 'How many?' }, 'reply: wrong shape'],
    ['a refusal', { outcome: 'refused' as const }, 'reply: refused'],
    ['a cut reply', { outcome: 'truncated' as const }, 'reply: truncated'],
    ['the exemplar', { ...good, question: near.seed.question }, 'echoes an exemplar'],
    [
      'the exemplar with another price',
      { ...good, question: near.seed.question.replace('60', '80') },
      'echoes an exemplar',
    ],
  ])('gives no draft for %s, and keeps the reply', async (_, reply, reason) => {
    const { outcome, rejections } = await generate({ generate: reply })
    expect(outcome).toEqual({ outcome: 'unsupported', missing: [], reason })
    expect(rejections).toMatchObject([
      { reason, index: 0, variant: 0, keys: [expect.stringContaining('generate')] },
    ])
    expect(rejections[0]?.raw).toBe(
      typeof reply === 'string' ? reply : 'outcome' in reply ? '' : JSON.stringify(reply),
    )
  })

  it('asks unusable replies again where told to', async () => {
    const { model } = await generate({ generate: 'no' }, { attempts: 3 })
    expect(new Set(model.requests.map(({ seed }) => seed)).size).toBe(3)
  })
})

describe('the verdict on what a model may do', () => {
  it.each([
    ['leaks its solution', { question: `${good.question} ${good.solution}` }, 'no-answer-leak'],
    ['states its answer', { question: `${good.question} The answer is 18.` }, 'no-answer-leak'],
    ['asks two things', { question: `${good.question} How much is that per litre?` }, 'one-question'],
    ['asks nothing', { question: 'Juice costs $3 per litre.' }, 'one-question'],
    ['points to a figure', { question: 'In the figure below, what is x?' }, 'self-contained'],
    ['leaves a placeholder', { question: 'Tom has [NUMBER] pens. How many are left?' }, 'self-contained'],
    ['calculates wrongly', { solution: '3*1.2=<<3*1.2=3.7>>3.7 and 5*3.6=18.' }, 'annotations'],
    [
      'ends on another answer',
      { solution: 'So it is 18. The answer is 18.', finalAnswer: '20' },
      'numeric-links',
    ],
    [
      'is off its concepts',
      { conceptsUsed: { topics: [], knowledgePoints: ['Cooking'] } },
      'concepts-realised',
    ],
  ])('catches a problem that %s', async (_, change, check) => {
    const { verdict } = await generate({ generate: { ...good, ...change } })
    expect(failedChecks(verdict)).toContain(check)
  })

  it('catches a problem that only claims its concepts', async () => {
    const { verdict } = await generate({ generate: good }, {}, labelling('Prime numbers'))
    expect(failedChecks(verdict)).toEqual(['concepts-realised'])
    expect(verdict.rung).toBeLessThan(5)
  })

  it('catches a wrong answer by the vote, and gives rung 4 to a right one', async () => {
    const solver = byPurpose({ solve: { solution: '3*1.2*5=18', finalAnswer: '18' } })
    const options = { runId: 'run', place: [0, 0], signal: new AbortController().signal }
    const vote = await solveByVote(solver, good.question, options)
    const recheck = { recheck: () => [] }
    const { draft } = await generate({ generate: good })
    const wrong = await generate({ generate: { ...good, solution: 'We see it is 20.', finalAnswer: '20' } })
    expect(verifyDraft(draft, recheck, { agreement: votesFor(vote, draft.finalAnswer) }).rung).toBe(4)
    const verdict = verifyDraft(wrong.draft, recheck, { agreement: votesFor(vote, wrong.draft.finalAnswer) })
    expect(failedChecks(verdict)).toEqual(['agreement'])
    expect(verdict.agreement).toEqual({ votes: 0, of: 5 })
  })

  it('never gives rung 5 for a claim', async () => {
    const { verdict } = await generate({ generate: good }, {}, labelling('Percentages', 'Unit rates'))
    expect(verdict.rung).toBe(3)
  })
})
