import { existsSync } from 'node:fs'
import process from 'node:process'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Where Debian and its relatives put the browser; `CHROMIUM` names another. */
const usualPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The Chromium of this machine, or `undefined`. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM'] ?? '', ...usualPaths].find((path) => path !== '' && existsSync(path))
}

/** Neo4j Browser in one headless page, and the addresses outside this machine that it asked for in vain. */
export interface BrowserPage {
  readonly page: Page
  readonly refused: readonly string[]
  close(): Promise<void>
}

/** Opens a Chromium that reaches nothing but this machine. */
export async function openBrowserPage(executablePath: string): Promise<BrowserPage> {
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--force-prefers-reduced-motion'],
  })
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } })
  const refused: string[] = []
  await page.route('**/*', (route) => {
    const { hostname } = new URL(route.request().url())
    if (hostname === '127.0.0.1' || hostname === 'localhost') return route.continue()
    refused.push(hostname)
    return route.abort()
  })
  return { page, refused, close: () => browser.close() }
}

/** Fills in the form of `:server connect` and waits until it is gone. */
export async function connect(page: Page, server: ServerAddress): Promise<void> {
  await page.goto(server.browser)
  await page.getByTestId('boltaddress').fill(server.bolt.replace(/^\w+:\/\//, ''))
  await page.getByTestId('username').fill(server.username)
  await page.getByTestId('password').fill(server.password)
  await page.getByTestId('connect').click()
  await page.getByTestId('connect').waitFor({ state: 'detached' })
}

export interface ServerAddress {
  /** `http://127.0.0.1:PORT/browser/`. */
  readonly browser: string
  /** `bolt://127.0.0.1:PORT`. */
  readonly bolt: string
  readonly username: string
  readonly password: string
}

/** Drops a file on the editor, as a person drags it there from a folder. */
export async function dropFile(page: Page, file: { readonly name: string; readonly text: string }): Promise<void> {
  const transfer = await page.evaluateHandle(({ name, text }) => {
    const data = new DataTransfer()
    data.items.add(new File([text], name, { type: 'text/plain' }))
    return data
  }, file)
  const editor = page.locator('.monaco-editor').first()
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await editor.dispatchEvent(event, { dataTransfer: transfer })
  }
}

/** Types a statement or a client command (`:param …`) into the editor and runs it. */
export async function runStatement(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor').first().click()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
  await page.keyboard.press('Control+Enter')
}
