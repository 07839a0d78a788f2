import process from 'node:process'
import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config'

/** Long forms of tests (`*.slow.test.ts`) run only when asked for. */
const slow = process.env['TEST_SLOW'] === '1'

const config: ViteUserConfig = defineConfig({
  test: {
    include: slow ? ['tests/**/*.slow.test.ts'] : ['src/**/*.test.ts', 'tests/**/*.test.ts'],
    // Those against a real server, and those that start a service, have configurations of their own.
    exclude: slow
      ? configDefaults.exclude
      : [
          ...configDefaults.exclude,
          '**/*.slow.test.ts',
          '**/*.neo4j.test.ts',
          '**/*.e2e.test.ts',
          'tests/{api,explore,mcp,serving}/**',
        ],
    testTimeout: 30_000,
    // Many tests wait for processes of their own.
    maxWorkers: 4,
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
  },
})

export default config
