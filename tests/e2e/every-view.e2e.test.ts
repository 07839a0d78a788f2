import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { faultsOf, looks, openBrowser, type OpenedPage, openPage, takePicture, visit } from './open-page.ts'

const address = inject('serviceAddress')
const pictures = inject('pictures')

interface Listed {
  readonly items: readonly { readonly id: string }[]
}

/** An address of every view; `TOPIC`, `POINT`, `PAIR` and `RUN` stand for the first of each. */
const views = {
  explorer: '/',
  'explorer-concept': '/?concept=TOPIC&selected=TOPIC',
  'explorer-kind': '/?colour=kind&kind=knowledge-point',
  concept: '/concepts/POINT',
  walks: '/walks?start=TOPIC&seed=11',
  'walks-step': '/walks?seed=9&index=4&step=1',
  generate: '/generate?concepts=POINT',
  review: '/review',
  pair: '/pairs/PAIR',
  balance: '/balance',
  runs: '/runs',
  run: '/runs/RUN',
  datasets: '/datasets',
} as const

/** JavaScript and styles of the first view, gzipped. */
const mostBytes = 250_000

describe.skipIf(address === null)('every view', () => {
  let browser: Browser
  const firsts = new Map<string, string>()

  const first = async (path: string): Promise<string> => {
    const response = await fetch(`${address}${path}`)
    const [item] = ((await response.json()) as Listed).items
    if (item === undefined) throw new Error(`nothing at ${path}`)
    return item.id
  }

  beforeAll(async () => {
    browser = await openBrowser()
    firsts.set('TOPIC', await first('/v1/concepts?kind=topic&sort=count'))
    firsts.set('POINT', await first('/v1/concepts?kind=knowledge-point&sort=count'))
    firsts.set('PAIR', await first('/v1/pairs'))
    firsts.set('RUN', await first('/v1/runs'))
    console.log(`screenshots in ${pictures}`)
  })
  afterAll(() => browser.close())

  describe.each(looks)('$colorScheme, $width pixels wide', ({ colorScheme, width, height }) => {
    let opened: OpenedPage
    beforeAll(async () => {
      opened = await openPage(browser, address ?? '', { colorScheme, viewport: { width, height } })
    })
    afterAll(() => opened.close())

    test.each(Object.entries(views))('%s can be used by everyone', async (name, path) => {
      const { page, complaints } = opened
      const before = complaints.length
      await visit(
        page,
        path.replaceAll(/[A-Z]{3,}/g, (word) => firsts.get(word) ?? word),
      )
      if (/^explorer|^walks/.test(name)) await page.locator('[data-shown]').waitFor()
      await takePicture(page, pictures, `${name}-${colorScheme}-${width}`)
      expect(await faultsOf(page)).toEqual([])
      expect(complaints.slice(before)).toEqual([])
    })
  })

  test('the first view needs little: its scripts and styles stay within their bounds', async () => {
    const { page, close } = await openPage(browser, address ?? '')
    const sizes = new Map<string, number>()
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (/\.(?:js|css)$/.test(pathname))
        void response.body().then((body) => sizes.set(pathname, gzipSync(body).length))
    })
    await visit(page, '/')
    await page.locator('[data-shown]').waitFor()
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0)
    console.log(`first view: ${sizes.size} files, ${total} bytes gzipped`)
    expect(sizes.size).toBeGreaterThan(4)
    expect(total).toBeLessThan(mostBytes)
    await close()
  })
})
