import type { Concept } from '../../src/core/concept.ts'
import { conceptId } from '../../src/core/concept.ts'
import type { Model, ModelReply, ModelRequest } from '../../src/core/model.ts'
import type { GenerationRequest, LabelledSeed } from '../../src/core/ports.ts'
import { seedId, type Seed } from '../../src/core/seed.ts'

/** What to answer: text, an object to be written as JSON, or another outcome. */
export type ScriptedReply = string | object | { readonly outcome: Exclude<ModelReply['outcome'], 'answered'> }

export interface ScriptedModel extends Model {
  readonly requests: readonly ModelRequest[]
}

/** A model whose replies are a function of the request; it keeps what it was asked. */
export function scriptedModel(
  script: (request: ModelRequest, place: number) => ScriptedReply,
): ScriptedModel {
  const requests: ModelRequest[] = []
  return {
    name: 'scripted',
    requests,
    complete(request, { signal }) {
      signal.throwIfAborted()
      const reply = script(request, requests.push(request) - 1)
      const outcome =
        typeof reply === 'object' && 'outcome' in reply
          ? (reply.outcome as ModelReply['outcome'])
          : 'answered'
      return Promise.resolve({
        outcome,
        text: typeof reply === 'string' ? reply : outcome === 'answered' ? JSON.stringify(reply) : '',
        key: `key-${request.purpose}-${request.seed}`,
        model: 'scripted',
        promptTokens: 1,
        completionTokens: 1,
        cost: 0,
        recalled: false,
      })
    },
  }
}

/** Answers by the purpose of a request; an unexpected purpose fails the test. */
export function byPurpose(replies: Readonly<Record<string, ScriptedReply>>): ScriptedModel {
  return scriptedModel(({ purpose }) => {
    const reply = replies[purpose]
    if (reply === undefined) throw new Error(`not expected: ${purpose}`)
    return reply
  })
}

export function concept(name: string, kind: Concept['kind'] = 'knowledge-point'): Concept {
  const key = name.toLowerCase()
  return { id: conceptId(kind, key), kind, key, name, aliases: [{ name, count: 1 }], count: 1 }
}

export function labelled(
  question: string,
  points: readonly Concept[],
  more: Partial<Seed> = {},
): LabelledSeed {
  const seed = {
    source: 'own',
    split: 'train',
    license: 'CC0-1.0',
    language: 'en',
    ...more,
    question,
    id: seedId(question),
  }
  return { seed, conceptIds: points.map(({ id }) => id) }
}

/** A draw whose walk visited the given concepts. */
export function requestFor(
  knowledgePoints: readonly Concept[],
  topics: readonly Concept[] = [concept('arithmetic', 'topic')],
  index = 0,
): GenerationRequest {
  return {
    knowledgePoints,
    topics,
    variant: 0,
    path: {
      runSeed: 1,
      index,
      mode: 'mathscale',
      steps: [],
      topics: topics.map(({ id }) => id).sort(),
      knowledgePoints: knowledgePoints.map(({ id }) => id).sort(),
      graphVersion: 'v',
    },
  }
}
