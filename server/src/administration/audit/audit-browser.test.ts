import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { restoreCsvCell } from '@send/shared/values/csv'
import { newId } from '@send/shared/values/ids'
import { sealAll } from '../../testing/build-audit-trail.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let auditor: BuiltSession
let officer: BuiltSession
let personId: string

beforeAll(async () => {
  server = await createTestServer()
  auditor = await buildStaffSession(server, ['audit'], { name: 'Ada Auditor' })
  officer = await buildStaffSession(server, ['people'], { name: '=Olwen "the" Officer' })
  const [person] = await server.ownerDatabase.execute<{ id: string }>(sql`insert into people
    (id, given_names, family_name, folded_given_names, folded_family_name, created_at)
    values (gen_random_uuid(), '+Carys', 'Rees', 'carys', 'rees', now()) returning id`)
  personId = person?.id ?? ''
  await server.caller(officer).people.get({ personId })
  await server.caller(officer).people.search({ query: 'Rees' })
  await expect(server.caller(officer).suspense.list()).rejects.toThrow()
})
afterAll(() => server.close())

const audit = () => server.caller(auditor).audit

test('who does not hold the audit process sees nothing of the trail and cannot touch an alert', async () => {
  const parent = await buildPortalSession(server, 'citizen')
  for (const who of [officer, parent]) {
    const caller = server.caller(who).audit
    const refused = { code: 'FORBIDDEN' }
    await expect(caller.search({ filter: {} })).rejects.toMatchObject(refused)
    const request = { filter: {}, exportId: newId(), after: null, reason: 'Curious' }
    await expect(caller.export(request)).rejects.toMatchObject(refused)
    await expect(caller.alerts()).rejects.toMatchObject(refused)
    await expect(caller.markSeen({ alertId: newId() })).rejects.toMatchObject(refused)
    await expect(caller.verifyState()).rejects.toMatchObject(refused)
    await expect(caller.findUsers({ query: 'Ada' })).rejects.toMatchObject(refused)
    await expect(caller.findPeople({ query: 'Rees' })).rejects.toMatchObject(refused)
  }
})

test('the trail tells who did what about whom, by child, user, action and outcome', async () => {
  const byChild = await audit().search({ filter: { personId, actorUserId: officer.userId } })
  // Who found a child by a search has seen its name.
  expect(byChild.lines.map(({ action }) => action).toSorted()).toEqual(['people.get', 'people.search'])
  expect(byChild.lines.filter(({ action }) => action === 'people.get')).toMatchObject([
    {
      action: 'people.get',
      outcome: 'done',
      actor: { name: '=Olwen "the" Officer', email: officer.email, kind: 'staff' },
      person: { personId, name: '+Carys Rees' },
      face: 'desktop',
      address: '192.0.2.1',
    },
  ])
  const refused = await audit().search({ filter: { actorUserId: officer.userId, outcome: 'refused' } })
  expect(refused.lines.map(({ action }) => action)).toContain('suspense.list')
  const searches = await audit().search({ filter: { actorUserId: officer.userId, action: 'people.search' } })
  expect(searches.lines).toMatchObject([{ details: { found: 1, people: [personId] } }])
})

test('days are days in the United Kingdom, both included', async () => {
  const who = newId()
  for (const at of [
    '2026-06-09T22:59:59.999Z',
    '2026-06-09T23:00:00Z',
    '2026-06-10T22:59:59.999Z',
    '2026-06-10T23:00:00Z',
  ])
    await addLine(who, at)
  const { lines } = await audit().search({
    filter: { actorUserId: who, from: '2026-06-10', to: '2026-06-10' },
  })
  expect(lines.map(({ at }) => at)).toEqual(['2026-06-10T22:59:59.999000Z', '2026-06-09T23:00:00.000000Z'])
})

test('pages follow each other without a gap or a repeat while lines are added', async () => {
  const who = newId()
  await addLines(who, 250)
  const filter = { actorUserId: who }
  const seen: string[] = []
  let cursor: { at: string; id: string } | null = null
  do {
    const page: Awaited<ReturnType<ReturnType<typeof audit>['search']>> = await audit().search({
      filter,
      cursor,
    })
    seen.push(...page.lines.map(({ id }) => id))
    await addLine(who, '2026-12-01T00:00:00Z')
    cursor = page.next
  } while (cursor)
  expect(new Set(seen).size).toBe(250)
  expect(seen).toHaveLength(250)
})

test('a look at the trail is itself a line, with the child asked for', async () => {
  await audit().search({ filter: { personId } })
  const { lines } = await audit().search({
    filter: { actorUserId: auditor.userId, action: 'audit.search', personId },
  })
  expect(lines[0]).toMatchObject({ person: { personId }, details: { filter: { personId } } })
})

