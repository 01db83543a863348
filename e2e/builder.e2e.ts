import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { expectAccessiblePreview, expectAccessibleWindow } from './axe-steps.ts'
import {
  addPage,
  addQuestion,
  chooseReaders,
  openInFormBuilder,
  publish,
  sayEnglishOnly,
  selectItem,
} from './builder-steps.ts'
import { closeClient, type Client } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { publishNextVersion } from './publish-sample-form.ts'

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

/** Opens the client with the same user folder each time, in the Form Builder. */
function openClient(): Promise<Client> {
  return openInFormBuilder(stack.serverUrl, { userFolder: path.join(stack.folder, 'user'), staff: officer })
}

function outlineOf(window: Page): Promise<string[]> {
  return window.getByRole('treeitem').allInnerTexts()
}

test('a form is drafted by keyboard, survives closing, goes on without the server, and is published', async () => {
  let { window } = client
  await window.getByRole('table', { name: 'Published forms' }).waitFor()
  await expectAccessibleWindow(window)

  await draftByKeyboard(window)
  await expectAccessibleWindow(window)
  await expectAccessiblePreview(window)

  // Closed in the middle of a word: what was typed last is not lost.
  await selectItem(window, '2.1 ')
  await window.getByLabel('Help text (English)').fill('In your own words.')
  await closeClient(client)
  client = await openClient()
  window = client.window
  await window
    .getByRole('table', { name: 'Drafts on this computer' })
    .getByRole('button', { name: 'A day at school' })
    .first()
    .click()
  expect(await outlineOf(window)).toEqual([
    expect.stringContaining('Form settings'),
    '1 Your child',
    '1.1 Who is this form about?',
    '2 About school',
    '2.1 What is a good day like?',
    '2.2 How do you travel?',
  ])
  await selectItem(window, '2.1 ')
  expect(await window.getByLabel('Help text (English)').inputValue()).toBe('In your own words.')

  await chooseReaders(window, ['SEND officers'])
  await window.getByText('Ready to publish').waitFor()
  await stack.killServer()
  await addPage(window, { en: 'Anything else' })
  await addQuestion(window, {
    type: 'wholeNumber',
    wording: { en: 'How many clubs?', cy: 'Faint o glybiau?' },
    required: false,
    min: 0,
    max: 9,
  })
  await window.getByText(/^Saved \d\d:\d\d$/).waitFor()
  await window.getByRole('button', { name: 'Publish…' }).click()
  await window.getByRole('button', { name: 'Publish', exact: true }).click()
  await window.getByText('The server cannot be reached').first().waitFor()
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Cancel' }).click()
  await window.getByRole('button', { name: 'All forms' }).click()
  await window.getByText('The published forms cannot be shown').waitFor()
  await expectAccessibleWindow(window)
  await stack.startServer()
  await window.getByRole('button', { name: 'Try again' }).click()
  await window.getByRole('table', { name: 'Published forms' }).waitFor()

  await window.getByRole('button', { name: 'A day at school', exact: true }).click()
  await publish(window, 'A day at school')
  await window.getByText('No draft is on this computer').waitFor()
  await window.getByRole('row', { name: /A day at school.*DAY-AT-SCHOOL.*1.*Live/ }).waitFor()
})

/** Everything that can sensibly be done by keyboard is. */
async function draftByKeyboard(window: Page): Promise<void> {
  const { keyboard } = window
  const type = (text: string) => keyboard.type(text)
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key)
  }
  await press('n')
  const tree = window.getByRole('tree', { name: 'Outline' })
  await tree.waitFor()
  await window.getByRole('treeitem', { name: 'Form settings' }).focus()
  await press('Enter')
  await expectFocusOn(window, 'Title (English)')
  await type('A day at school')
  await press('Tab', 'Tab', 'Space', 'Tab')
  await type('No family has asked for Welsh.')
  await press('Tab', 'Control+a')
  await type('day-at-school')
  await press('Escape', 'ArrowDown')
  await window.getByRole('treeitem', { name: '1 Your child', selected: true }).waitFor()

  await window.getByRole('button', { name: 'Add page' }).focus()
  await press('Enter')
  await expectFocusOn(window, 'Title of the page (English)')
  await type('About school')
  await addByKeyboard(window, 'Single choice')
  await type('How do you travel?')
  await window.getByLabel('Option 1 (English)').focus()
  await type('By bus')
  await press('Enter')
  await type('On foot')
  await press('Enter')
  await type('By taxi')
  await addByKeyboard(window, 'Long text')
  await type('What is a good day like?')
  await press('Alt+ArrowUp')
  await window.getByRole('treeitem', { name: '2.1 What is a good day like?', selected: true }).waitFor()

  await press('Escape', 'Delete')
  await window.getByText('Question “What is a good day like?” is removed').waitFor()
  expect(await outlineOf(window)).not.toContain('2.1 What is a good day like?')
  await press('Control+z')
  await window.getByRole('treeitem', { name: '2.1 What is a good day like?', selected: true }).waitFor()
  await press('Control+Shift+z', 'Control+z')
  await window.getByRole('treeitem', { name: '2.2 How do you travel?' }).waitFor()
  await window.getByText(/^Saved \d\d:\d\d$/).waitFor()
}

