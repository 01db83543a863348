import type { RuleScope, RuleSet } from '@send/shared/suspense/conflicts/import-rules'
import { newId } from '@send/shared/values/ids'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { organisations } from '../../accounts/organisations/tables.ts'
import { auditEvents } from '../../audit/tables.ts'
import { people } from '../../people/tables.ts'
import { buildIncomingChild, buildPerson, toldChild } from '../../testing/build-incoming-child.ts'
import { buildIncomingLine } from '../../testing/build-incoming-line.ts'
import { buildOrganisation, buildVerification } from '../../testing/build-organisation.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { settle } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { incomingChildren } from '../tables.ts'
import { importedValues } from '../undo/tables.ts'
import { importConflicts, importRuleSets } from './tables.ts'

let server: TestServer
let officer: BuiltSession
let colleague: BuiltSession

const processes = ['matching', 'people', 'formBuilder', 'portalAdministration'] as const
const refused = { message: 'You are not allowed to do this.' }
const nothing = { code: 'NOT_FOUND' }
const urn = '123456'
const address = { address_line_1: '7 Mill Lane', town: 'Leeds', postcode: 'LS17 6QE', school_urn: urn }

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, [...processes], { name: 'Nia Morgan' })
  colleague = await buildStaffSession(server, [...processes], { name: 'Owen Price' })
})
afterAll(() => server.close())
beforeEach(() => server.ownerDatabase.delete(importRuleSets))

async function setRules(scope: RuleScope, rules: RuleSet): Promise<void> {
  const changes = [{ scope, before: {}, after: rules }]
  await server.caller(officer).importRules.set({ idempotencyKey: newId(), changes })
}

/** A child of a form or a line, matched to somebody on record. */
async function match(incomingChildId: string, personId: string) {
  server.clock.moveBy(1000)
  await settle(server, officer, { incomingChildId }, personId)
  return { incomingChildId, personId }
}

async function readPerson(personId: string) {
  const [person] = await server.ownerDatabase.select().from(people).where(eq(people.id, personId))
  return person
}

const imported = (incomingChildId: string) =>
  server.ownerDatabase
    .select()
    .from(importedValues)
    .where(eq(importedValues.incomingChildId, incomingChildId))
    .orderBy(asc(importedValues.id))

const get = (incomingChildId: string) => server.caller(officer).importConflicts.get({ incomingChildId })

/** All open conflicts of a match, decided as asked. */
async function decide(incomingChildId: string, decision: 'accept' | 'keep', units?: string[]) {
  const { open } = await get(incomingChildId)
  return open
    .filter(({ unit }) => units?.includes(unit) ?? true)
    .map(({ conflictId, seen }) => ({ conflictId, seen, decision }))
}

const moved = { givenNames: 'Amy', postcode: 'LS17 6QE' }

async function buildMatchWithConflicts(overrides: Partial<typeof people.$inferInsert> = {}) {
  const personId = await buildPerson(server, overrides)
  const { incomingChildId } = await buildIncomingChild(server, officer, moved)
  return match(incomingChildId, personId)
}

