import { defineConfig } from 'vite'

// Small files beside the pages, loaded by enhance.js only where a form saves by itself, a passkey is asked for, answers
// change the page, a text is formatted or files are sent.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'build/client',
    emptyOutDir: false,
    lib: {
      entry: {
        autosave: 'src/submissions/autosave/autosave-in-browser.ts',
        passkeys: 'src/accounts/second-steps/passkeys-in-browser.ts',
        'live-page': 'src/submissions/live-page-in-browser.ts',
        uploads: 'src/submissions/uploading/uploads-in-browser.ts',
        'format-text': 'src/submissions/format-text-in-browser.ts',
      },
      formats: ['es'],
      fileName: (_format, name) => `${name}.js`,
    },
  },
})
