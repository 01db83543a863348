import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { personColumns, type PersonValues } from '@send/shared/people/person-columns'
import { newId } from '@send/shared/values/ids'
import { and, desc, eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditEvents } from '../audit/tables.ts'
import { keyPeople } from '../people/candidate-keys/key-people.ts'
import { personExternalIds } from '../people/external-ids/tables.ts'
import type { people } from '../people/tables.ts'
import { buildPerson } from '../testing/build-incoming-child.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../testing/build-sessions.ts'
import { importLinesOfFile } from '../testing/import-lines-of-file.ts'
import { merge, unmerge } from '../testing/merge-steps.ts'
import { listRestorationFaults } from '../testing/not-restored.ts'
import { settle, undo } from '../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../testing/test-server.ts'
import { readWholeDatabase } from '../testing/whole-database.ts'
import { matchFile } from './match-file/match-file.ts'
import { incomingChildren } from './tables.ts'

let server: TestServer
let officer: BuiltSession

beforeEach(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['matching', 'people', 'chronology', 'portalAdministration'])
})
afterEach(() => server.close())

const [ash, birch] = ['100001', '100002']
type Line = Partial<PersonValues>

const tomos: Line = { given_names: 'Tomos', family_name: 'Rees', date_of_birth: '2009-01-30' }
const zara: Line = { given_names: 'Zara', family_name: 'Quill', date_of_birth: '2013-11-05' }

/** The child of the last line of a file that was taken in and weighed. */
async function takeIn(...lines: Line[]) {
  server.clock.moveBy(1000)
  await importLinesOfFile(server, lines)
  await server.runJobs()
  const [child] = await server.ownerDatabase
    .select()
    .from(incomingChildren)
    .orderBy(desc(incomingChildren.waitingSince), desc(incomingChildren.id))
    .limit(1)
  if (!child) throw new Error('The line is in suspense')
  const { id: incomingChildId, state, candidates } = child
  const named = candidates.filter(({ rule }) => rule === 'knownExternalId').map(({ personId }) => personId)
  return { incomingChildId, state, named }
}

/** The person whom the file command names by the first rule, for each line. */
async function namedInFile(...lines: Line[]): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'send-numbers-'))
  const [file, out] = [path.join(folder, 'incoming.csv'), path.join(folder, 'decisions.csv')]
  const rows = lines.map((line) =>
    personColumns.map((column) => JSON.stringify(line[column] ?? '')).join(','),
  )
  await writeFile(file, [personColumns.join(','), ...rows].join('\n'))
  await matchFile(server.database, { file, out })
  const decisions = (await readFile(out, 'utf8')).split('\n')
  await rm(folder, { recursive: true })
  return decisions.flatMap((row) =>
    row.includes('Rule 1') ? (/^"[^"]*","([^"]*)"/.exec(row)?.[1] ?? '') : [],
  )
}

async function buildKnown(overrides: Partial<typeof people.$inferInsert> = {}): Promise<string> {
  const tomosOnRecord = { givenNames: 'Tomos', familyName: 'Rees', dateOfBirth: '2009-01-30', postcode: null }
  const personId = await buildPerson(server, { ...tomosOnRecord, ...overrides })
  await server.ownerDatabase.transaction((tx) => keyPeople(tx, 100))
  return personId
}

const numbersOf = async (personId: string) =>
  (await server.caller(officer).people.getRecord({ personId })).numbers.map(
    ({ schoolName, externalId }) => `${schoolName} ${externalId}`,
  )

test('SR-575: a number of a school is not the authority’s number, nor another school’s: no rule names anybody by it', async () => {
  const ours = await buildKnown({ externalId: '123' })
  expect((await takeIn({ ...tomos, external_id: '123' })).named).toEqual([ours])
  expect((await takeIn({ ...tomos, external_id: '123', school_urn: ash })).named).toEqual([])
  // Of a school that cannot be read nobody knows whose number it is.
  expect((await takeIn({ ...tomos, external_id: '123', school_urn: '12345' })).named).toEqual([])
  expect(await namedInFile({ ...tomos, external_id: '123' })).toEqual(['123'])
  expect(await namedInFile({ ...tomos, external_id: '123', school_urn: ash })).toEqual([])
  expect(await namedInFile({ ...tomos, external_id: '123', school_urn: '12345' })).toEqual([])
})

