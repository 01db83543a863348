import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FormBundle } from '@send/shared/forms/bundles/form-bundle'
import type { Question } from '@send/shared/forms/questions/question-types'
import { signBundle } from '@send/server/forms/bundles/sign-bundle'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { expectAccessibleWindow } from './axe-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'

const officer = sampleStaff[0]!

let stack: Installation
let client: Client

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  client = await launchClient(stack.serverUrl, path.join(stack.folder, 'user'))
  await signInStaff(client.window, officer)
})

afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

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

/** The label of the box that has the focus. */
function focusedLabel(window: Page): Promise<string> {
  return window.evaluate<string>("document.activeElement?.labels?.[0]?.innerText ?? ''")
}

/** Selects an item of the outline by the beginning of its label. */
async function selectByKeyboard(window: Page, label: string): Promise<void> {
  await window.getByRole('treeitem', { selected: true }).focus()
  await press(window, 'Home')
  const selected = window.getByRole('treeitem', { name: label, selected: true })
  for (let tries = 0; tries < 20 && (await selected.count()) === 0; tries += 1)
    await press(window, 'ArrowDown')
  await selected.waitFor()
}

/** Chooses by the first letters of the words, as in every list. */
async function chooseByKeyboard(window: Page, label: string, words: string): Promise<void> {
  const list = window.getByLabel(label, { exact: true })
  await list.focus()
  await window.keyboard.type(words)
  await expect.poll(() => list.locator('option:checked').innerText()).toBe(words)
}

/** Begins a form that can be published but for what a test adds to it; ends in its editor. */
async function beginForm(window: Page, title: string, code: string): Promise<void> {
  await goTo(window, 'Form Builder')
  await press(window, 'n')
  await window.getByRole('tree', { name: 'Outline' }).waitFor()
  await window.getByRole('treeitem', { name: 'Form settings' }).press('Enter')
  await typeInto(window, 'Title (English)', title)
  await typeInto(window, 'Code', code)
  await window.getByLabel('In English only').press('Space')
  await typeInto(window, 'Why it is in English only', 'No family has asked for Welsh.')
  for (const right of ['read', 'administer'])
    await window.getByRole('checkbox', { name: `SEND officers may ${right}` }).press('Space')
}

async function publishByKeyboard(window: Page, title: string, version: number): Promise<void> {
  // What closed the draft before may still be on its way to this computer.
  await window.getByText('Synchronised', { exact: true }).waitFor()
  await window.getByRole('button', { name: 'Publish…' }).press('Enter')
  const dialog = window.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Live/ }).press('Space')
  await dialog.getByText(/^Accessible: /).waitFor({ timeout: 120_000 })
  const seen = dialog.getByRole('checkbox', { name: /Publish all the same/ })
  if (await seen.isVisible()) await seen.press('Space')
  const button = dialog.getByRole('button', { name: 'Publish', exact: true })
  // A key is lost on a button that waits; a click would not be.
  await expect.poll(() => button.isEnabled()).toBe(true)
  await button.press('Enter')
  await window.getByText(`“${title}”: version ${version} is Live`).waitFor()
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
  await expect.poll(() => focusedLabel(window)).toBe('Wording (English)')
  await window.keyboard.type('Which school does the child go to?')
  await typeInto(window, 'Wording (Welsh)', 'I ba ysgol mae’r plentyn yn mynd?')
  await typeInto(window, 'External code', 'SCH01')
  await keepPicture(window, 'bank-new')
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await window.getByText('CHILD-SCHOOL: revision 1 is saved').waitFor()
  await window.getByText('No form uses it yet.').waitFor()

  await beginForm(window, 'About the school', 'ABOUT-SCHOOL')
  await selectByKeyboard(window, '1.1 ')
  await window.getByRole('button', { name: 'From bank…' }).press('Enter')
  await window.getByLabel('Code or wording').waitFor()
  await window.keyboard.type('ysgol')
  await window.getByRole('button', { name: 'Add CHILD-SCHOOL to the form' }).waitFor()
  await keepPicture(window, 'bank-add')
  await expectAccessibleWindow(window)
  await press(window, 'Enter')
  await window.getByRole('treeitem', { selected: true, name: 'Which school does the child go to?' }).waitFor()
  await window.getByText('From the question bank: CHILD-SCHOOL, revision 1').waitFor()
  await expect.poll(() => focusedLabel(window)).toBe('An answer is required')
  expect(await window.getByLabel('Wording (English)', { exact: true }).isDisabled()).toBe(true)
  expect(await window.getByLabel('An answer is required').isDisabled()).toBe(false)
  await keepPicture(window, 'bank-tied')
  await expectAccessibleWindow(window)
  await publishByKeyboard(window, 'About the school', 1)

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
  await keepPicture(window, 'bank-card')
  await expectAccessibleWindow(window)

  await goTo(window, 'Form Builder')
  await window.getByRole('button', { name: 'About the school', exact: true }).press('Enter')
  await window.getByText('1 question differs from the bank').waitFor()
  await window.getByRole('button', { name: /Revision 2 of CHILD-SCHOOL is there/ }).press('Enter')
  await window.getByRole('button', { name: 'Take revision 2' }).waitFor()
  await keepPicture(window, 'bank-offer')
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Keep what is here', exact: true }).press('Enter')
  await expect.poll(() => window.getByText('1 question differs from the bank').count()).toBe(0)
  await press(window, 'Escape', 'Control+z')
  await window.getByRole('button', { name: 'Take revision 2' }).press('Enter')
  await window.getByRole('treeitem', { name: 'Which school or college' }).waitFor()
  await window.getByText('From the question bank: CHILD-SCHOOL, revision 2').waitFor()
  await publishByKeyboard(window, 'About the school', 2)
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
  const file = path.join(stack.folder, 'about-school.send-form.json')
  await answerFileDialogs(file)
  await goTo(window, 'Form Builder')
  await window.getByRole('button', { name: 'Versions of About the school' }).press('Enter')
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
  await chooseByKeyboard(window, 'Import into', 'A new form')
  await typeInto(window, 'Code of the new form', 'ABOUT-SCHOOL')
  await window.getByText('Another form has this code').waitFor()
  await typeInto(window, 'Code of the new form', 'SCHOOL-TWO')
  await keepPicture(window, 'import-new')
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Import as a draft' }).press('Enter')
  await window.getByText('“About the school” is imported as a draft').waitFor()
  await window.getByRole('treeitem', { name: 'Which school or college' }).waitFor()
  await window.getByRole('treeitem', { name: 'Form settings' }).press('Enter')
  expect(await window.getByLabel('Code', { exact: true }).inputValue()).toBe('SCHOOL-TWO')
  await window.getByText('Choose at least one permission group that may read').first().waitFor()
})

