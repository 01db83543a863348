import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { findFreePorts } from '../scripts/free-port.ts'
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
  const data = path.join(folder, 'data')
  const ports = await findFreePorts()
  const stack = await startStack({ folder: data, ports, samples: true, portals: false, scanner: false })
  await stack.stop()
  project.provide('installation', data)
  return () => rm(folder, { recursive: true, force: true })
}
