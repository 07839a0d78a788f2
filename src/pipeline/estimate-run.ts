import type { Config } from '../core/config.ts'
import { listPrompts, loadPrompt } from '../foundations/prompts/load-prompt.ts'
import { textOutput } from '../foundations/prompts/prompt-file.ts'
import type { PresetParameters } from '../steps/generate/presets.ts'
import { costOf, type Price } from './calling/prices.ts'
import { presetOf } from './model-engine.ts'
import { loadSeeds } from './prepare-run.ts'

/** From few and short to many and long. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** What would be asked of a model, before anything is asked. */
export interface CallEstimate {
  readonly requests: Range
  readonly tokens: Range
  /** In the currency of the price file; absent where the price is unknown. */
  readonly cost?: Range
  /** What the two ends assume. */
  readonly assumptions: readonly string[]
}

export interface RunEstimate extends CallEstimate {
  readonly seeds: number
  readonly pairs: number
}

/** Replies of a few sentences at the low end; at the high end a long worked solution, and half as many draws again for rejects. */
export const shortReply = 150
export const longReply = 900
const rejectsAtMost = 1.5

/** Requests of one pair, votes aside. */
function requestsPerPair(preset: PresetParameters): Range {
  switch (preset.preset) {
    case 'mathscale': {
      const planned = preset.rationale ? 1 : 0
      const validated = preset.validation === 'none' ? 0 : 1
      return { low: 1 + planned + validated, high: (1 + planned) * preset.attempts + validated }
    }
    case 'skywork':
      return { low: 1, high: preset.evolveRounds + 1 }
    case 'xwin':
      return { low: 2, high: 2 * preset.attempts }
  }
}

/** Estimates requests, tokens and cost of a run; reads the seeds and asks nobody. */
export async function estimateRun(config: Config, price: Price | undefined): Promise<RunEstimate> {
  const { seeds } = await loadSeeds(config)
  const { extractor, generator } = config.engine
  const { count } = config.generation
  const labelling = extractor === 'model' ? seeds.length : 0
  const preset = presetOf(config)
  const perPair = generator === 'model' ? requestsPerPair(preset) : { low: 0, high: 0 }
  const votes = generator === 'model' ? config.model.samples : 0
  const requests = {
    low: labelling + count * (perPair.low + votes),
    high: labelling * 2 + Math.ceil(count * (perPair.high + votes) * rejectsAtMost),
  }
  const estimate = estimateCalls(requests, {
    lengths: seeds.map((seed) => seed.question.length + (seed.solution ?? '').length),
    texts: preset.preset === 'mathscale' ? preset.exemplars : 2,
    maxTokens: preset.maxTokens,
    price,
  })
  return {
    seeds: seeds.length,
    pairs: count,
    ...estimate,
    assumptions: [...estimate.assumptions, `up to ${rejectsAtMost} draws for a pair that counts`],
  }
}

export interface CallSizes {
  /** Characters of the texts that stand in a prompt. */
  readonly lengths: readonly number[]
  /** Most of them in one prompt. */
  readonly texts: number
  /** Most tokens of a reply. */
  readonly maxTokens: number
  readonly price: Price | undefined
}

/** Tokens and cost of so many requests. */
export function estimateCalls(
  requests: Range,
  { lengths, texts, maxTokens, price }: CallSizes,
): CallEstimate {
  const prompt = promptSizes(lengths, texts)
  const longest = Math.min(longReply, maxTokens)
  const costAt = (calls: number, promptTokens: number, reply: number): number =>
    costOf(
      {
        promptTokens: calls * promptTokens,
        cachedTokens: 0,
        completionTokens: calls * reply,
        counted: false,
      },
      price,
    )
  return {
    requests,
    tokens: {
      low: requests.low * (prompt.low + shortReply),
      high: requests.high * (prompt.high + longest),
    },
    ...(price === undefined
      ? {}
      : {
          cost: {
            low: costAt(requests.low, prompt.low, shortReply),
            high: costAt(requests.high, prompt.high, longest),
          },
        }),
    assumptions: [
      `replies of ${shortReply} to ${longest} tokens, prompts of ${prompt.low} to ${prompt.high}`,
      'a model that thinks before it answers takes more: cap it with --max-tokens or --max-cost',
    ],
  }
}

/** Tokens of one prompt: the shortest template with one text, to the longest with as many as fit. */
function promptSizes(lengths: readonly number[], texts: number): Range {
  const templates = listPrompts()
    .map(loadPrompt)
    .filter(({ output }) => output !== textOutput)
    .map(({ messages }) => messages.reduce((sum, { content }) => sum + content.length, 0))
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  return {
    low: Math.round((Math.min(...templates) + mean) / 4),
    high: Math.round((Math.max(...templates) + mean * Math.max(1, texts)) / 3),
  }
}
