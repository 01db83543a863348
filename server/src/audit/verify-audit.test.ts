import { readFile, rm, writeFile } from 'node:fs/promises'
import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sealAll, sealingOf, writeAuditEvents } from '../testing/build-audit-trail.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { auditEvents, type auditSeals } from './tables.ts'
import { verifyAudit } from './verify-audit.ts'

let server: TestServer
let file: string
let wholeFile: string
const [batches, batchSize] = [6, 50]

beforeAll(async () => {
  server = await createTestServer()
  file = sealingOf(server).file
  for (let batch = 0; batch < batches; batch += 1) {
    for (let part = 0; part < 5; part += 1) await writeAuditEvents(server, batchSize / 5)
    await sealAll(server, batchSize)
    server.clock.moveBy(60_000)
  }
  wholeFile = await readFile(file, 'utf8')
  await server.ownerDatabase.execute(sql`create table whole_events as select * from audit_events`)
  await server.ownerDatabase.execute(sql`create table whole_seals as select * from audit_seals`)
})
afterAll(() => server.close())

beforeEach(() => restore())

async function restore(): Promise<void> {
  await server.ownerDatabase.transaction(async (tx) => {
    await tx.execute(sql`delete from audit_events`)
    await tx.execute(sql`insert into audit_events overriding system value select * from whole_events`)
    await tx.execute(sql`delete from audit_seals`)
    await tx.execute(sql`insert into audit_seals select * from whole_seals`)
  })
  await writeFile(file, wholeFile)
}

const verify = () => verifyAudit(server.ownerDatabase, file)
const asSuperuser = (statement: SQL) => server.ownerDatabase.execute(statement)

/** Another value of the same kind for each column of a line. */
const alterations: Record<keyof ReturnType<typeof getTableColumns<typeof auditEvents>>, SQL> = {
  id: sql`id = gen_random_uuid()`,
  sequence: sql`sequence = default`,
  transaction: sql`transaction = (transaction::text::bigint + 1)::text::xid8`,
  era: sql`era = era + 1`,
  occurredAt: sql`occurred_at = occurred_at + interval '1 microsecond'`,
  actorUserId: sql`actor_user_id = gen_random_uuid()`,
  actorKind: sql`actor_kind = 'system'`,
  face: sql`face = null`,
  address: sql`address = '192.0.2.10'`,
  requestId: sql`request_id = ''`,
  action: sql`action = 'people.search'`,
  outcome: sql`outcome = 'refused'`,
  personId: sql`person_id = null`,
  objectKind: sql`object_kind = object_kind || ' '`,
  objectId: sql`object_id = lower(object_id) || 'x'`,
  reason: sql`reason = null`,
  details: sql`details = '{"found": 4}'`,
}

test('A-18: an untouched trail is found whole, with its counts and the time of the newest sealed line', async () => {
  expect(await verify()).toEqual({
    seals: batches,
    sealedEvents: batches * batchSize,
    newestSealedAt: '2026-03-02T09:05:00.000000Z',
    waitingEvents: 0,
    problems: [],
  })
})

test('A-18: every column of a line counts', async () => {
  expect(Object.keys(alterations)).toEqual(Object.keys(getTableColumns(auditEvents)))
  for (const [column, alteration] of Object.entries(alterations)) {
    await restore()
    await asSuperuser(
      sql`update audit_events set ${alteration} where id = (select id from whole_events order by sequence limit 1 offset 70)`,
    )
    expect((await verify()).problems, column).not.toEqual([])
  }
})

test('A-18: each of 300 lines, altered in one column or removed, is found and its seal is named', async () => {
  const rows = await asSuperuser(sql`select id, sequence from whole_events order by sequence`)
  const columns = Object.values(alterations)
  let found = 0
  for (const [index, { id }] of rows.entries()) {
    const seal = Math.floor(index / batchSize) + 1
    for (const tamper of [
      sql`update audit_events set ${columns[index % columns.length]} where id = ${id}`,
      sql`delete from audit_events where id = ${id}`,
    ]) {
      await asSuperuser(tamper)
      const { problems } = await verify()
      if (problems.some((problem) => problem.includes(`eal ${seal} `))) found += 1
      await asSuperuser(
        sql`delete from audit_events where id = ${id} or id not in (select id from whole_events)`,
      )
      await asSuperuser(
        sql`insert into audit_events overriding system value select * from whole_events where id = ${id}`,
      )
    }
  }
  expect(found).toBe(rows.length * 2)
  expect((await verify()).problems).toEqual([])
})

const row = (offset: number) =>
  sql`(select id from whole_events order by sequence limit 1 offset ${sql.raw(String(offset))})`
const copied = (columns: string) =>
  sql.raw(`insert into audit_events overriding system value
    select ${columns}, occurred_at, actor_user_id, actor_kind, face, address, request_id, action, outcome,
      person_id, object_kind, object_id, details, 999999, transaction, era, reason from whole_events
    order by sequence limit 1 offset 20`)

