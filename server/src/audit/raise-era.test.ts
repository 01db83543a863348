import { readFile } from 'node:fs/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sealAll, sealingOf, writeAuditEvents } from '../testing/build-audit-trail.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { streamEvents } from './canonical-event.ts'
import { raiseEra } from './raise-era.ts'
import { sealAuditEvents } from './seal-audit-events.ts'
import { createEventsHash, insertSeal } from './seal.ts'
import { verifyAudit } from './verify-audit.ts'

let server: TestServer

beforeEach(async () => {
  server = await createTestServer()
})
afterEach(() => server.close())

const file = () => sealingOf(server).file
const verify = () => verifyAudit(server.ownerDatabase, file())
const reason = 'Restored from the backup of Sunday'
const raise = (database = server.ownerDatabase) =>
  raiseEra({ ownerDatabase: database, clock: server.clock, file: file(), reason })

test('the application cannot raise the era', async () => {
  await makeRestored()
  await expect(raise(server.database)).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('without a restore nothing asks for a new era', async () => {
  await writeAuditEvents(server, 1)
  await sealAll(server, 1)
  await expect(raise()).rejects.toThrow('Nothing asks for a new era')
})

test('after a restore the old era is closed, the step is recorded with its reason, and sealing goes on', async () => {
  await makeRestored()
  await expect(sealAuditEvents(sealingOf(server))).rejects.toThrow('restored from a dump')
  expect(await raise()).toEqual({ era: 2, after: 1, givenUp: 0 })
  await writeAuditEvents(server, 4)
  await sealAll(server, 5)
  expect(await verify()).toMatchObject({ seals: 3, sealedEvents: 8, waitingEvents: 0, problems: [] })
  const rows = await server.ownerDatabase.execute(
    sql`select era, reason, details, actor_kind from audit_events where action = 'audit.newEra'`,
  )
  expect([...rows]).toEqual([
    { era: 2, reason, details: { era: 2, after: 1, givenUp: 0 }, actor_kind: 'system' },
  ])
  await expect(raise()).rejects.toThrow('Nothing asks for a new era')
})

test('seals that only the file knew are given up by name, and the file tells so', async () => {
  await writeAuditEvents(server, 2)
  await sealAll(server, 2)
  const dump = await takeDump()
  await writeAuditEvents(server, 3)
  await sealAll(server, 3)
  await dump.restore()
  await expect(sealAuditEvents(sealingOf(server))).rejects.toThrow(
    'goes on to seal 2, the database ends with 1',
  )
  expect((await verify()).problems).toHaveLength(1)
  expect(await raise()).toEqual({ era: 2, after: 1, givenUp: 1 })
  await writeAuditEvents(server, 1)
  await sealAll(server, 2)
  expect(await verify()).toMatchObject({ seals: 2, sealedEvents: 4, problems: [] })
  const kinds = (await readFile(file(), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => (line.includes('newEra') ? 'era' : 'seal'))
  expect(kinds).toEqual(['seal', 'seal', 'era', 'seal'])
})

test('a line slipped into the closed era is found', async () => {
  await makeRestored()
  await raise()
  await sealAll(server, 1)
  await server.ownerDatabase.execute(sql`insert into audit_events
    (id, era, transaction, occurred_at, actor_kind, action, outcome, object_kind, object_id, details)
    values (gen_random_uuid(), 1, '9000000900', now(), 'system', 'people.get', 'done', 'person', 'x', '{}')`)
  expect((await verify()).problems).toEqual([expect.stringMatching(/no seal covers it/)])
})

/** Numbers as after a restore from a dump of a much older cluster: a sealed line, and two that waited. */
async function makeRestored(): Promise<void> {
  await writeAuditEvents(server, 1)
  await server.ownerDatabase.execute(sql`update audit_events set transaction = '9000000000'`)
  await sealAsOldCluster()
  await writeAuditEvents(server, 2)
  await server.ownerDatabase.execute(
    sql`update audit_events set transaction = '9000000777' where transaction <> '9000000000'`,
  )
}

async function sealAsOldCluster(): Promise<void> {
  await server.ownerDatabase.transaction(async (tx) => {
    const range = { era: 1, fromTransaction: '0', toTransaction: '9000000500' }
    const hash = createEventsHash()
    for await (const event of streamEvents(tx, range)) hash.add(event)
    await insertSeal(tx, undefined, server.clock.now(), { ...range, ...hash.finish() })
  })
}

/** As much of a dump as the audit trail needs. */
async function takeDump(): Promise<{ restore(): Promise<void> }> {
  const owner = server.ownerDatabase
  await owner.execute(sql`create table dumped_events as select * from audit_events`)
  await owner.execute(sql`create table dumped_seals as select * from audit_seals`)
  return {
    async restore() {
      await owner.execute(sql`delete from audit_events`)
      await owner.execute(sql`insert into audit_events overriding system value select * from dumped_events`)
      await owner.execute(sql`delete from audit_seals`)
      await owner.execute(sql`insert into audit_seals select * from dumped_seals`)
    },
  }
}
