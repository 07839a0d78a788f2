import { setImmediate } from 'node:timers/promises'
import type { EndpointFailure, EndpointReply } from '../../core/model-endpoint.ts'
import type { ModelRequest } from '../../core/model.ts'

/** One of several replies to one prompt. */
export type Sample = EndpointReply | EndpointFailure

/** Asks one prompt for several replies; fewer may come. `undefined` when it should be put into other words. */
type AskSamples = (
  request: ModelRequest,
  samples: number,
  signal: AbortSignal,
) => Promise<readonly Sample[] | undefined>

interface Gathering {
  size: number
  readonly asking: Promise<readonly Sample[] | undefined>
}

/** Endpoints bound `n`; the smallest bound known is 128. */
const mostSamples = 64

/**
 * Requests that differ in nothing but their seed and are sent together become one with `n`. Each gets a reply of its own; who goes
 * without, since the endpoint gave fewer, asks alone.
 */
export function gatherSamples(
  ask: AskSamples,
): (request: ModelRequest, signal: AbortSignal) => Promise<Sample | undefined> {
  const open = new Map<string, Gathering>()
  return async (request, signal) => {
    const { messages, temperature, maxTokens, output } = request
    const key = JSON.stringify([messages, temperature, maxTokens, output])
    const begun = open.get(key)
    const gathering = begun === undefined || begun.size >= mostSamples ? start() : begun
    const place = gathering.size++
    const replies = await gathering.asking
    if (replies === undefined) return undefined
    return replies[place] ?? (await ask(request, 1, signal))?.[0]

    function start(): Gathering {
      const started: Gathering = {
        size: 0,
        asking: joined().then(() => {
          if (open.get(key) === started) open.delete(key)
          return ask(request, started.size, signal)
        }),
      }
      open.set(key, started)
      return started
    }
  }
}

/** The samples of a vote are written down by one commit, and come in the turns of the event loop that follow it. */
async function joined(): Promise<void> {
  await setImmediate()
  await setImmediate()
}
