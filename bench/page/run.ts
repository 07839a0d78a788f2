/**
 * The page on a large graph: `npm run -s bench -- page`, after `npm run build:web`. A simulated graph of 10,000 concepts stands in a
 * temporary workspace and is served; a headless Chromium that draws in software opens the explorer, each time with nothing kept.
 * One JSON line per size of picture: milliseconds from the navigation until the picture stands and two more frames were drawn,
 * median of `times`; the baseline is the largest picture that the service gives. Laying out the graph is done before.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { configSchema } from '../../src/core/config.ts'
import { identifyingConfig } from '../../src/pipeline/run-identity.ts'
import { openStores } from '../../src/wire.ts'
import { addressOf } from '../../tests/e2e/service-address.ts'
import { openBrowser, openPage } from '../../tests/e2e/open-page.ts'
import { benchRun } from '../store/synthetic-pairs.ts'
import { simulateGraph } from '../walk/simulate-graph.ts'

const times = Number(process.argv[2] ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'conceptloom-bench-page-'))
const program = resolve(import.meta.dirname, '../../src/surfaces/cli/main.ts')

function print(figures: Readonly<Record<string, number | string>>): void {
  process.stdout.write(`${JSON.stringify({ bench: 'page', ...figures })}\n`)
}

async function fill(): Promise<{ concepts: number; edges: number }> {
  const stores = await openStores(folder)
  const config = configSchema.parse({ run: { workspace: folder, seed: 7 }, walk: { restrict: 'none' } })
  const { graph, contributions } = simulateGraph({
    topics: 2000,
    points: 8000,
    problems: 12_000,
    clusters: 12,
  })
  await stores.graph.putGraph(graph, contributions)
  const run = { ...benchRun, config: identifyingConfig(config), graphVersion: graph.version }
  await stores.runs.put({ ...run, state: 'finished' })
  await stores.close()
  return { concepts: graph.nodes.length, edges: graph.edges.length }
}

/** Until neighbours lie close; milliseconds. */
async function laidOut(address: string): Promise<number> {
  const start = performance.now()
  for (;;) {
    const response = await fetch(`${address}/v1/graph`)
    if (((await response.json()) as { laidOut: boolean }).laidOut) return performance.now() - start
    await sleep(250)
  }
}

async function openExplorer(
  browser: Browser,
  address: string,
  nodes: number,
): Promise<{ picture: number; bytes: number }> {
  const { page, close } = await openPage(browser, address, { viewport: { width: 1280, height: 800 } })
  page.setDefaultTimeout(120_000)
  let bytes = 0
  page.on('response', (response) => {
    if (/\.(?:js|css)$/.test(new URL(response.url()).pathname))
      void response.body().then((body) => (bytes += gzipSync(body).length))
  })
  await page.goto(`/?nodes=${nodes}`)
  const picture = await page.evaluate<number>(`new Promise((shown) => {
    const look = () => performance.getEntriesByName('graph-shown').length > 0
      ? requestAnimationFrame(() => requestAnimationFrame(() => shown(performance.now())))
      : setTimeout(look, 5)
    look()
  })`)
  await close()
  return { picture, bytes }
}

const median = (values: readonly number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN)

const size = await fill()
const service = spawn(process.execPath, [program, 'serve', '--port', '0', '--workspace', folder], {
  stdio: ['ignore', 'pipe', 'pipe'],
})
try {
  const address = await addressOf(service)
  print({ what: 'layout', ...size, ms: Math.round(await laidOut(address)) })
  const browser = await openBrowser()
  for (const nodes of [300, 500, 2000]) {
    const opened = []
    for (let time = 0; time < times; time += 1) opened.push(await openExplorer(browser, address, nodes))
    const pictures = opened.map(({ picture }) => picture)
    print({
      what: nodes === 2000 ? 'picture, baseline' : 'picture',
      nodes,
      ms: median(pictures),
      slowest: Math.round(Math.max(...pictures)),
      scriptAndStyleBytesGzipped: median(opened.map(({ bytes }) => bytes)),
      times,
    })
  }
  await browser.close()
} finally {
  const closed = once(service, 'exit')
  service.kill('SIGTERM')
  await closed
  rmSync(folder, { recursive: true, force: true })
}
