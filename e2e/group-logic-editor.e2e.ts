import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectAccessiblePreview, expectAccessibleWindow } from './axe-steps.ts'
import { addPage, addQuestion, addSiblings, publish, selectItem } from './builder-steps.ts'
import type { Client } from './desktop-steps.ts'
import { keepPicture } from './keep-picture.ts'
import { expectFocus } from './keyboard-steps.ts'
import { openNewForm, type NewFormGround } from './new-form-ground.ts'

const title = 'About the family'

let ground: NewFormGround | undefined
let client: Client

beforeAll(async () => {
  ground = await openNewForm({ code: 'THE-FAMILY', title: { en: title } })
  client = ground.client
  await addPage(client.window, { en: 'The family' })
  await addQuestion(client.window, {
    type: 'yesNo',
    wording: { en: 'Is there anybody else?' },
    required: true,
  })
  await addSiblings(client.window)
})

afterAll(() => ground?.close())

/** Adds a question to the group by keyboard; ends in its wording. */
async function addMember(window: Page, type: string, wording: string): Promise<void> {
  await window.getByLabel('Type of the next question').focus()
  await window.keyboard.type(type)
  await window.getByRole('button', { name: 'Add to the group' }).press('Enter')
  await expect
    .poll(() => window.evaluate<string>('document.activeElement?.value ?? document.activeElement?.tagName'))
    .toBe('')
  await window.keyboard.type(wording)
}

const memberOf = (window: Page, name: string) => window.getByRole('group', { name, exact: true })

test('a question of a group is given a condition on its own item by keyboard alone, and the preview hides it item by item', async () => {
  const { window } = client
  const { keyboard } = window
  await addMember(window, 'Yes', 'Do they go to school?')
  await addMember(window, 'Short', 'Which school is it?')
  const school = memberOf(window, '2 Short text')
  const logic = school.getByText('Logic of this question')
  await logic.focus()
  await keyboard.press('Enter')
  await school.getByRole('button', { name: 'Add condition: Show this question when' }).focus()
  await keyboard.press('Enter')
  await expectFocus(window, 'Question')
  const offered = school.getByLabel('Question', { exact: true }).locator('option')
  const labels = await offered.allInnerTexts()
  expect(labels[1]).toBe('Of this ‘Brother or sister’: Do they go to school?')
  expect(labels.at(-1)).toBe('2.1 Is there anybody else?')
  await keyboard.type('Of this')
  await school.getByText('Shown when ‘Do they go to school?’ of this ‘Brother or sister’ is ‘Yes’').waitFor()
  await expectAccessibleWindow(window)
  await keepPicture(window, 'group-logic-condition')

  const preview = window.frameLocator('iframe')
  const shownAs = window.getByRole('region', { name: 'Preview' })
  const first = preview.getByRole('group', { name: 'Brother or sister 1', exact: true })
  await first.getByLabel(/Which school is it/).waitFor({ state: 'hidden' })
  await shownAs.getByText('1 part is hidden by the test answers').waitFor()
  await first.getByLabel('No', { exact: true }).check()
  await shownAs
    .getByRole('button', {
      name: /2\.2 Brothers and sisters: Brother or sister 1, ‘Which school is it\?’ – hidden because ‘Do they go to school\?’ of this ‘Brother or sister’ is not ‘Yes’/,
    })
    .waitFor()
  await keepPicture(window, 'group-logic-hidden')
  await first.getByLabel('Yes', { exact: true }).check()
  await first.getByLabel(/Which school is it/).waitFor()
  await shownAs.getByText('With these test answers everything is shown.').waitFor()
  await expectAccessiblePreview(window)
})

test('a rule of a question in a group, and a circle there, are said beside it and in the list of problems', async () => {
  const { window } = client
  const { keyboard } = window
  const school = memberOf(window, '2 Short text')
  await school.getByRole('button', { name: 'Add rule' }).press('Enter')
  const sentence = 'Question 2 of the group: Give every rule the sentence that is shown when it is broken.'
  await window.getByRole('button', { name: sentence }).waitFor()
  await school.getByLabel('What is said when it is not (English)').fill('Give the name of the school.')
  await window.getByRole('button', { name: sentence }).waitFor({ state: 'hidden' })

  // A question asks only what comes before it, until another one is moved above it.
  await school.getByRole('button', { name: 'Move question 2 of the group up' }).press('Enter')
  const attends = memberOf(window, '2 Yes or no')
  await attends.getByText('Logic of this question').focus()
  await keyboard.press('Enter')
  await attends.getByRole('button', { name: 'Add condition: Show this question when' }).focus()
  await keyboard.press('Enter')
  await expectFocus(window, 'Question')
  await keyboard.type('Of this')
  const circle = /The conditions go round in a circle: ‘.*’ → ‘.*’ → ‘.*’\. Remove one of them\./
  await attends.getByText(circle).waitFor()
  await window.getByRole('button', { name: circle }).waitFor()
  await keepPicture(window, 'group-logic-circle')
  await attends.getByRole('button', { name: 'Remove condition: Show this question when' }).press('Enter')
  await window.getByRole('button', { name: circle }).waitFor({ state: 'hidden' })
  await attends.getByRole('button', { name: 'Move question 2 of the group up' }).press('Enter')
})

test('a form with logic in a group passes the gate and is published', async () => {
  const { window } = client
  await selectItem(window, '2 The family')
  await publish(window, title)
  await window.getByText('Version 1').first().waitFor()
})
