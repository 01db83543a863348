import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { importIncomingFile } from '../scripts/file-commands.ts'
import { expectAccessibleWindow } from './axe-steps.ts'
import { openInSuspense } from './casework-steps.ts'
import { closeClient, launchClient, signInStaff, type Client } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { fillSuspense, readQueue } from './suspense-steps.ts'

const tamsin = {
  givenNames: 'Tamsin',
  familyName: 'Quillfeather',
  dateOfBirth: '2013-04-09',
  sex: 'female' as const,
  postcode: 'LS8 4AB',
}
const ameera = {
  givenNames: 'Ameera',
  familyName: 'Brackenbury',
  dateOfBirth: '2014-02-14',
  sex: 'female' as const,
  postcode: 'LS17 6QE',
}
const amira = { ...ameera, givenNames: 'Amira', postcode: 'LS8 4AX' }
const ida = {
  ...tamsin,
  givenNames: 'Ida',
  familyName: 'Hexworthy',
  dateOfBirth: '2015-06-01',
  postcode: 'LS6 2QQ',
}
const twin = { ...ida, givenNames: 'Orla' }
const wren = {
  ...tamsin,
  givenNames: 'Wren',
  familyName: 'Vosperton',
  dateOfBirth: '2019-05-09',
  postcode: 'YO1 7HH',
}
const grown = { ...wren, givenNames: 'Edith', dateOfBirth: '1991-05-09' }

let stack: Installation
let client: Client
let window: Page

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  const known = { ...ameera, upn: 'B801200005001', addressLine: '5 High Street', formerFamilyName: 'Malik' }
  await fillSuspense(stack, {
    onRecord: [tamsin, known, ida, twin],
    incoming: [tamsin, amira, ida, wren, grown],
  })
  client = await launchClient(stack.serverUrl, path.join(stack.folder, 'user'))
  window = client.window
  await signInStaff(window, sampleStaff[0]!)
})
afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

test('an officer sees who is likely, narrows the queue, and is told how many are above the age limit', async () => {
  await openInSuspense(window, 'Wren Vosperton')
  await window.getByRole('heading', { level: 2, name: 'Wren Vosperton, 9 May 2019' }).waitFor()
  await keepPicture(window, 'suspense-nobody')
  await expectAccessibleWindow(window)
  await expect
    .poll(() => readQueue(window))
    .toEqual([
      ['Wren Vosperton', 'Unmatched', expect.any(String)],
      ['Ida Hexworthy', 'Conflicts', expect.stringContaining('%')],
      ['Amira Brackenbury', 'Conflicts', expect.stringContaining('%')],
      ['Tamsin Quillfeather', 'Auto-matched', 'over 99.9 %'],
    ])
  await window.getByText('1 more is above the age limit').waitFor()
  await window.getByRole('combobox', { name: 'Age' }).selectOption('Any age')
  await window.getByRole('button', { name: 'Edith Vosperton' }).waitFor()
  await window.getByRole('combobox', { name: 'Age' }).selectOption('Up to 25 years')
  await window.getByRole('combobox', { name: 'State' }).selectOption('Conflicts')
  await expect
    .poll(async () => (await readQueue(window)).map(([name]) => name))
    .toEqual(['Ida Hexworthy', 'Amira Brackenbury'])
  await window.getByRole('combobox', { name: 'Order' }).selectOption('Likeliest first')
  await window
    .getByRole('combobox', { name: 'Likelihood of the best candidate' })
    .selectOption('99.0 % or more')
  await window.getByRole('combobox', { name: 'State' }).selectOption('Auto-matched')
  await expect
    .poll(async () => (await readQueue(window)).map(([name]) => name))
    .toEqual(['Tamsin Quillfeather'])
  await window.getByRole('combobox', { name: 'State' }).selectOption('All states')
  await window
    .getByRole('combobox', { name: 'Likelihood of the best candidate' })
    .selectOption('Any likelihood')
  await window.getByRole('combobox', { name: 'Order' }).selectOption('Longest waiting first')
})

test('the card says field by field what agrees, how rare it is and what it weighs, and why a twin must be looked at', async () => {
  await openInSuspense(window, 'Amira Brackenbury')
  const card = window.getByRole('region', { name: 'Amira Brackenbury', exact: true })
  const table = card.getByRole('table', {
    name: 'The incoming child beside Ameera Brackenbury, field by field',
  })
  const given = table.getByRole('row', { name: /^Given names/ })
  expect(await given.innerText()).toMatch(
    /Amira\s+Ameera\s+≈\s*close: a short form or another spelling\s+[+−]\d/,
  )
  expect(await table.getByRole('row', { name: /^Family name/ }).innerText()).toMatch(
    /Brackenbury, formerly Malik\s+✓\s*agrees\s.*1 in [\d,]+ share this surname/s,
  )
  expect(await table.getByRole('row', { name: /^UPN/ }).innerText()).toMatch(
    /—\s+B801200005001\s+–\s*missing\s+0\.0/,
  )
  await table.getByRole('row', { name: /^To begin with/ }).waitFor()
  await table.getByRole('row', { name: /^Total: .* likely/ }).waitFor()
  await keepPicture(window, 'suspense-card')
  await expectAccessibleWindow(window)

  await openInSuspense(window, 'Ida Hexworthy')
  await window.getByText('A twin, sibling or namesake of the same address is on record').waitFor()
  await keepPicture(window, 'suspense-twin')
  await expectAccessibleWindow(window)
})

test('by keyboard alone a person is said not to be the child, taken back, weighed again and matched', async () => {
  const { keyboard } = window
  await openInSuspense(window, 'Tamsin Quillfeather')
  const card = window.getByRole('region', { name: 'Tamsin Quillfeather', exact: true })
  await card.getByRole('radio').first().waitFor()
  await keyboard.press('x')
  await window.getByText('Tamsin Quillfeather is not proposed for Tamsin Quillfeather any more').waitFor()
  const takeBack = card.getByRole('button', { name: 'Take back that Tamsin Quillfeather is not this child' })
  await takeBack.waitFor()
  await keepPicture(window, 'suspense-rejected')
  await expectAccessibleWindow(window)
  await takeBack.focus()
  await keyboard.press('Enter')
  await card.getByText('Nothing speaks against this match').waitFor()
  await keyboard.press('s')
  await window.getByText('Tamsin Quillfeather was weighed again').waitFor()
  await keyboard.press('1')
  await keyboard.press('m')
  await window.getByRole('dialog').waitFor()
  await keyboard.press('Enter')
  await window.getByText('Tamsin Quillfeather is matched to Tamsin Quillfeather').waitFor()
})

test('a child out of a school’s file shows its line as it was written, and what could not be read of it', async () => {
  const file = path.join(stack.folder, 'school.csv')
  await writeFile(
    file,
    `external_id,given_names,family_name,date_of_birth,upn,postcode
P-17,Juniper,Thistlewick,31/02/2011,A801200005001,75008
`,
  )
  await importIncomingFile(stack.ownerUrl, { file, dryRun: false })
  await window.reload()
  await openInSuspense(window, 'Juniper Thistlewick')
  const card = window.getByRole('region', { name: 'Juniper Thistlewick', exact: true })
  const line = card.getByRole('region', { name: 'As the file has it' })
  await line.waitFor()
  for (const written of ['31/02/2011', 'A801200005001', '75008'])
    expect(await line.innerText()).toContain(written)
  await expectAccessibleWindow(window)
  await keepPicture(window, 'suspense-line-as-written')
})