async function addByKeyboard(window: Page, type: string): Promise<void> {
  await window.getByRole('button', { name: 'Add question' }).focus()
  await window.keyboard.press('Enter')
  await window.getByRole('menu').waitFor()
  // Letters find their entry, as in every menu.
  await window.keyboard.type(type.slice(0, 2))
  await expect
    .poll(() =>
      window.getByRole('menuitem', { name: type, exact: true }).and(window.locator(':focus')).count(),
    )
    .toBe(1)
  await window.keyboard.press('Enter')
  await expectFocusOn(window, 'Wording (English)')
}

/** What is typed goes where the focus is, which follows the drawing of what was opened. */
async function expectFocusOn(window: Page, label: string): Promise<void> {
  await expect.poll(() => window.getByLabel(label).and(window.locator(':focus')).count()).toBe(1)
}

test('the preview is the portal’s own, in a frame without any rights', async () => {
  const { window } = client
  await window.getByRole('button', { name: 'A day at school', exact: true }).click()
  await selectItem(window, '3.1 ')
  const preview = window.frameLocator('iframe')
  await preview.getByLabel('How many clubs? (optional)').fill('3')
  await window.getByText('Cymraeg', { exact: true }).click()
  await preview.getByText('Faint o glybiau? (dewisol)').waitFor()
  await preview.getByRole('button', { name: 'Cadw a pharhau' }).click()
  await expectAccessiblePreview(window)
  const frame = window.frames().find((one) => one.url() === 'app://preview/')!
  expect(await frame.evaluate('[typeof window.send, window.innerWidth].join()')).toBe('undefined,320')
  expect(await frame.evaluate('fetch("app://send/").then(() => "open", () => "closed")')).toBe('closed')
  expect(
    await frame.evaluate(
      '(() => { try { return window.parent.document.title } catch { return "closed" } })()',
    ),
  ).toBe('closed')
  await window.getByText('Wide', { exact: true }).click()
  await expect.poll(() => frame.evaluate('window.innerWidth')).toBe(720)
  // The question is brought into view inside the frame; the frame itself stays whole in its pane.
  await selectItem(window, '1 Your child')
  await selectItem(window, '3.1 ')
  const pane = await window.getByRole('region', { name: 'Preview' }).boundingBox()
  const shown = await window.locator('iframe').boundingBox()
  expect(Math.abs(pane!.y + pane!.height - shown!.y - shown!.height)).toBeLessThan(2)
  await expectAccessiblePreview(window)
})

