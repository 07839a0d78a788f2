import type { OpenAI } from 'openai'
import type { EndpointSettings } from './endpoint-settings.ts'
import type { FailureContext } from './classify-failure.ts'
import { type HttpPool, openHttpPool } from './http-pool.ts'
import { redactorOf } from './redact-secrets.ts'

/** The client of one endpoint over our own connections: it neither retries, nor logs, nor reads other variables of the environment. */
export interface OpenAiClient {
  readonly client: OpenAI
  readonly pool: HttpPool
  readonly failures: FailureContext
  /** Sent with downloads, which do not go through the client. */
  readonly headers: Readonly<Record<string, string>>
}

/** Loads the `openai` package and `undici`; nothing else imports them. */
export async function openClient(settings: EndpointSettings): Promise<OpenAiClient> {
  const { connections, maxResponseBytes, key } = settings
  const [sdk, pool] = await Promise.all([import('openai'), openHttpPool({ connections, maxResponseBytes })])
  const client = new sdk.OpenAI({
    baseURL: settings.baseUrl,
    apiKey: key ?? 'none',
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    timeout: settings.timeout,
    fetch: pool.fetch,
    logLevel: 'off',
  })
  const secrets = key === undefined ? [] : [key]
  return {
    client,
    pool,
    failures: { endpoint: new URL(settings.baseUrl).host, redact: redactorOf(secrets), sdk },
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
  }
}
