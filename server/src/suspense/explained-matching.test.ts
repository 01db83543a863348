import { and, desc, eq, isNull } from 'drizzle-orm'
import { fold } from '@send/shared/suspense/matching/identity'
import { newId } from '@send/shared/values/ids'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditEvents } from '../audit/tables.ts'
import { keyPeople } from '../people/candidate-keys/key-people.ts'
import { people } from '../people/tables.ts'
import { buildIncomingChild, buildPerson } from '../testing/build-incoming-child.ts'
import { buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { incomingChildren, rejectedCandidates } from './tables.ts'

let server: TestServer
let officer: BuiltSession

// A database for each: what is on record for one test would be a candidate, or rare, in the next.
beforeEach(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['formBuilder', 'matching'], { name: 'Nia Morgan' })
})
afterEach(() => server.close())

const caller = () => server.caller(officer).suspense

async function lastAudit(action: string, objectId: string) {
  const [event] = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, action), eq(auditEvents.objectId, objectId)))
    .orderBy(desc(auditEvents.id))
    .limit(1)
  return event
}

/** Four hundred namesakes, born on other days at other postcodes. */
async function buildOthers(givenNames: string, familyName: string): Promise<void> {
  const two = (number: number) => String(number).padStart(2, '0')
  const rows = Array.from({ length: 400 }, (_, place) => ({
    id: newId(),
    givenNames,
    familyName,
    foldedGivenNames: fold(givenNames),
    foldedFamilyName: fold(familyName),
    dateOfBirth: `${2001 + (place % 20)}-${two(1 + (place % 12))}-${two(1 + (place % 28))}`,
    postcode: `M${1 + (place % 40)} 2XX`,
    createdAt: server.clock.now(),
  }))
  await server.ownerDatabase.transaction(async (tx) => {
    await tx.insert(people).values(rows)
    await keyPeople(tx, rows.length)
  })
}

async function decisionOn(incomingChildId: string) {
  const { version } = await caller().get({ incomingChildId })
  return { idempotencyKey: newId(), incomingChildId, version }
}

test('who may only look at suspense neither rejects a candidate, takes it back nor asks for a new score', async () => {
  const { incomingChildId } = await buildIncomingChild(server, officer)
  const decision = await decisionOn(incomingChildId)
  const refused = { message: 'You are not allowed to do this.' }
  for (const processes of [[], ['matching.read' as const], ['people' as const]]) {
    const nobody = server.caller(await buildStaffSession(server, processes)).suspense
    await expect(nobody.reject({ ...decision, personId: newId() })).rejects.toMatchObject(refused)
    await expect(nobody.takeBack({ ...decision, personId: newId() })).rejects.toMatchObject(refused)
    await expect(nobody.score(decision)).rejects.toMatchObject(refused)
  }
})

test('SR-390: queue, card and audit trail show the same numbers, whose reasons add up, and name their model', async () => {
  const personId = await buildPerson(server)
  const { incomingChildId } = await buildIncomingChild(server, officer)
  const card = await caller().get({ incomingChildId })
  const [best] = card.candidates
  if (!best) throw new Error('The person is a candidate')
  expect(best.person).toMatchObject({ personId, familyName: 'Whitfield', postcode: 'LS8 4AB' })
  expect(best.reasons.map(({ reason }) => reason)).toEqual(
    expect.arrayContaining(['prior', 'relatives', 'postcode']),
  )
  const sum = best.reasons.reduce((total, { weight }) => total + weight, 0)
  expect(Math.abs(sum - best.weight)).toBeLessThan(1e-9)
  expect(best.probability).toBeCloseTo(1 / (1 + 2 ** -best.weight), 12)

  const { items } = await caller().list()
  const listed = items.find((item) => item.incomingChildId === incomingChildId)
  expect(listed).toMatchObject({ bestProbability: best.probability, state: card.state })
  const { weight, probability } = best
  const modelVersion = card.scored?.modelVersion
  expect(modelVersion).toEqual(expect.any(Number))
  for (const action of ['suspense.hold', 'suspense.get']) {
    const details = (await lastAudit(action, incomingChildId))?.details
    expect(details).toMatchObject({ modelVersion, scores: [{ personId, weight, probability }] })
  }
  await caller().match({ ...(await decisionOn(incomingChildId)), personId })
  const details = (await lastAudit('suspense.match', incomingChildId))?.details
  expect(details).toMatchObject({ modelVersion, rank: 1, weight, probability, state: card.state })
})

test('a child who is on record in all that is told is auto-matched, and an officer settles it all the same', async () => {
  await buildPerson(server)
  const { incomingChildId } = await buildIncomingChild(server, officer)
  const card = await caller().get({ incomingChildId })
  expect(card).toMatchObject({ state: 'autoMatched', settled: null })
  expect(card.candidates[0]).toMatchObject({ decision: 'automatic', vetoes: [] })
})

