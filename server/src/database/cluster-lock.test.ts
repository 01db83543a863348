import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFreePort } from './find-free-port.ts'
import { findRunningPort } from './cluster-lock.ts'
import { startEmbeddedPostgres } from './embedded.ts'

let parent = ''
const password = 'a-password-for-this-test'

beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'send-lock-'))
})

afterAll(() => rm(parent, { recursive: true, force: true }))

test('a second start on a folder in use is refused and the first database goes on', async () => {
  const folder = path.join(parent, 'used')
  const first = await startEmbeddedPostgres({ folder, port: await findFreePort(), password, durable: false })
  const sql = postgres(first.ownerUrl, { max: 1 })
  try {
    const second = startEmbeddedPostgres({ folder, port: await findFreePort(), password, durable: false })
    await expect(second).rejects.toThrow(`is in use by process ${process.pid}`)
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
    expect(await findRunningPort(folder)).toBe(first.port)
  } finally {
    await sql.end()
    await first.stop()
  }
  expect(await findRunningPort(folder)).toBeUndefined()
})

test('the lock of a process that is gone is taken over, also when its number was given to another', async () => {
  const folder = path.join(parent, 'left')
  await writeFile(`${folder}.lock`, `${process.pid} 1\n`)
  const cluster = await startEmbeddedPostgres({
    folder,
    port: await findFreePort(),
    password,
    durable: false,
  })
  expect(await readFile(`${folder}.lock`, 'utf8')).toMatch(new RegExp(`^${process.pid} (?!1\\n)\\d+\\n$`))
  await cluster.stop()
})
