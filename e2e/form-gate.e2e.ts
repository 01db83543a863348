import path from 'node:path'
import type { Frame } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import type { FormDefinition } from '@send/shared/forms/form-definition'
import { expectAccessiblePreview, expectAccessibleWindow } from './axe-steps.ts'
import {
  addPage,
  addQuestion,
  chooseReaders,
  createForm,
  openInFormBuilder,
  publish,
  selectItem,
} from './builder-steps.ts'
import { closeClient, type Client } from './desktop-steps.ts'
import { buildEveryTypeForm, needsTable } from './every-type-form.ts'
import { startInstallation, type Installation } from './installation.ts'
import { publishForms } from './publish-sample-form.ts'

const officer = sampleStaff[0]!

let stack: Installation
let client: Client

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  const userFolder = path.join(stack.folder, 'user')
  client = await openInFormBuilder(stack.serverUrl, { userFolder, staff: officer })
})

afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

test('a form with a failing text is refused in the screen, mended and published', async () => {
  const { window } = client
  await createForm(window, {
    code: 'GATE',
    title: { en: 'How school is going' },
    audience: 'parents',
    purpose: 'information',
  })
  await window.getByRole('button', { name: /Write the Welsh of all texts/ }).waitFor()
  await window.getByLabel('In English only').check()
  await window.getByRole('button', { name: /Say why the form is in English only/ }).waitFor()
  await expectAccessibleWindow(window)
  await window.getByLabel('Why it is in English only').fill('No family has asked for Welsh.')
  await chooseReaders(window, ['SEND officers'])
  await addPage(window, { en: 'School' })
  await addQuestion(window, {
    type: 'singleChoice',
    wording: { en: 'Who helps?' },
    required: true,
    options: [
      { value: 'a', label: { en: 'A teacher' } },
      { value: 'b', label: { en: 'A teacher' } },
    ],
  })
  await addQuestion(window, {
    type: 'longText',
    wording: { en: 'When did the EHCP commence?' },
    required: false,
    maxLength: 500,
  })
  const tree = window.getByRole('tree', { name: 'Outline' })
  await tree.getByRole('treeitem', { name: /2\.1 Who helps\?.*1 problem/ }).waitFor()
  await window.getByText('2 things to look at').waitFor()

  await window.getByText('How the texts read').click()
  await window.getByText('Instead of “commence” write: start.').last().waitFor()
  await expectAccessibleWindow(window)

  await window.getByRole('button', { name: 'Publish…' }).click()
  const dialog = window.getByRole('dialog')
  const now = dialog.getByRole('button', { name: 'Publish', exact: true })
  expect(await now.isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: /Option 2: Another option has the same wording/ }).click()
  await window.getByLabel('Option 2 (English)').fill('A friend')
  await window.getByText('Ready to publish').waitFor()

  await window.getByRole('button', { name: 'Publish…' }).click()
  await dialog.getByText('Accessible: 5 views of the pages were checked').waitFor()
  expect(await now.isDisabled()).toBe(true)
  await expectAccessibleWindow(window)
  await dialog.getByRole('button', { name: /Instead of “commence”/ }).click()
  await window.getByLabel('Wording (English)').fill('When did the plan start?')
  await window.getByText('2 things to look at').waitFor({ state: 'detached' })
  await publish(window, 'How school is going')
})

test('the check breaks no policy of the frame; what it finds bars the form and leads to the page', async () => {
  const { window } = client
  const broken: string[] = []
  window.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text())
  })
  await window.getByRole('button', { name: 'How school is going', exact: true }).click()
  await window.getByText(/^Saved \d\d:\d\d$/).waitFor()
  window.on('framenavigated', spoilPreview)
  await window.getByRole('button', { name: 'Publish…' }).click()
  const dialog = window.getByRole('dialog')
  const failure = dialog.getByRole('button', { name: /1 Your child: Accessibility: Images must have alt/ })
  await failure.waitFor()
  await dialog.getByText(/^\d accessibility failures$/).waitFor()
  expect(await dialog.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true)
  await expectAccessibleWindow(window)
  await failure.click()
  await window.getByRole('treeitem', { name: '1 Your child', selected: true }).waitFor()

  window.off('framenavigated', spoilPreview)
  await window.getByRole('button', { name: 'Publish…' }).click()
  await dialog.getByText(/^\d accessibility failures$/).waitFor()
  await dialog.getByRole('button', { name: 'Check again' }).click()
  await dialog.getByText(/^Accessible: /).waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(broken).toEqual([])
})

/** Puts a picture without words into a preview that opens, beside what it draws: only a browser can see that. */
function spoilPreview(frame: Frame): void {
  if (frame.url() !== 'app://preview/') return
  void frame.evaluate(
    `(function spoil() {
      if (document.body) document.body.append(document.createElement('img'))
      else setTimeout(spoil)
    })()`,
  )
}

test('the preview is read out as a screen reader says it, in the language that is shown', async () => {
  const { window } = client
  await selectItem(window, '1.1 ')
  await window.getByText('Read out', { exact: true }).click()
  const said = window.getByRole('region', { name: 'What a screen reader says' })
  await said.getByText('heading level 1 Your child').waitFor()
  expect(await said.getByRole('listitem').allInnerTexts()).toEqual([
    'text How school is going',
    'heading level 1 Your child',
    'group Who is this form about?',
    'edit box First names',
    'edit box Family name',
    'group Date of birth. For example, 27 3 2016',
    'edit box Day',
    'edit box Month',
    'edit box Year',
    'group Sex (optional)',
    'radio button Female',
    'radio button Male',
    'edit box Postcode (optional). Of the home address, such as LS8 4AB',
    expect.stringContaining('edit box Unique pupil number (optional). 13 characters.'),
    'button Save and continue',
    'button Save and come back later',
  ])
  await expectAccessibleWindow(window)
  await expectAccessiblePreview(window)
  await window.getByText('Cymraeg', { exact: true }).click()
  await said.getByText('button Cadw a pharhau').waitFor()
})

test('a page of every type of question is found accessible, in Welsh too', async () => {
  const { window } = client
  const title = 'Every type'
  const { englishOnly: _, ...bilingual } = buildEveryTypeForm(title)
  const definition = JSON.parse(JSON.stringify(bilingual), translated) as FormDefinition
  await publishForms(stack.serverUrl, [definition], [needsTable])
  await window.getByRole('button', { name: 'All forms' }).click()
  await window
    .getByRole('table', { name: 'Published forms' })
    .getByRole('button', { name: title, exact: true })
    .click()
  await window.getByText(/^Saved \d\d:\d\d$/).waitFor()
  await window.getByRole('button', { name: 'Publish…' }).click()
  const views = 2 * (1 + 2 * definition.pages.length)
  const passed = window.getByText(`Accessible: ${views} views of the pages were checked`)
  await passed.waitFor({ timeout: 120_000 })
})

/** A text gets a Welsh of its own. */
function translated(_key: string, value: unknown): unknown {
  const isText = typeof value === 'object' && value !== null && 'en' in value
  return isText ? { cy: `${String(value.en)} (Cymraeg)`, ...value } : value
}
