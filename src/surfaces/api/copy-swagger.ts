import { copyFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

/** Part of the build: puts what `/docs` serves of Swagger UI into `dist/swagger`, with its licence. */
const from = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const to = resolve(import.meta.dirname, '../../../dist/swagger')
mkdirSync(to, { recursive: true })
for (const name of [
  'swagger-ui.css',
  'swagger-ui-bundle.js',
  'swagger-ui-bundle.js.LICENSE.txt',
  'LICENSE',
  'NOTICE',
])
  copyFileSync(join(from, name), join(to, name))
