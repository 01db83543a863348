import path from 'node:path'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { buildStaffSession } from '@send/server/testing/build-sessions'
import { emptyEntry, type PersonEntry } from '@send/shared/people/person-entry'
import { newId } from '@send/shared/values/ids'
import { createPerson, type Person } from '../scripts/campaigns/ground/person.ts'
import { expectAccessibleWindow } from './axe-steps.ts'
import { openPerson } from './casework-steps.ts'
import { closeClient, launchClient, signInStaff, type Client } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { lookInEverySize } from './look-in-every-size.ts'
import { patience } from './patience.ts'
import { tabTo } from './tab-to.ts'

const jo = sampleStaff[0]!
const mostTabs = 120
const home = { addressLine: '9 Ash Lane', town: 'Leeds', postcode: 'LS9 4AB' }

let stack: Installation
let client: Client
let window: Page
let priya: Person
let childId: string

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  const target = { ownerDatabase: database, clock: systemClock }
  const colleague = await buildStaffSession(target, ['people'], { name: 'Priya Sharma' })
  priya = createPerson(stack, colleague, 'Priya Sharma')
  await close()
  childId = await add({ givenNames: 'Amira', dateOfBirth: '2015-03-04', ...home })
  await add({ givenNames: 'Nadia', dateOfBirth: '1986-02-01', ...home })
  await add({ givenNames: 'Zara', dateOfBirth: '2011-09-20', ...home })
  client = await launchClient(stack.serverUrl, path.join(stack.folder, 'jo'))
  window = client.window
  window.setDefaultTimeout(patience)
  await signInStaff(window, jo)
})
afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

async function add(changes: Partial<PersonEntry>): Promise<string> {
  const entry = { ...emptyEntry, familyName: 'Quennell', ...changes }
  const added = await priya.api.newPeople.add.mutate({ idempotencyKey: newId(), entry })
  if (added.outcome !== 'added') throw new Error(added.outcome)
  return added.personId
}

const part = (name: string) => window.getByRole('region', { name, exact: true })
const dialog = () => window.getByRole('dialog')
const press = (key: string) => window.keyboard.press(key)

/** Goes to something with Tab alone: Esc would leave the record. */
async function go(target: Locator): Promise<void> {
  await target.waitFor()
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if ((await window.locator(':focus').and(target).count()) > 0) return
    await press('Tab')
  }
  throw new Error(`${mostTabs} Tabs did not lead to ${String(target)}`)
}

/** A dialog gives the focus to its first field once it is there. */
async function haveFocus(field: Locator): Promise<void> {
  await field.and(window.locator(':focus')).waitFor()
}

async function pressButton(target: Locator): Promise<void> {
  await go(target)
  await press('Enter')
}

/** Chooses in a list by the beginning of what stands in it, and goes on: Enter would open the list. */
async function chooseIn(list: Locator, label: string): Promise<void> {
  await go(list)
  await window.keyboard.type(label)
  await press('Tab')
}

async function typeInto(field: Locator, text: string): Promise<void> {
  await go(field)
  await window.keyboard.type(text)
}

async function chooseResponsibility(answer: 'Yes' | 'No' | 'Not known'): Promise<void> {
  const radio = dialog().getByRole('radio', { name: answer, exact: true })
  // The group is one stop: the arrows choose in it.
  await go(dialog().getByRole('radio', { checked: true }))
  for (let presses = 0; presses < 3 && !(await radio.isChecked()); presses += 1) await press('ArrowRight')
  expect(await radio.isChecked()).toBe(true)
}

const rowOf = (name: string, section: string) => part(section).getByRole('row').filter({ hasText: name })

test('SR-572: an officer records a family and its contacts by keyboard alone, and is told what is not known', async () => {
  await openPerson(window, 'Amira Quennell')
  await tabTo(window, 'Family and contacts')
  await press('Enter')
  await part('Parents and carers').getByText('No parent or carer is on record', { exact: false }).waitFor()
  // Whoever lives there is seen before anybody said what they are.
  await rowOf('Nadia Quennell', 'Others at this address').waitFor()
  await lookInEverySize(client, 'family-empty')

  await press('n')
  await haveFocus(dialog().getByRole('searchbox'))
  await window.keyboard.type('Nadia Quen')
  await dialog().getByRole('button', { name: 'Choose Nadia Quennell' }).waitFor()
  await keepPicture(window, 'family-find')
  await expectAccessibleWindow(window)
  await pressButton(dialog().getByRole('button', { name: 'Choose Nadia Quennell' }))
  await dialog().getByLabel('What is Nadia Quennell to Amira Quennell?').waitFor()
  await chooseIn(dialog().getByLabel('What is Nadia Quennell to Amira Quennell?'), 'Mother')
  await chooseResponsibility('Yes')
  await keepPicture(window, 'family-add')
  await expectAccessibleWindow(window)
  await press('Enter')
  await rowOf('Nadia Quennell', 'Parents and carers').getByText('Has parental responsibility').waitFor()

  // The father is on no record yet: the form that adds one leads back.
  await press('n')
  await pressButton(dialog().getByRole('button', { name: 'Add a person…' }))
  const form = window.getByRole('form', { name: 'Add a person' })
  await haveFocus(form.getByLabel('Given names'))
  await window.keyboard.type('Imran')
  await typeInto(form.getByLabel('Family name', { exact: true }), 'Quennell')
  await window.getByRole('button', { name: 'Back to Amira Quennell' }).waitFor()
  await press('Enter')
  await chooseIn(dialog().getByLabel('What is Imran Quennell to Amira Quennell?'), 'Father')
  await press('Enter')
  await rowOf('Imran Quennell', 'Parents and carers')
    .getByText('Not known: find out before you decide')
    .waitFor()

  await pressButton(part('Contacts').getByRole('button', { name: 'Add a contact…' }))
  await typeInto(dialog().getByLabel('Telephone number'), '0113 496 0123')
  await press('Tab')
  await dialog().getByText('A mobile number begins with 07, or with + and a country').waitFor()
  await chooseIn(dialog().getByLabel('Kind'), 'Home')
  await press('Enter')
  await part('Contacts').getByText('0113 496 0123').waitFor()
}, 120_000)

