import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'

/** Where Debian and its relatives put the browser; `CHROMIUM` names another. */
const usualPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The Chromium of this machine, or `undefined`. With CI=true, as root on a Debian, one is installed where it is absent; where that
 * fails it throws, since a skipped test is a failure there.
 */
export function findChromium(): string | undefined {
  const found = chromiumPath()
  if (found !== undefined || process.env['CI'] !== 'true') return found
  if (process.getuid?.() === 0) for (const step of [['update'], ['install', '-y', 'chromium']]) apt(step)
  const installed = chromiumPath()
  if (installed === undefined)
    throw new Error('no Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM')
  return installed
}

function chromiumPath(): string | undefined {
  return [process.env['CHROMIUM'] ?? '', ...usualPaths].find((path) => path !== '' && existsSync(path))
}

function apt(step: readonly string[]): void {
  spawnSync('apt-get', ['-q', ...step], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
