import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Training configurations read by the trainers they are for, which come from PyPI and are heavy: not among those of `npm test`. */
const config: ViteUserConfig = defineConfig({
  test: { include: ['tests/training/*.training.ts'], testTimeout: 180_000, reporters: ['verbose'] },
})

// oxlint-disable-next-line import/no-default-export -- the form that vitest asks for
export default config
