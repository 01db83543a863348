import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// The oldest Electron that the tests run in; the build serves it and the shipped one (docs/decisions/0008).
process.env.ELECTRON_MAJOR_VER ??= '25'

const output = { format: 'cjs' as const, entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' }

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
    build: { target: 'chrome114', cssTarget: 'chrome114', minify: true },
  },
})
