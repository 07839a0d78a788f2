/**
 * The service under load: `npm run -s bench -- api [pairs = 5000] [seconds = 20]`. A workspace with a finished run of that many pairs
 * in a temporary folder, served by `conceptloom serve` in a process of its own. One JSON line per measurement, times in milliseconds.
 *
 * Reads are asked open-loop, at fixed instants whatever is answered, and timed from the instant they were due; first alone, then while a
 * run generates. The baseline is an Express application with one route of the same size of answer, in a process of its own, too.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClient, type Client } from '../../src/surfaces/api/client.ts'

const pairs = Number(process.argv[2] ?? 5000)
const seconds = Number(process.argv[3] ?? 20)
const perSecond = 200
const root = resolve(import.meta.dirname, '../..')
const main = join(root, 'src/surfaces/cli/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'conceptloom-bench-api-'))

function print(what: string, figures: Readonly<Record<string, number>>): void {
  const rounded = Object.entries(figures).map(([name, figure]) => [name, Math.round(figure * 100) / 100])
  process.stdout.write(`${JSON.stringify({ bench: 'api', what, ...Object.fromEntries(rounded) })}\n`)
}

interface Started {
  readonly url: string
  readonly child: ChildProcess
}

/** A server of its own process; it prints its address as JSON on one line. */
async function start(args: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout }))
    return { url: (JSON.parse(line) as { url: string }).url, child }
  throw new Error('the server told no address')
}

async function stop({ child }: Started): Promise<number | null> {
  const ended = once(child, 'exit') as Promise<[number | null]>
  child.kill('SIGTERM')
  return (await ended)[0]
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

async function read(address: string): Promise<number> {
  const call = get(address, { agent })
  const [response] = (await once(call, 'response')) as [IncomingMessage]
  response.resume()
  await once(response, 'end')
  return response.statusCode ?? 0
}

/** Asks at fixed instants, whatever is answered; each time counts from the instant it was due. */
async function openLoop(
  what: string,
  addresses: readonly string[],
  { during, client }: { readonly during?: () => boolean; readonly client?: Client } = {},
): Promise<void> {
  for (const address of addresses) await read(address)
  const times: number[] = []
  const open: Promise<void>[] = []
  let failed = 0
  let beside = 0
  const cpuBefore = await cpuSeconds(client)
  const begin = performance.now()
  const total = perSecond * seconds
  for (let index = 0; index < total; index++) {
    const due = begin + (index * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 1) await sleep(wait)
    if (during?.() === true) beside++
    open.push(
      read(addresses[index % addresses.length] as string).then((status) => {
        times.push(performance.now() - due)
        if (status !== 200) failed++
      }),
    )
  }
  await Promise.all(open)
  times.sort((left, right) => left - right)
  const at = (share: number): number =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] as number
  print(what, {
    requests: total,
    perSecond: (total / (performance.now() - begin)) * 1000,
    p50: at(0.5),
    p90: at(0.9),
    p99: at(0.99),
    most: at(1),
    failed,
    ...(client === undefined
      ? {}
      : { cpuPerRequest: (((await cpuSeconds(client)) - cpuBefore) * 1000) / total }),
    ...(during === undefined ? {} : { shareBesideRun: beside / total }),
  })
}

/** Processor time that the service has used so far, by its own figures: other work of the machine is not in it. */
async function cpuSeconds(client: Client | undefined): Promise<number> {
  if (client === undefined) return 0
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(await client.metrics())?.[1])
}

async function readAddresses(client: Client, url: string): Promise<readonly string[]> {
  const { items: concepts } = await client.listConcepts({ limit: 20 })
  const { items: some } = await client.listPairs({ limit: 20 })
  const paths = [
    '/v1/concepts?text=fraction',
    '/v1/concepts?limit=50',
    '/v1/graph',
    '/v1/graph/overview?nodes=100',
    '/v1/pairs?limit=20',
    `/v1/pairs?limit=20&concept=${concepts[0]?.id}`,
    '/v1/pairs?limit=20&minimumDifficulty=3',
    '/v1/runs',
    ...concepts.flatMap(({ id }) => [
      `/v1/concepts/${id}`,
      `/v1/concepts/${id}/neighbours`,
      `/v1/concepts/${id}/graph`,
    ]),
    ...some.flatMap(({ id }) => [`/v1/pairs/${id}`, `/v1/pairs/${id}/provenance`]),
  ]
  return paths.map((path) => new URL(path, url).href)
}

