import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemClock } from '@send/server/clock'
import { openDatabase } from '@send/server/database/client'
import { users } from '@send/server/accounts/tables'
import { people } from '@send/server/people/tables'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { buildPortalSession, buildStaffSession } from '@send/server/testing/build-sessions'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { newId, newPageId, newQuestionId } from '@send/shared/values/ids'
import { createPerson, uploadFile, type Person } from '../scripts/campaigns/ground/person.ts'
import { expectAccessibleWindow } from './axe-steps.ts'
import {
  addAsNewInSuspense,
  approveIncoming,
  matchInSuspense,
  openChronologyForm,
  openIncoming,
  openInSuspense,
  openPerson,
} from './casework-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { patience } from './patience.ts'
import { publishForms } from './publish-sample-form.ts'

const jo = sampleStaff[0]!
const wrong = 'Elin Parry'
const child = 'Elen Parry'
const stranger = 'Tomos Vaughan'
const handled = 'Gwen Morris'

let stack: Installation
let client: Client
let sender: Person
let colleague: Person
let personId: string
const asked = (en: string, required = true) => ({ id: newQuestionId(), wording: { en }, required })

const form: FormDefinition = {
  code: 'ASK',
  title: { en: 'Ask for an assessment' },
  englishOnly: 'Its readers are tests.',
  audience: 'parents',
  purpose: 'ehcNeedsAssessmentRequest',
  accessList: { entries: [] },
  pages: [
    {
      id: newPageId(),
      title: { en: 'The child' },
      questions: [
        { ...asked('Who is the child?'), type: 'childDetails' },
        {
          ...asked('Reports', false),
          type: 'file',
          maxFiles: 2,
          maxBytes: 1_000_000,
          types: ['pdf'],
        },
      ],
    },
  ],
}
const [page] = form.pages
const [childId = '', fileId = ''] = page?.questions.map(({ id }) => id) ?? []

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  const { formIds } = await publishForms(stack.serverUrl, [form])
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  const target = { ownerDatabase: database, clock: systemClock }
  sender = createPerson(stack, await buildPortalSession(target, 'citizen', { name: 'Nadia Khan' }), 'Nadia')
  const officer = await buildStaffSession(target, ['share', 'people', 'matching'], { name: 'Owen Price' })
  colleague = createPerson(stack, officer, 'Owen Price')
  personId = newId()
  const names = {
    givenNames: 'Elin',
    familyName: 'Parry',
    foldedGivenNames: 'elin',
    foldedFamilyName: 'parry',
  }
  await database
    .insert(people)
    .values({ id: personId, ...names, dateOfBirth: '2018-09-04', createdAt: new Date() })
  await database.update(users).set({ email: 'nadia.khan@example.com' }).where(eq(users.id, sender.userId))
  await close()
  const formId = formIds[0] ?? ''
  await send(formId, { givenNames: 'Elen', familyName: 'Parry', day: '4' })
  await send(formId, { givenNames: 'Tomos', familyName: 'Vaughan', day: '17' })
  await send(formId, { givenNames: 'Gwen', familyName: 'Morris', day: '21' })
  client = await launchClient(stack.serverUrl, path.join(stack.folder, 'jo'))
  await signInStaff(client.window, jo)
  client.window.setDefaultTimeout(patience)
})

afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

async function send(
  formId: string,
  { day, ...names }: { givenNames: string; familyName: string; day: string },
) {
  const { api } = sender
  const { submissionId } = await api.submissions.start.mutate({ idempotencyKey: newId(), formId })
  const rest = { sex: 'female' as const, postcode: '', upn: '' }
  const answers = { [childId]: { ...names, ...rest, dateOfBirth: { day, month: '9', year: '2018' } } }
  await api.submissions.savePage.mutate({ submissionId, pageId: page?.id ?? '', answers })
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
  await uploadFile(stack, sender, { submissionId, questionId: fileId }, pdf)
  await api.submissions.submit.mutate({ idempotencyKey: newId(), submissionId })
}

