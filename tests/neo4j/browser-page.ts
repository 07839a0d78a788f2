import { chromium, type Locator, type Page } from 'playwright-core'
import type { TestServer } from './start-server.ts'

/** Neo4j Browser in one headless page. */
export interface BrowserPage {
  readonly page: Page
  /** Hosts that it asked and that answered. */
  readonly reached: ReadonlySet<string>
  close(): Promise<void>
}

/** Opens a Chromium that reaches nothing but this machine. */
export async function openBrowserPage(executablePath: string): Promise<BrowserPage> {
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 } })
  page.setDefaultTimeout(30_000)
  const reached = new Set<string>()
  page.on('response', (response) => reached.add(new URL(response.url()).hostname))
  page.on('websocket', (socket) => reached.add(new URL(socket.url()).hostname))
  await page.route('**/*', async (route) => {
    const { hostname } = new URL(route.request().url())
    if (hostname === '127.0.0.1' || hostname === 'localhost') return await route.continue()
    return await route.abort()
  })
  return { page, reached, close: () => browser.close() }
}

/** Fills in the form of `:server connect`, waits until it is gone, and clears the page. */
export async function connectBrowser(page: Page, server: TestServer): Promise<void> {
  await page.goto(server.browser)
  await page.getByTestId('boltaddress').fill(server.uri.replace(/^\w+:\/\//, ''))
  await page.getByTestId('username').fill(server.username)
  await page.getByTestId('password').fill(server.password)
  await page.getByTestId('connect').click()
  await page.getByTestId('connect').waitFor({ state: 'detached' })
  await page.getByText('You are connected as user').waitFor()
}

/** What of a page's globals runs inside it; the type checker knows those of Node alone. */
interface PageGlobals {
  readonly DataTransfer: new () => { readonly items: { add(file: File): void } }
}

/** Drops a file on the page, as a person drags it there from a folder. */
export async function dropFile(
  page: Page,
  file: { readonly name: string; readonly text: string },
): Promise<void> {
  const dataTransfer = await page.evaluateHandle(({ name, text }) => {
    const { DataTransfer } = globalThis as unknown as PageGlobals
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], name, { type: 'text/plain' }))
    return transfer
  }, file)
  const editor = page.getByTestId('activeEditor')
  for (const event of ['dragenter', 'dragover', 'drop']) await editor.dispatchEvent(event, { dataTransfer })
}

/** Drops a query and keeps it as a favourite; gives its entry in the list of local scripts. */
export async function keepFavourite(
  page: Page,
  file: { readonly name: string; readonly text: string; readonly title: string },
): Promise<Locator> {
  await dropFile(page, file)
  await page.getByText('Save to favorites').click()
  const entry = page.getByTestId(`scriptTitle-${file.title}`)
  if (!(await page.getByText('Local scripts').isVisible()))
    await page.getByTestId('navigationFavorites').click()
  await entry.waitFor()
  return entry
}

/**
 * Types a statement or a command of Neo4j Browser into the editor, runs it and gives the frame with the answer. Earlier frames are
 * gone.
 */
export async function runInEditor(page: Page, text: string): Promise<Locator> {
  await clearFrames(page)
  await submit(page, text)
  const frame = page.getByTestId('frame').first()
  await frame.waitFor()
  return frame
}

/** Sets a parameter and waits for Neo4j Browser to say so. */
export async function setParameter(page: Page, name: string, literal: string): Promise<void> {
  const frame = await runInEditor(page, `:param ${name} => ${literal}`)
  await frame.getByText('Successfully set your parameters').waitFor()
}

/** Closes all frames. */
export async function clearFrames(page: Page): Promise<void> {
  await submit(page, ':clear')
  await page.getByTestId('frame').first().waitFor({ state: 'detached' })
}

async function submit(page: Page, text: string): Promise<void> {
  await page.getByTestId('activeEditor').locator('.monaco-editor').first().click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
  await page.keyboard.press('Control+Enter')
}
