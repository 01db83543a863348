import { afterAll, beforeAll, expect, test } from 'vitest'
import { emailCodes, registrations, sessions, throttles } from './accounts/tables.ts'
import { deleteExpired } from './housekeeping.ts'
import { buildPortalSession } from './testing/build-sessions.ts'
import { createTestServer, type TestServer } from './testing/test-server.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

async function counts(): Promise<number[]> {
  const tables = [sessions, emailCodes, registrations, throttles]
  return Promise.all(tables.map((table) => server.ownerDatabase.$count(table)))
}

test('what still counts is kept and what has lost its use goes', async () => {
  const half = await buildPortalSession(server, 'citizen', { secondStep: false })
  await server.caller(half).accounts.sendEmailCode()
  await server
    .caller({ ...half, token: null })
    .accounts.register({ email: 'new@example.org', language: 'en' })
  const before = await counts()
  await deleteExpired(server.database, server.clock)
  expect(await counts()).toEqual(before)

  server.clock.moveBy(34 * 86_400_000)
  await deleteExpired(server.database, server.clock)
  expect(await counts()).toEqual([0, 0, 0, 0])
})
