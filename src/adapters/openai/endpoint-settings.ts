import { ConfigurationError } from '../../core/errors.ts'
import type { JsonValue } from '../../core/identity.ts'
import { checkAddress, isLoopback } from './endpoint-address.ts'

/** A named endpoint in the configuration. Keys stand in the environment only. */
export interface NamedEndpoint {
  readonly baseUrl: string
  /** Environment variable that holds the key. None is sent when absent. */
  readonly keyVariable?: string
  /** Plain http to another machine. @default false */
  readonly allowHttp?: boolean
  /** Milliseconds for one attempt, reply included. @default 120000 */
  readonly timeout?: number
  /** Most bytes of one reply. @default 1048576 */
  readonly maxResponseBytes?: number
  /** Parameters sent along with each request, for example `reasoning_effort`. @default {} */
  readonly parameters?: Readonly<Record<string, JsonValue>>
  /** Tokens a model may think before it answers, added to the limit of every reply. @default 0 */
  readonly reasoningTokens?: number
  /** False for a server that takes `seed` and does not heed it. @default true */
  readonly seed?: boolean
}

/** Everything needed to call one model. */
export interface EndpointSettings {
  /** As the user wrote it; part of every ledger key. */
  readonly name: string
  /** As the endpoint knows it. */
  readonly model: string
  readonly baseUrl: string
  readonly key: string | undefined
  readonly timeout: number
  readonly maxResponseBytes: number
  /** Most open connections. */
  readonly connections: number
  readonly parameters: Readonly<Record<string, JsonValue>>
  readonly reasoningTokens: number
  /** Whether to try it; a refusal is learnt. */
  readonly seed: boolean
}

const officialBaseUrl = 'https://api.openai.com/v1'

/**
 * Settings of a model given as `model` (at `OPENAI_BASE_URL`, with `OPENAI_API_KEY`) or `model@endpoint`.
 *
 * @throws ConfigurationError on an unknown endpoint, a bad address or a missing key
 */
export function resolveEndpoint(
  reference: string,
  sources: {
    readonly endpoints: Readonly<Record<string, NamedEndpoint>>
    readonly environment: Readonly<Record<string, string | undefined>>
    readonly connections: number
  },
): EndpointSettings {
  const { endpoints, environment, connections } = sources
  const at = reference.lastIndexOf('@')
  const place = at < 1 ? undefined : reference.slice(at + 1)
  if (reference === '' || (place !== undefined && !Object.hasOwn(endpoints, place)))
    throw new ConfigurationError(
      `unknown endpoint: ${reference}; write MODEL or MODEL@ENDPOINT, configured: ${Object.keys(endpoints).join(', ') || 'none'}`,
    )
  const endpoint =
    place === undefined
      ? { baseUrl: environment['OPENAI_BASE_URL'] || officialBaseUrl, keyVariable: 'OPENAI_API_KEY' }
      : (endpoints[place] as NamedEndpoint)
  const chosen: NamedEndpoint = endpoint
  const baseUrl = checkAddress(chosen.baseUrl, chosen.allowHttp ?? false)
  const key = chosen.keyVariable === undefined ? undefined : environment[chosen.keyVariable] || undefined
  if (key === undefined && chosen.keyVariable !== undefined && !isLoopback(new URL(baseUrl).hostname))
    throw new ConfigurationError(`no key for ${new URL(baseUrl).host}; set ${chosen.keyVariable}`)
  return {
    name: reference,
    model: place === undefined ? reference : reference.slice(0, at),
    baseUrl,
    key,
    timeout: chosen.timeout ?? 120_000,
    maxResponseBytes: chosen.maxResponseBytes ?? 1_048_576,
    connections,
    parameters: chosen.parameters ?? {},
    reasoningTokens: chosen.reasoningTokens ?? 0,
    seed: chosen.seed ?? true,
  }
}
