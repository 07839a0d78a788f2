import { type BatchEndpoint, EndpointFailure, type ModelEndpoint } from '../../core/model-endpoint.ts'
import type { ModelRequest } from '../../core/model.ts'
import { assumedCapabilities, type Capabilities, withoutRefused } from './capabilities.ts'
import { classifyFailure } from './classify-failure.ts'
import type { EndpointSettings } from './endpoint-settings.ts'
import { openAiBatches } from './openai-batches.ts'
import { openClient, type OpenAiClient } from './openai-client.ts'
import { gatherSamples, type Sample } from './gather-samples.ts'
import { readChoices } from './read-completion.ts'
import { wireBody } from './wire-body.ts'

/** A model that can be asked one by one or in batches; both know what the other has learnt. */
export interface OpenAiEndpoint extends ModelEndpoint {
  readonly batches: BatchEndpoint
}

/**
 * A model behind `POST /chat/completions`. What the endpoint does not understand (JSON schemas, `seed`, `temperature`, the name of
 * the token limit) is learnt from its first refusal and left out from then on. The packages are loaded with the first request.
 */
export function openAiEndpoint(settings: EndpointSettings): OpenAiEndpoint {
  let opening: Promise<OpenAiClient> | undefined
  let capabilities: Capabilities = { ...assumedCapabilities, seed: settings.seed }
  const proven = new Set<string>()
  const learning: { probe?: Promise<EndpointFailure | undefined> | undefined } = {}

  const open = (): Promise<OpenAiClient> => (opening ??= openClient(settings))

  /** `undefined` when something was learnt and the request should be put into other words. */
  async function attempt(
    request: ModelRequest,
    samples: number,
    signal: AbortSignal,
  ): Promise<readonly Sample[] | undefined> {
    const used = capabilities
    const { client, failures } = await open()
    try {
      const extra = settings.parameters
      const body = wireBody(request, settings.model, { capabilities: used, extra, samples })
      const completion = await client.chat.completions.create(body, { signal })
      proven.add(shapeOf(request, used))
      return readChoices(completion, request)
    } catch (error) {
      if (signal.aborted) throw signal.reason
      const { APIError } = failures.sdk
      if (error instanceof APIError && (error.status === 400 || error.status === 422)) {
        const complaint = {
          message: error.message,
          param: error.param ?? '',
          usedOutput: request.output !== undefined,
          usedN: samples > 1,
        }
        const left = withoutRefused(used, complaint)
        if (left !== undefined) {
          if (capabilities === used) capabilities = left
          return undefined
        }
      }
      throw classifyFailure(error, failures)
    }
  }

  /** Ends the probe; gives its failure. */
  function settled(sending: Promise<unknown>): Promise<EndpointFailure | undefined> {
    const end = (error?: unknown): EndpointFailure | undefined => {
      learning.probe = undefined
      return error instanceof EndpointFailure ? error : undefined
    }
    return sending.then(() => end(), end)
  }

  const gathered = gatherSamples(attempt)

  /** Where seeds are not understood, samples of one prompt that are sent together are one request. */
  async function sendSample(request: ModelRequest, signal: AbortSignal): Promise<Sample | undefined> {
    const { seed, n } = capabilities
    return seed || !n ? (await attempt(request, 1, signal))?.[0] : gathered(request, signal)
  }

  return {
    name: settings.name,
    parameters: settings.parameters,
    reasoningTokens: settings.reasoningTokens,
    batches: openAiBatches(settings, { open, capabilities: () => capabilities }),
    async send(request, { signal }) {
      for (;;) {
        // While nobody knows whether requests of this shape are understood, one goes ahead and the others wait for what it learns.
        // Where it is told to stop or to wait, they are told so too, and do not ask themselves.
        while (!proven.has(shapeOf(request, capabilities)) && learning.probe !== undefined) {
          const failure = await learning.probe
          if (failure?.verdict === 'stop' || failure?.retryAfter !== undefined) throw failure
        }
        signal.throwIfAborted()
        const sending = sendSample(request, signal)
        if (!proven.has(shapeOf(request, capabilities))) learning.probe = settled(sending)
        const reply = await sending
        if (reply instanceof EndpointFailure) throw reply
        if (reply !== undefined) return reply
      }
    },
    async close() {
      if (opening !== undefined) await (await opening).pool.close()
    },
  }
}

function shapeOf(request: ModelRequest, capabilities: Capabilities): string {
  return `${Object.values(capabilities).join()} ${request.output !== undefined}`
}
