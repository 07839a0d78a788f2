import { defineConfig, type UserConfig } from 'vite'

/** The page, built to `dist/web`. While it is worked on (`vite src/surfaces/web`), the service answers on its usual port. */
const config: UserConfig = defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Data addresses would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
  server: { proxy: { '/v1': 'http://127.0.0.1:4747' } },
})

// oxlint-disable-next-line import/no-default-export -- the form that vite asks for
export default config
