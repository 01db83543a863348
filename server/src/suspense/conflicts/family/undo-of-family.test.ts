import { newId } from '@send/shared/values/ids'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { keyPeople } from '../../../people/candidate-keys/key-people.ts'
import { contacts } from '../../../people/family/contacts/tables.ts'
import {
  publishFamilyForm,
  sendFamily,
  type FamilyForm,
  type FamilyTold,
} from '../../../testing/build-family-form.ts'
import { buildPerson } from '../../../testing/build-incoming-child.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../../testing/build-sessions.ts'
import { merge, unmerge } from '../../../testing/merge-steps.ts'
import { listRestorationFaults } from '../../../testing/not-restored.ts'
import { settle, undo } from '../../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../../testing/test-server.ts'
import { readWholeDatabase, type WholeDatabase } from '../../../testing/whole-database.ts'
import { importRuleSets } from '../tables.ts'

let server: TestServer
let officer: BuiltSession
let sender: BuiltSession
let form: FamilyForm

const told = {
  relationship: 'mother',
  phone: '07700 900777',
  others: [
    {
      name: { givenNames: 'Yusuf', familyName: 'Khan' },
      reached: { phone: '07700 900888', email: 'yusuf@example.org' },
      address: { line1: '4 Elm Row', line2: '', town: 'Leeds', postcode: 'LS1 1BA' },
    },
  ],
} satisfies FamilyTold

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, [
    'matching',
    'people',
    'formBuilder',
    'portalAdministration',
    'completeForms',
  ])
  sender = await buildPortalSession(server, 'citizen', { name: 'Nadia Khan', citizenKind: 'parentCarer' })
  form = await publishFamilyForm(server, officer)
})
afterAll(() => server.close())
beforeEach(() => server.ownerDatabase.delete(importRuleSets))

/** Others who wait are weighed again when people come and go; what became of the child itself is compared. */
async function listFaults(before: WholeDatabase, incomingChildId: string) {
  const faults = listRestorationFaults(before, await read())
  return faults.filter(
    ({ table, column, key }) =>
      table !== 'incoming_children' || column !== 'state' || key.includes(incomingChildId),
  )
}

const read = () => readWholeDatabase(server.ownerDatabase)
const caller = () => server.caller(officer)

/** A child on record whose mother is reached by one preferred number. */
async function buildFamily() {
  const personId = await buildPerson(server)
  const motherId = await buildPerson(server, {
    givenNames: 'Nadia',
    familyName: 'Khan',
    dateOfBirth: '1985-03-02',
  })
  await server.ownerDatabase.transaction((tx) => keyPeople(tx, 100))
  const entry = { kind: 'mother', parentalResponsibility: 'yes', from: '', until: '' } as const
  await caller().family.add({ idempotencyKey: newId(), childId: personId, carerId: motherId, entry })
  const contact = { kind: 'mobile', value: '07700 900111', preferred: true, until: '' } as const
  await caller().contacts.add({ idempotencyKey: newId(), personId: motherId, entry: contact })
  return { personId, motherId }
}

let children = 0

/** A child of its own each time, of one sender. */
async function send(changes: FamilyTold = {}) {
  children += 1
  const givenNames = `Amira ${'abcdefghijklmnopqrstuvwxyz'.charAt(children)}`
  return sendFamily(server, { form, sender, told: { ...told, child: { givenNames }, ...changes } })
}

/** Matches, replaces what can be replaced and adds everything else; names stay as they are. */
async function matchAndAccept(incomingChildId: string, personId?: string): Promise<void> {
  server.clock.moveBy(1000)
  await settle(server, officer, { incomingChildId }, personId)
  server.clock.moveBy(1000)
  await acceptFamily(incomingChildId)
  await server.runJobs()
}

