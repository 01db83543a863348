import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { importIncomingFile } from '../scripts/file-commands.ts'
import { expectAccessibleWindow } from './axe-steps.ts'
import { matchInSuspense, openInSuspense, openPerson } from './casework-steps.ts'
import { closeClient, launchClient, signInStaff, type Client } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { fillSuspense } from './suspense-steps.ts'

const alexander = {
  givenNames: 'Alexander',
  familyName: 'Wolvercote',
  dateOfBirth: '2013-04-09',
  sex: 'male' as const,
  postcode: 'LS8 4AB',
}

let stack: Installation
let client: Client
let window: Page

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  await fillSuspense(stack, { onRecord: [alexander], incoming: [] })
  client = await launchClient(stack.serverUrl, path.join(stack.folder, 'user'))
  window = client.window
  await signInStaff(window, sampleStaff[0]!)
})
afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

async function takeIn(line: string): Promise<void> {
  const file = path.join(stack.folder, 'school.csv')
  const heading = 'external_id,given_names,family_name,date_of_birth,postcode,school_urn'
  await writeFile(file, `${heading}\n${line}\n`)
  await importIncomingFile(stack.ownerUrl, { file, dryRun: false })
  await window.reload()
}

test('an officer records by keyboard what a child is called; the search finds it and says so', async () => {
  await openPerson(window, 'Alexander Wolvercote')
  await window.getByRole('button', { name: 'Details and history' }).click()
  await window.getByRole('button', { name: 'Correct…' }).press('Enter')
  const correcting = window.getByRole('form', { name: 'Correct the details' })
  const called = correcting.getByLabel('Known as: given names')
  await called.fill('Max')
  await keepPicture(window, 'person-known-as-form')
  await expectAccessibleWindow(window)
  await called.press('Enter')
  await window
    .getByRole('heading', { level: 1, name: 'Alexander Wolvercote, known as Max', exact: true })
    .waitFor()
  await window.getByRole('button', { name: 'People', exact: true }).first().click()
  await window.getByRole('searchbox', { name: /^Search by any part/ }).fill('Max Wolvercote')
  await window.getByRole('button', { name: 'Alexander Wolvercote, known as Max', exact: true }).waitFor()
  await keepPicture(window, 'search-known-as')
  await expectAccessibleWindow(window)
}, 60_000)

test('the card says that the name is what the child is called, and the number of the school stands on the record until it is removed', async () => {
  await takeIn('77,Max,Wolvercote,2013-04-09,LS8 4AB,100123')
  await openInSuspense(window, 'Max Wolvercote')
  const card = window.getByRole('region', { name: 'Max Wolvercote', exact: true })
  const given = card.getByRole('row', { name: /^Given names/ }).first()
  expect(await given.innerText()).toMatch(/Alexander, known as Max.*the name by which the person is known/s)
  await keepPicture(window, 'suspense-known-as')
  await expectAccessibleWindow(window)
  await matchInSuspense(window, { childName: 'Max Wolvercote', personName: 'Alexander Wolvercote' })
  await window.getByRole('button', { name: 'People', exact: true }).first().click()
  await window.getByRole('searchbox', { name: /^Search by any part/ }).fill('Wolvercote')
  await window.getByRole('button', { name: 'Alexander Wolvercote, known as Max', exact: true }).click()
  await window.getByRole('button', { name: 'Details and history' }).click()
  const numbers = window.getByRole('region', { name: 'Numbers in other systems' })
  expect(await numbers.getByRole('row', { name: /100123/ }).innerText()).toMatch(/School 100123\s+77/)
  await keepPicture(window, 'person-numbers')
  await expectAccessibleWindow(window)
  await numbers.getByRole('button', { name: 'Remove the number 77 of School 100123…' }).press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Remove this number?' })
  await dialog.waitFor()
  await keepPicture(window, 'person-number-remove')
  await expectAccessibleWindow(window)
  await window.keyboard.press('Enter')
  await numbers.waitFor({ state: 'detached' })
}, 90_000)
