import path from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Grant } from '@send/shared/accounts/business-processes'
import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { answerFamily, buildFamilyForm } from '@send/server/testing/build-family-form'
import { buildPortalSession, buildStaffSession } from '@send/server/testing/build-sessions'
import { emptyEntry } from '@send/shared/people/person-entry'
import { withPassedCheck } from '@send/shared/testing/build-accessibility-check'
import { newId } from '@send/shared/values/ids'
import { createPerson, type Person } from '../scripts/campaigns/ground/person.ts'
import { expectAccessibleWindow } from './axe-steps.ts'
import { matchInSuspense, openIncoming, openPerson } from './casework-steps.ts'
import { closeClient, launchClient, signInStaff, type Client } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { lookInEverySize } from './look-in-every-size.ts'
import { patience } from './patience.ts'

const child = { givenNames: 'Amira', familyName: 'Quennell', dateOfBirth: '2015-03-04', postcode: 'LS9 4AB' }

const processes: Grant[] = ['people', 'matching', 'chronology', 'formBuilder']

let stack: Installation
let client: Client
let window: Page
let priya: Person
let motherId: string

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  const target = { ownerDatabase: database, clock: systemClock }
  const colleague = await buildStaffSession(target, processes, { name: 'Priya Sharma' })
  const nadia = { name: 'Nadia Quennell', citizenKind: 'parentCarer' } as const
  const sender = createPerson(stack, await buildPortalSession(target, 'citizen', nadia), nadia.name)
  priya = createPerson(stack, colleague, 'Priya Sharma')
  await close()
  await buildRecords()
  await sendForm(sender, colleague.groupIds[0] ?? '')
  client = await launchClient(stack.serverUrl, path.join(stack.folder, 'jo'))
  window = client.window
  window.setDefaultTimeout(patience)
  await signInStaff(window, sampleStaff[0]!)
})
afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

/** A child whose mother is on record with a number, and a neighbour's father who is reached as the form tells. */
async function buildRecords(): Promise<void> {
  const add = async (values: Partial<typeof emptyEntry>) => {
    const entry = { ...emptyEntry, familyName: 'Quennell', ...values }
    const added = await priya.api.newPeople.add.mutate({ idempotencyKey: newId(), entry })
    if (added.outcome !== 'added') throw new Error(added.outcome)
    return added.personId
  }
  const reach = (personId: string, value: string, preferred: boolean) => {
    const entry = { kind: 'mobile', value, preferred, until: '' } as const
    return priya.api.contacts.add.mutate({ idempotencyKey: newId(), personId, entry })
  }
  const childId = await add({ ...child, sex: 'female', addressLine: '9 Ash Lane', town: 'Leeds' })
  motherId = await add({ givenNames: 'Nadia', dateOfBirth: '1986-02-01' })
  const fatherId = await add({ givenNames: 'Y.', familyName: 'Okafor', dateOfBirth: '1984-07-19' })
  const entry = { kind: 'mother', parentalResponsibility: 'yes', from: '', until: '' } as const
  await priya.api.family.add.mutate({ idempotencyKey: newId(), childId, carerId: motherId, entry })
  await reach(motherId, '07700 900111', true)
  await reach(motherId, '07700 900222', false)
  await reach(fatherId, '07911 123417', false)
}

async function sendForm(sender: Person, groupId: string): Promise<void> {
  const form = buildFamilyForm(groupId)
  const formId = newId()
  const { definition, pageId } = form
  const publication = { idempotencyKey: newId(), formId, baseVersion: null, definition, live: true }
  const published = await priya.api.forms.publish.mutate(await withPassedCheck(publication))
  if (published.outcome !== 'published') throw new Error(JSON.stringify(published))
  const { submissions } = sender.api
  const { submissionId } = await submissions.start.mutate({ idempotencyKey: newId(), formId })
  const { dateOfBirth: _, ...named } = child
  const answers = answerFamily(form, {
    child: { ...named, dateOfBirth: { day: '4', month: '3', year: '2015' } },
    relationship: 'mother',
    responsibility: 'yes',
    phone: '07700 900777',
    others: [
      {
        name: { givenNames: 'Yusuf', familyName: 'Okafor' },
        reached: { phone: '07911 123417' },
        address: { line1: '4 Elm Row', line2: '', town: 'Leeds', postcode: 'LS1 1BA' },
      },
    ],
  })
  await submissions.savePage.mutate({ submissionId, pageId, answers })
  const sent = await submissions.submit.mutate({ idempotencyKey: newId(), submissionId })
  if (sent.outcome !== 'received') throw new Error(JSON.stringify(sent))
}

const press = (key: string) => window.keyboard.press(key)

const rowOf = (table: Locator, text: string) => table.getByRole('row').filter({ hasText: text })

