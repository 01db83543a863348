import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FrameLocator, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { openDatabase } from '@send/server/database/client'
import { bases, people } from '@send/server/people/tables'
import { buildPage } from '@send/server/testing/hostile-files/build-pdf'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { newId, newPageId, newQuestionId } from '@send/shared/values/ids'
import { expectAccessiblePreview, expectAccessibleWindow } from './axe-steps.ts'
import { addAsNewInSuspense, approveIncoming, openChronologyForm, openPerson } from './casework-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { patience } from './patience.ts'
import { publishForms } from './publish-sample-form.ts'
import { tabTo } from './tab-to.ts'

const [jo, sam] = [sampleStaff[0]!, sampleStaff[1]!]
const child = 'Elin Parry'
const title = 'Planning meeting'

let stack: Installation
let mine: Client
let theirs: Client

beforeAll(async () => {
  stack = await startInstallation({ scanner: false })
  await publishForms(stack.serverUrl, [buildMeetingForm(), buildPaperForm()])
  const { database, close } = openDatabase(stack.ownerUrl, { connections: 1 })
  await database.insert(bases).values({ id: newId(), urn: '998877', name: 'Ysgol Bryn Coed' })
  const names = {
    givenNames: 'Elin',
    familyName: 'Parry',
    foldedGivenNames: 'elin',
    foldedFamilyName: 'parry',
  }
  const known = { ...names, dateOfBirth: '2018-09-04', createdAt: new Date() }
  await database.insert(people).values({ id: newId(), ...known })
  await close()
  mine = await launchClient(stack.serverUrl, path.join(stack.folder, 'jo'))
  await signInStaff(mine.window, jo)
  mine.window.setDefaultTimeout(patience)
})

afterAll(async () => {
  await closeClient(mine)
  await closeClient(theirs)
  await stack?.stop()
})

function asked(en: string, required = true) {
  return { id: newQuestionId(), wording: { en }, required }
}

/** A form of staff with what makes one: logic, a calculated value, an answer from the record, and look-ups. */
function buildMeetingForm(): FormDefinition {
  const held = { ...asked('Was the meeting held?'), type: 'yesNo' as const }
  const weekly = { ...asked('Hours of help a week'), type: 'wholeNumber' as const, min: 0, max: 40 }
  const isHeld = { kind: 'equals' as const, of: { from: 'answer' as const, questionId: held.id } }
  return {
    code: 'MEETING',
    title: { en: title },
    family: 'internal',
    englishOnly: 'Its readers are tests.',
    audience: 'professionals',
    purpose: 'information',
    accessList: { entries: [] },
    pages: [
      {
        id: newPageId(),
        title: { en: 'The meeting' },
        questions: [
          held,
          {
            ...asked('Why was it not held?'),
            type: 'longText',
            maxLength: 2000,
            showIf: { ...isHeld, value: 'no' },
          },
          {
            ...asked('When was the child born?', false),
            type: 'date',
            prefill: { from: 'person', fact: 'dateOfBirth' },
          },
          { ...asked('What was said?', false), type: 'longText', maxLength: 2000 },
        ],
      },
      {
        id: newPageId(),
        title: { en: 'Who and where' },
        questions: [
          { ...asked('Which school?'), type: 'baseLookup' },
          { ...asked('Who led it?'), type: 'staffLookup' },
          weekly,
          {
            ...asked('Hours in a year', false),
            type: 'calculated',
            formula: {
              kind: 'multiply',
              terms: [
                { kind: 'answer', of: { from: 'answer', questionId: weekly.id } },
                { kind: 'number', value: 39 },
              ],
            },
            decimals: 0,
          },
          {
            ...asked('Who was there?', false),
            type: 'group',
            itemLabel: { en: 'Person' },
            min: 0,
            max: 5,
            questions: [{ ...asked('Name'), type: 'shortText', maxLength: 100 }],
          },
        ],
      },
    ],
  }
}

/** A form of the portals, as a family fills it in on paper. */
function buildPaperForm(): FormDefinition {
  return {
    code: 'PAPER',
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
          { ...asked('What is hard?'), type: 'longText', maxLength: 2000 },
        ],
      },
      {
        id: newPageId(),
        title: { en: 'What you sign' },
        questions: [
          { ...asked('Your signature'), type: 'declaration', statement: { en: 'What I wrote is true.' } },
        ],
      },
    ],
  }
}

function pageOf(window: Page): FrameLocator {
  return window.frameLocator('iframe[title="The page of the form"]')
}

