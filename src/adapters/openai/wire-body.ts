import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions'
import type { JsonValue } from '../../core/identity.ts'
import type { ModelRequest } from '../../core/model.ts'
import type { Capabilities } from './capabilities.ts'

/** Parameters an endpoint wants beside ours, for example `reasoning_effort`. */
export type ExtraParameters = Readonly<Record<string, JsonValue>>

/** The body of `POST /chat/completions` in the words this endpoint understands. */
export function wireBody(
  request: ModelRequest,
  model: string,
  {
    capabilities,
    extra,
    samples = 1,
  }: {
    readonly capabilities: Capabilities
    readonly extra: ExtraParameters
    /** Replies wanted. @default 1 */
    readonly samples?: number
  },
): ChatCompletionCreateParamsNonStreaming {
  return {
    ...extra,
    model,
    messages: [...request.messages],
    [capabilities.limit]: request.maxTokens,
    ...(capabilities.temperature ? { temperature: request.temperature } : {}),
    ...(capabilities.seed ? { seed: request.seed } : {}),
    ...(samples > 1 ? { n: samples } : {}),
    ...outputFormat(request, capabilities),
  }
}

function outputFormat(
  { output }: ModelRequest,
  capabilities: Capabilities,
): Pick<ChatCompletionCreateParamsNonStreaming, 'response_format'> {
  if (output === undefined || capabilities.output === 'text') return {}
  if (capabilities.output === 'json_object') return { response_format: { type: 'json_object' } }
  const schema = output.schema as Record<string, unknown>
  return {
    response_format: { type: 'json_schema', json_schema: { name: output.name, schema, strict: true } },
  }
}