test('SR-391: a twin at the same address stands against doing it by itself, and the card says so', async () => {
  await buildPerson(server)
  await buildPerson(server, { givenNames: 'Leila' })
  await buildOthers('Harper', 'Jones')
  const { incomingChildId } = await buildIncomingChild(server, officer)
  const { state, candidates } = await caller().get({ incomingChildId })
  expect(state).toBe('conflicts')
  expect(candidates[0]).toMatchObject({ decision: 'officer', person: { givenNames: 'Amira' } })
  expect(candidates[0]?.vetoes).toContain('sameAddress')
})

test('a child of whom nobody on record is likely is unmatched, and one of whom two are', async () => {
  const stranger = await buildIncomingChild(server, officer)
  expect(await caller().get({ incomingChildId: stranger.incomingChildId })).toMatchObject({
    state: 'unmatched',
  })
  for (let twice = 0; twice < 2; twice += 1) await buildPerson(server)
  const { incomingChildId } = await buildIncomingChild(server, officer)
  const { state, candidates } = await caller().get({ incomingChildId })
  expect(state).toBe('unmatched')
  expect(candidates[0]?.vetoes).toContain('anotherIsGood')
})

test('what differs is a conflict, named field by field; what is missing is named and counts nothing', async () => {
  await buildPerson(server)
  const { incomingChildId } = await buildIncomingChild(server, officer, {
    postcode: 'CF10 1AA',
    sex: '',
  })
  const { state, candidates } = await caller().get({ incomingChildId })
  expect(state).toBe('conflicts')
  const shown = new Map(
    candidates[0]?.reasons.map(({ reason, shown: how, weight }) => [reason, { how, weight }]),
  )
  expect(shown.get('familyName')).toMatchObject({ how: 'agrees' })
  expect(shown.get('postcode')).toMatchObject({ how: 'differs' })
  expect(shown.get('sex')).toEqual({ how: 'missing', weight: 0 })
})

test('SR-392: who is not the child is proposed no more, not even by a new score, until that is taken back', async () => {
  const personId = await buildPerson(server)
  const { incomingChildId } = await buildIncomingChild(server, officer)
  const weight = (await caller().get({ incomingChildId })).candidates[0]?.weight
  const rejecting = { ...(await decisionOn(incomingChildId)), personId }
  expect(await caller().reject(rejecting)).toEqual({ outcome: 'scored' })
  expect(await caller().reject(rejecting)).toEqual({ outcome: 'scored' })
  expect((await lastAudit('suspense.reject', incomingChildId))?.details).toMatchObject({
    rejected: { weight },
    state: 'unmatched',
  })
  await caller().score(await decisionOn(incomingChildId))
  const card = await caller().get({ incomingChildId })
  expect(card).toMatchObject({ state: 'unmatched', candidates: [], rejected: [{ by: 'Nia Morgan' }] })
  await expect(caller().match({ ...(await decisionOn(incomingChildId)), personId })).rejects.toMatchObject({
    message: 'It was said of this person that it is not the child. Take that back first.',
  })
  expect(await caller().takeBack({ ...(await decisionOn(incomingChildId)), personId })).toEqual({
    outcome: 'scored',
  })
  expect(await lastAudit('suspense.takeBack', incomingChildId)).toMatchObject({ personId })
  const again = await caller().get({ incomingChildId })
  expect(again).toMatchObject({ state: 'autoMatched', rejected: [], candidates: [{ personId, weight }] })
  await expect(caller().takeBack({ ...(await decisionOn(incomingChildId)), personId })).rejects.toMatchObject(
    { message: 'This could not be found.' },
  )
})

test('a decision after another proposal is a conflict, and a settled child is not scored again', async () => {
  const { incomingChildId } = await buildIncomingChild(server, officer)
  const seen = await decisionOn(incomingChildId)
  const personId = await buildPerson(server)
  await caller().score({ ...seen, idempotencyKey: newId() })
  await expect(caller().addAsNew(seen)).rejects.toMatchObject({ code: 'CONFLICT' })
  await caller().match({ ...(await decisionOn(incomingChildId)), personId })
  const after = await decisionOn(incomingChildId)
  const handled = { outcome: 'alreadyHandled', by: 'Nia Morgan' }
  expect(await caller().score(after)).toMatchObject(handled)
  expect(await caller().reject({ ...after, idempotencyKey: newId(), personId })).toMatchObject(handled)
  expect(await server.ownerDatabase.select().from(rejectedCandidates)).toEqual([])
})

