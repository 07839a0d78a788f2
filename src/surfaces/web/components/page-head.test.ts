import { parseHTML } from 'linkedom'
import { h, render } from 'preact'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { awaitTitle } from '../router/title-focus.ts'
import { Title } from './page-head.tsx'

const { document } = parseHTML('<main></main>')
const place = document.querySelector('main') as unknown as HTMLElement
const scrollTo = vi.fn()

beforeAll(() => {
  vi.stubGlobal('document', document)
  vi.stubGlobal('scrollTo', scrollTo)
})
afterAll(() => vi.unstubAllGlobals())

test('the title of an opened view has the focus as soon as it stands, and takes it once', () => {
  awaitTitle('link')
  render(h(Title, null, 'One'), place)
  expect(scrollTo).toHaveBeenCalledOnce()
  render(null, place)
  render(h(Title, null, 'One again'), place)
  expect(scrollTo).toHaveBeenCalledOnce()
})
