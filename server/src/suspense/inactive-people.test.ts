import { newId } from '@send/shared/values/ids'
import { desc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Inactive } from '@send/shared/people/inactive'
import { auditEvents } from '../audit/tables.ts'
import { buildIncomingChild, buildPerson } from '../testing/build-incoming-child.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession
beforeEach(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['formBuilder', 'matching', 'people'])
})
afterEach(() => server.close())

const moved = { since: '2025-09-01', reason: 'leftArea' } as const

const say = (personId: string, before: Inactive | null, after: Inactive | null, by = officer) =>
  server.caller(by).people.setInactive({ idempotencyKey: newId(), personId, before, after })

test('who may not change people says of nobody that they are inactive, and who is not there cannot be', async () => {
  const personId = await buildPerson(server)
  const reader = await buildStaffSession(server, ['people.read'])
  for (const by of [reader, await buildStaffSession(server, ['matching'])])
    await expect(say(personId, null, moved, by)).rejects.toMatchObject({ id: 'not-allowed' })
  const parent = await buildPortalSession(server, 'citizen')
  await expect(say(personId, null, moved, parent)).rejects.toMatchObject({ id: 'not-allowed' })
  await expect(say(newId(), null, moved)).rejects.toMatchObject({ id: 'not-found' })
})

test('since when and why is kept, with a line of the trail; of two who say otherwise one is told', async () => {
  const personId = await buildPerson(server)
  await say(personId, null, moved)
  const { person } = await server.caller(officer).people.get({ personId })
  expect(person).toMatchObject({ inactiveSince: '2025-09-01', inactiveReason: 'leftArea' })
  const died = { since: '2025-12-01', reason: 'died' } as const
  await expect(say(personId, null, died)).rejects.toMatchObject({ id: 'conflict' })
  await expect(say(personId, moved, { ...died, since: '2026-03-03' })).rejects.toMatchObject({
    id: 'bad-input',
  })
  await say(personId, moved, null)
  const [line] = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'people.setInactive'))
    .orderBy(desc(auditEvents.id))
    .limit(1)
  expect(line).toMatchObject({
    actorUserId: officer.userId,
    personId,
    details: { before: moved, after: null },
  })
})

test('SR-545: whoever is inactive is never matched automatically; the card warns, and those who wait are weighed again', async () => {
  const personId = await buildPerson(server)
  const { incomingChildId } = await buildIncomingChild(server, officer)
  const read = async () => {
    const { state, candidates } = await server.caller(officer).suspense.get({ incomingChildId })
    return { state, ...candidates[0] }
  }
  const before = await read()
  expect(before).toMatchObject({ state: 'autoMatched', decision: 'automatic', vetoes: [] })
  await say(personId, null, moved)
  await server.runJobs()
  const warned = await read()
  expect(warned).toMatchObject({
    state: 'conflicts',
    decision: 'officer',
    vetoes: ['inactive'],
    person: { inactiveSince: '2025-09-01', inactiveReason: 'leftArea' },
  })
  // It counts for nothing in the weight.
  expect(warned.weight).toBe(before.weight)
  await say(personId, moved, null)
  await server.runJobs()
  expect(await read()).toMatchObject({ state: 'autoMatched', vetoes: [] })
})
