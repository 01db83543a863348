import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inOneTransaction, leavingALine } from '../one-transaction.ts'
import { appRouter } from '../router.ts'
import { buildStaffSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { unaudited } from './unaudited.ts'

let server: TestServer

beforeAll(async () => {
  server = await createTestServer()
})
afterAll(() => server.close())

test('V16.3.2: a look that leaves no line is refused, unless the list says why it may', async () => {
  const request = server.request(await buildStaffSession(server, []))
  const look = (path: string) =>
    inOneTransaction(
      request,
      path,
      leavingALine(path, async () => 'a child'),
    )
  await expect(look('people.newLook')).rejects.toThrow('people.newLook answers without a line')
  await expect(look('accounts.me')).resolves.toBe('a child')
})

test('the list of what leaves no line names queries of today, each with its reason', () => {
  const procedures = appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>
  for (const [path, reason] of Object.entries(unaudited)) {
    expect(procedures[path]?._def.type, path).toBe('query')
    expect(reason.length, path).toBeGreaterThan(20)
  }
  process.stdout.write(`without a line: ${Object.keys(unaudited).join(', ')}\n`)
})

test('a search keeps who was found and a keyed hash of what was asked, never the words', async () => {
  const officer = await buildStaffSession(server, ['people'])
  await server.caller(officer).people.search({ query: 'Zebedee Quill' })
  const [row] = await server.ownerDatabase.execute<{ details: Record<string, unknown> }>(
    sql`select details from audit_events where action = 'people.search' and actor_user_id = ${officer.userId}`,
  )
  expect(row?.details).toEqual({ terms: expect.stringMatching(/^[0-9a-f]{64}$/), found: 0, people: [] })
})
