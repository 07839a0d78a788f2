import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Tests that ask a real model: minutes long, so not among those of `npm test`. */
const config: ViteUserConfig = defineConfig({
  test: { include: ['tests/llm/*.llm.ts'], testTimeout: 480_000, reporters: ['verbose'] },
})

// oxlint-disable-next-line import/no-default-export -- the form that vitest asks for
export default config
