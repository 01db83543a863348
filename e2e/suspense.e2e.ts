import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { openDatabase } from '@send/server/database/client'
import { users } from '@send/server/accounts/tables'
import { people } from '@send/server/people/tables'
import { matchingDecisions } from '@send/server/suspense/decisions/tables'
import { importIncomingFile } from '../scripts/file-commands.ts'
import { expectAccessibleWindow } from './axe-steps.ts'
import { openAdministration } from './access-steps.ts'
import { addAsNewInSuspense, matchInSuspense, openInSuspense, openPerson } from './casework-steps.ts'
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
  await window.getByRole('button', { name: 'More filters' }).click()
  await window.getByRole('combobox', { name: 'Source' }).selectOption('Professional')
  await window.getByText('No child is waiting').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'suspense-filters')
  await window.getByRole('combobox', { name: 'Source' }).selectOption('All sources')
  await window.keyboard.press('Escape')
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
  const family = window.getByRole('region', { name: 'Family and household' })
  await family.getByText('Orla Hexworthy, 1 Jun 2015').waitFor()
  await family.getByText('born the same day').waitFor()
  await keepPicture(window, 'suspense-twin')
  await expectAccessibleWindow(window)
})

/** While the server works on a child, keys do nothing and buttons are off. */
function canAct(button: Locator): Promise<void> {
  return expect.poll(() => button.isEnabled()).toBe(true)
}

test('by keyboard alone a person is said not to be the child, taken back, weighed again and matched', async () => {
  const { keyboard } = window
  await openInSuspense(window, 'Tamsin Quillfeather')
  const card = window.getByRole('region', { name: 'Tamsin Quillfeather', exact: true })
  await card.getByRole('radio').first().waitFor()
  await keyboard.press('x')
  await window.getByText('Tamsin Quillfeather is not proposed for Tamsin Quillfeather any more').waitFor()
  const takeBack = card.getByRole('button', { name: 'Take back that Tamsin Quillfeather is not this child' })
  await takeBack.waitFor()
  await canAct(takeBack)
  await keepPicture(window, 'suspense-rejected')
  await expectAccessibleWindow(window)
  await takeBack.focus()
  await keyboard.press('Enter')
  await card.getByText('Nothing speaks against this match').waitFor()
  await canAct(card.getByRole('button', { name: 'Weigh again' }))
  await keyboard.press('s')
  await window.getByText('Tamsin Quillfeather was weighed again').waitFor()
  await canAct(card.getByRole('button', { name: 'Match', exact: false }).first())
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

test('the authority settles what incoming records may change, a cell of its own or as for all others', async () => {
  await openAdministration(window, 'Import rules')
  const table = window.getByRole('table', { name: 'Rules by whose records they are for' })
  const cell = table.getByRole('combobox', { name: 'Sex, Families' })
  await cell.waitFor()
  await table.getByRole('combobox', { name: 'Sex, All others' }).selectOption('Do not import')
  await cell.selectOption('Always import')
  const matching = window.getByRole('table', { name: 'Matching, by whose records' })
  const rule = matching.getByRole('combobox', { name: 'Rule 3, Families' })
  await rule.selectOption('Off')
  await window.getByRole('searchbox', { name: 'Rules for a school or setting' }).fill('100')
  await expectAccessibleWindow(window)
  expect(await window.evaluate('document.documentElement.scrollHeight - innerHeight')).toBe(0)
  await keepPicture(window, 'import-rules')
  await window.getByRole('searchbox', { name: 'Rules for a school or setting' }).fill('')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = window.getByRole('dialog', { name: 'Change what incoming records may change?' })
  await dialog.getByText('records change without an officer’s look', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => cell.inputValue()).toBe('alwaysImport')
  expect(await rule.inputValue()).toBe('false')
})

/** As a colleague would whose screen is not this one. */
async function correctPostcode(postcode: string): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  await database.update(people).set({ postcode }).where(eq(people.givenNames, ameera.givenNames))
  await close()
}

test('by keyboard alone an officer decides what of a matched child goes on the record, and nothing is done before the end', async () => {
  const { keyboard } = window
  await matchInSuspense(window, { childName: 'Amira Brackenbury', personName: 'Ameera Brackenbury' })
  await window.getByText('2 conflicts wait to be decided', { exact: false }).waitFor()
  await window.getByRole('button', { name: 'Matched with conflicts 1' }).click()
  await window.getByRole('table', { name: 'Matches with conflicts to decide' }).waitFor()
  await keyboard.press('j')
  const match = window.getByRole('region', { name: 'Ameera Brackenbury', exact: true })
  const table = match.getByRole('table', { name: 'What we hold of Ameera Brackenbury beside what came' })
  await table.waitFor()
  await expectAccessibleWindow(window)
  await keyboard.press('2')
  await match.getByText('1 of 2 left').waitFor()
  const apply = match.getByRole('button', { name: 'Apply', exact: true })
  expect(await apply.isDisabled()).toBe(true)
  await keyboard.press('2')
  await match.getByText('All decided').waitFor()
  expect(await table.getByRole('row', { name: /^Address/ }).innerText()).toMatch(
    /5 High Street, LS17 6QE\s+LS8 4AX\s+No street came[^\n]*\s+LS8 4AX/,
  )
  await expectAccessibleWindow(window)
  await keepPicture(window, 'conflicts')
  await match.getByRole('button', { name: 'Accept all…' }).click()
  const look = window.getByRole('dialog', { name: 'Accept all that came?' })
  await look.getByText('Given names: Ameera → Amira').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'conflicts-accept-all')
  await keyboard.press('Escape')
  await look.waitFor({ state: 'hidden' })
  await match.getByText('All decided').waitFor()

  // A colleague changes the record meanwhile: nothing is done, that field alone is asked again.
  await correctPostcode('LS17 6QF')
  await apply.click()
  await match.getByText('Nothing was done yet: what we hold changed', { exact: false }).waitFor()
  await table
    .getByRole('row', { name: /^Address/ })
    .getByText('Ours changed since you decided')
    .waitFor()
  await match.getByText('1 of 2 left').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'conflicts-changed')

  // The same waits on the record of the person, as it was: nothing was applied.
  await openPerson(window, 'Ameera Brackenbury')
  await window.getByRole('navigation', { name: 'Links' }).getByRole('button', { name: '2 conflicts' }).click()
  await table.waitFor()
  await keyboard.press('2')
  await keyboard.press('1')
  await match.getByText('All decided').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'conflicts-of-person')
  await apply.press('Enter')
  await window.getByText('Decided for Ameera Brackenbury').waitFor()
  await window.getByRole('heading', { level: 1, name: 'Amira Brackenbury' }).waitFor()
  await window.getByText('Nothing is left to decide').waitFor()
  await keepPicture(window, 'conflicts-none')
})

