import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { findFreePorts } from '../scripts/free-port.ts'
import { keepCompiled } from '../scripts/keep-compiled.ts'
import { startStack } from '../scripts/stack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the sample authority, of which each test file takes a copy. */
    installation: string
  }
}

/** Makes the data of an installation once for the whole run; vitest calls it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'send-made-'))
  keepCompiled()
  const data = path.join(folder, 'data')
  const ports = await findFreePorts()
  const stack = await startStack({ folder: data, ports, samples: true, portals: false, scanner: false })
  await waitUntilIdle(stack.ownerUrl)
  await stack.stop()
  project.provide('installation', data)
  return () => rm(folder, { recursive: true, force: true })
}

/** Waits until the first jobs of an installation are done, such as the estimate for matching, so that no copy does them again. */
async function waitUntilIdle(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1 })
  try {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const [row] = await sql<{ models: number; jobs: number }[]>`
        select (select count(*)::int from matching_models) as models,
          (select count(*)::int from pgboss.job where state in ('created', 'retry', 'active')) as jobs`
      if (row && row.models > 0 && row.jobs === 0) return
      await wait(200)
    }
  } finally {
    await sql.end()
  }
}
