import { defineConfig } from 'vite'

// Small files beside the pages, loaded by enhance.js only where a passkey is asked for or answers change the page.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'build/client',
    emptyOutDir: false,
    lib: {
      entry: {
        passkeys: 'src/accounts/second-steps/passkeys-in-browser.ts',
        'live-page': 'src/submissions/live-page-in-browser.ts',
      },
      formats: ['es'],
      fileName: (_format, name) => `${name}.js`,
    },
  },
})
