import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core'
import { findChromium } from '../neo4j/find-chromium.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Every look that each view is checked in. */
export const looks = [
  { colorScheme: 'light', width: 1280, height: 800 },
  { colorScheme: 'light', width: 360, height: 740 },
  { colorScheme: 'dark', width: 1280, height: 800 },
  { colorScheme: 'dark', width: 360, height: 740 },
] as const

/** A headless Chromium that draws WebGL in software and reaches nothing but this machine. */
export async function openBrowser(): Promise<Browser> {
  return await chromium.launch({
    executablePath: findChromium() ?? '',
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  })
}

export interface OpenedPage {
  readonly page: Page
  /** What the browser complained of: mistakes, refusals of the content security policy, requests that failed. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ baseURL: address, ...options })
  const page = await context.newPage()
  // Nothing waits that long but where the machine is loaded.
  page.setDefaultTimeout(60_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // Software rendering makes the driver talk.
    const isDriver = /GL Driver Message|GPU stall|WebGL/.test(message.text())
    if (['error', 'warning'].includes(message.type()) && !isDriver) complaints.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
  })
  return { page, complaints, close: () => context.close() }
}

/** Opens one of the page's addresses and waits until what it asked for has come and stands. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settle(page)
}

export async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.waitForLoadState('networkidle')
  // A function would be evaluated in the page on every look, which its content security policy forbids after the first.
  await page.locator('.skeleton, [aria-busy="true"]').first().waitFor({ state: 'detached' })
}

/** What axe finds wrong, serious or not, each with the elements it is about; and whether the page is wider than the window. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate<readonly string[]>(`axe.run().then(({ violations }) => violations.map(
    ({ id, impact, nodes }) => id + ' (' + impact + '): ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`)
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  return overflow > 0 ? [...found, `the page is ${overflow} pixels wider than the window`] : found
}

export async function takePicture(page: Page, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

/** Presses Tab until an element has the focus. @throws {Error} where the keyboard does not reach it */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab')
    if (await hasFocus(wanted)) return
  }
  throw new Error(`the Tab key does not reach ${wanted.toString()}`)
}

export async function hasFocus(wanted: Locator): Promise<boolean> {
  return await wanted.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'))
}

/** Marks an element, so that {@link isKept} tells whether a locator still finds the same one. */
export async function markKept(marked: Locator): Promise<void> {
  await marked.evaluate((element: { kept?: boolean }) => {
    element.kept = true
  })
}

export async function isKept(marked: Locator): Promise<boolean> {
  return await marked.evaluate((element: { kept?: boolean }) => element.kept === true)
}