async function acceptFamily(incomingChildId: string): Promise<void> {
  const { openFamily } = await caller().importConflicts.get({ incomingChildId })
  const family = openFamily.map(({ conflictId, seen, replaceable: [first] }) =>
    first
      ? { conflictId, seen, decision: 'replace' as const, contactId: first.contactId }
      : { conflictId, seen, decision: 'add' as const, carerId: null },
  )
  if (family.length === 0) return
  const request = { idempotencyKey: newId(), incomingChildId, decisions: [], family }
  await expect(caller().importConflicts.resolve(request)).resolves.toEqual({ outcome: 'resolved' })
}

// Before anybody else waits here who would be weighed again when people come and go.
test('SR-605: a child that was added as new goes with the parents who came along', async () => {
  const { incomingChildId } = await send()
  const before = await read()
  await matchAndAccept(incomingChildId)
  const preview = await caller().undoneMatches.getPreview({ incomingChildId })
  expect(preview).toMatchObject({ personRemoved: true, personHeldBy: [] })
  await undo(server, officer, { incomingChildId })
  await server.runJobs()
  expect(await listFaults(before, incomingChildId)).toEqual([])
})

test('SR-605: after the undo of a match that changed a family the whole database is as before, and again', async () => {
  const { personId } = await buildFamily()
  const { incomingChildId } = await send()
  const before = await read()
  for (let round = 0; round < 2; round += 1) {
    await matchAndAccept(incomingChildId, personId)
    const changed = new Set(listRestorationFaults(before, await read()).map(({ table }) => table))
    for (const table of ['people', 'relationships', 'contacts', 'imported_family', 'import_conflicts'])
      expect(changed).toContain(table)
    const { family } = await caller().undoneMatches.getPreview({ incomingChildId })
    expect(family.map(({ fact, name, value, goesBack }) => [fact, name, value, goesBack])).toEqual([
      ['contactEnded', 'Nadia Khan', '07700 900111', true],
      ['contact', 'Nadia Khan', '07700 900777', true],
      ['contact', 'Nadia Khan', sender.email, true],
      ['person', 'Yusuf Khan', null, true],
      ['relationship', 'Yusuf Khan', 'carer', true],
      ['contact', 'Yusuf Khan', '07700 900888', true],
      ['contact', 'Yusuf Khan', 'yusuf@example.org', true],
    ])
    await undo(server, officer, { incomingChildId })
    await server.runJobs()
    expect(await listFaults(before, incomingChildId)).toEqual([])
  }
})

test('SR-605: what a rule changed of a family goes back with the match too', async () => {
  const { personId } = await buildFamily()
  const changes = [{ scope: 'families' as const, before: {}, after: { family: 'alwaysImport' as const } }]
  await caller().importRules.set({ idempotencyKey: newId(), changes })
  const { incomingChildId } = await send({ others: [] })
  await server.runJobs()
  const before = await read()
  server.clock.moveBy(1000)
  await settle(server, officer, { incomingChildId }, personId)
  const { takenToFamily } = await caller().importConflicts.get({ incomingChildId })
  expect(takenToFamily.map(({ fact, rule }) => [fact, rule])).toEqual([
    ['contactEnded', 'alwaysImport'],
    ['contact', 'alwaysImport'],
    ['contact', 'alwaysImport'],
  ])
  await undo(server, officer, { incomingChildId })
  await server.runJobs()
  expect(await listFaults(before, incomingChildId)).toEqual([])
})

