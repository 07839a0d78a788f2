/**
 * Cost of calling a model: `node bench/calling/run.ts [requests = 2000] [concurrency = 256] [latency = 200] [rounds = 3]`. A fake
 * server of fixed latency; our whole path (ledger, limits, budget, client) against a bare undici loop that keeps nothing, in turns.
 * One JSON line per client: CPU milliseconds per request, efficiency (ideal / actual wall time), peak memory.
 */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { startFakeModelServer } from '../../tests/fake-model-server/start.ts'

const [requests = 2000, concurrency = 256, latency = 200, rounds = 3] = process.argv.slice(2).map(Number)

interface Figures {
  readonly wall: number
  readonly cpu: number
  readonly rss: number
  readonly startup: number
}

function measure(client: string, baseUrl: string): Figures {
  const script = path.join(import.meta.dirname, 'call-loop.ts')
  const output = execFileSync(process.execPath, [
    script,
    client,
    baseUrl,
    String(requests),
    String(concurrency),
  ])
  return JSON.parse(output.toString()) as Figures
}

const server = await startFakeModelServer({ latency })
const ideal = Math.ceil(requests / concurrency) * latency
try {
  const found = new Map<string, Figures[]>()
  for (let round = 0; round < rounds; round++)
    for (const client of ['undici', 'ours'])
      found.set(client, [...(found.get(client) ?? []), measure(client, server.baseUrl)])
  for (const [client, all] of found) {
    const each = (pick: (figures: Figures) => number): number[] =>
      all.map((one) => Math.round(pick(one) * 1000) / 1000)
    const line = {
      bench: 'calling',
      client,
      requests,
      concurrency,
      latency,
      cpuMsPerRequest: each(({ cpu }) => cpu / requests),
      efficiency: each(({ wall }) => ideal / wall),
      startupMs: each(({ startup }) => startup),
      peakRssMb: each(({ rss }) => rss),
    }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
} finally {
  await server.stop()
}
