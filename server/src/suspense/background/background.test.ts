import { newId } from '@send/shared/values/ids'
import { desc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditEvents } from '../../audit/tables.ts'
import { relationships } from '../../people/tables.ts'
import { buildPerson, toldChild } from '../../testing/build-incoming-child.ts'
import { buildIncomingLine } from '../../testing/build-incoming-line.ts'
import { buildPortalSession, buildStaffSession, type BuiltSession } from '../../testing/build-sessions.ts'
import { publishRequestForm, sendChild } from '../../testing/build-waiting-child.ts'
import { approve, settle, undo } from '../../testing/settle-steps.ts'
import { createTestServer, type TestServer } from '../../testing/test-server.ts'

let server: TestServer
let officer: BuiltSession

beforeAll(async () => {
  server = await createTestServer()
  const processes = ['formBuilder', 'manageIncomingForms', 'matching', 'people', 'chronology'] as const
  officer = await buildStaffSession(server, [...processes], { name: 'Jo Carter' })
})
afterAll(() => server.close())

const address = { addressLine: '4 Elm Road', postcode: 'LS8 4AB' }
const born = toldChild.dateOfBirth

const lineOf = (told: { givenNames: string; familyName: string }, postcode = 'LS8 4AB') =>
  buildIncomingLine(server, {
    given_names: told.givenNames,
    family_name: told.familyName,
    date_of_birth: born,
    sex: 'female',
    postcode,
  })

const ask = (by: BuiltSession, incomingChildId: string, personId: string) =>
  server.caller(by).suspense.getBackground({ incomingChildId, personId })

test('SR-559: nobody without matching reads a household; nor does who has it read that of somebody who was not proposed', async () => {
  const personId = await buildPerson(server, { familyName: 'Quayle', ...address })
  const child = await lineOf({ givenNames: 'Amira', familyName: 'Quayle' })
  for (const nobody of [
    await buildPortalSession(server, 'citizen'),
    await buildStaffSession(server, ['people', 'chronology']),
  ])
    await expect(ask(nobody, child, personId)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const stranger = await buildPerson(server, {
    givenNames: 'Ulric',
    familyName: 'Orme',
    dateOfBirth: '1980-01-01',
  })
  await expect(ask(officer, child, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(ask(officer, newId(), personId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  expect(await ask(officer, child, personId)).toMatchObject({ household: [], isTwinThere: false })
})

test('a twin, a sibling by a carer and whoever lives there stand on the card, twins first, and each look leaves who was shown', async () => {
  const names = { familyName: 'Whitlock' }
  const address = { addressLine: '9 Ash Lane', postcode: 'LS9 4AB' }
  const personId = await buildPerson(server, { ...names, ...address })
  const twin = await buildPerson(server, { ...names, ...address, givenNames: 'Adam', sex: 'male' })
  const mother = await buildPerson(server, {
    ...names,
    givenNames: 'Nadia',
    dateOfBirth: '1985-06-01',
    postcode: 'LS1 1AA',
  })
  const moved = await buildPerson(server, {
    ...names,
    givenNames: 'Zara',
    dateOfBirth: '2010-03-04',
    postcode: 'LS2 2BB',
  })
  await buildPerson(server, {
    ...address,
    addressLine: '5 Elm Road',
    familyName: 'Other',
    dateOfBirth: '1990-01-01',
  })
  const told = await buildPerson(server, {
    ...names,
    givenNames: 'Omar',
    dateOfBirth: '2016-01-01',
    postcode: 'LS17 6QE',
  })
  const kin = (childId: string, carerId: string) => ({
    id: newId(),
    childId,
    carerId,
    kind: 'mother' as const,
  })
  const former = await buildPerson(server, {
    familyName: 'Yarrow',
    dateOfBirth: '1984-01-01',
    postcode: 'LS1 1AA',
  })
  await server.ownerDatabase
    .insert(relationships)
    .values([
      kin(personId, mother),
      kin(moved, mother),
      { ...kin(personId, former), kind: 'fosterCarer', endedOn: '2020-01-01' },
    ])
  const child = await lineOf({ givenNames: 'Amira', familyName: 'Whitlock' }, 'LS17 6QE')
  const { household, householdCount, isTwinThere } = await ask(officer, child, personId)
  expect(household).toMatchObject([
    { personId: twin, kin: null, livesAt: 'recorded', isBornSameDay: true },
    { personId: told, kin: null, livesAt: 'told', isBornSameDay: false },
    { personId: moved, kin: 'sibling', livesAt: null },
    { personId: mother, kin: 'mother', livesAt: null },
  ])
  expect({ householdCount, isTwinThere }).toEqual({ householdCount: 4, isTwinThere: true })
  const [line] = await server.ownerDatabase
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.action, 'suspense.getBackground'))
    .orderBy(desc(auditEvents.transaction))
    .limit(1)
  expect(line?.details['people']).toEqual([personId, twin, told, moved, mother])

  const matcher = await buildStaffSession(server, ['matching.read'])
  expect(await ask(matcher, child, personId)).toMatchObject({
    household: null,
    householdCount: 4,
    isTwinThere: true,
    forms: null,
  })
})

test('whom the person was taken for before, its forms by their access lists, and what was undone', async () => {
  const form = await publishRequestForm(server, officer)
  const sender = await buildPortalSession(server, 'citizen')
  const personId = await buildPerson(server, {
    familyName: 'Rees',
    dateOfBirth: '2018-09-04',
    postcode: 'CF10 1AA',
  })
  const child = { givenNames: 'Amira', familyName: 'Rees' }
  const sent = await sendChild(server, { form, sender, child })
  await settle(server, officer, sent, personId)
  await approve(server, officer, sent)
  const other = await sendChild(server, { form, sender: await buildPortalSession(server, 'citizen'), child })
  await settle(server, officer, other, personId)
  await undo(server, officer, other)
  const background = await ask(officer, other.incomingChildId, personId)
  expect(background.matches).toMatchObject([
    {
      incomingChildId: sent.incomingChildId,
      decision: 'matched',
      by: 'Jo Carter',
      source: 'parent',
      stands: true,
    },
  ])
  expect(background.forms).toMatchObject([{ reference: sent.reference }])
  expect(background.undone).toMatchObject([{ person: 'Amira Rees', by: 'Jo Carter' }])
  // The form is of the officer’s group alone.
  const colleague = await buildStaffSession(server, ['matching', 'people', 'chronology'])
  expect(await ask(colleague, other.incomingChildId, personId)).toMatchObject({ forms: [] })
  const seen = await ask(officer, sent.incomingChildId, personId)
  expect(seen.matches).toMatchObject([{ incomingChildId: other.incomingChildId, stands: false }])
})
