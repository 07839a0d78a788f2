import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Tests that need schemathesis, from PyPI: minutes long, so not among those of `npm test`. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['tests/api/schemathesis/*.schemathesis.ts'],
    testTimeout: 900_000,
    hookTimeout: 180_000,
    reporters: ['verbose'],
  },
})

// oxlint-disable-next-line import/no-default-export -- the form that vitest asks for
export default config
