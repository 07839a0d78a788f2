/**
 * How soon the explorer shows a picture of a large graph: `npm run -s bench -- page`. A simulated graph of 10,000 concepts and about
 * 60,000 edges stands in a temporary workspace, its layout made beforehand; a headless Chromium draws in software, each time with an
 * empty cache. One JSON line per measurement, times in milliseconds from the start of the navigation to the frame after the nodes
 * are drawn; the baseline is the health answer of the same service, shown as a document.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { configSchema } from '../../src/core/config.ts'
import { identifyingConfig } from '../../src/pipeline/run-identity.ts'
import { openStores } from '../../src/wire.ts'
import { openBrowser } from '../../tests/e2e/open-page.ts'
import { buildPage, serveWorkspace } from '../../tests/e2e/serve-workspace.ts'
import { benchRun } from '../store/synthetic-pairs.ts'
import { simulateGraph } from '../walk/simulate-graph.ts'

const times = 5
const graphSize = { topics: 2100, points: 8100, problems: 6500, clusters: 12 }

/** In the page: when the first picture, or a document without one, stood on the screen. */
const watchScript = `
const frames = (then) => requestAnimationFrame(() => requestAnimationFrame(then))
window.pictured = new Promise((settle) => {
  new PerformanceObserver((list) => {
    if (!list.getEntriesByName('graph-shown').length) return
    for (const canvas of document.querySelectorAll('.graph-canvas-stage canvas')) {
      const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl')
      // Reading a pixel waits until everything before it is drawn.
      if (gl) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
    }
    frames(() => settle(performance.now()))
  }).observe({ type: 'mark', buffered: true })
})
window.opened = new Promise((settle) => addEventListener('load', () => frames(() => settle(performance.now()))))
`

function print(what: string, figures: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ bench: 'page', what, ...figures })}\n`)
}

async function fill(folder: string): Promise<void> {
  const config = configSchema.parse({ run: { workspace: folder, seed: 7 }, walk: { restrict: 'none' } })
  const { graph, contributions } = simulateGraph(graphSize)
  const stores = await openStores(folder)
  await stores.graph.putGraph(graph, contributions)
  const run = { ...benchRun, config: identifyingConfig(config), graphVersion: graph.version, seedIds: [] }
  await stores.runs.put({ ...run, state: 'finished' })
  await stores.close()
  print('graph', { nodes: graph.nodes.length, edges: graph.edges.length })
}

async function layOut(address: string): Promise<void> {
  const start = performance.now()
  for (;;) {
    const response = await fetch(`${address}/v1/graph`)
    const { laidOut } = (await response.json()) as { laidOut?: boolean }
    if (laidOut === true) break
    await wait(200)
  }
  print('layout, beforehand', { ms: Math.round(performance.now() - start) })
}

async function measure(
  browser: Browser,
  what: string,
  { address, moment }: { readonly address: string; readonly moment: 'pictured' | 'opened' },
): Promise<void> {
  const each: number[] = []
  const busy: number[] = []
  let nodes: string | null = null
  for (let turn = 0; turn < times; turn += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.addInitScript(watchScript)
    const tools = await context.newCDPSession(page)
    await tools.send('Performance.enable')
    await page.goto(address, { waitUntil: 'commit' })
    each.push(await page.evaluate<number>(`window.${moment}`))
    const { metrics } = await tools.send('Performance.getMetrics')
    busy.push(1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0))
    if (moment === 'pictured') nodes = await page.locator('[data-shown]').getAttribute('data-shown')
    await context.close()
  }
  print(what, {
    ...(nodes === null ? {} : { nodes: Number(nodes) }),
    median: middle(each),
    each: each.map(Math.round),
    mainThreadMedian: middle(busy),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  })
}

function middle(values: readonly number[]): number {
  return Math.round(values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0)
}

const folder = mkdtempSync(join(tmpdir(), 'conceptloom-bench-page-'))
try {
  buildPage()
  await fill(folder)
  const { address, stop } = await serveWorkspace(folder)
  try {
    await layOut(address)
    const browser = await openBrowser()
    await measure(browser, 'baseline: the health answer as a document', {
      address: `${address}/healthz`,
      moment: 'opened',
    })
    await measure(browser, 'explorer, first picture', { address: `${address}/`, moment: 'pictured' })
    await measure(browser, 'explorer, first picture, most concepts', {
      address: `${address}/?nodes=2000`,
      moment: 'pictured',
    })
    await browser.close()
  } finally {
    await stop()
  }
} finally {
  rmSync(folder, { recursive: true })
}
