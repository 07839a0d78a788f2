import { parseHTML } from 'linkedom'
import { h, render } from 'preact'
import { act } from 'preact/test-utils'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { ConceptSearch } from './concept-search.tsx'

// The place is read as soon as the page's modules are.
vi.hoisted(() => vi.stubGlobal('location', { pathname: '/', search: '' }))

const { document, Event } = parseHTML('<main></main>')
const place = document.querySelector('main') as unknown as HTMLElement

beforeAll(() => {
  vi.stubGlobal('document', document)
  vi.stubGlobal('sessionStorage', { getItem: () => null })
  vi.stubGlobal('fetch', () => new Promise(() => {}))
})
afterAll(() => vi.unstubAllGlobals())
afterEach(() => render(null, place))

const show = (initial: string): void =>
  render(h(ConceptSearch, { label: 'Find', initial, onTake: () => {} }), place)
const field = (): HTMLInputElement => place.querySelector('input') as HTMLInputElement
const type = (text: string): void => {
  field().value = text
  field().dispatchEvent(new Event('input') as unknown as Event)
}

test('what is typed at once, before the page has come to rest, stays', async () => {
  await act(() => {
    show('')
    type('Line')
  })
  expect(field().value).toBe('Line')
  await act(() => show(''))
  expect(field().value).toBe('Line')
})

test('another name takes the place of what was typed, and what is typed over it stays', async () => {
  await act(() => show('One'))
  await act(() => type('Line'))
  expect(field().value).toBe('Line')
  await act(() => {
    show('Two')
    expect(field().value).toBe('Two')
    type('Two and')
  })
  expect(field().value).toBe('Two and')
  await act(() => show('One'))
  expect(field().value).toBe('One')
})
