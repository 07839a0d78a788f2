import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, Download, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { hasFocus, isKept, markKept, openBrowser, openPage, settle, takePicture, visit } from './open-page.ts'
import { type ServedWorkspace, serveWorkspace } from './serve-workspace.ts'

const made = inject('madeRun')
const pictures = inject('pictures')
/** For what the service works on: many times what it takes, as other work may load the machine. */
const long = 240_000

describe.skipIf(made === null)('the whole trip, through the page alone', () => {
  const place = mkdtempSync(join(tmpdir(), 'conceptloom-trip-'))
  let browser: Browser
  let service: ServedWorkspace

  beforeAll(async () => {
    const workspace = join(place, 'workspace')
    cpSync(made?.workspace ?? '', workspace, { recursive: true })
    service = await serveWorkspace(workspace)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.stop()
    rmSync(place, { recursive: true, force: true })
  })

  /** Chromium begins ten downloads a second and drops the next click without a word: it is repeated until one begins. */
  const downloadBy = async (page: Page, link: Locator): Promise<Download> => {
    const address = await link.evaluate(({ href }: { href: string }) => href)
    const begun = page.waitForEvent('download', { predicate: (one) => one.url() === address })
    for (;;) {
      await link.click()
      const pause = sleep(1_500).then(() => undefined)
      const download = await Promise.race([begun, pause])
      if (download !== undefined) return download
    }
  }
  let stations = 0
  const station = async (page: Page, name: string): Promise<void> => {
    stations += 1
    await takePicture(page, pictures, `trip-${String(stations).padStart(2, '0')}-${name}`)
  }
  const goBy = async (page: Page, name: string): Promise<void> => {
    await page.locator('header').getByRole('link', { name, exact: true }).click()
    await page.waitForURL((url) => url.pathname === `/${name.toLowerCase()}`)
    await settle(page)
  }
  /** Numbers under their names on a page, as they are read. */
  const figures = async (page: Page): Promise<Readonly<Record<string, string>>> => {
    const names = await page.locator('.figures dt').allInnerTexts()
    const values = await page.locator('.figures dd').allInnerTexts()
    return Object.fromEntries(names.map((name, at) => [name, values[at] ?? '']))
  }
  const toasted = (page: Page, words: string, timeout = 60_000): Promise<void> =>
    page.getByRole('status').getByText(words, { exact: true }).last().waitFor({ timeout })
  /** It would lie over what stands at the foot of the page. One that went by itself is gone as well. */
  const closeMessage = (page: Page): Promise<void> =>
    page.evaluate('document.querySelector(".toast .is-icon")?.click()')

  test('from a concept to a dataset that holds what was decided', { timeout: 600_000 }, async () => {
    const { page, complaints, close } = await openPage(browser, service.address)
    await visit(page, '/')
    await page.locator('[data-shown]').waitFor()
    await page.getByRole('combobox', { name: 'Find a concept' }).fill('Linear equa')
    await page.getByRole('option', { name: 'Linear equations', exact: false }).first().waitFor()
    await station(page, 'search')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Linear equations', exact: true }).waitFor()
    await settle(page)
    await station(page, 'around-it')
    await page.getByRole('link', { name: 'Details' }).click()
    await page.getByRole('heading', { name: 'Seeds it came from' }).waitFor()
    await settle(page)
    await station(page, 'concept')

    await page.getByRole('link', { name: 'Walk from here' }).click()
    await page.getByRole('heading', { level: 1, name: 'Walk playground' }).waitFor()
    await page.locator('.walk-step-name').first().waitFor()
    expect(await page.locator('.walk-step-name').first().innerText()).toBe('Linear equations')
    await settle(page)
    await station(page, 'walk')

    await page.getByRole('link', { name: /^Generate pairs on/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Generate' }).waitFor()
    expect(await page.getByLabel('Pairs', { exact: true }).inputValue()).toBe('10')
    await page.getByRole('button', { name: 'Weave' }).click()
    await page.locator('ol.generated > li').first().waitFor()
    await settle(page)
    await station(page, 'ten-pairs')
    expect(await page.locator('ol.generated > li').count()).toBe(10)
    // Every one needs the points that the walk chose.
    const chosen = await page
      .getByRole('list', { name: 'Chosen knowledge points' })
      .locator('li')
      .allInnerTexts()
    const named = chosen.map((text) => text.split('✕')[0]?.trim() ?? '')
    expect(named.length).toBeGreaterThan(0)
    for (const pair of await page.locator('ol.generated > li').allInnerTexts())
      for (const name of named) expect(pair).toContain(name)

    await goBy(page, 'Balance')
    const before = await figures(page)
    await station(page, 'balance-before')

    await goBy(page, 'Review')
    await page.getByLabel('Reviewer').fill('Ada')
    const list = page.locator('.review-list a')
    await list.nth(3).waitFor()
    const current = async (at: number): Promise<void> => {
      await page
        .locator('.review-list')
        .locator(`a:nth-child(${at + 1})[aria-current="true"]`)
        .waitFor()
    }
    const questionAt = async (at: number): Promise<string> => {
      const id = new URL((await list.nth(at).getAttribute('href')) ?? '', service.address).searchParams.get(
        'pair',
      )
      return id ?? ''
    }
    const ids = [await questionAt(0), await questionAt(1), await questionAt(2)]
    // The first is rejected by mistake; that is undone and it is accepted.
    await page.getByRole('button', { name: 'Reject' }).click()
    await toasted(page, 'Rejected')
    await current(1)
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click()
    await toasted(page, 'Undone')
    await list.nth(0).click()
    await current(0)
    await page.getByRole('button', { name: 'Accept' }).click()
    await toasted(page, 'Accepted')
    await current(1)
    await page.getByRole('button', { name: 'Reject' }).click()
    await toasted(page, 'Rejected')
    await current(2)
    await page.getByRole('button', { name: 'Edit' }).click()
    const field = page.getByRole('form', { name: 'Edit the pair' }).getByLabel('Question')
    const edited = `Read this with care. ${await field.inputValue()}`
    await field.fill(edited)
    await station(page, 'edit')
    await page.getByRole('button', { name: 'Save the edit' }).click()
    await toasted(page, 'Edited')
    await current(3)
    await list.nth(0).click()
    await current(0)
    await settle(page)
    const states = await list.locator('.note').allInnerTexts()
    expect(states.slice(0, 4).map((text) => text.split(', ')[3])).toEqual([
      'accepted',
      'rejected',
      'edited',
      undefined,
    ])
    const said = await page
      .getByRole('list', { name: 'Decisions, latest first' })
      .locator('li')
      .allInnerTexts()
    expect(said).toHaveLength(2)
    expect(said[0]).toMatch(/^accept by Ada/)
    expect(said[1]).toMatch(/^reject by Ada.*undone/)
    await station(page, 'reviewed')

    await goBy(page, 'Balance')
    const after = await figures(page)
    await station(page, 'balance-after')
    expect(Number(after['Rows'])).toBe(Number(before['Rows']) - 1)

    await closeMessage(page)
    await goBy(page, 'Datasets')
    await page.getByLabel('Name', { exact: true }).fill('trip')
    await page.getByRole('button', { name: 'Build' }).click()
    const item = page
      .locator('.dataset-list > li')
      .filter({ has: page.getByRole('heading', { name: 'trip' }) })
    await toasted(page, `trip: ${after['Rows']} rows`, long)
    await closeMessage(page)
    await item.locator('summary').click()
    await station(page, 'dataset')
    expect(await item.innerText()).toContain(`${after['Rows']} rows`)

    const rows: { id: string; messages: { content: string }[] }[] = []
    const files = item.locator('.file-list a')
    for (const link of await files.filter({ hasText: /\.(?:jsonl|parquet)$/ }).all()) {
      const download = await downloadBy(page, link)
      const content = readFileSync(await download.path())
      const sum = createHash('sha256').update(content).digest('hex')
      expect(await link.getAttribute('title')).toBe(`sha256 ${sum}`)
      if ((await link.innerText()).startsWith('jsonl/'))
        rows.push(
          ...content
            .toString()
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => JSON.parse(line) as (typeof rows)[number]),
        )
    }
    expect(rows).toHaveLength(Number(after['Rows']))
    const held = new Map(rows.map((row) => [row.id, row.messages[0]?.content]))
    expect(held.has(ids[0] ?? '')).toBe(true)
    expect(held.has(ids[1] ?? '')).toBe(false)
    expect(held.get(ids[2] ?? '')).toBe(edited)
    expect(complaints).toEqual([])
    await close()
  })

  test(
    'what is typed and what stands open outlast a change on the same view',
    { timeout: 600_000 },
    async () => {
      const { page, complaints, close } = await openPage(browser, service.address)
      await visit(page, '/datasets')
      const name = page.getByLabel('Name', { exact: true })
      const rows = page.getByLabel('Rows at most')
      const build = page.getByRole('button', { name: 'Build' })
      await name.fill('one')
      await build.click()
      const one = page
        .locator('.dataset-list > li')
        .filter({ has: page.getByRole('heading', { name: 'one' }) })
      const fold = one.locator('details')
      await one.waitFor({ timeout: long })
      await fold.locator('summary').click()

      // The second is built only when the form is being filled again.
      const typed = Promise.withResolvers<void>()
      await page.route('**/v1/datasets', async (route) => {
        if (route.request().method() === 'POST') await typed.promise
        await route.continue()
      })
      await name.fill('two')
      await build.click()
      await page.getByRole('button', { name: 'Building' }).waitFor()
      await name.fill('half-a-na')
      await rows.pressSequentially('5')
      const kept = [name, rows, fold]
      for (const element of kept) await markKept(element)
      typed.resolve()
      await page.getByRole('heading', { name: 'two', exact: true }).waitFor({ timeout: long })
      for (const element of kept) expect(await isKept(element)).toBe(true)
      expect(await name.inputValue()).toBe('half-a-na')
      expect(await rows.inputValue()).toBe('05')
      expect(await hasFocus(rows)).toBe(true)
      expect(await fold.getAttribute('open')).not.toBeNull()
      expect(complaints).toEqual([])
      await close()
    },
  )

  test('a larger generation comes live, is stopped, goes on and ends', { timeout: 600_000 }, async () => {
    const { page, complaints, close } = await openPage(browser, service.address)
    await visit(page, '/generate?count=3000&seed=12')
    await page.getByRole('button', { name: 'Weave' }).click()
    const coming = page.locator('ol.generated > li')
    await coming.first().waitFor({ timeout: long })
    // No picture before the stop: the run would be over on a quick machine.
    await page.getByRole('link', { name: /^Run / }).click()
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.getByRole('button', { name: 'Go on' }).waitFor({ timeout: long })
    const stopped = await figures(page)
    const stored = Number(stopped['Pairs']?.replaceAll(',', ''))
    expect(stored).toBeGreaterThan(0)
    expect(stored).toBeLessThan(3000)
    await page.locator('.state.is-failed').getByText('cancelled', { exact: true }).waitFor()
    await station(page, 'stopped')

    await page.getByRole('button', { name: 'Go on' }).click()
    const done = page.getByRole('link', { name: 'Make a dataset' })
    await page.getByRole('button', { name: 'Stop' }).or(done).waitFor()
    await station(page, 'going-on')
    await done.waitFor({ timeout: long })
    expect((await figures(page))['Pairs']).toBe('3,000')
    await station(page, 'complete')
    await page.getByRole('link', { name: 'All runs' }).click()
    await page.getByRole('row').nth(2).waitFor()
    await station(page, 'runs')
    expect(complaints).toEqual([])
    await close()
  })
})
