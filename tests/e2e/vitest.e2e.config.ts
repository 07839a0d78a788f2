import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Tests of the page in a real browser, against a service on a small finished run that is made once for all of them. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['tests/e2e/*.e2e.test.ts'],
    globalSetup: ['tests/e2e/start-service.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
})

// oxlint-disable-next-line import/no-default-export -- the form that vitest asks for
export default config