function pagesOf(window: Page) {
  return window.getByRole('navigation', { name: 'Pages of the form' })
}

test('an officer starts a form by keyboard, takes over what the record says, and what is typed is saved by itself', async () => {
  const { window } = mine
  await openPerson(window, child)
  await window.getByText('Nothing is on the chronology yet').waitFor()
  await expectAccessibleWindow(window)
  await tabTo(window, 'Start a form')
  await window.keyboard.press('Enter')
  const form = window.getByRole('radio', { name: title })
  await form.waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'internal-start')
  await window.keyboard.press('Space')
  await window.keyboard.press('Enter')
  await window.getByRole('heading', { level: 2, name: title }).waitFor()
  await window.getByText('The record has an answer to one question').waitFor()
  await pageOf(window).getByRole('heading', { level: 1, name: 'The meeting' }).waitFor()
  await keepPicture(window, 'internal-suggested')
  await tabTo(window, 'They are right: fill them in')
  await window.keyboard.press('Enter')
  await pageOf(window).getByLabel('Year').waitFor()
  await expect.poll(() => pageOf(window).getByLabel('Year').inputValue()).toBe('2018')
  await window.getByText(/^Saved \d/).waitFor()
  await expectAccessibleWindow(window)
  await expectAccessiblePreview(window)
})

test('logic answers at once, problems are said in the summary and beside, and the second page is begun', async () => {
  const { window } = mine
  const page = pageOf(window)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('alert').getByText('Was the meeting held?').waitFor()
  await keepPicture(window, 'internal-problems')
  await expectAccessiblePreview(window)
  const why = page.getByLabel('Why was it not held?')
  expect(await why.isVisible()).toBe(false)
  await page.getByRole('radio', { name: 'No' }).check()
  await why.waitFor()
  // The problems of the page are still said, and lead nobody away who types.
  await why.pressSequentially('The room was closed.')
  expect(await why.inputValue()).toBe('The room was closed.')
  await window.getByText('Saving…').waitFor()
  await window.getByText(/^Saved \d/).waitFor()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByRole('heading', { level: 1, name: 'Who and where' }).waitFor()
  await pagesOf(window).getByText('1 of 2 pages done').waitFor()
})

test('look-ups search schools and colleagues, a value is calculated, and people are added to a group', async () => {
  const { window } = mine
  const page = pageOf(window)
  await page.getByLabel('Name or URN of the base').fill('bryn')
  await page.getByLabel('Name or URN of the base').press('Enter')
  await page.getByRole('radio', { name: 'Ysgol Bryn Coed' }).check()
  await page.getByLabel('Name of the colleague').fill('okafor')
  await page.getByLabel('Name of the colleague').press('Enter')
  await page.getByRole('radio', { name: 'Sam Okafor' }).check()
  await page.getByLabel('Hours of help a week').fill('10')
  await page.getByText('390').waitFor()
  await page.getByLabel('Name', { exact: false }).last().fill('A. Evans')
  await page.getByRole('button', { name: 'Add another' }).click()
  await window.keyboard.type('B. Hughes')
  await window.getByText(/^Saved \d/).waitFor()
  await pagesOf(window).getByText('2 of 2 pages done').waitFor()
  await keepPicture(window, 'internal-lookups')
  await expectAccessiblePreview(window)
})

test('the form waits among my unfinished forms, and a colleague opens it on the person', async () => {
  const { window } = mine
  await window.getByRole('navigation').getByRole('button', { name: 'My unfinished forms' }).click()
  const list = window.getByRole('table', { name: 'My unfinished forms' })
  await list.getByRole('row', { name: /Elin Parry.*Planning meeting.*Unfinished.*Jo Carter/ }).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'internal-mine')
  await list.getByRole('button', { name: child }).click()
  await pageOf(window).getByRole('heading', { level: 1, name: 'The meeting' }).waitFor()

  theirs = await launchClient(stack.serverUrl, path.join(stack.folder, 'sam'))
  await signInStaff(theirs.window, sam)
  theirs.window.setDefaultTimeout(patience)
  await openPerson(theirs.window, child)
  await keepPicture(theirs.window, 'internal-unfinished')
  await theirs.window
    .getByRole('region', { name: 'Being filled in' })
    .getByRole('button', { name: title })
    .click()
  await pageOf(theirs.window).getByRole('heading', { level: 1, name: 'The meeting' }).waitFor()
})