test('an altered file is refused, an unknown sender is trusted only after comparing, and what contradicts is decided', async () => {
  const { window } = client
  const own = path.join(stack.folder, 'about-school.send-form.json')
  const altered = path.join(stack.folder, 'altered.send-form.json')
  const text = await readFile(own, 'utf8')
  await writeFile(altered, text.replace('About the school', 'About the pupil'))
  await answerFileDialogs(own, altered)
  await goTo(window, 'Form Builder')
  await press(window, 'i', 'o')
  await window.getByText('The file was changed after it was signed').waitFor()
  await expectAccessibleWindow(window)

  const noForm = path.join(stack.folder, 'no-form.json')
  for (const [bytes, sentence] of [
    [Buffer.from([0xff, 0xfe, 0x00]), 'The file holds no form of SEND Portal'],
    [Buffer.alloc(4_000_000, 'x'), 'The file is too large for a form'],
    [Buffer.from('{"format":"send-form","version":2}'), 'The file was made by a newer SEND Portal'],
  ] as const) {
    await writeFile(noForm, bytes)
    await answerFileDialogs(own, noForm)
    await press(window, 'o')
    await window.getByText(sentence).waitFor()
  }

  const theirs = path.join(stack.folder, 'theirs.send-form.json')
  await writeFile(theirs, signByStranger(text, 'What is the name of the school?'))
  await answerFileDialogs(own, theirs)
  await press(window, 'o')
  await window.getByText('An unknown sender that calls itself york.example').waitFor()
  const decide = window.getByRole('button', { name: /^Decide \d+ contradiction/ })
  expect(await decide.isDisabled()).toBe(true)
  await keepPicture(window, 'import-unknown')
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Trust this sender…' }).press('Enter')
  await window.getByLabel('I have compared the fingerprint').press('Space')
  await keepPicture(window, 'import-trust')
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Trust this sender', exact: true }).press('Enter')
  await window.getByText('A trusted sender: york.example').waitFor()

  await chooseByKeyboard(window, 'What to do: Bank question CHILD-SCHOOL', 'Take theirs as revision 3')
  await decide.waitFor()
  await keepPicture(window, 'import-merge')
  await expectAccessibleWindow(window)
  await decide.press('Enter')
  await window.getByRole('heading', { level: 1, name: 'Decide: About the school' }).waitFor()
  await keepPicture(window, 'import-conflicts')
  await expectAccessibleWindow(window)
  const left = window.getByText('All is decided')
  for (let tries = 0; tries < 10 && !(await left.isVisible()); tries += 1) await press(window, '2', 'j')
  await window.getByRole('button', { name: 'Apply and go on' }).press('Enter')
  await window.getByText('“About the school” is imported as a draft').waitFor()
  await window.getByRole('treeitem', { name: 'What is the name of the school?' }).first().waitFor()

  await goTo(window, 'Form Builder')
  await press(window, 'i')
  await window.getByRole('button', { name: 'Remove…' }).press('Enter')
  await window.getByRole('dialog').getByRole('button', { name: 'Remove' }).press('Enter')
  await window.getByText('york.example is no longer trusted').waitFor()
})

