import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, openPage, settle, takePicture, visit } from './open-page.ts'

const address = inject('serviceAddress')
const pictures = inject('pictures')

describe.skipIf(address === null)("a person's whole trip", () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser.close())

  const balancedRows = async (page: Page): Promise<number> => {
    await page.getByRole('link', { name: 'Balance' }).click()
    await page.getByRole('heading', { level: 1, name: 'Balance' }).waitFor()
    await settle(page)
    const figure = page.locator('dl div').filter({ hasText: 'Rows' }).locator('dd')
    return Number((await figure.innerText()).replaceAll(',', ''))
  }

  test('search, open, walk, generate, review, balance, dataset', async () => {
    const { page, complaints, close } = await openPage(browser, address ?? '', { acceptDownloads: true })
    await visit(page, '/')
    await page.getByRole('combobox', { name: 'Find a concept' }).fill('linear eq')
    await page.getByRole('listbox').getByRole('option', { name: 'Linear equations' }).first().click()
    await page.getByRole('link', { name: 'Walk from here' }).click()
    await settle(page)
    expect(await page.locator('.walk-step-name').first().innerText()).toBe('Linear equations')

    await page.getByRole('link', { name: /^Generate pairs on/ }).click()
    await page.getByRole('button', { name: 'Weave' }).click()
    await page.locator('.generated > li').first().waitFor()
    expect(await page.locator('.generated > li').count()).toBe(10)
    await takePicture(page, pictures, 'trip-generated')

    const before = await balancedRows(page)
    await page.getByRole('link', { name: 'Review' }).click()
    await settle(page)
    await page.getByLabel('Reviewer').fill('Ada')
    for (const [button, said] of [
      ['Reject', 'Rejected'],
      ['Reject', 'Rejected'],
      ['Accept', 'Accepted'],
    ] as const) {
      await page.getByRole('button', { name: button }).click()
      await page.getByRole('status').filter({ hasText: said }).first().waitFor()
      await settle(page)
      await page.keyboard.press('Tab')
    }
    await takePicture(page, pictures, 'trip-reviewed')
    expect(await balancedRows(page)).toBe(before - 2)

    await page.getByRole('link', { name: 'Datasets' }).click()
    await page.getByLabel('Name', { exact: true }).fill('trip')
    await page.getByRole('button', { name: 'Build' }).click()
    await page.getByRole('heading', { level: 2, name: 'trip' }).waitFor({ timeout: 60_000 })
    const file = page.getByRole('link', { name: 'jsonl/train.jsonl' })
    if (!(await file.isVisible())) await page.getByText(/^\d+ files$/).click()
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
    expect(download.suggestedFilename()).toBe('train.jsonl')
    await takePicture(page, pictures, 'trip-dataset')
    expect(complaints).toEqual([])
    await close()
  })
})