test('SR-606: what an officer changed since stays, and whoever has something else on their record stays on record', async () => {
  const { personId, motherId } = await buildFamily()
  const { incomingChildId } = await send()
  await matchAndAccept(incomingChildId, personId)
  const { contacts: ofMother } = await caller().family.get({ personId: motherId })
  const came = ofMother.find(({ value }) => value === '07700 900777')
  await caller().contacts.correct({
    idempotencyKey: newId(),
    personId: motherId,
    contactId: came?.contactId ?? '',
    version: came?.version ?? 0,
    entry: { kind: 'mobile', value: '07700 900778', preferred: true, until: '' },
  })
  const { carers } = await caller().family.get({ personId })
  const father = carers.find(({ givenNames }) => givenNames === 'Yusuf')
  const brother = await buildPerson(server, { givenNames: 'Sami' })
  const entry = { kind: 'father', parentalResponsibility: 'notKnown', from: '', until: '' } as const
  const carerId = father?.personId ?? ''
  await caller().family.add({ idempotencyKey: newId(), childId: brother, carerId, entry })
  const { family } = await caller().undoneMatches.getPreview({ incomingChildId })
  expect(family.map(({ fact, goesBack }) => [fact, goesBack])).toEqual([
    // Another number is preferred by now, and one of all is.
    ['contactEnded', false],
    ['contact', false],
    ['contact', true],
    ['person', false],
    ['relationship', true],
    ['contact', false],
    ['contact', false],
  ])
  await undo(server, officer, { incomingChildId })
  const after = await caller().family.get({ personId })
  expect(after.carers.map(({ givenNames }) => givenNames)).toEqual(['Nadia'])
  expect(after.carers[0]?.contacts.map(({ value }) => value)).toEqual(['07700 900778'])
  const ofBrother = await caller().family.get({ personId: brother })
  expect(ofBrother.carers).toMatchObject([{ personId: carerId, contacts: [{}, {}] }])
})

test('SR-606: a preview from before somebody changed the family is looked at again', async () => {
  const { personId, motherId } = await buildFamily()
  const { incomingChildId } = await send()
  await matchAndAccept(incomingChildId, personId)
  const { stamp } = await caller().undoneMatches.getPreview({ incomingChildId })
  await server.ownerDatabase.update(contacts).set({ rowVersion: 9 }).where(eq(contacts.personId, motherId))
  const request = { idempotencyKey: newId(), incomingChildId, stamp, accessIds: [], reason: 'A cousin' }
  await expect(caller().undoneMatches.undo(request)).resolves.toEqual({ outcome: 'changedMeanwhile' })
})

test.each(['before', 'after'])(
  'SR-607: a family that was decided %s its record was merged comes apart with it, and the undo of the match then leaves all as it was',
  async (when) => {
    const { personId } = await buildFamily()
    const kept = await buildPerson(server, {
      givenNames: 'Amira',
      familyName: 'Whitfield-Khan',
      externalId: null,
    })
    await server.ownerDatabase.transaction((tx) => keyPeople(tx, 100))
    const { incomingChildId } = await send()
    await server.runJobs()
    const before = await read()
    server.clock.moveBy(1000)
    await settle(server, officer, { incomingChildId }, personId)
    server.clock.moveBy(1000)
    if (when === 'before') await acceptFamily(incomingChildId)
    await merge(server, officer, { kept, other: personId })
    server.clock.moveBy(1000)
    if (when === 'after') await acceptFamily(incomingChildId)
    expect((await caller().family.get({ personId: kept })).carers).toHaveLength(2)
    await unmerge(server, officer, personId)
    expect((await caller().family.get({ personId: kept })).carers).toEqual([])
    expect((await caller().family.get({ personId })).carers).toHaveLength(2)
    await undo(server, officer, { incomingChildId })
    await server.runJobs()
    expect(await listFaults(before, incomingChildId)).toEqual([])
  },
)

test('SR-607: a match is not undone from beneath a merge of the adult whom it brought on record', async () => {
  const { personId } = await buildFamily()
  const { incomingChildId } = await send()
  await matchAndAccept(incomingChildId, personId)
  const { carers } = await caller().family.get({ personId })
  const other = carers.find(({ givenNames }) => givenNames === 'Yusuf')?.personId ?? ''
  const kept = await buildPerson(server, {
    givenNames: 'Yusuf',
    familyName: 'Khan',
    dateOfBirth: '1980-01-01',
  })
  server.clock.moveBy(1000)
  await merge(server, officer, { kept, other })
  const preview = () => caller().undoneMatches.getPreview({ incomingChildId })
  await expect(preview()).rejects.toMatchObject({
    message: expect.stringContaining('Unmerge the two first') as string,
  })
  server.clock.moveBy(1000)
  await unmerge(server, officer, other)
  await expect(preview()).resolves.toMatchObject({ personRemoved: false })
})
