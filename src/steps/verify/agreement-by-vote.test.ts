import { describe, expect, it } from 'vitest'
import type { Model, ModelReply, ModelRequest } from '../../core/model.ts'
import { countBallots, needsReview, solveByVote, votesFor } from './agreement-by-vote.ts'

interface Asked {
  readonly model: Model
  readonly requests: ModelRequest[]
}

/** Answers the n-th request with the n-th text. */
function scripted(texts: readonly string[], outcome: ModelReply['outcome'] = 'answered'): Asked {
  const requests: ModelRequest[] = []
  return {
    requests,
    model: {
      name: 'scripted',
      complete(request) {
        const text = texts[requests.push(request) - 1] ?? ''
        const key = String(requests.length)
        return Promise.resolve({
          outcome,
          text,
          key,
          model: 'scripted',
          promptTokens: 1,
          completionTokens: 1,
          cost: 0,
          recalled: false,
        })
      },
    },
  }
}

const says = (finalAnswer: string): string => JSON.stringify({ solution: 'Steps.', finalAnswer })
const options = { runId: 'r', place: [7, 0], signal: new AbortController().signal }

describe('solveByVote', () => {
  it('counts equal answers and keeps unusable ones in the denominator', async () => {
    const { model, requests } = scripted([
      says('0.5'),
      'no idea',
      says('\\frac{1}{2}'),
      says('2'),
      'The answer is 1/2.',
    ])
    const vote = await solveByVote(model, 'What is half of one?', options)
    expect(vote).toMatchObject({ majority: { answer: '0.5', votes: 3 }, of: 5, unparsed: 1, answers: 2 })
    expect(votesFor(vote, '1/2')).toEqual({ votes: 3, of: 5 })
    expect(needsReview(vote, '1/2')).toBe(false)
    expect(needsReview(vote, '2')).toBe(true)
    expect(vote.ballots[1]).toEqual({ reason: 'no JSON object', key: '2' })
    expect(new Set(requests.map((request) => request.seed)).size).toBe(5)
    expect(requests.every((request) => request.seed >= 0 && request.seed < 2 ** 31)).toBe(true)
  })

  it('asks the same requests again in the same place and others in another', async () => {
    const seeds = async (place: readonly number[]): Promise<readonly number[]> => {
      const { model, requests } = scripted([])
      await solveByVote(model, 'q', { ...options, place, samples: 2 })
      return requests.map((request) => request.seed)
    }
    expect(await seeds([7, 0])).toEqual(await seeds([7, 0]))
    expect(await seeds([7, 0])).not.toEqual(await seeds([7, 1]))
  })

  it('takes no answer from truncated or refused replies', async () => {
    for (const outcome of ['truncated', 'refused'] as const) {
      const vote = await solveByVote(scripted([says('5'), says('5')], outcome).model, 'q', {
        ...options,
        samples: 2,
      })
      expect(vote).toMatchObject({ of: 2, unparsed: 2, answers: 0 })
      expect(vote.majority).toBeUndefined()
      expect(needsReview(vote, '5')).toBe(true)
    }
  })

  it('lets provider errors through', async () => {
    const model: Model = { name: 'down', complete: () => Promise.reject(new Error('down')) }
    await expect(solveByVote(model, 'q', options)).rejects.toThrow('down')
  })

  it('takes the answer given first among equals', () => {
    const ballots = ['7', '8', '8.0', '7.0'].map((answer) => ({ answer, key: answer }))
    expect(countBallots(ballots).majority).toEqual({ answer: '7', votes: 2 })
  })
})
