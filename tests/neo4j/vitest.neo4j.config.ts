import { defineConfig, type ViteUserConfig } from 'vitest/config'

/** Tests against a real Neo4j server that is started once for all of them; each file empties it first, so they take turns. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['tests/neo4j/*.neo4j.test.ts'],
    globalSetup: ['tests/neo4j/start-server.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
})

// oxlint-disable-next-line import/no-default-export -- the form that vitest asks for
export default config
