import { afterAll, beforeAll, test } from 'vitest'
import { expectAccessiblePreview, expectAccessibleWindow } from './axe-steps.ts'
import { addPage, addQuestion, publish, selectItem } from './builder-steps.ts'
import type { Client } from './desktop-steps.ts'
import { expectFocus } from './keyboard-steps.ts'
import { openNewForm, type NewFormGround } from './new-form-ground.ts'

const title = 'Going to school'

let ground: NewFormGround | undefined
let client: Client

beforeAll(async () => {
  ground = await openNewForm({ code: 'GOING-TO-SCHOOL', title: { en: title } })
  client = ground.client
  await addPage(client.window, { en: 'School' })
  await addQuestion(client.window, {
    type: 'singleChoice',
    wording: { en: 'Where does your child learn?' },
    required: true,
    options: [
      { value: 'a', label: { en: 'At school' } },
      { value: 'b', label: { en: 'At home' } },
    ],
  })
  await addQuestion(client.window, {
    type: 'shortText',
    wording: { en: 'Which school is it?' },
    required: false,
    maxLength: 100,
  })
  await addPage(client.window, { en: 'The way there' })
  await addQuestion(client.window, {
    type: 'wholeNumber',
    wording: { en: 'How many minutes does it take?' },
    required: true,
    min: 0,
    max: 300,
  })
})

afterAll(() => ground?.close())

test('a condition is made by keyboard alone, read in words, seen in the preview, and taken back', async () => {
  const { window } = client
  const { keyboard } = window
  await selectItem(window, '2.2 ')
  await window.getByRole('button', { name: 'Add condition: Show this question when' }).focus()
  await keyboard.press('Enter')
  await expectFocus(window, 'Question')
  // Letters find their entry, as in every list of choices.
  await keyboard.type('2.1')
  const field = window.getByRole('group', { name: 'Show this question when' }).first()
  await field.getByText('Shown when ‘Where does your child learn?’ is ‘At school’').waitFor()
  await window.getByRole('treeitem', { name: /2\.2 .*shown when ‘Where does your child learn/ }).waitFor()
  await keyboard.press('Tab')
  await expectFocus(window, 'What holds of it')
  await keyboard.press('Tab')
  await expectFocus(window, 'Value')
  await keyboard.type('At h')
  await field.getByText('is ‘At home’').waitFor()
  await keyboard.press('Control+z')
  await field.getByText('is ‘At school’').waitFor()

  const preview = window.frameLocator('iframe')
  const hidden = window.getByRole('region', { name: 'Preview' })
  await hidden.getByText('1 part is hidden by the test answers').waitFor()
  await hidden.getByRole('button', { name: /2\.2 .*hidden because ‘Where .*’ is not answered/ }).waitFor()
  await expectAccessibleWindow(window)
  await selectItem(window, '2 School')
  await preview.getByLabel(/Which school is it/).waitFor({ state: 'hidden' })
  await preview.getByLabel('At home').check()
  await hidden.getByRole('button', { name: /hidden because ‘Where .*’ is not ‘At school’/ }).waitFor()
  await preview.getByLabel('At school').check()
  await preview.getByLabel(/Which school is it/).waitFor()
  await hidden.getByText('With these test answers everything is shown.').waitFor()
  await expectAccessiblePreview(window)

  await selectItem(window, '2.2 ')
  await window.getByRole('button', { name: 'Remove condition: Show this question when' }).press('Enter')
  await field.getByText('This question is always shown.').waitFor()
  await keyboard.press('Control+z')
  await field.getByText('is ‘At school’').waitFor()
})

test('a condition that cannot be is said beside it, and the picture shows who misses a page', async () => {
  const { window } = client
  const { keyboard } = window
  await selectItem(window, '3 The way there')
  await window.getByRole('button', { name: 'Add condition: Show this page when' }).press('Enter')
  await expectFocus(window, 'Question')
  await keyboard.type('2.1')
  await window.getByRole('button', { name: 'Add group of conditions' }).press('Enter')
  await expectFocus(window, 'Question')
  await window
    .getByLabel('Question', { exact: true })
    .last()
    .selectOption('1.1 Who is this form about? – the date of birth')
  await window.getByLabel('What holds of it').last().selectOption('makes an age of at least')
  await window
    .getByText(/and the age by the date of birth in .* on today is at least 16/)
    .first()
    .waitFor()
  await expectAccessibleWindow(window)
  await window.getByRole('button', { name: 'Paths' }).press('Enter')
  const dialog = window.getByRole('dialog')
  await dialog.getByText('Every page can be reached').waitFor()
  await dialog.getByText('Goes on to page 3 or the end').waitFor()
  await expectAccessibleWindow(window)
  await keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })

  // What decides stands on a later page once it is moved there.
  await selectItem(window, '2 School')
  await keyboard.press('Alt+ArrowDown')
  await selectItem(window, '2 The way there')
  const beside = window.getByRole('group', { name: 'Show this page when' }).first().getByRole('status')
  await beside.getByText('The condition of a page can only ask about earlier pages.').waitFor()
  await window.getByRole('button', { name: 'Paths' }).press('Enter')
  await dialog.getByText('1 page cannot be reached').waitFor()
  await dialog.getByText('Nobody can reach it: it asks about a later page').waitFor()
  await expectAccessibleWindow(window)
  await dialog.getByRole('button', { name: '2 The way there' }).press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await window.getByRole('treeitem', { name: /2 The way there/, selected: true }).waitFor()
  await keyboard.press('Control+z')
  await window.getByRole('treeitem', { name: /3 The way there/ }).waitFor()
})

test('what repeated answers say can be asked of any, every or none of them', async () => {
  const { window } = client
  await selectItem(window, '2.2 ')
  await addQuestion(window, {
    type: 'group',
    wording: { en: 'Who goes with your child?' },
    required: false,
    itemLabel: { en: 'Person' },
    min: 0,
    max: 5,
    questions: [],
  })
  await window.getByLabel('Type of the next question').selectOption('Whole number')
  await window.getByRole('button', { name: 'Add to the group' }).press('Enter')
  await window.getByLabel('Wording (English)').last().fill('How old are they?')
  await selectItem(window, '3 The way there')
  await window.getByRole('button', { name: 'Add condition on repeated answers' }).press('Enter')
  await expectFocus(window, 'Question')
  await window.getByLabel('Question', { exact: true }).last().selectOption('How old are they?')
  await window.getByLabel('What holds of it').last().selectOption('is at least')
  await window.getByLabel('Value', { exact: true }).last().fill('18')
  await window
    .getByText(/and in any answer to ‘Who goes with your child\?’, ‘How old are they\?’ is at least 18/)
    .first()
    .waitFor()
  await expectAccessibleWindow(window)
})

test('an answer has a rule with its own message, and the form is published with its logic', async () => {
  const { window } = client
  await selectItem(window, '3.1 ')
  await window.getByRole('button', { name: 'Add rule' }).press('Enter')
  const rule = window.getByRole('group', { name: 'Rule 1', exact: true })
  await rule.getByLabel('What holds of it').selectOption('is less than')
  await rule.getByLabel('Value', { exact: true }).fill('120')
  await rule.getByText('Right when ‘How many minutes does it take?’ is less than 120').waitFor()
  await window
    .getByText(/Give every rule the sentence/)
    .first()
    .waitFor()
  await rule.getByLabel('What is said when it is not (English)').fill('Two hours is too long. Check it.')
  await expectAccessibleWindow(window)
  await window.getByText('Ready to publish').waitFor()
  await publish(window, title)
})
