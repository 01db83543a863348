import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { findFreePorts } from '../scripts/free-port.ts'
import { startStack, type Stack, type StackOptions } from '../scripts/stack.ts'

/** `folder` is the test's own, and goes with the installation when it is stopped. */
export type Installation = Stack & { folder: string }

type Options = Omit<StackOptions, 'folder' | 'ports' | 'samples'>

/** Starts an installation with the sample authority for a test file, on a copy of the data that `made-installation.ts` made. */
export async function startInstallation(options: Options = {}): Promise<Installation> {
  const folder = await mkdtemp(path.join(tmpdir(), 'send-e2e-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const data = path.join(folder, 'data')
    await cp(inject('installation'), data, { recursive: true, preserveTimestamps: true })
    const ports = await findFreePorts()
    const stack = await startStack({ ...options, folder: data, ports, samples: true })
    async function stop() {
      await stack.stop()
      await remove()
    }
    return { ...stack, folder, stop }
  } catch (error) {
    await remove()
    throw error
  }
}
