import { defineConfig } from 'vite'

// One small file beside the pages, loaded by enhance.js only where a passkey is asked for.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'build/client',
    emptyOutDir: false,
    lib: {
      entry: 'src/accounts/second-steps/passkeys-in-browser.ts',
      formats: ['es'],
      fileName: () => 'passkeys.js',
    },
  },
})