test('two officers answer one question: the second is told by whom, sees both, and decides', async () => {
  await pageOf(mine.window).getByLabel('Why was it not held?').fill('Nobody had a key.')
  await mine.window.getByText('Saving…').waitFor()
  await mine.window.getByText(/^Saved \d/).waitFor()
  await pageOf(theirs.window).getByLabel('Why was it not held?').fill('The head teacher was ill.')
  await theirs.window.getByText('Jo Carter answered “Why was it not held?” at the same time').waitFor()
  const conflict = theirs.window.getByRole('alert').filter({ hasText: 'at the same time' })
  await conflict.getByText('Nobody had a key.').waitFor()
  await conflict.getByText('The head teacher was ill.').waitFor()
  await theirs.window.getByText('One answer waits for you to decide').waitFor()
  await expectAccessibleWindow(theirs.window)
  await keepPicture(theirs.window, 'internal-conflict')
  await conflict.getByRole('button', { name: /^Keep mine/ }).click()
  await theirs.window.getByText(/^Saved \d/).waitFor()
})

test('while the server is away nothing typed is lost: it is said, kept in the window, and saved when it is back', async () => {
  const { window } = theirs
  await stack.killServer()
  await pageOf(window).getByLabel('What was said?').fill('Typed while the server was away.')
  await window.getByText(/^Not saved\./).waitFor()
  await keepPicture(window, 'internal-not-saved')
  await stack.startServer()
  await window.getByText(/^Saved \d/).waitFor({ timeout: patience })
}, 60_000)

test('the form is completed, stands on the chronology with its version, and cannot be changed any more by who has it open', async () => {
  const { window } = theirs
  await window.getByRole('button', { name: 'Complete…' }).click()
  await keepPicture(window, 'internal-complete')
  await window.getByRole('dialog').getByRole('button', { name: 'Complete', exact: true }).click()
  await window.getByText(/^INF-\d+ is on the chronology$/).waitFor()
  const entry = window.getByRole('article')
  await entry.getByText('Version 1 of the form').waitFor()
  await entry.getByText('Typed while the server was away.').waitFor()
  await entry.getByText('390').waitFor()
  await entry.getByText('Ysgol Bryn Coed').waitFor()
  await keepPicture(window, 'internal-completed')
  await expectAccessibleWindow(window)
  await pageOf(mine.window).getByLabel('What was said?').fill('Too late.')
  await mine.window.getByText('Sam Okafor completed this form meanwhile').waitFor()
  await keepPicture(mine.window, 'internal-closed')
})