test('a question of a form is put into the bank, and retired there after a confirmation', async () => {
  const { window } = client
  await beginForm(window, 'Getting there', 'GETTING-THERE')
  await selectByKeyboard(window, '1.1 ')
  await window.getByRole('button', { name: 'Put into the bank…' }).press('Enter')
  await window.keyboard.type('who')
  await expectAccessibleWindow(window)
  await keepPicture(window, 'bank-put')
  await press(window, 'Enter')
  await window.getByText('WHO: revision 1 is saved').waitFor()
  await window.getByText('From the question bank: WHO, revision 1').waitFor()
  await window.getByRole('button', { name: 'Detach from the bank' }).press('Enter')
  expect(await window.getByLabel('Wording (English)', { exact: true }).isDisabled()).toBe(false)

  await goTo(window, 'Question bank')
  await press(window, '/')
  await window.keyboard.type('who')
  await press(window, 'Enter')
  await window.getByRole('button', { name: 'Retire…' }).press('Enter')
  await window.getByText('The question is no longer offered for forms.').waitFor()
  await expectAccessibleWindow(window)
  await window.getByRole('dialog').getByRole('button', { name: 'Retire', exact: true }).press('Enter')
  await window.getByText('WHO is retired').waitFor()
  await window.getByText('No question of the bank is like that').waitFor()

  await stack.killServer()
  await goTo(window, 'Form Builder')
  await window.getByRole('button', { name: 'Getting there', exact: true }).press('Enter')
  await window.getByRole('button', { name: 'From bank…' }).press('Enter')
  await window.getByText('The bank is on the server, which cannot be reached').waitFor()
  await expectAccessibleWindow(window)
})

test('in a group from the bank it is said why its inner conditions are locked, and it is detached in place', async () => {
  await stack.startServer()
  const { window } = client
  await beginForm(window, 'At home', 'AT-HOME')
  await selectByKeyboard(window, '1.1 ')
  await window.getByRole('button', { name: 'Add question' }).press('Enter')
  await window.getByRole('menuitem', { name: 'Group of questions' }).click()
  await typeInto(window, 'Wording (English)', 'Who lives with the child?')
  await typeInto(window, 'What one answer is called (English)', 'Person')
  const members = window.getByRole('group', { name: 'Questions of the group' })
  await members.getByRole('button', { name: 'Add to the group' }).press('Enter')
  await window.keyboard.type('Name')
  await window.getByRole('button', { name: 'Put into the bank…' }).press('Enter')
  await window.keyboard.type('home')
  await press(window, 'Enter')
  await window.getByText('From the question bank: HOME, revision 1').waitFor()
  await members.getByText('Logic of this question').click()
  const addCondition = members.getByRole('button', { name: 'Add condition' }).first()
  expect(await addCondition.isDisabled()).toBe(true)
  const locked = window.getByRole('region', { name: 'The questions of this group are those of the bank' })
  await locked.getByText('To decide them for this form alone, detach it.', { exact: false }).waitFor()
  await locked.scrollIntoViewIfNeeded()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'bank-group-locked')
  await locked.getByRole('button', { name: 'Detach from the bank' }).press('Enter')
  await window.getByText('The question is now the form’s own').waitFor()
  await locked.waitFor({ state: 'hidden' })
  expect(await addCondition.isDisabled()).toBe(false)
  expect(await members.locator(':focus').count()).toBe(1)
})

/** The form of a bundle with another wording of its bank question, signed by a key that this server never saw. */
function signByStranger(text: string, wording: string): string {
  const { content } = JSON.parse(text) as FormBundle
  const reword = (question: Question): Question =>
    question.bank ? { ...question, wording: { en: wording } } : question
  const pages = content.form.definition.pages.map((page) => ({
    ...page,
    questions: page.questions.map(reword),
  }))
  const bankQuestions = content.bankQuestions.map((bundled) => ({
    ...bundled,
    content: { ...bundled.content, wording: { en: wording } },
  }))
  const form = { ...content.form, definition: { ...content.form.definition, pages } }
  const { privateKey } = generateKeyPairSync('ed25519')
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const key = {
    publicKey: Buffer.from(x, 'base64url').toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }),
  }
  return signBundle({ ...content, form, bankQuestions }, { key, name: 'york.example' })
}
