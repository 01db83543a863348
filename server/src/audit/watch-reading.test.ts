import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { manyChildren } from '@send/shared/audit/many-children'
import { buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let auditor: BuiltSession
const { alertAt, throttleAt } = manyChildren.opened
const children: string[] = []

beforeAll(async () => {
  server = await createTestServer()
  auditor = await buildStaffSession(server, ['audit'], { name: 'Ada Auditor' })
  const rows = await server.ownerDatabase.execute<{ id: string }>(sql`insert into people
    (id, given_names, family_name, folded_given_names, folded_family_name, created_at)
    select gen_random_uuid(), 'Walk ' || n, 'Through', 'walk' || n, 'through', now()
    from generate_series(1, ${throttleAt + 20}::integer) n returning id`)
  children.push(...rows.map(({ id }) => id))
})
afterAll(() => server.close())

const alertsOf = async (who: BuiltSession) =>
  (await server.caller(auditor).audit.alerts()).alerts.filter((alert) => alert.who.userId === who.userId)

async function open(who: BuiltSession, personIds: string[]): Promise<void> {
  for (const personId of personIds) await server.caller(who).people.get({ personId })
}

test('A-20 V2.4.1: an officer who walks through many children raises one alert, and is then stopped', async () => {
  const officer = await buildStaffSession(server, ['people'], { name: 'Wendy Walker' })
  await open(officer, children.slice(0, alertAt - 1))
  await open(officer, children.slice(0, 20)) // the same children again count once
  expect(await alertsOf(officer)).toEqual([])
  await open(officer, children.slice(alertAt - 1, throttleAt))
  expect(await alertsOf(officer)).toMatchObject([
    { kind: 'manyChildren', children: alertAt, who: { name: 'Wendy Walker' }, seen: null },
  ])

  const stopped = server.caller(officer).people.get({ personId: children[throttleAt] ?? '' })
  await expect(stopped).rejects.toMatchObject({
    id: 'too-many-tries',
    message: expect.stringMatching(`^You have looked at ${throttleAt} different children within an hour`),
  })
  await open(officer, children.slice(0, 1)) // who was looked at already stays open
  const [refusal] = await server.ownerDatabase.execute(
    sql`select outcome, action from audit_events where actor_user_id = ${officer.userId} and outcome = 'refused'`,
  )
  expect(refusal).toEqual({ outcome: 'refused', action: 'people.get' })

  const colleague = await buildStaffSession(server, ['people'])
  await open(colleague, children.slice(throttleAt, throttleAt + 1))
})

test('A-20: many looks at once raise one alert and do not get past the limit by more than the looks under way', async () => {
  const officer = await buildStaffSession(server, ['people'])
  const outcomes = await Promise.allSettled(children.map((personId) => open(officer, [personId])))
  expect(await alertsOf(officer)).toHaveLength(1)
  const opened = outcomes.filter(({ status }) => status === 'fulfilled').length
  expect(opened).toBeGreaterThanOrEqual(throttleAt)
  expect(opened).toBeLessThanOrEqual(throttleAt + 12) // connections of the pool
})

test('A-20: names shown by searches count for themselves', async () => {
  const officer = await buildStaffSession(server, ['people'])
  await server.ownerDatabase.execute(sql`insert into audit_events
    (id, occurred_at, actor_user_id, actor_kind, action, outcome, object_kind, object_id, details)
    select gen_random_uuid(), ${server.clock.now().toISOString()}::timestamptz, ${officer.userId}, 'staff', 'people.search',
      'done', 'people', 'search', jsonb_build_object('people', (select jsonb_agg(gen_random_uuid()) from generate_series(n, n + 99)))
    from generate_series(1, 10) n`)
  await server.caller(officer).people.search({ query: 'walk7' })
  expect(await alertsOf(officer)).toHaveLength(1)
})

/** Lets minutes pass in which officer and auditor use the client, so that their sessions do not end for want of use. */
async function stayAwake(officer: BuiltSession, minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes; passed += 5) {
    server.clock.moveBy(5 * 60_000)
    for (const session of [officer, auditor]) await server.caller(session).accounts.me()
  }
}

test('A-20: an hour later everything is as before', async () => {
  const officer = await buildStaffSession(server, ['people'])
  await open(officer, children.slice(0, alertAt + 1))
  await stayAwake(officer, manyChildren.windowMinutes - 5)
  await open(officer, children.slice(alertAt, alertAt + 1))
  expect(await alertsOf(officer)).toHaveLength(1)
  server.clock.moveBy(6 * 60_000)
  await server.caller(officer).people.get({ personId: children[throttleAt] ?? '' })
  expect(await alertsOf(officer)).toHaveLength(1)
})

test('A-20: counting costs little with 100,000 lines in the trail', async () => {
  const officer = await buildStaffSession(server, ['people'])
  await server.ownerDatabase.execute(sql`insert into audit_events
    (id, occurred_at, actor_user_id, actor_kind, action, outcome, person_id, object_kind, object_id, details)
    select gen_random_uuid(), ${server.clock.now().toISOString()}::timestamptz - random() * interval '20 hours',
      case when n % 10 = 0 then ${officer.userId}::uuid else gen_random_uuid() end, 'staff', 'people.get', 'done',
      ${children[0] ?? ''}, 'person', 'x', '{}' from generate_series(1, 100000) n`)
  await server.ownerDatabase.execute(sql`analyze audit_events`)
  const times: number[] = []
  for (const personId of children.slice(0, 50)) {
    const started = performance.now()
    await server.caller(officer).people.get({ personId })
    times.push(performance.now() - started)
  }
  const median = times.toSorted((a, b) => a - b)[25] ?? 0
  process.stdout.write(`a look with 100,000 lines in the trail: median ${median.toFixed(1)} ms\n`)
  expect(median).toBeLessThan(100)
})
