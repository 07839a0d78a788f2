import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config'

/** Tests that start a service, or read a whole run as one does. Its jobs give way to others, so few files run side by side. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['tests/{api,explore,mcp,serving}/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/*.slow.test.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
})

// oxlint-disable-next-line import/no-default-export -- the form that vitest asks for
export default config