test('the records of a family lead to one another and back, and brothers and sisters follow from their parents', async () => {
  await pressButton(window.getByRole('button', { name: 'Open the record of Nadia Quennell' }))
  await window.getByRole('heading', { level: 1, name: 'Nadia Quennell' }).waitFor()
  await part('Children').getByRole('button', { name: 'Open the record of Amira Quennell' }).waitFor()
  expect(await part('Parents and carers').count()).toBe(0)
  await pressButton(part('Contacts').getByRole('button', { name: 'Add a contact…' }))
  await typeInto(dialog().getByLabel('Telephone number'), '+447700900123')
  await go(dialog().getByRole('checkbox', { name: 'They would rather be reached by this' }))
  await press('Space')
  await press('Enter')
  await part('Contacts').getByText('07700 900123').waitFor()
  await pressButton(part('Children').getByRole('button', { name: 'Add a child…' }))
  await pressButton(dialog().getByRole('button', { name: 'Zara Quennell, 20 Sept 2011' }))
  await chooseIn(dialog().getByLabel('What is Nadia Quennell to Zara Quennell?'), 'Mother')
  await press('Enter')
  await rowOf('Zara Quennell', 'Children').waitFor()
  await lookInEverySize(client, 'family-mother')
  await pressButton(window.getByRole('button', { name: 'Back to Amira Quennell' }))
  await rowOf('Zara Quennell', 'Brothers and sisters').getByText('A parent in common').waitFor()
  await rowOf('Nadia Quennell', 'Parents and carers').getByText('07700 900123 (preferred)').waitFor()
}, 120_000)

test('SR-573: what a colleague said meanwhile is shown, what has ended can be taken back, and a mistake goes once it is confirmed', async () => {
  const correct = window.getByRole('button', {
    name: 'Correct… Imran Quennell and Amira Quennell',
  })
  await pressButton(correct)
  await dialog().getByText('Last said by Jo Carter', { exact: false }).waitFor()
  const { carers } = await priya.api.family.get.query({ personId: childId })
  const father = carers.find(({ givenNames }) => givenNames === 'Imran')!
  await priya.api.family.correct.mutate({
    idempotencyKey: newId(),
    personId: childId,
    relationshipId: father.relationshipId,
    version: father.version,
    entry: { kind: 'stepParent', parentalResponsibility: 'no', from: '', until: '' },
  })
  await chooseResponsibility('Yes')
  await press('Enter')
  const notice = dialog().getByRole('alert')
  await notice.getByText(/^Nothing was saved: Priya Sharma changed this/).waitFor()
  await notice.getByText('Now on record: Step-parent · No parental responsibility').waitFor()
  await keepPicture(window, 'family-meanwhile')
  await expectAccessibleWindow(window)
  await press('Enter')
  await dialog().waitFor({ state: 'hidden' })
  await rowOf('Imran Quennell', 'Parents and carers').getByText('Has parental responsibility').waitFor()

  const day = dialog().getByLabel('The day on which it ended')
  const end = window.getByRole('button', {
    name: 'End… Imran Quennell and Amira Quennell',
  })
  await pressButton(end)
  await haveFocus(day)
  await keepPicture(window, 'family-end')
  await expectAccessibleWindow(window)
  await press('Enter')
  await rowOf('Imran Quennell', 'Formerly').waitFor()
  await pressButton(window.getByRole('button', { name: 'Undo', exact: true }))
  await rowOf('Imran Quennell', 'Parents and carers').waitFor()
  await pressButton(end)
  await haveFocus(day)
  await press('Enter')
  await rowOf('Imran Quennell', 'Formerly').getByText('Had parental responsibility').waitFor()
  await lookInEverySize(client, 'family-former')

  await pressButton(correct)
  await pressButton(dialog().getByRole('button', { name: 'Recorded by mistake…' }))
  await dialog().getByText('If it was true once, end it instead.', { exact: false }).waitFor()
  await haveFocus(dialog().getByRole('button', { name: 'Remove', exact: true }))
  await keepPicture(window, 'family-remove')
  await press('Enter')
  await part('Formerly').waitFor({ state: 'hidden' })

  const unused = window.getByRole('button', { name: 'Not in use any more: 0113 496 0123' })
  await pressButton(unused)
  await rowOf('0113 496 0123', 'Contacts')
    .getByText(/^Not in use since/)
    .waitFor()
  await pressButton(window.getByRole('button', { name: 'Undo', exact: true }).last())
  await unused.waitFor()
}, 120_000)
