import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { expectAccessibleWindow } from './axe-steps.ts'
import { addPage, addQuestion, createForm, openFormBuilder, selectItem } from './builder-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { joinGroup } from './draft-sync-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'
import { patience } from './patience.ts'

const [jo, sam] = [sampleStaff[0]!, sampleStaff[1]!]
const synchronisesWithin = 30_000 // milliseconds

let stack: Installation
let mine: Client
let theirs: Client

beforeAll(async () => {
  stack = await startInstallation({ portals: false, scanner: false })
  await joinGroup(stack, sam.email, 'Form and portal administrators')
})

afterAll(async () => {
  await closeClient(mine)
  await closeClient(theirs)
  await stack?.stop()
})

function launch(whose: 'jo' | 'sam'): Promise<Client> {
  return launchClient(stack.serverUrl, path.join(stack.folder, whose))
}

async function waitUntilSynchronised(window: Page): Promise<void> {
  await window.getByText('Synchronised', { exact: true }).waitFor({ timeout: synchronisesWithin })
}

async function rewordQuestion(window: Page, item: string, wording: string): Promise<void> {
  await selectItem(window, item)
  await window.getByLabel('Wording (English)').fill(wording)
}

function outlineOf(window: Page): Promise<string[]> {
  return window.getByRole('treeitem').allInnerTexts()
}

test('a draft is on the server a moment after it was saved, and a colleague opens it from the list', async () => {
  mine = await launch('jo')
  await signInStaff(mine.window, jo)
  await openFormBuilder(mine.window)
  const { window } = mine
  await createForm(window, {
    code: 'TOGETHER',
    title: { en: 'Built together' },
    audience: 'parents',
    purpose: 'information',
  })
  await addPage(window, { en: 'School' })
  for (const wording of ['How do you travel?', 'What helps you?', 'What is hard?'])
    await addQuestion(window, { type: 'shortText', wording: { en: wording }, required: true, maxLength: 100 })
  await waitUntilSynchronised(window)
  await window.getByText('0 drafts not synchronised').waitFor()
  await keepPicture(window, 'draft-synchronised')

  theirs = await launch('sam')
  await signInStaff(theirs.window, sam)
  await openFormBuilder(theirs.window)
  const list = theirs.window.getByRole('table', { name: 'Drafts on the server' })
  await list.getByRole('row', { name: /Built together.*TOGETHER.*Draft of Jo Carter, changed/ }).waitFor()
  await expectAccessibleWindow(theirs.window)
  await keepPicture(theirs.window, 'draft-list-of-colleague')
  await list.getByRole('button', { name: 'Built together' }).click()
  await waitUntilSynchronised(theirs.window)
  expect(await outlineOf(theirs.window)).toContain('2.2 What helps you?')
})

test('two officers online see each other and work in the same draft without loss', async () => {
  await mine.window.getByText('Also open: Sam Okafor').waitFor({ timeout: synchronisesWithin })
  await theirs.window.getByText('Also open: Jo Carter').waitFor({ timeout: synchronisesWithin })
  await selectItem(theirs.window, '2.2 ')
  const box = theirs.window.getByLabel('Wording (English)')
  await box.fill('What')
  await rewordQuestion(mine.window, '2.1 ', 'How do you come to school?')
  // Typed letter by letter while the other one’s change comes in; the caret stays where it is.
  await box.focus()
  await theirs.window.keyboard.press('End')
  for (const letter of ' helps you most, and who does?')
    await theirs.window.keyboard.type(letter, { delay: 150 })
  expect(await box.inputValue()).toBe('What helps you most, and who does?')
  const together = [
    '2.1 How do you come to school?',
    '2.2 What helps you most, and who does?',
    '2.3 What is hard?',
  ]
  for (const { window } of [mine, theirs])
    await expect
      .poll(async () => (await outlineOf(window)).slice(-3), { timeout: synchronisesWithin })
      .toEqual(together)
  await theirs.window
    .getByText(/Jo Carter changed “How do you/)
    .first()
    .waitFor()
  for (const { window } of [mine, theirs]) await waitUntilSynchronised(window)
  await keepPicture(theirs.window, 'draft-open-by-two')
  await expectAccessibleWindow(theirs.window)

  // What came in is one step: undo takes it back, redo brings it in again.
  await mine.window.getByRole('treeitem', { name: '2.2 What helps you most' }).waitFor()
  await mine.window.getByRole('button', { name: 'Undo' }).click()
  await mine.window.getByRole('button', { name: 'Redo' }).click()
  await waitUntilSynchronised(mine.window)
  expect((await outlineOf(mine.window)).slice(-3)).toEqual(together)
})

