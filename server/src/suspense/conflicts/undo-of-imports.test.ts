import type { RuleSet } from '@send/shared/suspense/conflicts/import-rules'
import { newId } from '@send/shared/values/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyPeople } from '../../people/candidate-keys/key-people.ts'
import { buildPerson } from '../../testing/build-incoming-child.ts'
import { buildIncomingLine } from '../../testing/build-incoming-line.ts'
import { buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { listRestorationFaults } from '../../testing/not-restored.ts'
import { settle, undo } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'
import { readWholeDatabase } from '../../testing/whole-database.ts'

let server: TestServer
let officer: BuiltSession

const urn = '123456'
const rules: RuleSet = { address: 'alwaysImport', names: 'alwaysImport', identifiers: 'alwaysImport' }
const amy = {
  given_names: 'Amy',
  sex: 'M',
  nhs_number: '9434765919',
  address_line_1: '7 Mill Lane',
  town: 'Leeds',
  postcode: 'LS17 6QE',
  school_urn: urn,
}

beforeAll(async () => {
  server = await createTestServer()
  officer = await buildStaffSession(server, ['matching', 'people', 'portalAdministration'])
  // The school is there before anything is compared.
  await buildIncomingLine(server, { school_urn: urn })
  const changes = [{ scope: urn, before: {}, after: rules }]
  await server.caller(officer).importRules.set({ idempotencyKey: newId(), changes })
})
afterAll(() => server.close())

const read = () => readWholeDatabase(server.ownerDatabase)

async function buildKnown(): Promise<string> {
  const personId = await buildPerson(server, {
    addressLine: '5 High Street',
    addressLine2: 'Flat 2',
    externalId: null,
  })
  await server.ownerDatabase.transaction((tx) => keyPeople(tx, 100))
  return personId
}

async function matchAndDecide(incomingChildId: string, personId: string): Promise<void> {
  server.clock.moveBy(1000)
  await settle(server, officer, { incomingChildId }, personId)
  server.clock.moveBy(1000)
  const { importConflicts } = server.caller(officer)
  const { open } = await importConflicts.get({ incomingChildId })
  if (open.length === 0) return
  const decisions = open.map(({ conflictId, seen, unit }) => {
    return { conflictId, seen, decision: unit === 'sex' ? ('accept' as const) : ('keep' as const) }
  })
  const request = { idempotencyKey: newId(), incomingChildId, decisions }
  await expect(importConflicts.resolve(request)).resolves.toEqual({ outcome: 'resolved' })
}

test('SR-531: after the undo of a match that imported, and whose conflicts were decided, the whole database is as before, and again', async () => {
  const personId = await buildKnown()
  const line = await buildIncomingLine(server, amy)
  const before = await read()
  for (let round = 0; round < 2; round += 1) {
    await matchAndDecide(line, personId)
    const changed = new Set(listRestorationFaults(before, await read()).map(({ table }) => table))
    for (const table of [
      'people',
      'person_external_ids',
      'imported_values',
      'import_conflicts',
      'candidate_keys',
    ])
      expect(changed).toContain(table)
    await undo(server, officer, { incomingChildId: line })
    expect(listRestorationFaults(before, await read())).toEqual([])
  }
})

test.each([
  ['the first', 'the second'],
  ['the second', 'the first'],
])(
  'SR-531: of two matches to one person %s is undone before %s, and the record is as before both',
  async (first) => {
    const personId = await buildKnown()
    const lines = [
      await buildIncomingLine(server, { ...amy, nhs_number: '' }),
      await buildIncomingLine(server, {
        ...amy,
        nhs_number: '',
        given_names: 'Amelia',
        address_line_1: '9 Low Road',
        address_line_2: 'Flat 1',
      }),
    ]
    const before = await read()
    for (const line of lines) await matchAndDecide(line, personId)
    for (const line of first === 'the first' ? lines : lines.toReversed()) {
      server.clock.moveBy(1000)
      await undo(server, officer, { incomingChildId: line })
    }
    expect(listRestorationFaults(before, await read())).toEqual([])
  },
)

test('an address of which somebody changed a part since goes back in no part, and the preview says so', async () => {
  const personId = await buildKnown()
  const line = await buildIncomingLine(server, { ...amy, nhs_number: '' })
  await matchAndDecide(line, personId)
  const other = await buildIncomingLine(server, { ...amy, nhs_number: '', sex: '', town: 'York' })
  server.clock.moveBy(1000)
  await settle(server, officer, { incomingChildId: other }, personId)
  const { values } = await server.caller(officer).undoneMatches.getPreview({ incomingChildId: line })
  const parts = ['addressLine', 'addressLine2', 'town', 'postcode']
  expect(values.filter(({ field }) => parts.includes(field)).map(({ goesBack }) => goesBack)).toEqual([
    false,
    false,
    false,
    false,
  ])
  expect(values.find(({ field }) => field === 'givenNames')).toMatchObject({ goesBack: true })
})

test('a decision meanwhile makes an undo be looked at again, and conflicts of a match that was undone cannot be decided', async () => {
  const personId = await buildKnown()
  const line = await buildIncomingLine(server, { ...amy, nhs_number: '', date_of_birth: '2014-02-30' })
  server.clock.moveBy(1000)
  await settle(server, officer, { incomingChildId: line }, personId)
  const { undoneMatches, importConflicts } = server.caller(officer)
  const { stamp } = await undoneMatches.getPreview({ incomingChildId: line })
  const { open } = await importConflicts.get({ incomingChildId: line })
  const decide = (kept: typeof open) =>
    importConflicts.resolve({
      idempotencyKey: newId(),
      incomingChildId: line,
      decisions: kept.map(({ conflictId, seen }) => ({ conflictId, seen, decision: 'keep' as const })),
    })
  await decide(open.slice(0, 1))
  const request = { idempotencyKey: newId(), incomingChildId: line, stamp, accessIds: [], reason: 'A cousin' }
  await expect(undoneMatches.undo(request)).resolves.toEqual({ outcome: 'changedMeanwhile' })
  await undo(server, officer, { incomingChildId: line })
  await expect(decide(open.slice(1))).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('SR-541: a match that changes the family name keeps the earlier one as the former, with history, and its undo takes both back', async () => {
  const personId = await buildKnown()
  const line = await buildIncomingLine(server, { ...amy, nhs_number: '', family_name: 'Quillon' })
  const before = await read()
  server.clock.moveBy(1000)
  await settle(server, officer, { incomingChildId: line }, personId)
  const { people } = server.caller(officer)
  const { entry, earlier } = await people.getRecord({ personId })
  expect(entry).toMatchObject({ familyName: 'Quillon', addressLine: '7 Mill Lane' })
  expect(entry.formerFamilyName).toMatch(/./)
  expect(earlier.find(({ unit }) => unit === 'familyName')).toMatchObject({
    values: { familyName: entry.formerFamilyName },
    by: null,
    rule: 'alwaysImport',
    ruleScope: urn,
    cameByMatch: true,
  })
  expect(earlier.find(({ unit }) => unit === 'address')?.values).toMatchObject({
    addressLine: '5 High Street',
  })
  await undo(server, officer, { incomingChildId: line })
  expect(listRestorationFaults(before, await read())).toEqual([])
})

test('what an officer corrected after a match stays when it is undone, with what was on record before the match as its history', async () => {
  const personId = await buildKnown()
  const line = await buildIncomingLine(server, { ...amy, nhs_number: '' })
  server.clock.moveBy(1000)
  await settle(server, officer, { incomingChildId: line }, personId)
  const { people } = server.caller(officer)
  const { entry: expected } = await people.getRecord({ personId })
  server.clock.moveBy(1000)
  const entry = { ...expected, addressLine: '1 Low Road', givenNames: 'Amabel' }
  const told = { address: { kind: 'changed' as const, since: '2026-01-05' } }
  await people.correct({ idempotencyKey: newId(), personId, expected, entry, told })
  await undo(server, officer, { incomingChildId: line })
  const { entry: now, earlier } = await people.getRecord({ personId })
  expect(now).toMatchObject({ addressLine: '1 Low Road', givenNames: 'Amabel' })
  const ofUnit = (unit: string) => earlier.filter((each) => each.unit === unit)
  expect(ofUnit('address')).toMatchObject([
    { values: { addressLine: '5 High Street' }, until: '2026-01-05', cameByMatch: false },
  ])
  expect(ofUnit('givenNames')).toHaveLength(1)
  expect(ofUnit('givenNames')[0]?.values).not.toEqual({ givenNames: 'Amy' })
})

test('an officer who put back by hand what a match had changed leaves no trace when the match is undone', async () => {
  const personId = await buildKnown()
  const line = await buildIncomingLine(server, { ...amy, nhs_number: '' })
  const { people } = server.caller(officer)
  const { entry: first } = await people.getRecord({ personId })
  server.clock.moveBy(1000)
  await settle(server, officer, { incomingChildId: line }, personId)
  const { entry: expected } = await people.getRecord({ personId })
  server.clock.moveBy(1000)
  await people.correct({ idempotencyKey: newId(), personId, expected, entry: first, told: {} })
  await undo(server, officer, { incomingChildId: line })
  expect(await people.getRecord({ personId })).toMatchObject({ entry: first, earlier: [] })
})
