import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findFreePorts } from '../scripts/free-port.ts'
import { openRegister, type Register } from './million/open-register.ts'
import { startStack, type Stack } from '../scripts/stack.ts'

/** What the rows of one run share; each is started by the first row that asks for it. */
export type Stage = {
  folder: string
  stack(): Promise<Stack>
  /** A second installation, with a million people on record. */
  register(): Promise<Register>
  close(): Promise<void>
}

type Options = { signal: AbortSignal; say: (line: string) => void }

/** A folder of its own and, when asked for, a whole durable installation with the sample authority. */
export async function openStage({ signal, say }: Options): Promise<Stage> {
  // Rows write what they measure: never into a database of somebody's own.
  for (const name of [
    'DATABASE_URL',
    'DATABASE_OWNER_URL',
    'SMTP_URL',
    'NOTIFY_API_KEY',
    'FILE_MASTER_KEY',
    'FILES_S3_URL',
    'CLAMD_URL',
  ])
    delete process.env[name]
  const folder = await mkdtemp(path.join(tmpdir(), 'send-bench-'))
  let started: Promise<Stack> | undefined
  let opened: Promise<Register> | undefined
  const start = async (name: string) =>
    startStack({
      folder: path.join(folder, name),
      portals: name === 'data',
      ports: await findFreePorts(),
      samples: true,
      scanner: false,
      serverFile: path.join(import.meta.dirname, 'bench-server.ts'),
      signal,
      say,
      output: (text) => process.stderr.write(text),
    })
  return {
    folder,
    stack: () => (started ??= start('data')),
    register: () => (opened ??= start('register').then((stack) => openRegister(stack, say))),
    async close() {
      const stack = await started?.catch(() => undefined)
      await stack?.stop()
      const register = await opened?.catch(() => undefined)
      await register?.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
