/** Faults by name; each is the share of chat requests it strikes, 0 to 1. */
export const faultNames = [
  'rate-limit',
  'server-error',
  'hang',
  'reset',
  'malformed',
  'truncated',
  'huge',
  'slow-loris',
  'refusal',
  'empty',
  'null-choices',
  'cut-body',
] as const
export type FaultName = (typeof faultNames)[number]

/** What a served text does wrong on purpose. */
const mischiefs = ['none', 'echo', 'wrong-answer', 'off-concept', 'leak', 'two-questions', 'obey'] as const
export type Mischief = (typeof mischiefs)[number]

/** Behaviour of the server; `POST /control` changes it. */
export interface FakeSettings {
  /** Milliseconds before each reply. */
  latency: number
  /** Share of the latency by which replies come earlier or later, so that requests do not move in step. */
  spread: number
  faults: Partial<Record<FaultName, number>>
  /** Value of `Retry-After` (seconds) of the fault `rate-limit`; none when absent. */
  retryAfter?: number
  /** Requests let through in each second; the others get 429 with `Retry-After`. */
  perSecond?: number
  /** Every request gets this status. */
  status?: number
  /** Share of the different requests that always get status 500. */
  broken: number
  /** Headers of the replies forced by `status`. */
  headers?: Record<string, string>
  /** Parameters that are answered with 400. */
  unsupported: readonly string[]
  /** Share of replies with the mischief. */
  mischief: Mischief
  mischiefShare: number
  /** Leave `usage` out. */
  silentUsage: boolean
}

export const defaultSettings: FakeSettings = {
  latency: 0,
  spread: 0,
  faults: {},
  broken: 0,
  unsupported: [],
  mischief: 'none',
  mischiefShare: 1,
  silentUsage: false,
}

/** What the server saw: the truth about what was asked and paid. */
export interface FakeStats {
  requests: number
  /** Whole replies given: what a provider would charge for. */
  answered: number
  inFlight: number
  mostInFlight: number
  /** Distinct bodies answered, and those answered more than once. */
  distinct: number
  answeredTwice: number
  faults: Partial<Record<FaultName, number>>
  /** Requests and 429 replies in each second since the first request. */
  seconds: { readonly sent: number; readonly refused: number }[]
  /** 429 replies whose `Retry-After` was not waited for: requests that came in before it. */
  early: number
  /** Chat connections that closed before their reply was sent. */
  cut: number
  statuses: Record<string, number>
  /** Distinct `authorization` headers. */
  keys: string[]
  cpu: number
}

/** Every fault at the same rate, together `share`. */
export function allFaults(share: number): Partial<Record<FaultName, number>> {
  return Object.fromEntries(faultNames.map((name) => [name, share / faultNames.length]))
}
