import path from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isStaffOnly, questionTypes, type QuestionType } from '@send/shared/forms/questions/question-types'
import { translator } from '@send/shared/texts/translator'
import { sampleStaff } from '@send/server/administration/sample-staff'
import { expectAccessiblePreview, expectAccessibleWindow } from './axe-steps.ts'
import { chooseReaders, openFormBuilder, publish, sayEnglishOnly, selectItem } from './builder-steps.ts'
import { type Client, closeClient, launchClient, signInStaff } from './desktop-steps.ts'
import { startInstallation, type Installation } from './installation.ts'
import { keepPicture } from './keep-picture.ts'

const officer = sampleStaff[0]!
const t = translator('en')

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

/** Moves on by Tab until a box of this name has the focus. */
async function tabTo(window: Page, name: string): Promise<void> {
  const target = window.getByLabel(name, { exact: true }).and(window.locator(':focus'))
  for (let presses = 0; presses < 60 && (await target.count()) === 0; presses += 1) {
    await window.keyboard.press('Tab')
  }
  expect(await target.count(), `${name} is reached by Tab`).toBe(1)
}

async function typeInto(window: Page, name: string, text: string): Promise<void> {
  await tabTo(window, name)
  await window.keyboard.type(text)
  expect(await window.getByLabel(name, { exact: true }).inputValue()).toBe(text)
}

test('a look-up table is made and filled by keyboard, and its entries end rather than disappear', async () => {
  const { window } = client
  await window
    .getByRole('navigation')
    .getByRole('link', { name: 'Look-up tables' })
    .or(window.getByRole('navigation').getByRole('button', { name: 'Look-up tables' }))
    .first()
    .click()
  await window.getByText('There is no look-up table yet').waitFor()
  await window.mouse.move(700, 5)
  await expectAccessibleWindow(window)
  await window.keyboard.press('n')
  await window.getByRole('dialog').waitFor()
  await window.keyboard.type('Kinds of need')
  await window.keyboard.press('Enter')
  await window.getByText('There are no entries yet.').waitFor()
  for (const [number, [code, words]] of [
    ['ASD', 'Autism'],
    ['HI', 'Hearing impairment'],
  ].entries()) {
    await window.getByRole('button', { name: 'Add entry' }).press('Enter')
    const box = window.getByLabel(`Code of entry ${number + 1}`, { exact: true })
    await expect.poll(() => box.and(window.locator(':focus')).count()).toBe(1)
    await window.keyboard.type(code ?? '')
    await typeInto(window, `Description (English) of entry ${number + 1}`, words ?? '')
  }
  await typeInto(window, 'Statutory code of entry 2', 'HI')
  await keepPicture(window, 'lookup-table')
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await window.getByText('Kinds of need is saved').last().waitFor()
  await window.getByText('2 of 2 can be chosen today').waitFor()
  // What is saved keeps its code: answers may hold it.
  expect(await window.getByLabel('Code of entry 1', { exact: true }).getAttribute('readonly')).not.toBeNull()
  expect(await window.getByRole('button', { name: 'Remove entry 1' }).isDisabled()).toBe(true)
  await window.getByLabel('Last day of entry 2').fill('2020-08-31')
  await window.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await window.getByText('1 of 2 can be chosen today').waitFor()
})

/** What is typed into the editor of a type besides its wording, by the names of its boxes. */
const special: Partial<Record<QuestionType, [string, string][]>> = {
  guidance: [['Text (English)', 'Take your time.']],
  singleChoice: [
    ['Option 1 (English)', 'By bus'],
    ['Option 2 (English)', 'On foot'],
  ],
  multipleChoice: [
    ['Option 1 (English)', 'Talking'],
    ['Option 2 (English)', 'Moving'],
  ],
  wholeNumber: [['Largest number', '20000']],
  decimal: [
    ['Smallest number', '1.05'],
    ['Largest number', '99.5'],
  ],
  money: [['Largest sum (£)', '1250.50']],
  declaration: [['Statement that people agree to (English)', 'What I wrote is true.']],
  group: [['What one answer is called (English)', 'Brother or sister']],
}

