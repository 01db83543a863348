import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFreePort } from '../testing/postgres-cluster.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded.ts'

// A cluster of its own: the death of a backend makes PostgreSQL end all the others.
let cluster: EmbeddedPostgres
let folder: string
let sql: postgres.Sql

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'send-lost-'))
  const port = await findFreePort()
  cluster = await startEmbeddedPostgres({
    folder: path.join(folder, 'cluster'),
    port,
    password: 'lost',
    durable: false,
  })
  sql = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} })
  await sql`create table broken (note text not null)`
})

afterAll(async () => {
  await sql.end({ timeout: 1 })
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})

const victim = path.join(import.meta.dirname, '../testing/lost-connection-victim.ts')

// The unpatched driver fails every one of these: the process dies, or statements of the broken transaction are
// committed on the next session.
test.each([
  ['active', 4, 'while a statement runs'],
  ['queued', 4, 'before a hundred statements are sent'],
  ['parallel', 4, 'while a hundred statements are under way'],
  ['afterwards', 4, 'while the pool reconnects the same connection'],
  ['crash', 2, 'by kill -9, which ends every session'],
])('a backend that ends (%s, %i times) %s costs the transaction and nothing else', async (mode, rounds) => {
  const { code, output } = await run(mode, rounds)
  expect(code, output).toBe(0)
  expect(output).not.toContain('fault')
  expect(JSON.parse(output.trim().split('\n').at(-1) ?? '')).toMatchObject({ unsettled: 0, working: true })
  await expect
    .poll(() => sql`select note from broken`.catch(() => 'restarting'), { timeout: 10_000 })
    .toEqual([])
})

function run(mode: string, rounds: number): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [victim, cluster.ownerUrl, mode, String(rounds)])
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    }
    child.once('error', reject)
    child.once('exit', (code) => resolve({ code, output }))
  })
}
