import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { findFreePorts } from '../scripts/free-port.ts'
import { startStack, type Stack } from '../scripts/stack.ts'
import { expectAccessibleWindow } from './axe-steps.ts'
import {
  chooseReaders,
  confirmWarnings,
  openFormBuilder,
  sayEnglishOnly,
  selectItem,
} from './builder-steps.ts'
import { launchClient, signInStaff, type Client } from './desktop-steps.ts'

const officer = sampleStaff[0]!

let folder: string
let stack: Stack
let client: Client

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'send-bank-'))
  stack = await startStack({ folder: path.join(folder, 'data'), ports: await findFreePorts(), samples: true })
  client = await launchClient(stack.serverUrl, path.join(folder, 'user'))
  await signInStaff(client.window, officer)
})

afterAll(async () => {
  await client?.application.close()
  await stack?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** A picture for people to look at, where SEND_SCREENS names a folder. */
async function picture(window: Page, name: string): Promise<void> {
  const screens = process.env.SEND_SCREENS
  if (screens) await window.screenshot({ path: path.join(screens, `${name}.png`) })
}

async function press(window: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await window.keyboard.press(key)
}

/** Goes to a screen of the navigation by keyboard. */
async function goTo(window: Page, name: string): Promise<void> {
  await window.getByRole('navigation').getByRole('button', { name }).first().press('Enter')
  await window.getByRole('heading', { level: 1, name }).waitFor()
}

async function typeInto(window: Page, label: string, words: string): Promise<void> {
  await window.getByLabel(label, { exact: true }).focus()
  await press(window, 'Control+a')
  await window.keyboard.type(words)
}

/** Begins a form that can be published but for what a test adds to it; ends in its editor. */
async function beginForm(window: Page, title: string, code: string): Promise<void> {
  await openFormBuilder(window)
  await press(window, 'n')
  await window.getByRole('tree', { name: 'Outline' }).waitFor()
  await window.getByRole('treeitem', { name: 'Form settings' }).press('Enter')
  await typeInto(window, 'Title (English)', title)
  await typeInto(window, 'Code', code)
  await sayEnglishOnly(window)
  await chooseReaders(window, ['SEND officers'])
}

async function publishByKeyboard(window: Page, title: string): Promise<void> {
  await window.getByRole('button', { name: 'Publish…' }).press('Enter')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Live/ }).press('Space')
  await confirmWarnings(dialog)
  await dialog.getByRole('button', { name: 'Publish', exact: true }).press('Enter')
  await window.getByText(new RegExp(`^“${title}”: version \\d+ is Live$`)).waitFor()
  await window.getByRole('heading', { level: 1, name: 'Form Builder' }).waitFor()
}