test('a person is added by hand beside whoever is alike, corrected, and found in the history under the former name', async () => {
  const { keyboard } = window
  await keyboard.press('Control+1')
  await window.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  await keyboard.press('a')
  const form = window.getByRole('form', { name: 'Add a person' })
  await form.getByLabel('Given names', { exact: true }).fill('Ida')
  await form.getByLabel('Family name', { exact: true }).fill('Hexworthy')
  await form.getByLabel('Date of birth').fill('2015-06-01')
  await form.getByLabel('Postcode').fill('ls6 2qq')
  await form.getByLabel('UPN', { exact: true }).fill('A801200005001')
  await keyboard.press('Enter')
  await form.getByText('The check letter or the shape of this UPN is wrong').waitFor()
  const alike = window.getByRole('complementary', { name: 'On record already?' })
  await alike.getByText('Very similar').first().waitFor()
  await keepPicture(window, 'person-similar')
  await expectAccessibleWindow(window)
  await form.getByLabel('UPN', { exact: true }).fill('')
  await keyboard.press('Enter')
  await window.getByRole('dialog').getByText('You say that Ida Hexworthy is none of these').waitFor()
  await keepPicture(window, 'person-another')
  await expectAccessibleWindow(window)
  await keyboard.press('Escape')
  await alike.getByRole('button', { name: 'Compare with Ida Hexworthy' }).click()
  await window.getByRole('dialog').getByRole('columnheader', { name: 'You typed' }).waitFor()
  await keepPicture(window, 'person-compare')
  await keyboard.press('Escape')
  await alike.getByRole('button', { name: 'Open this record: Ida Hexworthy' }).click()
  await window.getByRole('button', { name: 'Back to what you typed' }).click()
  await expect.poll(() => form.getByLabel('Given names', { exact: true }).inputValue()).toBe('Ida')
  await form.getByLabel('Given names', { exact: true }).fill('Bronwen')
  await form.getByLabel('Family name', { exact: true }).fill('Ashgrove')
  await form.getByLabel('Date of birth').fill('2017-02-03')
  await alike.getByText('Nobody alike is on record.').waitFor()
  await form.getByRole('button', { name: 'Add this person' }).click()
  await window.getByRole('heading', { level: 1, name: 'Bronwen Ashgrove' }).waitFor()

  await window.getByRole('button', { name: 'Details and history' }).click()
  await window.getByRole('button', { name: 'Correct…' }).click()
  const correcting = window.getByRole('form', { name: 'Correct the details' })
  await correcting.getByLabel('Family name', { exact: true }).fill('Penhallow')
  await correcting.getByLabel('Address line 1').fill('3 Quarry Bank')
  await correcting.getByText('“Ashgrove” stays on record as the former family name.').waitFor()
  await keepPicture(window, 'person-correct')
  await expectAccessibleWindow(window)
  await correcting.getByLabel('Address line 1').press('Enter')
  const names = window.getByRole('table', { name: 'Names' })
  expect(await names.getByRole('row', { name: /^Family name/ }).innerText()).toMatch(/Ashgrove.*Jo Carter/s)
  await keepPicture(window, 'person-history')
  await expectAccessibleWindow(window)
}, 60_000)