test('SR-575: two schools with the same number have two children, and each file finds its own', async () => {
  const [one, other] = [
    await buildKnown({ externalId: 'P1' }),
    await buildKnown({
      givenNames: 'Zara',
      familyName: 'Quill',
      dateOfBirth: '2013-11-05',
      externalId: 'P2',
    }),
  ]
  const ofAsh = await takeIn({ ...tomos, external_id: '7', school_urn: ash })
  await settle(server, officer, ofAsh, one)
  const ofBirch = await takeIn({ ...zara, external_id: '7', school_urn: birch })
  expect(ofBirch.named).toEqual([])
  await settle(server, officer, ofBirch, other)
  expect(await numbersOf(one)).toEqual([`School ${ash} 7`])
  expect(await numbersOf(other)).toEqual([`School ${birch} 7`])
  const [later, latest] = [
    { ...tomos, sex: 'M', external_id: '7', school_urn: ash },
    { ...zara, sex: 'F', external_id: '7', school_urn: birch },
  ]
  expect((await takeIn(later)).named).toEqual([one])
  expect((await takeIn(latest)).named).toEqual([other])
  expect((await takeIn({ ...tomos, external_id: '7' })).named).toEqual([])
  expect(await namedInFile(later, latest, { ...tomos, external_id: '7' })).toEqual(['P1', 'P2'])
})

test('SR-576: the number of a school is kept of whoever is added as new too, and none of the authority’s own', async () => {
  const added = await takeIn({ ...zara, external_id: 'Z1', school_urn: ash })
  const personId = await settle(server, officer, added)
  expect(await numbersOf(personId)).toEqual([`School ${ash} Z1`])
  const record = await server.caller(officer).people.getRecord({ personId })
  expect(record.externalId).toBeNull()
  expect((await takeIn({ ...zara, sex: 'F', external_id: 'Z1', school_urn: ash })).named).toEqual([personId])
})

test('SR-576: what cannot be a number is not kept, and nothing where the rule of the school says not to', async () => {
  const personId = await buildKnown()
  const formula = await takeIn({ ...tomos, external_id: '=A1', school_urn: ash })
  await settle(server, officer, formula, personId)
  const refused = await takeIn({ ...tomos, external_id: 'T1', school_urn: birch })
  const changes = [{ scope: birch, before: {}, after: { externalId: 'doNotImport' as const } }]
  await server.caller(officer).importRules.set({ idempotencyKey: newId(), changes })
  await settle(server, officer, refused, personId)
  expect(await numbersOf(personId)).toEqual([])
})

test('SR-576: an undo takes the number back exactly and says so before; where another match tells the same it stays', async () => {
  const personId = await buildKnown()
  const previewNumbers = async ({ incomingChildId }: { incomingChildId: string }) =>
    (await server.caller(officer).undoneMatches.getPreview({ incomingChildId })).numbers
  const number = { schoolName: `School ${ash}`, externalId: 'T1' }
  const first = await takeIn({ ...tomos, external_id: 'T1', school_urn: ash })
  const before = await readWholeDatabase(server.ownerDatabase)
  server.clock.moveBy(1000)
  await settle(server, officer, first, personId)
  expect(await numbersOf(personId)).toEqual([`School ${ash} T1`])
  expect(await previewNumbers(first)).toEqual([{ ...number, goesBack: true }])
  await undo(server, officer, first)
  expect(listRestorationFaults(before, await readWholeDatabase(server.ownerDatabase))).toEqual([])
  await settle(server, officer, first, personId)
  const second = await takeIn({ ...tomos, sex: 'M', external_id: 'T1', school_urn: ash })
  expect(second.named).toEqual([personId])
  await settle(server, officer, second, personId)
  expect(await previewNumbers(first)).toEqual([{ ...number, goesBack: false }])
  expect(await previewNumbers(second)).toEqual([])
  await undo(server, officer, first)
  expect(await numbersOf(personId)).toEqual([`School ${ash} T1`])
  await undo(server, officer, second)
  expect(await numbersOf(personId)).toEqual([])
})

test('SR-576: a merge takes numbers along, and an unmerge gives each back; the file command knows merged records', async () => {
  const kept = await buildKnown({ externalId: 'K1' })
  const other = await buildKnown({ givenNames: 'Tom', externalId: 'O1' })
  await settle(server, officer, await takeIn({ ...tomos, external_id: 'A', school_urn: ash }), kept)
  await settle(server, officer, await takeIn({ ...tomos, external_id: 'B', school_urn: ash }), other)
  await merge(server, officer, { kept, other })
  await server.runJobs()
  expect(await numbersOf(kept)).toEqual([`School ${ash} A`, `School ${ash} B`])
  const again = { ...tomos, sex: 'M', external_id: 'B', school_urn: ash }
  expect((await takeIn(again)).named).toEqual([kept])
  expect(await namedInFile(again, { ...tomos, external_id: 'O1' })).toEqual(['K1', 'K1'])
  await unmerge(server, officer, other)
  await server.runJobs()
  expect(await numbersOf(kept)).toEqual([`School ${ash} A`])
  expect(await numbersOf(other)).toEqual([`School ${ash} B`])
  expect(await namedInFile(again, { ...tomos, external_id: 'O1' })).toEqual(['O1', 'O1'])
})

