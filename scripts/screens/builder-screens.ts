import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import { addPage, addQuestion, chooseReaders, createForm, selectItem } from '../../e2e/builder-steps.ts'

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
  await window.getByRole('button', { name: 'All forms' }).click()
}
