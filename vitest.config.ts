import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,server,portal,desktop,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/out/**', '**/build/**'],
          globalSetup: ['./server/src/testing/postgres-cluster.ts'],
          // Nothing is measured here: only what hangs shall meet these, on a slow and busy machine too.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 60_000 } },
          maxWorkers: 2,
          // Whatever a file changes of its process it puts back; loading everything anew for each cost a quarter of the time.
          isolate: false,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['./e2e/made-installation.ts'],
          setupFiles: ['./e2e/picture-failures.ts'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
          // As long as e2e/patience.ts says: one second, the preset, is too short for a busy machine.
          expect: { poll: { timeout: 60_000 } },
          // Each file has an installation and windows of its own, and waits at times: for windows, for a server that
          // comes back, for the next code of an authenticator app. Three fill two cores; four are not faster.
          maxWorkers: 3,
        },
      },
    ],
  },
})