/** Two lines of one transaction exchange their places in it. */
function exchanged(one: number, other: number): SQL {
  const nth = (offset: number) => `(select id from whole_events order by sequence limit 1 offset ${offset})`
  const placeOf = (offset: number) => `(select sequence from whole_events where id = ${nth(offset)})`
  return sql.raw(`do $$ begin
    alter table audit_events alter sequence set generated by default;
    update audit_events set sequence = case id when ${nth(one)} then ${placeOf(other)} else ${placeOf(one)} end
      where id in (${nth(one)}, ${nth(other)});
    alter table audit_events alter sequence set generated always;
  end $$`)
}

test.each([
  ['two lines change places', exchanged(10, 11)],
  ['a line is added to a sealed range', copied('gen_random_uuid()')],
  [
    'a line moves behind the last seal',
    sql`update audit_events set transaction = (select to_transaction from audit_seals
    order by number desc limit 1) where id = ${row(299)}`,
  ],
  ['a line moves before the first seal', sql`update audit_events set era = 0 where id = ${row(0)}`],
  [
    'a line names a transaction to come',
    sql`update audit_events set transaction = '9000000000' where id = ${row(299)}`,
  ],
  ['all lines are removed', sql`delete from audit_events`],
  ['the first seal is removed', sql`delete from audit_seals where number = 1`],
  ['a seal in the middle is removed', sql`delete from audit_seals where number = 3`],
  ['the last seal is removed', sql`delete from audit_seals where number = 6`],
  ['all seals are removed', sql`delete from audit_seals`],
  ['a seal changes its number', sql`update audit_seals set number = 7 where number = 6`],
])('A-18: %s, and it is found', async (_, statement) => {
  await asSuperuser(statement)
  expect((await verify()).problems).not.toEqual([])
})

test('A-18: the end cut off in the table, lines and seals alike, is found by the file', async () => {
  await asSuperuser(
    sql`delete from audit_events where transaction >= (select from_transaction from audit_seals where number = 5)`,
  )
  await asSuperuser(sql`delete from audit_seals where number >= 5`)
  expect((await verify()).problems).toEqual([
    'The file of seals goes on to seal 6, the database ends with 4: its end was cut off.',
  ])
})

test('A-18: every column of a seal counts', async () => {
  const alteration: Record<keyof typeof auditSeals.$inferSelect, SQL> = {
    number: sql`number = 40`,
    era: sql`era = 2`,
    fromTransaction: sql`from_transaction = '1'`,
    toTransaction: sql`to_transaction = (to_transaction::text::bigint + 1)::text::xid8`,
    count: sql`count = count + 1`,
    eventsHash: sql`events_hash = reverse(events_hash)`,
    previousHash: sql`previous_hash = repeat('1', 64)`,
    hash: sql`hash = reverse(hash)`,
    sealedAt: sql`sealed_at = sealed_at + interval '1 microsecond'`,
  }
  for (const [column, set] of Object.entries(alteration)) {
    for (const number of [1, 4, 6]) {
      await restore()
      await asSuperuser(sql`update audit_seals set ${set} where number = ${number}`)
      expect((await verify()).problems, `${column} of ${number}`).not.toEqual([])
    }
  }
})

test('A-18: a chain forged anew from an altered line on is found by the file', async () => {
  await asSuperuser(sql`update audit_events set action = 'nothing' where id = ${row(120)}`)
  await asSuperuser(sql`delete from audit_seals where number >= 3`)
  await rm(file)
  await sealAll(server, 200)
  await writeFile(file, wholeFile)
  expect((await verify()).problems).toContain('Seal 3 differs between the database and the file of seals.')
})

test.each([
  ['its last line is cut off', (lines: string[]) => lines.slice(0, -1)],
  ['a line in the middle is cut out', (lines: string[]) => lines.toSpliced(2, 1)],
  ['two lines change places', (lines: string[]) => lines.with(2, lines[3] ?? '').with(3, lines[2] ?? '')],
  [
    'a line is altered',
    (lines: string[]) => lines.with(1, (lines[1] ?? '').replace(/"count":\d+/, '"count":7')),
  ],
  ['a line is unreadable', (lines: string[]) => lines.with(1, 'nothing')],
  ['it is empty', () => []],
])('A-18: the file of seals is touched: %s, and it is found', async (_, touch) => {
  const lines = touch(wholeFile.trimEnd().split('\n'))
  await writeFile(file, lines.map((line) => `${line}\n`).join(''))
  expect((await verify()).problems).not.toEqual([])
})

test('A-18: without the file of seals the trail does not pass', async () => {
  await rm(file)
  expect((await verify()).problems).toEqual([
    `There is no file of seals at ${file}. Name it with AUDIT_SEALS_FILE.`,
  ])
})
