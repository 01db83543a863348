import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { expectAccessibleWindow } from './axe-steps.ts'
import {
  addPage,
  addQuestion,
  createForm,
  openFormBuilder,
  openInFormBuilder,
  selectItem,
} from './builder-steps.ts'
import { type Client, closeClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'

const officer = sampleStaff[0]!

let stack: Installation
let client: Client

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  client = await openClient()
})

afterAll(async () => {
  await closeClient(client)
  await stack?.stop()
})

function openClient(): Promise<Client> {
  return openInFormBuilder(stack.serverUrl, { userFolder: path.join(stack.folder, 'user'), staff: officer })
}

/** The rows without the settings and without what is said of their problems and conditions. */
async function outlineOf(window: Page): Promise<string[]> {
  const rows = await window.getByRole('treeitem').allInnerTexts()
  return rows.slice(1).map((row) => row.split('\n')[0] ?? '')
}

async function press(window: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await window.keyboard.press(key)
}

async function say(window: Page, sentence: string): Promise<void> {
  await window.locator('output').getByText(sentence, { exact: true }).waitFor({ state: 'attached' })
}

const yesNo = (en: string) => ({ type: 'yesNo' as const, wording: { en }, required: true })

test('sections, several at once, cut and paste between forms, and search: all by keyboard', async () => {
  const { window } = client
  const form = { audience: 'parents' as const, purpose: 'information' as const, accessList: { entries: [] } }
  await createForm(window, { ...form, code: 'FIRST-FORM', title: { en: 'First form' } })
  await addPage(window, { en: 'School' })
  for (const wording of ['Likes school?', 'Walks to school?', 'Has a friend?'])
    await addQuestion(window, yesNo(wording))

  // A section, and two questions into it at once.
  await press(window, 'Escape')
  await window.getByRole('button', { name: 'Add section' }).focus()
  await press(window, 'Enter')
  await window.getByLabel('Title of the section (English)').and(window.locator(':focus')).waitFor()
  await window.keyboard.type('The day')
  await press(window, 'Escape', 'ArrowUp', 'Shift+ArrowUp')
  await window.getByText('2 selected ·').waitFor()
  await expectAccessibleWindow(window)
  await press(window, 'Alt+ArrowRight')
  await say(window, '2 moved, now from “2.2 Walks to school?” on')
  expect(await outlineOf(window)).toEqual([
    '1 Your child',
    '1.1 Who is this form about?',
    '2 School',
    '2.1 Likes school?',
    'Section 2a: The day',
    '2.2 Walks to school?',
    '2.3 Has a friend?',
  ])
  await keepPicture(window, 'form-outline')
  await press(window, 'Control+z')
  await expect.poll(async () => (await outlineOf(window)).at(-1)).toBe('Section 2a: The day')
  await press(window, 'Control+Shift+z')

  // Find and replace, in one step.
  await press(window, 'Control+h')
  const dialog = window.getByRole('dialog', { name: 'Find and replace' })
  await dialog.getByLabel('Find').and(window.locator(':focus')).waitFor()
  await window.keyboard.type('school')
  await dialog.getByText('3 places').waitFor()
  await press(window, 'Tab')
  await window.keyboard.type('college')
  await expectAccessibleWindow(window)
  await keepPicture(window, 'form-search')
  await press(window, 'Tab', 'Space')
  await dialog.getByText('Nothing found').or(dialog.getByText('2 places')).first().waitFor()
  await dialog.getByRole('button', { name: 'Replace all' }).press('Enter')
  await dialog.getByText('2 places are replaced. Nothing found').waitFor()
  await press(window, 'Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await outlineOf(window)).toContain('2.1 Likes college?')

  // Two questions are cut and pasted into another form.
  await selectItem(window, 'Section 2a: The day')
  await press(window, 'ArrowDown', 'Shift+ArrowDown', 'Control+x')
  await say(window, '2 parts are cut. Paste them here or in another form.')
  expect(await outlineOf(window)).toHaveLength(5)
  await window.getByText(/^Saved \d\d:\d\d$/).waitFor()
  await window.getByRole('button', { name: 'All forms' }).press('Enter')
  await createForm(window, { ...form, code: 'SECOND-FORM', title: { en: 'Second form' } })
  await window.getByRole('treeitem', { name: '1 Your child' }).click()
  await press(window, 'Control+v')
  await say(window, '2 parts are pasted')
  expect(await outlineOf(window)).toEqual([
    '1 Your child',
    '1.1 Who is this form about?',
    '1.2 Walks to college?',
    '1.3 Has a friend?',
  ])
  await expectAccessibleWindow(window)
})

test('a row is dragged with the mouse, in one step of undo', async () => {
  const { window } = client
  const row = (name: string) => window.getByRole('treeitem', { name })
  await row('1.3 Has a friend?').dragTo(row('1.2 Walks to college?'), { targetPosition: { x: 60, y: 3 } })
  await say(window, 'Moved: 1.2 Has a friend?')
  expect((await outlineOf(window)).slice(2)).toEqual(['1.2 Has a friend?', '1.3 Walks to college?'])
  await press(window, 'Control+z')
  await row('1.3 Has a friend?').waitFor()
})

test('what was copied ends with the session: who signs in next finds nothing to paste', async () => {
  const { window } = client
  const paste = window.getByRole('button', { name: 'Paste', exact: true })
  await window.getByRole('treeitem', { name: '1.3 Has a friend?' }).click()
  await press(window, 'Control+c')
  await expect.poll(() => paste.isEnabled()).toBe(true)
  await window.getByRole('button', { name: 'Sign out' }).click()
  await signInStaff(window, officer)
  await openFormBuilder(window)
  const drafts = window.getByRole('table', { name: 'Drafts on this computer' })
  await drafts.getByRole('button', { name: 'Second form', exact: true }).click()
  await window.getByRole('treeitem', { name: '1.3 Has a friend?' }).click()
  expect(await paste.isEnabled()).toBe(false)
})

test('all steps can be undone after kill -9, in both forms', async () => {
  let { window } = client
  await window.getByText(/^Saved \d\d:\d\d$/).waitFor()
  client.application.process().kill('SIGKILL')
  client = await openClient()
  window = client.window
  const open = (title: string) =>
    window
      .getByRole('table', { name: 'Drafts on this computer' })
      .getByRole('button', { name: title, exact: true })
      .click()
  await open('Second form')
  await window.getByRole('button', { name: 'Redo' }).click()
  await window.getByRole('treeitem', { name: '1.2 Has a friend?' }).waitFor()
  await press(window, 'Control+z', 'Control+z')
  await expect.poll(() => outlineOf(window)).toEqual(['1 Your child', '1.1 Who is this form about?'])

  await window.getByRole('button', { name: 'All forms' }).click()
  await open('First form')
  expect(await outlineOf(window)).toHaveLength(5)
  // The cut, and the search: each is one step.
  await press(window, 'Control+z')
  await window.getByRole('treeitem', { name: '2.2 Walks to college?' }).waitFor()
  await press(window, 'Control+z')
  await window.getByRole('treeitem', { name: '2.2 Walks to school?' }).waitFor()
})

test('what moves to another page keeps the focus', async () => {
  const { window } = client
  const form = { audience: 'parents' as const, purpose: 'information' as const, accessList: { entries: [] } }
  await window.getByRole('button', { name: 'All forms' }).click()
  await createForm(window, { ...form, code: 'THIRD-FORM', title: { en: 'Third form' } })
  await addQuestion(window, yesNo('Has a friend?'))
  const focused = (name: string) =>
    window.getByRole('treeitem', { name, selected: true }).and(window.locator(':focus'))
  await addPage(window, { en: 'Afterwards' })
  await press(window, 'Escape', 'ArrowUp')
  await focused('1.2 Has a friend?').waitFor()
  await press(window, 'Alt+ArrowDown')
  await focused('2.1 Has a friend?').waitFor()
})
