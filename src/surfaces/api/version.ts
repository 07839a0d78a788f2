import { readFileSync } from 'node:fs'

/** Version of the package, for the document and for readiness. */
export const version: string = (
  JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    readonly version: string
  }
).version
