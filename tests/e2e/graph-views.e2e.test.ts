import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import {
  faultsOf,
  hasFocus,
  isKept,
  markKept,
  openBrowser,
  openPage,
  settle,
  tabTo,
  visit,
} from './open-page.ts'

const address = inject('serviceAddress')

interface Listed {
  readonly items: readonly { readonly id: string; readonly name: string; readonly count: number }[]
}

describe.skipIf(address === null)('the explorer, concepts and walks', () => {
  let browser: Browser
  let topic: Listed['items'][number]
  let point: Listed['items'][number]

  const commonest = async (kind: string): Promise<Listed['items'][number]> => {
    const response = await fetch(`${address}/v1/concepts?kind=${kind}&sort=count&limit=1`)
    const [first] = ((await response.json()) as Listed).items
    if (first === undefined) throw new Error(`no ${kind}`)
    return first
  }

  beforeAll(async () => {
    browser = await openBrowser()
    topic = await commonest('topic')
    point = await commonest('knowledge-point')
  })
  afterAll(() => browser.close())

  const open = (options: Parameters<typeof openPage>[2] = {}): ReturnType<typeof openPage> =>
    openPage(browser, address ?? '', options)

  /** How many concepts the picture holds, once it holds any. */
  async function drawnNodes(page: Page): Promise<number> {
    await page.locator('[data-shown]').waitFor()
    return Number(await page.locator('[data-shown]').getAttribute('data-shown'))
  }

  test('the picture holds what the service gave, and the list the same', async () => {
    const { page, close } = await open()
    await visit(page, `/?concept=${topic.id}`)
    const response = await fetch(`${address}/v1/concepts/${topic.id}/graph?nodes=60`)
    const { nodes } = (await response.json()) as { nodes: readonly { name: string }[] }
    expect(await drawnNodes(page)).toBe(nodes.length)
    const more = page.getByRole('button', { name: 'Show all' })
    if ((await more.count()) > 0) await more.click()
    const listed = await page.locator('.concept-list button').allInnerTexts()
    expect(listed).toHaveLength(nodes.length)
    for (const { name } of nodes) expect(listed.some((text) => text.includes(name))).toBe(true)
    await close()
  })

  test('by keyboard alone: search, open, look closer, go back, walk', async () => {
    const { page, complaints, close } = await open({ reducedMotion: 'reduce' })
    await visit(page, '/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Skip')
    const search = page.getByRole('combobox', { name: 'Find a concept' })
    await tabTo(page, search)
    await page.keyboard.type(topic.name.slice(0, 12))
    const option = page.getByRole('option', { name: topic.name }).first()
    await option.waitFor()
    while ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: topic.name }).waitFor()
    expect(new URL(page.url()).searchParams.get('concept')).toBe(topic.id)

    await tabTo(page, page.getByRole('link', { name: 'Details' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Seeds it came from' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/concepts/${topic.id}`)
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1')

    await page.goBack()
    await page.getByRole('link', { name: 'Details' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Concept graph' }).waitFor()
    await page.goForward()
    await page.getByRole('link', { name: 'Walk from here' }).waitFor()

    await tabTo(page, page.getByRole('link', { name: 'Walk from here' }))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Walk playground' }).waitFor()
    await settle(page)
    // Whoever asked for no motion is offered none.
    expect(await page.getByRole('button', { name: 'Play' }).count()).toBe(0)
    await tabTo(page, page.getByRole('button', { name: '← Back' }))
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).searchParams.get('step')).toMatch(/^\d+$/)
    expect(complaints).toEqual([])
    await close()
  })

  test('a walk is the one that the service draws, step by step with its candidates', async () => {
    const { page, close } = await open()
    await visit(page, '/walks?seed=21&index=3&step=1')
    const response = await fetch(`${address}/v1/walks`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ mode: 'mathscale', seed: 21, index: 3 }),
    })
    const { walks } = (await response.json()) as {
      walks: readonly {
        steps: readonly { name: string; candidates: readonly { name: string; taken: boolean }[] }[]
      }[]
    }
    const steps = walks[0]?.steps ?? []
    expect(await page.locator('.walk-step-name').allInnerTexts()).toEqual(steps.map(({ name }) => name))
    const candidates = steps[1]?.candidates ?? []
    expect(await page.locator('tbody th a').allInnerTexts()).toEqual(candidates.map(({ name }) => name))
    expect(await page.locator('tr.is-marked a').innerText()).toBe(candidates.find(({ taken }) => taken)?.name)
    await page.getByRole('button', { name: 'Forward →' }).click()
    await page.getByRole('heading', { name: `Why ${steps[2]?.name ?? ''}` }).waitFor()
    await page.getByRole('button', { name: 'Next walk' }).click()
    await page.waitForURL(/index=4/)
    // It goes through the new walk by itself, to its end.
    await page.waitForURL((url) => !url.searchParams.has('step'))
    await close()
  })

  test('a renamed concept has its new name everywhere, and its old one again when that is undone', async () => {
    const { page, complaints, close } = await open()
    await visit(page, `/concepts/${point.id}`)
    await page.getByText('Rename or merge').click()
    await page.getByLabel('Your name').fill('Ada')
    await page.getByLabel('New name').fill('A name of ours')
    await page.getByRole('button', { name: 'Rename' }).click()
    await page.getByRole('heading', { level: 1, name: 'A name of ours' }).waitFor()
    expect(await page.getByRole('status').filter({ hasText: 'Renamed' }).count()).toBe(1)
    await page.getByRole('link', { name: 'Explorer' }).click()
    await page.getByRole('combobox', { name: 'Find a concept' }).fill('A name of')
    await page.getByRole('option', { name: 'A name of ours' }).waitFor()
    await undo(page)
    await page.getByText('Undone').waitFor()
    await visit(page, `/concepts/${point.id}`)
    await page.getByRole('heading', { level: 1, name: point.name }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('a merged concept is found under the one it was merged into, until that is undone', async () => {
    const { page, close } = await open()
    await visit(page, `/concepts/${point.id}`)
    await page.getByText('Rename or merge').click()
    await page.getByLabel('Your name').fill('Ada')
    const other = await secondPoint()
    await page.getByRole('combobox', { name: 'Same as' }).fill(other.name)
    await page.getByRole('option', { name: other.name }).first().click()
    await page.getByRole('button', { name: 'Merge' }).click()
    await page.getByRole('heading', { level: 1, name: other.name }).waitFor()
    await undo(page)
    await page.getByRole('heading', { level: 1, name: point.name }).waitFor()
    await close()
  })

  test('what is typed and what stands open outlast a change on the same view', async () => {
    const { page, complaints, close } = await open({ viewport: { width: 1280, height: 500 } })
    await visit(page, `/concepts/${point.id}`)
    const fold = page.locator('details').filter({ hasText: 'Rename or merge' })
    await fold.getByText('Rename or merge').click()
    await page.getByLabel('Your name').fill('Ada')
    const field = page.getByLabel('New name')
    await field.fill('A name for a while')
    for (const element of [fold, field]) await markKept(element)
    await page.getByRole('button', { name: 'Rename', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'A name for a while' }).waitFor()
    await field.fill('Half a na')
    const scrolled = (): Promise<number> => page.evaluate('scrollY')
    const before = await scrolled()
    expect(before).toBeGreaterThan(0)
    // Without a pointer, which would take the focus along.
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).dispatchEvent('click')
    await page.getByRole('heading', { level: 1, name: point.name }).waitFor()
    for (const element of [fold, field]) expect(await isKept(element)).toBe(true)
    expect(await fold.getAttribute('open')).not.toBeNull()
    expect(await field.inputValue()).toBe('Half a na')
    expect(await hasFocus(field)).toBe(true)
    // The list of its names has become shorter by a line.
    expect(Math.abs((await scrolled()) - before)).toBeLessThan(60)
    expect(complaints).toEqual([])
    await close()
  })

  /** The button of the message that says what was done. */
  const undo = (page: Page): Promise<void> =>
    page.locator('.toast').getByRole('button', { name: 'Undo' }).click()

  const secondPoint = async (): Promise<Listed['items'][number]> => {
    const response = await fetch(`${address}/v1/concepts?kind=knowledge-point&sort=count&limit=2`)
    const second = ((await response.json()) as Listed).items[1]
    if (second === undefined) throw new Error('no second knowledge point')
    return second
  }

  test('what does not exist and what cannot be reached is said in words, with a way on', async () => {
    const { page, close } = await open()
    await visit(page, '/concepts/0000000000000000')
    await page.getByRole('alert').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await visit(page, '/no/such/page')
    await page.getByRole('heading', { level: 1, name: 'No such page' }).waitFor()
    await page.route('**/v1/graph/overview*', (route) => route.abort())
    await visit(page, '/')
    await page.getByText('The service does not answer').waitFor()
    await page.unroute('**/v1/graph/overview*')
    await page.getByRole('button', { name: 'Try again' }).click()
    expect(await drawnNodes(page)).toBeGreaterThan(10)
    await close()
  })

  test('the colours follow the system until the reader chooses, and the choice is remembered', async () => {
    const { page, close } = await open({ colorScheme: 'dark' })
    const paper = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor')
    await visit(page, '/')
    const dark = await paper()
    await page.getByRole('button', { name: 'Light colours' }).click()
    const light = await paper()
    expect(light).not.toBe(dark)
    await visit(page, '/walks')
    expect(await paper()).toBe(light)
    await page.getByRole('button', { name: 'Dark colours' }).click()
    expect(await paper()).toBe(dark)
    await close()
  })
})
