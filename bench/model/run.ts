/**
 * Whole runs with a model through the command line, each in a process of its own, against the fake server in another:
 * `node bench/model/run.ts [--overhead] [--faults] [--storm] [--kills 0] [--pairs 2000] [--concurrency 256] [--latency 200]
 * [--rounds 3]`. Without a choice: `--overhead`. One JSON line per measure.
 *
 * - overhead: labels by the taxonomy, mathscale, all checks, ledger, store; CPU milliseconds per pair, efficiency (ideal / actual wall
 *   time of the requests) and peak memory, without and with the marks and the dataset that follow, beside a bare undici loop that sends as
 *   many requests and keeps nothing
 * - faults: 1,000 pairs with twelve faults at 30 % together, 200 at 60 %; peak memory, failures by reason
 * - storm: a server that lets 50 requests through in each second; the share refused after the first 10 s
 * - kills N: N times kill -9 in a run of `--pairs`, and the dataset compared with that of a run left alone
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { allFaults } from '../../tests/fake-model-server/settings.ts'
import { type FakeModelServer, startFakeModelServer } from '../../tests/fake-model-server/start.ts'
import { faultyEndpoint } from '../../tests/model/faulty-endpoint.ts'
import { killRun } from '../../tests/model/kill-run.ts'
import {
  datasetHashes,
  makePlace,
  type ModelRunOptions,
  type RunPlace,
  runModel,
  storedPairs,
  temporaryFolder,
} from '../../tests/model/model-run.ts'

const { values: chosen } = parseArgs({
  options: {
    overhead: { type: 'boolean', default: false },
    faults: { type: 'boolean', default: false },
    storm: { type: 'boolean', default: false },
    kills: { type: 'string', default: '0' },
    pairs: { type: 'string', default: '2000' },
    concurrency: { type: 'string', default: '256' },
    latency: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '3' },
  },
})
const pairs = Number(chosen.pairs)
const kills = Number(chosen.kills)
const folder = temporaryFolder()
let places = 0

interface Measured {
  readonly wall: number
  readonly cpu: number
  readonly rss: number
  readonly commits: number
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

function newPlace(): RunPlace {
  return makePlace(folder, String(places++), 1000)
}

/** Runs to the end; the process itself tells its CPU time and peak memory as it exits. */
async function measure(options: ModelRunOptions): Promise<Measured & Awaited<ReturnType<typeof runModel>>> {
  const file = path.join(options.place.folder, 'usage.json')
  const hook = path.join(import.meta.dirname, 'report-usage.ts')
  const result = await runModel({
    ...options,
    environment: { NODE_OPTIONS: `--import=${hook}`, BENCH_USAGE_FILE: file },
  })
  return { ...result, ...(JSON.parse(readFileSync(file, 'utf8')) as Measured) }
}

const mathscale = [
  '--preset',
  'mathscale',
  '--samples',
  '0',
  '--extractor',
  'taxonomy',
  '--generator',
  'model',
]

async function overhead(server: FakeModelServer): Promise<void> {
  const [concurrency, latency] = [Number(chosen.concurrency), Number(chosen.latency)]
  const flags = [...mathscale, '--concurrency', String(concurrency)]
  for (let round = 0; round < Number(chosen.rounds); round++) {
    await server.reset({ latency })
    const script = path.join(import.meta.dirname, '../calling/call-loop.ts')
    const loop = execFileSync(process.execPath, [
      script,
      'undici',
      server.baseUrl,
      chosen.pairs,
      String(concurrency),
    ])
    const bare = JSON.parse(loop.toString()) as Measured
    await server.reset({ latency })
    // What starting and labelling cost whatever the number of pairs.
    const one = [...flags, '--count', '1']
    const small = await measure({ server, place: newPlace(), flags: one, exports: false })
    await server.reset({ latency })
    const all = [...flags, '--count', String(pairs)]
    const whole = await measure({ server, place: newPlace(), flags: all, exports: false })
    const { requests, mostInFlight } = await server.stats()
    await server.reset({ latency })
    const exported = await measure({ server, place: newPlace(), flags: all })
    const ideal = Math.ceil(requests / concurrency) * latency
    if (whole.code !== 0) throw new Error(`exit ${whole.code}: ${whole.stderr}`)
    print({
      bench: 'model overhead',
      pairs: whole.summary?.pairs.stored,
      requests,
      concurrency,
      mostInFlight,
      latency,
      cpuMsPerPair: rounded((whole.cpu - small.cpu) / (pairs - 1)),
      cpuMsPerPairWithStart: rounded(whole.cpu / pairs),
      cpuMsPerPairWithStartAndExport: rounded(exported.cpu / pairs),
      bareCpuMsPerRequest: rounded(bare.cpu / pairs),
      bareEfficiency: rounded((Math.ceil(pairs / concurrency) * latency) / bare.wall),
      efficiency: rounded(ideal / (whole.wall - small.wall + latency)),
      efficiencyWithExport: rounded(ideal / (exported.wall - small.wall + latency)),
      peakRssMb: Math.round(whole.rss),
      peakRssMbWithExport: Math.round(exported.rss),
      barePeakRssMb: Math.round(bare.rss),
      commits: whole.commits,
      commitsPerRequest: rounded(whole.commits / requests),
    })
  }
}

