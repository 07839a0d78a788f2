import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

it.each(readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.ts')))(
  'examples/%s runs',
  (name) => {
    const output = execFileSync(process.execPath, [join('examples', name)], { cwd: root, encoding: 'utf8' })
    expect(output.trim().split('\n').length).toBeGreaterThan(2)
  },
)
