/** What an endpoint understands. Everything is assumed until it says no; each `no` is remembered. */
export interface Capabilities {
  readonly output: 'json_schema' | 'json_object' | 'text'
  readonly limit: 'max_tokens' | 'max_completion_tokens'
  readonly seed: boolean
  readonly temperature: boolean
  /** Several samples in one request. */
  readonly n: boolean
}

export const assumedCapabilities: Capabilities = {
  output: 'json_schema',
  limit: 'max_tokens',
  seed: true,
  temperature: true,
  n: true,
}

/** What a refused request used, and what the endpoint said about it. */
export interface Complaint {
  readonly message: string
  /** The parameter it names, where it does. */
  readonly param: string
  readonly usedOutput: boolean
  readonly usedN: boolean
}

const unsupported =
  /unsupported|not support|n't support|only the default|unrecogni[sz]ed|unknown|unexpected|extra (?:input|field)|not permitted|not allowed|use '?max_completion_tokens/i
const tooLong = /context[ _]length|context window|too (?:large|long|many)|maximum context|exceeds/i

/** What is left after a complaint (status 400 or 422), or `undefined` when it is not about a parameter we can do without. */
export function withoutRefused(held: Capabilities, complaint: Complaint): Capabilities | undefined {
  const text = `${complaint.param} ${complaint.message}`
  if (tooLong.test(text)) return undefined
  if (
    complaint.usedOutput &&
    held.output !== 'text' &&
    /response_format|json_schema|json_object|structured output|grammar/i.test(text)
  )
    return { ...held, output: held.output === 'json_schema' ? 'json_object' : 'text' }
  if (held.n && complaint.usedN && (complaint.param === 'n' || /\bn\b|\bchoices?\b/.test(complaint.message)))
    return { ...held, n: false }
  if (!unsupported.test(text)) return undefined
  if (held.limit === 'max_tokens' && /\bmax_tokens\b/.test(text))
    return { ...held, limit: 'max_completion_tokens' }
  if (held.temperature && /\btemperature\b/.test(text)) return { ...held, temperature: false }
  if (held.seed && /\bseed\b/.test(text)) return { ...held, seed: false }
  return undefined
}
