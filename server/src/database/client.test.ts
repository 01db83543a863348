import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { openDatabase, requireDurableDatabase } from './client.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

test('a database that could lose a commit is refused, with the setting to change', async () => {
  // The throw-away cluster of the tests runs with fsync off.
  await expect(requireDurableDatabase(server.database)).rejects.toThrow(/switch .*fsync.* on and start again/)
})

test('a statement is kept by its connection, also inside transactions; a long list is not', async () => {
  const { database, close } = openDatabase(server.url, { connections: 1 })
  const numbers = Array.from({ length: 50 }, (_, index) => sql`${index}::int`)
  await database.execute(sql`select ${1}::int as outside`)
  await database.transaction(async (tx) => {
    await tx.execute(sql`select ${1}::int as inside`)
    await tx.transaction((inner) => inner.execute(sql`select ${1}::int as nested`))
    await tx.execute(sql`select ${1}::int as inside`)
    await tx.execute(sql`select 1 where 1 in (${sql.join(numbers, sql`, `)})`)
  })
  const kept = await database.execute<{ statement: string }>(
    sql`select statement from pg_prepared_statements where statement like 'select%$%' order by statement`,
  )
  expect(kept.map(({ statement }) => statement)).toEqual([
    'select $1::int as inside',
    'select $1::int as nested',
    'select $1::int as outside',
  ])
  await close()
})