async function addByKeyboard(window: Page, type: QuestionType): Promise<void> {
  await window.getByRole('button', { name: 'Add question' }).focus()
  await window.keyboard.press('Enter')
  const name = t(`forms.type.${type}`)
  await window.getByRole('menu').waitFor()
  const item = window.getByRole('menuitem', { name, exact: true })
  const focused = item.and(window.locator(':focus'))
  for (let presses = 0; presses < 40 && (await focused.count()) === 0; presses += 1) {
    await window.keyboard.press('ArrowDown')
  }
  await window.keyboard.press('Enter')
  const heading = type === 'guidance' ? 'Heading (English)' : 'Wording (English)'
  await expect
    .poll(() => window.getByLabel(heading, { exact: true }).and(window.locator(':focus')).count())
    .toBe(1)
  await window.keyboard.type(`About ${name}`)
}

test('every type is added and edited by keyboard, and its editor and preview are accessible', async () => {
  const { window } = client
  await openFormBuilder(window)
  await window.mouse.move(700, 5)
  await window.keyboard.press('n')
  await window.getByRole('tree', { name: 'Outline' }).waitFor()
  await window.getByLabel('Title (English)').fill('Every type')
  await chooseReaders(window, ['SEND officers'])
  await sayEnglishOnly(window)
  await window.getByRole('button', { name: 'Add page' }).press('Enter')
  await window.keyboard.type('All of them')
  for (const type of questionTypes.filter((each) => each !== 'childDetails')) {
    await addByKeyboard(window, type)
    for (const [box, text] of special[type] ?? []) await typeInto(window, box, text)
    if (type === 'lookup') {
      await tabTo(window, 'Look-up table')
      await window.keyboard.type('Kinds')
      await window.getByText('2 entries. Publishing takes the entries as the table has them then.').waitFor()
    }
    if (type === 'group') await fillGroup(window)
    await expectAccessibleWindow(window)
    await keepPicture(window, `editor-${type}`)
    await expectAccessiblePreview(window)
  }
})

async function fillGroup(window: Page): Promise<void> {
  const add = window.getByRole('button', { name: 'Add to the group' }).last()
  await add.press('Enter')
  const first = window.getByRole('group', { name: '1 Short text' })
  await expect.poll(() => first.locator(':focus').count()).toBe(1)
  await window.keyboard.type('First name')
  await tabTo(window, 'Type of the next question')
  await window.keyboard.type('Group')
  await add.press('Enter')
  const inner = window.getByRole('group', { name: '2 Group of questions' })
  await expect.poll(() => inner.locator(':focus').count()).toBe(1)
  await window.keyboard.type('Schools')
  await inner.getByLabel('What one answer is called (English)').fill('School')
  await inner.getByRole('button', { name: 'Add to the group' }).press('Enter')
  await window.keyboard.type('Name of the school')
  const preview = window.frameLocator('iframe')
  await preview.getByRole('group', { name: 'Brother or sister 1' }).getByLabel('First name').waitFor()
  await preview.getByRole('group', { name: 'School 1' }).getByLabel('Name of the school').waitFor()
}

test('types that search the authority’s records stand in the way of publishing, and the rest is published', async () => {
  const { window } = client
  const sentence = 'Only staff may search these records. Remove the question: this form is for a portal.'
  const complaints = window.getByRole('button', { name: sentence })
  await expect.poll(() => complaints.count()).toBe(3)
  await expectAccessibleWindow(window)
  for (const type of questionTypes.filter(isStaffOnly)) {
    await selectItem(window, `About ${t(`forms.type.${type}`)}`)
    await window.getByRole('treeitem', { selected: true }).focus()
    await window.keyboard.press('Delete')
  }
  await expect.poll(() => complaints.count()).toBe(0)
  // A calculated value needs something to be calculated from; another test looks at it.
  await selectItem(window, `About ${t('forms.type.calculated')}`)
  await window.getByRole('treeitem', { selected: true }).focus()
  await window.keyboard.press('Delete')
  await window.getByText('Ready to publish').waitFor()
  await publish(window, 'Every type')
})