test('a question is written in the bank, used in a form, frozen by publishing, and its next revision is taken', async () => {
  const { window } = client
  await goTo(window, 'Question bank')
  await window.getByText('The bank holds no question yet').waitFor()
  await expectAccessibleWindow(window)

  await press(window, 'n')
  await typeInto(window, 'Code', 'child school')
  await press(window, 'Enter')
  await typeInto(window, 'Wording (English)', 'Which school does the child go to?')
  await typeInto(window, 'Wording (Welsh)', 'I ba ysgol mae’r plentyn yn mynd?')
  await typeInto(window, 'External code', 'SCH01')
  await picture(window, 'bank-new')
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await window.getByText('CHILD-SCHOOL: revision 1 is saved').waitFor()
  await window.getByText('No form uses it yet.').waitFor()

  await beginForm(window, 'About the school', 'ABOUT-SCHOOL')
  await selectItem(window, '1.1 ')
  await window.getByRole('button', { name: 'From bank…' }).press('Enter')
  await window.getByLabel('Code or wording').waitFor()
  await window.keyboard.type('ysgol')
  await window.getByRole('button', { name: 'Add CHILD-SCHOOL to the form' }).waitFor()
  await picture(window, 'bank-add')
  await expectAccessibleWindow(window)
  await press(window, 'Enter')
  await window.getByRole('treeitem', { selected: true, name: 'Which school does the child go to?' }).waitFor()
  await window.getByText('From the question bank: CHILD-SCHOOL, revision 1').waitFor()
  expect(await window.getByLabel('Wording (English)', { exact: true }).isDisabled()).toBe(true)
  expect(await window.getByLabel('An answer is required').isDisabled()).toBe(false)
  await picture(window, 'bank-tied')
  await expectAccessibleWindow(window)
  await publishByKeyboard(window, 'About the school')

  await goTo(window, 'Question bank')
  await press(window, '/')
  await window.keyboard.type('SCH01')
  await press(window, 'Enter')
  await window.getByText(/Revision 1 is in published forms, so it is frozen/).waitFor()
  await window.getByText('Version 1, the newest, revision 1').waitFor()
  await typeInto(window, 'Wording (English)', 'Which school or college does the child go to?')
  await window.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await window.getByText('CHILD-SCHOOL: revision 2 is saved').waitFor()
  await window.getByRole('button', { name: 'What changed with revision 2' }).press('Enter')
  await window.getByRole('table', { name: 'What would change' }).waitFor()
  await picture(window, 'bank-card')
  await expectAccessibleWindow(window)

  await openFormBuilder(window)
  await window.getByRole('button', { name: 'About the school', exact: true }).press('Enter')
  await window.getByText('1 question differs from the bank').waitFor()
  await window.getByRole('button', { name: /Revision 2 of CHILD-SCHOOL is there/ }).press('Enter')
  await window.getByRole('button', { name: 'Take revision 2' }).waitFor()
  await picture(window, 'bank-offer')
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Keep what is here' }).press('Enter')
  await expect.poll(() => window.getByText('1 question differs from the bank').count()).toBe(0)
  await press(window, 'Escape', 'Control+z')
  await window.getByRole('button', { name: 'Take revision 2' }).press('Enter')
  await window.getByRole('treeitem', { name: 'Which school or college' }).waitFor()
  await window.getByText('From the question bank: CHILD-SCHOOL, revision 2').waitFor()
  await publishByKeyboard(window, 'About the school')
})

/** The next file dialogs of the client answer with these paths. */
async function answerFileDialogs(savePath: string, openPath = savePath): Promise<void> {
  await client.application.evaluate(
    ({ dialog }, paths) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: paths.save })
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [paths.open] })
    },
    { save: savePath, open: openPath },
  )
}

test('a form is exported as a signed file, and imported again under another code, by keyboard', async () => {
  const { window } = client
  const file = path.join(folder, 'about-school.send-form.json')
  await answerFileDialogs(file)
  await openFormBuilder(window)
  await window.getByRole('button', { name: 'Versions of “About the school”' }).press('Enter')
  await window.getByRole('table').waitFor()
  await window
    .getByRole('row', { name: /Version 2/ })
    .getByRole('button', { name: 'Export…' })
    .press('Enter')
  await window.getByText('The form is saved as about-school.send-form.json').waitFor()
  expect(await readFile(file, 'utf8')).toContain('CHILD-SCHOOL')
  await press(window, 'Escape')
  await window.getByRole('heading', { level: 1, name: 'Form Builder' }).waitFor()

  await press(window, 'i')
  await window.getByText('No sender is trusted yet.').waitFor()
  await expectAccessibleWindow(window)
  await press(window, 'o')
  await window.getByText('This server made the file').waitFor()
  await window.getByLabel('Import into', { exact: true }).selectOption({ label: 'A new form' })
  await typeInto(window, 'Code of the new form', 'ABOUT-SCHOOL')
  await window.getByText('Another form has this code').waitFor()
  await typeInto(window, 'Code of the new form', 'SCHOOL-TWO')
  await picture(window, 'import-new')
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Import as a draft' }).press('Enter')
  await window.getByText('“About the school” is imported as a draft').waitFor()
  await window.getByRole('treeitem', { name: 'Which school or college' }).waitFor()
  await window.getByRole('treeitem', { name: 'Form settings' }).press('Enter')
  expect(await window.getByLabel('Code', { exact: true }).inputValue()).toBe('SCHOOL-TWO')
  await window.getByText('Choose at least one permission group that may read').first().waitFor()
})