test('a completed form is amended with a reason, and the one before is marked as replaced', async () => {
  const { window } = theirs
  await window.getByRole('button', { name: 'Amend…' }).click()
  await window.getByRole('dialog').getByRole('textbox').fill('The hours were wrong')
  await window.getByRole('button', { name: 'Begin to amend' }).click()
  await window.getByText(/It amends INF-\d+: The hours were wrong/).waitFor()
  await pagesOf(window)
    .getByRole('button', { name: /Who and where/ })
    .click()
  await pageOf(window).getByLabel('Hours of help a week').fill('12')
  await window.getByText('Saving…').waitFor()
  await window.getByText(/^Saved \d/).waitFor()
  await pageOf(window).getByRole('button', { name: 'Check and complete' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Complete', exact: true }).click()
  await window.getByRole('article').getByText('468').waitFor()
  await openPerson(window, child)
  await window.getByRole('button', { name: /Planning meeting \(Replaced\)/ }).click()
  await window.getByText(/This form was replaced by INF-\d+/).waitFor()
  await keepPicture(window, 'internal-replaced')
  await expectAccessibleWindow(window)
})

test('printing is recorded first; an unfinished form is discarded only after asking', async () => {
  const { window } = theirs
  await window.evaluate('window.print = () => { document.title = "printed" }')
  await window.getByRole('button', { name: 'Print' }).click()
  await expect.poll(() => window.title()).toBe('printed')
  await openPerson(window, child)
  await window.getByRole('button', { name: 'Start a form' }).click()
  await window.getByRole('radio', { name: title }).check()
  await window.getByRole('button', { name: 'Start', exact: true }).click()
  await window.getByRole('button', { name: 'Discard…' }).click()
  await keepPicture(window, 'internal-discard')
  await window.getByRole('button', { name: 'Discard for good' }).click()
  await window.getByText('The unfinished form is discarded').waitFor()
  await window.getByRole('region', { name: 'Chronology', exact: true }).waitFor()
  await window.getByRole('region', { name: 'Being filled in' }).waitFor({ state: 'hidden' })
  await openChronologyForm(window, child)
})

test('an officer enters a paper form by keyboard with its scan and who signed it; it goes the way of every form', async () => {
  const { window } = mine
  const page = pageOf(window)
  await window.getByRole('navigation').getByRole('button', { name: 'Incoming forms' }).click()
  await window.getByText('No form is waiting').waitFor()
  await tabTo(window, 'Enter a form for somebody…')
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog')
  await dialog
    .getByLabel('Form', { exact: true })
    .selectOption({ label: 'Ask for an assessment (PAPER), for parents' })
  await dialog.getByLabel('Received on').fill('2126-01-01')
  await dialog.getByText('The day of receipt is in the future').waitFor()
  await dialog.getByLabel('Received on').fill('2026-03-03')
  await dialog.getByLabel('Who it is from').fill('Maria Jones')
  await window.keyboard.press('Tab')
  await window.keyboard.type('mother')
  await expectAccessibleWindow(window)
  await keepPicture(window, 'on-behalf-start')
  await window.keyboard.press('Enter')
  await window
    .getByText(/On paper from Maria Jones \(mother\), received 3 March 2026, entered by Jo Carter/)
    .waitFor()
  await page.getByLabel('First names').fill('Gwen')
  await page.getByLabel('Family name').fill('Jones')
  await page.getByLabel('Day').fill('4')
  await page.getByLabel('Month').fill('9')
  await page.getByLabel('Year').fill('2019')
  await page.getByLabel('What is hard?').fill('Sitting still in the morning.')
  await window.getByText(/^Saved \d/).waitFor()
  await keepPicture(window, 'on-behalf-page')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByText('You do not sign this').waitFor()
  await expectAccessiblePreview(window)
  await keepPicture(window, 'on-behalf-declaration')
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.getByLabel('Scans of the paper').setInputFiles({
    name: 'scan.pdf',
    mimeType: 'application/pdf',
    buffer: buildPage(),
  })
  const scan = page.getByRole('listitem').filter({ hasText: 'scan.pdf' })
  await scan.getByText(/^Checked|^Not scanned/).waitFor()
  await keepPicture(window, 'on-behalf-scan')
  await window.getByRole('button', { name: 'Back', exact: true }).click()
  const being = window.getByRole('region', { name: 'Being entered' })
  await being.getByRole('button', { name: /Ask for an assessment.*Maria Jones/ }).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'on-behalf-being-entered')
  await being.getByRole('button').click()
  await tabTo(window, 'Send…')
  await window.keyboard.press('Enter')
  await window.getByRole('radio', { name: 'Yes' }).waitFor()
  await window.keyboard.press('Space')
  await dialog.getByLabel('On which day').fill('2026-03-01')
  await expectAccessibleWindow(window)
  await keepPicture(window, 'on-behalf-send')
  await window.keyboard.press('Enter')
  const sent = await window.getByText(/^REQ-\d+ is in Incoming forms/).innerText()
  expect(sent).toContain('The decision is due on 14 April 2026.')
  const reference = sent.split(' ')[0]!
  const form = window.getByRole('article', { name: reference })
  await window.getByRole('button', { name: reference, exact: true }).click()
  await form.getByText('Signed on paper by Maria Jones').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'on-behalf-incoming')
  await addAsNewInSuspense(window, { childName: 'Gwen Jones' })
  await approveIncoming(window, reference)
  await openPerson(window, 'Gwen Jones')
  await window.getByRole('button', { name: /Ask for an assessment/ }).click()
  await form.getByText(/On paper from Maria Jones \(mother\), received 3 March 2026/).waitFor()
  await form.getByText('scan.pdf').waitFor()
  await keepPicture(window, 'on-behalf-entry')
})

test('an officer saves a blank form in large print, as the portal gives it to everybody', async () => {
  const { window, application } = mine
  const place = path.join(stack.folder, 'blank.pdf')
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, place)
  await window.getByRole('navigation').getByRole('button', { name: 'Incoming forms' }).click()
  await tabTo(window, 'Blank form…')
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog')
  await dialog
    .getByLabel('Form', { exact: true })
    .selectOption({ label: 'Ask for an assessment (PAPER), for parents' })
  await dialog.getByRole('radio', { name: /^Large print/ }).check()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'on-behalf-blank')
  await dialog.getByRole('button', { name: 'Save the PDF…' }).click()
  await window.getByText('The blank form is saved').waitFor()
  expect((await readFile(place)).subarray(0, 5).toString()).toBe('%PDF-')
})
