import { parseHTML } from 'linkedom'
import { h, type JSX, render } from 'preact'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { reloadAll, useLoaded, useLoadedOnce } from '../client/use-loaded.ts'
import { Await } from './states.tsx'
import { useDraft } from './use-draft.ts'

// The place is read as soon as the page's modules are.
vi.hoisted(() => vi.stubGlobal('location', { pathname: '/', search: '' }))

const { document } = parseHTML('<main></main>')
const place = document.querySelector('main') as unknown as HTMLElement

/** Questions that were asked, each answered by hand. */
let asked: {
  readonly key: string
  readonly signal: AbortSignal
  answer(value: string): void
  refuse(): void
}[] = []

beforeAll(() => vi.stubGlobal('document', document))
afterAll(() => vi.unstubAllGlobals())
beforeEach(() => {
  asked = []
})
afterEach(() => render(null, place))

function ask(key: string, signal: AbortSignal): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  asked.push({ key, signal, answer: resolve, refuse: () => reject(new Error('refused')) })
  return promise
}

function View({ of: key }: { of: string }): JSX.Element {
  const loaded = useLoaded(key, (signal) => ask(key, signal))
  return h(Await<string>, { loaded, children: (value) => h('output', null, value) })
}

const show = (key: string): void => render(h(View, { of: key }), place)
const text = (): string | undefined => place.querySelector('output')?.textContent
const isBusy = (): boolean => place.querySelector('[aria-busy="true"]') !== null
const questions = async (count: number): Promise<void> => vi.waitFor(() => expect(asked).toHaveLength(count))

test('what is asked for again stays the same element, busy until the answer has come', async () => {
  show('a')
  expect(place.querySelector('.skeleton')).not.toBeNull()
  await questions(1)
  asked[0]?.answer('first')
  await vi.waitFor(() => expect(text()).toBe('first'))
  const element = place.querySelector('output')
  reloadAll()
  await vi.waitFor(() => expect(isBusy()).toBe(true))
  expect(text()).toBe('first')
  await questions(2)
  asked[1]?.answer('second')
  await vi.waitFor(() => expect(text()).toBe('second'))
  expect(isBusy()).toBe(false)
  expect(place.querySelector('output')).toBe(element)
})

test('it is busy as soon as it is drawn, before anything was asked', async () => {
  show('a')
  await questions(1)
  asked[0]?.answer('first')
  await vi.waitFor(() => expect(text()).toBe('first'))
  show('b')
  expect(asked).toHaveLength(1)
  expect(isBusy()).toBe(true)
  await questions(2)
  expect(asked[0]?.signal.aborted).toBe(true)
  expect(asked[1]?.key).toBe('b')
})

test('a refusal stands beside what came before, and can be tried again', async () => {
  show('a')
  await questions(1)
  asked[0]?.answer('first')
  await vi.waitFor(() => expect(text()).toBe('first'))
  const element = place.querySelector('output')
  reloadAll()
  await questions(2)
  asked[1]?.refuse()
  await vi.waitFor(() => expect(place.querySelector('[role="alert"]')).not.toBeNull())
  expect(place.querySelector('output')).toBe(element)
  place.querySelector('button')?.click()
  await questions(3)
  expect(place.querySelector('[role="alert"]')).toBeNull()
  asked[2]?.answer('second')
  await vi.waitFor(() => expect(text()).toBe('second'))
  expect(place.querySelector('output')).toBe(element)
})

test('the answer to another question does not stand beside a refusal', async () => {
  show('a')
  await questions(1)
  asked[0]?.answer('first')
  await vi.waitFor(() => expect(text()).toBe('first'))
  show('b')
  await questions(2)
  asked[1]?.refuse()
  await vi.waitFor(() => expect(place.querySelector('[role="alert"]')).not.toBeNull())
  expect(place.querySelector('output')).toBeNull()
})

test('only the latest of several changes is waited for', async () => {
  show('a')
  await questions(1)
  asked[0]?.answer('first')
  await vi.waitFor(() => expect(text()).toBe('first'))
  reloadAll()
  await questions(2)
  reloadAll()
  await questions(3)
  expect(asked[1]?.signal.aborted).toBe(true)
  asked[2]?.answer('third')
  await vi.waitFor(() => expect(text()).toBe('third'))
  asked[1]?.answer('second')
  await Promise.resolve()
  expect(text()).toBe('third')
})

test('what no change touches is asked for once', async () => {
  const load = vi.fn(() => Promise.resolve('code'))
  const Fixed = (): JSX.Element => {
    const loaded = useLoadedOnce('code', load)
    return h(Await<string>, { loaded, children: (value) => h(View, { of: value }) })
  }
  render(h(Fixed, null), place)
  await questions(1)
  reloadAll()
  await questions(2)
  expect(load).toHaveBeenCalledOnce()
})

test('a field keeps what is being typed over new data, and follows them once they say the same', async () => {
  const Form = ({ name }: { name: string }): JSX.Element => {
    const [draft, setDraft] = useDraft(name)
    return h('button', { onClick: () => setDraft('typed ') }, draft)
  }
  const name = (next: string): void => render(h(Form, { name: next }), place)
  const field = (): string | undefined => place.querySelector('button')?.textContent
  name('old')
  expect(field()).toBe('old')
  name('older')
  expect(field()).toBe('older')
  place.querySelector('button')?.click()
  await vi.waitFor(() => expect(field()).toBe('typed '))
  name('another')
  expect(field()).toBe('typed ')
  name('typed')
  await vi.waitFor(() => expect(field()).toBe('typed'))
  name('old')
  await vi.waitFor(() => expect(field()).toBe('old'))
})