test('A-10: an export runs nothing in a spreadsheet, keeps every text, and is recorded with its reason', async () => {
  const exportId = newId()
  const request = {
    filter: { personId, action: 'people.get' },
    exportId,
    after: null,
    reason: '  Asked by the court ',
  }
  const { csv, next } = await audit().export(request)
  expect(next).toBeNull()
  const [headings, line] = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
  expect(headings).toMatch(/^"When \(UTC\)","Who"/)
  const cells = [...(line ?? '').matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) =>
    cell.replaceAll('""', '"'),
  )
  expect(cells[1]).toBe('\'=Olwen "the" Officer')
  expect(cells.map(restoreCsvCell)).toContain('=Olwen "the" Officer')
  expect(cells.map(restoreCsvCell)).toContain('+Carys Rees')
  const { lines } = await audit().search({ filter: { action: 'audit.export', outcome: 'done' } })
  expect(lines).toMatchObject([{ objectId: exportId, reason: 'Asked by the court', details: { lines: 1 } }])
  await expect(audit().export({ ...request, reason: ' x ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('a large export comes in parts that make one file', async () => {
  const who = newId()
  await addLines(who, 4500)
  const exportId = newId()
  let [csv, parts] = ['', 0]
  let after: { at: string; id: string } | null = null
  do {
    const part: Awaited<ReturnType<ReturnType<typeof audit>['export']>> = await audit().export({
      filter: { actorUserId: who },
      exportId,
      after,
      reason: 'Yearly review',
    })
    csv += part.csv
    parts += 1
    after = part.next
  } while (after)
  const lines = csv.trimEnd().split('\r\n')
  expect({ parts, lines: lines.length, distinct: new Set(lines).size }).toEqual({
    parts: 3,
    lines: 4501,
    distinct: 4501,
  })
})

test('of two auditors who mark an alert the first stays', async () => {
  const alertId = newId()
  await server.ownerDatabase
    .execute(sql`insert into audit_alerts (id, kind, actor_user_id, children, window_start, raised_at)
    values (${alertId}, 'manyChildren', ${officer.userId}, 100, now(), now())`)
  const other = server.caller(await buildStaffSession(server, ['audit'], { name: 'Bea Auditor' })).audit
  const outcomes = await Promise.all([audit().markSeen({ alertId }), other.markSeen({ alertId })])
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['alreadySeen', 'seen'])
  await expect(audit().markSeen({ alertId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  const { alerts } = await audit().alerts()
  expect(alerts).toMatchObject([{ alertId, seen: { by: expect.stringMatching(/^(Ada|Bea) Auditor$/) } }])
})

test('the state of the seals tells the last seal and what waits', async () => {
  const [row] = await server.ownerDatabase.execute<{ n: number }>(
    sql`select count(*)::integer as n from audit_events`,
  )
  expect(await audit().verifyState()).toMatchObject({ lastSeal: null, waiting: row?.n })
  await sealAll(server, (row?.n ?? 0) + 1)
  const { lastSeal, waiting } = await audit().verifyState()
  expect(lastSeal).toMatchObject({ number: expect.any(Number), sealedAt: expect.stringMatching(/Z$/) })
  expect(waiting).toBe(0)
})

test('users are found by parts of name and e-mail, and wildcards mean themselves', async () => {
  expect((await audit().findUsers({ query: 'olwen' })).users).toMatchObject([{ userId: officer.userId }])
  expect((await audit().findUsers({ query: '%%' })).users).toEqual([])
})

async function addLine(who: string, at: string): Promise<void> {
  await server.ownerDatabase.execute(sql`insert into audit_events
    (id, occurred_at, actor_user_id, actor_kind, action, outcome, object_kind, object_id, details)
    values (${newId()}, ${at}::timestamptz, ${who}, 'staff', 'people.get', 'done', 'person', 'x', '{}')`)
}

/** Many of one moment, so that only the number of the line tells their order. */
async function addLines(who: string, number: number): Promise<void> {
  await server.ownerDatabase.execute(sql`insert into audit_events
    (id, occurred_at, actor_user_id, actor_kind, action, outcome, object_kind, object_id, details)
    select gen_random_uuid(), '2026-05-01T00:00:00Z'::timestamptz + (n / 10) * interval '1 microsecond', ${who}, 'staff',
      'people.get', 'done', 'person', n::text, '{}' from generate_series(1, ${number}::integer) n`)
}

test('V7.5.1: an export needs the password of the last ten minutes', async () => {
  const session = await buildStaffSession(server, ['audit'])
  const request = { filter: {}, exportId: newId(), after: null, reason: 'Asked by the court' }
  server.clock.moveBy(11 * 60_000)
  await expect(server.caller(session).audit.export(request)).rejects.toMatchObject({ id: 'password-needed' })
})
