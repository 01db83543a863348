import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildStaffSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

test('the application can neither change nor delete a line of the audit trail, nor empty or alter the table', async () => {
  const staff = await buildStaffSession(server, [])
  await server.caller(staff).accounts.beginTotp()
  const attempts = [
    sql`update audit_events set action = 'nothing'`,
    sql`delete from audit_events`,
    sql`truncate audit_events`,
    sql`alter table audit_events add column x int`,
    sql`create table mine (id int)`,
  ]
  for (const attempt of attempts)
    await expect(server.database.execute(attempt)).rejects.toMatchObject({ cause: { code: '42501' } })
  const rows = await server.database.execute(
    sql`select action, outcome, actor_kind, face, address from audit_events where actor_user_id = ${staff.userId}`,
  )
  expect([...rows]).toEqual([
    {
      action: 'accounts.beginTotp',
      outcome: 'done',
      actor_kind: 'staff',
      face: 'desktop',
      address: '192.0.2.1',
    },
  ])
})