test('a child whom a colleague has just settled is undone where it waited, and can be decided about again', async () => {
  const { window } = client
  await window.getByRole('navigation').getByRole('button', { name: 'Suspense' }).click()
  await window.getByRole('button', { name: 'Undone matches' }).click()
  await window.getByText('No match was undone').waitFor()
  await expectAccessibleWindow(window)
  await window.keyboard.press('Escape')
  const row = window
    .getByRole('table', { name: 'Children waiting in suspense' })
    .getByRole('button', { name: handled })
  await row.waitFor()
  const { items } = await colleague.api.suspense.list.query({})
  const item = items.find(({ familyName }) => familyName === 'Morris')
  if (!item) throw new Error('The child is in suspense')
  const { incomingChildId, version } = item
  await colleague.api.suspense.addAsNew.mutate({ idempotencyKey: newId(), incomingChildId, version })
  // The row stays until the officer asks for the new list.
  await row.click()
  const card = window.getByRole('region', { name: handled, exact: true })
  await card.getByText('Owen Price already handled this child', { exact: false }).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'undo-in-suspense')
  await card.getByRole('button', { name: 'Undo this match…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Undo this match' })
  await dialog.getByLabel('Why the match was wrong').fill('Known under her former name')
  await dialog.getByLabel('Why the match was wrong').press('Enter')
  await window
    .getByRole('dialog', { name: 'The match is undone' })
    .getByRole('button', { name: 'Close' })
    .last()
    .press('Enter')
  await card.getByRole('button', { name: 'Add as new' }).waitFor()
})

test('an officer undoes a wrong match from the chronology, the parent sees nothing more, and the log says what was exposed', async () => {
  const { window } = client
  await matchInSuspense(window, { childName: child, personName: wrong })
  await approveIncoming(window, 'REQ-1001')
  await colleague.api.portalUsers.authenticate.mutate({
    idempotencyKey: newId(),
    userId: sender.userId,
    personId,
    relation: 'parentCarer',
    scopes: ['progress'],
    reason: 'Birth certificate seen',
  })
  await sender.api.involvements.getMyChild.query({ personId })
  await openChronologyForm(window, wrong, 'REQ-1001')

  await window.getByRole('button', { name: 'Undo this match…' }).press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Undo this match' })
  await dialog.getByText(`Jo Carter matched ${child} to ${wrong}`).waitFor()
  await dialog.getByText('REQ-1001 Ask for an assessment').waitFor()
  await dialog.getByText('report.pdf, with REQ-1001').waitFor()
  await dialog.getByText('looked once').first().waitFor()
  expect(await dialog.getByRole('checkbox', { name: 'Take this access back: Nadia Khan' }).isChecked()).toBe(
    true,
  )
  await keepPicture(window, 'undo-preview')
  await expectAccessibleWindow(window)
  const confirm = dialog.getByRole('button', { name: 'Undo the match' })
  expect(await confirm.getAttribute('aria-disabled')).toBe('true')
  await dialog.getByLabel('Why the match was wrong').fill('A cousin with nearly the same name')
  await dialog.getByLabel('Why the match was wrong').press('Enter')

  const done = window.getByRole('dialog', { name: 'The match is undone' })
  await done.getByText(`${child} waits in suspense again.`, { exact: false }).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'undo-done')
  await expect(sender.api.involvements.getMyChild.query({ personId })).rejects.toMatchObject({
    message: 'This could not be found.',
  })
  await done.getByRole('button', { name: 'Open the log' }).click()
  await done.getByText('Why: A cousin with nearly the same name').waitFor()
  await expectAccessibleWindow(window)
  await done.getByRole('button', { name: 'Close' }).last().click()
  await window.getByText('Nothing is on the chronology yet').waitFor()

  await openInSuspense(window, child)
  await window.getByRole('button', { name: 'Undone matches' }).click()
  await window
    .getByRole('table', { name: 'Matches that were undone' })
    .getByRole('button', { name: child })
    .click()
  await window.getByText('Portal users who looked: 1').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'undone-matches')
  await window.evaluate('window.print = () => { document.title = "printed" }')
  await window.getByRole('button', { name: 'Print' }).click()
  await expect.poll(() => window.title()).toBe('printed')
  await saveLog()
})

/** The log as a file, where the officer says. */
async function saveLog(): Promise<void> {
  const { application, window } = client
  const file = path.join(stack.folder, 'log.txt')
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await window.getByRole('button', { name: 'Save as…' }).click()
  const asking = window.getByRole('dialog', { name: 'Save this log as a file' })
  await asking.getByRole('textbox').fill('For the breach report')
  await asking.getByRole('textbox').press('Enter')
  await window.getByText('The log is saved').waitFor()
  expect(await readFile(file, 'utf8')).toContain(`${child}, matched to ${wrong} by mistake`)
}

