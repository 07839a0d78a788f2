import { describe, expect, it } from 'vitest'
import type { Extraction } from '../../core/concept.ts'
import type { Model, ModelReply, ModelRequest } from '../../core/model.ts'
import { seedId, type Seed } from '../../core/seed.ts'
import { createModelExtractor, type ExtractionFailure, isName } from './model-extractor.ts'

const seed = (question: string): Seed => ({
  id: seedId(question),
  question,
  solution: 'SECRET',
  answer: 'SECRET',
  source: 's',
  split: 'train',
  license: 'CC0-1.0',
  language: 'en',
})

function answering(
  reply: (request: ModelRequest) => string | Promise<string>,
  outcome: ModelReply['outcome'] = 'answered',
): Model {
  return {
    name: 'scripted',
    complete: async (request) => ({
      outcome,
      text: await reply(request),
      key: 'k',
      model: 'scripted',
      promptTokens: 1,
      completionTokens: 1,
      cost: 0,
      recalled: false,
    }),
  }
}

const options = { runId: 'r', signal: new AbortController().signal }
const concepts = (topics: readonly string[], knowledgePoints: readonly string[]): string =>
  JSON.stringify({ topics, knowledgePoints })

async function extract(
  model: Model,
  seeds: readonly Seed[],
  more: object = {},
): Promise<readonly Extraction[]> {
  const extractions: Extraction[] = []
  for await (const one of createModelExtractor(model, { ...options, ...more }).extract(seeds))
    extractions.push(one)
  return extractions
}

describe('createModelExtractor', () => {
  it('reads names, aligns them and records what is beyond the caps', async () => {
    const model = answering(() =>
      concepts(
        ['Algebra', 'algebra.', 'Geometry', 'Number theory'],
        ['1. Solving linear equations', 'A', 'b2', 'C c', 'D d', 'E e', 'F f', 'x'.repeat(130)],
      ),
    )
    const [extraction] = await extract(model, [seed('Find $x$ if $2x = 6$.')])
    expect(extraction?.topics.map(({ name }) => name)).toEqual(['Algebra', 'Geometry'])
    expect(extraction?.knowledgePoints.map(({ name }) => name)).toEqual([
      'Solving linear equations',
      'b2',
      'C c',
      'D d',
      'E e',
    ])
    expect(extraction?.overflow).toEqual(['Number theory', 'F f', 'A', 'x'.repeat(120)])
  })

  it('shows the question only', async () => {
    const seen: ModelRequest[] = []
    await extract(
      answering((request) => (seen.push(request), concepts(['T t'], ['K k']))),
      [seed('How many?')],
    )
    expect(JSON.stringify(seen)).not.toContain('SECRET')
    expect(seen[0]).toMatchObject({ purpose: 'extract', prompt: 'extract-concepts@1', temperature: 0 })
  })

  it('asks the same of a seed in every run, so that its labels are paid for once', async () => {
    const seen: number[] = []
    const model = answering(({ seed }) => (seen.push(seed), concepts(['T t'], ['K k'])))
    await extract(model, [seed('How many?')])
    await extract(model, [seed('How many?')], { runId: 'another' })
    await extract(model, [seed('How much?')])
    expect(seen[1]).toBe(seen[0])
    expect(seen[2]).not.toBe(seen[0])
  })

  it('keeps the order of the seeds whatever answers first', async () => {
    const seeds = Array.from({ length: 20 }, (_, place) => seed(`Question ${place}?`))
    const model = answering(async ({ seed }) => {
      await new Promise((resolve) => setTimeout(resolve, seed % 7))
      return concepts(['T t'], ['K k'])
    })
    const extractions = await extract(model, seeds, { concurrency: 6 })
    expect(extractions.map((extraction) => extraction.seedId)).toEqual(seeds.map(({ id }) => id))
  })

  it('asks an unusable reply again under another seed, then tells of it', async () => {
    const seen = new Set<number>()
    const failures: ExtractionFailure[] = []
    const model = answering(({ seed }) => (seen.add(seed), 'I cannot.'))
    const more = { onFailure: (failure: ExtractionFailure) => failures.push(failure) }
    expect(await extract(model, [seed('q?')], more)).toMatchObject([{ topics: [], knowledgePoints: [] }])
    expect(seen.size).toBe(2)
    expect(failures).toMatchObject([{ reason: 'no JSON object', raw: 'I cannot.' }])
    const refusing = answering(({ seed }) => (seen.add(seed), ''), 'refused')
    await extract(refusing, [seed('another?')], more)
    expect(seen.size).toBe(3)
    expect(failures[1]).toMatchObject({ reason: 'refused' })
  })

  it('asks again with more freedom: at temperature 0 the same would come back', async () => {
    const temperatures: number[] = []
    const model = answering(({ temperature }) => (temperatures.push(temperature), 'I cannot.'))
    await extract(model, [seed('q?')])
    expect(temperatures).toEqual([0, 0.5])
  })

  it.each([
    'The problem is about adding fractions',
    'We need to find the area of the triangle',
    'This question tests your knowledge of division',
    'Find the value of x. Then add it to y',
    'What is the sum?',
    'Sorry, I cannot help',
    'Tom has 12 pens and buys 30 more',
    'Adding the two numbers together to get the final answer, which is then divided by the other seven',
  ])('takes no sentence for a name: %s', (sentence) => expect(isName(sentence)).toBe(false))

  it.each([
    'Definition and properties of dot product',
    'Ability to calculate percentages.',
    'Systems of equations that have no solution',
    'Understanding when a quadratic equation has no real roots',
    'Proof that the square root of 2 is irrational',
    'Functions whose domain is restricted',
    'Mean vs. Median',
    'Given information and unknowns',
    'If-then statements',
    'The Fundamental Theorem of Algebra',
  ])('takes a name that is long or holds a clause: %s', (name) => expect(isName(name)).toBe(true))

  it('throws what the model throws', async () => {
    const model: Model = { name: 'broke', complete: () => Promise.reject(new Error('budget')) }
    await expect(extract(model, [seed('a?'), seed('b?')])).rejects.toThrow('budget')
  })
})