describe('who may not', () => {
  test('SR-525: without the process of matching nobody sees or decides a conflict, and who may only look decides none', async () => {
    const { incomingChildId } = await buildMatchWithConflicts()
    const decisions = await decide(incomingChildId, 'accept')
    const request = { idempotencyKey: newId(), incomingChildId, decisions }
    const outsiders = [
      await buildStaffSession(server, ['people', 'chronology', 'portalAdministration']),
      await buildPortalSession(server, 'citizen'),
      await buildPortalSession(server, 'professional'),
    ]
    for (const session of outsiders) {
      const nobody = server.caller(session).importConflicts
      for (const work of [
        () => nobody.list({}),
        () => nobody.get({ incomingChildId }),
        () => nobody.resolve(request),
      ])
        await expect(work()).rejects.toMatchObject(refused)
    }
    const reader = server.caller(await buildStaffSession(server, ['matching.read'])).importConflicts
    await expect(reader.get({ incomingChildId })).resolves.toMatchObject({ incomingChildId })
    await expect(reader.resolve(request)).rejects.toMatchObject(refused)
  })

  test('what is not there, waits, or belongs to another child cannot be decided', async () => {
    const one = await buildMatchWithConflicts()
    const other = await buildMatchWithConflicts()
    const waiting = await buildIncomingChild(server, officer)
    const { importConflicts: conflicts } = server.caller(officer)
    const foreign = await decide(other.incomingChildId, 'keep')
    for (const incomingChildId of [newId(), waiting.incomingChildId, one.incomingChildId])
      await expect(
        conflicts.resolve({ idempotencyKey: newId(), incomingChildId, decisions: foreign }),
      ).rejects.toMatchObject(nothing)
    for (const incomingChildId of [newId(), waiting.incomingChildId])
      await expect(conflicts.get({ incomingChildId })).rejects.toMatchObject(nothing)
    const { incomingChildId } = other
    const twice = [...foreign, ...foreign]
    await expect(
      conflicts.resolve({ idempotencyKey: newId(), incomingChildId, decisions: twice }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('on a match', () => {
  test('while nothing is settled all that differs is a conflict, what is the same is none, and the record stays as it was', async () => {
    const { incomingChildId, personId } = await buildMatchWithConflicts()
    expect(await readPerson(personId)).toMatchObject({ givenNames: 'Amira', postcode: 'LS8 4AB' })
    const found = await get(incomingChildId)
    expect(found).toMatchObject({
      childName: 'Amy Whitfield',
      personName: 'Amira Whitfield',
      origin: { scope: 'families' },
      takenOver: [],
      decided: [],
    })
    expect(found.open.map(({ unit, standing }) => [unit, standing])).toEqual([
      ['givenNames', 'differs'],
      ['address', 'differs'],
    ])
    const { importConflicts: conflicts, suspense } = server.caller(officer)
    const { matches } = await conflicts.list({ personId })
    expect(matches).toMatchObject([{ incomingChildId, personName: 'Amira Whitfield', open: 2 }])
    expect((await conflicts.list({})).matches.some((one) => one.incomingChildId === incomingChildId)).toBe(
      true,
    )
    expect((await suspense.list()).withConflicts).toBeGreaterThan(0)
  })

  test('whoever matches is told how much is to be decided, and a child that is added as new leaves nothing', async () => {
    const personId = await buildPerson(server)
    const { incomingChildId } = await buildIncomingChild(server, officer, moved)
    const { suspense } = server.caller(officer)
    const { version } = await suspense.get({ incomingChildId })
    const request = { idempotencyKey: newId(), incomingChildId, version, personId }
    await expect(suspense.match(request)).resolves.toMatchObject({ outcome: 'settled', conflicts: 2 })
    const added = await buildIncomingChild(server, officer, { ...moved, givenNames: 'Somebody' })
    await settle(server, officer, added)
    expect(await get(added.incomingChildId)).toMatchObject({ open: [], takenOver: [] })
  })

  test('SR-527: what the rules import is stamped with the school and not with the officer, and the former address is kept whole', async () => {
    const personId = await buildPerson(server, { addressLine: '5 High Street', addressLine2: 'Flat 2' })
    const incomingChildId = await buildIncomingLine(server, {
      ...address,
      sex: 'F',
      nhs_number: '943 476 5919',
    })
    await setRules(urn, { address: 'alwaysImport', identifiers: 'importIfEmpty' })
    await match(incomingChildId, personId)
    expect(await readPerson(personId)).toMatchObject({
      addressLine: '7 Mill Lane',
      addressLine2: null,
      postcode: 'LS17 6QE',
      nhsNumber: '9434765919',
      externalId: null,
    })
    const rows = await imported(incomingChildId)
    expect(rows.map(({ field, before }) => [field, before])).toEqual([
      ['nhsNumber', null],
      ['addressLine', '5 High Street'],
      ['addressLine2', 'Flat 2'],
      ['town', null],
      ['postcode', 'LS8 4AB'],
    ])
    for (const row of rows) expect(row).toMatchObject({ importedBy: null, ruleScope: urn })
    const [event] = await server.ownerDatabase
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, 'people.importValues'), eq(auditEvents.personId, personId)))
    expect(event?.details).toMatchObject({ stampedWith: urn })
    const found = await get(incomingChildId)
    expect(found.origin).toMatchObject({ scope: urn, name: `School ${urn}` })
    expect(found.open).toEqual([])
    expect(found.takenOver).toContainEqual(
      expect.objectContaining({ field: 'town', by: null, rule: 'alwaysImport', ruleScope: urn }),
    )
  })

  test('a school has its own rules, families theirs, and what neither settles follows the rules for all others', async () => {
    await setRules('default', { names: 'doNotImport', address: 'doNotImport' })
    await setRules('families', { address: 'alwaysConflict' })
    const family = await buildMatchWithConflicts()
    expect((await get(family.incomingChildId)).open.map(({ unit }) => unit)).toEqual(['address'])
    const line = await buildIncomingLine(server, { ...address, given_names: 'Amy' })
    await match(line, await buildPerson(server, { externalId: null }))
    expect((await get(line)).open).toEqual([])
    // A file that names no school is under the rules for all others.
    const nobodys = await buildIncomingLine(server, { ...address, given_names: 'Amy', school_urn: '' })
    await match(nobodys, await buildPerson(server, { externalId: null }))
    expect((await get(nobodys)).open.map(({ unit }) => unit)).toEqual(['externalId'])
  })

  test('a professional’s record is that of the one school for which they work, and of nobody’s when there are two and no list says for which', async () => {
    const professional = await buildPortalSession(server, 'professional')
    const { incomingChildId } = await buildIncomingChild(server, officer, moved)
    await server.ownerDatabase
      .update(incomingChildren)
      .set({ source: 'professional', ownerUserId: professional.userId })
      .where(eq(incomingChildren.id, incomingChildId))
    await buildOrganisation(server, {
      urn: '222333',
      name: 'Oak Primary',
      members: [[professional, 'member']],
    })
    await buildOrganisation(server, { members: [[professional, 'member']] })
    await match(incomingChildId, await buildPerson(server))
    // Whoever says that they work for a school is under its rules only once the authority has verified them.
    expect((await get(incomingChildId)).origin).toEqual({ scope: 'default', name: null })
    await buildVerification(server, professional.userId, officer.userId)
    expect((await get(incomingChildId)).origin).toEqual({ scope: '222333', name: 'Oak Primary' })
    const closed = await buildOrganisation(server, { urn: '222335', members: [[professional, 'member']] })
    await server.ownerDatabase
      .update(organisations)
      .set({ closedAt: server.clock.now() })
      .where(eq(organisations.id, closed))
    expect((await get(incomingChildId)).origin).toEqual({ scope: '222333', name: 'Oak Primary' })
    const second = await buildOrganisation(server, {
      urn: '222334',
      name: 'Yew Academy',
      members: [[professional, 'member']],
    })
    expect((await get(incomingChildId)).origin).toEqual({ scope: 'default', name: null })
    // Of a child that was added from a list it is said for which of the two.
    await server.ownerDatabase
      .update(incomingChildren)
      .set({ organisationId: second })
      .where(eq(incomingChildren.id, incomingChildId))
    expect((await get(incomingChildId)).origin).toEqual({ scope: '222334', name: 'Yew Academy' })
  })

  test('SR-526: a date that is none and a foreign postcode never go over by themselves, and what cannot be read nobody can accept', async () => {
    await setRules(urn, { dateOfBirth: 'alwaysImport', address: 'alwaysImport', externalId: 'doNotImport' })
    const personId = await buildPerson(server, { dateOfBirth: null, postcode: null })
    const line = await buildIncomingLine(server, {
      date_of_birth: '31/02/2014',
      address_line_1: '1 Rue Rivoli',
      postcode: '75001',
      school_urn: urn,
    })
    await match(line, personId)
    const { open } = await get(line)
    expect(open.map(({ unit, trust }) => [unit, trust])).toEqual([
      ['dateOfBirth', 'unreadable'],
      ['address', 'doubtful'],
    ])
    const { importConflicts: conflicts } = server.caller(officer)
    await expect(
      conflicts.resolve({
        idempotencyKey: newId(),
        incomingChildId: line,
        decisions: await decide(line, 'accept'),
      }),
    ).rejects.toMatchObject({ code: 'BAD_REQUEST', message: /cannot be read/ })
    const decisions = [
      ...(await decide(line, 'keep', ['dateOfBirth'])),
      ...(await decide(line, 'accept', ['address'])),
    ]
    await conflicts.resolve({ idempotencyKey: newId(), incomingChildId: line, decisions })
    expect(await readPerson(personId)).toMatchObject({ dateOfBirth: null, postcode: '75001' })
  })

  test('SR-528: a UPN that somebody else has is never imported by itself', async () => {
    await setRules(urn, { identifiers: 'alwaysImport' })
    const upn = 'B801200005001'
    const holder = await buildPerson(server, { upn, givenNames: 'Another' })
    const personId = await buildPerson(server)
    const line = await buildIncomingLine(server, { upn, school_urn: urn })
    await match(line, personId)
    expect((await readPerson(personId))?.upn).toBeNull()
    expect((await get(line)).open.map(({ unit }) => unit)).toContain('upn')
    const decisions = await decide(line, 'accept', ['upn'])
    const request = { incomingChildId: line, decisions }
    const blind = server.caller(await buildStaffSession(server, ['matching'])).importConflicts
    await expect(blind.resolve({ idempotencyKey: newId(), ...request })).resolves.toEqual({
      outcome: 'taken',
      unit: 'upn',
      holder: null,
    })
    const { importConflicts: conflicts } = server.caller(officer)
    await expect(conflicts.resolve({ idempotencyKey: newId(), ...request })).resolves.toMatchObject({
      outcome: 'taken',
      holder: { personId: holder, givenNames: 'Another' },
    })
    expect((await get(line)).open.map(({ unit }) => unit)).toContain('upn')
    await server.ownerDatabase.update(people).set({ upn: null }).where(eq(people.id, holder))
    await expect(conflicts.resolve({ idempotencyKey: newId(), ...request })).resolves.toEqual({
      outcome: 'resolved',
    })
    expect((await readPerson(personId))?.upn).toBe(upn)
    await server.ownerDatabase.update(people).set({ upn: null }).where(eq(people.id, personId))
  })
})

describe('deciding', () => {
  test('SR-527: what an officer accepts is written and stamped with the officer, what they keep stays, and both are remembered', async () => {
    const { incomingChildId, personId } = await buildMatchWithConflicts({ addressLine: '5 High Street' })
    const decisions = [
      ...(await decide(incomingChildId, 'accept', ['givenNames'])),
      ...(await decide(incomingChildId, 'keep', ['address'])),
    ]
    const request = { idempotencyKey: newId(), incomingChildId, decisions }
    const { importConflicts: conflicts } = server.caller(officer)
    await expect(conflicts.resolve(request)).resolves.toEqual({ outcome: 'resolved' })
    await expect(conflicts.resolve(request)).resolves.toEqual({ outcome: 'resolved' })
    expect(await readPerson(personId)).toMatchObject({
      givenNames: 'Amy',
      foldedGivenNames: 'amy',
      addressLine: '5 High Street',
      postcode: 'LS8 4AB',
    })
    expect(await imported(incomingChildId)).toMatchObject([
      { field: 'givenNames', before: 'Amira', importedBy: officer.userId, rule: null, ruleScope: null },
    ])
    const found = await get(incomingChildId)
    expect(found.open).toEqual([])
    expect(found.decided).toMatchObject([
      { unit: 'givenNames', state: 'accepted', by: 'Nia Morgan' },
      { unit: 'address', state: 'discarded', by: 'Nia Morgan' },
    ])
    expect((await conflicts.list({ personId })).matches).toEqual([])
    const { people: byName } = await server
      .caller(officer)
      .people.search({ query: 'Amy Whitfield', limit: 100 })
    expect(byName.map((one) => one.personId)).toContain(personId)
    const [event] = await server.ownerDatabase
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, 'importConflicts.resolve'), eq(auditEvents.personId, personId)))
    expect(event?.details).toEqual({ accepted: ['givenNames'], kept: ['address'] })
    // Of the values themselves nothing stands in the trail.
    expect(JSON.stringify(event)).not.toContain('Amy')
  })

  test('SR-529: what changed since it was looked at is named, nothing of the request is done, and the rest can be decided', async () => {
    const { incomingChildId, personId } = await buildMatchWithConflicts()
    const decisions = await decide(incomingChildId, 'accept')
    await server.ownerDatabase.update(people).set({ postcode: 'YO1 7HH' }).where(eq(people.id, personId))
    const { importConflicts: conflicts } = server.caller(officer)
    const request = { idempotencyKey: newId(), incomingChildId, decisions }
    const { open } = await get(incomingChildId)
    const stale = open.find(({ unit }) => unit === 'address')?.conflictId
    await expect(conflicts.resolve(request)).resolves.toEqual({
      outcome: 'changedMeanwhile',
      conflictIds: [stale],
    })
    expect(await readPerson(personId)).toMatchObject({ givenNames: 'Amira', postcode: 'YO1 7HH' })
    const again = await decide(incomingChildId, 'accept')
    await expect(
      conflicts.resolve({ idempotencyKey: newId(), incomingChildId, decisions: again }),
    ).resolves.toEqual({ outcome: 'resolved' })
    expect(await readPerson(personId)).toMatchObject({ givenNames: 'Amy', postcode: 'LS17 6QE' })
  })

  test('SR-529: of two officers who decide the same one does, and the other is told by whom', async () => {
    const { incomingChildId, personId } = await buildMatchWithConflicts()
    const accepted = await decide(incomingChildId, 'accept')
    const kept = await decide(incomingChildId, 'keep')
    const requests = [officer, colleague, officer, colleague].map((who, place) =>
      server.caller(who).importConflicts.resolve({
        idempotencyKey: newId(),
        incomingChildId,
        decisions: place % 2 === 0 ? accepted : kept,
      }),
    )
    const outcomes = await Promise.all(requests)
    expect(outcomes.filter(({ outcome }) => outcome === 'resolved')).toHaveLength(1)
    const rows = await server.ownerDatabase
      .select()
      .from(importConflicts)
      .where(eq(importConflicts.incomingChildId, incomingChildId))
    expect(new Set(rows.map(({ state }) => state)).size).toBe(1)
    const winner = rows[0]?.decidedBy === officer.userId ? 'Nia Morgan' : 'Owen Price'
    for (const one of outcomes.filter(({ outcome }) => outcome !== 'resolved'))
      expect(one).toMatchObject({ outcome: 'alreadyDecided', by: winner })
    const names = (await readPerson(personId))?.givenNames
    expect(names).toBe(rows[0]?.state === 'accepted' ? 'Amy' : toldChild.givenNames)
  })

  test('two children matched to one person at once both leave what they told, and two who bring the same UPN give it to one', async () => {
    await setRules(urn, { identifiers: 'alwaysImport', externalId: 'alwaysImport' })
    const [one, other] = [await buildPerson(server), await buildPerson(server)]
    const upn = 'E000200005001'
    const lines = [
      await buildIncomingLine(server, { upn, school_urn: urn }),
      await buildIncomingLine(server, { upn, school_urn: urn }),
    ]
    await Promise.all(
      lines.map((line, place) =>
        settle(server, officer, { incomingChildId: line }, place === 0 ? one : other),
      ),
    )
    const holders = (await Promise.all([readPerson(one), readPerson(other)])).filter(
      (each) => each?.upn === upn,
    )
    expect(holders).toHaveLength(1)
    const target = await buildPerson(server)
    const both = [
      await buildIncomingLine(server, { given_names: 'Amy', school_urn: urn }),
      await buildIncomingLine(server, { given_names: 'Amelia', school_urn: urn }),
    ]
    await Promise.all(both.map((line) => settle(server, officer, { incomingChildId: line }, target)))
    for (const line of both) expect((await get(line)).open.map(({ unit }) => unit)).toContain('givenNames')
  })
})
