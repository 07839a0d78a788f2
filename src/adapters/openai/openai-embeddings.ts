import { EndpointFailure, type EndpointReply, type ModelEndpoint } from '../../core/model-endpoint.ts'
import type { ModelRequest } from '../../core/model.ts'
import { classifyFailure } from './classify-failure.ts'
import type { EndpointSettings } from './endpoint-settings.ts'
import { openClient, type OpenAiClient } from './openai-client.ts'
import { readEmbeddings } from './read-embeddings.ts'

/** A vector of 4,096 numbers written out is about 90 kB, so a reply is longer than a chat's. */
const mostReplyBytes = 32 * 1_048_576

/**
 * A model behind `POST /embeddings`, asked like any other so that ledger, limits, retries and budget are the same: each message of a
 * request is a text, and the text of the reply holds their vectors (`core/packed-vectors.ts`). Vectors come as base64 where the
 * endpoint can, as numbers where it refuses.
 */
export function openAiEmbeddings(settings: EndpointSettings): ModelEndpoint {
  let opening: Promise<OpenAiClient> | undefined
  let format: 'base64' | 'float' = 'base64'
  const maxResponseBytes = Math.max(settings.maxResponseBytes, mostReplyBytes)
  const open = (): Promise<OpenAiClient> => (opening ??= openClient({ ...settings, maxResponseBytes }))

  /** `undefined` when the endpoint does not understand base64. */
  async function attempt(request: ModelRequest, signal: AbortSignal): Promise<EndpointReply | undefined> {
    const used = format
    const { client, failures } = await open()
    try {
      const input = request.messages.map(({ content }) => content)
      const body = { ...settings.parameters, model: settings.model, input, encoding_format: used }
      return readEmbeddings(await client.embeddings.create(body, { signal }), input)
    } catch (error) {
      if (signal.aborted) throw signal.reason
      const { APIError } = failures.sdk
      const refused = error instanceof APIError && (error.status === 400 || error.status === 422)
      if (refused && used === 'base64' && /encoding_format|base64/i.test(`${error.param} ${error.message}`)) {
        format = 'float'
        return undefined
      }
      throw error instanceof EndpointFailure ? error : classifyFailure(error, failures)
    }
  }

  return {
    name: settings.name,
    parameters: settings.parameters,
    reasoningTokens: 0,
    async send(request, { signal }) {
      signal.throwIfAborted()
      const reply = (await attempt(request, signal)) ?? (await attempt(request, signal))
      if (reply === undefined) throw new Error('numbers cannot be refused for being base64')
      return reply
    },
    async close() {
      if (opening !== undefined) await (await opening).pool.close()
    },
  }
}
