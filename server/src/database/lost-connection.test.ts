import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql as rawSql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFreePort } from './find-free-port.ts'
import { runVictim, type VictimMode } from '../testing/run-victim.ts'
import { openDatabase } from './client.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded.ts'

// A cluster of its own: the death of a backend makes PostgreSQL end all the others.
let cluster: EmbeddedPostgres
let folder: string
let port: number
let sql: postgres.Sql

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'send-lost-'))
  port = await findFreePort()
  cluster = await startCluster()
  sql = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} })
  await sql`create table broken (note text not null)`
})

afterAll(async () => {
  await sql.end({ timeout: 1 })
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})

// The unpatched driver fails every one of these: the process dies, or statements of the broken transaction are
// committed on the next session.
test.each<[VictimMode, number, string]>([
  ['active', 4, 'while a statement runs'],
  ['queued', 4, 'before a hundred statements are sent'],
  ['parallel', 4, 'while a hundred statements are under way'],
  ['afterwards', 4, 'while the pool reconnects the same connection'],
  ['crash', 2, 'by kill -9, which ends every session'],
])(
  'V2.3.3: a backend that ends (%s, %i times) %s costs the transaction and nothing else',
  async (mode, rounds) => {
    const { code, output } = await runVictim(cluster.ownerUrl, mode, rounds)
    expect(code, output).toBe(0)
    expect(output).not.toContain('fault')
    expect(JSON.parse(output.trim().split('\n').at(-1) ?? '')).toMatchObject({ unsettled: 0, working: true })
    await expect.poll(() => sql`select note from broken`.catch(() => 'restarting')).toEqual([])
  },
)

test('once PostgreSQL is back every request is answered, however many failed while it was away', async () => {
  const { database, close } = openDatabase(cluster.ownerUrl)
  const ask = () =>
    Promise.all(Array.from({ length: 40 }, () => database.execute(rawSql`select pg_sleep(0.01)`)))
  await ask()
  await cluster.stop()
  for (let attempt = 0; attempt < 5; attempt += 1) await expect(ask()).rejects.toThrow()
  cluster = await startCluster()
  const started = performance.now()
  await ask()
  // The driver of its own accord makes a connection wait up to twenty seconds after seven failures of all together.
  expect(performance.now() - started).toBeLessThan(5000)
  await close()
})

// The unpatched driver says at once that it has ended, opens another connection for what waits, and keeps it open.
test.each([1, 3])(
  'an end with work in the queue of %i connections waits for it and leaves none open',
  async (max) => {
    const connection = { application_name: `ending ${max}` }
    const ending = postgres(cluster.ownerUrl, { max, connection, onnotice: () => {} })
    await ending`select 1`
    let settled = 0
    const work = Array.from({ length: 100 }, () =>
      ending.begin((tx) => tx`select 1`).finally(() => (settled += 1)),
    )
    await ending.end({ timeout: 20 })
    expect(settled).toBe(100)
    await Promise.all(work)
    const { application_name: name } = connection
    await expect
      .poll(() => sql`select from pg_stat_activity where application_name = ${name}`)
      .toHaveLength(0)
    await expect(ending`select 1`).rejects.toMatchObject({ code: 'CONNECTION_ENDED' })
  },
)

function startCluster(): Promise<EmbeddedPostgres> {
  const options = { folder: path.join(folder, 'cluster'), password: 'lost', durable: false }
  return startEmbeddedPostgres({ ...options, port })
}
