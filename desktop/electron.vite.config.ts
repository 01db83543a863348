import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// The oldest Electron that the tests run in; the build serves it and the shipped one (docs/decisions/0008).
process.env.ELECTRON_MAJOR_VER ??= '25'

const output = { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' }

function page(name: string): string {
  return path.join(import.meta.dirname, `src/renderer/${name}.html`)
}

export default defineConfig({
  main: {
    build: {
      target: 'node18.15',
      externalizeDeps: false,
      rolldownOptions: { output, external: ['better-sqlite3'] },
    },
  },
  preload: { build: { target: 'node18.15', externalizeDeps: false, rolldownOptions: { output } } },
  renderer: {
    plugins: [react()],
    html: { cspNonce: '__CSP_NONCE__' },
    // The preview of a form is a page of its own (docs/decisions/0016).
    build: {
      target: 'chrome114',
      cssTarget: 'chrome114',
      minify: true,
      rolldownOptions: { input: { index: page('index'), preview: page('preview') } },
    },
    css: {
      // govuk-frontend holds an old-browser media query which Lightning CSS refuses.
      lightningcss: { errorRecovery: true },
      preprocessorOptions: { scss: { quietDeps: true } },
    },
  },
})
