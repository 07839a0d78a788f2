import { pino } from 'pino'
import { version } from '../../src/surfaces/api/version.ts'
import { serve, type Serving } from '../../src/surfaces/api/serve.ts'
import { openService } from '../../src/surfaces/service/open-service.ts'
import { openExplorer } from '../../src/pipeline/explore/open-explorer.ts'
import { makeRun } from '../explore/explored-place.ts'

export interface ServedPlace {
  readonly url: string
  readonly port: number
  readonly folder: string
  readonly runId: string
  /** What was logged. */
  readonly log: () => string
  stop(): Promise<void>
}

export interface ServeSettings {
  /** Pairs of the finished run. */
  readonly count: number
  readonly token?: string
  readonly requestsPerMinute?: number
}

/** A service, in this process, on a workspace with one finished run over the shipped seeds. */
export async function servePlace({
  count,
  token,
  requestsPerMinute = 0,
}: ServeSettings): Promise<ServedPlace> {
  const { folder, config, stores, runId } = await makeRun(count)
  await stores.close()
  return serveFolder({ folder, config, runId }, { token, requestsPerMinute })
}

type Made = Pick<Awaited<ReturnType<typeof makeRun>>, 'folder' | 'config' | 'runId'>

async function serveFolder(
  { folder, config, runId }: Made,
  { token, requestsPerMinute }: { readonly token: string | undefined; readonly requestsPerMinute: number },
): Promise<ServedPlace> {
  const lines: string[] = []
  const opened = await openService(config, { models: [] })
  const explorer = openExplorer({ stores: opened.stores, config })
  const serving: Serving = await serve(
    { service: opened.service, explorer },
    {
      host: '127.0.0.1',
      port: 0,
      token,
      allowedHosts: [],
      requestsPerMinute,
      version,
      logger: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
      models: [],
      workspace: folder,
    },
  )
  const { port } = new URL(serving.url)
  return {
    url: serving.url,
    port: Number(port),
    folder,
    runId,
    log: () => lines.join(''),
    stop: () => serving.stop(),
  }
}