test('more waiting children than one job scores are all scored', async () => {
  const { incomingChildId } = await buildIncomingChild(server, officer)
  const [child] = await server.ownerDatabase
    .select()
    .from(incomingChildren)
    .where(eq(incomingChildren.id, incomingChildId))
  if (!child) throw new Error('The child waits')
  const copies = Array.from({ length: 124 }, () => ({
    ...child,
    id: newId(),
    childKey: newId(),
    scoredAt: null,
  }))
  await server.ownerDatabase.insert(incomingChildren).values(copies)
  const ask = (data: Record<string, unknown>) =>
    server.database.transaction((tx) => server.services.jobs.enqueue(tx, { queue: 'score-children', data }))
  await ask({ scoredBefore: new Date(0).toISOString() })
  expect(await server.runJobs()).toBe(3)
  const unscored = server.ownerDatabase.$count(incomingChildren, isNull(incomingChildren.scoredAt))
  expect(await unscored).toBe(0)
  const personId = await buildPerson(server)
  await ask({ personId })
  expect(await server.runJobs()).toBe(3)
  const { items } = await caller().list()
  expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['autoMatched']))
  expect(items).toHaveLength(100)
})

test('nobody can be rejected who is not on record', async () => {
  const { incomingChildId } = await buildIncomingChild(server, officer)
  const rejecting = { ...(await decisionOn(incomingChildId)), personId: newId() }
  await expect(caller().reject(rejecting)).rejects.toMatchObject({ message: 'This could not be found.' })
})

test('who is added as new is proposed for another form of the same child', async () => {
  const first = await buildIncomingChild(server, officer)
  const second = await buildIncomingChild(server, officer)
  expect(await caller().get({ incomingChildId: second.incomingChildId })).toMatchObject({
    state: 'unmatched',
  })
  await caller().addAsNew(await decisionOn(first.incomingChildId))
  await server.runJobs()
  expect(await caller().get({ incomingChildId: second.incomingChildId })).toMatchObject({
    state: 'autoMatched',
  })
  expect(await lastAudit('suspense.score', second.incomingChildId)).toMatchObject({ actorKind: 'system' })
})

test('a record that was written anew is found by what it says now, whoever wrote it', async () => {
  const born = '2011-11-23'
  const personId = await buildPerson(server, {
    dateOfBirth: born,
    givenNames: 'Ottoline',
  })
  const told = {
    givenNames: 'Isaac',
    familyName: 'Zubrowski',
    dateOfBirth: '2017-05-06',
    postcode: 'SY4 4PT',
  }
  const before = await buildIncomingChild(server, officer, told)
  expect((await caller().get({ incomingChildId: before.incomingChildId })).candidates).toEqual([])
  await server.ownerDatabase.update(people).set(told).where(eq(people.id, personId))
  await caller().score(await decisionOn(before.incomingChildId))
  expect((await caller().get({ incomingChildId: before.incomingChildId })).candidates).toMatchObject([
    { personId },
  ])
  const { incomingChildId } = await buildIncomingChild(server, officer, {
    givenNames: 'Ottoline',
    dateOfBirth: born,
  })
  expect((await caller().get({ incomingChildId })).candidates).toEqual([])
})

test('names that very many people bear do not hide the one who is meant', async () => {
  const common = { givenNames: 'Olivia', familyName: 'Smith' }
  await buildOthers('Olivia', 'Smith')
  const meant = { ...common, dateOfBirth: '2012-08-30', postcode: 'B90 4QQ' }
  const personId = await buildPerson(server, meant)
  const { incomingChildId } = await buildIncomingChild(server, officer, { ...meant, postcode: 'B90 4QR' })
  expect((await caller().get({ incomingChildId })).candidates[0]).toMatchObject({ personId })
})

test('the queue shows by state, by probability and up to an age, and says how many are older', async () => {
  await buildPerson(server)
  await buildIncomingChild(server, officer)
  const { incomingChildId } = await buildIncomingChild(server, officer, { familyName: 'Elderwood' })
  await server.ownerDatabase
    .update(incomingChildren)
    .set({ dateOfBirth: '1990-01-01' })
    .where(eq(incomingChildren.id, incomingChildId))
  const all = await caller().list({ ageLimit: null })
  const young = await caller().list()
  expect(all.older).toBe(0)
  expect(young.older).toBe(1)
  expect(all.found - young.found).toBe(1)
  expect(young.items.map((item) => item.familyName)).not.toContain('Elderwood')
  expect((await caller().list({ ageLimit: 36 })).older).toBe(0)
  expect((await caller().list({ ageLimit: 35 })).older).toBe(1)

  const sure = await caller().list({ atLeast: 0.99 })
  expect(sure.items.length).toBeGreaterThan(0)
  for (const { bestProbability } of sure.items) expect(bestProbability).toBeGreaterThanOrEqual(0.99)
  const matched = await caller().list({ states: ['autoMatched'] })
  expect(new Set(matched.items.map(({ state }) => state))).toEqual(new Set(['autoMatched']))
  expect(matched.found).toBe(matched.counts.autoMatched)
  const likeliest = (await caller().list({ order: 'likeliest' })).items.map(
    ({ bestProbability }) => bestProbability ?? -1,
  )
  expect(likeliest).toEqual(likeliest.toSorted((a, b) => b - a))
  await expect(caller().list({ ageLimit: -1 })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