test('the authority tries a threshold on past decisions, and a second officer says who a child is without knowing what was decided', async () => {
  const { keyboard } = window
  await openAdministration(window, 'Matching')
  await window.getByText('Nothing was drawn in these days').waitFor()
  const settings = window.getByRole('table', { name: 'Settings, and what they would have done' })
  const parent = settings.getByRole('row', { name: /^Parent/ })
  await parent.getByText(/^Would have matched \d of \d by itself, of which people rejected \d$/).waitFor()
  await parent.getByRole('textbox', { name: 'Parent: automatic from, in per cent' }).fill('94')
  await parent.getByText('95.0 % to 99.99 %').waitFor()
  expect(await window.getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true)
  await parent.getByRole('checkbox', { name: 'Parent: never automatic' }).check()
  await parent.getByText('0 more, 1 fewer').waitFor()
  await parent
    .getByRole('textbox', { name: 'Parent: decisions for a second review, in per cent' })
    .fill('100')
  await expectAccessibleWindow(window)
  await keepPicture(window, 'matching-settings')
  await window.getByRole('button', { name: 'Save', exact: true }).click()
  const dialog = window.getByRole('dialog', { name: 'Change what is automatic and reviewed?' })
  await dialog
    .getByText('Parent: automatic from 99.5 % → never; second review of 0 % → 100 %', { exact: true })
    .waitFor()
  await keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await window.getByText('1 change before').waitFor()

  await addAsNewInSuspense(window, { childName: 'Ida Hexworthy' })
  await decidedByColleague()
  await openAdministration(window, 'Matching')
  await window.getByRole('button', { name: 'Review decisions of colleagues…' }).click()
  await window.getByRole('table', { name: 'Decisions drawn for a second officer' }).waitFor()
  await keyboard.press('j')
  const card = window.getByRole('region', { name: 'Ida Hexworthy', exact: true })
  await card.getByRole('radio').first().waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'matching-second-review')
  await keyboard.press('m')
  await window.getByRole('dialog').getByText('Ida Hexworthy is Ida Hexworthy.').waitFor()
  await keyboard.press('Enter')
  await window.getByText('Your answer is noted. No record has changed.').waitFor()
  await window.getByText('No decision of a colleague waits for a second look').waitFor()
  await keyboard.press('Escape')
  await window.getByRole('table', { name: 'How far the second officers agree' }).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'matching-agreement')
  await window.getByRole('button', { name: 'Compare the last model with the one before' }).click()
  const models = window.getByRole('table', { name: /^Shares among records/ })
  await models.or(window.getByText('There are no two models yet')).waitFor()
  await expectAccessibleWindow(window)
  if (await models.isVisible()) await models.scrollIntoViewIfNeeded()
  await keepPicture(window, 'matching-models')
  await window.getByRole('button', { name: 'Open the card of Ida Hexworthy' }).click()
  await window.getByRole('heading', { level: 1, name: 'A third look' }).waitFor()
  await window.getByRole('button', { name: 'Undo this match…' }).waitFor()
  await keepPicture(window, 'matching-third-look')
  await window.getByRole('button', { name: 'Back to matching' }).click()
  await window.getByRole('heading', { level: 1, name: 'Matching', exact: true }).waitFor()
})

/** The last decision, as if another officer had made it. */
async function decidedByColleague(): Promise<void> {
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  const email = sampleStaff[1]?.email ?? ''
  const [colleague] = await database.select({ id: users.id }).from(users).where(eq(users.email, email))
  await database
    .update(matchingDecisions)
    .set({ decidedBy: colleague?.id ?? '' })
    .where(eq(matchingDecisions.kind, 'addedAsNew'))
  await close()
}