test('problems stand in the way of publishing, lead to their place, and the server has the last word', async () => {
  const { window } = client
  await window.getByRole('button', { name: 'All forms' }).click()
  await window.getByRole('button', { name: 'New form' }).click()
  await addPage(window, { en: 'About you' })
  await addQuestion(window, { type: 'yesNo', wording: { en: '' }, required: true })
  await window.getByText('4 problems').waitFor()
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Publish…' }).click()
  const dialog = window.getByRole('dialog')
  expect(await dialog.getByRole('button', { name: 'Publish', exact: true }).isDisabled()).toBe(true)
  await expectAccessibleWindow(window)
  await dialog.getByRole('button', { name: /Give the question its wording/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  await window.keyboard.type('Do you like it?')
  await window.getByRole('treeitem', { name: '2.1 Do you like it?', selected: true }).waitFor()
  await chooseReaders(window, ['Managers and auditors', 'SEND officers'])
  await window.getByLabel('Title (English)').fill('A second form')
  await sayEnglishOnly(window)
  await window.getByLabel('Code', { exact: true }).fill('EHC-REQUEST')
  await window.getByText('Ready to publish').waitFor()

  await window.getByRole('button', { name: 'Publish…' }).click()
  await expectAccessibleWindow(window)
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await dialog.getByRole('button', { name: /Another form already has the code EHC-REQUEST/ }).click()
  await window.getByLabel('Code', { exact: true }).fill('SECOND-FORM')
  await publish(window, 'A second form')
})

test('a form whose access list nobody may administer is published only after the warning was confirmed', async () => {
  const { window } = client
  await window.getByRole('button', { name: 'New form' }).click()
  await window.getByLabel('Title (English)').fill('A form for nobody')
  await sayEnglishOnly(window)
  await window.getByLabel('Code', { exact: true }).fill('FOR-NOBODY')
  await window.getByRole('checkbox', { name: 'SEND officers may read' }).check()
  await window.getByText('Ready to publish').waitFor()
  await window.getByRole('button', { name: 'Publish…' }).press('Enter')
  const dialog = window.getByRole('dialog')
  const now = dialog.getByRole('button', { name: 'Publish', exact: true })
  await dialog.getByText('Look at this before you publish').waitFor()
  expect(await now.isDisabled()).toBe(true)
  await expectAccessibleWindow(window)
  await dialog.getByRole('button', { name: /Nobody may administer/ }).press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await window.getByRole('checkbox', { name: 'SEND officers may administer' }).check()
  await window.getByRole('button', { name: 'Publish…' }).press('Enter')
  await dialog.getByText(/^Accessible: /).waitFor()
  await expect.poll(() => now.isEnabled()).toBe(true)
  expect(await dialog.getByText('Look at this before you publish').count()).toBe(0)
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')

  await window.getByRole('checkbox', { name: 'SEND officers may administer' }).uncheck()
  await window.getByRole('button', { name: 'Publish…' }).press('Enter')
  await dialog.getByRole('checkbox', { name: /Publish all the same/ }).press('Space')
  await expect.poll(() => now.isEnabled()).toBe(true)
  await now.press('Enter')
  await window.getByText('“A form for nobody”: version 1 is Live').waitFor()
})

test('a ready form is looked at, becomes a draft under a free code, keeps its pictures, and is published', async () => {
  const { window } = client
  const { keyboard } = window
  await window.getByRole('button', { name: 'From the library…' }).waitFor()
  await keyboard.press('l')
  const table = window.getByRole('table', { name: 'Ready forms' })
  await table.waitFor()
  expect(await table.getByRole('row').count()).toBeGreaterThan(8)
  await window.getByRole('row', { name: /^Request an EHC needs assessment Parents and carers 30$/ }).waitFor()
  const preview = window.frameLocator('iframe')
  await preview.getByRole('group', { name: 'Who is this request about?' }).waitFor()
  await expectAccessibleWindow(window)
  await keyboard.press('j')
  await keyboard.press('j')
  await preview.getByRole('heading', { level: 1, name: 'For the grown-up' }).waitFor()
  await window.getByLabel('Page shown').selectOption({ label: '3 School' })
  await preview.getByRole('radio', { name: 'Happy', exact: true }).waitFor()
  await window.getByText('Wide', { exact: true }).click()
  // The wide page is made to fit: the buttons beside it stay within reach.
  expect(await window.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
  await window.getByText('Cymraeg', { exact: true }).click()
  await preview.getByRole('radio', { name: 'Hapus', exact: true }).waitFor()
  expect(await preview.locator('label svg').count()).toBeGreaterThan(15)
  await expectAccessiblePreview(window)
  await keyboard.press('Escape')
  await window.getByRole('table', { name: 'Published forms' }).waitFor()

  // The sample authority has published the first of them: the copy gets another code.
  await keyboard.press('l')
  await table.waitFor()
  await keyboard.press('Enter')
  await window.getByRole('tree', { name: 'Outline' }).waitFor()
  expect(await window.getByLabel('Code', { exact: true }).inputValue()).toBe('EHC-REQUEST-2')
  await window.getByRole('button', { name: 'All forms' }).click()

  await keyboard.press('l')
  await window.getByRole('button', { name: 'What I think (for a child)' }).click()
  await window.getByRole('button', { name: 'Use this form' }).press('Enter')
  await chooseReaders(window, ['SEND officers'])
  expect(await window.getByLabel('Code', { exact: true }).inputValue()).toBe('VIEWS-CHILD')
  await window.getByLabel('Title (English)').fill('What I think')
  await selectItem(window, '3.1 ')
  expect(await window.getByLabel('Picture 1').inputValue()).toBe('happy')
  await window.getByLabel('Picture 1').selectOption({ label: 'Heart' })
  await expectAccessibleWindow(window)
  await window.getByText('Ready to publish').waitFor()
  await publish(window, 'What I think')
})

test('when somebody else published meanwhile both are kept, and nothing is overwritten silently', async () => {
  const { window } = client
  await window.getByRole('button', { name: 'A second form', exact: true }).click()
  await window.getByLabel('Title (English)').fill('My second form')
  await publishTheirs('Their second form')
  await tryToPublish(window)
  await window.getByText(/published version 2 on/).waitFor()
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Keep my draft' }).click()
  expect(await window.getByLabel('Title (English)').inputValue()).toBe('My second form')

  await publishTheirs('Their third form')
  await tryToPublish(window)
  await window.getByText(/published version 3 on/).waitFor()
  await window.getByRole('button', { name: 'Open theirs' }).click()
  await window.getByRole('heading', { level: 1, name: 'Their third form' }).waitFor()
  await window.getByText(/^Saved \d\d:\d\d$/).waitFor()
  await window.getByRole('button', { name: 'All forms' }).click()
  await window.getByRole('button', { name: 'My second form (my draft)', exact: true }).waitFor()

  await window.getByRole('button', { name: 'Discard the draft of Their third form' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await window.getByText('The draft of “Their third form” is discarded').waitFor()
  await window.getByRole('button', { name: 'Make Not live: Their third form' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Make Not live' }).click()
  await window.getByRole('row', { name: /Their third form.*Not live/ }).waitFor()
})

async function tryToPublish(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Publish…' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
}

/** A colleague publishes once everybody has the draft; before, they would be told of the draft itself. */
async function publishTheirs(title: string): Promise<void> {
  await client.window.getByText('Synchronised', { exact: true }).waitFor()
  await publishNextVersion(stack.serverUrl, 'SECOND-FORM', title)
}