/** Pairs a second through `POST /v1/generations`, so many requests at once; as many come before, since code is compiled as it runs. */
async function generate(
  client: Client,
  { atOnce, requests }: { readonly atOnce: number; readonly requests: number },
): Promise<void> {
  let next = 0
  let made = 0
  const askUntil = async (last: number): Promise<void> => {
    while (next < last) {
      const answer = await client.generate({ body: { count: 200, seed: 100 + next++ } })
      if ('pairs' in answer) made += answer.pairs.length
    }
  }
  const ask = async (last: number): Promise<unknown> =>
    Promise.all(Array.from({ length: atOnce }, async () => askUntil(last)))
  await ask(requests)
  made = 0
  const cpuBefore = await cpuSeconds(client)
  const begin = performance.now()
  await ask(2 * requests)
  const wall = performance.now() - begin
  print('POST /v1/generations', {
    requests,
    atOnce,
    pairs: made,
    pairsPerSecond: (made / wall) * 1000,
    cpuPerPair: (((await cpuSeconds(client)) - cpuBefore) * 1000) / made,
    goalPairsPerSecond: 1000,
  })
}

/** How long a healthy client waits while 200 sockets dribble their requests. */
async function slowSockets({ hostname, port }: URL, address: string): Promise<void> {
  const sockets: Socket[] = []
  for (let index = 0; index < 200; index++) {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => {})
    await once(socket, 'connect')
    socket.write(`GET / HTTP/1.1\r\nHost: ${hostname}\r\nX-Slow: `)
    sockets.push(socket)
  }
  const dribble = setInterval(() => sockets.forEach((socket) => socket.write('a')), 100)
  let most = 0
  for (let turn = 0; turn < 20; turn++) {
    const begin = performance.now()
    await read(address)
    most = Math.max(most, performance.now() - begin)
  }
  clearInterval(dribble)
  sockets.forEach((socket) => socket.destroy())
  print('200 slow sockets: a healthy client waits at most', { most, goal: 1000 })
}

/** Runs that were accepted before SIGTERM and are not there, or not whole, after the next start. */
async function stopUnderLoad(service: Started, folderArguments: readonly string[]): Promise<Started> {
  const client = createClient({ baseUrl: service.url })
  const accepted: string[] = []
  const asked = Array.from({ length: 8 }, async (_, index) => {
    const answer = await client.generate({ body: { count: 400, seed: 900 + index } })
    if ('activity' in answer) accepted.push(answer.id)
  })
  await Promise.allSettled(asked)
  const code = await stop(service)
  const again = await start(folderArguments)
  const after = createClient({ baseUrl: again.url })
  let whole = 0
  for (const id of accepted) {
    for await (const { event } of await after.watchRun({ id })) void event
    const { stored, activity } = await after.getRun({ id })
    if (stored === 400 && activity === 'complete') whole++
  }
  print('SIGTERM under load', {
    accepted: accepted.length,
    wholeAfterRestart: whole,
    lost: accepted.length - whole,
    exitCode: code ?? -1,
  })
  return again
}

async function bench(): Promise<void> {
  const out = join(folder, 'out')
  const made = spawn(
    process.execPath,
    [
      main,
      'run',
      '--seeds',
      join(root, 'seeds'),
      '--count',
      String(pairs),
      '--workspace',
      folder,
      '--out',
      out,
    ],
    { stdio: 'ignore' },
  )
  await once(made, 'exit')
  const serveArguments = [main, 'serve', '--workspace', folder, '--port', '0', '--json', '--rate-limit', '0']
  let service = await start(serveArguments)
  const client = createClient({ baseUrl: service.url })
  const addresses = await readAddresses(client, service.url)

  const baseline = await start([join(import.meta.dirname, 'bare-route.ts')])
  await openLoop('baseline: one route of Express', [baseline.url])
  await stop(baseline)
  await openLoop('reads', addresses, { client })

  const run = await client.generate({ body: { count: 100_000, seed: 77 } })
  let running = true
  const watch = (async () => {
    while (running) {
      if ('activity' in run)
        running = ['queued', 'running'].includes((await client.getRun({ id: run.id })).activity)
      await sleep(500)
    }
  })()
  await openLoop('reads while a run generates', addresses, { during: () => running, client })
  if ('activity' in run) await client.cancelRun({ id: run.id })
  await watch

  await generate(client, { atOnce: 4, requests: 40 })
  await slowSockets(new URL(service.url), new URL('/v1/runs', service.url).href)
  service = await stopUnderLoad(service, serveArguments)
  await stop(service)
  rmSync(folder, { recursive: true })
}

await bench()
agent.destroy()
