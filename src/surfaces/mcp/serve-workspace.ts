import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import type { Config } from '../../core/config.ts'
import { openExplorer } from '../../pipeline/explore/open-explorer.ts'
import { openExistingStores } from '../../wire.ts'
import { createMcpServer } from './create-server.ts'
import { openProposals, type AllowedModel } from './propose-pairs.ts'

export interface ServedWorkspace {
  readonly config: Config
  readonly model?: AllowedModel
  /** Aborted when the process is asked to stop. */
  readonly signal: AbortSignal
}

/** Most bytes of one message. */
const longestMessage = 1_000_000

/**
 * Serves a workspace on standard input and output until the client closes its end or the signal aborts. Standard output carries the
 * protocol alone; what goes wrong in a tool is written to standard error.
 *
 * @throws UsageError where there is no workspace
 */
export async function serveWorkspace({ config, model, signal }: ServedWorkspace): Promise<void> {
  const stores = await openExistingStores(config.run.workspace)
  const stopping = new AbortController()
  const explorer = openExplorer({ stores, config })
  const proposals = openProposals({
    explorer,
    stores,
    config,
    ...(model === undefined ? {} : { model }),
    signal: AbortSignal.any([signal, stopping.signal]),
  })
  const report = (error: unknown): void => {
    process.stderr.write(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`)
  }
  const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: longestMessage })
  const ended = Promise.withResolvers<void>()
  process.stdin.once('end', () => ended.resolve())
  process.stdin.once('close', () => ended.resolve())
  signal.addEventListener('abort', () => ended.resolve(), { once: true })
  const served = serveStdio(
    () => createMcpServer({ explorer, proposals, asksModel: model !== undefined, report }),
    { transport, onerror: report },
  )
  try {
    await ended.promise
  } finally {
    stopping.abort()
    await served.close()
    await proposals.close()
    await explorer.close()
    await stores.close()
  }
}
