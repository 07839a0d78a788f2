import { parseHTML } from 'linkedom'
import { h, type JSX, render } from 'preact'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { RunActivity, RunEvent, RunView } from '../../api/contract/runs.ts'
import { reloadAll } from '../client/use-loaded.ts'
import { useLiveRun } from './use-live-run.ts'

// The place is read as soon as the page's modules are.
vi.hoisted(() => vi.stubGlobal('location', { pathname: '/', search: '' }))

const { document } = parseHTML('<main></main>')
const place = document.querySelector('main') as unknown as HTMLElement
const encoder = new TextEncoder()

let stored: RunView
let streams: ReadableStreamDefaultController<Uint8Array>[]

function run(activity: RunActivity, pairs: number): RunView {
  return {
    id: 'r',
    activity,
    engine: { extractor: 'taxonomy', generator: 'procedural' },
    graphVersion: 'g',
    requested: 9,
    stored: pairs,
    unmarked: pairs,
    byRung: {},
    byMark: {},
    skipped: {},
    unanswered: 0,
    calls: { requests: 0, answered: 0, promptTokens: 0, completionTokens: 0, cost: 0 },
  }
}

/** The service: what is stored, and streams that the test writes. */
function answer(path: string): Response {
  if (!path.endsWith('/events')) return Response.json(stored)
  return new Response(new ReadableStream({ start: (controller) => void streams.push(controller) }))
}

const tell = (stream: number, event: RunEvent): void =>
  streams[stream]?.enqueue(encoder.encode(`data: ${JSON.stringify(event)}\n\n`))

function View(): JSX.Element {
  const { watched } = useLiveRun('r')
  const { run: shown, pairs, isCut } = watched
  return h('p', null, `${shown?.activity} ${shown?.stored} ${pairs.length}${isCut ? ' cut' : ''}`)
}

const reads = async (text: string): Promise<void> =>
  vi.waitFor(() => expect(place.querySelector('p')?.textContent).toBe(text))
const opened = async (count: number): Promise<void> => vi.waitFor(() => expect(streams).toHaveLength(count))

beforeAll(() => {
  vi.stubGlobal('document', document)
  vi.stubGlobal('sessionStorage', { getItem: () => null })
  vi.stubGlobal('fetch', async (path: string) => answer(path))
})
afterAll(() => vi.unstubAllGlobals())
beforeEach(() => {
  streams = []
})
afterEach(() => render(null, place))

test('a run that was stopped and goes on is followed anew', async () => {
  stored = run('running', 1)
  render(h(View, null), place)
  await opened(1)
  tell(0, { type: 'pair', id: 'p', index: 0, question: 'q', rung: 5 })
  tell(0, { type: 'state', run: run('running', 2) })
  await reads('running 2 1')
  tell(0, { type: 'state', run: run('stopped', 3) })
  await reads('stopped 3 1')
  stored = run('stopped', 4)
  streams[0]?.close()
  // What is stored after the end is newer than what was told.
  await reads('stopped 4 1')
  stored = run('running', 4)
  reloadAll()
  await opened(2)
  tell(1, { type: 'state', run: run('complete', 9) })
  await reads('complete 9 0')
})

test('one that goes on before its stop was read is followed anew as well', async () => {
  stored = run('running', 1)
  render(h(View, null), place)
  await opened(1)
  tell(0, { type: 'state', run: run('stopped', 1) })
  streams[0]?.close()
  await opened(2)
  await reads('running 1 0')
})

test('a stream that ends before the run does was cut', async () => {
  stored = run('running', 1)
  render(h(View, null), place)
  await opened(1)
  tell(0, { type: 'state', run: run('running', 2) })
  streams[0]?.close()
  await reads('running 2 0 cut')
})

test('nothing is followed of a run that is complete', async () => {
  stored = run('complete', 9)
  render(h(View, null), place)
  await reads('complete 9 0')
  stored = run('complete', 8)
  reloadAll()
  await reads('complete 8 0')
  expect(streams).toHaveLength(0)
})
