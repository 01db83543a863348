import { asc, eq, gt, sql } from 'drizzle-orm'
import { foldRecord } from '@send/shared/suspense/matching/match-record'
import { decideRanked, rankContenders } from '@send/shared/suspense/matching/rank-candidates'
import type { FieldId } from '@send/shared/suspense/matching/fields/field'
import { restoreModel, startCounts } from '@send/shared/suspense/matching/stored-model'
import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditEvents } from '../../audit/tables.ts'
import { unkeyedPeople } from '../../people/candidate-keys/tables.ts'
import { loadSampleAuthority } from '../../administration/sample-authority.ts'
import { people } from '../../people/tables.ts'
import { buildIncomingChild } from '../../testing/build-incoming-child.ts'
import { buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { askForMatching } from '../ask-for-matching.ts'
import { loadPeople } from '../match-file/load-people.ts'
import { readChild } from '../read-child.ts'
import { incomingChildren } from '../tables.ts'
import { matchingModels, valueCounts } from './tables.ts'

let server: TestServer
/** Built when the clock stands where a test needs it: sessions end. */
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  await loadSampleAuthority(server.ownerDatabase, server.services)
})
afterAll(() => server.close())

async function holdSomebody() {
  officer = await buildStaffSession(server, ['formBuilder', 'matching'])
  const [person] = await server.ownerDatabase
    .select()
    .from(people)
    .where(gt(people.dateOfBirth, '2012-01-01'))
    .orderBy(asc(people.id))
    .limit(1)
  if (!person) throw new Error('The sample authority has people')
  const { givenNames, familyName, dateOfBirth, postcode, sex } = person
  const told = {
    givenNames,
    familyName,
    dateOfBirth: dateOfBirth ?? '',
    postcode: postcode ?? '',
    sex: sex ?? ('' as const),
  }
  const { incomingChildId } = await buildIncomingChild(server, officer, told)
  return { personId: person.id, incomingChildId }
}

test('what matching lacks is asked for once it is due, done by jobs, and asked for no more', async () => {
  await server.ownerDatabase.execute(
    sql`insert into unkeyed_people (person_id) select id from people limit 10`,
  )
  const asked = await askForMatching(server.services)
  expect(asked).toEqual(['key-people', 'estimate-matching'])
  await server.runJobs()
  expect(await server.ownerDatabase.select().from(unkeyedPeople)).toEqual([])
  expect(await askForMatching(server.services)).toEqual([])
  server.clock.moveBy(8 * 86_400_000)
  expect(await askForMatching(server.services)).toEqual(['estimate-matching'])
  await server.runJobs()
  const models = await server.ownerDatabase.select().from(matchingModels).orderBy(asc(matchingModels.version))
  expect(models.map(({ version }) => version)).toEqual([1, 2])
  expect(models[0]?.people).toBe((await loadPeople(server.ownerDatabase as never)).length)
  expect(models[0]?.model).toEqual(models[1]?.model)
  const events = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'suspense.estimateModel'))
  expect(events.map(({ objectId }) => objectId).sort()).toEqual(['1', '2'])
})

test('SR-393: a result names the model that it comes from, keeps its numbers when there is a newer one, and no model is ever changed', async () => {
  const { incomingChildId } = await holdSomebody()
  const caller = server.caller(officer).suspense
  const before = await caller.get({ incomingChildId })
  const version = before.scored?.modelVersion ?? 0
  await server.services.database.transaction((tx) =>
    server.services.jobs.enqueue(tx, { queue: 'estimate-matching', data: {} }),
  )
  await server.runJobs()
  expect(await caller.get({ incomingChildId })).toEqual(before)
  await caller.score({ idempotencyKey: newId(), incomingChildId, version: before.version })
  expect((await caller.get({ incomingChildId })).scored?.modelVersion).toBe(version + 1)
  await expect(server.services.database.update(matchingModels).set({ people: 1 })).rejects.toThrow()
  await expect(server.services.database.delete(matchingModels)).rejects.toThrow()
  const kept = await server.ownerDatabase.selectDistinct({ version: valueCounts.version }).from(valueCounts)
  expect(new Set(kept.map((row) => row.version))).toEqual(new Set([version, version + 1]))
})

test('SR-394: looked up in the database, a child gets the candidates and the numbers that everybody on record gives', async () => {
  const { incomingChildId, personId } = await holdSomebody()
  const { candidates, scored } = await server.caller(officer).suspense.get({ incomingChildId })
  expect(candidates[0]).toMatchObject({ personId })
  const [row] = await server.ownerDatabase
    .select()
    .from(incomingChildren)
    .where(eq(incomingChildren.id, incomingChildId))
  const [stored] = await server.ownerDatabase
    .select()
    .from(matchingModels)
    .where(eq(matchingModels.version, scored?.modelVersion ?? 0))
  if (!row || !stored) throw new Error('The child was scored by a model')
  const counts = startCounts()
  const counted = await server.ownerDatabase
    .select()
    .from(valueCounts)
    .where(eq(valueCounts.version, stored.version))
  for (const each of counted) counts[each.field as FieldId].set(each.value, each.people)
  const model = restoreModel(stored.model, counts)
  const everybody = await loadPeople(server.ownerDatabase as never)
  const child = readChild(row)
  const contenders = everybody.map(({ told }, place) => ({ told, place, record: foldRecord(told) }))
  const ranked = rankContenders(model, child, contenders)
  const decided = decideRanked(model, child, { ranked, household: { relatives: 0 } })
  const numbers = decided.map(({ weight, probability, reasons }) => ({ weight, probability, reasons }))
  const found = candidates.map(({ weight, probability, reasons }) => ({ weight, probability, reasons }))
  expect(found).toEqual(numbers.slice(0, found.length))
})
