import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import openWabt from 'wabt'

it('holds what k-center.wat compiles to', async () => {
  const wabt = await openWabt()
  const source = readFileSync(new URL('./k-center.wat', import.meta.url), 'utf8')
  const features = { threads: true, simd: true }
  const module = wabt.parseWat('k-center.wat', source, features)
  const base64 = Buffer.from(module.toBinary({}).buffer).toString('base64')
  await expect(
    `/** The bytes of \`k-center.wat\` in base64. Written by its test with \`npx vitest run k-center-wasm -u\`. */
export const kCenterWasm: string =
  '${base64}'
`,
  ).toMatchFileSnapshot('./k-center-wasm.ts')
})