test('a child who was added as new is undone from its incoming form: the record goes, and the child is added again', async () => {
  const { window } = client
  await addAsNewInSuspense(window, { childName: stranger })
  await openIncoming(window, 'REQ-1002')
  await window.getByRole('button', { name: 'Undo this match…' }).click()
  const dialog = window.getByRole('dialog', { name: 'Undo this match' })
  await dialog.getByText(`The record of ${stranger} is removed`, { exact: false }).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'undo-new-person')
  await dialog.getByLabel('Why the match was wrong').fill('The child is known under another name')
  await dialog.getByRole('button', { name: 'Undo the match' }).click()
  const done = window.getByRole('dialog', { name: 'The match is undone' })
  await done.getByRole('button', { name: 'Close' }).last().click()
  await window.getByText('This child is not settled yet').waitFor()
  await addAsNewInSuspense(window, { childName: stranger })
  await approveIncoming(window, 'REQ-1002')
})

test('an officer merges two records by keyboard, reads who would see more, and takes the merge apart again', async () => {
  const { window } = client
  // The stranger is on record since the test before, and her parent is let in to the record of another child.
  await colleague.api.portalUsers.authenticate.mutate({
    idempotencyKey: newId(),
    userId: sender.userId,
    personId,
    relation: 'parentCarer',
    scopes: ['progress'],
    reason: 'Birth certificate seen',
  })
  await openPerson(window, wrong)
  await window.getByRole('button', { name: 'Merge with another record…' }).press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Merge two records of one person' })
  await dialog.getByRole('searchbox').fill('vaughan')
  await dialog.getByRole('button', { name: `Compare with ${stranger}` }).press('Enter')
  await dialog.getByRole('row', { name: /Family name.*differ/ }).waitFor()
  await dialog.getByText('1 form, with its documents').waitFor()
  await dialog.getByText(/Nadia Khan .* would also see of Tomos Vaughan.*: progress/).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'merge-records')
  const chosen = dialog.getByRole('radio', { name: 'Family name: keep Vaughan' })
  await chosen.press('Space')
  expect(await chosen.isChecked()).toBe(true)
  const why = dialog.getByLabel('How you know that they are one person')
  await why.fill('The same red book')
  const confirm = dialog.getByRole('button', { name: 'Merge the records' })
  expect(await confirm.getAttribute('aria-disabled')).toBe('true')
  await dialog.getByRole('checkbox', { name: /who would see more/ }).press('Space')
  await why.press('Enter')

  await window.getByRole('heading', { name: 'Elin Vaughan' }).waitFor()
  await window.getByText(/Merged with Tomos Vaughan, .* because: The same red book/).waitFor()
  await window.getByRole('button', { name: /REQ-1002/ }).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'merged-record')
  const rooms = window.getByRole('navigation', { name: 'Links' })
  await rooms.getByRole('button', { name: 'Details and history' }).press('Enter')
  await window.getByRole('row', { name: /Family name Parry .* with a merge/ }).waitFor()
  await keepPicture(window, 'merged-history')
  await rooms.getByRole('button', { name: 'Chronology' }).press('Enter')

  await window.getByRole('button', { name: /^Unmerge Tomos Vaughan/ }).press('Enter')
  const apart = window.getByRole('dialog', { name: 'Unmerge two records' })
  await apart.getByText('REQ-1002 Ask for an assessment').waitFor()
  await apart.getByText('Family name of the record that stayed goes back from Vaughan to Parry.').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'unmerge-records')
  // The question is where the focus is, and what was read first is still in sight.
  await apart.getByLabel('Why the merge was wrong').and(window.locator(':focus')).waitFor()
  await window.keyboard.type('They are cousins')
  await window.keyboard.press('Enter')
  const done = window.getByRole('dialog', { name: 'The records are unmerged' })
  await done.getByText(/What went back to Tomos Vaughan/).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'unmerged-log')
  await done.getByRole('button', { name: 'Close' }).last().press('Enter')
  await window.getByRole('heading', { name: wrong }).waitFor()
  await window.getByText('Nothing is on the chronology yet').waitFor()
  await window.getByText(/Unmerged from Tomos Vaughan/).waitFor()
  await expectAccessibleWindow(window)
})
