import { describe, expect, it } from 'vitest'
import { createModelGenerator } from '../../src/steps/generate/model-engine/model-generator.ts'
import { presetDefaults, presetNames, xwinSchema, type TargetForm } from '../../src/steps/generate/presets.ts'
import type { GenerationOutcome } from '../../src/core/ports.ts'
import {
  byPurpose,
  concept,
  labelled,
  requestFor,
  type ScriptedModel,
  type ScriptedReply,
} from './scripted-model.ts'

const adding = concept('adding whole numbers')
const seed = labelled('Tom has 12 pens and buys 30 more. How many pens has he now?', [adding], {
  level: 1,
  answer: '42',
})
const created = {
  created: 'A third of 80 trees are oaks. How many oaks are there?',
  verification: 'A third of 80 is not whole; 81 trees make 27 oaks.',
  final: 'A third of 81 trees are oaks. How many oaks are there?',
  changed: true,
}

async function create(
  replies: Readonly<Record<string, ScriptedReply>>,
  target: TargetForm = 'gsm8k',
): Promise<{ readonly outcome: GenerationOutcome; readonly model: ScriptedModel }> {
  const model = byPurpose(replies)
  const generator = createModelGenerator({
    model,
    preset: xwinSchema.parse({ preset: 'xwin', target }),
    seeds: [seed],
    concepts: [adding],
    runId: 'run',
    signal: new AbortController().signal,
  })
  return { outcome: await generator.generate(requestFor([adding])), model }
}

describe('xwin', () => {
  it('creates and checks in one call and solves in another, at temperature 1', async () => {
    const solved = { solution: '81/3=<<81/3=27>>27 oaks.', finalAnswer: '27' }
    const { outcome, model } = await create({ create: created, 'solve-draft': solved })
    expect(outcome).toMatchObject({
      outcome: 'draft',
      draft: {
        method: 'xwin',
        question: created.final,
        solution: `${solved.solution}\nThe answer is 27`,
        finalAnswer: '27',
        parents: [{ kind: 'seed', id: seed.seed.id, relation: 'derived' }],
        prompt: 'create-similar@1',
        difficulty: 1,
        evidence: { target: 'gsm8k', changed: true, verification: created.verification },
      },
    })
    expect(model.requests.map(({ temperature, purpose }) => [purpose, temperature])).toEqual([
      ['create', 1],
      ['solve-draft', 1],
    ])
    expect(model.requests[1]?.messages[1]?.content).not.toContain(seed.seed.question)
  })

  it('says what form the benchmark wants', async () => {
    const replies = { create: created, 'solve-draft': { solution: 'So 27.', finalAnswer: '27' } }
    const asked = async (target: TargetForm): Promise<string> =>
      (await create(replies, target)).model.requests.map(({ messages }) => messages[1]?.content).join('\n')
    expect(await asked('gsm8k')).toMatch(/everyday life[\s\S]*single number, without a unit/)
    expect(await asked('math')).toMatch(/competition[\s\S]*simplest exact form/)
  })

  it('believes the texts, not what the model says of a change', async () => {
    const replies = {
      create: { ...created, created: created.final },
      'solve-draft': { solution: 'So.', finalAnswer: '27' },
    }
    expect((await create(replies)).outcome).toMatchObject({ draft: { evidence: { changed: false } } })
  })

  it.each([
    ['an echo', { create: { ...created, final: seed.seed.question } }, 'echoes its source'],
    [
      'an echo with other numbers',
      { create: { ...created, final: seed.seed.question.replace('30', '31') } },
      'echoes its source',
    ],
    ['no solution', { create: created, 'solve-draft': 'cannot' }, 'reply: no JSON object'],
    ['a missing part', { create: { final: 'How many?' } }, 'reply: wrong shape'],
  ])('gives no draft for %s', async (_, replies, reason) =>
    expect((await create(replies)).outcome).toEqual({ outcome: 'unsupported', missing: [], reason }),
  )
})

describe('presets', () => {
  it('have the published parameters by default', () => {
    expect(presetNames.map((name) => presetDefaults(name).temperature)).toEqual([0.7, 0.7, 1])
    expect(presetDefaults('mathscale')).toMatchObject({ exemplars: 3, validation: 'none', rationale: false })
    expect(presetDefaults('skywork')).toMatchObject({ minLevel: 4, hardShare: 0.16, evolveRounds: 5 })
  })
})