test('what was changed offline survives kill -9, and two contradictions are decided by keyboard', async () => {
  await closeClient(mine)
  await rewordQuestion(theirs.window, '2.1 ', 'Who takes you to school?')
  await rewordQuestion(theirs.window, '2.3 ', 'What do you find hard?')
  await rewordQuestion(theirs.window, '2.2 ', 'Who helps you?')
  await waitUntilSynchronised(theirs.window)

  await stack.killServer()
  mine = await launch('jo')
  await draftAlone(mine.window)
  await rewordQuestion(mine.window, '2.1 ', 'By bus, by taxi or on foot?')
  await rewordQuestion(mine.window, '2.3 ', 'What is hard at school?')
  await mine.window.getByLabel('Help text (English)').fill('Only if you like.')
  await mine.window.getByText(/^Saved \d\d:\d\d$/).waitFor()
  await mine.window.getByText('Only on this computer yet').waitFor()
  await keepPicture(mine.window, 'draft-offline')
  const closed = new Promise<void>((resolve) => mine.application.once('close', () => resolve()))
  mine.application.process().kill('SIGKILL')
  await closed

  mine = await launch('jo')
  await draftAlone(mine.window)
  expect((await outlineOf(mine.window)).slice(-3)).toEqual([
    '2.1 By bus, by taxi or on foot?',
    '2.2 What helps you most, and who does?',
    '2.3 What is hard at school?',
  ])
  await stack.startServer()
  await mine.window.getByRole('button', { name: 'Stop drafting and sign in' }).click()
  await mine.window.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor({ timeout: patience })
  await signInStaff(mine.window, jo)
  await openFormBuilder(mine.window)
  const { window } = mine
  const row = window
    .getByRole('table', { name: 'Drafts on this computer' })
    .getByRole('row', { name: /Built together.*Contradicts changes of Sam Okafor/ })
  await row.waitFor({ timeout: synchronisesWithin })
  await window.getByText('1 draft not synchronised').waitFor()
  await keepPicture(window, 'draft-list-conflict')
  await row.getByRole('button', { name: 'Built together' }).first().click()
  await decideByKeyboard(window)
  await waitUntilSynchronised(window)
  const merged = [
    '2.1 By bus, by taxi or on foot?',
    '2.2 Who helps you?',
    '2.3 What is hard at school, and why?',
  ]
  expect((await outlineOf(window)).slice(-3)).toEqual(merged)
  await expect
    .poll(async () => (await outlineOf(theirs.window)).slice(-3), { timeout: synchronisesWithin })
    .toEqual(merged)
  await selectItem(theirs.window, '2.3 ')
  expect(await theirs.window.getByLabel('Help text (English)').inputValue()).toBe('Only if you like.')
})

/** Opens the draft on a computer that reaches no server. */
async function draftAlone(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Draft forms meanwhile' }).click()
  await window.getByRole('button', { name: 'Built together' }).first().click()
  await window.getByRole('tree', { name: 'Outline' }).waitFor()
}

async function decideByKeyboard(window: Page): Promise<void> {
  await window.getByRole('heading', { level: 1, name: 'Decide: Built together' }).waitFor()
  await window.getByText('2 of 2 left to decide').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'conflicts')
  const apply = window.getByRole('button', { name: 'Apply and go on' })
  expect(await apply.isDisabled()).toBe(true)
  await window.keyboard.press('1')
  await window.getByText('1 of 2 left to decide').waitFor()
  // Whoever leaves finds what was decided again.
  await window.keyboard.press('Escape')
  await window.getByRole('button', { name: 'Built together' }).first().click()
  await window.getByText('1 of 2 left to decide').waitFor()
  await window.keyboard.press('j')
  await window.keyboard.press('e')
  await window.getByLabel('Your own text').fill('What is hard at school, and why?')
  await window.getByText('All is decided', { exact: true }).waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'conflicts-decided')
  await apply.focus()
  await window.keyboard.press('Enter')
  await window.getByRole('tree', { name: 'Outline' }).waitFor()
}

test('a draft that one removes is the decision of the other who has it open', async () => {
  const { window } = mine
  await window.getByRole('button', { name: 'All forms' }).click()
  await window.getByRole('button', { name: 'Discard the draft of Built together' }).click()
  await window.getByRole('dialog').getByText('is removed for everybody').waitFor()
  await window.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await theirs.window.getByText('Jo Carter removed this draft').waitFor({ timeout: synchronisesWithin })
  await expectAccessibleWindow(theirs.window)
  await keepPicture(theirs.window, 'draft-removed')
  await theirs.window.getByRole('button', { name: 'Keep it for everybody' }).click()
  await waitUntilSynchronised(theirs.window)
  await window
    .getByRole('table', { name: 'Drafts on the server' })
    .getByRole('row', { name: /Built together.*Draft of Sam Okafor/ })
    .waitFor({ timeout: synchronisesWithin })
})