/** Two people, and a child of the second with the number that the first has in the same school. */
async function buildClash() {
  const first = await buildKnown()
  const second = await buildKnown({ givenNames: 'Zara', familyName: 'Quill', dateOfBirth: '2013-11-05' })
  await settle(server, officer, await takeIn({ ...tomos, external_id: '9', school_urn: ash }), first)
  const child = await takeIn({ ...zara, external_id: '9', school_urn: ash })
  await settle(server, officer, child, second)
  const { importConflicts } = server.caller(officer)
  const { incomingChildId } = child
  const { open } = await importConflicts.get({ incomingChildId })
  const decide = (decision: 'accept' | 'keep') =>
    importConflicts.resolve({
      idempotencyKey: newId(),
      incomingChildId,
      decisions: open.map(({ conflictId, seen }) => ({ conflictId, seen, decision })),
    })
  return { first, second, child, open, decide }
}

test('SR-577: a number belongs to one person: it is not moved, the officer is told whose it is, and gives it on once it is free', async () => {
  const { first, second, open, decide } = await buildClash()
  expect(open).toMatchObject([
    { unit: 'externalId', incoming: { externalId: '9' }, held: { externalId: null } },
  ])
  expect(await numbersOf(second)).toEqual([])
  expect(await decide('accept')).toMatchObject({ outcome: 'taken', holder: { personId: first } })
  expect(await numbersOf(first)).toEqual([`School ${ash} 9`])
  const { people: room } = server.caller(officer)
  const [number] = (await room.getRecord({ personId: first })).numbers
  const request = { idempotencyKey: newId(), personId: first, id: number?.id ?? '' }
  await room.removeExternalId(request)
  expect(await decide('accept')).toEqual({ outcome: 'resolved' })
  expect([await numbersOf(first), await numbersOf(second)]).toEqual([[], [`School ${ash} 9`]])
})

test('SR-577: an officer who keeps ours leaves the number where it is, and the undo of the match leaves it too', async () => {
  const { first, second, child, decide } = await buildClash()
  expect(await decide('keep')).toEqual({ outcome: 'resolved' })
  await undo(server, officer, child)
  expect([await numbersOf(first), await numbersOf(second)]).toEqual([[`School ${ash} 9`], []])
})

test('SR-577: of two matches at once with the same number one person gets it', async () => {
  const [one, other] = [
    await buildKnown(),
    await buildKnown({ givenNames: 'Zara', familyName: 'Quill', dateOfBirth: '2013-11-05' }),
  ]
  for (let round = 0; round < 5; round += 1) {
    const number = { external_id: `R${round}`, school_urn: ash }
    const children = [await takeIn({ ...tomos, ...number }), await takeIn({ ...zara, ...number })]
    await Promise.all(
      children.map((child, place) => settle(server, officer, child, place === 0 ? one : other)),
    )
    const { importConflicts } = server.caller(officer)
    const clashes = await Promise.all(
      children.map(async (child) =>
        (await importConflicts.get({ incomingChildId: child.incomingChildId })).open.map(({ unit }) => unit),
      ),
    )
    expect(clashes.flat().filter((unit) => unit === 'externalId')).toHaveLength(1)
  }
  expect(await server.ownerDatabase.$count(personExternalIds)).toBe(5)
})

test('SR-577: who takes a number off a record is one who may keep people, and it is audited without the number', async () => {
  const { first } = await buildClash()
  const [number] = (await server.caller(officer).people.getRecord({ personId: first })).numbers
  const request = { idempotencyKey: newId(), personId: first, id: number?.id ?? '' }
  const reader = await buildStaffSession(server, ['matching'])
  const parent = await buildPortalSession(server, 'citizen')
  for (const who of [reader, parent])
    await expect(server.caller(who).people.removeExternalId(request)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  const { people: room } = server.caller(officer)
  await expect(room.removeExternalId({ ...request, personId: newId() })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  const removed = { ...request, idempotencyKey: newId() }
  await room.removeExternalId(removed)
  // A repeated press is answered as the first.
  await expect(room.removeExternalId(removed)).resolves.toEqual({ outcome: 'removed' })
  const events = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(and(eq(auditEvents.action, 'people.removeExternalId'), eq(auditEvents.personId, first)))
  expect(events).toMatchObject([{ actorUserId: officer.userId, outcome: 'done' }])
  expect(JSON.stringify(events[0]?.details)).not.toContain('"9"')
  // The next file finds nobody by it.
  const { named } = await takeIn({ ...tomos, sex: 'M', external_id: '9', school_urn: ash })
  expect(named).toEqual([])
})
