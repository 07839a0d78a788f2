import { describe, expect, it } from 'vitest'
import { generationRequest, readChoices, writeChoices } from './generation-choices.ts'

const read = (query: string): ReturnType<typeof readChoices> => readChoices(new URLSearchParams(query))

describe('what the generation form says', () => {
  it('is ten procedural pairs on walks where nothing was chosen', () => {
    expect(generationRequest(read(''))).toEqual({ count: 10 })
  })

  it('takes chosen concepts in place of a walk', () => {
    expect(generationRequest(read('concepts=aa,bb&mode=coverage&count=3&seed=9'))).toEqual({
      concepts: ['aa', 'bb'],
      count: 3,
      seed: 9,
    })
  })

  it('says nothing of models to the procedural engine', () => {
    expect(generationRequest(read('preset=xwin&model=gpt&cost=2'))).toEqual({ count: 10 })
    expect(generationRequest(read('engine=model&preset=xwin&model=gpt&cost=2'))).toEqual({
      engine: 'model',
      preset: 'xwin',
      model: 'gpt',
      maximumCost: 2,
      count: 10,
    })
  })

  it('comes back from the address as it was written', () => {
    const choices = read('concepts=aa&mode=rare&count=20&engine=model&preset=skywork&cost=0.5&run=abcdef12')
    const entries = Object.entries(writeChoices(choices)).filter(([, value]) => value !== undefined)
    expect(
      read(new URLSearchParams(Object.fromEntries(entries) as Record<string, string>).toString()),
    ).toEqual(choices)
  })

  it('does not take numbers out of their bounds', () => {
    expect(generationRequest(read('count=0&seed=-1'))).toEqual({ count: 10 })
    expect(generationRequest(read('count=100001'))).toEqual({ count: 10 })
  })
})
