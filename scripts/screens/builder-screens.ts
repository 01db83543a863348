import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import {
  addPage,
  addQuestion,
  addSiblings,
  chooseReaders,
  createForm,
  publish,
  selectItem,
} from '../../e2e/builder-steps.ts'
import type { Client } from '../../e2e/desktop-steps.ts'

/** The preview draws a moment after what is selected. */
const settleMilliseconds = 700

/** Builds a small form as the guide for form builders tells it, and takes the pictures of that guide. */
export async function takeBuilderScreens(
  window: Page,
  shoot: (name: string) => Promise<unknown>,
): Promise<void> {
  async function settleAndShoot(name: string): Promise<void> {
    await window.getByText(/^Saved \d/).waitFor()
    await wait(settleMilliseconds)
    await shoot(name)
  }
  await createForm(window, {
    code: 'SCHOOL-VIEWS',
    title: { en: 'How school is going' },
    englishOnly: 'No family has asked for this form in Welsh.',
    audience: 'parents',
    purpose: 'information',
  })
  await chooseReaders(window, ['SEND officers'])
  await window.getByLabel('Title (English)').scrollIntoViewIfNeeded()
  await settleAndShoot('form-settings')
  await selectItem(window, '1.1 ')
  await settleAndShoot('form-editor')
  await addPage(window, { en: 'A week at school' })
  await addQuestion(window, {
    type: 'singleChoice',
    wording: { en: 'Who helps your child most?' },
    required: true,
    options: ['A teacher', 'A teaching assistant', 'Another child'].map((en, index) => ({
      value: `option-${index}`,
      label: { en },
    })),
  })
  await addQuestion(window, {
    type: 'longText',
    wording: { en: 'What is in the plan?' },
    help: {
      en: 'Please provide details of the special educational provision specified in the EHCP, including any additional interventions that have been implemented subsequently, and how these have facilitated progress.',
    },
    required: false,
    maxLength: 5000,
  })
  await window.getByText('How the texts read').click()
  await window.locator('details[open] li').last().scrollIntoViewIfNeeded()
  await settleAndShoot('form-texts')
  await window.getByRole('button', { name: 'Publish…' }).click()
  await window.getByText(/^Accessible: /).waitFor()
  await settleAndShoot('form-publish')
  await window.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await selectItem(window, '2.1 ')
  await window.getByText('Read out', { exact: true }).click()
  await settleAndShoot('form-read-out')
  await window.getByText('Read out', { exact: true }).click()
  await addGroupWithLogic(window)
  await settleAndShoot('form-group-logic')
  await window.getByRole('button', { name: 'All forms' }).click()
}

/** A group whose second question follows from the first in each item; ends with a test answer that hides it. */
async function addGroupWithLogic(window: Page): Promise<void> {
  await addSiblings(window)
  for (const [label, wording] of [
    ['Yes or no', 'Do they go to school?'],
    ['Short text', 'Which school is it?'],
  ] as const) {
    await window.getByLabel('Type of the next question').selectOption({ label })
    await window.getByRole('button', { name: 'Add to the group' }).click()
    await window.getByLabel('Wording (English)', { exact: true }).last().fill(wording)
  }
  const school = window.getByRole('group', { name: '2 Short text', exact: true })
  await school.getByText('Logic of this question').click()
  await school.getByRole('button', { name: 'Add condition: Show this question when' }).click()
  await school
    .getByLabel('Question', { exact: true })
    .selectOption({ label: 'Of this ‘Brother or sister’: Do they go to school?' })
  const item = window.frameLocator('iframe').getByRole('group', { name: 'Brother or sister 1', exact: true })
  await item.getByLabel('No', { exact: true }).check()
  await window.getByText(/hidden because ‘Do they go to school/).waitFor()
  await school.getByText('Rules for the answer').scrollIntoViewIfNeeded()
}

/** Writes a question in the bank, uses it, changes it, and exports a form and looks at it; takes the pictures of that. */
export async function takeBankScreens(
  { application, window }: Client,
  { folder, shoot }: { folder: string; shoot: (name: string) => Promise<unknown> },
): Promise<void> {
  const goTo = (name: string) => window.getByRole('navigation').getByRole('button', { name }).click()
  const fill = (label: string, words: string) => window.getByLabel(label, { exact: true }).fill(words)
  async function save(words: string): Promise<void> {
    await fill('Wording (English)', words)
    await window.getByRole('button', { name: 'Save', exact: true }).click()
    await window
      .getByText(/is saved$/)
      .last()
      .waitFor()
  }
  await goTo('Question bank')
  await window.getByRole('button', { name: 'New question' }).click()
  await fill('Code', 'CHILD-SCHOOL')
  await window.getByRole('button', { name: 'Write the question' }).click()
  await fill('External code', 'SCH01')
  await save('Which school does your child go to?')

  await goTo('Form Builder')
  await createForm(window, {
    code: 'ABOUT-SCHOOL',
    title: { en: 'About the school' },
    englishOnly: 'No family has asked for this form in Welsh.',
    audience: 'parents',
    purpose: 'information',
  })
  await chooseReaders(window, ['SEND officers'])
  await selectItem(window, '1.1 ')
  await window.getByRole('button', { name: 'From bank…' }).click()
  await window.getByRole('button', { name: 'Add CHILD-SCHOOL to the form' }).click()
  await window.getByText('From the question bank: CHILD-SCHOOL, revision 1').waitFor()
  await publish(window, 'About the school')

  await goTo('Question bank')
  await window.getByRole('button', { name: 'CHILD-SCHOOL' }).click()
  await save('Which school or college does your child go to?')
  await window.getByRole('button', { name: 'What changed with revision 2' }).click()
  await quiet(window)
  await shoot('question-bank')

  await goTo('Form Builder')
  await window.getByRole('button', { name: 'About the school', exact: true }).click()
  await window.getByRole('button', { name: /Revision 2 of CHILD-SCHOOL is there/ }).click()
  await window.getByRole('button', { name: 'Take revision 2' }).waitFor()
  await quiet(window)
  await shoot('bank-offer')
  await window.getByRole('button', { name: 'All forms' }).click()

  const file = path.join(folder, 'about-school.send-form.json')
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
  }, file)
  await window.getByRole('button', { name: 'Versions of About the school' }).click()
  await window.getByRole('button', { name: 'Export…' }).click()
  await window.getByText('The form is saved as').waitFor()
  await window.getByRole('button', { name: 'All forms' }).click()
  await window.getByRole('button', { name: 'Import…' }).click()
  await window.getByRole('button', { name: 'Choose a file…' }).click()
  await window.getByText('This server made the file').waitFor()
  await quiet(window)
  await shoot('form-import')
  await window.getByRole('button', { name: 'All forms' }).click()
  await rm(file)
}

/** Closes what was said, which would lie over the picture, and waits until all is drawn. */
async function quiet(window: Page): Promise<void> {
  const said = window.getByRole('alert').getByRole('button')
  for (let left = await said.count(); left > 0; left -= 1) await said.first().click()
  await wait(settleMilliseconds)
}