async function faults(server: FakeModelServer): Promise<void> {
  for (const [share, count] of [
    [0.3, 1000],
    [0.6, 200],
  ] as const) {
    await server.reset({ faults: allFaults(share), retryAfter: 0.1 })
    const place = newPlace()
    const flags = [
      ...mathscale,
      '--count',
      String(count),
      '--concurrency',
      '64',
      ...faultyEndpoint(place, server, 1000),
    ]
    const { code, summary, rss, wall, stderr } = await measure({ server, place, flags })
    const { requests, answeredTwice } = await server.stats()
    const { failed, refused, truncated, gaveUp, uncertain } = summary?.calls ?? {}
    print({
      bench: 'model faults',
      share,
      exit: code,
      pairs: summary?.pairs.stored,
      requests,
      answeredTwice,
      failed,
      refused,
      truncated,
      gaveUp,
      uncertain,
      skipped: summary?.pairs.skipped,
      seconds: rounded(wall / 1000),
      peakRssMb: Math.round(rss),
      ...(code === 0 ? {} : { stderr: stderr.slice(-500) }),
    })
  }
}

async function storm(server: FakeModelServer): Promise<void> {
  await server.reset({ perSecond: 50, latency: 20 })
  const flags = [...mathscale, '--count', '1500', '--concurrency', '64']
  const { code, summary } = await runModel({ server, place: newPlace(), flags })
  const { seconds, answeredTwice, early } = await server.stats()
  const total = (part: typeof seconds, pick: (second: (typeof seconds)[number]) => number): number =>
    part.reduce((sum, second) => sum + pick(second), 0)
  const later = seconds.slice(10)
  print({
    bench: 'model 429 storm',
    exit: code,
    pairs: summary?.pairs.stored,
    seconds: seconds.length,
    refusedShareFirst10s: rounded(
      total(seconds.slice(0, 10), ({ refused }) => refused) / total(seconds.slice(0, 10), ({ sent }) => sent),
    ),
    refusedShareLater: rounded(total(later, ({ refused }) => refused) / total(later, ({ sent }) => sent)),
    answeredPerSecondLater: rounded(total(later, ({ sent, refused }) => sent - refused) / later.length),
    early,
    answeredTwice,
  })
}

async function killing(server: FakeModelServer): Promise<void> {
  const [latency, concurrency] = [30, 16]
  const flags = [...mathscale, '--count', String(pairs)]
  const [whole, killed] = [newPlace(), newPlace()]
  await server.reset({ latency })
  const undisturbed = await runModel({ server, place: whole, flags: [...flags, '--concurrency', '256'] })
  if (undisturbed.code !== 0) throw new Error(`exit ${undisturbed.code}: ${undisturbed.stderr}`)
  const { requests } = await server.stats()
  const options = { kills, requests, concurrency, latency }
  const { last, ...report } = await killRun(server, { server, place: killed, flags }, options)
  const [stored, expected] = [await storedPairs(killed.workspace), await storedPairs(whole.workspace)]
  print({
    bench: 'model kills',
    exit: last.code,
    pairs: stored.pairs,
    requests,
    concurrency,
    ...report,
    lost: expected.ids.filter((id) => !stored.ids.includes(id)).length,
    duplicates: stored.ids.length - new Set(stored.ids).size,
    identicalDataset: JSON.stringify(datasetHashes(killed.out)) === JSON.stringify(datasetHashes(whole.out)),
  })
}

const server = await startFakeModelServer()
try {
  if (chosen.overhead || !(chosen.faults || chosen.storm || kills > 0)) await overhead(server)
  if (chosen.faults) await faults(server)
  if (chosen.storm) await storm(server)
  if (kills > 0) await killing(server)
} finally {
  await server.stop()
  rmSync(folder, { recursive: true })
}