test('by keyboard alone an officer replaces a number, adds an address, and says that an adult is somebody on record', async () => {
  await matchInSuspense(window, { childName: 'Amira Quennell', personName: 'Amira Quennell' })
  await window.getByText('3 conflicts wait to be decided', { exact: false }).waitFor()
  await window.getByRole('button', { name: 'Matched with conflicts 1' }).press('Enter')
  await window.getByRole('table', { name: 'Matches with conflicts to decide' }).waitFor()
  await press('j')
  const match = window.getByRole('region', { name: 'Amira Quennell', exact: true })
  const table = match.getByRole('table', { name: 'Parents and carers of Amira Quennell' })
  await table.waitFor()
  await lookInEverySize(client, 'family-conflicts')

  // The telephone: two could be meant, so the key stays where it is and the list asks whose place it takes.
  await press('4')
  const inPlaceOf = match.getByRole('combobox', { name: 'In place of' })
  await inPlaceOf.waitFor()
  await rowOf(table, '07700 900777').getByText('07700 900777; 07700 900111 ended today').waitFor()
  await inPlaceOf.focus()
  await window.keyboard.type('07700 900222')
  await rowOf(table, '07700 900777').getByText('07700 900777; 07700 900222 ended today').waitFor()
  await match
    .getByRole('button', { name: /Replace/ })
    .first()
    .focus()
  await press('ArrowDown')
  await press('2')
  await rowOf(table, '@example.org').getByText('beside what we hold', { exact: false }).waitFor()
  // Whoever alone is reached by the same is proposed.
  await press('2')
  const father = rowOf(table, 'Yusuf Okafor')
  await father
    .getByText('Y. Okafor, on record already: other carer of this child', { exact: false })
    .waitFor()
  await match.getByText('All decided').waitFor()
  await lookInEverySize(client, 'family-conflicts-decided')
  await match.getByRole('button', { name: 'Accept all…' }).press('Enter')
  const all = window.getByRole('dialog', { name: 'Accept all that came?' })
  await all.getByText('Yusuf Okafor: Y. Okafor, on record already', { exact: false }).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'family-conflicts-accept-all')
  await press('Escape')
  await all.waitFor({ state: 'hidden' })
  await match.getByRole('button', { name: 'Apply', exact: true }).press('Enter')
  await window.getByText('Decided for Amira Quennell').waitFor()
  const { contacts } = await priya.api.family.get.query({ personId: motherId })
  expect(contacts.map(({ value, until }) => [value, until === null])).toEqual([
    ['07700 900111', true],
    ['07700 900777', true],
    [expect.stringContaining('@example.org'), true],
    ['07700 900222', false],
  ])
})

test('who settled the family stands beside it, and the undo of the match says what of it goes back', async () => {
  await openIncoming(window, 'REQ-1001')
  await window.getByRole('button', { name: 'Undo this match…' }).press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Undo this match' })
  for (const said of [
    '07700 900222 works again for Nadia Quennell.',
    '07700 900777 goes from the contacts of Nadia Quennell.',
    'Y. Okafor is not family of this record any more (Other carer).',
  ])
    await dialog.getByText(said).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'family-conflicts-undo')
  await dialog.getByLabel('Why the match was wrong').fill('A cousin of the same name')
  await dialog.getByLabel('Why the match was wrong').press('Enter')
  const done = window.getByRole('dialog', { name: 'The match is undone' })
  await done.getByRole('button', { name: 'Close' }).last().press('Enter')
  await done.waitFor({ state: 'detached' })
  const { contacts } = await priya.api.family.get.query({ personId: motherId })
  expect(contacts.map(({ value, preferred }) => [value, preferred])).toEqual([
    ['07700 900111', true],
    ['07700 900222', false],
  ])
})

test('who types a contact of a record that a colleague merges meanwhile is told, loses nothing, and is led to the other', async () => {
  const entry = { ...emptyEntry, givenNames: 'Winifred', familyName: 'Stayer', dateOfBirth: '1971-12-24' }
  const added = await priya.api.newPeople.add.mutate({ idempotencyKey: newId(), entry })
  if (added.outcome !== 'added') throw new Error(added.outcome)
  await openPerson(window, 'Nadia Quennell')
  await window
    .getByRole('navigation', { name: 'Links' })
    .getByRole('button', { name: 'Family and contacts' })
    .press('Enter')
  await window.getByRole('button', { name: 'Add a contact…' }).press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Add a contact' })
  await dialog.getByLabel('Telephone number').fill('07700 900555')
  const two = { keptId: added.personId, otherId: motherId }
  const preview = await priya.api.personMerges.getPreview.query(two)
  if (preview.outcome !== 'planned') throw new Error(preview.outcome)
  const { stamp } = preview
  const merging = { ...two, stamp, taken: [], sightAccepted: true, reason: 'One and the same' }
  const merged = await priya.api.personMerges.merge.mutate({ idempotencyKey: newId(), ...merging })
  expect(merged.outcome).toBe('merged')
  await dialog.getByLabel('Telephone number').press('Enter')
  await dialog
    .getByText('Priya Sharma merged this record into that of Winifred Stayer', { exact: false })
    .waitFor()
  expect(await dialog.getByLabel('Telephone number').inputValue()).toBe('07700 900555')
  await expectAccessibleWindow(window)
  await keepPicture(window, 'family-merged-meanwhile')
  await dialog.getByRole('button', { name: 'Open the record of Winifred Stayer' }).press('Enter')
  await window.getByRole('heading', { level: 1, name: 'Winifred Stayer' }).waitFor()
})
