import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds `package.json`: two floors up from `src/surfaces` as from `dist/surfaces`. */
const root = fileURLToPath(new URL('../../..', import.meta.url))

/** The built page, or `undefined` where it was not built. */
export function pageFolder(): string | undefined {
  const folder = join(root, 'dist/web')
  return existsSync(join(folder, 'index.html')) ? folder : undefined
}

/** The files of Swagger UI: beside the built code, or those of the package it is made of. */
export function swaggerFolder(): string | undefined {
  const built = join(root, 'dist/swagger')
  if (existsSync(join(built, 'swagger-ui-bundle.js'))) return built
  try {
    return dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  } catch {
    return undefined
  }
}
